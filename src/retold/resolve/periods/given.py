"""A time as a person writes it down: a date or a longer stretch, a range, or one with an open end; no more precise than that.

The writing is ISO 8601 and EDTF (ISO 8601-2): 2031-05-03, 2031-05, 2031, 2031-Q2, 2031-W18, 2031-05-03T14:30; a range is
2031-05-03/2031-05-07 or 2031-05-03..2031-05-07, an open one 2031-05.. or ..2031-05; .. alone says that nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from retold.model import Period
from retold.resolve.periods.calendar import days, end_of, month_end, start_of

_STRETCH = re.compile(r"[0-9]{4}(-([0-9]{2}(-[0-9]{2})?|Q[1-4]|H[12]|W[0-9]{2}|SP|SU|FA|WI))?")
_MINUTE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?")
FORMS = "a time is a date or a longer stretch (2031-05-03, 2031-05, 2031), a range (2031-05-03..2031-05-07), or open (2031-05..)"


def given(written: str) -> Period:
    """Return the interval that is written, in UTC; a clock time without a zone is UTC. Raises `ValueError`, in words."""
    text = written.strip()
    ends = text.split("/") if "/" in text else text.split("..")
    first, last = _ends(ends[0]), _ends(ends[-1])
    if len(ends) > 2 or (len(ends) == 1 and first is None):
        raise ValueError(FORMS)
    earliest, latest = first[0] if first else None, last[1] if last else None
    if earliest and latest and latest < earliest:
        raise ValueError(f"{written}: ends before it begins")
    return Period(earliest=earliest, latest=latest)


def _ends(text: str) -> tuple[datetime, datetime] | None:
    """Return first and last second of one end of what is written; None where it is open."""
    if text.strip() in ("", ".."):
        return None
    try:
        if _MINUTE.fullmatch(text.strip()):
            return _clock(text.strip())
        stretch = days(text.strip()) if _STRETCH.fullmatch(text.strip()) else None
    except (ValueError, OverflowError):
        stretch = None
    if stretch is None:
        raise ValueError(f"{text.strip()}: no such date; {FORMS}")
    return start_of(stretch[0]), end_of(stretch[1])


def _clock(text: str) -> tuple[datetime, datetime]:
    moment = datetime.fromisoformat(text)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    seconds = len(text.split("T")[1].rstrip("Z").split("+")[0].split("-")[0]) > len("00:00")
    return moment, moment if seconds else moment + timedelta(seconds=59)


def written(period: Period) -> str:
    """Return an interval as `given` reads it, as short as it goes."""
    earliest, latest = period.earliest, period.latest
    if earliest and latest and (whole := _whole(earliest, latest)):
        return whole
    first = _end(earliest, start_of) if earliest else ""
    last = _end(latest, end_of) if latest else ""
    return f"{first}..{last}"


def _whole(earliest: datetime, latest: datetime) -> str | None:
    """Return the day, month or year that an interval is; None where it is none of these."""
    first, last = earliest.date(), latest.date()
    if (earliest, latest) != (start_of(first), end_of(last)):
        return None
    if first == last:
        return first.isoformat()
    if (first.day, last) == (1, month_end(first.year, first.month)):
        return first.isoformat()[:7]
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return first.isoformat()[:4]
    return None


def _end(moment: datetime, edge: Callable[[date], datetime]) -> str:
    day = moment.date()
    return day.isoformat() if moment == edge(day) else moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
