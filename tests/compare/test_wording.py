"""Reasons are written for a reporter: outlets and files by their own names, numbers as the report writes them."""

from __future__ import annotations

from retold.compare.retellings import retellings
from retold.compare.wording import days, percent
from retold.model import Credit, Reading, Report, Span

STORY = "The harbour fund of Velmora lost 140 million crowns and 6,000 barrels in May, Ida Holmgren told Otto Brandvik of Ostria."


def reading(name: str, published: str, *credits: Credit, **known: str) -> Reading:
    span = Span(0, len(STORY))
    return Reading(
        report=Report(name=name, text=STORY, digest=name, body=(span,), published=published, language="en", **known),  # type: ignore[arg-type]
        credits=credits,
    )


def test_days_and_shares_are_words() -> None:
    assert (days(1.0), days(3.0), days(1400.0)) == ("1 day", "3 days", "1,400 days")
    assert (percent(0.824), percent(1.7)) == ("82 percent", "100 percent")


def test_a_reason_names_outlet_or_file_and_writes_numbers_as_the_report_does() -> None:
    first = reading("/made/up/folder/first.txt", "2031-05-01")
    second = reading("/made/up/folder/second.txt", "2031-05-02", outlet="Holm Bay Herald")
    tellings, _ = retellings((first, second))
    reason = tellings[1].reason
    assert reason.startswith("beside first.txt: ")
    assert "/made/up" not in reason
    assert "140 million" in reason
    assert "6,000" in reason
    assert "e+" not in reason
    assert "published 1 day apart" in reason
    assert "it credits nobody" in reason


def test_what_a_lone_report_rests_on_is_said_once() -> None:
    credit = Credit(span=Span(0, 3), name="Skerry", agency=True, place="dateline", score=0.95, reason="named in the dateline")
    (told,), _ = retellings((reading("a", "2031-05-01", credit),))
    assert told.reason.count("dateline") == 1
    assert "nothing at hand to compare its words with" in told.reason


def test_a_report_that_speaks_of_many_media_where_one_is_behind_it_is_told_of() -> None:
    lead = "Reported by Skerry and several international media: "
    span = Span(lead.index("Skerry"), lead.index("Skerry") + 6)
    credit = Credit(span=span, name="Skerry", agency=True, place="lead", score=0.85, reason="“reported by”")
    text = lead + STORY
    many = Reading(
        report=Report(name="b", text=text, digest="b", body=(Span(0, len(text)),), published="2031-05-02", language="en"),
        credits=(credit,),
    )
    tellings, _ = retellings((reading("a", "2031-05-01", outlet="Skerry"), many))
    assert "it credits Skerry and speaks of “several international media” besides" in tellings[1].reason
