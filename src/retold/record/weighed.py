"""What rulings would make of a case is asked more than once: tried, mended, tried again, and at last agreed to.

Nothing is read or found anew for a ruling, so the traces that were made of the same readings, as the same rulings have them,
are the same too: the last few are kept while a program runs.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from retold.model import Problem, Reading, Ruling, Trace
from retold.record.case import Case
from retold.record.pack import key

CASES, TRACES = 2, 4
"""States of cases, and traces of each, that are kept."""
LARGEST = 2_000
"""Reports of a case up to which they are: of a larger one they would take more memory than they are worth."""

Make = Callable[[Sequence[Reading], Sequence[Problem], Sequence[Ruling]], Trace]
"""Makes the trace of readings, with problems to tell of beside, as rulings have it."""


@dataclass(slots=True, kw_only=True)
class _Held:
    """What a case holds, and what was made of it."""

    readings: Sequence[Reading] | None = None
    traces: OrderedDict[tuple[Ruling, ...], Trace] = field(default_factory=OrderedDict)
    making: Lock = field(default_factory=Lock)
    """Held while a trace is made: who asks for the same meanwhile waits for it."""


_HELD: OrderedDict[tuple[str, str], _Held] = OrderedDict()
_LOCK = Lock()


def weighed(case: Case, rulings: Sequence[Ruling], make: Make) -> Trace:
    """Return the trace of what a case holds, as some rulings have it: as it was made last, or as `make` makes it."""
    held, problems = _held(case), case.problems()
    wanted = tuple(replace(each, at=None) for each in rulings)  # when something was ruled changes nothing that is told
    with held.making:
        made = held.traces.get(wanted)
        if made is None:
            readings = held.readings or sorted(case.readings(), key=lambda each: each.report.name)
            made = make(readings, problems, rulings)
            if len(readings) <= LARGEST:
                held.readings, held.traces[wanted] = readings, made
        if wanted in held.traces:
            held.traces.move_to_end(wanted)
        while len(held.traces) > TRACES:
            held.traces.popitem(last=False)
    return replace(made, problems=problems)


def _held(case: Case) -> _Held:
    state = key(case.select("SELECT report, key FROM readings WHERE retracted_at IS NULL AND stage = 'alone' ORDER BY 1, 2"))
    with _LOCK:
        held = _HELD.setdefault((str(case.path.absolute()), state), _Held())
        _HELD.move_to_end((str(case.path.absolute()), state))
        while len(_HELD) > CASES:
            _HELD.popitem(last=False)
    return held
