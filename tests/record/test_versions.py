"""Every version of a report is told: when it was held, what is new in it, and how it ended."""

from __future__ import annotations

from collections.abc import Callable

from retold.model import Reading, Trace
from retold.record import Case
from retold.record.removal import remove
from retold.record.versions import names, others, removed, versions
from retold.record.versions import reading as found_in

Make = Callable[..., Reading]


def test_reports_of_several_versions_and_removed_ones_are_told(case: Case, reading: Make, trace: Callable[..., Trace]) -> None:
    case.keep_reading(reading("buoy.txt"))
    case.keep_reading(reading("gull.txt"))
    case.keep_reading(reading("gull.txt", outlet="Heron"))
    case.keep_reading(reading("tide.txt"))
    remove(case, ["tide.txt"], "a double", again=lambda: trace(*case.readings()))
    assert names(case) == ["gull.txt", "tide.txt"]
    gull, tide = versions(case, *names(case))
    assert [(each.version, each.held_until is None) for each in gull] == [(1, False), (2, True)]
    assert gull[0].held_until == gull[1].held_from
    assert gull[1].changed(gull[0]) == {"outlet": ("Gull", "Heron")}
    assert gull[0].text == gull[1].text
    assert (removed(gull), removed(tide)) == ([False, False], [True])
    assert others(case) == 1
    assert names(case, single=True) == ["buoy.txt", "gull.txt", "tide.txt"]


def test_what_was_replaced_later_had_one_version_then(case: Case, reading: Make) -> None:
    case.keep_reading(reading("gull.txt"))
    (then,) = case.select("SELECT max(at) FROM changes")[0]
    case.keep_reading(reading("gull.txt", outlet="Heron"))
    assert (names(case, moment=then), names(case)) == ([], ["gull.txt"])
    assert names(case, single=True, moment=then) == ["gull.txt"]
    assert found_in(case, "gull.txt", 2, moment=then) is None


def test_a_report_that_came_back_was_removed_in_between(case: Case, reading: Make, trace: Callable[..., Trace]) -> None:
    case.keep_trace(trace(reading("gull.txt")))
    remove(case, ["gull.txt"], "a double", again=lambda: trace(*case.readings()))
    case.keep_trace(trace(reading("gull.txt")))
    ((first, second),) = versions(case, "gull.txt")
    assert removed([first, second]) == [True, False]
    assert second.changed(first) == {}


def test_what_was_last_found_in_a_version_is_given(
    case: Case,
    reading: Make,
    trace: Callable[..., Trace],
    undated: Callable[[Reading], Reading],
    dated: Callable[[Reading], Reading],
) -> None:
    alone = undated(reading("gull.txt"))
    case.keep_reading(alone)
    case.keep_trace(trace(dated(alone)))
    assert found_in(case, "gull.txt", 1) == dated(alone), "as the trace had it"
    case.keep_reading(reading("gull.txt", outlet="Heron"))
    assert found_in(case, "gull.txt", 1) == dated(alone)
    assert found_in(case, "gull.txt", 2) == reading("gull.txt", outlet="Heron")
    assert found_in(case, "gull.txt", 3) is None


def test_a_report_that_was_never_held_has_no_versions(case: Case) -> None:
    assert list(versions(case, "reef.txt")) == []
    assert list(versions(case, "caf\udce9.txt")) == []
