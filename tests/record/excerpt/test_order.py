"""Of many claims the order comes from indexes alone, and says the same as the mentions of each claim do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from retold.model import Claim, ClaimMention, Reading, Span, Telling, Trace
from retold.record import Case
from retold.record.as_of import NOW, AsOf, as_of
from retold.record.excerpt.order import any_by_then, by_then
from retold.record.excerpt.runs import Joined, Order, Run, Until
from retold.record.excerpt.selected import CaseState, Selected, selected

Make = Callable[..., Reading]
DAYS = {"a.txt": "2031-05-04", "b.txt": "2031-05-05", "c.txt": None, "d.txt": "2031-05-06"}
TOLD = {"all": "abcd", "early": "ab", "late": "d", "undated": "c", "partly": "ad", "twice": "aa"}
"""Which claim is told in which reports; "a" and "d" are of one family."""


@pytest.fixture
def spread(tmp_path: Path, reading: Make) -> Case:
    readings = [reading(name, f"Nobody knows what {name} is.") for name in DAYS]
    readings = [replace(r, report=replace(r.report, published=DAYS[r.report.name])) for r in readings]
    families = {"a.txt": "w1", "d.txt": "w1"}
    tellings = tuple(Telling(report=name, role="independent", family=families.get(name)) for name in DAYS)
    case = Case(tmp_path / "spread.case")
    case.keep_trace(Trace(readings=tuple(readings), tellings=tellings, claims=tuple(map(_claim, TOLD))))
    return case


def _claim(id_: str) -> Claim:
    mentions = tuple(_mention(f"{letter}.txt", at) for at, letter in enumerate(TOLD[id_]))
    reports = {m.report for m in mentions}
    origins = {"w1" if report in ("a.txt", "d.txt") else report for report in reports}
    sides = {"subject": None, "object": None, "subject_actor": None, "object_actor": None, "period": None}
    made = Claim(id=id_, kind="contact", text=id_, mentions=mentions, reports=len(reports), origins=len(origins), **sides)  # type: ignore[arg-type]
    return replace(made, kind="measure") if id_ == "late" else made


def _mention(report: str, at: int) -> ClaimMention:
    return ClaimMention(report=report, span=Span(at, 6), fact=None, stance="asserted", certainty="certain", chain=(report,))


def counts(case: Case, asked: AsOf) -> dict[str, tuple[int, int]]:
    with case.snapshot():
        order = selected(case, asked).order
        assert [order.rank(claim) for claims in order.kinds.values() for claim in claims] == [
            n for claims in order.kinds.values() for n in range(1, len(claims) + 1)
        ]
        return {claim: (order.run(claim).reports, order.run(claim).origins) for claim in order.all}


@pytest.mark.parametrize("most", [20_000, 0], ids=["few", "many"])
def test_as_of_a_day_each_claim_has_the_reports_and_origins_known_by_then(
    spread: Case, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr("retold.record.excerpt.order.MANY", most)
    assert counts(spread, as_of("2031-05-03")) == {}
    assert counts(spread, as_of("2031-05-04")) == dict.fromkeys(("all", "early", "partly", "twice"), (1, 1))
    assert counts(spread, as_of("2031-05-06")) == {
        "all": (3, 2),
        "early": (2, 2),
        "partly": (2, 1),
        "late": (1, 1),
        "twice": (1, 1),
    }
    assert counts(spread, NOW)["all"] == (4, 3)
    assert counts(spread, as_of("2031-05-06", "2999-01-01")) == counts(spread, as_of("2031-05-06"))
    assert counts(spread, as_of(held="2001-01-01")) == {}


def test_claims_of_most_origins_stand_first(spread: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.record.excerpt.order.MANY", 0)
    with spread.snapshot():
        order = selected(spread, as_of("2031-05-06")).order
    assert list(order.all) == ["all", "early", "partly", "twice", "late"]
    assert {kind: list(claims) for kind, claims in order.kinds.items()} == {
        "contact": ["all", "early", "partly", "twice"],
        "measure": ["late"],
    }
    assert order.sorted(["late", "none", "all"]) == ["all", "late"]


@pytest.mark.parametrize("most", [20_000, 0], ids=["few", "many"])
def test_of_some_claims_those_are_told_that_a_report_tells_by_the_day(
    spread: Case, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr("retold.record.excerpt.order.MANY", most)
    with spread.snapshot():
        assert set(by_then(selected(spread, as_of("2031-05-04")), list(TOLD))) == {"all", "early", "partly", "twice"}
        assert set(by_then(selected(spread, as_of("2031-05-06")), ["late", "undated"])) == {"late"}
        assert by_then(selected(spread, NOW), ["undated"]) == ["undated"]
        with pytest.raises(LookupError):
            selected(spread, as_of("2031-05-04")).order.rank("late")


@pytest.mark.parametrize("most", [20_000, 0], ids=["few", "many"])
def test_of_groups_of_claims_those_are_named_of_which_one_is_told_by_the_day(
    spread: Case, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr("retold.record.excerpt.order.MANY", most)
    groups = {"first": ["undated", "early"], "last": ["late"], "never": ["undated"], "none": []}
    with spread.snapshot():
        assert any_by_then(selected(spread, as_of("2031-05-03")), groups, "parts") == []
        assert any_by_then(selected(spread, as_of("2031-05-05")), groups, "parts") == ["first"]
        assert any_by_then(selected(spread, as_of("2031-05-06")), groups, "parts") == ["first", "last"]
        assert any_by_then(selected(spread, NOW), groups, "parts") == list(groups)


def test_a_part_of_several_runs_is_what_stands_there_in_all_of_them() -> None:
    runs = [Run(kind="tie", origins=1, reports=1, claims=list(claims)) for claims in ("abc", "d", "", "efgh")]
    whole, some = Joined(runs=runs), Joined(runs=runs, without=frozenset("bf"))
    assert "".join(whole) == "abcdefgh"
    assert "".join(some) == "acdegh"
    for joined in (whole, some):
        listed = list(joined)
        assert len(joined) == len(listed)
        for start in range(10):
            for end in range(10):
                assert list(joined[start:end]) == listed[start:end]


def test_a_run_as_of_a_day_is_what_was_told_by_then_and_behind_it_what_was_told_in_part() -> None:
    run = Run(kind="tie", origins=1, reports=1, claims=list("abcd"), last=["2031-05-04", "~", "2031-05-01", "2031-05-09"])
    then = Until(run, "2031-05-04", ["x", "y"])
    assert (list(then), len(then), list(then[1:3])) == (["a", "c", "x", "y"], 4, ["c", "x"])
    assert [then.position(at) for at in (0, 2, 4, 5)] == [0, 1, 2, 3]
    assert (list(Until(None, "2031-05-04", ["x"])), Until(None, "2031-05-04", ["x"]).position(0)) == (["x"], 0)


def test_a_rank_is_counted_among_claims_of_one_kind() -> None:
    runs = [
        Run(kind="tie", origins=2, reports=2, claims=["a"]),
        Run(kind="rank", origins=2, reports=2, claims=["b"]),
        Run(kind="tie", origins=1, reports=1, claims=["c", "d"]),
    ]
    order = Order(runs=runs)
    assert [order.rank(claim) for claim in "abcd"] == [1, 1, 2, 3]
    assert order.run("d") is runs[2]


def test_a_state_is_made_once_and_anew_when_the_case_changes(spread: Case) -> None:
    day = as_of("2031-05-04")
    first = selected(spread, day)
    assert selected(spread, day).state is first.state
    assert (first.state.undated, first.state.later, dict(first.state.origins or {})) == (1, 2, {"a.txt": "w1"})
    spread.keep_trace(Trace())
    assert selected(spread, day).state is not first.state


def test_what_was_shown_is_kept_within_bounds(spread: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.record.excerpt.selected.SHOWN", 1)
    chosen = Selected(case=spread, as_of=NOW, state=CaseState())
    chosen.cut.update({("a", 1): (_claim("all"), 4), ("b", 1): (_claim("early"), 2)})
    assert chosen.cut == {}
