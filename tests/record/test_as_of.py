"""What was known on a day: reports whose own day is surely not later."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from retold.record.as_of import NOW, AsOf, as_of, last_day


@pytest.mark.parametrize(
    ("published", "included"),
    [
        ("2031-05-04", True),
        ("2031-05-05", False),
        ("2031-05-04T23:59:59+00:00", True),
        ("2031-05-04T23:30:00-05:00", False),  # the next day in UTC
        ("2031-05-05T01:00:00+03:00", True),
        ("2031-05-04T18:00", True),
        ("2031-04", True),
        ("2031-05", False),  # it may have been the 31st
        ("2031", False),
        ("2030", True),
        ("soon", False),
        (None, False),
    ],
)
def test_a_report_is_known_by_a_day_if_it_was_surely_published_by_its_end(published: str | None, included: bool) -> None:
    assert AsOf(published=date(2031, 5, 4)).includes(published) is included


def test_without_a_day_every_report_is_asked_for() -> None:
    assert NOW.includes(None)
    assert NOW.moment is None


def test_a_day_at_which_the_case_is_asked_means_its_end_and_a_moment_that_moment() -> None:
    assert as_of(held="2031-06-01").moment == "2031-06-01T23:59:59.999Z"
    assert as_of(held="2031-06-01T12:00").moment == "2031-06-01T12:00:00.000Z"
    assert as_of(held="2031-06-01T12:00:00+02:00").held == datetime(2031, 6, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(("day", "held"), [("yesterday", None), ("2031-13-01", None), ("2031-05", None), (None, "noon")])
def test_what_is_no_day_is_refused(day: str | None, held: str | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        as_of(day, held)


def test_the_last_day_of_a_month_knows_leap_years() -> None:
    assert last_day("2032-02") == "2032-02-29"
    assert last_day("2031-13") is None
