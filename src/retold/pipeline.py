"""The only file that knows the order: read -> find -> resolve -> compare -> record.

Stage modules are imported when they are first needed, so that help, errors and stored cases cost no model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from retold.errors import RetoldError
from retold.model import Problem, Reading, Report, Ruling, Trace

if TYPE_CHECKING:
    from retold.read import Bounds
    from retold.record.case import Case

BATCH = 16
"""Reports that are parsed together: enough to keep the parser busy, few enough to hold in memory."""
MANY = 48
"""Reports from which the start of worker processes pays."""

TOLD = ("outlet", "title", "url", "language", "published", "published_from", "notes")
"""What a metadata table tells of a report, and what was noted of that."""

Watch = Callable[[str, int], None]
"""Called with what was just done ("found", "compared") and how many reports are through; by `add` with how many reports of
the case it has to take up first ("missing"), too, and with those that are ("taken up")."""


def read(
    paths: str | Path | Sequence[str | Path],
    *,
    metadata: Path | None = None,
    bounds: Bounds | None = None,
    beside: Iterable[str] = (),
) -> Iterator[Report | Problem]:
    """Read reports from files and folders; yields a `Report`, or a `Problem` for what cannot be read, in the order given.

    The metadata table may tell of the reports `beside`, by name, too. Raises `MetadataError` for one that cannot be used.
    """
    from retold.read import Bounds, reports

    chosen = [paths] if isinstance(paths, (str, Path)) else list(paths)
    yield from reports(chosen, metadata=metadata, bounds=bounds or Bounds(), beside=beside)


def find(reports: Report | Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
    """Find what stands in each report and resolve it within the report.

    Yields a `Reading` a report, or a `Problem` for one that could not be analysed; what `read` could not read passes
    through. From `MANY` reports on they are spread over the machine's processors.
    """
    waiting = iter([reports] if isinstance(reports, Report) else reports)
    first = list(islice(waiting, MANY))
    batches = _batches(chain(first, waiting))
    from retold.workers import processors, spread  # takes a while to load, and stored cases have no need of it

    if len(first) < MANY or processors() < 2:
        found: Iterable[list[Reading | Problem]] = map(_found, batches)
    else:
        found = spread(_found, batches)
    for batch in found:
        yield from batch


def _batches(reports: Iterable[Report | Problem]) -> Iterator[list[Report | Problem]]:
    waiting = iter(reports)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _found(batch: Sequence[Report | Problem]) -> list[Reading | Problem]:
    """Return the readings of a batch; where it fails, go on one by one, so that a bad report sinks only itself."""
    from retold.find.findings import findings
    from retold.resolve.reading import reading

    reports = [each for each in batch if isinstance(each, Report)]
    done: list[Reading | Problem] = [each for each in batch if isinstance(each, Problem)]
    left = list(reports)
    try:
        for found in findings(reports):
            done.append(reading(found))
            left.remove(found.report)
    except (RetoldError, ImportError):
        raise  # a table or a model that cannot be used: no report's fault, and the same for all
    except Exception as error:
        if len(reports) == 1:
            return [*done, Problem(where=reports[0].name, why=f"could not be analysed: {type(error).__name__}: {error}")]
        done += (found for report in left for found in _found([report]))
    return done


def compare(readings: Sequence[Reading], problems: Sequence[Problem] = (), rulings: Sequence[Ruling] = ()) -> Trace:
    """Hold readings side by side: actors across reports, families of retellings, claims and what changed in them, all as
    `rulings` have it."""
    from retold.compare.claims import claims
    from retold.compare.declared import declared
    from retold.compare.drift.tellings import drifted
    from retold.compare.retellings import retellings
    from retold.compare.ruled import judged, marked, moves, placed
    from retold.resolve.actors.across import actors
    from retold.resolve.actors.ruled import verdicts
    from retold.resolve.redated import redated
    from retold.resolve.ruled import retimed, ruled

    found = ruled(readings, rulings)
    moved = moves(rulings, (r.report.name for r in readings))
    places = retellings(found.readings, moved.regrouped if moved.governing else None)
    tellings, families = declared(found.readings, *placed(found.readings, places, moved))
    readings = retimed(redated(found.readings, tellings), rulings, found.governing)
    tellings = judged(drifted(readings, tellings), rulings, {n: each[0].span for n, each in found.governing.items()})
    who = actors(readings, rulings)
    judged_on = verdicts(who, rulings, readings)
    return Trace(
        readings=tuple(readings),
        tellings=tellings,
        families=families,
        actors=who,
        claims=marked(claims(readings, who, tellings, found.rejected, verdicts=judged_on), tellings, found.marks),
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

    What the case has read before is not read again, and keeps what a metadata table told of it then, if this run has none, and
    so does what was removed from it; where nothing is new, nothing is compared again either.
    Each report is kept as soon as it is read, so that nothing is lost when the run is broken off.

    Raises `CaseError` and `MetadataError`; what concerns one report is in `Trace.problems`.
    """
    problems: list[Problem] = []
    readings: dict[str, Reading] = {r.report.name: r for r in case.readings()} if case else {}

    def known(name: str) -> Report | None:
        if case is None or metadata:
            return None
        return readings[name].report if name in readings else case.last(name)

    given = read(paths, metadata=metadata, bounds=bounds, beside=tuple(readings))
    for found in read_and_found(given, case, known):
        watch("found", 1)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            readings[found.report.name] = found

    def again(readings: Sequence[Reading], rulings: Sequence[Ruling] = ()) -> Trace:
        record = compare(readings, problems, rulings)
        watch("compared", len(readings))
        return record

    if case is None:
        return again(in_order(readings.values()))
    from retold.record.traced import traced

    return traced(case, in_order(readings.values()), problems, compare=again)


