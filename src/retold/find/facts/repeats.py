"""One fact once: a report that says the same again adds a row only where time, source or detail is new.

Also, a wrong told inside an accusation is that accusation, and talks that are told of again are those told of before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from retold.find.facts.patterns import rows
from retold.model import Fact, Party


def settled(found: Sequence[Fact]) -> list[Fact]:
    """Return the facts in text order without repeats, those without parties of their own joined to the ones before."""
    kept: list[Fact] = []
    for fact in sorted(found, key=lambda f: (f.trigger.start, f.kind)):
        whole = _echoed(fact, kept)
        if whole is not None and whole.stance == "denied" and whole.kind != "statement":
            kept = [f for f in kept if not (f.pattern in DENIALS and f.span.start <= whole.trigger.start < f.span.end)]
        if whole is not None and not _within(whole, kept) and not any(_same(whole, other) for other in kept):
            kept.append(whole)
    return kept


def _echoes() -> frozenset[str]:
    return frozenset(row.name for row in rows() if row.echo)


def _echoed(fact: Fact, before: Sequence[Fact]) -> Fact | None:
    """Give "the talks" or "the fine" the party that it leaves open, from the last fact of the kind; without any it is nothing."""
    if fact.pattern not in _echoes() or (fact.subject and fact.object):
        return fact
    last = next((f for f in reversed(before) if f.kind == fact.kind and f.subject and f.object and _fits(fact, f)), None)
    if last is None:
        return fact if fact.subject or fact.object else None
    return replace(fact, subject=fact.subject or last.subject, object=fact.object or last.object)


def _fits(fact: Fact, last: Fact) -> bool:
    """Whether the earlier fact is of those that the later names; the object of an act of authority is a party, not a thing."""
    same = _key(fact.object) in (None, _key(last.object))
    if fact.pattern in SAME_SUM:
        return last.amount is not None or last.pattern in SAME_SUM[fact.pattern]
    if fact.kind == "contact":
        return same and _key(fact.subject) in (None, _key(last.subject))
    return same and last.object is not None and last.object.kind is not None


BESIDE = 25
"""Code points between two triggers of one contact ("sent a letter")."""

SAME_SUM = {"measure/raise sum": frozenset({"measure/reward", "measure/fine", "measure/charges"})}
"""A raised sum is that of the reward or fine told before, not of any measure."""

ACCUSING = frozenset({"allegation/accuse", "allegation/alleged involvement", "allegation/accusation", "allegation/did wrong"})
DENIALS = frozenset({"statement/denied", "statement/denies relative"})
"""A denial that names what is denied is that fact, denied."""

INNER = frozenset({"allegation", "contact", "measure"})


def _within(fact: Fact, kept: Iterable[Fact]) -> bool:
    """Whether a deed is told as what another allegation accuses of ("accused Vale of paying guards to ...")."""
    return fact.kind in INNER and any(
        f.pattern in ACCUSING
        and f.trigger.end <= fact.trigger.start < f.span.end
        and _key(f.object) in (_key(fact.object), _key(fact.subject))
        for f in kept
    )


def _same(one: Fact, other: Fact) -> bool:
    slots = (one.kind, _key(one.subject), _key(one.object), one.stance)
    if slots != (other.kind, _key(other.subject), _key(other.object), other.stance):
        return False
    if one.kind == "unknown":
        return one.detail == other.detail
    if one.trigger == other.trigger:
        return one.when == other.when
    if one.kind == "contact" and abs(one.trigger.start - other.trigger.start) < BESIDE:
        return True
    return one.detail == other.detail and one.when == other.when and one.attribution == other.attribution


def _key(party: Party | None) -> str | None:
    return party.described.casefold() if party else None
