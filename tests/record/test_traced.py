"""The trace that is kept is one of what the case then holds, whoever wrote to it while it was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from retold.errors import CaseError
from retold.model import Reading, Ruling, Trace
from retold.record import Case
from retold.record.check import check
from retold.record.traced import TRIES, fresh, traced

Make = Callable[..., Reading]
MakeTrace = Callable[..., Trace]


@pytest.fixture
def held(case: Case, reading: Make) -> Case:
    for name in ("gull.txt", "tide.txt"):
        case.keep_reading(reading(name))
    return case


def test_a_trace_is_made_of_what_is_held_and_not_made_twice(held: Case, trace: MakeTrace) -> None:
    made: list[int] = []

    def compare(readings: Sequence[Reading], rulings: tuple[Ruling, ...]) -> Trace:
        made.append(len(readings))
        return trace(*readings)

    assert not fresh(held)
    first = traced(held, held.readings(), trace().problems, compare=compare)
    assert fresh(held)
    assert traced(held, held.readings(), trace().problems, compare=compare) == first == held.trace()
    assert made == [2]


def test_other_problems_are_told_anew(held: Case, trace: MakeTrace) -> None:
    traced(held, held.readings(), trace().problems, compare=lambda readings, _: trace(*readings))
    made: list[int] = []
    traced(held, held.readings(), (), compare=lambda readings, _: made.append(1) or trace(*readings))  # type: ignore[func-returns-value]
    assert made == [1]


def test_readings_that_are_not_those_of_the_case_give_way(held: Case, reading: Make, trace: MakeTrace) -> None:
    stale = [reading("gull.txt", outlet="Kite"), reading("reef.txt", "No ship was seen.")]
    traced(held, stale, (), compare=lambda readings, _: trace(*readings))
    assert [(each.report.name, each.report.outlet) for each in held.trace().readings] == [
        ("gull.txt", "Gull"),
        ("tide.txt", "Tide"),
    ]
    assert check(held) == ()


def test_a_case_that_others_write_to_all_the_time_is_traced_while_they_wait(held: Case, reading: Make, trace: MakeTrace) -> None:
    made: list[int] = []

    def compare(readings: Sequence[Reading], rulings: tuple[Ruling, ...]) -> Trace:
        made.append(len(readings))
        with Case(Path(held.path), wait=0) as other:
            new = reading(f"{len(made)}.txt", f"Ship {len(made)} came.")
            if len(made) <= TRIES:
                other.keep_reading(new)
            else:
                with pytest.raises(CaseError, match="is being written by another process"):
                    other.keep_reading(new)
        return trace(*readings)

    traced(held, held.readings(), (), compare=compare)
    assert made == [2 + number for number in range(TRIES + 1)]
    assert held.settled
    assert check(held) == ()
