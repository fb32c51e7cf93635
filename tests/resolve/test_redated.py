"""An undated copy takes its original's day, and says so; nobody else is touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from retold.model import Original, Reading, Telling, TimeExpression, When
from retold.resolve.redated import redated
from tests.compare.build import at, fact, party, reading, report

TEXT = "Orvane charged Renko last month."


def _reading(name: str, **more: str) -> Reading:
    span = at(TEXT, "last month")
    words = TimeExpression(span=span, type="DATE", value="XXXX-XX", unit="month", shift=-1, anchor="published", direction="past")
    charged = fact(TEXT, "measure", "charged Renko", subject=party("Orvane"), object=party("Renko"), when=When(span=span))
    return replace(reading(report(name, TEXT, **more), charged), times=(words,))


def _telling(name: str, original: Original | None) -> Telling:
    return Telling(report=name, role="verbatim copy", family="f", original=original)


def test_the_day_of_a_held_original_closes_the_times_of_its_undated_copy() -> None:
    held = Original(name="Orvane Press", held=True, report="first")
    first, copy = redated(
        [_reading("first", published="2021-04-02"), _reading("copy")], [_telling("first", held), _telling("copy", held)]
    )
    assert copy.report.published == "2021-04-02"
    assert copy.report.published_from == "original"
    assert copy.times[0].value == "2021-03"
    when = copy.facts[0].when
    assert when is not None
    assert when.period is not None
    assert when.period.earliest == datetime(2021, 3, 1, tzinfo=UTC)
    assert first.report.published_from is None


def test_an_original_that_is_only_named_dates_nothing() -> None:
    undated = _reading("copy")
    named = Original(name="Orvane Press", held=False)
    assert redated([undated], [_telling("copy", named)]) == (undated,)


def test_a_date_of_its_own_stays() -> None:
    held = Original(name="Orvane Press", held=True, report="first")
    dated = [_reading("first", published="2021-04-02"), _reading("copy", published="2021-06-01")]
    assert redated(dated, [_telling("copy", held)]) == tuple(dated)
