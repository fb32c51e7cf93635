"""A report that is removed takes along what only it supported, in one step, and why is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.errors import ReportError
from retold.model import Reading, Trace
from retold.record import Case
from retold.record.check import check
from retold.record.removal import remove

Make = Callable[..., Reading]
MakeTrace = Callable[..., Trace]
Dump = Callable[[Case], dict[str, list[tuple[object, ...]]]]


def test_what_only_it_supported_goes_in_the_same_step(case: Case, reading: Make, trace: MakeTrace) -> None:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    after = remove(case, ["tide.txt"], "withdrawn by its outlet", again=lambda: trace(*case.readings()))
    assert case.settled
    assert case.trace() == after == trace(reading("gull.txt"))
    for view in ("facts", "claim_mentions", "tellings", "members"):
        assert case.select(f"SELECT DISTINCT report FROM current_{view}") == [("gull.txt",)]
    assert case.select("SELECT count(*) FROM current_drifts") == [(0,)]
    assert check(case) == ()


def test_the_removal_and_its_reason_are_told_of_each_report(case: Case, reading: Make, trace: MakeTrace) -> None:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt"), reading("buoy.txt")))
    remove(case, ["tide.txt", "buoy.txt", "tide.txt"], "of another affair", again=lambda: trace(*case.readings()))
    told = case.select("SELECT act, report, reason FROM changes ORDER BY id")
    assert told[1:] == [
        ("report removed", "tide.txt", "of another affair"),
        ("report removed", "buoy.txt", "of another affair"),
        ("trace kept", None, None),
    ]
    assert len(set(case.select("SELECT at FROM changes")[1:])) == 1


def test_what_it_said_is_still_in_the_file(case: Case, reading: Make, trace: MakeTrace) -> None:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    remove(case, ["tide.txt"], "a double", again=lambda: trace(*case.readings()))
    query = "SELECT f.amount FROM facts AS f JOIN reports AS r ON r.id = f.report WHERE r.name = 'tide.txt'"
    assert case.select(query) == [(60_000,)]


@pytest.mark.parametrize("name", ["reef.txt", "caf\udce9.txt"])
def test_what_is_not_there_is_refused_and_nothing_is_removed(
    case: Case, reading: Make, trace: MakeTrace, tables: Dump, name: str
) -> None:
    case.keep_trace(trace(reading("gull.txt")))
    before = tables(case)
    with pytest.raises(ReportError, match="is not in the case"):
        remove(case, ["gull.txt", name], "a double", again=lambda: trace(*case.readings()))
    assert tables(case) == before


def test_a_step_that_fails_removes_nothing(case: Case, reading: Make, trace: MakeTrace, tables: Dump) -> None:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    before = tables(case)

    def again() -> Trace:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        remove(case, ["tide.txt"], "a double", again=again)
    assert tables(case) == before


def test_a_report_that_comes_back_is_a_new_version(case: Case, reading: Make, trace: MakeTrace) -> None:
    kept = trace(reading("gull.txt"), reading("tide.txt"))
    case.keep_trace(kept)
    remove(case, ["tide.txt"], "a double", again=lambda: trace(*case.readings()))
    case.keep_trace(kept)
    assert case.trace() == kept
    assert case.select("SELECT version FROM reports WHERE name = 'tide.txt'") == [(1,), (2,)]
