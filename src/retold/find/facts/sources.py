"""Who speaks is the head of the words that name the source, or whom these take up; of persons joined by "and" each speaks.

The finder of attributions may take a clause, an article or an abbreviated title for the source; the one who speaks is then
the clause's subject, the noun, or those who are named after the title.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.parties import Scene, anyone, named, party, words
from retold.model import Attribution, Party, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SIGN = re.compile(r"[A-Z]{1,2}-[A-Z]")
"""How begins what stands behind a deputy's name: the letter of the party and the town."""

JOINING = frozenset({"and", ",", ", and", "&"})
_BRACKETS = re.compile(r"\([^()]{0,60}\)")

NEAR = 4
"""Words before a bracket in which a name stands."""

MOST = 6
"""Persons who speak together that are told one by one."""


def together(scene: Scene, one: Attribution, text: str) -> list[Party]:
    """Return the persons who speak together ("Ana Brod and Ivo Lenk said"); none where it is one, or a group."""
    head, inside = scene.head(one.source[0]), scene.inside(one.source[0])
    listed = _listed(scene, inside, one.source[0], text)
    if len(listed) > 1:
        return listed[:MOST]
    joined = [named(t) for t in grammar.coordinated(head)] if head is not None and head.pos_ == "PROPN" else []
    apart = len(joined) > 1 and all(t in inside and scene.person(t) for t in joined)
    return [party(scene, t) for t in joined[:MOST]] if apart else []


def _listed(scene: Scene, inside: list[Token], source: Span, text: str) -> list[Party]:
    """The persons that a source names with no more than "and", commas and brackets between them, a title before the first."""
    seen = [m for t in inside if (m := scene.mention(t)) is not None and m.form == "name" and m.kind == "person"]
    seen = [m for m in seen if not SIGN.match(text, m.span.start)]
    if len(seen) < 2:
        return []
    before = text[source.start : seen[0].span.start].strip(" .").casefold()
    between = [text[a.span.end : b.span.start] for a, b in pairwise(seen)]
    plain = all(_BRACKETS.sub("", words_).strip() in JOINING for words_ in between)
    if not plain or (before and before not in words("titled_together")):
        return []
    return [Party(described=" ".join(text[m.span.start : m.span.end].split()), span=m.span, kind="person") for m in seen]


def source(scene: Scene, one: Attribution, text: str) -> Party | None:
    """Return the source of an attribution as a party."""
    if not one.source:
        return None
    head = scene.head(one.source[0])
    if head is not None and SIGN.match(head.text):
        head = _before_bracket(scene, head)
    first = next(iter(scene.inside(one.source[0])), None)
    if head is not None and first is not None and first.tag_ in ("WP", "WDT") and grammar.verbal(head):
        head = first  # "who also ran for the council" was taken for who speaks
    if head is not None and head.tag_ in ("WP", "WDT"):
        head = grammar.relative(head)
        return None if head.tag_ in ("WP", "WDT") else party(scene, named(head))
    if head is not None and not scene.actor(head) and (owner := _owner(head)) is not None:
        return party(scene, named(owner))
    if head is not None and head.dep_ in ("det", "nummod") and head.head.pos_ in ("NOUN", "PROPN"):
        return party(scene, named(head.head))  # "a" alone was taken for who speaks in "a petition calling on"
    if head is not None and head.pos_ in ("VERB", "AUX"):
        # A clause was taken for who speaks: its subject does.
        who = [t for t in grammar.surface(head) if scene.actor(t)]
        return party(scene, named(who[0])) if who else None
    if head is None or not scene.actor(named(head)):
        return anyone(text, one.source[0])
    return party(scene, named(head))


def _owner(thing: Token) -> Token | None:
    """ "the smuggler whose letters revealed that": whose they are speaks by them."""
    if not any(c.tag_ == "WP$" for c in thing.children):
        return None
    return next((t.head for t in islice(thing.ancestors, NEAR) if t.dep_ == "relcl"), None)


def _before_bracket(scene: Scene, sign: Token) -> Token:
    """Who is named before the bracket with party and town, which the parser may take for the head: "Ana Brod (L-Varn)"."""
    before = sign.doc[max(sign.sent.start, sign.i - NEAR) : sign.i]
    return next((t for t in reversed(before) if t.pos_ == "PROPN" and scene.person(t)), sign)
