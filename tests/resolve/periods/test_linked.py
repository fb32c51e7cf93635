"""Ranges, and times that are told from the event after them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from retold.find.times.expressions import times
from retold.model import Period, Report, Span, TimeExpression
from retold.resolve.periods.intervals import periods

FRIDAY = "2015-03-06"


def told(text: str, published: str | None = FRIDAY) -> list[TimeExpression]:
    report = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),))
    return list(periods(times(report, ()), published=published))


def whole(first: str, last: str) -> Period:
    return Period(
        earliest=datetime.fromisoformat(first).replace(tzinfo=UTC),
        latest=datetime.fromisoformat(f"{last}T23:59:59").replace(tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("text", "values", "first", "last"),
    [
        ("It was shut from March 3 to March 5.", ["2015-03-03", "2015-03-05"], "2015-03-03", "2015-03-05"),
        ("It was shut between May and July 2012.", ["2012-05", "2012-07"], "2012-05-01", "2012-07-31"),
        ("It was shut between November and March 2014.", ["2013-11", "2014-03"], "2013-11-01", "2014-03-31"),
        ("It was shut from December 2013 until February.", ["2013-12", "2014-02"], "2013-12-01", "2014-02-28"),
    ],
)
def test_both_ends_of_a_range_cover_all_of_it(text: str, values: list[str], first: str, last: str) -> None:
    found = told(text)
    assert [t.value for t in found] == values
    assert {t.period for t in found} == {whole(first, last)}


def test_a_range_without_years_stays_open_until_the_day_is_known() -> None:
    text = "It was shut between May and July."
    assert [t.period for t in told(text, None)] == [None, None]
    assert periods(told(text, None), published=FRIDAY) == tuple(told(text))


def test_the_day_before_a_dated_event_is_reckoned_from_it() -> None:
    day, vote = told("He left the day before the vote on March 3.")
    assert (day.value, vote.value) == ("2015-03-02", "2015-03-03")


def test_a_day_before_an_event_without_date_stays_open() -> None:
    [day] = told("He left the day before the vote.")
    assert (day.anchor, day.value, day.period) == ("event", "XXXX-XX-XX", None)


def test_a_week_after_an_event_of_a_month_may_be_any_day_after_its_start() -> None:
    week, _ = told("He left a week after the vote in January 2015.")
    assert week.period == whole("2015-01-01", "2015-02-07")
