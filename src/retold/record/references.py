"""What a value of the record points at must be there: a span in its text, a chain in its report, a claim in its trace."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from retold.model import Actor, Claim, Fact, Family, Party, Problem, Reading, Span, Telling, Trace


def reading_problems(reading: Reading) -> Iterator[Problem]:
    """Tell what in `reading` points at nothing."""
    name, size = reading.report.name, len(reading.report.text)
    chains = {chain.id for chain in reading.chains}
    attributions = {attribution.id for attribution in reading.attributions}
    spans: list[Span] = []
    _collect(reading, spans)
    for span in spans:
        if not 0 <= span.start <= span.end <= size:
            yield Problem(where=f"{name}:{span.start}-{span.end}", why=f"lies outside the report's {size} characters")
    for mention in reading.mentions:
        yield from _missing(name, "a mention", "chain", [mention.chain], chains)
    for attribution in reading.attributions:
        chain = attribution.speaker.chain if attribution.speaker else None
        yield from _missing(name, f"attribution {attribution.id}", "chain", [chain], chains)
    for fact in reading.facts:
        yield from _missing(name, f"fact {fact.id}", "attribution", [fact.attribution], attributions)
        yield from _missing(name, f"fact {fact.id}", "chain", (party.chain for party in _parties(fact)), chains)


@dataclass(frozen=True, slots=True)
class Pointed:
    """What of a reading a trace may point at: how long its text is, its chains, its facts and attributions."""

    size: int
    chains: Collection[str]
    stated: Collection[str]


def pointed(reading: Reading) -> Pointed:
    """Return what of a reading a trace may point at."""
    stated = {fact.id for fact in reading.facts} | {attribution.id for attribution in reading.attributions}
    return Pointed(len(reading.report.text), frozenset(chain.id for chain in reading.chains), frozenset(stated))


_NOTHING = Pointed(0, frozenset(), frozenset())


def trace_problems(trace: Trace, readings: Mapping[str, Pointed]) -> Iterator[Problem]:
    """Tell what in `trace`, beyond the readings that it was made of, points at nothing; `readings` are these, by report."""
    families = {family.id for family in trace.families}
    for telling in trace.tellings:
        yield from _telling_problems(telling, readings, families)
    for family in trace.families:
        yield from _family_problems(family, readings)
    for actor in trace.actors:
        yield from _actor_problems(actor, readings)
    claims, actors = {claim.id for claim in trace.claims}, {actor.id for actor in trace.actors}
    for claim in trace.claims:
        where = f"claim {claim.id}"
        yield from _missing(where, "the claim", "claim", (relation.claim for relation in claim.relations), claims)
        yield from _missing(where, "the claim", "actor", (claim.subject_actor, claim.object_actor), actors)
        yield from _claim_problems(claim, readings)


def _telling_problems(telling: Telling, readings: Mapping[str, Pointed], families: set[str]) -> Iterator[Problem]:
    yield from _missing(telling.report, "its telling", "family", [telling.family, *(c.family for c in telling.carries)], families)
    yield from _missing(telling.report, "its telling", "report", [telling.report, telling.retells], readings)
    places = [(place.report, place.span) for drift in telling.drift for place in (drift.earlier, drift.later)]
    places += [place for c in telling.carries for place in ((telling.report, c.span), (c.source.report, c.source.span))]
    yield from _outside(telling.report, places, readings)


def _family_problems(family: Family, readings: Mapping[str, Pointed]) -> Iterator[Problem]:
    yield from _missing(f"family {family.id}", "the family", "report", [*family.reports, family.original.report], readings)


def _actor_problems(actor: Actor, readings: Mapping[str, Pointed]) -> Iterator[Problem]:
    for member in actor.members:
        chains = readings.get(member.report, _NOTHING).chains
        yield from _missing(f"actor {actor.id}", f"its part in {member.report}", "chain", [member.chain], chains)


def _claim_problems(claim: Claim, readings: Mapping[str, Pointed]) -> Iterator[Problem]:
    """A mention is a fact, an attribution or a passage of its report; it stands in the text, as relations and drifts do."""
    where = f"claim {claim.id}"
    for mention in claim.mentions:
        stated = readings.get(mention.report, _NOTHING).stated
        yield from _missing(where, f"its mention in {mention.report}", "fact", [mention.fact, mention.attribution], stated)
    for wording in (claim.weakest, claim.strongest):
        if wording and not 0 <= wording.mention < len(claim.mentions):
            yield Problem(where=where, why=f"its wording is mention {wording.mention}, which is not there")
    places = [(mention.report, span) for mention in claim.mentions for span in (mention.span, *mention.hedges)]
    places += [(place.report, place.span) for drift in claim.drift for place in (drift.earlier, drift.later)]
    places += [(place.report, place.span) for relation in claim.relations for place in (relation.here, relation.there) if place]
    yield from _outside(where, places, readings)


def _outside(where: str, places: Iterable[tuple[str, Span]], readings: Mapping[str, Pointed]) -> Iterator[Problem]:
    for report, span in places:
        size = readings.get(report, _NOTHING).size
        if not 0 <= span.start <= span.end <= size:
            yield Problem(where=where, why=f"{report}:{span.start}-{span.end} lies outside the report's {size} characters")


def _parties(fact: Fact) -> Iterator[Party]:
    yield from (party for party in (fact.subject, fact.object, fact.via) if party is not None)


def _missing(where: str, what: str, kind: str, wanted: Iterable[str | None], there: Iterable[str]) -> Iterator[Problem]:
    for name in wanted:
        if name is not None and name not in there:
            yield Problem(where=where, why=f"{what} points at {kind} {name}, which is not there")


def _collect(value: object, spans: list[Span]) -> None:
    """Put every span within `value` into a list, however deep."""
    if isinstance(value, Span):
        spans.append(value)
    elif isinstance(value, tuple):
        for each in value:
            _collect(each, spans)
    else:
        kind: Any = type(value)
        for name in _spanned(kind):
            if part := getattr(value, name):
                _collect(part, spans)


@cache
def _spanned(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass that may hold spans, by their types: one added to the model is among them."""
    hints = get_type_hints(kind) if is_dataclass(kind) else {}
    return tuple(name for name, hint in hints.items() if _may_hold(hint))


def _may_hold(hint: Any) -> bool:
    return hint is Span or bool(isinstance(hint, type) and _spanned(hint)) or any(map(_may_hold, get_args(hint)))
