"""Some times are told from the time named after them: the first end of a range, and what is told from an event.

"Between May and July 2014" tells the year once; "the day before the raid on January 3" is reckoned from that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from retold.model import Period, TimeExpression
from retold.resolve.periods.bounds import beside, period
from retold.resolve.periods.calendar import days, step, written

NARROW = 7
"""Days that an event's date may cover at most, for a day or week beside it to be reckoned from it."""


def dated(times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield the expressions; an end of a range whose year is open has the year of the other, where the words tell that."""
    opening: TimeExpression | None = None
    for first, last in zip_longest(times, times[1:]):
        value, other = first.value or "", (last.value or "") if last else ""
        if opening and _open(first) and (opening.value or "")[:4].isdigit():
            first = replace(first, value=_beside(value, opening.value or "", after=True))
        elif first.opens and _open(first) and other[:4].isdigit():
            first = replace(first, value=_beside(value, other, after=False))
        opening = first if first.opens else None
        yield first


def _open(expression: TimeExpression) -> bool:
    value = expression.value or ""
    return expression.shift is None and value.startswith("XXXX-") and "W" not in value and "/" not in value


def _beside(value: str, other: str, *, after: bool) -> str:
    """Return the value in the year of the other end, or in the year next to it, if the ends would run backwards."""
    year = int(other[:4])
    same = f"{year:04d}{value[4:]}"
    mine, theirs = days(same), days(other)
    if not mine or not theirs or not 1 < year < 9999:
        return same
    if after:
        return f"{year + 1:04d}{value[4:]}" if mine[1] < theirs[0] else same
    return f"{year - 1:04d}{value[4:]}" if mine[0] > theirs[1] else same


def linked(done: Sequence[TimeExpression], published: date | None) -> Iterator[TimeExpression]:
    """Yield the expressions with the value and period that the one after gives them; both ends of a range cover all of it."""
    opening: TimeExpression | None = None
    for expression, following in zip_longest(done, done[1:]):
        if expression.anchor == "next":
            expression = _told_from(expression, following, published)
        if opening and (whole := _range(opening, expression)):
            yield replace(opening, period=whole)
            yield replace(expression, period=whole)
            opening = None
            continue
        if opening:
            yield opening
        opening = expression if expression.opens and following else None
        if opening is None:
            yield expression
    if opening:
        yield opening


def _told_from(expression: TimeExpression, event: TimeExpression | None, published: date | None) -> TimeExpression:
    if expression.type == "DURATION":
        return replace(expression, period=beside(expression, event.period if event else None))
    span = days(event.value or "") if event else None
    if expression.shift is None or "X" not in (expression.value or "") or span is None or (span[1] - span[0]).days >= NARROW:
        return expression
    moved = step(span[0], expression.unit or "", expression.shift)
    closed = replace(expression, value=written(expression.value or "", moved)) if moved else expression
    return replace(closed, period=period(closed, published))


def _range(first: TimeExpression, last: TimeExpression) -> Period | None:
    """Return the interval from the start of one to the end of the other; None where that is not known or runs backwards."""
    starts, ends = first.period, last.period
    if not starts or not ends or not starts.earliest or not starts.latest or not ends.latest or starts.latest > ends.latest:
        return None
    return Period(earliest=starts.earliest, latest=ends.latest)
