"""Moments are written so that text sorts as time does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from retold.model import Period
from retold.moments import ends, moment

MOMENTS = st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, MOMENTS)
def test_text_sorts_as_time_does(one: datetime, two: datetime) -> None:
    one, two = one.replace(microsecond=0), two.replace(microsecond=0)
    assert (str(moment(one)) < str(moment(two))) == (one < two)


def test_a_fraction_of_a_second_does_not_change_the_form() -> None:
    assert moment(datetime(2031, 5, 3, 10, 0, 0, 250_000, tzinfo=UTC)) == "2031-05-03T10:00:00Z"


def test_a_year_before_1000_has_four_digits() -> None:
    assert moment(datetime(987, 1, 1, tzinfo=UTC)) == "0987-01-01T00:00:00Z"


def test_other_zones_are_turned_into_utc_and_none_is_utc() -> None:
    assert moment(datetime(2031, 5, 3, 1, tzinfo=timezone(timedelta(hours=3)))) == "2031-05-02T22:00:00Z"
    assert moment(datetime(2031, 5, 3, 1)) == "2031-05-03T01:00:00Z"


def test_an_open_end_and_no_period_are_none() -> None:
    start = Period(earliest=datetime(2031, 5, 3, tzinfo=UTC), latest=None)
    assert ends(start) == {"earliest": "2031-05-03T00:00:00Z", "latest": None}
    assert ends(None) == {"earliest": None, "latest": None}
