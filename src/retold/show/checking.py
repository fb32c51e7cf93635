"""`retold check`: whoever relies on a record may ask at any time whether all of it is as it was kept."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from retold.show.arguments import AsJson, CasePath

if TYPE_CHECKING:
    from retold.record.check import Watch


def check(
    case: CasePath,
    as_json: AsJson = False,
) -> None:
    """Check a case: the file, every row, every passage against its text, and that the trace follows from what was kept."""
    from retold.checked import checked
    from retold.record.case import Case
    from retold.record.check import extent
    from retold.show.terminal import one_line, print_json, say

    with Case(case, create=False, readonly=True) as record, _progress() as watch:
        problems = checked(record, watch=watch)
        held = {} if problems else extent(record)
    if as_json:
        print_json({"whole": not problems, "problems": [{"where": each.where, "why": each.why} for each in problems]})
    elif not problems:
        print(one_line(f"{case} is whole: {_extent(held)}"))
    if problems:
        for each in problems:
            say(f"{each.where}: {each.why}")
        raise typer.Exit(1)


def _extent(held: dict[str, int]) -> str:
    from retold.show.brief.lines import number

    reports, claims = number(held["reports"], "report"), number(held["claims"], "claim")
    passages = f"{number(held['passages'], 'passage')} where {'it says' if held['passages'] == 1 else 'they say'}"
    return f"{reports}, {claims}, {passages}, {number(held['changes'], 'step')}"


@contextlib.contextmanager
def _progress() -> Iterator[Watch]:
    """Show on standard error what is being checked: one line that changes in a terminal, else a line now and then."""
    from retold.show.terminal import EVERY, say

    if sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True).status("Checking") as status:
            yield lambda part, done, total: status.update(_part(part, done, total))
        return
    told = time.monotonic()

    def watch(part: str, done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told > EVERY:
            told = time.monotonic()
            say(_part(part, done, total))

    yield watch


def _part(part: str, done: int, total: int) -> str:
    return f"checked {done} of {total} parts, now {part}"
