"""A ruling from the place that a listing gives to the record as it then is, on the example affair; and back, to the letter."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from retold import casting, pipeline, ruling
from retold.errors import CaseError, ReportError
from retold.model import Claim, Passage, Ruling, Span, Telling, Trace, Verdict
from retold.record import Case
from retold.record.check import check
from retold.resolve.periods.given import given
from retold.show.contract import trace_json
from tests.affair import Affair
from tests.running import AFFAIR

FIRST, COPY, WIRE = (
    str(AFFAIR / name)
    for name in ("01-astrel-oskan-talks.txt", "03-daily-strand-oskan-talks.txt", "18-inland-observer-reward.txt")
)
WHEAT = str(AFFAIR / "04-inland-observer-wheat.html")


@pytest.fixture
def case(affair: Affair, tmp_path: Path) -> Iterator[Case]:
    shutil.copy(affair.case, tmp_path / "affair.case")
    with Case(tmp_path / "affair.case") as opened:
        yield opened


def place(case: Case, report: str, words: str) -> Passage:
    text = case.text(report) or ""
    start = text.index(words)
    return Passage(report=report, span=Span(start, start + len(words)))


def meant(case: Case, report: str, words: str, verdict: Verdict, kind: str | None = None) -> Ruling:
    (found,) = ruling.chosen(ruling.at(case, place(case, report, words), verdict), kind)
    return replace(found, by="N. Brandt", reason="as seen")


def claim(trace: Trace, words: str) -> Claim | None:
    return next((c for c in trace.claims if c.text.startswith(words)), None)


def telling(trace: Trace, report: str) -> Telling:
    return next(t for t in trace.tellings if t.report == report)


def printed(trace: Trace) -> str:
    return json.dumps(trace_json(trace), ensure_ascii=False)


SANCTIONED = "Halvany imposed sanctions on her in 2021"
RAISED = "Halvany has raised to 5 million talers the reward for information leading to the arrest of Teo Maslik"
THIRTEEN = "In return, the Sea Board would let go 13 cargo ships that have been held at anchor off Selmar since November."


def decided(case: Case, what: str) -> Ruling:
    if what in ("alone", "with", "retells"):
        other = {"alone": (COPY, None), "with": (WIRE, FIRST), "retells": (FIRST, COPY)}[what]
        return replace(ruling.moved(case, other[0], what, other[1]), by="N. Brandt", reason="as seen")  # type: ignore[arg-type]
    if what in ("somebody", "anew", "nobody"):
        (side,) = casting.sides(case, place(case, WIRE, RAISED), "subject")
        side = replace(side, by="N. Brandt", reason="as seen")
        made = {"somebody": ("Ilona Brevik", None), "anew": ("Tarn Oil", "body")}.get(what)
        return casting.named(case, side, made[0], made[1]) if made else side  # type: ignore[arg-type]
    if what == "parted":
        first, second = place(case, FIRST, "Mirela Oskan"), place(case, FIRST, "Oskan, 58")
        surname = replace(second, span=Span(second.span.start, second.span.start + len("Oskan")))
        return replace(ruling.persons(case, "different", first, surname), by="N. Brandt", reason="as seen")
    if what == "day":
        told = ruling.told_from(case, WIRE)
        return replace(told, period=given("2024-03-01"), by="N. Brandt", reason="as seen")
    report, words, verdict, kind = {
        "fact": (WIRE, RAISED, "rejected", None),
        "wording": (WIRE, "She is, however, under Halvan sanctions", "rejected", "claim"),
        "change": (WHEAT, THIRTEEN, "rejected", None),
        "attribution": (
            FIRST,
            "A second meeting is planned for early April in Puerto Alba, the capital of neighbouring Altamora",
            "rejected",
            None,
        ),
        "mention": (FIRST, "Oskan", "rejected", "mention"),
        "credit": (WHEAT, "Astrel", "rejected", "credit"),
        "confirmed": (FIRST, SANCTIONED, "confirmed", None),
        "time": (FIRST, SANCTIONED, "dated", None),
    }[what]
    found = meant(case, report, words, verdict, kind)  # type: ignore[arg-type]
    return replace(found, period=given("2021-05")) if what == "time" else found


KINDS = (
    *("fact", "wording", "change", "attribution", "mention", "credit", "confirmed", "time", "alone", "with", "retells"),
    *("somebody", "anew", "nobody", "parted", "day"),
)


@pytest.mark.parametrize("what", KINDS)
def test_each_ruling_does_what_its_trial_told_and_taken_back_leaves_the_very_same_record(case: Case, what: str) -> None:
    before = printed(case.trace())
    wanted = decided(case, what)
    trial = ruling.trial(case, [wanted])
    assert printed(case.trace()) == before
    done = ruling.rule(case, [wanted])
    assert printed(done.after) == printed(trial.after) == printed(case.trace())
    assert replace(done.rulings[0], at=None) == trial.rulings[0] == replace(wanted, id=1)
    assert printed(done.after) != before
    assert [state for _, state in ruling.standing(case)] == ["governs"]
    assert check(case) == ()
    assert printed(ruling.undo(case, [1]).after) == before
    assert printed(case.trace()) == before
    assert check(case) == ()


def test_a_fact_rejected_in_text_and_headline_makes_no_claim_and_updates_none(case: Case) -> None:
    every = ruling.throughout(case, decided(case, "fact"))
    assert [ruled.one.report for ruled in every] == [WIRE, WIRE]
    done = ruling.rule(case, every)
    gone = claim(done.before, RAISED)
    assert gone is not None
    assert (gone.kind, [relation.kind for relation in gone.relations]) == ("measure", ["updates"])
    assert gone in done.effect.gone
    assert not any(c.kind == "measure" and m.report == WIRE and "reward" in c.text for c in done.after.claims for m in c.mentions)
    assert not any(relation.claim == gone.id for c in done.after.claims for relation in c.relations)
    ids = {c.id for c in done.after.claims}
    assert all(relation.claim in ids for c in done.after.claims for relation in c.relations)


def test_a_fact_rejected_in_the_text_alone_leaves_what_the_headline_tells(case: Case) -> None:
    done = ruling.rule(case, [decided(case, "fact")])
    assert not any(c.kind == "measure" and c.text.startswith(RAISED) for c in done.after.claims)
    left = claim(done.after, "Halvany raises reward")
    assert left is not None
    assert (left.kind, len(left.mentions), left.relations) == ("measure", 1, ())
    before = claim(done.before, RAISED)
    assert (before, left) in done.effect.changed


def test_a_corrected_time_moves_the_claim_and_says_by_whom(case: Case) -> None:
    done = ruling.rule(case, [decided(case, "time")])
    found = claim(done.after, SANCTIONED)
    assert found is not None
    assert found.period == given("2021-05")
    assert [(m.did, m.by, m.reason) for m in found.ruled] == [("time corrected", "N. Brandt", "as seen")]
    (row,) = [row for row in trace_json(done.after)["timeline"] if row["claim"] == found.id]
    assert (row["earliest"], row["latest"]) == ("2021-05-01T00:00:00Z", "2021-05-31T23:59:59Z")


def test_a_confirmed_fact_stays_marked(case: Case) -> None:
    done = ruling.rule(case, [decided(case, "confirmed")])
    found = claim(done.after, SANCTIONED)
    assert found is not None
    assert [m.did for m in found.ruled] == ["confirmed"]
    assert done.effect.gone == done.effect.new == ()


def test_a_report_that_stands_alone_is_an_origin_of_its_own(case: Case) -> None:
    done = ruling.rule(case, [decided(case, "alone")])
    one, other = claim(done.before, SANCTIONED), claim(done.after, SANCTIONED)
    assert one is not None
    assert other is not None
    assert (other.reports, other.origins) == (one.reports, one.origins + 1)
    assert telling(done.after, COPY).role == "independent"


def test_a_rejected_wording_is_a_claim_of_its_own(case: Case) -> None:
    done = ruling.rule(case, [decided(case, "wording")])
    one, other = claim(done.before, SANCTIONED), claim(done.after, SANCTIONED)
    assert one is not None
    assert other is not None
    assert len(other.mentions) == len(one.mentions) - 1
    assert [len(c.mentions) for c in done.effect.new] == [1]


def test_a_party_is_whom_a_person_says_and_its_claim_is_about_him(case: Case) -> None:
    done = ruling.rule(case, [decided(case, "somebody")])
    found = claim(done.after, RAISED)
    assert found is not None
    assert (found.subject, found.object) == ("Ilona Brevik", "Teo Maslik")
    assert found.subject_actor in {actor.id for actor in done.after.actors if actor.name == "Ilona Brevik"}
    assert [(m.did, m.by) for m in found.ruled] == [("subject taken for “Ilona Brevik”", "N. Brandt")]
    assert ruling.standing(case)[0][1] == "governs"


def test_a_party_may_be_ruled_on_in_every_report_that_states_the_fact(case: Case) -> None:
    told = casting.named(case, casting.sides(case, place(case, FIRST, SANCTIONED), "subject")[0], "Tarn Oil", "body")
    every = ruling.throughout(case, replace(told, by="N. Brandt", reason="as seen"))
    assert len(every) > 5
    assert {(r.what, r.named, r.sort, r.by) for r in every} == {("subject", "Tarn Oil", "body", "N. Brandt")}
    done = ruling.rule(case, every)
    found = claim(done.after, SANCTIONED)
    assert found is not None
    assert found.subject == "Tarn Oil"
    (actor,) = (actor for actor in done.after.actors if actor.name == "Tarn Oil")
    assert len(actor.members) == len({r.one.report for r in every})


def test_a_report_moved_to_another_has_its_place_by_what_is_in_both(case: Case) -> None:
    apart = ruling.rule(case, [replace(ruling.moved(case, COPY, "alone"), by="oda")])
    assert telling(apart.after, COPY).role == "independent"
    done = ruling.rule(case, [replace(ruling.moved(case, COPY, "with", FIRST), by="oda")])
    one, other = telling(done.after, COPY), telling(apart.before, COPY)
    assert (one.role, one.retells, one.original, one.family) == (other.role, other.retells, other.original, other.family)
    assert one.reason.endswith(other.reason)


def test_a_fact_may_be_rejected_in_every_report_that_states_it(case: Case) -> None:
    every = ruling.throughout(case, meant(case, FIRST, SANCTIONED, "rejected"))
    found = claim(case.trace(), SANCTIONED)
    assert found is not None
    assert {r.one.report for r in every} == {m.report for m in found.mentions if m.fact}
    assert all((r.by, r.reason) == ("N. Brandt", "as seen") for r in every)
    assert claim(ruling.trial(case, every).after, SANCTIONED) is None


def test_of_two_rulings_that_clash_the_later_governs_until_it_is_taken_back(case: Case) -> None:
    ruling.rule(case, [decided(case, "confirmed")])
    done = ruling.rule(case, [meant(case, FIRST, SANCTIONED, "rejected")])
    assert done.overruled == (1,)
    assert [state for _, state in ruling.standing(case)] == ["overruled", "governs"]
    after = ruling.undo(case, [2]).after
    assert [state for _, state in ruling.standing(case)] == ["governs"]
    assert printed(after) == printed(done.before)


def test_a_number_that_no_ruling_has_takes_none_back(case: Case) -> None:
    ruling.rule(case, [decided(case, "confirmed")])
    with pytest.raises(CaseError, match="holds no ruling 2"):
        ruling.undo(case, [1, 2])
    assert len(ruling.standing(case)) == 1


@pytest.mark.parametrize(
    ("report", "span", "why"),
    [
        ("none.txt", Span(0, 4), "is not in the case"),
        (WIRE, Span(4, 999_999), "has no place"),
        (WIRE, Span(9, 9), "has no place"),
    ],
)
def test_a_place_that_the_case_does_not_hold_is_refused(case: Case, report: str, span: Span, why: str) -> None:
    with pytest.raises(ReportError, match=why):
        ruling.at(case, Passage(report=report, span=span), "rejected")


# ------------------------------------------------------------------ later runs

ONE = "Ilse Marrow met Tomas Verrin in Selm on 3 May 2031. The court fined Ilse Marrow 4,000 crowns, a clerk said."


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(ONE, encoding="utf-8")
    with Case("small.case") as opened:
        pipeline.trace("one.txt", case=opened)
        yield opened


def kinds(trace: Trace) -> list[str]:
    return sorted(c.kind for c in trace.claims)


def test_a_ruling_holds_after_another_run_and_in_a_new_version_and_waits_while_its_words_are_gone(small: Case) -> None:
    before = kinds(small.trace())
    assert before == ["contact", "measure"]
    ruling.rule(small, [_contact(small)])
    assert kinds(small.trace()) == ["measure"]
    assert kinds(pipeline.trace("one.txt", case=small)) == ["measure"]
    Path("one.txt").write_text("The harbour was shut. " + ONE, encoding="utf-8")
    assert kinds(pipeline.trace("one.txt", case=small)) == ["measure"]
    assert ruling.standing(small)[0][1] == "governs"
    Path("one.txt").write_text(ONE.replace("met", "telephoned"), encoding="utf-8")
    assert kinds(pipeline.trace("one.txt", case=small)) == before
    assert ruling.standing(small)[0][1] == "waits"
    Path("one.txt").write_text(ONE, encoding="utf-8")
    assert kinds(pipeline.trace("one.txt", case=small)) == ["measure"]
    assert check(small) == ()


def test_what_is_ruled_while_a_trace_is_made_governs_it(small: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    compare, calls = pipeline.compare, []

    def slow(*arguments: Any) -> Trace:
        calls.append(arguments)
        if len(calls) == 1:
            with Case(small.path) as another:
                ruling.rule(another, [_contact(another)])
        return compare(*arguments)

    monkeypatch.setattr(pipeline, "compare", slow)
    Path("two.txt").write_text("Wheat was dear.", encoding="utf-8")
    assert kinds(pipeline.trace("two.txt", case=small)) == ["measure"]
    assert kinds(small.trace()) == ["measure"]


def _contact(case: Case) -> Ruling:
    (found,) = [f for r in case.readings() for f in r.facts if f.kind == "contact"]
    return ruling.chosen(ruling.at(case, Passage(report="one.txt", span=found.span), "rejected"), "contact")[0]


def rows(case: Case, table: str) -> list[tuple[Any, ...]]:
    return case.select(f"SELECT * FROM {table} WHERE retracted_at IS NULL")


def test_what_the_report_gives_alone_is_never_touched(small: Case) -> None:
    before = small.readings()
    ruling.rule(small, [_contact(small)])
    assert small.readings() == before
    assert len(rows(small, "readings")) == 2
    assert len(rows(small, "facts")) == len(before[0].facts) - 1
    ruling.undo(small, [1])
    assert len(rows(small, "readings")) == 1
    assert len(rows(small, "facts")) == len(before[0].facts)
