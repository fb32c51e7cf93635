"""A relative time closes only when the day is known that it is told from; until then it stays open and says so.

The anchor is the publication date, or the time named before. What cannot be told stays X in the value and `None` in the
period: no precision is invented. Values are TIMEX3 (TimeML 1.2.1), open parts are written as in EDTF (ISO 8601-2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import zip_longest
from typing import NamedTuple

from retold.model import TimeExpression
from retold.resolve.periods.bounds import beside, period
from retold.resolve.periods.calendar import days, nth_weekday, step, written

RECENT = 4
"""A quarter named more expressions ago than this is no longer what "a year earlier" compares with."""

FAR = 6
"""A bare weekday is not the one that many days off: nobody calls yesterday's weekday, or tomorrow's, next or last week's."""

WIDEST = {"XXXX-XX-XX": 1, "XXXX-WXX": 7, "XXXX-WXX-WE": 7, "XXXX-XX": 31}
"""Days that the time before may cover at most, for a value of this kind to be reckoned from it."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")


class _Anchors(NamedTuple):
    """What a time may be seen from: values that the words gave, not those reckoned from others."""

    published: date | None
    previous: str | None = None
    quarter: str | None = None
    """The last quarter named, if not long ago: business news compares it with "a year earlier"."""
    age: int = 0
    """Expressions since that quarter."""

    def after(self, expression: TimeExpression) -> _Anchors:
        """Return the anchors for the expression that follows."""
        value = expression.value or ""
        if expression.anchor == "previous" or expression.type not in ("DATE", "TIME") or not days(value):
            return self._replace(age=self.age + 1)
        if _QUARTER.fullmatch(value):
            return self._replace(previous=value, quarter=value, age=0)
        return self._replace(previous=value, age=self.age + 1)


def periods(times: Sequence[TimeExpression], *, published: str | None) -> tuple[TimeExpression, ...]:
    """Return the expressions with `value` and `period` completed as far as the words and the date of publication allow.

    `published` is an ISO date or date-time, or None where it is not known; one that cannot be read counts as not known.
    Applying it again changes nothing, and expressions that stayed open close when it is given later. Period: UTC, both
    ends included; a day is taken as a day in UTC, since reports do not say where their days begin.
    """
    anchors = _Anchors(_day(published))
    done = []
    for expression in times:
        closed = replace(expression, value=_week(expression, _value(expression, anchors)))
        done.append(replace(closed, period=period(closed, anchors.published)))
        anchors = anchors.after(closed)
    return tuple(_tied(done))


def _tied(done: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Give what is told from the date of an event ("months before the raid on January 3") the interval that ends there."""
    for expression, event in zip_longest(done, done[1:]):
        yield (
            replace(expression, period=beside(expression, event.period if event else None))
            if (expression.anchor == "next")
            else expression
        )


def _day(published: str | None) -> date | None:
    try:
        return datetime.fromisoformat(published).date() if published else None
    except ValueError:
        return None


def _value(expression: TimeExpression, anchors: _Anchors) -> str | None:
    value = expression.value
    if value is None or expression.type in ("SET", "DURATION") or "X" not in value or value.startswith("P"):
        return value
    compared = value == "XXXX" and expression.shift == -1 and expression.direction == "past" and anchors.age < RECENT
    if value[:4].isdigit():
        value = nth_weekday(value, expression.unit)
        return value if "Q" not in value else _from_previous(expression, value, anchors)
    if expression.anchor == "previous" or (compared and anchors.quarter):
        return _from_previous(expression, value, anchors)
    if anchors.published is None:
        return value
    if expression.shift is not None and expression.unit != "name":
        moved = step(anchors.published, expression.unit or "", expression.shift)
        return written(value, moved) if moved else value
    return _nearest(expression, value, anchors.published)


def _week(expression: TimeExpression, value: str | None) -> str | None:
    """ "The week of March 9" is a week."""
    if expression.unit != "week of" or not value or not _DAY.fullmatch(value):
        return value
    return written("XXXX-WXX", date.fromisoformat(value))


def _from_previous(expression: TimeExpression, value: str, anchors: _Anchors) -> str:
    """Seen from the time named before: "a year earlier" after a third quarter is the third quarter of the year before."""
    quarter = anchors.quarter if "Q" in value or (value == "XXXX" and anchors.age < RECENT) else None
    start = _start(value, quarter, anchors)
    moved = step(start, expression.unit, expression.shift or 0) if start and expression.unit else None
    if moved is None:
        return value
    return written("XXXX-QX" if quarter and value == "XXXX" else value, moved)


def _start(value: str, quarter: str | None, anchors: _Anchors) -> date | None:
    """Return the day to reckon from; None where the time before is too coarse ("the next day" after "in 1995")."""
    if "Q" in value and quarter is None:
        return step(anchors.published, "quarter", -1) if anchors.published else None
    base = days(quarter or anchors.previous or "")
    if base is None:
        return anchors.published
    if (base[1] - base[0]).days < WIDEST.get(value.partition("T")[0], 10_000):
        return base[0]
    return anchors.published if "T" in value else None


def _nearest(expression: TimeExpression, value: str, published: date) -> str:
    """Return the nearest day, month, quarter or season of that name, on the side that tense or words tell."""
    if "/" in value:
        first, last = value.split("/", 1)
        first = _nearest(expression, first, published)
        return f"{first}/{last.replace('XXXX', first[:4], 1)}"
    if value.startswith("XXXX-WXX-"):
        return _weekday(expression, value, published)
    best: tuple[int, str] | None = None
    for year in (published.year - 1, published.year, published.year + 1):
        candidate = nth_weekday(value.replace("XXXX", f"{year:04d}", 1), expression.unit)
        span = days(candidate)
        if span is None or (distance := _distance(expression, span, published)) is None:
            continue
        if best is None or distance < best[0]:
            best = (distance, candidate)
    return best[1] if best else value


def _distance(expression: TimeExpression, span: tuple[date, date], published: date) -> int | None:
    """Days between; None where the candidate lies on the wrong side."""
    first, last = span
    if expression.shift:
        ahead = (first - published).days > 0
        inside = first <= published <= last
        return None if inside or ahead is not (expression.shift > 0) else abs((first - published).days)
    if expression.direction == "past" and first > published:
        return None
    if expression.direction == "future" and last < published:
        return None
    return 0 if first <= published <= last else min(abs((first - published).days), abs((last - published).days))


def _weekday(expression: TimeExpression, value: str, published: date) -> str:
    named, today = int(value[9]), published.isoweekday()
    if expression.shift is not None and expression.shift > 0:
        days_on = (named - today - 1) % 7 + 1
    elif expression.shift is not None and expression.shift < 0:
        days_on = -((today - named - 1) % 7 + 1)
    else:
        ahead = (named - today) % 7
        future = ahead < FAR if expression.direction == "future" else ahead == 1 and expression.direction is None
        days_on = ahead if future else -((today - named) % 7)
    moved = step(published, "day", days_on)
    return (moved.isoformat() + value[10:]) if moved else value
