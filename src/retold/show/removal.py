"""`retold remove`: a report that does not belong in the record leaves it, with what only it supported; why is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from retold.errors import ReportError
from retold.show.arguments import CasePath

if TYPE_CHECKING:
    from retold.model import Problem, Trace
    from retold.record.case import Case

SHOWN = 10
"""Claims that are told one by one; of more, how many."""


def remove(
    case: CasePath,
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Their paths, or file names.", show_default=False)],
    reason: Annotated[str, typer.Option(help="Why, in your words; kept with the removal.", show_default=False)],
) -> None:
    """Remove reports from a case, with what only they supported; the removal and its reason stay in its history."""
    from retold import pipeline
    from retold.record.case import Case
    from retold.show.terminal import one_line, say

    with Case(case, create=False) as record:
        held, problems = _held(record, reports)
        if held:
            before = record.across()  # what the reports say is not needed to tell what went
            after = pipeline.remove(record, held, reason)
            for line in lines(before, after, held):
                print(one_line(line))
    for problem in problems:
        say(f"{problem.where}: {problem.why}")
    if problems:
        raise typer.Exit(1)


def _held(case: Case, names: Collection[str]) -> tuple[list[str], list[Problem]]:
    """Return the reports of the case that are meant, and what to say of names that mean none, or several."""
    from retold.model import Problem
    from retold.record.called import called

    held: dict[str, None] = {}
    problems = []
    for name in dict.fromkeys(names):
        try:
            held[called(case, name)] = None
        except ReportError as error:
            problems.append(Problem(where=error.report, why=error.why))
    return list(held), problems


def lines(before: Trace, after: Trace, removed: Collection[str]) -> Iterator[str]:
    """Yield what was removed, and what went and changed with it."""
    from retold.show.brief.lines import number, quoted

    gone = set(removed)
    yield from (f"removed {name}" for name in removed)
    touched = [(claim, {mention.report for mention in claim.mentions}) for claim in before.claims]
    only = [claim for claim, reports in touched if reports and reports <= gone]
    if only:
        yield f"with {'it' if len(gone) == 1 else 'them'} went {number(len(only), 'claim')} that nothing else supported:"
        yield from (f"  {quoted(claim.text)}" for claim in only[:SHOWN])
        if len(only) > SHOWN:
            yield f"  and {len(only) - SHOWN} more"
    fewer = sum(1 for _, reports in touched if reports & gone and not reports <= gone)
    if fewer:
        yield f"{number(fewer, 'claim')} {'rests' if fewer == 1 else 'rest'} on fewer reports"
    people = number(len(after.actors), "person or body", "people and bodies")
    yield f"the case now holds {number(len(after.readings), 'report')}, {number(len(after.claims), 'claim')}, {people}"
