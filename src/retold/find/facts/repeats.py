"""One fact once: a report that says the same again adds a row only where time, source or detail is new.

Also, a wrong told inside an accusation is that accusation, and talks that are told of again are those told of before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from retold.find.facts.patterns import rows
from retold.model import Fact, Party, Span


def settled(found: Sequence[Fact]) -> list[Fact]:
    """Return the facts in text order without repeats, those without parties of their own joined to the ones before."""
    kept: list[Fact] = []
    alike: dict[tuple[object, ...], list[Fact]] = {}
    for fact in sorted(found, key=lambda f: (f.trigger.start, f.kind)):
        whole = _echoed(fact, kept)
        if whole is None:
            continue
        if whole.stance == "denied" and whole.kind != "statement":
            _drop_denials(kept, whole)
        before = alike.setdefault(_slots(whole), [])
        if not (whole.subject or whole.object) and whole.kind == "measure" and whole.amount is None:
            continue
        if not _within(whole, kept) and not any(_same(whole, other) for other in before[-LOOK:]):
            kept.append(whole)
            before.append(whole)
    nouns = {row: [f.trigger.start for f in kept if f.pattern in told] for row, told in BY_NOUN.items()}
    return [f for f in kept if not _between(nouns.get(f.pattern, ()), f.span)]


def _between(places: Sequence[int], span: Span) -> bool:
    """Whether one of these places lies in the span: what is raised or opened is told there by its own noun."""
    at = bisect_left(places, span.start)
    return at < len(places) and places[at] < span.end


def _drop_denials(kept: list[Fact], whole: Fact) -> None:
    """A denial that names what is denied gives way to that fact, denied."""
    for other in kept[-LOOK:]:
        if other.pattern in DENIALS and other.span.start <= whole.trigger.start < other.span.end:
            kept.remove(other)


def _echoes() -> frozenset[str]:
    return frozenset(row.name for row in rows() if row.echo)


def _echoed(fact: Fact, before: Sequence[Fact]) -> Fact | None:
    """Give "the talks" or "the fine" the party that it leaves open, from the last fact of the kind; without any it is nothing."""
    if fact.pattern not in _echoes() or (fact.subject and fact.object):
        return fact
    near = before[-FAR:]
    if _bare(fact) and any(_told_of(fact, f) for f in near):
        return None
    last = next((f for f in reversed(near) if f.kind == fact.kind and f.subject and f.object and _fits(fact, f)), None)
    if last is None:
        return fact if fact.subject or fact.object else None
    return replace(fact, subject=fact.subject or last.subject, object=fact.object or last.object)


def _bare(fact: Fact) -> bool:
    """Whether one meeting is only named again, with nothing of when or how it went: "the encounter with Brod".

    Several ("the contacts with Brod") are told to go on.
    """
    told = (fact.detail or "").casefold().split()
    single = len(told) == 2 and told[0] in ("the", "this", "that") and not told[1].endswith("s")
    return fact.kind == "contact" and single and not (fact.when or fact.where)


def _told_of(again: Fact, before: Fact) -> bool:
    """Whether the party of a meeting that is named again, if by the last name only, met somebody before."""
    met = [p.described.casefold().split()[-1:] for p in (before.subject, before.object) if p is not None]
    own = [p.described.casefold().split()[-1:] for p in (again.subject, again.object) if p is not None]
    return before.kind == "contact" and before.stance == again.stance and len(met) > 1 and all(o in met for o in own)


def _fits(fact: Fact, last: Fact) -> bool:
    """Whether the earlier fact is of those that the later names; the object of an act of authority is a party, not a thing."""
    same = _key(fact.object) in (None, _key(last.object))
    if fact.pattern in SAME_SUM:
        return last.amount is not None or last.pattern in SUMS
    if fact.kind == "contact":
        return same and _key(fact.subject) in (None, _key(last.subject))
    return same and last.object is not None and last.object.kind is not None


LOOK, FAR = 40, 200
"""Facts before one that are looked at: for repeats, and for the parties of "the talks"."""

BESIDE = 25
"""Code points between two triggers of one contact ("sent a letter")."""

SAME_SUM = frozenset({"measure/raise sum"})
"""A raised sum is that of the reward or fine told before, not of any measure."""

SUMS = frozenset({"measure/reward", "measure/fine", "measure/charges"})

BY_NOUN = {**dict.fromkeys(SAME_SUM, SUMS), "measure/opened case": frozenset({"measure/case"})}
"""Rows of what is done to a sum or a case, which give way to the rows of its noun: those tell whom it is on or against."""

ACCUSING = frozenset({"allegation/accuse", "allegation/alleged involvement", "allegation/accusation", "allegation/did wrong"})
DENIALS = frozenset({"statement/denied", "statement/denies relative"})
"""A denial that names what is denied is that fact, denied."""

INNER = frozenset({"allegation", "contact", "measure"})


def _within(fact: Fact, kept: Sequence[Fact]) -> bool:
    """Whether a deed is told as what another allegation accuses of ("accused Vale of paying guards to ...")."""
    return fact.kind in INNER and any(
        f.pattern in ACCUSING
        and f.trigger.end <= fact.trigger.start < f.span.end
        and _key(f.object) in (_key(fact.object), _key(fact.subject))
        for f in kept[-LOOK:]
    )


def _slots(fact: Fact) -> tuple[object, ...]:
    return (fact.kind, _key(fact.subject), _key(fact.object), fact.stance)


def _same(one: Fact, other: Fact) -> bool:
    """Whether two facts of the same slots say nothing new of each other."""
    if one.kind == "unknown":
        return one.detail == other.detail
    if one.trigger == other.trigger:
        return one.when == other.when
    if one.kind == "contact" and abs(one.trigger.start - other.trigger.start) < BESIDE:
        return True
    return one.detail == other.detail and one.when == other.when and one.attribution == other.attribution


def _key(party: Party | None) -> str | None:
    return party.described.casefold() if party else None