def remove(case: Case, reports: Sequence[str], reason: str) -> Trace:
    """Remove reports from a case, with what only they supported; return the trace as it then is. Nothing is read anew.

    Raises `CaseError`, and `ReportError` for a name that the case does not hold; nothing is then removed.
    """
    from retold.record import removal

    def again() -> Trace:
        problems = [each for each in case.problems() if each.where not in reports]
        return compare(in_order(case.readings()), problems, _held(case))

    return removal.remove(case, reports, reason, again=again)


def _held(case: Case | None) -> tuple[Ruling, ...]:
    from retold.record import rulings

    return rulings.held(case) if case else ()


def in_order(readings: Iterable[Reading]) -> list[Reading]:
    """Return readings in the order in which they are compared."""
    return sorted(readings, key=lambda r: r.report.name)


def read_and_found(
    reports: Iterable[Report | Problem], case: Case | None, known: Callable[[str], Report | None]
) -> Iterator[Reading | Problem]:
    """Yield what the case holds of the reports that have not changed; find and keep the others."""
    if case is None:
        yield from find(reports)
        return
    from retold.record.limits import admitted

    held: list[Reading] = []

    def fresh() -> Iterator[Report | Problem]:
        for each in map(admitted, reports):
            told = _as_told(each, known(each.name)) if isinstance(each, Report) else each
            reading = case.reading(told) if isinstance(told, Report) else None
            if reading:
                held.append(reading)
            else:
                yield told

    for found in map(admitted, find(fresh())):
        if isinstance(found, Reading):
            case.keep_reading(found)
        yield found
        yield from _emptied(held)
    yield from _emptied(held)


def _as_told(report: Report, known: Report | None) -> Report:
    """Return a report with what was told of it before: a file that has changed keeps of that what it does not tell itself."""
    if known is None:
        return report
    same = known.digest == report.digest
    told = {name: before for name in TOLD if (before := getattr(known, name)) is not None}
    if not same and (report.published is not None or known.published_from not in ("metadata", "text")):
        told = {name: before for name, before in told.items() if name not in ("published", "published_from")}
    return replace(report, **{name: before for name, before in told.items() if same or not getattr(report, name)})


def _emptied(held: list[Reading]) -> list[Reading]:
    taken, held[:] = list(held), []
    return taken
