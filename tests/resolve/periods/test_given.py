"""A time that a person writes down is taken as it is written, and written again as short as it goes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from retold.model import Period
from retold.resolve.periods.given import given, written


def day(year: int, month: int, of: int, *, end: bool = False) -> datetime:
    return datetime(year, month, of, 23 if end else 0, 59 if end else 0, 59 if end else 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2031-05-03", day(2031, 5, 3), day(2031, 5, 3, end=True)),
        ("2031-02", day(2031, 2, 1), day(2031, 2, 28, end=True)),
        (" 2031 ", day(2031, 1, 1), day(2031, 12, 31, end=True)),
        ("2031-Q2", day(2031, 4, 1), day(2031, 6, 30, end=True)),
        ("2031-05-03..2031-05", day(2031, 5, 3), day(2031, 5, 31, end=True)),
        ("2031-05-03/2031-06-01", day(2031, 5, 3), day(2031, 6, 1, end=True)),
        ("2031-05..", day(2031, 5, 1), None),
        ("../2031-05", None, day(2031, 5, 31, end=True)),
        ("..", None, None),
        ("2031-05-03T14:30", datetime(2031, 5, 3, 14, 30, tzinfo=UTC), datetime(2031, 5, 3, 14, 30, 59, tzinfo=UTC)),
        ("2031-05-03T14:30+02:00", datetime(2031, 5, 3, 12, 30, tzinfo=UTC), datetime(2031, 5, 3, 12, 30, 59, tzinfo=UTC)),
    ],
)
def test_a_time_is_as_wide_as_it_is_written(text: str, earliest: datetime | None, latest: datetime | None) -> None:
    assert given(text) == Period(earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    "text", ["", "May", "2031-13", "2031-02-30", "2031-05-03 or so", "2031..2032..2033", "XXXX-05", "20311", "2031-W60"]
)
def test_what_is_no_time_is_told_with_what_one_looks_like(text: str) -> None:
    with pytest.raises(ValueError, match="a time is a date or a longer stretch"):
        given(text)


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        given("2031-05-03..2031-05-02")


MOMENTS = st.none() | st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)


@drawn(MOMENTS, MOMENTS)
def test_what_is_written_is_read_as_the_same_time(one: datetime | None, other: datetime | None) -> None:
    if one and other:
        one, other = sorted((one, other))
    period = Period(earliest=one, latest=other)
    assert given(written(period)) == period


@pytest.mark.parametrize(
    "text", ["2031-05-03", "2031-05", "2031", "2031-05-03..2031-05-04", "2031-05-03..", "..2031-05-03", ".."]
)
def test_a_time_is_written_as_short_as_it_goes(text: str) -> None:
    assert written(given(text)) == text


@drawn(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    try:
        given(text)
    except ValueError as error:
        assert str(error)
