"""A person points at a finding by its place; a ruling knows it by its words too, so that it is found when its report changes.

What stands exactly there is meant; else the shortest finding that covers the place, else the longest that lies in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from retold.model import Attribution, Claim, Fact, Passage, Reading, Ruling, Side, Span, Telling, What
from retold.resolve.actors.ruled import mention_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding of a report, as a ruling knows it."""

    what: What
    span: Span
    id: str | None = None
    """Of a fact or an attribution."""
    kind: str | None = None
    about: str | None = None
    also: tuple[Span, ...] = ()
    """Other places by which it may be pointed at."""


def findings(reading: Reading) -> Iterator[Found]:
    """Yield what somebody may rule on in a report; what has no words there cannot be pointed at."""
    for fact in reading.facts:
        yield Found(what="fact", id=fact.id, span=fact.span, kind=fact.kind, about=_parties(fact))
    for attribution in reading.attributions:
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        if spans:
            whole = Span(min(s.start for s in spans), max(s.end for s in spans))
            span = (attribution.content or attribution.cue or spans)[0]
            yield Found(
                what="attribution",
                id=attribution.id,
                span=span,
                about=_source(attribution, reading.report.text),
                also=(whole, *attribution.cue, *attribution.source),
            )
    yield from (Found(what="mention", span=m.span) for m in reading.mentions if m.chain)
    yield from (Found(what="time", span=t.span) for t in reading.times)
    yield from (Found(what="credit", span=c.span, about=c.name) for c in reading.credits if c.span.start < c.span.end)


def changes(telling: Telling | None) -> Iterator[Found]:
    """Yield what a report changed in what it retells."""
    for drift in telling.drift if telling else ():
        yield Found(what="drift", span=drift.later.span, kind=drift.kind, about=drift.reason)


def wordings(claims: Iterable[Claim], place: Passage) -> Iterator[Found]:
    """Yield the claims of which a place is a wording."""
    for claim in claims:
        if any((m.report, m.span) == (place.report, place.span) for m in claim.mentions):
            yield Found(what="claim", span=place.span, kind=claim.kind)


def pointed(span: Span, among: Sequence[Found]) -> list[Found]:
    """Return the findings that a place means: one, several that stand at the same place, or none."""
    ranked = [(rank, found) for found in among if (rank := _rank(span, found))]
    best = min((rank for rank, _ in ranked), default=None)
    return [found for rank, found in ranked if rank == best]


def meant(ruling: Ruling, reading: Reading) -> list[Found]:
    """Return the findings that a ruling speaks of, nearest to its place; none where its words are not there any more."""
    text, words, at = reading.report.text, ruling.words[0], ruling.one.span.start
    if ruling.what == "report":
        return [Found(what="report", span=ruling.one.span)]
    if ruling.what == "kind":
        mention = mention_of(ruling.one, words, {reading.report.name: reading})
        return [Found(what="kind", span=mention.span)] if mention else []
    if ruling.what in ("drift", "claim"):
        spans = list(_places(text, words))
        nearest = min(spans, key=lambda s: abs(s.start - at), default=None)
        return [Found(what=ruling.what, span=nearest, kind=ruling.kind, about=ruling.about)] if nearest else []
    what: What | None = "fact" if ruling.what in get_args(Side) else ruling.what
    known = (what, ruling.kind, ruling.about)
    same = [f for f in findings(reading) if (f.what, f.kind, f.about) == known and text[slice(*f.span)] == words]
    start = min((f.span.start for f in same), key=lambda start: abs(start - at), default=None)
    return [replace(f, what=ruling.what or f.what) for f in same if f.span.start == start]


def _rank(span: Span, found: Found) -> tuple[int, int] | None:
    """Return how well a place fits a finding, the lower the better; None where it does not."""
    ranks: list[tuple[int, int]] = []
    for place in (found.span, *found.also):
        if place == span:
            ranks.append((0, 0))
        elif place.start <= span.start and span.end <= place.end:
            ranks.append((1, place.end - place.start))
        elif span.start <= place.start and place.end <= span.end:
            ranks.append((2, place.start - place.end))
    return min(ranks, default=None)


def _places(text: str, words: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words))


def _parties(fact: Fact) -> str | None:
    """The parties in the report's words: their names may be resolved otherwise one day."""
    return " – ".join(party.described for party in (fact.subject, fact.object) if party) or None


def _source(attribution: Attribution, text: str) -> str | None:
    spans = sorted((*attribution.source, *attribution.cue))
    return " ".join(" ".join(text[s.start : s.end].split()) for s in spans) or None
