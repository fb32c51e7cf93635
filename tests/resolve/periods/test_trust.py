"""A date of publication that cannot be right closes nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from retold.model import Span, TimeExpression
from retold.resolve.periods.intervals import periods
from retold.resolve.periods.trust import trusted

MONTH = TimeExpression(span=Span(5, 6), type="DATE", value="XXXX-XX", unit="month", shift=-1, anchor="published")


def arrest(day: str, **more: object) -> TimeExpression:
    return TimeExpression(span=Span(0, 1), type="DATE", value=day, direction="past", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("published", [None, "", "soon", "2015-02-30"])
def test_a_day_that_cannot_be_read_is_not_known(published: str | None) -> None:
    assert trusted(published, ()) is None


def test_a_day_to_come_is_not_trusted() -> None:
    coming = datetime.now(UTC).date() + timedelta(days=30)
    assert trusted(coming.isoformat(), ()) is None
    assert periods([MONTH], published=coming.isoformat()) == (MONTH,)


def test_a_day_before_what_is_told_as_past_is_not_trusted() -> None:
    assert periods([arrest("2015-05-05"), MONTH], published="2015-03-06")[1] == MONTH
    assert periods([arrest("2015-03-05"), MONTH], published="2015-03-06")[1].value == "2015-02"


def test_the_same_day_elsewhere_and_bounds_are_no_contradiction() -> None:
    assert trusted("2015-03-06", [arrest("2015-03-07")]) == date(2015, 3, 6)
    assert trusted("2015-03-06", [arrest("2016-03-07", modifier="ON_OR_BEFORE")]) == date(2015, 3, 6)
