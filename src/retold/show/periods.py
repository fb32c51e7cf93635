"""A period in words no more precise than it is: "2019-08", "before 2020-03-01", "between ... and ..."."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime

from retold.model import Period


def in_words(period: Period) -> str:
    """Return a period as a year, month, day or range, with open ends as "before" and "after"."""
    first, last = period.earliest, period.latest
    if first is None or last is None:
        return f"from {_begun(first)} on" if first else f"until {_ended(last)}" if last else "at a time not known"
    if first.date() == last.date():
        return f"{first:%Y-%m-%d}" if _whole_day(first, last) else f"{first:%Y-%m-%d %H:%M}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first:%Y}" if first.year == last.year else f"{first:%Y} to {last:%Y}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else f"{first:%Y-%m} to {last:%Y-%m}"
    return f"between {first:%Y-%m-%d} and {last:%Y-%m-%d}"


def _begun(first: datetime) -> str:
    """Return an open beginning: of what is told to be so since a year or a month, no day is told."""
    return f"{first:%Y}" if (first.month, first.day) == (1, 1) else f"{first:%Y-%m}" if first.day == 1 else f"{first:%Y-%m-%d}"


def _ended(last: datetime) -> str:
    """Return an open end likewise."""
    if (last.month, last.day) == (12, 31):
        return f"{last:%Y}"
    return f"{last:%Y-%m}" if last.day == monthrange(last.year, last.month)[1] else f"{last:%Y-%m-%d}"


def to_the_second(moment: str) -> str:
    """Return a moment as the case keeps it, to the second and as it is read: "2031-05-03 12:00:00Z"."""
    return moment[:19].replace("T", " ") + "Z"


def _whole_day(first: datetime, last: datetime) -> bool:
    return (first.hour, first.minute) == (0, 0) and (last.hour, last.minute) == (23, 59)
