"""A post is told once: a report gives its people their titles again and again, and says nothing new by it.

Told again is the same post of the same person, in the same body or in none, at no other time; a meeting of the same two of
which nothing else is told; and what somebody said in the same words. What neither of its parties can be told of is no fact.
Nothing is taken from outside the report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from retold.model import Fact, Party
from retold.resolve.posts import called
from retold.tables import table

SHORT = 3
"""Words of a detail that tells more than that two met."""

LEAST = 6
"""Words of a statement that can be known again."""

SAME = 0.8
"""The share of a statement's words that were told before, where it says nothing new."""

LOOK = 40
"""Facts of one person, or of two, that are held against each other (hostile input)."""

_WORD = re.compile(r"[^\W\d_]+")


def news(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, in the order given, without those that name nobody or only tell again what was told."""
    kept: list[Fact] = []
    told: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        if _of_nobody(fact):
            continue
        before = told.setdefault(_whose(fact), [])
        if any(_again(fact, other) for other in before[-LOOK:]):
            continue
        before.append(fact)
        kept.append(fact)
    return kept


def _of_nobody(fact: Fact) -> bool:
    """Whether pronouns that nothing explains left a fact without its parties."""
    if fact.kind in ("rank", "office", "tie"):
        return fact.subject is None
    if fact.kind == "contact":
        return fact.subject is None and (_needs_both(fact) or fact.object is None or fact.object.name is None)
    if fact.kind == "control":
        return fact.subject is None or fact.object is None
    return fact.kind == "measure" and fact.subject is None and fact.object is None and fact.amount is None


def _needs_both(fact: Fact) -> bool:
    """Whether a contact is none without who had it: words are somebody's, and one meeting is of two; "at least two dinners with
    Ana Brod" were had by somebody."""
    one = (fact.detail or "").casefold().partition(" ")[0] in _words("one")
    return fact.pattern in _words("messages") | _words("met") or one


def _whose(fact: Fact) -> tuple[object, ...]:
    parties = [_key(p) for p in (fact.subject, fact.object)]
    return (fact.kind, parties[0]) if fact.kind in ("office", "statement") else (fact.kind, *sorted(parties, key=str))


def _key(party: Party | None) -> str | None:
    return (party.chain or party.described.casefold()) if party else None


def _again(fact: Fact, other: Fact) -> bool:
    if fact.stance != other.stance or (fact.when is not None and fact.when != other.when):
        return False
    if fact.kind == "office":
        return _same_post(fact, other)
    if fact.kind == "statement":
        return _same_words(fact, other)
    plain = fact.when is None and fact.where is None and len((fact.detail or "").split()) < SHORT
    met = fact.pattern in _words("met") and other.pattern in _words("meetings")
    return plain and met and fact.certainty == other.certainty


def _same_words(fact: Fact, other: Fact) -> bool:
    """Whether somebody's words are those told before: a paragraph of background, a quotation given twice."""
    if fact.subject is None:
        return False
    own, first = (Counter(_WORD.findall((f.detail or "").casefold())) for f in (fact, other))
    count = own.total()
    return count >= LEAST and (own & first).total() >= SAME * count


def _same_post(fact: Fact, other: Fact) -> bool:
    """Whether a post is the one told before: by its words, and in a body that was told."""
    if fact.subject is None or {fact.pattern, other.pattern} & _words("acts") or (fact.ended and not other.ended):
        return False
    if fact.object is not None and _key(fact.object) != _key(other.object):
        return False
    own, first = _title(fact), _title(other)
    if not own or not first or own[-1] != first[-1]:
        return False
    return set(own) <= set(first) and not (set(first) - set(own)) & _words("lower")


def _title(fact: Fact) -> list[str]:
    """The words that tell a post, in the forms that they are short for, without the body's name."""
    named = set(_WORD.findall((fact.object.name or fact.object.described).casefold())) if fact.object else set()
    found = [called(w) for w in _WORD.findall((fact.detail or "").casefold())]
    return [w for w in found if w not in _words("neutral") and w not in named]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("retold.resolve", "repeated.toml")[key])
