"""How this record came about: what was read when, every step that changed it, and what people ruled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from retold.model import Ruling, State
from retold.record.as_of import NOW
from retold.record.history import Change, history
from retold.ruling import standing
from retold.show.pages.asked import Asked, known_then, pages
from retold.show.pages.content.versions import several
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
    given = {
        "ruled": _numbers(asked, "ruled"),
        "undone": _numbers(asked, "undone"),
        "rulings": rulings,
        "said": said,
        "signed": signed,
    }
    return {"steps": list(shown)[::-1], **given, "versions": len(several(asked)), "total": total, "pages": which}


def _numbers(asked: Asked, name: str) -> list[int]:
    """Return the rulings that an address says were just made, or taken back."""
    return [int(each) for each in asked.told(name).split(",") if each.isascii() and each.isdigit() and len(each) < 9]


def _until(asked: Asked, steps: Iterable[Change]) -> list[Change]:
    """Return the steps that the case had taken by then, but for those on reports that were not published yet."""
    known, moment = known_then(asked), asked.at.as_of.moment
    return [s for s in steps if (moment is None or s.at <= moment) and (s.report is None or known(s.report))]


def _ruled(asked: Asked) -> list[tuple[Ruling, State]]:
    """Return the rulings likewise."""
    known, moment = known_then(asked), asked.at.as_of.moment
    return [
        (ruling, state)
        for ruling, state in standing(asked.case)
        if (moment is None or (ruling.at or "") <= moment)
        and all(known(place.report) for place in (ruling.one, ruling.other) if place)
    ]
