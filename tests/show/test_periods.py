"""A period in words is never more precise than it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from retold.model import Period
from retold.show.periods import in_words


def _day(text: str, *, end: bool = False) -> datetime:
    return datetime.fromisoformat(f"{text}T{'23:59:59' if end else '00:00:00'}").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2031-03-01", "2031-03-31", "2031-03"),
        ("2031-02-01", "2031-03-31", "2031-02 to 2031-03"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2030-01-01", "2039-12-31", "2030 to 2039"),
        ("2031-03-04", "2031-03-10", "between 2031-03-04 and 2031-03-10"),
        ("2031-03-04", None, "from 2031-03-04 on"),
        (None, "2031-03-04", "until 2031-03-04"),
        ("2031-01-01", None, "from 2031 on"),
        ("2031-03-01", None, "from 2031-03 on"),
        (None, "2031-12-31", "until 2031"),
        (None, "2031-02-28", "until 2031-02"),
        (None, None, "at a time not known"),
    ],
)
def test_in_words(first: str | None, last: str | None, words: str) -> None:
    period = Period(earliest=_day(first) if first else None, latest=_day(last, end=True) if last else None)
    assert in_words(period) == words


def test_a_time_of_day_is_told_only_where_it_is_known() -> None:
    moment = datetime(2031, 3, 4, 9, 47, tzinfo=UTC)
    assert in_words(Period(earliest=moment, latest=moment)) == "2031-03-04 09:47"
