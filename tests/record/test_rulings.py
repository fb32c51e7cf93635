"""A ruling is kept with its words, told once, taken back without being forgotten, and not touched by any trace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from retold.errors import CaseError, ReportError
from retold.model import Passage, Reading, Span, Trace
from retold.record import Case
from retold.record.check import check
from retold.record.rulings import held, rule, undo

GULL, TIDE = Passage(report="gull.txt", span=Span(34, 45)), Passage(report="tide.txt", span=Span(14, 25))
Make = Callable[..., Reading]
MakeTrace = Callable[..., Trace]


@pytest.fixture
def ruled(case: Case, reading: Make, trace: MakeTrace) -> Case:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    rule(case, "same", (GULL, TIDE), "seen together", again=lambda _: case.trace())
    return case


def test_a_ruling_comes_back_with_the_words_at_its_places(ruled: Case) -> None:
    (ruling,) = held(ruled)
    assert (ruling.verdict, ruling.one, ruling.other, ruling.reason) == ("same", GULL, TIDE, "seen together")
    assert ruling.words == ("Ilse Marrow", "Ilse Marrow")
    assert check(ruled) == ()


def test_the_same_ruling_again_is_no_other(ruled: Case) -> None:
    assert rule(ruled, "same", (GULL, TIDE), "seen together", again=lambda _: ruled.trace()) == held(ruled)[0]
    assert rule(ruled, "same", (TIDE, GULL), "seen again", again=lambda _: ruled.trace()) == held(ruled)[0]
    assert len(held(ruled)) == 1


def test_no_trace_undoes_a_ruling(ruled: Case, reading: Make, trace: MakeTrace) -> None:
    ruled.keep_trace(trace(reading("gull.txt")))
    ruled.keep_reading(reading("gull.txt", text="Ilse Marrow was not fined."))
    assert len(held(ruled)) == 1
    assert check(ruled) == ()


def test_an_undone_ruling_holds_no_longer_but_stays_in_the_file(ruled: Case) -> None:
    undo(ruled, held(ruled)[0].id, again=lambda _: ruled.trace())
    assert held(ruled) == ()
    assert ruled.select("SELECT count(*) FROM rulings WHERE retracted_at IS NOT NULL") == [(1,)]
    with pytest.raises(CaseError, match="holds no ruling 1"):
        undo(ruled, 1, again=lambda _: ruled.trace())


def test_a_ruling_whose_trace_fails_is_not_kept(ruled: Case) -> None:
    def fails(_: object) -> Trace:
        raise MemoryError

    with pytest.raises(MemoryError):
        rule(ruled, "different", (GULL, TIDE), "not so", again=fails)
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
        rule(ruled, "same", (GULL, place), "", again=lambda _: ruled.trace())


def test_a_case_open_for_reading_takes_no_ruling(ruled: Case, tmp_path: Path) -> None:
    path = ruled.path
    ruled.close()
    with Case(path, readonly=True) as shut, pytest.raises(CaseError, match="open for reading only"):
        rule(shut, "different", (GULL, TIDE), "", again=lambda _: shut.trace())
