"""How this record came about: what was read when, every step that changed it, and what people ruled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from retold.model import Ruling, State
from retold.record.as_of import NOW
from retold.record.history import Change, history
from retold.ruling import standing
from retold.show.pages.asked import Asked, pages
from retold.show.rulings import said, signed

MOST = 100
"""Steps on a page, the latest first."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the rulings that hold, and one page of the steps; of an earlier day only those on what was known by then."""
    steps = [] if asked.at.as_of == NOW else _until(asked, history(asked.case))
    total = len(steps) if asked.at.as_of != NOW else asked.case.select("SELECT count(*) FROM changes")[0][0]
    which = pages(asked, total, MOST)
    last = max(0, total - (which.number - 1) * MOST)
    shown = islice(steps if asked.at.as_of != NOW else history(asked.case), max(0, last - MOST), last)
    rulings = _ruled(asked) if which.number == 1 else ()
    return {"steps": list(shown)[::-1], "rulings": rulings, "said": said, "signed": signed, "total": total, "pages": which}


def _until(asked: Asked, steps: Iterable[Change]) -> list[Change]:
    """Return the steps that the case had taken by then, but for those on reports that were not published yet."""
    known, moment = _known(asked), asked.at.as_of.moment
    return [s for s in steps if (moment is None or s.at <= moment) and (s.report is None or known(s.report))]


def _ruled(asked: Asked) -> list[tuple[Ruling, State]]:
    """Return the rulings likewise."""
    known, moment = _known(asked), asked.at.as_of.moment
    return [
        (ruling, state)
        for ruling, state in standing(asked.case)
        if (moment is None or (ruling.at or "") <= moment)
        and all(known(place.report) for place in (ruling.one, ruling.other) if place)
    ]


def _known(asked: Asked) -> Callable[[str], bool]:
    """Return what tells whether a report was published by the day as of which the case is read."""
    if asked.at.as_of.published is None:
        return lambda _report: True
    rows = asked.case.select("SELECT name, published FROM reports ORDER BY version")
    known = {name for name, published in dict(rows).items() if asked.at.as_of.includes(published)}
    return known.__contains__
