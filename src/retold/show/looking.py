"""`retold show` and `retold compare`: reports are looked at as a case holds them, or as their files have them now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from retold.errors import ReportError
from retold.show.arguments import AsJson, MaxSize, bounds

if TYPE_CHECKING:
    from retold.model import Reading, Report


def compare(
    one: Annotated[str, typer.Argument(help="The report that was first.", show_default=False)],
    two: Annotated[str, typer.Argument(help="The report that retells it.", show_default=False)],
    case: Annotated[Path | None, typer.Option(help="Take the reports as this case holds them.")] = None,
    as_json: AsJson = False,
    max_size: MaxSize = 20.0,
) -> None:
    """Show two reports side by side: which passage tells which, and what the second changed."""
    from retold.compare.drift.compared import compared
    from retold.show.beside import beside_json, print_beside
    from retold.show.terminal import print_json

    readings = _reading(one, case, max_size), _reading(two, case, max_size)
    found = compared(*readings)
    if as_json:
        print_json(beside_json(readings, found))
    else:
        print_beside(readings, found)


def show(
    place: Annotated[str, typer.Argument(help="REPORT:START-END, as the brief gives it.", show_default=False)],
    case: Annotated[Path | None, typer.Option(help="Take the report as this case holds it.")] = None,
    max_size: MaxSize = 20.0,
) -> None:
    """Print the passage of a report that a line of the brief points at."""
    from retold.show.place import parsed
    from retold.show.terminal import print_passage

    passage = parsed(place)
    span, report = passage.span, _report(passage.report, case, max_size)
    if not span.start < span.end:
        raise ReportError(report.name, f"has no place {span.start}-{span.end}: it ends before it begins")
    if span.end > len(report.text):
        raise ReportError(report.name, f"has no place {span.start}-{span.end}: it is {len(report.text)} characters long")
    print_passage(report, span)


def _reading(name: str, case: Path | None, max_size: float) -> Reading:
    """Return a report with what stands in it: as the case holds it, else found now. Raises `ReportError`."""
    from retold import pipeline
    from retold.model import Problem
    from retold.record.case import Case

    report = _report(name, case, max_size)
    if case:
        with Case(case, create=False, readonly=True) as record:
            held = record.reading(report)
        if held is not None:
            return held
    found = next(pipeline.find(report))
    if isinstance(found, Problem):
        raise ReportError(found.where, found.why)
    return found


def _report(name: str, case: Path | None, max_size: float) -> Report:
    from retold import pipeline
    from retold.model import Problem

    if case:
        from retold.record.called import called
        from retold.record.case import Case

        with Case(case, create=False, readonly=True) as record:
            held = record.report(name) or record.report(called(record, name))
        if held is None:
            raise ReportError(name, f"is not in {case}")
        return held
    if Path(name).is_dir():
        raise ReportError(name, "is a folder, not a report")
    found = next(pipeline.read(name, bounds=bounds(max_size)))
    if isinstance(found, Problem):
        raise ReportError(found.where, found.why)
    return found
