"""A date of publication that cannot be right is worse than none: everything that is told from it would be wrong.

So times are told from it only if it is not yet to come, and if the report tells of no full date after it as past.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from retold.model import TimeExpression
from retold.resolve.periods.calendar import days

_FULL = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
AHEAD = timedelta(days=1)
"""The day may have begun elsewhere: a report of tomorrow's date may be out today."""


def trusted(published: str | None, times: Iterable[TimeExpression]) -> date | None:
    """Return the day of publication (an ISO date or date-time); None where it is not known, not readable or not to be trusted."""
    day = _day(published)
    if day is None or day > datetime.now(UTC).date() + AHEAD:
        return None
    return None if any(span and span[0] > day + AHEAD for span in map(_done, times)) else day


def _day(published: str | None) -> date | None:
    try:
        return datetime.fromisoformat(published).date() if published else None
    except ValueError:
        return None


def _done(time: TimeExpression) -> tuple[date, date] | None:
    """Return a full date on which something is told to have been done."""
    told = time.direction == "past" and time.shift is None and time.modifier is None
    return days(time.value) if told and time.value and _FULL.fullmatch(time.value) else None
