"""What no case can hold is a problem of its report, never of the run.

A file name on disk may hold bytes that are no text, and a number may have no JSON that comes back; both are found before
anything is kept, so that a step never fails halfway.
"""

from __future__ import annotations

from typing import TypeVar

from retold.errors import CaseError
from retold.model import Problem, Reading, Report
from retold.record.pack import canonical, keepable

Value = TypeVar("Value", bound=Report | Reading | Problem)


def admitted(value: Value) -> Value | Problem:
    """Return `value` if a case can hold it, else the problem that it cannot; a problem itself is made to fit."""
    try:
        canonical(value)
    except CaseError as error:
        return _refused(value, str(error))
    return value


def _refused(value: Report | Reading | Problem, why: str) -> Problem:
    if isinstance(value, Problem):
        return Problem(where=_written(value.where), why=_written(value.why))
    name = value.name if isinstance(value, Report) else value.report.name
    if not keepable(name):
        why = "its name is not UTF-8, which a case cannot hold: rename the file"
    return Problem(where=_written(name), why=_written(why))


def _written(text: str) -> str:
    """Return text that any file can hold: a lone surrogate stands as its code."""
    return text.encode(errors="backslashreplace").decode()
