"""Whom a person means by a name, or by a place, is found in the case; what could be several, or nobody, is asked back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from retold import casting
from retold.errors import ReportError
from retold.model import Passage, Ruling, Span
from retold.record import Case
from tests.affair import Affair
from tests.running import AFFAIR

FIRST, WIRE = (str(AFFAIR / name) for name in ("01-astrel-oskan-talks.txt", "18-inland-observer-reward.txt"))
SANCTIONED = "Halvany imposed sanctions on her in 2021"


@pytest.fixture
def case(affair: Affair, tmp_path: Path) -> Iterator[Case]:
    shutil.copy(affair.case, tmp_path / "affair.case")
    with Case(tmp_path / "affair.case", readonly=True) as opened:
        yield opened


def place(case: Case, report: str, words: str) -> Passage:
    start = (case.text(report) or "").index(words)
    return Passage(report=report, span=Span(start, start + len(words)))


def side(case: Case, report: str = FIRST, words: str = SANCTIONED) -> Ruling:
    (found,) = casting.sides(case, place(case, report, words), "subject")
    return found


def test_a_place_means_the_shortest_fact_around_it(case: Case) -> None:
    found = side(case, words="sanctions on her")
    assert (found.verdict, found.what, found.kind, found.words) == ("rejected", "subject", "measure", (SANCTIONED,))


def test_a_name_is_taken_where_the_report_itself_has_it(case: Case) -> None:
    found = casting.named(case, side(case), "jorel  VANDAK")
    assert found.verdict == "same"
    assert found.other is not None
    assert found.other.report == FIRST
    assert found.words == (SANCTIONED, "Interior Minister Jorel Vandak")


def test_a_name_that_the_report_has_not_is_taken_from_another(case: Case) -> None:
    found = casting.named(case, side(case), "Ilona Brevik")
    assert found.other is not None
    assert found.other.report != FIRST
    assert (case.text(found.other.report) or "")[slice(*found.other.span)] == found.words[1]
    assert found.words[1].endswith("Brevik")


def test_a_country_is_somebody_too(case: Case) -> None:
    assert casting.named(case, side(case), "Halvany").words[1] == "Halvany"


def test_a_place_in_another_report_is_taken_where_the_report_itself_names_him(case: Case) -> None:
    arrest = place(case, WIRE, "arrest of Teo Maslik").span.end
    found = casting.mentioned(case, side(case), Passage(report=WIRE, span=Span(arrest - len("Teo Maslik"), arrest)))
    assert found.other is not None
    assert (found.other.report, found.words[1]) == (FIRST, "Teo Maslik")


def test_a_name_that_nobody_has_is_asked_back_with_those_like_it(case: Case) -> None:
    with pytest.raises(ReportError, match=r"nobody is called “Ilona Brevig” in it; did you mean Ilona Brevik\?$"):
        casting.named(case, side(case), "Ilona Brevig")


def test_a_name_may_be_new(case: Case) -> None:
    found = casting.named(case, side(case), " Tarn  Oil ", "body")
    assert (found.verdict, found.named, found.sort, found.other, found.words) == ("same", "Tarn Oil", "body", None, (SANCTIONED,))


@pytest.mark.parametrize(
    ("report", "words", "why"),
    [(FIRST, "1", "mentions nobody"), ("none.txt", "", "is not in the case"), (FIRST, "", "has no place")],
)
def test_a_place_that_means_nobody_is_refused(case: Case, report: str, words: str, why: str) -> None:
    where = place(case, report, words) if words else Passage(report=report, span=Span(9, 9))
    with pytest.raises(ReportError, match=why):
        casting.mentioned(case, side(case), where)
