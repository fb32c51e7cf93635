"""Who speaks is the head of the words that name the source, or whom these take up; of persons joined by "and" each speaks.

The finder of attributions may take a clause, an article or an abbreviated title for the source; the one who speaks is then
the clause's subject, the noun, or those who are named after the title.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.parties import Scene, anyone, named, party, phrase, words
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
    head = _first_of(scene, one.source[0])
    if head is not None and SIGN.match(head.text):
        head = _before_bracket(scene, head)
    if head is None:
        return _thing(scene, None, anyone(text, one.source[0]))
    if (person := _after_titles(scene, head, one.source[0])) is not None:
        return party(scene, person)
    if (maker := _sender(scene, head)) is not None:
        return party(scene, named(maker))
    first = next(iter(scene.inside(one.source[0])), None)
    if first is not None and first.tag_ in ("WP", "WDT") and grammar.verbal(head):
        head = first  # "who also ran for the council" was taken for who speaks
    if head.tag_ in ("WP", "WDT"):
        head = grammar.relative(head)
        return None if head.tag_ in ("WP", "WDT") else party(scene, named(head))
    return _carried(scene, head, one.source[0], text)


def _carried(scene: Scene, head: Token, span: Span, text: str) -> Party | None:
    """Who speaks where the head may only lead to him: a thing to its owner, an article to its noun, a clause to its subject."""
    if not scene.actor(head) and (owner := _owner(head)) is not None:
        return party(scene, named(owner))
    if head.dep_ in ("det", "nummod") and head.head.pos_ in ("NOUN", "PROPN"):
        return party(scene, named(head.head))  # "a" alone was taken for who speaks in "a petition calling on"
    if head.pos_ in ("VERB", "AUX"):
        # A clause was taken for who speaks: its subject does.
        who = [t for t in grammar.surface(head) if scene.actor(t)]
        return party(scene, named(who[0])) if who else None
    if not scene.actor(named(head)):
        return _thing(scene, head, anyone(text, span))
    return joined(scene, named(head), party(scene, named(head)))


def _first_of(scene: Scene, span: Span) -> Token | None:
    """The head of the source; of words that the parser hangs apart the first noun ("a report Monday from Varn TV, a rival")."""
    head = scene.head(span)
    if head is None or head.dep_ not in ("appos", "npadvmod", "conj", "dep"):
        return head
    inside = scene.inside(span)
    roots = (t for t in inside if not inside[0].i <= t.head.i <= inside[-1].i and t.pos_ in ("NOUN", "PROPN", "PRON"))
    return next((t for t in roots if t.i < head.i), head)


def _after_titles(scene: Scene, head: Token, span: Span) -> Token | None:
    """The name after several titles, which the parser may take for a clause: "her chief adviser and strategist Ana Brod"."""
    inside = scene.inside(span)
    last = inside[-1] if inside else head
    seen = scene.mention(last)
    if head.pos_ != "NOUN" or last == head or seen is None or seen.form != "name" or seen.kind != "person":
        return None
    between = [t for t in inside if t.i > head.i and scene.parse.start + t.idx < seen.span.start]
    titles = bool(between) and between[0].lower_ == "and" and all(t.is_alpha and t.is_lower for t in between)
    return last if titles and not any(t.pos_ == "ADP" for t in between) else None


def _sender(scene: Scene, text: Token) -> Token | None:
    """ "a report from Varn TV", "a letter by the guild": whoever it comes from speaks by it."""
    if text.pos_ != "NOUN" or text.tag_ != "NN" or grammar.lemma(text) not in words("documents"):
        return None
    near = text.doc[text.i + 1 : min(text.i + NEAR, text.sent.end)]
    ways = [t for t in near if t.lower_ == "from" and t.dep_ == "prep" and t.head in (text, *near)]
    makers = (g for t in ways for g in t.children if g.dep_ == "pobj" and g.pos_ == "PROPN")
    return next((g for g in makers if scene.actor(g)), None)


def _thing(scene: Scene, head: Token | None, whole: Party) -> Party:
    """A text, which no name within its description stands for ("letters in the house of Ivo Lenk")."""
    made = head is not None and any(c.lower_ in ("by", "from", "of") or c.dep_ == "acl" for c in head.rights)
    if head is None or head.pos_ != "NOUN" or whole.span is None or made:
        return whole  # "a study by the guild" is found by whose it is
    end = scene.parse.span(phrase(head)[1]).end
    return replace(whole, span=Span(whole.span.start, end)) if whole.span.start < end < whole.span.end else whole


def joined(scene: Scene, token: Token, found: Party) -> Party:
    """Return who is described with all who are joined to him ("clerks and guards"), or what tells which ("aides to Brod")."""
    if token.pos_ != "NOUN" or found.span is None or scene.mention(token) is None:
        return found
    start = found.span.start - scene.parse.start
    others = [t for t in grammar.coordinated(token) if t != token]
    if others and all(t.pos_ == "NOUN" and scene.actor(t) for t in others):
        end = max(_end(t) for t in others)
    elif len(found.described) == found.span.end - found.span.start and token.tag_ == "NNS":
        end = _end(token)
    else:
        return found
    said = scene.parse.doc.text[start:end]
    return replace(found, described=" ".join(said.split())) if end - start > len(found.described) else found


def _end(noun: Token) -> int:
    """Where a noun ends with the name that tells which is meant."""
    last = phrase(noun)[1]
    for child in (c for c in noun.rights if c.dep_ == "prep" and c.i == last.i + 1 and c.lower_ in ("of", "to", "for")):
        names = [phrase(g)[1] for g in child.children if g.dep_ == "pobj"]
        last = names[0] if names else last
    return last.idx + len(last)


def _owner(thing: Token) -> Token | None:
    """ "the smuggler whose letters revealed that": whose they are speaks by them."""
    if not any(c.tag_ == "WP$" for c in thing.children):
        return None
    return next((t.head for t in islice(thing.ancestors, NEAR) if t.dep_ == "relcl"), None)


def _before_bracket(scene: Scene, sign: Token) -> Token:
    """Who is named before the bracket with party and town, which the parser may take for the head: "Ana Brod (L-Varn)"."""
    before = sign.doc[max(sign.sent.start, sign.i - NEAR) : sign.i]
    return next((t for t in reversed(before) if t.pos_ == "PROPN" and scene.person(t)), sign)
