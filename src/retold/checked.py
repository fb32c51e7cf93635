"""A large case is checked part by part, so that all processors of the machine share in it.

Each process reads the case by itself; what another program writes meanwhile is seen by none of them, since a part that would see
it is checked here, as the case was when the check began.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from retold.model import Problem
from retold.record.case import Case
from retold.record.check import Part, Watch, check, parts, problems_of
from retold.workers import processors, spread

MANY = 500
"""Reports from which the start of worker processes pays."""

Found = tuple[tuple[Problem, ...], bool]
"""What is wrong with a part, and whether it could be read to its end."""
_STATE = "SELECT coalesce(max(id), 0) FROM changes"


def checked(case: Case, *, watch: Watch = lambda _part, _done, _total: None) -> tuple[Problem, ...]:
    """Return what is wrong with a case, as `check` does; a large one is spread over the machine's processors."""
    if processors() < 2 or not _is_large(case) or not _in_file(case):
        return check(case, watch=watch)
    problems: list[Problem] = []
    with case.snapshot():
        all_ = parts(case)
        for done, (found, readable) in enumerate(_spread(case, all_)):
            watch(all_[done].told, done, len(all_))
            problems.extend(found)
            if not readable:
                break
    return tuple(problems)


def _is_large(case: Case) -> bool:
    return len(case.select("SELECT 1 FROM reports LIMIT ?", MANY)) == MANY


def _in_file(case: Case) -> bool:
    """Whether the case is read from its file: one of an older version is read from a copy, which this process alone sees."""
    return bool(case.select("PRAGMA database_list")[0][2])


def _spread(case: Case, all_: Sequence[Part]) -> Iterator[Found]:
    """Yield what was found in each part, in order."""
    state = case.select(_STATE)[0][0]
    for part, found in zip(all_, spread(_found, ((case.path, state, part) for part in all_)), strict=True):
        yield found or problems_of(case, part)


def _found(piece: tuple[Path, int, Part]) -> Found | None:
    """Return what is wrong with a part of the case in a file; None where the case is not in that state any more."""
    path, state, part = piece
    with Case(path, create=False, readonly=True) as case, case.snapshot():
        return problems_of(case, part) if case.select(_STATE)[0][0] == state else None
