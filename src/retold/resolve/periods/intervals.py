"""A relative time closes only when the day is known that it is told from; until then it stays open and says so.

The anchor is the publication date, or the time named before. What cannot be told stays X in the value and `None` in the
period: no precision is invented. Values are TIMEX3 (TimeML 1.2.1), open parts are written as in EDTF (ISO 8601-2).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from retold.model import Span, TimeExpression
from retold.resolve.periods.bounds import period
from retold.resolve.periods.calendar import days, named, nth_weekday, step, written
from retold.resolve.periods.linked import dated, linked
from retold.resolve.periods.trust import trusted

RECENT = 4
"""A quarter named more expressions ago than this is no longer what "a year earlier" compares with."""

FAR = 6
"""A bare weekday is not the one that many days off: nobody calls yesterday's weekday, or tomorrow's, next or last week's."""

LOOSE = {"future": 31, "past": 60}
"""Days by which a day of the year may lie on the other side of what the tense says: it tells of the verb, which may speak
of a day to come ("extended its offer to Nov. 20") or of one just gone ("is to return him by Jan. 14", printed on the 15th)."""

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
        if _QUARTER.fullmatch(value) and self._reported(value):
            newest = max(value, self.quarter or "") if self.age < RECENT else value
            return self._replace(previous=value, quarter=newest, age=0)
        return self._replace(previous=value, age=self.age + 1)

    def _reported(self, quarter: str) -> bool:
        """Results are told of a quarter that has ended."""
        span = days(quarter)
        return self.published is None or (span is not None and span[1] < self.published)


def periods(
    times: Sequence[TimeExpression], *, published: str | None, spoken: Container[Span] = ()
) -> tuple[TimeExpression, ...]:
    """Return the expressions with `value` and `period` completed as far as the words and the date of publication allow.

    `published` is an ISO date or date-time, or None where it is not known; one that cannot be right (see `trust`) counts as
    not known. From the times at `spoken` (see there) none is reckoned.
    Applying it again changes nothing, and expressions that stayed open close when it is given later. Period: UTC, both
    ends included; a day is taken as a day in UTC, since reports do not say where their days begin.
    """
    anchors = _Anchors(trusted(published, times))
    done = []
    for expression in dated(times):
        closed = _closed(expression, anchors)
        done.append(replace(closed, period=period(closed, anchors.published)))
        anchors = anchors if closed.span in spoken else anchors.after(closed)
    return tuple(map(_noted, linked(done, anchors.published), times))


def reckoned(
    times: Sequence[TimeExpression], *, published: str | None, spoken: Container[Span] = ()
) -> tuple[TimeExpression, ...]:
    """Return expressions that were completed before as they are when they are told from another day."""
    told = [replace(t, value=t.pattern, pattern=None) if t.pattern else t for t in times]
    return periods(told, published=published, spoken=spoken)


def _noted(done: TimeExpression, before: TimeExpression) -> TimeExpression:
    """Return an expression with what its words alone give, where they do not give it whole."""
    return replace(done, pattern=done.pattern or before.value) if done.value != before.value else done


def _closed(expression: TimeExpression, anchors: _Anchors) -> TimeExpression:
    """Return the expression with its value; one that proves to lie ahead is not told as past after all."""
    value = _week(expression, _value(expression, anchors))
    span = days(value) if value and value != expression.value and anchors.published else None
    ahead = span is not None and anchors.published is not None and span[0] > anchors.published
    direction = None if ahead and expression.direction == "past" and expression.shift is None else expression.direction
    return replace(expression, value=value, direction=direction)


def _value(expression: TimeExpression, anchors: _Anchors) -> str | None:
    value = expression.value
    if value is None or expression.type in ("SET", "DURATION") or "X" not in value or value.startswith("P"):
        return value
    compared = value == "XXXX" and expression.shift == -1 and expression.direction == "past" and anchors.age < RECENT
    if expression.unit == "period" and (anchors.quarter is None or anchors.age >= RECENT):
        return value.removesuffix("-QX")
    if value[:4].isdigit():
        value = nth_weekday(value, expression.unit)
        return value if "Q" not in value else _from_previous(expression, value, anchors)
    if expression.anchor == "previous" or (compared and anchors.quarter):
        return _from_previous(expression, value, anchors)
    if anchors.published is None or expression.anchor in ("event", "next"):
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
    """Return the day to reckon from; None where the time before is too coarse ("the next day" after "in 1995"), or where there is
    none: "three weeks before" is before an event of which no day is told, not before the report."""
    if "Q" in value and quarter is None:
        return step(anchors.published, "quarter", -1) if anchors.published else None
    base = days(quarter or anchors.previous or "")
    if base is None:
        return anchors.published if value.partition("T")[0] not in WIDEST else None
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
    for year in range(max(published.year - 2, 1), min(published.year + 1, 9999) + 1):
        candidate = nth_weekday(value.replace("XXXX", f"{year:04d}", 1), expression.unit)
        span = named(candidate)
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
    far = 0 if first <= published <= last else min(abs((first - published).days), abs((last - published).days))
    side = "past" if last < published else "future"
    loose = LOOSE.get(expression.direction or "", 0) if first == last else 0
    return None if far > loose and expression.direction not in (None, side) else far


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
