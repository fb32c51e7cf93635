"""What a report said leaves the record with it: what only it supported goes in the same step, and why is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from retold.errors import ReportError
from retold.model import Trace
from retold.record import keep
from retold.record.case import Case
from retold.record.pack import keepable
from retold.record.sync import Step

ACT = "report removed"


def remove(case: Case, reports: Sequence[str], reason: str, *, again: Callable[[], Trace]) -> Trace:
    """Retract the reports of these names, and keep the trace that `again` makes of what the case then holds; return it.

    Raises `ReportError` for a name that the case does not hold; nothing is then removed.
    """

    def work(step: Step) -> Trace:
        for name in dict.fromkeys(reports):
            if not keepable(name) or not keep.drop(step, name):
                raise ReportError(name, "is not in the case")
            step.note(ACT, name, reason)
        trace = again()
        keep.keep_trace(step, trace)
        return trace

    return case.step("trace kept", None, work)
