"""A TIMEX3 value is a stretch of the calendar; this module says which, and moves along the calendar by its units.

The values are those of TimeML 1.2.1 as TimeBank writes them (1998-W12, 1998-Q3, 1998-SU, 199, 1998-03-08TNI); open
parts are X, as in EDTF (ISO 8601-2), and give the widest stretch that they leave possible.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

Days = tuple[date, date]
"""First and last day, both included."""

_VALUE = re.compile(
    r"(?P<y>[\dX]{4})(?:-(?:(?P<m>\d\d|XX)(?:-(?P<d>\d\d|XX))?|W(?P<w>\d\d)(?:-(?P<wd>[1-7]|WE))?|Q(?P<q>[1-4X])"
    r"|H(?P<h>[12X])|(?P<s>SP|SU|FA|WI)))?(?:T.*)?"
)
_SEASONS = {"SP": ((3, 1), (6, 21)), "SU": ((6, 1), (9, 22)), "FA": ((9, 1), (12, 21))}
"""First and last month and day. Wide enough for both the meteorologist's and the astronomer's season, north of the equator."""


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def days(value: str) -> Days | None:
    """Return the days that a value of type DATE or TIME covers; None where its year is open or it is no date at all."""
    if re.fullmatch(r"\d{2,3}", value):
        size = 10 ** (4 - len(value))
        return _between((int(value) * size, 1, 1), (int(value) * size + size - 1, 12, 31))
    match = _VALUE.fullmatch(value)
    if match is None or not match["y"].isdigit():
        return None
    try:
        return _within(int(match["y"]), match)
    except ValueError:
        return None


def _within(year: int, match: re.Match[str]) -> Days | None:
    if match["w"]:
        return _week(year, int(match["w"]), match["wd"])
    if match["q"] and match["q"] != "X":
        first = int(match["q"]) * 3 - 2
        return date(year, first, 1), month_end(year, first + 2)
    if match["h"] and match["h"] != "X":
        return (date(year, 1, 1), date(year, 6, 30)) if match["h"] == "1" else (date(year, 7, 1), date(year, 12, 31))
    if match["s"]:
        return _season(year, match["s"])
    if match["m"] and match["m"] != "XX":
        month = int(match["m"])
        if match["d"] and match["d"] != "XX":
            return date(year, month, int(match["d"])), date(year, month, int(match["d"]))
        return date(year, month, 1), month_end(year, month)
    return date(year, 1, 1), date(year, 12, 31)


def _between(first: tuple[int, int, int], last: tuple[int, int, int]) -> Days | None:
    return (date(*first), date(*last)) if first[0] >= 1 and last[0] <= 9999 else None


def _week(year: int, week: int, weekday: str | None) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    if weekday == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if weekday:
        return (monday + timedelta(days=int(weekday) - 1),) * 2
    return monday, monday + timedelta(days=6)


def _season(year: int, name: str) -> Days | None:
    """Return a season. The winter "of 1994" may have begun or ended in 1994; both are within what is returned."""
    if name == "WI":
        return _between((year - 1, 12, 1), (year + 1, 3, 20))
    first, last = _SEASONS[name]
    return _between((year, *first), (year, *last))


def named(value: str) -> Days | None:
    """Return the days of a value as one that is called last, this or next: a winter is told by the year that it begins in."""
    if re.fullmatch(r"\d{4}-WI", value):
        return _between((int(value[:4]), 12, 1), (int(value[:4]) + 1, 3, 20))
    return days(value)


def nth_weekday(value: str, unit: str | None) -> str:
    """Return "1998-11-XX" with the day filled in that a unit such as "4 thursday" or "-1 monday" (the last one) names."""
    match = re.fullmatch(r"(-1|[1-5]) (\w+day)", unit or "")
    month = re.fullmatch(r"(\d{4})-(\d\d)-XX", value)
    if not match or not month or match[2] not in WEEKDAYS:
        return value
    first = date(int(month[1]), int(month[2]), 1)
    number = (WEEKDAYS.index(match[2]) - first.weekday()) % 7 + 1 + 7 * (int(match[1]) - 1 if match[1] != "-1" else 3)
    if match[1] == "-1" and number + 7 <= month_end(first.year, first.month).day:
        number += 7
    return f"{value[:7]}-{number:02d}"


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def start_of(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, time(0), UTC)


def end_of(day: date) -> datetime:
    """Return the last second of a day."""
    return datetime.combine(day, time(23, 59, 59), UTC)


def _months(day: date, n: int) -> date:
    months = day.year * 12 + day.month - 1 + n
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


STEPS: dict[str, Callable[[date, int], date]] = {
    "day": lambda day, n: day + timedelta(days=n),
    "week": lambda day, n: day + timedelta(weeks=n),
    "weekend": lambda day, n: day + timedelta(weeks=n),
    "fortnight": lambda day, n: day + timedelta(weeks=2 * n),
    "month": _months,
    "quarter": lambda day, n: _months(day, 3 * n),
    "half": lambda day, n: _months(day, 6 * n),
    "year": lambda day, n: _months(day, 12 * n),
    "fiscal year": lambda day, n: _months(day, 12 * n),
    "decade": lambda day, n: _months(day, 120 * n),
    "century": lambda day, n: _months(day, 1200 * n),
    "millennium": lambda day, n: _months(day, 12000 * n),
    "hour": lambda day, n: day + timedelta(hours=n),
    "minute": lambda day, n: day + timedelta(minutes=n),
    "second": lambda day, n: day + timedelta(seconds=n),
}


def step(day: date, unit: str, n: int) -> date | None:
    """Return the day that lies `n` units from `day`; None beyond the years 1 to 9999 or for an unknown unit."""
    try:
        return STEPS[unit](day, n) if unit in STEPS else None
    except (OverflowError, ValueError):
        return None


def written(value: str, day: date) -> str:
    """Return the value with what is open (X) filled in from a day; parts that the words name stay as they are."""
    if re.fullmatch(r"\d{4}-[QH]X", value):
        return value[:-1] + str((day.month + 2) // 3 if "Q" in value else 1 if day.month < 7 else 2)
    if re.fullmatch(r"X{2,3}", value):
        return f"{day.year:04d}"[: len(value)]
    if value.startswith("XXXX-WXX"):
        year, week, _ = day.isocalendar()
        filled = f"{year:04d}-W{week:02d}{value[8:]}"
        return _dated(filled)
    quarter, half = (day.month + 2) // 3, 1 if day.month < 7 else 2
    head, mark, tail = value.partition("T")
    head = head.replace("XXXX", f"{day.year:04d}", 1)
    head = re.sub(r"^(\d{4})-XX-XX$", f"\\1-{day.month:02d}-{day.day:02d}", head)
    head = re.sub(r"^(\d{4})-XX(-\d\d)?$", f"\\1-{day.month:02d}\\2", head)
    return head.replace("-QX", f"-Q{quarter}").replace("-HX", f"-H{half}") + mark + tail


def _dated(value: str) -> str:
    """A day of a week is written as its date, as TimeBank does: 1998-W10-5 is 1998-03-06."""
    match = re.fullmatch(r"(\d{4})-W(\d\d)-([1-7])(T.*)?", value)
    if not match:
        return value
    return date.fromisocalendar(int(match[1]), int(match[2]), int(match[3])).isoformat() + (match[4] or "")
