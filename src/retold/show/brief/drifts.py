"""What a report changed in words that state no claim is told under the report; all other changes stand with their claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from retold.model import Drift, Passage, Trace
from retold.show.brief.lines import Line, Numbers, Readings, called, place_of, quoted

MOST = 5
"""Changes of one report that the brief tells; the JSON has all."""

Drifts = Mapping[str, Sequence[Drift]]
"""Report -> what it changed, in order of its text."""


def unclaimed(trace: Trace, numbers: Numbers) -> Drifts:
    """Return the drifts of each report that stand with no claim of the brief, each once."""
    told = {drift for claim in trace.claims if claim.id in numbers for drift in claim.drift}
    found = {t.report: tuple(d for d in dict.fromkeys(t.drift) if d not in told) for t in trace.tellings}
    return {report: drifts for report, drifts in found.items() if drifts}


def changed(drifts: Sequence[Drift], readings: Readings, depth: int) -> Iterator[Line]:
    """Yield what a report changed with the passage it had it from and its own, at most `MOST`, then how many more there are."""
    for drift in drifts[:MOST]:
        yield Line(text=f"! {drift.kind}: {drift.reason}", place=place_of(drift.later), depth=depth)
        source = called(readings[drift.earlier.report]) if drift.earlier.report in readings else drift.earlier.report
        yield Line(text=f"before: {_said(drift.earlier, readings)} — {source}", place=place_of(drift.earlier), depth=depth + 1)
        yield Line(text=f"now: {_said(drift.later, readings)}", place=place_of(drift.later), depth=depth + 1)
    if len(drifts) > MOST:
        yield Line(text=f"and {len(drifts) - MOST} more", depth=depth)


def _said(passage: Passage, readings: Readings) -> str:
    reading = readings.get(passage.report)
    return quoted(reading.report.text[passage.span.start : passage.span.end]) if reading else "“”"
