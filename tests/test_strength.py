"""What commits more and what less, and how it is told: one way for fresh claims and for what is left of kept ones."""

from __future__ import annotations

from datetime import UTC, datetime

from retold.model import Period
from retold.strength import extremes, narrowest, rank, why


def test_a_refusal_commits_to_nothing() -> None:
    assert rank("declined", "certain", None) is None
    assert rank("asserted", "certain", None) is not None


def test_ones_own_word_commits_more_than_anothers() -> None:
    own, others = rank("asserted", "certain", None), rank("asserted", "certain", "an official")
    assert own and others and own > others


def test_the_first_of_equals_is_the_weakest_and_the_strongest() -> None:
    low, high = (0, 0, 0), (2, 2, 1)
    assert extremes([high, None, low, low, high]) == (2, 0)
    assert extremes([low, None, low]) is None
    assert extremes([None]) is None


def test_it_is_told_by_what_takes_away_from_it() -> None:
    assert why("asserted", "certain", None) == "in the report's own voice"
    assert why("planned", "possible", "two officials", ["may", "may"]) == "planned, possible (may), on the word of two officials"


def test_the_narrowest_time_is_that_of_fewest_seconds_and_an_open_one_is_the_widest() -> None:
    day, week = (Period(earliest=datetime(2031, 5, 2, tzinfo=UTC), latest=datetime(2031, 5, n, tzinfo=UTC)) for n in (3, 9))
    assert narrowest([None, week, Period(earliest=day.earliest, latest=None), day]) == day
    assert narrowest([None]) is None
