"""A whole case passes; whatever is tampered with is told, with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from retold.errors import CaseError
from retold.model import Reading, Span, Trace
from retold.record import Case
from retold.record.check import check, extent
from retold.record.removal import remove
from retold.record.sync import UNKEYED, row_key

Make = Callable[..., Reading]
MakeTrace = Callable[..., Trace]


@pytest.fixture
def full(case: Case, reading: Make, trace: MakeTrace) -> Case:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    return case


def test_a_whole_case_passes_through_every_change(
    full: Case, reading: Make, trace: MakeTrace, undated: Callable[[Reading], Reading], dated: Callable[[Reading], Reading]
) -> None:
    assert check(full) == ()
    alone = undated(reading("gull.txt"))
    full.keep_reading(alone)
    assert check(full) == (), "a new version whose trace is still to come"
    full.keep_trace(trace(dated(alone), reading("tide.txt"), reading("buoy.txt")))
    assert check(full) == ()
    remove(full, ["tide.txt"], "a double", again=lambda: trace(*full.readings()))
    assert check(full) == ()
    full.keep_reading(reading("gull.txt"))
    full.keep_reading(alone)
    assert check(full) == (), "a version that came back"


@pytest.mark.parametrize(
    ("damage", "where", "why"),
    [
        ("UPDATE facts SET words = 'Ilse Marrow was praised' WHERE id = 1", "facts 1", "not those at"),
        ("UPDATE facts SET stance = 'denied' WHERE id = 1", "facts 1", "does not hold what was kept"),
        ("UPDATE claim_mentions SET end = 9000 WHERE id = 2", "claim_mentions 2", "lies outside"),
        ("UPDATE drifts SET later_start = later_start + 1", "drifts 1", "not those at"),
        ("UPDATE texts SET text = replace(text, 'fined', 'fired')", "text ", "not the text that was kept"),
        ("UPDATE times SET retracted_at = recorded_at WHERE id = 1", "times of gull.txt", "1 rows are missing"),
        ("UPDATE claims SET retracted_at = '2000-01-01T00:00:00.000Z'", "claims 1", "retracted before"),
        ("DELETE FROM relations", "relations", "1 rows are missing"),
        ("UPDATE readings SET retracted_at = recorded_at WHERE id = 1", "gull.txt", "no reading of it"),
        ("UPDATE reports SET text = 'gone'", "reports 1", "points at a row of texts"),
        ("DELETE FROM tellings WHERE id = 1", "", "cannot be checked further"),
    ],
)
def test_damage_is_told_with_its_place(full: Case, damage: str, where: str, why: str) -> None:
    full.select("PRAGMA foreign_keys = OFF")
    full.select(damage)
    assert [problem for problem in check(full) if where in problem.where and why in problem.why]


def test_a_trace_whose_rows_are_gone_is_told_by_its_reader_too(full: Case) -> None:
    full.select("DELETE FROM tellings WHERE id = 1")
    with pytest.raises(CaseError, match="is damaged"):
        full.trace()


def test_a_span_outside_its_text_is_told(case: Case, reading: Make) -> None:
    gull = reading("gull.txt")
    case.keep_reading(replace(gull, sentences=(Span(5, 4), Span(0, 9999))))
    assert [problem.where for problem in check(case)] == ["gull.txt:5-4", "gull.txt:0-9999"]


def test_a_fact_that_points_at_nothing_is_told(case: Case, reading: Make) -> None:
    gull = reading("gull.txt")
    case.keep_reading(replace(gull, attributions=(), chains=()))
    assert {problem.why for problem in check(case)} == {
        "a mention points at chain c1, which is not there",
        "fact f1 points at attribution a1, which is not there",
        "fact f1 points at chain c1, which is not there",
    }


def test_a_trace_that_points_at_nothing_is_told(case: Case, reading: Make, trace: MakeTrace) -> None:
    whole = trace(reading("gull.txt"), reading("tide.txt"))
    claim, telling = whole.claims[0], whole.tellings[0]
    broken = replace(
        whole,
        actors=(),
        tellings=(replace(telling, family="w9", retells="heron.txt"), whole.tellings[1]),
        claims=(replace(claim, mentions=(replace(claim.mentions[0], fact="f9", span=Span(0, 500)),)),),
    )
    case.keep_trace(broken)
    said = {problem.why for problem in check(case)}
    assert {
        "its telling points at family w9, which is not there",
        "its telling points at report heron.txt, which is not there",
        "the claim points at actor p1, which is not there",
        "its mention in gull.txt points at fact f9, which is not there",
    } <= said
    assert any(why.startswith("gull.txt:0-500 lies outside") for why in said)


def test_a_case_that_knows_fewer_fields_of_a_value_is_whole(full: Case) -> None:
    """A field that the model was given since stands in no JSON that was kept before."""
    names = [row[1] for row in full.select("PRAGMA table_info(claims)")]
    ((json,),) = full.select("SELECT json FROM claims")
    assert '"denied_by":[],' in json
    full.select("UPDATE claims SET json = ?", json.replace('"denied_by":[],', ""))
    row = dict(zip(names, full.select("SELECT * FROM claims")[0], strict=True))
    key = row_key("claims", {name: value for name, value in row.items() if name not in UNKEYED})
    full.select("UPDATE claims SET key = ?", key)
    full.select("UPDATE sequences SET keys = json_array(?) WHERE kind = 'claims'", key)
    assert check(full) == ()


def test_what_is_checked_is_counted_and_told_on_the_way(full: Case) -> None:
    told: list[str] = []
    assert check(full, watch=lambda part, _done, _total: told.append(part)) == ()
    assert {"the file", "the texts", "rows of claim mentions", "rows of facts", "readings of reports", "the trace"} <= set(told)
    held = extent(full)
    assert (held["reports"], held["claims"]) == (2, 1)
    assert held["passages"] > 10
