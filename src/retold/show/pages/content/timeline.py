"""What happened when, as far as the reports tell, from decades to months: each claim a bar as long as its time is uncertain."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from retold.model import Trace
from retold.record.excerpt import months, timeline, untimed
from retold.show.pages.asked import Asked, NoSuchPage, heads, pages
from retold.show.pages.pictures import bars

MOST = 60
"""Claims on a page, and bars in the picture."""
UNTOLD = 30
"""Claims on a page whose time is not told."""
SPAN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?|([0-9]{3})0s")


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one page of the claims whose time can meet a decade ("2010s"), a year ("2019") or a month ("2019-08"), and, below
    the first page of all, one of those of which no time is told; its later pages stand alone."""
    span, alone = asked.told("span"), asked.number("untold") > 1
    window = bounds(span) if span else (None, None)
    if window is None or (span and alone):
        raise NoSuchPage
    below = not span and asked.number("page") == 1
    untold = untimed(asked.case, asked.at.as_of, page=asked.page(UNTOLD if below else 0, "untold"))
    last = pages(asked, untold.total, UNTOLD, "untold")
    given = {"span": span, "untold": untold, "untold_pages": last, "alone": alone, "below": below}
    if alone:
        return {**given, "heads": heads(asked.case, untold.trace)}
    found = timeline(asked.case, asked.at.as_of, since=window[0], until=window[1], page=asked.page(MOST))
    which = pages(asked, found.total, MOST)
    picture = bars.drawn(asked.at, found.trace.claims, f"What is told of {span or 'all times'}")
    known = heads(asked.case, Trace(claims=(*found.trace.claims, *found.beside, *untold.trace.claims)))
    shorter = zoom(span, months(asked.case, asked.at.as_of))
    return {**given, "found": found, "picture": picture, "zoom": shorter, "heads": known, "pages": which}


def bounds(span: str) -> tuple[datetime, datetime] | None:
    """Return the first and the last moment of a span as an address has it; None if it is none."""
    match = SPAN.fullmatch(span)
    if match is None:
        return None
    year, month, decade = match.groups()
    first, last = (int(decade) * 10, int(decade) * 10 + 9) if decade else (int(year), int(year))
    if not 1 <= first <= last <= 9999 or (month and not 1 <= int(month) <= 12):
        return None
    start, end = (int(month), int(month)) if month else (1, 12)
    since = datetime(first, start, 1, tzinfo=UTC)
    return since, datetime(last, end, monthrange(last, end)[1], 23, 59, 59, tzinfo=UTC)


def zoom(span: str, months: Sequence[str]) -> list[str]:
    """Return the shorter spans within one in which claims lie: decades, years of a decade, months of a year; none of a month."""
    if not span:
        return sorted({f"{month[:3]}0s" for month in months})
    within = [month for month in months if month.startswith(span.removesuffix("0s"))]
    return sorted({month[:4] if span.endswith("s") else month for month in within} - {span})
