"""How this record came about: what was read when, every step that changed it, and what people ruled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from retold.model import Ruling, State
from retold.record.rulings import ever
from retold.ruling import standing
from retold.show.pages.asked import Asked, known_then, pages
from retold.show.pages.content.versions import several
from retold.show.rulings import said, signed

MOST = 100
"""Steps on a page, the latest first."""
TOLD = 20
"""Rulings that an address names; more were kept, or taken back, at the same moment."""
_EVERY = "SELECT id, report FROM changes WHERE ?1 IS NULL OR at <= ?1 ORDER BY id DESC"
_SOME = """
SELECT at, act, report, reason, added, retracted, program FROM changes
WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC
"""


class Step(NamedTuple):
    """What changed the record, as docs/case-file.md tells it."""

    at: str
    act: str
    report: str | None
    reason: str | None
    added: int
    retracted: int
    program: str


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the rulings that hold, and one page of the steps; of an earlier day only those on what was known by then."""
    known = known_then(asked)
    every = [id_ for id_, report in asked.case.select(_EVERY, asked.at.as_of.moment) if report is None or known(report)]
    which = pages(asked, len(every), MOST)
    first = (which.number - 1) * MOST
    steps = [Step(*row) for row in asked.case.select(_SOME, json.dumps(every[first : first + MOST]))]
    rulings = _ruled(asked) if which.number == 1 else ()
    given = {
        "ruled": _numbers(asked, "ruled"),
        "undone": _numbers(asked, "undone"),
        "rulings": rulings,
        "said": said,
        "signed": signed,
    }
    return {"steps": steps, **given, "versions": len(several(asked)), "total": len(every), "pages": which}


def _numbers(asked: Asked, name: str) -> list[int]:
    """Return the rulings that an address says were just made, or taken back, of those of which the record says so."""
    told = [int(each) for each in asked.told(name).split(",") if each.isascii() and each.isdigit() and len(each) < 9]
    every = ever(asked.case) if told else ()
    when = {ruling.id: undone or ruling.at for ruling, undone in every if (undone is None) == (name == "ruled")}
    found = [each for each in told if each in when]
    if len(found) < TOLD:
        return found
    moments = {when[each] for each in found}
    return [each for each, moment in when.items() if moment in moments]


def _ruled(asked: Asked) -> list[tuple[Ruling, State]]:
    """Return the rulings on what was known by then."""
    known, moment = known_then(asked), asked.at.as_of.moment
    return [
        (ruling, state)
        for ruling, state in standing(asked.case)
        if (moment is None or (ruling.at or "") <= moment)
        and all(known(place.report) for place in (ruling.one, ruling.other) if place)
    ]
