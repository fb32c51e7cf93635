"""A page whose outlet nobody noted is an outlet's own where its words say what others credit: its title, its rights, "told NAME".

One sign alone is not enough: another report at hand must credit the outlet for the story. Rights and words said to an agency
stand in every copy of its reports, so of an agency only the title speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from retold.model import Credit, Reading
from retold.tables import table

_SUFFIX = re.compile(r"\s[|–—-]\s+([^|–—]{2,40})$")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s{0,2}(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s{1,2})?(?:by\s)?([^\W\d_][^\n.,;|]{1,40})", re.IGNORECASE
)
_CUE = re.compile("“([^”]+)”")
MOST = 8
"""Lines on rights that are looked at."""


class Sign(NamedTuple):
    """How a page names an outlet as its own, and the name as it stands there."""

    kind: str
    name: str


def signs(reading: Reading) -> tuple[Sign, ...]:
    """Return the names under which a page whose outlet is not known may be an outlet's own."""
    report = reading.report
    return () if report.outlet else tuple(dict.fromkeys(_signs(reading)))


def _signs(reading: Reading) -> Iterator[Sign]:
    report = reading.report
    headline = report.text[report.headline.start : report.headline.end] if report.headline else ""
    for title in (report.title or "", headline):
        if found := _SUFFIX.search(title):
            yield Sign("title", found[1].strip())
    for match in islice(_RIGHTS.finditer(report.text), MOST):
        words = match[1].split()
        yield from (Sign("rights", " ".join(words[:n])) for n in range(1, min(len(words), 5) + 1))
    others = [c for c in reading.credits if not is_told(c)]
    if not any(c.takes == "story" for c in others):
        yield from (Sign("told", c.name) for c in reading.credits if c not in others and all(o.name != c.name for o in others))


def is_told(credit: Credit) -> bool:
    """Return whether a credit says no more than that somebody told it to an outlet: its own page says so as well."""
    cue = _CUE.search(credit.reason)
    return credit.takes != "rejected" and cue is not None and cue[1] in _told()


@cache
def _told() -> frozenset[str]:
    rows: dict[str, Any] = table("retold.find", "credits.toml")
    return frozenset(str(w).lower() for side in ("before", "after") for w in rows[side].get("told", ()))
