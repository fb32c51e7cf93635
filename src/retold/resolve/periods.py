"""A relative time closes only when the day is known that it is told from; until then it stays open and says so.

The anchor is the publication date, or the time named before. What cannot be told stays X in the value and `None` in the
period: no precision is invented. Values are TIMEX3 (TimeML 1.2.1), open parts are written as in EDTF (ISO 8601-2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from retold.model import TimeExpression
from retold.resolve.periods_bounds import period
from retold.resolve.periods_calendar import days, step, written

NEAREST = ("past", "future")


class _Anchors(NamedTuple):
    published: date | None
    previous: str | None
    """The value of the last date that was named, however coarse."""


def periods(times: Sequence[TimeExpression], *, published: str | None) -> tuple[TimeExpression, ...]:
    """Return the expressions with `value` and `period` completed as far as the words and the date of publication allow.

    `published` is an ISO date or date-time, or None where it is not known; one that cannot be read counts as not known.
    Applying it again changes nothing, and expressions that stayed open close when it is given later. Period: UTC, both
    ends included; a day is taken as a day in UTC, since reports do not say where their days begin.
    """
    day = _day(published)
    previous: str | None = None
    done = []
    for expression in times:
        value = _value(expression, _Anchors(day, previous))
        closed = replace(expression, value=value)
        done.append(replace(closed, period=period(closed, day)))
        if expression.type in ("DATE", "TIME") and value and days(value):
            previous = value
    return tuple(done)


def _day(published: str | None) -> date | None:
    try:
        return datetime.fromisoformat(published).date() if published else None
    except ValueError:
        return None


def _value(expression: TimeExpression, anchors: _Anchors) -> str | None:
    value = expression.value
    if value is None or expression.type in ("SET", "DURATION") or "X" not in value or value.startswith("P"):
        return value
    if expression.anchor == "previous":
        return _from_previous(expression, value, anchors)
    if anchors.published is None:
        return value
    if expression.shift is not None and expression.unit != "name":
        moved = step(anchors.published, expression.unit or "", expression.shift)
        return written(value, moved) if moved else value
    return _nearest(expression, value, anchors.published)


def _from_previous(expression: TimeExpression, value: str, anchors: _Anchors) -> str:
    """Seen from the time named before: "a year earlier" after a third quarter is the third quarter of the year before."""
    base = days(anchors.previous) if anchors.previous else None
    start = base[0] if base else anchors.published
    if start is None or expression.unit is None:
        return value
    moved = step(start, expression.unit, expression.shift or 0)
    if moved is None:
        return value
    if value == "XXXX" and anchors.previous and "-Q" in anchors.previous:
        value = "XXXX-QX"
    return written(value, moved)


def _nearest(expression: TimeExpression, value: str, published: date) -> str:
    """Return the nearest day, month, quarter or season of that name, on the side that tense or words tell."""
    if value.startswith("XXXX-WXX-"):
        return _weekday(expression, value, published)
    best: tuple[int, str] | None = None
    for year in (published.year - 1, published.year, published.year + 1):
        candidate = value.replace("XXXX", f"{year:04d}", 1)
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
        days_on = (named - today) % 7 if expression.direction == "future" else -((today - named) % 7)
    moved = step(published, "day", days_on)
    return (moved.isoformat() + value[10:]) if moved else value
