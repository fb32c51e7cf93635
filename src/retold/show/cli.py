"""The command line: what each command does stands here or in a file of its own; `people` and `rule` are groups of commands.

Exit status: 0 all done; 1 something could not be used, each with a line on standard error, the rest done; 2 wrong
usage; 130 and 143 broken off. Standard output holds the brief or the JSON and nothing else.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from retold.errors import CaseError
from retold.show import asof, checking, history, looking, people, removal, rule, search, serving, versions
from retold.show.arguments import AsJson, CasePath, MaxSize, Metadata, Paths, bounds
from retold.show.ending import done, ended, stoppable
from retold.show.epilogs import (
    ADD,
    ASOF,
    BRIEF,
    CHECK,
    COMPARE,
    FIND,
    HISTORY,
    PAGES,
    REMOVE,
    SEARCH,
    SERVE,
    SHOW,
    STATUS,
    TRACE,
    VERSIONS,
)

if TYPE_CHECKING:
    from retold.model import Problem, Trace

app = typer.Typer(
    name="retold",
    help="Read the news reports on an affair and keep the record: who reported what, on whose word, retold from where.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,  # help in colours would cost half a second
    pretty_exceptions_enable=False,
    epilog=STATUS,
    context_settings={"help_option_names": ["-h", "--help"]},
)

KEPT = {
    "trace": "with --case what was read so far is kept, and the next run goes on from there",
    "add": "the reports that were told of are kept, and the next run goes on from there",
}
"""What is left of a command that is broken off, where that is not nothing."""

app.add_typer(people.app, name="people")
app.add_typer(rule.app, name="rule")


@app.callback(invoke_without_command=True)
def retold(version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False) -> None:
    """Read the news reports on an affair and keep the record: who reported what, on whose word, retold from where."""
    if version:
        from importlib.metadata import version as installed

        print(f"retold {installed('retold')}")
        raise typer.Exit


@app.command(epilog=TRACE)
def trace(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATHS", help="Reports (.txt, .html) and folders of them.", show_default=False),
    ] = None,
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
    from retold.show.terminal import progress, say

    if not paths and case is None:
        raise typer.BadParameter("name reports, or a case that holds some", param_hint="PATHS")
    files, _ = listing(paths or [])
    with Case(case, create=bool(paths)) if case else nullcontext() as record, progress(len(files)) as watch:
        found = pipeline.trace(paths or [], case=record, metadata=metadata, bounds=bounds(max_size), watch=watch)
    with _telling(found.problems):
        if found.readings or as_json:
            _print_trace(found, as_json=as_json)
        else:
            say("no report could be read, so there is no brief")


@app.command(epilog=ADD)
def add(
    case: CasePath,
    paths: Paths,
    metadata: Metadata = None,
    as_json: AsJson = False,
    max_size: MaxSize = 20.0,
) -> None:
    """Add reports to a case and say of each at once what it retells, what it declares and what it changed."""
    import shlex

    from retold import addition
    from retold.model import Problem
    from retold.read import listing
    from retold.record.case import Case
    from retold.show.added import STALE, added_json, print_added, steps
    from retold.show.terminal import one_line, print_json

    problems: list[Problem] = []
    files, _ = listing(paths)
    with _telling(problems), Case(case, create=False) as record:
        with steps(len(files)) as shown:
            for found in addition.add(paths, case=record, metadata=metadata, bounds=bounds(max_size), watch=shown.watch):
                if isinstance(found, Problem):
                    problems.append(found)
                    continue
                with shown.aside():
                    print_json(added_json(found)) if as_json else print_added(found)
        if not as_json and not record.settled:
            print(one_line(f"{STALE} {shlex.quote(str(case))}"))


@app.command(epilog=FIND)
def find(paths: Paths, metadata: Metadata = None, as_json: AsJson = False, max_size: MaxSize = 20.0) -> None:
    """Print what stands in each report: attributions, people, times, facts, credits. With --json a line a report."""
    from retold import pipeline
    from retold.model import Problem
    from retold.show.single import print_reading

    problems: list[Problem] = []
    with _telling(problems):
        for found in pipeline.find(pipeline.read(paths, metadata=metadata, bounds=bounds(max_size))):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                print_reading(found, as_json=as_json)


@app.command(epilog=BRIEF)
def brief(case: CasePath, only: asof.Only = None, as_json: AsJson = False) -> None:
    """Print the brief of a case again; of a large one the first of each section."""
    from retold.record.as_of import NOW
    from retold.record.case import Case

    with Case(case, create=False, readonly=True) as record:
        settled = record.settled
        if not as_json and not record.select("SELECT 1 FROM tellings WHERE retracted_at IS NULL LIMIT 1"):
            why = "holds no brief yet: the trace into it was broken off; run it again, it goes on where it was"
            raise CaseError(f"{case}: {why}")
        asof.print_record(record, NOW, only, as_json=as_json)
    if not settled:
        raise CaseError(f"{case}: holds newer reports than this brief; trace into it again")


app.command(epilog=COMPARE)(looking.compare)
app.command(epilog=SHOW)(looking.show)
app.command(epilog=ASOF)(asof.asof)
app.command(epilog=HISTORY)(history.history)
app.command(epilog=REMOVE)(removal.remove)
app.command(epilog=CHECK)(checking.check)
app.command(epilog=VERSIONS)(versions.versions)
app.command(epilog=SEARCH)(search.search)
app.command(epilog=SERVE)(serving.serve)
app.command(epilog=PAGES)(serving.pages)


def _print_trace(found: Trace, *, as_json: bool) -> None:
    if as_json:
        from retold.show.contract import trace_json
        from retold.show.terminal import print_json

        print_json(trace_json(found))
        return
    from retold.show.brief import brief as sections
    from retold.show.brief.lines import number
    from retold.show.terminal import print_brief

    print_brief(f"Who says what in {number(len(found.readings), 'report')}", sections(found))


@contextlib.contextmanager
def _telling(problems: Sequence[Problem]) -> Iterator[None]:
    """Name the problems after the output, even where the output broke off, and end with 1 if there are any."""
    from retold.show.terminal import say

    try:
        yield
    finally:
        for problem in problems:
            say(f"{problem.where}: {problem.why}")
    if problems:
        raise typer.Exit(1)


def main() -> None:
    """Run the command line and end the process with its exit status; every refusal is one line on standard error."""
    stoppable()
    status = run(sys.argv[1:])
    done()
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status. Whatever goes wrong is one line on standard error, never a traceback."""
    kept = KEPT.get(arguments[0]) if arguments else None
    return ended(lambda: app(list(arguments)), **({"kept": kept} if kept else {}))
