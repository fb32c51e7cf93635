"""What happened when, as far as the reports tell, from decades to months: each claim a bar as long as its time is uncertain."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from retold.record.excerpt import timeline
from retold.show.pages.asked import Asked, NoSuchPage, heads, pages
from retold.show.pages.pictures import bars

MOST = 60
"""Claims on a page, and bars in the picture."""
SPAN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?|([0-9]{3})0s")


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one page of the claims whose time can meet a decade ("2010s"), a year ("2019") or a month ("2019-08")."""
    span = asked.told("span")
    window = bounds(span) if span else (None, None)
    if window is None:
        raise NoSuchPage
    found = timeline(asked.case, asked.at.as_of, since=window[0], until=window[1], page=asked.page(MOST))
    which = pages(asked, found.total, MOST)
    picture = bars.drawn(asked.at, found.trace.claims, f"What is told of {span or 'all times'}")
    given = {"found": found, "span": span, "picture": picture, "zoom": zoom(span, found.trace.claims)}
    return {**given, "heads": heads(asked.case, found.trace), "pages": which}


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


def zoom(span: str, claims: Any) -> list[str]:
    """Return the shorter spans in which the claims at hand lie: decades, years of a decade, months of a year."""
    found = set[str]()
    for claim in claims:
        moment = claim.period and (claim.period.earliest or claim.period.latest)
        if moment:
            found.add(f"{moment:%Y}"[:3] + "0s" if not span else f"{moment:%Y}" if span.endswith("s") else f"{moment:%Y-%m}")
    return sorted(found - {span}) if len(span) < 7 else []
