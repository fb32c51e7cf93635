"""A ruling is kept with its words, told once, taken back without being forgotten, and not touched by any trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retold.errors import CaseError, ReportError
from retold.model import Passage, Period, Reading, Ruling, Span, Trace, Verdict
from retold.record import Case
from retold.record.check import check
from retold.record.rulings import held, planned, rule, undo

GULL, TIDE = Passage(report="gull.txt", span=Span(34, 45)), Passage(report="tide.txt", span=Span(14, 25))
Make = Callable[..., Reading]
MakeTrace = Callable[..., Trace]


def pair(verdict: Verdict, one: Passage = GULL, other: Passage = TIDE, reason: str = "") -> list[Ruling]:
    return [Ruling(verdict=verdict, one=one, other=other, words=("Ilse Marrow", "Ilse Marrow"), reason=reason, by="a clerk")]


def rejected(reason: str = "") -> list[Ruling]:
    return [Ruling(verdict="rejected", what="mention", one=GULL, words=("Ilse Marrow",), reason=reason)]


@pytest.fixture
def ruled(case: Case, reading: Make, trace: MakeTrace) -> Case:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    rule(case, pair("same", reason="seen together"), again=lambda _: case.trace())
    return case


def test_a_ruling_comes_back_with_the_words_at_its_places(ruled: Case) -> None:
    (ruling,) = held(ruled)
    assert (ruling.verdict, ruling.one, ruling.other, ruling.reason) == ("same", GULL, TIDE, "seen together")
    assert (ruling.words, ruling.by, ruling.at) == (("Ilse Marrow", "Ilse Marrow"), "a clerk", "2031-06-01T00:01:00.000Z")
    assert check(ruled) == ()


def test_the_same_ruling_again_is_no_other(ruled: Case) -> None:
    (first,) = held(ruled)
    assert rule(ruled, pair("same", reason="seen together"), again=lambda _: ruled.trace()) == (first,)
    assert rule(ruled, pair("same", TIDE, GULL, reason="seen again"), again=lambda _: ruled.trace()) == (first,)
    assert held(ruled) == (first,)


def test_the_same_ruling_after_another_is_the_latest(ruled: Case) -> None:
    rule(ruled, pair("different"), again=lambda _: ruled.trace())
    (last,) = rule(ruled, pair("same", reason="seen together"), again=lambda _: ruled.trace())
    assert [(each.id, each.verdict) for each in held(ruled)] == [(2, "different"), (3, "same")]
    assert last.id == 3
    assert check(ruled) == ()


def test_a_ruling_about_one_place_a_whole_report_or_a_time_comes_back_equal(ruled: Case) -> None:
    report = Passage(report="gull.txt", span=Span(0, 0))
    period = Period(earliest=datetime(2031, 5, 3, tzinfo=UTC), latest=None)
    wanted = [
        *rejected("a caption"),
        Ruling(verdict="dated", what="time", one=GULL, words=("Ilse Marrow",), period=period),
        Ruling(verdict="alone", one=report, words=("",)),
        Ruling(verdict="retells", one=report, other=Passage(report="tide.txt", span=Span(0, 0)), words=("", "")),
    ]
    kept = rule(ruled, wanted, again=lambda _: ruled.trace())
    assert [replace(each, id=0, at=None) for each in kept] == wanted
    assert held(ruled)[1:] == kept
    assert check(ruled) == ()


def test_what_is_planned_has_the_numbers_that_it_would_have_and_is_not_kept(ruled: Case) -> None:
    undo(ruled, [1], again=lambda _: ruled.trace())
    assert [each.id for each in planned(ruled, rejected())] == [2]
    assert held(ruled) == ()


def test_no_trace_undoes_a_ruling(ruled: Case, reading: Make, trace: MakeTrace) -> None:
    ruled.keep_trace(trace(reading("gull.txt")))
    ruled.keep_reading(reading("gull.txt", text="Ilse Marrow was not fined."))
    assert len(held(ruled)) == 1
    assert check(ruled) == ()


def test_an_undone_ruling_holds_no_longer_but_stays_in_the_file(ruled: Case) -> None:
    undo(ruled, [held(ruled)[0].id], again=lambda _: ruled.trace())
    assert held(ruled) == ()
    assert ruled.select("SELECT count(*) FROM rulings WHERE retracted_at IS NOT NULL") == [(1,)]
    with pytest.raises(CaseError, match="holds no ruling 1"):
        undo(ruled, [1], again=lambda _: ruled.trace())


def test_a_ruling_whose_trace_fails_is_not_kept(ruled: Case) -> None:
    def fails(_: object) -> Trace:
        raise MemoryError

    with pytest.raises(MemoryError):
        rule(ruled, pair("different"), again=fails)
    assert [ruling.verdict for ruling in held(ruled)] == ["same"]


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (Passage(report="none.txt", span=Span(0, 4)), "is not in the case"),
        (Passage(report="gull.txt", span=Span(5, 9999)), "has no place 5-9999"),
    ],
)
def test_a_place_that_the_case_does_not_hold_is_refused(ruled: Case, place: Passage, why: str) -> None:
    with pytest.raises(ReportError, match=why):
        rule(ruled, pair("same", GULL, place), again=lambda _: ruled.trace())


def test_a_case_open_for_reading_takes_no_ruling(ruled: Case, tmp_path: Path) -> None:
    path = ruled.path
    ruled.close()
    with Case(path, readonly=True) as shut, pytest.raises(CaseError, match="open for reading only"):
        rule(shut, pair("different"), again=lambda _: shut.trace())


def test_what_was_ruled_is_told_among_the_changes_with_who_and_why(ruled: Case) -> None:
    rule(ruled, rejected("a caption"), again=lambda _: ruled.trace())
    undo(ruled, [1, 2], again=lambda _: ruled.trace())
    assert ruled.select("SELECT act, report, reason FROM changes WHERE act LIKE 'rul%' ORDER BY id") == [
        ("ruled", None, "a clerk: seen together"),
        ("ruled", "gull.txt", "a caption"),
        ("ruling undone", None, "taken back: 1, 2"),
    ]
