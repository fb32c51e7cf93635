"""When the words say, once the day is known that they are told from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Period, Span, TimeExpression, TimexType
from retold.resolve.periods.intervals import periods

FRIDAY = "2015-03-06"


def said(value: str, kind: TimexType = "DATE", **more: object) -> TimeExpression:
    return TimeExpression(span=Span(0, 1), type=kind, value=value, **more)  # type: ignore[arg-type]


def one(expression: TimeExpression, published: str | None = FRIDAY) -> TimeExpression:
    [done] = periods([expression], published=published)
    return done


def interval(*days: str) -> Period:
    first, last = (datetime.fromisoformat(d).replace(tzinfo=UTC) for d in (days[0], days[-1]))
    return Period(earliest=first, latest=last + timedelta(days=1, seconds=-1))


@pytest.mark.parametrize(
    ("expression", "value", "first", "last"),
    [
        (said("XXXX-XX", unit="month", shift=-1, anchor="published"), "2015-02", "2015-02-01", "2015-02-28"),
        (said("XXXX-WXX", unit="week", shift=0, anchor="published"), "2015-W10", "2015-03-02", "2015-03-08"),
        (said("XXXX-WXX-2"), "2015-03-03", "2015-03-03", "2015-03-03"),
        (said("XXXX-WXX-2", direction="future"), "2015-03-10", "2015-03-10", "2015-03-10"),
        (said("XXXX-WXX-5"), "2015-03-06", "2015-03-06", "2015-03-06"),
        (said("XXXX-WXX-5", unit="name", shift=-1, anchor="published"), "2015-02-27", "2015-02-27", "2015-02-27"),
        (said("XXXX-01-03"), "2015-01-03", "2015-01-03", "2015-01-03"),
        (said("XXXX-12-15", direction="past"), "2014-12-15", "2014-12-15", "2014-12-15"),
        (said("XXXX-08", direction="past"), "2014-08", "2014-08-01", "2014-08-31"),
        (said("XXXX-Q1", unit="year", shift=1, anchor="published"), "2016-Q1", "2016-01-01", "2016-03-31"),
        (said("XXXX", unit="year", shift=-2, anchor="published"), "2013", "2013-01-01", "2013-12-31"),
        (said("XXX", unit="decade", shift=-1, anchor="published"), "200", "2000-01-01", "2015-03-06"),
        (said("2015", modifier="START"), "2015", "2015-01-01", "2015-06-30"),
        (said("198", modifier="START"), "198", "1980-01-01", "1984-12-31"),
        (said("XXXX-03-03/XXXX-03-09"), "2015-03-03/2015-03-09", "2015-03-03", "2015-03-09"),
        (said("XXXX-03-09", unit="week of"), "2015-W11", "2015-03-09", "2015-03-15"),
        (said("XXXX-08-18", direction="past"), "2014-08-18", "2014-08-18", "2014-08-18"),
        (said("XXXX-03-20", direction="past"), "2015-03-20", "2015-03-20", "2015-03-20"),
        (said("XXXX-03-02", direction="future"), "2015-03-02", "2015-03-02", "2015-03-02"),
        (said("XXXX-12", direction="future"), "2015-12", "2015-12-01", "2015-12-31"),
        (said("XXXX-WI", unit="name", shift=-1, anchor="published"), "2013-WI", "2012-12-01", "2014-03-20"),
        (said("19"), "19", "1900-01-01", "1999-12-31"),
    ],
)
def test_value_and_interval(expression: TimeExpression, value: str, first: str, last: str) -> None:
    done = one(expression)
    assert done.value == value
    assert done.period == interval(first, last)


def test_without_a_date_of_publication_nothing_is_invented() -> None:
    month = said("XXXX-XX", unit="month", shift=-1, anchor="published")
    day = said("XXXX-01-03")
    assert periods([month, day], published=None) == (month, day)


def test_an_open_expression_closes_when_the_date_becomes_known() -> None:
    month = said("XXXX-XX", unit="month", shift=-1, anchor="published")
    assert periods(periods([month], published=None), published=FRIDAY) == periods([month], published=FRIDAY)


def test_bounds_leave_one_end_open() -> None:
    assert one(said("2014", modifier="ON_OR_AFTER")).period == Period(earliest=datetime(2014, 1, 1, tzinfo=UTC), latest=None)
    by = one(said("2014", modifier="MID ON_OR_BEFORE")).period
    assert by == Period(earliest=None, latest=datetime(2014, 9, 30, 23, 59, 59, tzinfo=UTC))
    assert one(said("2014-05-01", modifier="BEFORE")).period == Period(earliest=None, latest=datetime(2014, 5, 1, tzinfo=UTC))


def test_a_year_earlier_is_seen_from_the_quarter_named_before() -> None:
    ago = said("XXXX", unit="year", shift=-1, anchor="previous", direction="past")
    assert [t.value for t in periods([said("2014-Q3"), ago], published=FRIDAY)] == ["2014-Q3", "2013-Q3"]


def test_a_quarter_that_has_not_ended_or_lies_further_back_is_not_the_one_compared_with() -> None:
    ago = said("XXXX", unit="year", shift=-1, anchor="previous", direction="past")
    told = [said("2014-Q3"), said("2013-Q3"), said("2015-Q1"), ago]
    assert periods(told, published=FRIDAY)[-1].value == "2013-Q3"


def test_the_second_day_of_two_has_the_month_of_the_first() -> None:
    second = said("XXXX-XX-25", unit="month", shift=0, anchor="previous")
    assert [t.value for t in periods([said("2015-02-24"), second], published=FRIDAY)] == ["2015-02-24", "2015-02-25"]


def test_what_was_a_decade_ago_is_that_long_ago_give_or_take_half_a_decade() -> None:
    ago = one(said("XXX", unit="decade", shift=-1, anchor="published", direction="past"))
    assert ago.period == interval("2000-03-06", "2010-03-06")


def test_in_two_weeks_ends_two_weeks_on() -> None:
    coming = one(said("P2W", "DURATION", anchor="published", direction="future")).period
    assert coming == interval("2015-03-06", "2015-03-20")


def test_the_next_day_after_a_whole_year_stays_open() -> None:
    day = said("XXXX-XX-XX", unit="day", shift=1, anchor="previous")
    assert [t.value for t in periods([said("2014"), day], published=FRIDAY)] == ["2014", "XXXX-XX-XX"]
    assert [t.value for t in periods([said("2014-02-01"), day], published=FRIDAY)] == ["2014-02-01", "2014-02-02"]


def test_a_clock_time_with_a_zone_is_a_minute_of_utc_and_one_without_is_a_day() -> None:
    named = said("2015-03-06T09:47", "TIME", zone="America/Los_Angeles")
    start = datetime(2015, 3, 6, 17, 47, tzinfo=UTC)
    assert one(named).period == Period(earliest=start, latest=start + timedelta(seconds=59))
    assert one(said("2015-03-06T09:47", "TIME")).period == interval("2015-03-06")


def test_months_before_a_dated_event_end_there() -> None:
    talks = said("PXM", "DURATION", unit="month", anchor="next", direction="past")
    raid = said("XXXX-01-03")
    assert periods([talks, raid], published=FRIDAY)[0].period == Period(earliest=None, latest=datetime(2015, 1, 3, tzinfo=UTC))
    assert periods([talks, raid], published=None)[0].period is None


@pytest.mark.parametrize(("unit", "value"), [("4 thursday", "2014-11-27"), ("-1 monday", "2014-11-24")])
def test_a_holiday_that_moves_falls_on_its_weekday(unit: str, value: str) -> None:
    assert one(said("2014-11-XX", unit=unit), None).value == value


def test_a_weekday_is_not_the_one_six_days_off() -> None:
    assert one(said("XXXX-WXX-6")).value == "2015-03-07"
    assert one(said("XXXX-WXX-4", direction="future")).value == "2015-03-05"


def test_the_past_weeks_end_with_the_publication() -> None:
    past = one(said("P2W", "DURATION", direction="past")).period
    assert past == interval("2015-02-20", "2015-03-06")
    assert one(said("P2W", "DURATION")).period is None


VALUES = st.from_regex(r"\A(?:[X0-9]{2,4}(?:-(?:[X0-9]{2}(?:-[X0-9]{2})?|W[X0-9]{2}(?:-[1-7])?|Q[X1-4]))?|P[X0-9]{1,4}[YMWDQ])\Z")
EXPRESSIONS = st.builds(
    TimeExpression,
    span=st.just(Span(0, 1)),
    type=st.sampled_from(["DATE", "TIME", "DURATION", "SET"]),
    value=VALUES,
    unit=st.sampled_from([None, "day", "week", "month", "quarter", "year", "decade", "name", "fiscal year"]),
    shift=st.none() | st.integers(-20_000, 20_000),
    anchor=st.sampled_from(["none", "published", "previous", "next", "event"]),
    direction=st.sampled_from([None, "past", "future"]),
    modifier=st.sampled_from([None, "START", "MID", "END", "BEFORE", "ON_OR_AFTER"]),
)


@given(st.lists(EXPRESSIONS, max_size=6), st.none() | st.dates().map(str) | st.text(max_size=12))
def test_periods_run_forwards_and_completing_twice_changes_nothing(
    expressions: list[TimeExpression], published: str | None
) -> None:
    once = periods(expressions, published=published)
    assert periods(once, published=published) == once
    for done in once:
        if done.period and done.period.earliest and done.period.latest:
            assert done.period.earliest <= done.period.latest
