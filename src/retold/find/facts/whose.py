"""Whose a post is stands after it ("of", "for"), before it ("the bank's"), or after the name it is a title of.

A body that stands in front of the word is nearer than a country before that ("Morland's Harvest Party leader"). Where somebody
merely works is not what they work for ("a spokesman in Varn", "a Varn pollster").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.parties import Scene, named, phrase, spread, whole, words
from retold.find.facts.patterns import Row
from retold.find.facts.places import heads
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

SITES = frozenset({"in", "at", "on"})
"""Before a place they tell where somebody is, not for whom."""

SEATS = frozenset({"of", "for", "poss", "from"})
"""Before a place they tell of what somebody is mayor or governor."""


def whose(scene: Scene, noun: Token, row: Row, *, own: tuple[str, ...] = ()) -> list[Token]:
    """Return the heads of whose post it is, or in what; not the title's `own` words ("chief of STAFF", "ATTORNEY general")."""
    for place in row.object:
        near = [t for t in heads(scene, noun, place, None) if t.lower_ not in own or _of_a_name(scene, t)]
        near += [t for t in _behind_title(scene, noun, place, own) if t not in near]
        near = [t for t in near if not _of_the_next(noun, t)]
        found = [named(t) for t in near if t.ent_type_ not in ("DATE", "TIME") and not of_the_title(t)]
        found = [
            t for t in found if t.lower_ not in words("generic") and _whole(scene, t, noun) and _fits(scene, t, row, place, noun)
        ]
        found = found or (_owners(scene, near) if row.kind == "office" else [])
        if found and place == "poss":
            found = _nearer(scene, noun, found) if row.kind == "office" else _of_the_first(noun, found)
        if found:
            return spread(scene, found)
    return _of_the_named(scene, noun, row)


def _behind_title(scene: Scene, noun: Token, place: str, own: tuple[str, ...]) -> list[Token]:
    """What stands behind the last word of a title, where the parser hangs it on that: "chief of staff of the guild"."""
    last = [g for c in noun.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj" and g.lower_ in own]
    return [t for word in last if place not in ("poss", "modifier") for t in heads(scene, word, place, None)]


def _owners(scene: Scene, near: list[Token]) -> list[Token]:
    """The bodies whose is what somebody heads, where that is no body itself: "director of the group's reading project"."""
    own = [c for t in near if t.pos_ == "NOUN" for c in t.children if c.dep_ == "poss"]
    seen = [scene.mention(c) for c in own]
    bodies = [c.pos_ == "PROPN" and m is not None and m.kind == "body" for c, m in zip(own, seen, strict=True)]
    return [c for c, body in zip(own, bodies, strict=True) if body or (c.pos_ == "NOUN" and grammar.lemma(c) in words("bodies"))]


def _of_a_name(scene: Scene, token: Token) -> bool:
    """Whether a word that could be the title's own is part of a body's name: "Harvest party boss"."""
    named_so = any(c.pos_ == "PROPN" or c.ent_type_ in ("NORP", "ORG") for c in token.children if c.dep_ in ("compound", "amod"))
    return scene.mention(token) is not None or (grammar.lemma(token) == "party" and named_so)


def _whole(scene: Scene, token: Token, noun: Token) -> bool:
    """Whether a name is no piece of a longer one; that a title follows does not make it one ("Harbour Board Chair Ana Brod")."""
    return whole(scene, token) or (token.i + 1 == noun.i and token.dep_ == "compound" and token.head == noun)


def _of_the_next(noun: Token, token: Token) -> bool:
    """Whether what follows belongs to the next description only: "a Brod loyalist and dean of the university"."""
    own = any(c.dep_ == "poss" or (c.dep_ == "compound" and c.pos_ == "PROPN") for c in noun.children)
    return own and any(c.dep_ == "conj" and noun.i < c.i < token.i for c in noun.children)


def of_the_title(token: Token) -> bool:
    """ "State" in "secretary of state", "chief" in "commander-in-chief": words of the title name no body."""
    return token.lower_ in words("portfolios") and not any(c.dep_ in ("det", "poss", "amod", "compound") for c in token.children)


def _fits(scene: Scene, token: Token, row: Row, place: str, noun: Token) -> bool:
    site = row.kind == "office" and _site(scene, token)
    city = (
        place == "modifier" and (row.attached or row.needs == "both") and token.lower_ not in _countries() and not _titled(noun)
    )
    if site and (place in SITES or city):
        return False
    if row.kind == "tie" and place == "modifier":
        return (
            scene.person(token) and token.pos_ == "PROPN" and token.ent_type_ != "NORP"
        )  # "a Brod ally", no "British accountant"
    if row.kind == "office" and place in SEATS and token.pos_ == "NOUN" and grammar.lemma(token) in _ventures():
        return not _owners(scene, [token])
    if "object" not in row.actors or place == "modifier" or (site and place in SEATS):
        return True
    return scene.actor(token) or (place == "poss" and row.kind == "office" and token.pos_ == "NOUN")


@cache
def _ventures() -> frozenset[str]:
    return frozenset(table("retold.find.facts", "whose.toml")["ventures"])


@cache
def _countries() -> frozenset[str]:
    rows = table("retold.find.names", "places.toml").values()
    return frozenset(word.casefold() for row in rows for word in (*row.get("names", ()), *row.get("people", ())))


def _titled(noun: Token) -> bool:
    """Whether a portfolio makes a title of a word for a living: "the Varn finance minister" is one of Varn."""
    return any(t.lower_ in words("portfolios") for t in noun.doc[phrase(noun)[0].i : noun.i])


def _site(scene: Scene, token: Token) -> bool:
    """Whether a name is a place's: a country before "minister" is one, too."""
    seen = scene.mention(token)
    if token.pos_ != "PROPN":
        return False
    return seen.kind == "place" if seen is not None else token.ent_type_ in ("GPE", "LOC", "FAC")


def _nearer(scene: Scene, noun: Token, found: list[Token]) -> list[Token]:
    """Of "Morland's Harvest Party leader" the party."""
    if not all(_site(scene, t) for t in found):
        return found
    bodies = [t for t in heads(scene, noun, "modifier", None) if t.pos_ == "PROPN" and not _site(scene, t)]
    seen = [scene.mention(t) for t in bodies]
    named_so = [t for t, m in zip(bodies, seen, strict=True) if (m is not None and m.kind == "body") or t.ent_type_ == "ORG"]
    return named_so or found


def _of_the_first(noun: Token, found: list[Token]) -> list[Token]:
    """In "Ana Brod and her husband, Ivo Lenk" she is Ana Brod."""
    own = len(found) == 1 and found[0].pos_ == "PRON" and noun.dep_ == "conj" and noun.head.pos_ == "PROPN"
    above = noun.head.head if noun.head.dep_ == "appos" else noun.head
    if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in above.children):
        return found  # "her husband, Ivo Lenk, and her daughter": both are hers
    return [noun.head] if own and noun.head.ent_type_ not in ("ORG", "GPE", "NORP") else found


def _of_the_named(scene: Scene, noun: Token, row: Row) -> list[Token]:
    """The place or body after the name that a title stands before: "Governor Ana Brod of Varn"."""
    name = noun.head
    if row.kind != "office" or noun.dep_ != "compound" or name.pos_ != "PROPN" or noun.i > name.i:
        return []
    near = [t for t in grammar.complements(name, "of") if t.pos_ == "PROPN" and t.i - name.i < TITLE]
    return [t for t in near if whole(scene, t) and not scene.person(t)]


TITLE = 6
"""Words after a name in which it is told of what place or body its title is."""
