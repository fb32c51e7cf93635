"""A whole report to be judged: it stands alone, is of one original with another, or retells it; it tells from another day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.model import Trace
from retold.record import excerpt
from retold.record.as_of import NOW
from retold.show.pages.asked import Asked, NoSuchPage, heads

OFFERED = 60
"""Reports that are offered to be picked."""
_NEAR = """
SELECT name, outlet, published, title FROM reports WHERE retracted_at IS NULL AND name <> ?1
ORDER BY abs(julianday(substr(published, 1, 10)) - julianday(substr(?2, 1, 10))) IS NULL,
         abs(julianday(substr(published, 1, 10)) - julianday(substr(?2, 1, 10))), name LIMIT ?3
"""


def day(asked: Asked) -> Mapping[str, Any]:
    """Return the form that corrects the day from which a report tells."""
    report = asked.case.report(asked.told("report")) if asked.token is not None else None
    if report is None:
        raise NoSuchPage
    return {"report": report}


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the form, with the reports that may be meant: those published next to it."""
    name = asked.told("report")
    held = excerpt.report(asked.case, NOW, name) if asked.token is not None else None
    if held is None:
        raise NoSuchPage
    report = held.reading.report
    offered = asked.case.select(_NEAR, name, report.published, OFFERED)
    kin = [each for each in (held.telling and held.telling.retells,) if each]
    return {
        "report": report,
        "telling": held.telling,
        "family": held.family,
        "offered": offered,
        "heads": heads(asked.case, Trace(), [name, *kin]),
    }
