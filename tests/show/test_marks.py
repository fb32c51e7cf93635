"""What was ruled is told with who ruled and why; what several rulings did for one reason, once."""

from __future__ import annotations

from retold.model import Mark, Passage, Span
from retold.show.marks import marked, touched

HERE = Passage(report="one", span=Span(0, 5))


def _mark(ruling: int, did: str = "confirmed", by: str | None = "N. N.", reason: str = "seen") -> Mark:
    return Mark(ruling=ruling, did=did, by=by, reason=reason, passage=HERE)


def test_rulings_of_one_person_for_one_reason_are_told_together() -> None:
    assert list(marked([_mark(3), _mark(5)])) == ["confirmed by N. N.: seen (rulings 3, 5)"]


def test_another_reason_or_person_is_told_apart() -> None:
    told = list(marked([_mark(3), _mark(4, reason="heard"), _mark(5, by="M. M.")]))
    assert told == [
        "confirmed by N. N.: seen (ruling 3)",
        "confirmed by N. N.: heard (ruling 4)",
        "confirmed by M. M.: seen (ruling 5)",
    ]


def test_who_ruled_and_why_may_be_unknown() -> None:
    assert list(marked([_mark(3, by=None, reason="")])) == ["confirmed (ruling 3)"]


def test_where_there_is_no_room_reasons_are_left_out_and_each_deed_is_told_once() -> None:
    assert touched([_mark(3), _mark(4, reason="heard")]) == "; confirmed by N. N."
    assert touched([_mark(3, by=None)]) == "; confirmed by a ruling"
    assert touched([]) == ""
