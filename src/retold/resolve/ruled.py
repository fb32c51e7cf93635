"""What a person ruled on findings and times governs what follows: a rejected fact makes no claim, a corrected time decides.

Rulings change what the record makes of a reading, never the reading itself, so that to take one back is to leave it out.
The later ruling goes over the earlier where two cannot both hold; one whose words are gone waits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from retold.model import Fact, Mark, Party, Passage, Period, Reading, Ruling, Span, State, What, When
from retold.resolve.actors.ruled import force, own
from retold.resolve.cast import SIDES, cast, known, told
from retold.resolve.periods.given import written
from retold.resolve.pointed import Found, meant
from retold.resolve.redated import timed
from retold.resolve.taken_for import KIND, chain_of, taken_for, whole
from retold.resolve.taken_for import told as kind_told
from retold.resolve.told_from import day_words, hanging, told_from
from retold.resolve.unhooked import at, parted, unhooked

VERDICTS = ("rejected", "confirmed", "dated")
"""On findings; "same" too, of a side of a fact and of somebody's kind."""
DID = {"rejected": "rejected", "confirmed": "confirmed", "dated": "corrected"}

NEVER = Period(earliest=None, latest=None)
"""A time of which nothing is known."""

Subject = tuple[str, str | Span]
"""A report, and a fact or an attribution by its id, or a passage."""
Target = tuple[str, Found]
Decided = Sequence[tuple[Ruling, Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """Readings as rulings have them, and what became of the rulings on findings and times."""

    readings: tuple[Reading, ...]
    governing: Mapping[int, tuple[Found, ...]]
    """Ruling -> the findings that it governs."""
    states: Mapping[int, State]
    marks: Mapping[Subject, tuple[Mark, ...]]
    """What was ruled on facts and attributions, or on what they rest on."""
    rejected: Mapping[str, Sequence[tuple[Span, What]]]
    """Report -> the places of the facts, and of the wordings of claims, that were rejected."""


def ruled(readings: Sequence[Reading], rulings: Sequence[Ruling]) -> Ruled:
    """Return the readings as the rulings that govern have them, in the order given."""
    if not rulings:
        return Ruled(readings=tuple(readings), governing={}, states={}, marks={}, rejected={})
    held = {r.report.name: r for r in readings}
    governing, states = _governing(rulings, held)
    by_report = _by_report(rulings, governing)
    done = tuple(_rejected(r, by_report[r.report.name]) if r.report.name in by_report else r for r in readings)
    done = retimed(cast(taken_for(parted(done, rulings), by_report), by_report), rulings, governing)
    marks: dict[Subject, list[Mark]] = defaultdict(list)
    for subject, mark in (*_marks(by_report, held), *_pair_marks(rulings, done)):
        if mark not in marks[subject]:
            marks[subject].append(mark)
    gone = {report: list(_gone(rows)) for report, rows in by_report.items()}
    told = {subject: tuple(found) for subject, found in marks.items()}
    return Ruled(readings=done, governing=governing, states=states, marks=told, rejected=gone)


def _gone(decided: Decided) -> Iterator[tuple[Span, What]]:
    """What was rejected of what a report states."""
    yield from ((f.span, f.what) for r, f in decided if r.verdict == "rejected" and f.what in ("fact", "claim"))


def retimed(
    readings: Iterable[Reading], rulings: Sequence[Ruling], governing: Mapping[int, tuple[Found, ...]]
) -> tuple[Reading, ...]:
    """Return the readings with the times that people corrected, which no reckoning from another day goes over."""
    by_report = _by_report([r for r in rulings if r.verdict == "dated"], governing)
    return tuple(_retimed(r, by_report[r.report.name]) if r.report.name in by_report else r for r in readings)


def _by_report(rulings: Sequence[Ruling], governing: Mapping[int, tuple[Found, ...]]) -> dict[str, list[tuple[Ruling, Found]]]:
    """Return the rulings that govern and what they govern, by report, in the order in which they were made."""
    found: dict[str, list[tuple[Ruling, Found]]] = defaultdict(list)
    for ruling in rulings:
        for finding in governing.get(ruling.id, ()):
            found[ruling.one.report].append((ruling, finding))
    return found


def _governing(rulings: Sequence[Ruling], held: Mapping[str, Reading]) -> tuple[dict[int, tuple[Found, ...]], dict[int, State]]:
    """Return which rulings govern what, and what became of each."""
    taken: dict[Target, set[str]] = defaultdict(set)
    governing: dict[int, tuple[Found, ...]] = {}
    states: dict[int, State] = {}
    for ruling in sorted(rulings, key=lambda each: -each.id):
        if ruling.verdict not in VERDICTS and ruling.what not in (KIND, *SIDES):
            continue
        reading = held.get(ruling.one.report)
        found = meant(ruling, reading) if reading else []
        if not reading or not found or not known(ruling, held):
            states[ruling.id] = "waits"
        elif any(_clash(ruling, taken[t]) for f in found for t in _targets(ruling, f, reading)):
            states[ruling.id] = "overruled"
        else:
            states[ruling.id], governing[ruling.id] = "governs", tuple(found)
            for each in found:
                taken[next(_targets(ruling, each, reading))].add(ruling.verdict)
    return governing, states


def _targets(ruling: Ruling, found: Found, reading: Reading) -> Iterator[Target]:
    """What a ruling would have to itself: first its finding; for the time of a fact, also the words that give it."""
    yield reading.report.name, whole(reading, found) if found.what == KIND else found
    if ruling.verdict == "dated" and found.what == "fact":
        spans = {f.when.span for f in reading.facts if f.id == found.id and f.when}
        yield from ((reading.report.name, Found(what="time", span=span)) for span in spans)


def _clash(ruling: Ruling, later: set[str]) -> bool:
    """Whether a ruling cannot hold beside later ones on the same finding."""
    return ruling.verdict in later or "rejected" in later or (ruling.verdict == "rejected" and bool(later))


def _rejected(reading: Reading, decided: Decided) -> Reading:
    """Return a reading without what was rejected, and without what cannot stand when that is gone."""
    gone = [(ruling, found) for ruling, found in decided if ruling.verdict == "rejected"]
    for ruling, found in gone:
        if found.what == "mention":
            reading = unhooked(reading, found.span, own(ruling))
    spans: set[tuple[str, Span]] = {(found.what, found.span) for _, found in gone}
    facts, voices = ({f.id for _, f in gone if f.what == what} for what in ("fact", "attribution"))
    kept = [f for f in reading.facts if f.id not in facts and not (f.kind == "statement" and f.attribution in voices)]
    return replace(
        reading,
        times=tuple(t for t in reading.times if ("time", t.span) not in spans),
        credits=tuple(c for c in reading.credits if ("credit", c.span) not in spans),
        attributions=tuple(a for a in reading.attributions if a.id not in voices),
        facts=tuple(_without(f, voices, spans) for f in kept),
    )


def _without(fact: Fact, voices: set[str | None], spans: set[tuple[str, Span]]) -> Fact:
    """Return a fact without an attribution or a time that was rejected."""
    voice = None if fact.attribution in voices else fact.attribution
    when = None if fact.when and ("time", fact.when.span) in spans else fact.when
    return fact if (voice, when) == (fact.attribution, fact.when) else replace(fact, attribution=voice, when=when)


def _retimed(reading: Reading, decided: Decided) -> Reading:
    """Return a reading with the times as corrected: first the day that others are told from, then those that were named."""
    words = day_words(reading)
    for ruling, found in decided:
        if found.what == "report" or (found.what == "time" and found.span in words):
            reading = told_from(reading, ruling.period or NEVER)
    for ruling, found in (each for each in decided if each[1].what != "report"):
        period = ruling.period or NEVER
        reading = _at(reading, found, period) if found.what == "fact" else _from(reading, found.span, period)
    return reading


def _at(reading: Reading, found: Found, period: Period) -> Reading:
    """Return a reading with another time of a fact; where the report gives none, the fact's own words stand for it."""
    facts = tuple(
        replace(f, when=When(span=f.when.span if f.when else f.span, period=period)) if f.id == found.id else f
        for f in reading.facts
    )
    return replace(reading, facts=facts)


def _from(reading: Reading, span: Span, period: Period) -> Reading:
    """Return a reading with another time of an expression, and of all that hangs on it."""
    known = {span: period}
    return replace(
        reading,
        times=tuple(
            replace(t, value=written(period), pattern=None, modifier=None, period=period) if t.span == span else t
            for t in reading.times
        ),
        attributions=tuple(timed(a, known) for a in reading.attributions),
        facts=tuple(timed(f, known) for f in reading.facts),
    )


def mark(ruling: Ruling, did: str, span: Span) -> Mark:
    """Return what is told of a ruling where it shows."""
    passage = Passage(report=ruling.one.report, span=span)
    return Mark(ruling=ruling.id, did=did, by=ruling.by, reason=ruling.reason, passage=passage)


def _marks(decided: Mapping[str, Decided], held: Mapping[str, Reading]) -> Iterator[tuple[Subject, Mark]]:
    for report, rows in decided.items():
        for ruling, found in rows:
            if found.what in SIDES:
                yield (report, found.id or found.span), mark(ruling, told(ruling), found.span)
                continue
            if found.what == KIND:
                yield from _kind_marks(held[report], ruling, found)
                continue
            did = DID[ruling.verdict] if found.what in ("fact", "claim") else f"{found.what} {DID[ruling.verdict]}"
            did = {"corrected": "time corrected", "report corrected": "day corrected"}.get(did, did)
            if found.what == "claim":
                yield (report, found.span), mark(ruling, "taken out of its claim" if did == "rejected" else did, found.span)
            elif found.id:
                yield (report, found.id), mark(ruling, did, found.span)
            chain = next((m.chain for m in held[report].mentions if m.span == found.span), None)
            spans = _hanging(held[report], ruling, found)
            for fact in held[report].facts:
                if _rests_on(fact, found, chain) or (fact.when and fact.when.span in spans):
                    yield (report, fact.id), mark(ruling, did, found.span)


def _kind_marks(reading: Reading, ruling: Ruling, found: Found) -> Iterator[tuple[Subject, Mark]]:
    """What somebody is, where he is a party."""
    chain = chain_of(reading, found.span)
    for fact in reading.facts:
        if any(party.chain == chain for party in _parties(fact)):
            yield (reading.report.name, fact.id), mark(ruling, kind_told(ruling), found.span)


def _hanging(reading: Reading, ruling: Ruling, found: Found) -> set[Span]:
    """Return the words whose time hangs on a day that was corrected."""
    is_day = found.what == "report" or (ruling.verdict == "dated" and found.span in day_words(reading))
    return hanging(reading) if is_day else set()


def _rests_on(fact: Fact, found: Found, chain: str | None) -> bool:
    """Whether a fact takes a time, its speaker or, at a mention of a chain, a party from a finding."""
    if found.what == "time":
        return bool(fact.when and fact.when.span == found.span)
    if found.what == "attribution":
        return fact.attribution == found.id
    return found.what == "mention" and any(party.chain == chain and at(party, found.span) for party in _parties(fact))


def _pair_marks(rulings: Sequence[Ruling], readings: Sequence[Reading]) -> Iterator[tuple[Subject, Mark]]:
    """Who a party is, where a person decided it."""
    pairs = force(rulings, readings).governing
    held = {r.report.name: r for r in readings}
    for ruling in (each for each in rulings if each.what is None):
        for n, (report, chain) in enumerate(pairs.get(ruling.id, ())):
            did = "taken for one with" if ruling.verdict == "same" else "kept apart from"
            place = ruling.other if n and ruling.other else ruling.one
            told = replace(mark(ruling, f"{did} “{ruling.words[1 - n]}”", place.span), passage=place)
            for fact in held[report].facts:
                if any(party.chain == chain for party in _parties(fact)):
                    yield (report, fact.id), told


def _parties(fact: Fact) -> Iterator[Party]:
    yield from (party for party in (fact.subject, fact.object, fact.via) if party)
