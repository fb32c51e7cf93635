"""The interval that words allow: its ends are never closer together than what was said.

"Early", "mid" and "late" take the first, middle and last third of a stretch and widen it by a sixth on the inner side, so
that "early 2020" is January to June and "late 2020" July to December; "since" and "before" leave one end open. A time
of day with a named zone gives that minute; without one it gives the whole day, for the zone could be any.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from retold.model import Period, TimeExpression
from retold.resolve.periods.calendar import days, end_of, start_of, step

THIRDS = {"START": (0.0, 0.5), "MID": (0.25, 0.75), "END": (0.5, 1.0)}
"""Which share of a stretch early, mid and late take."""

SIDES = ("BEFORE", "ON_OR_BEFORE", "AFTER", "ON_OR_AFTER")
QUARTER = 80
"""Days from which on a stretch is divided by months: early 2020 ends with June."""

UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "Q": "quarter", "E": "decade", "C": "century"}
_DURATION = re.compile(r"P(\d{1,4})([YMWDQEC])")


def period(expression: TimeExpression, published: date | None) -> Period | None:
    """Return the interval of an expression whose value is complete as far as it can be; None where nothing is known of it."""
    value = expression.value
    if value is None or expression.type == "SET":
        return None
    if value.endswith("_REF"):
        return _reference(value, published)
    if expression.type == "DURATION" or value.startswith("P"):
        return _stretch(expression, value, published)
    span = _days(value)
    if span is None:
        return None
    if expression.zone and (exact := _minute(value, expression.zone)):
        return exact
    if expression.unit == "fiscal year":
        span = _fiscal(span)
    return _bounded(expression, span, published)


def _days(value: str) -> tuple[date, date] | None:
    """Return first and last day of a value, or of an EDTF interval "2015-03-03/2015-03-09"; never backwards."""
    first, last = (days(end) for end in (value.split("/", 1) if "/" in value else (value, value)))
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _reference(value: str, published: date | None) -> Period | None:
    if published is None:
        return None
    start, end = start_of(published), end_of(published)
    return {
        "PAST_REF": Period(earliest=None, latest=end),
        "PRESENT_REF": Period(earliest=start, latest=end),
        "FUTURE_REF": Period(earliest=start, latest=None),
    }.get(value)


def _stretch(expression: TimeExpression, value: str, published: date | None) -> Period | None:
    """ "The past two weeks" end with the publication; "for two weeks" says how long and not when."""
    if published is None or expression.direction is None or expression.anchor in ("event", "next"):
        return None
    match = _DURATION.fullmatch(value)
    past = expression.direction == "past"
    far = step(published, UNITS[match[2]], int(match[1]) * (-1 if past else 1)) if match else None
    if past:
        return Period(earliest=start_of(far) if far else None, latest=end_of(published))
    return Period(earliest=start_of(published), latest=end_of(far) if far else None)


def beside(expression: TimeExpression, event: Period | None) -> Period | None:
    """Return the interval that ends with the start of an event ("before"), or begins with its end ("after")."""
    if event is None:
        return None
    match = _DURATION.fullmatch(expression.value or "")
    before = expression.direction == "past"
    near, edge = (event.latest, event.earliest) if before else (event.earliest, event.latest)
    if edge is None or near is None:
        return None
    near = edge if edge.date() == near.date() else near  # "in January": the event may be any day of it
    far = step(edge.date(), UNITS[match[2]], int(match[1]) * (-1 if before else 1)) if match else None
    if before:
        return Period(earliest=start_of(far) if far else None, latest=near)
    return Period(earliest=near, latest=end_of(far) if far else None)


def _minute(value: str, zone: str) -> Period | None:
    """Return a clock time as one minute of UTC; None where the zone is not known to this machine."""
    try:
        local = datetime.strptime(value, "%Y-%m-%dT%H:%M").replace(tzinfo=ZoneInfo(zone))
    except (ValueError, ZoneInfoNotFoundError):
        return None
    start = local.astimezone(UTC)
    return Period(earliest=start, latest=start + timedelta(seconds=59))


def _fiscal(span: tuple[date, date]) -> tuple[date, date]:
    """A fiscal year may begin in any month of the year before, or (as in Japan) of the year it is named after."""
    first, last = span
    return step(first, "month", -11) or first, step(last, "month", 11) or last


def _bounded(expression: TimeExpression, span: tuple[date, date], published: date | None) -> Period:
    if expression.unit in ("decade", "century") and expression.shift and expression.direction and published:
        span = _about(expression.unit, expression.shift, span, published)
    elif expression.unit in ("decade", "century") and expression.shift in (-1, 1) and published:
        span = _rolling(expression.unit, expression.shift, span, published)
    first, last = start_of(span[0]), end_of(span[1])
    said = (expression.modifier or "").split()
    if third := next((m for m in said if m in THIRDS), None):
        first, last = _part(first, last, THIRDS[third])
    if expression.shift == 0 and published and span[0] <= published <= span[1]:
        if expression.direction == "past":
            last = min(last, end_of(published))
        elif expression.direction == "future":
            first = max(first, start_of(published))
    if bound := next((m for m in said if m in SIDES), None):
        return _side(bound, first, last)
    return Period(earliest=first, latest=max(first, last))


def _side(bound: str, first: datetime, last: datetime) -> Period:
    """Return the interval of what lies before or after a stretch, with or without the stretch itself."""
    if bound.endswith("BEFORE"):
        return Period(earliest=None, latest=first if bound == "BEFORE" else last)
    return Period(earliest=last if bound == "AFTER" else first, latest=None)


def _rolling(unit: str, shift: int, span: tuple[date, date], published: date) -> tuple[date, date]:
    """ "The next decade" may be the ten years to come or those of the calendar: both are within what is returned."""
    far = step(published, unit, shift) or published
    return (min(span[0], far), max(span[1], published)) if shift < 0 else (min(span[0], published), max(span[1], far))


def _about(unit: str, shift: int, span: tuple[date, date], published: date) -> tuple[date, date]:
    """ "Two decades ago" is that long ago, give or take half a decade."""
    far = step(published, unit, shift)
    half = 6 * (10 if unit == "decade" else 100)
    return (step(far, "month", -half) or far, step(far, "month", half) or far) if far else span


def _part(first: datetime, last: datetime, share: tuple[float, float]) -> tuple[datetime, datetime]:
    whole = (last.date() - first.date()).days + 1
    if whole < 3:
        return first, last
    if whole > QUARTER:
        months = round(whole / 30.44)
        start = step(first.date(), "month", int(months * share[0]))
        end = step(first.date(), "month", max(int(months * share[1] + 0.5), 1))
        return start_of(start or first.date()), end_of(end - timedelta(days=1)) if end else last
    start = first + timedelta(days=int(whole * share[0]))
    return start, end_of((first + timedelta(days=max(int(whole * share[1]), int(whole * share[0]) + 1) - 1)).date())
