"""The command line: `retold find`, `trace`, `brief`, `show`.

Exit status: 0 all done; 1 something could not be used, each with a line on standard error, the rest done; 2 wrong
usage; 130 broken off.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from retold.errors import ReportError, RetoldError

if TYPE_CHECKING:
    from retold.model import Problem, Report, Trace
    from retold.read import Bounds

app = typer.Typer(
    name="retold",
    help="Read the news reports on an affair and keep the record: who reported what, on whose word, retold from where.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,  # help in colours would cost half a second
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[list[Path], typer.Argument(help="Reports (.txt, .html) and folders of them.", show_default=False)]
Metadata = Annotated[
    Path | None,
    typer.Option(help="Table (TSV or CSV) with a column `report` and any of published, outlet, url, title, language."),
]
MaxSize = Annotated[float, typer.Option(help="Largest report that is read, in megabytes.", min=0.001)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON (docs/json.md) in place of text.")]
PLACE = re.compile(r"(?P<report>.+):(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)


@app.callback(invoke_without_command=True)
def retold(version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False) -> None:
    """Read the news reports on an affair and keep the record: who reported what, on whose word, retold from where."""
    if version:
        from importlib.metadata import version as installed

        print(f"retold {installed('retold')}")
        raise typer.Exit


@app.command()
def trace(
    paths: Paths,
    case: Annotated[Path | None, typer.Option(help="Keep the record in this SQLite file, and add to it.")] = None,
    metadata: Metadata = None,
    as_json: AsJson = False,
    max_size: MaxSize = 20.0,
) -> None:
    """Read reports on an affair and print the brief: where it comes from, what is claimed, when, who, what is not known."""
    from contextlib import nullcontext

    from retold import pipeline
    from retold.read import listing
    from retold.record.case import Case
    from retold.show.terminal import progress

    files, _ = listing(paths)
    with Case(case) if case else nullcontext() as record, progress(len(files)) as watch:
        found = pipeline.trace(paths, case=record, metadata=metadata, bounds=_bounds(max_size), watch=watch)
    _print_trace(found, as_json=as_json)
    _end(found.problems)


@app.command()
def find(paths: Paths, metadata: Metadata = None, as_json: AsJson = False, max_size: MaxSize = 20.0) -> None:
    """Print what stands in each report: attributions, people, times, facts, credits. With --json a line a report."""
    from retold import pipeline
    from retold.show.single import print_reading

    problems: list[Problem] = []
    reports = pipeline.read(paths, metadata=metadata, bounds=_bounds(max_size))
    for reading in pipeline.find(pipeline.set_aside(reports, problems)):
        print_reading(reading, as_json=as_json)
    _end(problems)


@app.command()
def brief(
    case: Annotated[Path, typer.Argument(help="A case file made by `retold trace --case`.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Print the brief of a case again."""
    from retold.record.case import Case

    with Case(case, create=False, readonly=True) as record:
        found = record.trace()
    _print_trace(found, as_json=as_json)


@app.command()
def show(
    place: Annotated[str, typer.Argument(help="REPORT:START-END, as the brief gives it.", show_default=False)],
    case: Annotated[Path | None, typer.Option(help="Take the report as this case holds it.")] = None,
    max_size: MaxSize = 20.0,
) -> None:
    """Print the passage of a report that a line of the brief points at."""
    from retold.model import Span
    from retold.show.terminal import print_passage

    match = PLACE.fullmatch(place)
    if not match:
        raise typer.BadParameter("a place is REPORT:START-END, for example reports/one.txt:120-180")
    span = Span(int(match["start"]), int(match["end"]))
    report = _report(match["report"], case, max_size)
    if not span.start < span.end <= len(report.text):
        raise ReportError(report.name, f"has no place {span.start}-{span.end}: it is {len(report.text)} characters long")
    print_passage(report, span)


def _report(name: str, case: Path | None, max_size: float) -> Report:
    from retold import pipeline
    from retold.model import Problem

    if case:
        from retold.record.case import Case

        with Case(case, create=False, readonly=True) as record:
            held = {r.report.name: r.report for r in record.readings()}
        if name not in held:
            raise ReportError(name, f"is not in {case}")
        return held[name]
    found = next(iter(pipeline.read(name, bounds=_bounds(max_size))))
    if isinstance(found, Problem):
        raise ReportError(found.where, found.why)
    return found


def _print_trace(found: Trace, *, as_json: bool) -> None:
    if as_json:
        import json

        from retold.show.contract import trace_json

        print(json.dumps(trace_json(found), ensure_ascii=False))
        return
    from retold.show.brief import brief as sections
    from retold.show.brief import number
    from retold.show.terminal import print_brief

    print_brief(f"What {number(len(found.readings), 'report')} say, and on whose word", sections(found))


def _bounds(max_size: float) -> Bounds:
    from retold.read import Bounds

    return Bounds(max_bytes=int(max_size * 1_000_000))


def _end(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(f"retold: {problem.where}: {problem.why}", file=sys.stderr)
    if problems:
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; every refusal is one line on standard error."""
    try:
        app()
    except RetoldError as error:
        print(f"retold: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        print("retold: broken off; what was read so far is kept if a case was given", file=sys.stderr)
        sys.exit(130)
