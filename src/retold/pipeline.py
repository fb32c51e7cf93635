"""The only file that knows the order: read -> find -> resolve -> compare -> record.

Stage modules are imported when they are first needed, so that help, errors and stored cases cost no model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from retold.model import Problem, Reading, Report, Trace

if TYPE_CHECKING:
    from retold.read import Bounds
    from retold.record.case import Case

BATCH = 16
"""Reports that are parsed together: enough to keep the parser busy, few enough to hold in memory."""

Watch = Callable[[str, int], None]
"""Called with what was just done ("read", "found", "compared") and how many reports are through."""


def read(
    paths: str | Path | Sequence[str | Path], *, metadata: Path | None = None, bounds: Bounds | None = None
) -> Iterator[Report | Problem]:
    """Read reports from files and folders; yields a `Report`, or a `Problem` for what cannot be read, in the order given.

    Raises `MetadataError` for a metadata table that cannot be used.
    """
    from retold.read import Bounds, reports

    chosen = [paths] if isinstance(paths, (str, Path)) else list(paths)
    yield from reports(chosen, metadata=metadata, bounds=bounds or Bounds())


def find(reports: Report | Iterable[Report]) -> Iterator[Reading]:
    """Find what stands in each report and resolve it within the report; yields a `Reading` a report."""
    from retold.find.findings import findings
    from retold.resolve.reading import reading

    waiting = iter([reports] if isinstance(reports, Report) else reports)
    while batch := list(islice(waiting, BATCH)):
        yield from map(reading, findings(batch))


def compare(readings: Sequence[Reading], problems: Sequence[Problem] = ()) -> Trace:
    """Hold readings side by side: actors across reports, families of retellings, claims and what changed in them."""
    from retold.compare.claims import claims
    from retold.compare.retellings import retellings
    from retold.resolve.actors import actors

    who = actors(readings)
    tellings, families = retellings(readings)
    return Trace(
        readings=tuple(readings),
        tellings=tellings,
        families=families,
        actors=who,
        claims=claims(readings, who, tellings),
        problems=tuple(problems),
    )


def trace(
    paths: str | Path | Sequence[str | Path],
    *,
    case: Case | None = None,
    metadata: Path | None = None,
    bounds: Bounds | None = None,
    watch: Watch = lambda _done, _count: None,
) -> Trace:
    """Read, find, resolve and compare; with a `case`, add to its record and return all that it holds.

    What the case has read before is not read again; each report is kept as soon as it is read, so that nothing is lost
    when the run is broken off. Raises `CaseError` and `MetadataError`; what concerns one report is in `Trace.problems`.
    """
    problems: list[Problem] = []
    readings: dict[str, Reading] = {r.report.name: r for r in case.readings()} if case else {}
    for reading in _readings(read(paths, metadata=metadata, bounds=bounds), readings, problems):
        if case and readings.get(reading.report.name) is not reading:
            case.keep_reading(reading)
        readings[reading.report.name] = reading
        watch("found", 1)
    found = compare(sorted(readings.values(), key=lambda r: r.report.name), problems)
    watch("compared", len(readings))
    if case:
        case.keep_trace(found)
    return found


def _readings(reports: Iterable[Report | Problem], held: dict[str, Reading], problems: list[Problem]) -> Iterator[Reading]:
    """Yield the held reading of a report that has not changed, a new one of any other."""
    waiting = set_aside(reports, problems)
    while batch := list(islice(waiting, BATCH)):
        known = {r.name for r in batch if r.name in held and held[r.name].report == r}
        yield from (held[r.name] for r in batch if r.name in known)
        yield from find(r for r in batch if r.name not in known)


def set_aside(reports: Iterable[Report | Problem], problems: list[Problem]) -> Iterator[Report]:
    """Yield the reports; what could not be read is added to `problems`."""
    for report in reports:
        if isinstance(report, Problem):
            problems.append(report)
        else:
            yield report
