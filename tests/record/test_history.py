"""What was done to a case is told step by step, with how much of what it changed."""

from __future__ import annotations

from collections.abc import Callable

from retold.model import Reading, Trace
from retold.record import Case
from retold.record.history import history
from retold.record.removal import remove

Make = Callable[..., Reading]


def test_each_step_is_told_with_what_it_changed(case: Case, reading: Make, trace: Callable[..., Trace]) -> None:
    gull = reading("gull.txt")
    case.keep_reading(gull)
    case.keep_reading(reading("gull.txt", gull.report.text.replace("40,000", "45,000")))
    case.keep_trace(trace(*case.readings(), reading("tide.txt")))
    remove(case, ["tide.txt"], "a double", again=lambda: trace(*case.readings()))
    told = list(history(case))
    assert [(each.act, each.report, each.reason) for each in told] == [
        ("report kept", "gull.txt", None),
        ("report replaced", "gull.txt", None),
        ("trace kept", None, None),
        ("report removed", "tide.txt", "a double"),
        ("trace kept", None, None),
    ]
    assert told[0].rows is not None
    assert told[0].rows["facts"] == (1, 0)
    assert told[1].rows is not None
    assert (told[1].rows["facts"], told[1].rows["reports"]) == ((1, 1), (1, 1))
    assert told[4].rows is not None
    assert told[4].rows["drifts"] == (0, 1)
    for each in told:
        assert each.rows is not None
        assert (each.added, each.retracted) == tuple(sum(counts[end] for counts in each.rows.values()) for end in (0, 1))
    assert [each.at for each in told] == sorted(each.at for each in told)


def test_a_step_that_found_all_as_it_was_is_not_told(case: Case, reading: Make) -> None:
    for _ in range(2):
        case.keep_reading(reading("gull.txt"))
    assert len(list(history(case))) == 1


def test_a_step_of_an_older_version_is_told_without_tables(case: Case, reading: Make) -> None:
    case.keep_reading(reading("gull.txt"))
    case.select("UPDATE changes SET rows = NULL")
    (change,) = history(case)
    assert change.rows is None
    assert change.added > 5
