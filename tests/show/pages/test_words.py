"""Words of reports as pages set them: quotation marks in quotation marks, lines cut behind a word, how a report is known."""

from __future__ import annotations

import re

import pytest

from retold.model import Span
from retold.record.search import ReportHit
from retold.show.pages.asked import Head
from retold.show.pages.words import called, pieces, plain, within


@pytest.mark.parametrize(
    ("words", "set_so"),
    [
        ("the harbour is closed", "the harbour is closed"),
        ("\u201cIt leaks,\u201d he said", "\u2018It leaks,\u2019 he said"),
        ("known as the \u201cKing of Cranes", "known as the \u2018King of Cranes\u2019"),
        ("cranes\u201d of the port", "\u2018cranes\u2019 of the port"),
        ('"It leaks," he said', "\u2018It leaks,\u2019 he said"),
        ('a pipe of 12" was "tall"', 'a pipe of 12" was \u2018tall\u2019'),
        ("called the \u201cKing of\u2026", "called the \u2018King of\u2026"),
    ],
)
def test_quotation_marks_within_a_quotation_are_single_and_come_in_pairs(words: str, set_so: str) -> None:
    assert within(words) == set_so


def test_a_line_is_cut_behind_a_word_unless_one_is_very_long() -> None:
    assert plain("the crane of the harbour fell", 20) == "the crane of the\u2026"
    assert plain("x" * 50, 20) == "x" * 19 + "\u2026"
    assert plain("the crane", 9) == "the crane"


def test_the_end_of_the_sentence_before_is_not_quoted() -> None:
    assert plain("\u201d The crane fell") == plain('." The crane fell') == "The crane fell"
    assert plain("\u2019tis the crane") == "\u2019tis the crane"


def shown(head: Head | None) -> str:
    return re.sub(r"<[^>]*>", "", called(head, "folder/crane.txt"))


def test_a_report_is_known_by_its_outlet_and_day_and_by_its_title_where_one_is_missing() -> None:
    assert shown(Head("The Bell", "2031-05-03T10:00:00Z", "Crane falls")) == "The Bell, 2031-05-03"
    assert shown(Head("The Bell", None, "Crane falls")) == "The Bell: Crane falls, undated"
    assert shown(Head(None, "2031-05-03", "Crane falls")) == "Crane falls, 2031-05-03"
    assert shown(Head(None, None, None)) == shown(None) == "crane.txt, undated"


def hit(words: str, found: str) -> ReportHit:
    at = words.index(found)
    return ReportHit(
        report="a.txt",
        version=1,
        held=True,
        outlet=None,
        published=None,
        title=None,
        language="en",
        span=Span(300, 300 + len(words)),
        words=words,
        hits=(Span(300 + at, 300 + at + len(found)),),
        more=0,
    )


def test_a_passage_that_was_cut_out_of_its_paragraph_has_dots_where_it_was_cut() -> None:
    long = "of the town that had asked for years who was to pay for it before the "
    cut = hit(f"{long}crane fell{long}into".replace("fellof", "fell of"), "crane")
    assert [text for text, found in pieces(cut) if found] == ["crane"]
    assert pieces(cut)[0] == ("\u2026 ", False) and pieces(cut)[-1] == (" \u2026", False)
    assert pieces(hit("A crane fell.", "crane")) == [("A ", False), ("crane", True), (" fell.", False)]
