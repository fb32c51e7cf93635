"""The only file that knows the order: read -> find -> resolve -> compare -> record.

Stage modules are imported when they are first needed, so that help, errors and stored cases cost no model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from retold.errors import CaseError, RetoldError
from retold.model import Problem, Reading, Report, Trace

if TYPE_CHECKING:
    from retold.read import Bounds
    from retold.record.case import Case

BATCH = 16
"""Reports that are parsed together: enough to keep the parser busy, few enough to hold in memory."""

Value = TypeVar("Value", bound=Report | Reading | Problem)

Watch = Callable[[str, int], None]
"""Called with what was just done ("found", "compared") and how many reports are through."""


def read(
    paths: str | Path | Sequence[str | Path], *, metadata: Path | None = None, bounds: Bounds | None = None
) -> Iterator[Report | Problem]:
    """Read reports from files and folders; yields a `Report`, or a `Problem` for what cannot be read, in the order given.

    Raises `MetadataError` for a metadata table that cannot be used.
    """
    from retold.read import Bounds, reports

    chosen = [paths] if isinstance(paths, (str, Path)) else list(paths)
    yield from reports(chosen, metadata=metadata, bounds=bounds or Bounds())


def find(reports: Report | Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
    """Find what stands in each report and resolve it within the report.

    Yields a `Reading` a report, or a `Problem` for one that could not be analysed; what `read` could not read passes through.
    """
    waiting = iter([reports] if isinstance(reports, Report) else reports)
    while batch := list(islice(waiting, BATCH)):
        yield from (each for each in batch if isinstance(each, Problem))
        yield from _found([each for each in batch if isinstance(each, Report)])


def _found(reports: Sequence[Report]) -> Iterator[Reading | Problem]:
    """Yield the readings of a batch; where it fails, go on one by one, so that a bad report sinks only itself."""
    from retold.find.findings import findings
    from retold.resolve.reading import reading

    left = list(reports)
    try:
        for found in findings(reports):
            yield reading(found)
            left.remove(found.report)
    except (RetoldError, ImportError):
        raise  # a table or a model that cannot be used: no report's fault, and the same for all
    except Exception as error:
        if len(reports) == 1:
            yield Problem(where=reports[0].name, why=f"could not be analysed: {type(error).__name__}: {error}")
            return
        for report in left:
            yield from _found([report])


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
    for found in _read_and_found(read(paths, metadata=metadata, bounds=bounds), case):
        watch("found", 1)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            readings[found.report.name] = found
    record = compare(sorted(readings.values(), key=lambda r: r.report.name), problems)
    watch("compared", len(readings))
    if case:
        case.keep_trace(record)
    return record


def _read_and_found(reports: Iterable[Report | Problem], case: Case | None) -> Iterator[Reading | Problem]:
    """Yield what the case holds of the reports that have not changed; find and keep the others."""
    if case is None:
        yield from find(reports)
        return
    waiting = map(_keepable, reports)
    while batch := list(islice(waiting, BATCH)):
        held = [(each, case.reading(each) if isinstance(each, Report) else None) for each in batch]
        yield from (known for _, known in held if known)
        for found in map(_keepable, find(each for each, known in held if not known)):
            if isinstance(found, Reading):
                case.keep_reading(found)
            yield found


def _keepable(value: Value) -> Value | Problem:
    """Return `value`, or the problem that no case can hold it: a file name with bytes that are no text, an infinite sum."""
    from retold.record.pack import canonical

    try:
        canonical(value)
    except CaseError as error:
        if isinstance(value, Problem):
            return Problem(where=_written(value.where), why=_written(value.why))
        name = value.name if isinstance(value, Report) else value.report.name
        why = str(error) if name == _written(name) else "its name is not UTF-8, which a case cannot hold: rename the file"
        return Problem(where=_written(name), why=_written(why))
    return value


def _written(text: str) -> str:
    """Return text that any file can hold: a lone surrogate stands as its code."""
    return text.encode(errors="backslashreplace").decode()
