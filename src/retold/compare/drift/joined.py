"""One report that joins a family is held against those that stand for its original, not against all that retell it.

The few that `tellings` would choose among the whole family are the first by role, day and length; so what is said of one
report is what comparing all anew says of it, but where its family has many copies, none of them like the fullest.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.compare.drift.tellings import RANK, drifted
from retold.model import Drift, Reading, Telling

FIRST = 8
"""Members of a family among which versions of its original are looked for."""


def joined_drift(name: str, readings: Sequence[Reading], tellings: Sequence[Telling]) -> tuple[Drift, ...]:
    """Return what the report of this name changed; `readings` hold its family and the reports of outlets that it credits."""
    new = next(t for t in tellings if t.report == name)
    given = {r.report.name: r for r in readings}
    kin = [t for t in tellings if t.family is not None and t.family == new.family and t is not new]
    chosen = sorted(kin, key=lambda t: _standing(t, given[t.report]))[:FIRST]
    return next(t.drift for t in drifted(readings, [*chosen, new]) if t.report == name)


def _standing(telling: Telling, reading: Reading) -> tuple[int, str, int]:
    report = reading.report
    return RANK[telling.role], report.published or "9999", -sum(s.end - s.start for s in report.body)
