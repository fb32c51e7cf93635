"""Where an axis of time is marked: at the beginnings of years, months, days or hours, as many as can be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import takewhile

MOST = 9
"""Marks on an axis."""
YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
MONTHS = (1, 3, 6)
DAYS = (1, 2, 7)
HOURS = (1, 3, 6, 12)


def ticks(first: float, last: float) -> list[tuple[float, str]]:
    """Return moments between two, in seconds since 1970 (UTC), with what each is called: "2019", "2019-08", "2019-08-03"."""
    start = _moment(first)
    found: list[tuple[float, str]] = []
    for moments, form in _scales(start):
        found = [(at, _called(moment, form)) for at, moment in _within(moments, first, last)]
        if len(found) <= MOST:
            break
    return found


def _within(moments: Iterator[datetime], first: float, last: float) -> list[tuple[float, datetime]]:
    """Return the moments that lie on the axis, one more than can be read at most."""
    seconds = ((moment.timestamp(), moment) for moment in moments)
    inside = (each for each in takewhile(lambda each: each[0] <= last, seconds) if each[0] >= first)
    return [each for each, _ in zip(inside, range(MOST + 1), strict=False)]


def _scales(start: datetime) -> Iterator[tuple[Iterator[datetime], str]]:
    """Yield ways to mark an axis from before its start on, the finest first."""
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    for hours in HOURS:
        yield _steps(day, timedelta(hours=hours)), "%m-%d %H:%M"
    for days in DAYS:
        yield _steps(day, timedelta(days=days)), "%Y-%m-%d"
    for months in MONTHS:
        yield _months(start.year, months), "%Y-%m"
    for years in YEARS:
        yield _years(start.year, years), "%Y"


def _steps(moment: datetime, step: timedelta) -> Iterator[datetime]:
    while True:
        yield moment
        try:
            moment += step
        except OverflowError:
            return


def _months(year: int, step: int) -> Iterator[datetime]:
    for each in range(year, 10_000):
        for month in range(1, 13, step):
            yield datetime(each, month, 1, tzinfo=UTC)


def _years(year: int, step: int) -> Iterator[datetime]:
    for each in range(max(1, year - year % step), 10_000, step):
        yield datetime(each, 1, 1, tzinfo=UTC)


def _moment(seconds: float) -> datetime:
    """Return a moment as a date, the nearest where the calendar has none."""
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except OverflowError:
        return (datetime.max if seconds > 0 else datetime.min).replace(tzinfo=UTC)


def _called(moment: datetime, form: str) -> str:
    return f"{moment.year:04}" if form == "%Y" else moment.strftime(form)
