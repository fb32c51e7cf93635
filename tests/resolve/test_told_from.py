"""The day that a report tells from is corrected once, at its words or for the whole report: what is reckoned from it follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.model import Fact, Passage, Period, Reading, Report, Ruling, Span, TimeExpression, What, When
from retold.resolve.periods.given import given
from retold.resolve.periods.intervals import periods
from retold.resolve.ruled import ruled

TEXT = "SELM, May 6, 2025 (Nova) - The court sat on Friday, and again on 2 May 2025. It closed last month."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FRIDAY = TimeExpression(span=at("Friday"), type="DATE", value="XXXX-WXX-5", direction="past", anchor="published")
LAST = TimeExpression(span=at("last month"), type="DATE", value="XXXX-XX", unit="month", shift=-1, anchor="published")


def reading() -> Reading:
    """A report of Tuesday, 6 May 2025, as its dateline has it."""
    times = (
        TimeExpression(span=at("May 6, 2025"), type="DATE", value="2025-05-06"),
        FRIDAY,
        TimeExpression(span=at("2 May 2025"), type="DATE", value="2025-05-02"),
        LAST,
    )
    done = periods(times, published="2025-05-06")
    whole = Span(0, len(TEXT))
    return Reading(
        report=Report(
            name="gull.txt", text=TEXT, digest="", body=(whole,), dateline="SELM, May 6, 2025 (Nova)", published="2025-05-06"
        ),
        times=done,
        facts=tuple(
            Fact(id=f"f{n}", kind="contact", span=t.span, trigger=t.span, pattern="", when=When(span=t.span, period=t.period))
            for n, t in enumerate(done)
        ),
    )


def told(when: str, where: Span | None) -> Ruling:
    span = where or Span(0, 0)
    words = (TEXT[slice(*span)],)
    what: What = "time" if where else "report"
    return Ruling(
        id=1,
        verdict="dated",
        one=Passage(report="gull.txt", span=span),
        words=words,
        what=what,
        period=given(when),
    )


def whens(reading: Reading) -> list[Period | None]:
    return [fact.when.period if fact.when else None for fact in reading.facts]


DATELINE = at("May 6, 2025")


@pytest.mark.parametrize("where", [DATELINE, None])
def test_what_is_reckoned_from_the_day_follows_it_and_what_is_told_whole_stays(where: Span | None) -> None:
    assert whens(reading()) == [given("2025-05-06"), given("2025-05-02"), given("2025-05-02"), given("2025-04")]
    (found,) = ruled([reading()], [told("2024-02-06", where)]).readings
    day = given("2024-02-06") if where else given("2025-05-06")
    assert whens(found) == [day, given("2024-02-02"), given("2025-05-02"), given("2024-01")]
    assert [t.period for t in found.times] == whens(found)


def test_told_from_no_known_day_it_is_open() -> None:
    (found,) = ruled([reading()], [told("2024", None)]).readings
    assert whens(found)[1] is None or whens(found)[1] == Period(earliest=None, latest=None)
    assert found.times[1].value == "XXXX-WXX-5"


def test_a_time_that_was_corrected_by_itself_is_not_reckoned_again() -> None:
    own = replace(told("2025-05-05", at("Friday")), id=2)
    (found,) = ruled([reading()], [own, replace(told("2024-02-06", None), id=3)]).readings
    assert whens(found)[1] == given("2025-05-05")
    assert whens(found)[3] == given("2024-01")


def test_a_day_elsewhere_in_the_text_is_only_itself() -> None:
    (found,) = ruled([reading()], [told("2025-04-02", at("2 May 2025"))]).readings
    assert whens(found) == [given("2025-05-06"), given("2025-05-02"), given("2025-04-02"), given("2025-04")]


def test_the_facts_that_hang_on_the_day_say_who_corrected_it() -> None:
    found = ruled([reading()], [told("2024-02-06", None)])
    assert {fact for (_, fact), marks in found.marks.items() if [m.did for m in marks] == ["day corrected"]} == {"f1", "f3"}
