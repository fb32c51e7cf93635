"""Where an axis of time is marked: at the beginnings of years, months, days or hours, as many as can be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import takewhile

ENOUGH, MOST = 4, 9
"""Marks on an axis: as few as tell, and as many as can be read."""
YEARS = (2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
MONTHS = (6, 3, 1)
DAYS = (7, 2, 1)
HOURS = (12, 6, 3, 1)


def ticks(first: float, last: float) -> list[tuple[float, str]]:
    """Return moments between two, in seconds since 1970 (UTC), with what each is called: "2019", "2019-08", "2019-08-03"."""
    best: list[tuple[float, str]] = []
    for moments, form in _scales(_moment(first)):
        found = [(at, _called(moment, form)) for at, moment in _within(moments, first, last)]
        if len(found) > MOST:
            break
        best = found
        if len(best) >= ENOUGH:
            break
    return best


def _within(moments: Iterator[datetime], first: float, last: float) -> list[tuple[float, datetime]]:
    """Return the moments that lie on the axis, one more than can be read at most."""
    seconds = ((moment.timestamp(), moment) for moment in moments)
    inside = (each for each in takewhile(lambda each: each[0] <= last, seconds) if each[0] >= first)
    return [each for each, _ in zip(inside, range(MOST + 1), strict=False)]


def _scales(start: datetime) -> Iterator[tuple[Iterator[datetime], str]]:
    """Yield ways to mark an axis from before its start on, the coarsest first."""
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    for years in YEARS:
        yield _years(start.year, years), "%Y"
    for months in MONTHS:
        yield _months(start.year, months), "%Y-%m"
    for days in DAYS:
        yield _steps(day, timedelta(days=days)), "%Y-%m-%d"
    for hours in HOURS:
        yield _steps(day, timedelta(hours=hours)), "%m-%d %H:%M"


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
