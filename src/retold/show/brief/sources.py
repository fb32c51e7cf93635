"""Where it comes from: originals and those that retell them, who credits whom, and who credits nobody."""

from __future__ import annotations

from collections.abc import Iterator

from retold.model import Family, Reading, Span, Telling, Trace
from retold.show.brief.lines import Line, Readings, called, number, place


def sources(trace: Trace, readings: Readings) -> Iterator[Line]:
    """Yield families of retellings with their reports, then the reports that stand alone, then who credits nobody."""
    tellings = {t.report: t for t in trace.tellings}
    for family in trace.families:
        state = "held" if family.original.held else "named, not held"
        count = number(len(family.reports), "report")
        yield Line(text=f"{family.original.name} (original {state}): {count}; {family.reason}")
        for report in family.reports:
            yield from _telling(tellings[report], readings[report], family)
    for telling in trace.tellings:
        if not telling.family:
            yield from _telling(telling, readings[telling.report])
    silent = [t for t in trace.tellings if t.family and not t.credits and t.role != "origin"]
    if silent:
        yield Line(text="Retell and credit nobody: " + ", ".join(called(readings[t.report]) for t in silent))


def _telling(telling: Telling, reading: Reading, family: Family | None = None) -> Iterator[Line]:
    credited = f"credits {', '.join(telling.credits)}" if telling.credits else "credits nobody"
    if telling.role == "origin":
        credited = "the original"
    spans = [c.span for c in reading.credits if c.name in telling.credits]
    at = spans[0] if spans else Span(*(reading.report.headline or next(iter(reading.report.body), Span(0, 0))))
    text = f"{called(reading)}: {_role(telling, family)}; {credited}"
    yield Line(text=text, place=place(telling.report, at), depth=1 if family else 0)
    if telling.reason:
        yield Line(text=f"because {telling.reason}", depth=2 if family else 1)


def _role(telling: Telling, family: Family | None) -> str:
    """The role in words; of a report whose original is not held and has no other copy here, nobody can tell how it retells."""
    if family is None:
        return "stands alone"
    if len(family.reports) == 1 and not family.original.held:
        return f"carried on from {family.original.name}, how closely cannot be told"
    return telling.role
