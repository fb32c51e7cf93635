"""What a case keeps, gives back, retracts and remembers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retold.errors import CaseError, ReportError
from retold.model import Passage, Reading, Ruling, Span, Trace
from retold.record import Case
from retold.record.removal import remove
from retold.record.rulings import rule

Make = Callable[..., Reading]
MakeTrace = Callable[..., Trace]
Dump = Callable[[Case], dict[str, list[tuple[object, ...]]]]


def test_a_trace_comes_back_equal_and_in_order(case: Case, reading: Make, trace: MakeTrace) -> None:
    kept = trace(reading("tide.txt"), reading("buoy.txt"), reading("gull.txt"))
    case.keep_trace(kept)
    assert case.trace() == kept


def test_a_case_never_traced_gives_an_empty_trace(case: Case) -> None:
    assert case.trace() == Trace()
    assert case.settled


def test_what_was_kept_is_there_when_the_case_is_opened_again(tmp_path: Path, reading: Make, trace: MakeTrace) -> None:
    kept = trace(reading("gull.txt"), reading("tide.txt"))
    with Case(tmp_path / "c") as case:
        case.keep_trace(kept)
    with Case(tmp_path / "c", readonly=True) as case:
        assert case.trace() == kept


def test_the_same_run_again_changes_no_row(case: Case, reading: Make, trace: MakeTrace, tables: Dump) -> None:
    readings = reading("gull.txt"), reading("tide.txt")
    before = None
    for _ in range(2):
        for each in readings:
            case.keep_reading(each)
        case.keep_trace(trace(*readings))
        if before is None:
            before = tables(case)
    assert tables(case) == before


def test_the_same_run_again_changes_no_byte_of_the_file(tmp_path: Path, reading: Make, trace: MakeTrace) -> None:
    def run() -> bytes:
        with Case(tmp_path / "c") as case:
            case.keep_reading(reading("gull.txt"))
            case.keep_trace(trace(reading("gull.txt"), reading("buoy.txt")))
        return (tmp_path / "c").read_bytes()

    assert run() == run()


def test_a_stored_reading_need_not_be_found_again(case: Case, reading: Make) -> None:
    gull = reading("gull.txt")
    assert case.reading(gull.report) is None
    case.keep_reading(gull)
    assert case.reading(gull.report) == gull


@pytest.mark.parametrize("change", [{"digest": "00"}, {"outlet": "Heron"}, {"published": None}, {"name": "g.txt"}, {"body": ()}])
def test_a_stored_reading_is_only_good_for_that_very_report(case: Case, reading: Make, change: dict[str, object]) -> None:
    gull = reading("gull.txt")
    case.keep_reading(gull)
    assert case.reading(replace(gull.report, **change)) is None  # type: ignore[arg-type]


def test_another_state_of_the_program_finds_again(
    case: Case, reading: Make, tables: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    gull = reading("gull.txt")
    case.keep_reading(gull)
    before = tables(case)["facts"]
    monkeypatch.setattr("retold.record.program.program", lambda: "corrected table")
    assert case.reading(gull.report) is None
    case.keep_reading(gull)
    assert case.reading(gull.report) == gull
    assert tables(case)["facts"] == before, "what is found again as it was is not recorded again"
    assert case.select("SELECT act, added FROM changes ORDER BY id DESC LIMIT 1") == [("report read again", 0)]


def test_a_changed_finding_leaves_the_others_untouched(case: Case, reading: Make) -> None:
    gull = reading("gull.txt")
    case.keep_reading(gull)
    case.keep_reading(replace(gull, facts=(replace(gull.facts[0], stance="alleged"),)))
    assert case.select("SELECT stance, retracted_at IS NULL FROM facts ORDER BY id") == [("asserted", 0), ("alleged", 1)]
    assert case.select("SELECT count(*), count(retracted_at) FROM mentions") == [(1, 0)]
    assert case.select("SELECT count(*), count(retracted_at) FROM reports") == [(1, 0)]


def test_a_changed_report_is_a_new_version_and_the_old_one_stays(case: Case, reading: Make, trace: MakeTrace) -> None:
    gull = reading("gull.txt")
    case.keep_trace(trace(gull))
    mended = reading("gull.txt", gull.report.text.replace("40,000", "45,000"))
    case.keep_reading(mended)
    versions = case.select(
        "SELECT version, previous, retracted_at IS NULL, t.text FROM reports r JOIN texts t ON t.digest = r.text"
    )
    assert versions == [(1, None, 0, gull.report.text), (2, 1, 1, mended.report.text)]
    assert case.readings() == (mended,)
    assert case.select("SELECT amount FROM current_facts") == [(45_000,)]
    assert case.select("SELECT act, report FROM changes ORDER BY id DESC LIMIT 1") == [("report replaced", "gull.txt")]


def test_changed_metadata_is_a_new_version_that_shares_its_text(case: Case, reading: Make) -> None:
    case.keep_reading(reading("gull.txt"))
    case.keep_reading(reading("gull.txt", outlet="Heron"))
    assert case.select("SELECT outlet FROM reports ORDER BY version") == [("Gull",), ("Heron",)]
    assert case.select("SELECT count(*) FROM texts") == [(1,)]


def test_a_report_that_returns_to_what_it_was_is_a_third_version(case: Case, reading: Make, trace: MakeTrace) -> None:
    first, second = reading("gull.txt"), reading("gull.txt", outlet="Heron")
    for each in (first, second, first):
        case.keep_trace(trace(each))
        assert case.trace() == trace(each)
    assert case.select("SELECT version FROM reports WHERE retracted_at IS NULL") == [(3,)]


def test_the_last_trace_stays_whole_until_the_next_is_kept(case: Case, reading: Make, trace: MakeTrace) -> None:
    """A run that stops after reading a new version must not show old spans in the new text."""
    old = trace(reading("gull.txt"), reading("tide.txt"))
    case.keep_trace(old)
    assert case.settled
    case.keep_reading(reading("gull.txt", "Nothing of it."))
    assert not case.settled
    assert case.trace() == old
    assert case.text("gull.txt") == reading("gull.txt").report.text, "places in the trace are places in that version"
    case.keep_trace(trace(*case.readings()))
    assert case.settled
    assert case.text("gull.txt") == "Nothing of it."


def test_a_report_is_given_by_its_name(case: Case, reading: Make, trace: MakeTrace, dated: Callable[[Reading], Reading]) -> None:
    gull, tide = reading("gull.txt"), reading("tide.txt")
    case.keep_reading(gull)
    assert case.report("gull.txt") == gull.report
    assert case.report("tide.txt") is None
    assert case.text("tide.txt") is None
    case.keep_trace(trace(gull, dated(tide)))
    assert case.report("tide.txt") == dated(tide).report
    remove(case, ["tide.txt"], "a double", again=lambda: trace(gull))
    assert case.report("tide.txt") is None


def test_a_new_report_is_added_to_those_of_earlier_runs(case: Case, reading: Make, trace: MakeTrace) -> None:
    case.keep_trace(trace(reading("gull.txt")))
    first = case.select("SELECT * FROM facts")
    case.keep_reading(reading("tide.txt"))
    case.keep_trace(trace(*case.readings()))
    assert case.trace() == trace(reading("gull.txt"), reading("tide.txt"))
    assert case.select("SELECT * FROM facts LIMIT 1") == first
    mentions = case.select("SELECT report, recorded_at, retracted_at FROM claim_mentions ORDER BY id")
    assert [(row[0], row[2]) for row in mentions] == [(1, None), (2, None)], "the first report's wording was not recorded again"


def test_a_date_taken_from_the_original_is_no_new_version(
    case: Case,
    reading: Make,
    trace: MakeTrace,
    tables: Dump,
    undated: Callable[[Reading], Reading],
    dated: Callable[[Reading], Reading],
) -> None:
    alone = undated(reading("gull.txt"))
    together = dated(alone)
    for _ in range(2):
        case.keep_reading(alone)
        case.keep_trace(trace(together))
        first = tables(case)
    assert tables(case) == first
    assert case.trace() == trace(together)
    assert case.reading(alone.report) == alone, "the next run starts from the report as it is alone"
    assert case.settled
    case.keep_trace(trace(alone))
    assert case.trace() == trace(alone)


def test_an_interrupted_run_ends_as_an_undisturbed_one(tmp_path: Path, reading: Make, trace: MakeTrace) -> None:
    readings = [reading("gull.txt"), reading("tide.txt"), reading("buoy.txt")]

    def run(path: Path, stop: int | None) -> Trace:
        with Case(path) as case:
            for number, each in enumerate(readings):
                if number == stop:
                    raise KeyboardInterrupt
                if case.reading(each.report) is None:
                    case.keep_reading(each)
            case.keep_trace(trace(*case.readings()))
            return case.trace()

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "stopped", stop=2)
    with Case(tmp_path / "stopped", readonly=True) as case:
        assert case.readings() == tuple(readings[:2])
    assert run(tmp_path / "stopped", stop=None) == run(tmp_path / "undisturbed", stop=None)


def test_a_step_that_is_interrupted_leaves_nothing(
    case: Case, reading: Make, trace: MakeTrace, tables: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.keep_trace(trace(reading("gull.txt")))
    before = tables(case)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("retold.record.keep._keep_sequence", interrupt)
    with pytest.raises(KeyboardInterrupt):
        case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    assert tables(case) == before


def test_a_trace_that_speaks_of_an_unknown_report_is_refused(case: Case, reading: Make, trace: MakeTrace) -> None:
    kept = trace(reading("gull.txt"))
    with pytest.raises(CaseError, match=r"gull\.txt: the trace speaks of this report"):
        case.keep_trace(replace(kept, readings=()))


def test_two_readings_of_one_report_are_refused_if_they_differ(case: Case, reading: Make) -> None:
    gull = reading("gull.txt")
    with pytest.raises(CaseError, match="two readings"):
        case.keep_trace(Trace(readings=(gull, replace(gull, facts=()))))
    case.keep_trace(Trace(readings=(gull, gull)))
    assert case.trace().readings == (gull, gull)


def test_what_would_not_come_back_is_refused_before_it_is_kept(case: Case, reading: Make, tables: Dump) -> None:
    gull = reading("gull.txt")
    amount = gull.facts[0].amount
    assert amount is not None
    endless = replace(gull, facts=(replace(gull.facts[0], amount=replace(amount, value=float("inf"))),))
    broken = replace(gull, report=replace(gull.report, name="caf\udce9.txt"))
    before = tables(case)
    with pytest.raises(ReportError, match=r"gull\.txt: a reading cannot be kept"):
        case.keep_reading(endless)
    with pytest.raises(ReportError, match=r"caf\\udce9\.txt: a reading cannot be kept"):
        case.keep_reading(broken)
    assert case.reading(broken.report) is None
    assert case.report(broken.report.name) is None
    assert tables(case) == before


def test_a_clock_set_back_retracts_nothing_before_it_was_recorded(tmp_path: Path, reading: Make) -> None:
    moments = iter([datetime(2031, 6, 2, tzinfo=UTC), datetime(2031, 6, 1, tzinfo=UTC)])
    with Case(tmp_path / "c", clock=lambda: next(moments)) as case:
        case.keep_reading(reading("gull.txt"))
        case.keep_reading(reading("gull.txt", outlet="Heron"))
        assert case.select("SELECT count(*) FROM reports WHERE retracted_at < recorded_at") == [(0,)]


def test_moments_are_kept_in_utc(tmp_path: Path, reading: Make) -> None:
    from datetime import timezone

    east = datetime(2031, 6, 2, 1, 30, tzinfo=timezone(timedelta(hours=3)))
    with Case(tmp_path / "c", clock=lambda: east) as case:
        case.keep_reading(reading("gull.txt"))
        assert case.select("SELECT recorded_at FROM reports") == [("2031-06-01T22:30:00.000Z",)]


def test_every_view_opens_and_shows_the_words(case: Case, reading: Make, trace: MakeTrace) -> None:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    one, other = (Passage(report=name, span=Span(0, 4)) for name in ("gull.txt", "tide.txt"))
    rule(case, [Ruling(verdict="same", one=one, other=other, words=(), reason="seen")], again=lambda _: case.trace())
    views = [row[0] for row in case.select("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert len(views) == 16
    for view in views:
        assert case.select(f"SELECT * FROM {view}"), view
    facts = case.select("SELECT report, words, amount, currency, speaker, earliest FROM current_facts ORDER BY report")
    assert facts[0] == ("gull.txt", "Ilse Marrow was fined", 40_000, "crowns", "officials", "2031-05-03T00:00:00Z")
    drifts = case.select("SELECT earlier_report, earlier_words, later_report, later_words FROM current_drifts")
    assert drifts == [("gull.txt", "Ilse Marrow was fined", "tide.txt", "Ilse Marrow was fined")]
