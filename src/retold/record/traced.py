"""A trace takes minutes, and others add, remove and rule meanwhile: what is kept must be a trace of what the case then holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from retold.model import Problem, Reading, Ruling, Trace
from retold.record import keep, program, rulings
from retold.record.case import Case
from retold.record.pack import key
from retold.record.sync import Step

TRIES = 3
"""How often a trace is made anew because the case was changed meanwhile, before the others are made to wait."""

Compare = Callable[[Sequence[Reading], tuple[Ruling, ...]], Trace]
"""Makes the trace of readings, as rulings have it."""


def traced(case: Case, readings: Sequence[Reading], problems: Sequence[Problem], *, compare: Compare) -> Trace:
    """Return the trace of what a case holds, kept in it; nothing is compared where the last trace would be made again.

    `readings` are what the case is thought to hold, `problems` what the trace is to tell of beside. Raises `CaseError`.
    """
    for _ in range(TRIES):
        state = _state(case)
        if fresh(case) and case.problems() == tuple(problems):
            return case.trace()
        record = compare(readings if _holds(case, readings) else _held(case), rulings.held(case))
        if case.step("trace kept", None, lambda step, made=record, of=state: _keep(case, step, made, of)):  # type: ignore[misc]
            return record

    def work(step: Step) -> Trace:
        record = compare(_held(case), rulings.held(case))
        keep.keep_trace(step, record)
        return record

    case.ready_to_write()
    return case.step("trace kept", None, work)


def fresh(case: Case) -> bool:
    """Whether the case is `settled`, and its trace was made by this very program, so that it would make the same again."""
    made_by = case.select("SELECT keys FROM sequences WHERE kind = 'program'")
    return bool(made_by) and program.comparing() in made_by[0][0] and case.settled


def _keep(case: Case, step: Step, trace: Trace, of: str) -> bool:
    """Keep a trace that was made of the state `of`; return whether the case still is in that state."""
    if _state(case) != of:
        return False
    keep.keep_trace(step, trace)
    return True


def _state(case: Case) -> str:
    """Return what tells the readings and rulings that the case holds now from all others."""
    query = """
    SELECT 'reading', key FROM readings WHERE retracted_at IS NULL AND stage = 'alone'
    UNION ALL SELECT 'ruling', id || key FROM rulings WHERE retracted_at IS NULL ORDER BY 1, 2
    """
    return key(case.select(query))


def _holds(case: Case, readings: Sequence[Reading]) -> bool:
    """Whether the reports of `readings`, in these versions, are all that the case holds now."""
    held = dict(case.select("SELECT name, key FROM reports WHERE retracted_at IS NULL"))
    return held == {each.report.name: keep.version_key(each.report) for each in readings}


def _held(case: Case) -> list[Reading]:
    return sorted(case.readings(), key=lambda each: each.report.name)
