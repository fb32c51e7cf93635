"""Who may be one: pairs of people and bodies that names leave open, each with what would decide it, to be judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.model import Trace
from retold.record.as_of import NOW
from retold.record.excerpt import alike, counts
from retold.resolve.actors.doubts import doubts
from retold.ruling import standing
from retold.show.pages.asked import Asked, heads, pages, texts

LARGEST = 100
"""Reports of a case whose names are all compared at once; of a larger one those in most reports, some on each page."""
COMPARED = 5
"""People and bodies on each of these pages."""
LOOKED_AT = ("sentences", "mentions", "chains", "times", "facts")
"""What of their reports is compared."""
MOST = 100
"""Pairs on a page, the likeliest first."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the doubtful pairs of now, with the passages that name both."""
    if asked.at.as_of != NOW:
        return {"found": None}
    page = asked.page(COMPARED)
    trace, compared = _compared(asked)
    ruled = [ruling for ruling, _ in standing(asked.case) if ruling.verdict in ("same", "different") and ruling.what is None]
    found = doubts(trace.readings, trace.actors, ruled)
    if compared is not None:
        some = {actor.id for actor in trace.actors[:COMPARED]}
        found = tuple(each for each in found if {each.one.actor, each.other.actor} & some)
    names = {side.mention.report for doubt in found[:MOST] for side in (doubt.one, doubt.other)}
    given = {"found": found[:MOST], "total": len(found), "compared": compared, "first": page.first}
    which = pages(asked, compared or 0, COMPARED)
    return {**given, "pages": which, "heads": heads(asked.case, Trace(), names), "texts": texts(trace.readings)}


def _compared(asked: Asked) -> tuple[Trace, int | None]:
    """Return who is compared, and of a large case how many people and bodies it has."""
    if counts(asked.case).reports <= LARGEST:
        return asked.case.trace(), None
    found = alike(asked.case, page=asked.page(COMPARED), read=LOOKED_AT)
    return found.trace, found.total
