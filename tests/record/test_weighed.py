"""What was made of the same readings, as the same rulings have it, is not made again; of any others it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from retold.model import Passage, Problem, Reading, Report, Ruling, Span, Telling, Trace
from retold.record import Case, weighed


def reading(name: str, text: str = "The board met.") -> Reading:
    digest = sha256(text.encode()).hexdigest()
    return Reading(report=Report(name=name, text=text, digest=digest, body=(Span(0, len(text)),)))


def ruling(number: int, reason: str = "") -> Ruling:
    return Ruling(id=number, verdict="alone", one=Passage(report="a.txt", span=Span(0, 0)), words=("",), reason=reason)


class Maker:
    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, readings: Sequence[Reading], problems: Sequence[Problem], rulings: Sequence[Ruling]) -> Trace:
        self.asked.append(len(rulings))
        return Trace(readings=tuple(readings), problems=tuple(problems))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    with Case(tmp_path / "a.case") as made:
        one = reading("a.txt")
        made.keep_trace(Trace(readings=(one,), tellings=(Telling(report="a.txt", role="independent"),)))
    return tmp_path / "a.case"


def test_the_same_is_made_once_and_when_it_was_ruled_makes_no_difference(case: Path) -> None:
    make = Maker()
    with Case(case) as opened:
        first = weighed.weighed(opened, [ruling(1)], make)
        again = weighed.weighed(opened, [replace(ruling(1), at="2031-05-03T10:00:00.000Z")], make)
    assert make.asked == [1] and again == first


def test_another_ruling_or_another_reading_is_weighed_anew(case: Path) -> None:
    make = Maker()
    with Case(case) as opened:
        for rulings in ([], [ruling(1)], [ruling(1, "why")], [ruling(1), ruling(2)]):
            weighed.weighed(opened, rulings, make)
        opened.keep_reading(reading("b.txt", "The board met again."))
        held = weighed.weighed(opened, [], make)
    assert make.asked == [0, 1, 1, 2, 0]
    assert [each.report.name for each in held.readings] == ["a.txt", "b.txt"]


def test_no_more_traces_are_kept_than_are_asked_for_again(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    with Case(case) as opened:
        for number in (*range(weighed.TRACES + 1), 0):
            weighed.weighed(opened, [ruling(number)], make)
        assert len(make.asked) == weighed.TRACES + 2
        monkeypatch.setattr(weighed, "LARGEST", 0)
        for _ in range(2):
            weighed.weighed(opened, [ruling(99)], make)
    assert len(make.asked) == weighed.TRACES + 4
