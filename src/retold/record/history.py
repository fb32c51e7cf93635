"""A record is trusted for what can be told of its making: each step that changed it, when, why, and how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from retold.model import Ruling
from retold.record import rulings
from retold.record.case import Case

RULED, UNDONE = rulings.RULED, rulings.UNDONE
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
    ruled: tuple[Ruling, ...] = ()
    """The rulings that were made in it, whether or not they hold."""
    undone: tuple[Ruling, ...] = ()
    """Those that were taken back in it."""


def history(case: Case) -> Iterator[Change]:
    """Yield what each step did to a case, oldest first; what was ruled and taken back stands with its step."""
    ruled, undone = _rulings(case)
    for at, act, report, reason, added, retracted, rows, program in case.scan(_CHANGES):
        told = msgspec.json.decode(rows, type=dict[str, tuple[int, int]]) if rows else None
        yield Change(
            at=at,
            act=act,
            report=report,
            reason=reason,
            added=added,
            retracted=retracted,
            rows=told,
            program=program,
            ruled=tuple(ruled.pop(at, ())) if act == RULED else (),
            undone=tuple(undone.pop(at, ())) if act == UNDONE else (),
        )


def _rulings(case: Case) -> tuple[dict[str, list[Ruling]], dict[str, list[Ruling]]]:
    """Return which rulings were made when, and which were taken back when."""
    ruled: dict[str, list[Ruling]] = {}
    undone: dict[str, list[Ruling]] = {}
    for ruling, end in rulings.ever(case):
        ruled.setdefault(ruling.at or "", []).append(ruling)
        if end is not None:
            undone.setdefault(end, []).append(ruling)
    return ruled, undone
