"""A record is trusted for what can be told of its making: each step that changed it, when, why, and how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from retold.record.case import Case

_CHANGES = "SELECT at, act, report, reason, added, retracted, rows, program FROM changes ORDER BY id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one step did, or a part of it: `act` as docs/case-file.md lists them, `at` in UTC."""

    at: str
    act: str
    report: str | None
    reason: str | None
    added: int
    retracted: int
    rows: Mapping[str, tuple[int, int]] | None
    """How many rows of which table were added and retracted; None of a step of a version that did not note it."""
    program: str


def history(case: Case) -> Iterator[Change]:
    """Yield what each step did to a case, oldest first."""
    for at, act, report, reason, added, retracted, rows, program in case.scan(_CHANGES):
        told = msgspec.json.decode(rows, type=dict[str, tuple[int, int]]) if rows else None
        yield Change(at=at, act=act, report=report, reason=reason, added=added, retracted=retracted, rows=told, program=program)
