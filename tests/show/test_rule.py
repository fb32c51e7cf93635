"""What a person rules on findings, times and retellings is said in one command, told before it is kept, listed and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.record import Case
from retold.record.rulings import held
from retold.show.marks import marked, touched
from tests.affair import Affair
from tests.running import ran

ONE = "Ilse Marrow met Tomas Verrin in Selm on 3 May 2031. The court fined Ilse Marrow 4,000 crowns, a clerk said."
TWO = "Wheat was dear in Tarn on Friday."


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        Path(name).write_text(text, encoding="utf-8")
    assert ran("trace", "one.txt", "two.txt", "--case", "c").status == 0
    return "c"


def fact(case: str, kind: str) -> str:
    with Case(case, readonly=True) as opened:
        (found,) = [f for r in opened.readings() for f in r.facts if f.kind == kind]
    return f"one.txt:{found.span.start}-{found.span.end}"


DAY = f"one.txt:{ONE.index('3 May 2031')}-{ONE.index('3 May 2031') + 10}"


def rulings(case: str) -> int:
    with Case(case, readonly=True) as opened:
        return len(held(opened))


def test_a_trial_tells_what_would_change_and_changes_not_a_byte(case: str) -> None:
    before = Path(case).read_bytes()
    done = ran("rule", case, "reject", fact(case, "contact"), "--reason", "they only wrote", "--dry-run")
    assert (done.status, done.lines) == (0, [])
    assert done.out.startswith("would be ruling 1: the contact “Ilse Marrow met Tomas Verrin")
    assert "  gone: contact: Ilse Marrow – Tomas Verrin" in done.out
    assert done.out.endswith("nothing was kept\n")
    assert Path(case).read_bytes() == before


def test_a_ruling_is_kept_listed_with_who_when_and_why_and_taken_back(case: str) -> None:
    brief = ran("brief", case, "--json").out
    done = ran("rule", "reject", case, fact(case, "contact"), "--reason", "they only wrote", "--by", "N. Brandt")
    assert done.out.startswith("ruling 1: the contact “Ilse Marrow met")
    listed = ran("rule", case).out
    assert "1 ruling\n" in listed
    assert "by N. Brandt on 20" in listed
    assert "UTC: they only wrote" in listed
    (row,) = json.loads(ran("rule", "--json", case).out)["rulings"]
    assert (row["verdict"], row["what"], row["kind"], row["by"], row["state"]) == (
        "rejected",
        "fact",
        "contact",
        "N. Brandt",
        "governs",
    )
    taken = ran("rule", case, "undo", "1")
    assert taken.out.startswith("ruling 1 (the contact “Ilse Marrow met")
    assert ran("brief", case, "--json").out == brief


def test_who_rules_is_the_login_name_unless_said_and_may_be_nobody(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "oda")
    ran("rule", case, "confirm", fact(case, "contact"))
    ran("rule", case, "confirm", fact(case, "measure"), "--by", "")
    found = json.loads(ran("rule", case, "--json").out)["rulings"]
    assert [row["by"] for row in found] == ["oda", None]
    assert "unsigned on 20" in ran("rule", case).out


@pytest.mark.parametrize("at", ["words", "fact"])
def test_a_time_is_corrected_at_its_words_or_at_the_fact(case: str, at: str) -> None:
    done = ran("rule", case, "time", DAY if at == "words" else fact(case, "contact"), "2031-05..", "--by", "oda", "--json")
    found = json.loads(done.out)
    assert [(each["before"]["earliest"], each["after"]["earliest"], each["after"]["latest"]) for each in found["changed"]] == [
        ("2031-05-03T00:00:00Z", "2031-05-01T00:00:00Z", None)
    ]
    assert [m["did"] for m in found["changed"][0]["after"]["rulings"]] == ["time corrected"]
    assert found["kept"] is True


def test_a_party_is_named_by_name_by_place_anew_or_taken_for_nobody(case: str) -> None:
    at = fact(case, "measure")
    verrin = f"one.txt:{ONE.index('Tomas')}-{ONE.index('Tomas') + 12}"
    for option, who in (("--object", "Tomas Verrin"), ("--object", verrin)):
        done = ran("rule", case, "party", at, option, who, "--by", "oda", "--dry-run")
        assert "(Ilse Marrow) is “Tomas Verrin”" in done.out or " – Ilse Marrow) is “Tomas Verrin”" in done.out
        assert "object taken for “Tomas Verrin” by oda" in done.out
    done = ran("rule", case, "party", at, "--object", "Tarn Oil", "--new", "body", "--by", "oda", "--reason", "its fleet")
    assert "is “Tarn Oil”, a body new to the case" in done.out
    assert "Tarn Oil" in ran("brief", case).out
    (row,) = json.loads(ran("rule", case, "--json").out)["rulings"]
    assert (row["verdict"], row["what"], row["named"], row["named_kind"], row["other"]) == (
        "same",
        "object",
        "Tarn Oil",
        "body",
        None,
    )
    done = ran("rule", case, "party", at, "--object", "nobody")
    assert done.lines == ["retold: ruling 1 cannot hold beside this and is overruled by it"]
    assert "has no object" in ran("rule", case).out
    assert ran("check", case).status == 0


def test_the_day_that_a_report_tells_from_is_corrected_by_its_name(case: str) -> None:
    done = ran("rule", case, "time", "one.txt", "2030-05-04", "--dry-run")
    assert done.out.startswith("would be ruling 1: the times in one.txt are told from 2030-05-04\n")


def test_who_took_a_ruling_back_and_why_stands_in_the_history_with_what_was_ruled(case: str) -> None:
    ran("rule", case, "reject", fact(case, "contact"), "--by", "oda", "--reason", "they only wrote")
    assert ran("rule", case, "undo", "1", "--by", "bo", "--reason", "they did meet").status == 0
    told = ran("history", case).out.splitlines()
    assert [line.split("  ")[1].split(":")[0].split(" (")[0] for line in told if not line.startswith(" ")][2:] == [
        "ruled",
        "ruling undone",
    ]
    assert any("ruling 1: the contact" in line and line.endswith("is rejected; by oda: they only wrote") for line in told)
    assert any("taken back: 1 by bo: they did meet" in line for line in told)
    assert told[-1].startswith("  ruling 1 is taken back: the contact")
    rows = json.loads(ran("history", case, "--json").out)["changes"]
    assert [([each["ruling"] for each in row["ruled"]], row["undone"]) for row in rows][-2:] == [([1], []), ([], [1])]


def test_a_report_is_moved_by_its_name(case: str) -> None:
    done = ran("rule", case, "family", "two.txt", "--with", "one.txt", "--by", "oda", "--reason", "the editor says so")
    assert "report: two.txt: independent, now" in done.out
    assert "moved: of one original with one.txt by oda: the editor says so (ruling 1)" in done.out
    alone = ran("rule", case, "family", "two.txt", "--alone")
    assert alone.lines == ["retold: ruling 1 cannot hold beside this and is overruled by it"]
    assert "(overruled by a later ruling)" in ran("rule", case).out


def test_rulings_about_who_is_who_are_listed_with_the_others_and_taken_back_the_same_way(case: str) -> None:
    marrow, verrin = "one.txt:0-11", f"one.txt:{ONE.index('Tomas')}-{ONE.index('Tomas') + 12}"
    assert ran("people", case, "split", marrow, verrin, "--by", "oda", "--dry-run").out.endswith("nothing was kept\n")
    assert ran("people", case, "split", marrow, verrin, "--by", "oda").status == 0
    assert "“Ilse Marrow” and “Tomas Verrin” are not the same person or body" in ran("rule", case).out
    assert "“Ilse Marrow” and “Tomas Verrin” are not the same person or body" in ran("people", case).out
    assert "is taken back" in ran("rule", "undo", case, "1").out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("reject", "two.txt:0-9999"), "has no place 0-9999"),
        (("reject", "none.txt:0-4"), "none.txt: is not in c"),
        (("reject", "two.txt:10-13"), "has no finding at 10-13"),
        (("time", "two.txt:10-13", "2031"), "has no time and no fact at 10-13"),
        (("time", "none.txt", "2031"), "none.txt: is not in c"),
        (("party", "two.txt:10-13", "--subject", "nobody"), "has no fact at 10-13"),
        (("party", "one.txt:0-20"), "say one of --subject WHO, --object WHO, --via WHO"),
        (("party", "one.txt:0-20", "--subject", "Ilse Marow"), "nobody is called “Ilse Marow” in it; did you mean Ilse Marrow?"),
        (("time", "one.txt:0-5", "May"), "a time is a date or a longer stretch"),
        (("reject", DAY, "--kind", "credit"), "has no such finding"),
        (("reject", "one.txt"), "a place is REPORT:START-END"),
        (("family", "two.txt"), "say one of --with OTHER, --retells OTHER, --alone"),
        (("family", "two.txt", "--alone", "--with", "one.txt"), "say one of"),
        (("family", "two.txt", "--with", "two.txt"), "a ruling is about two"),
        (("family", "none.txt", "--alone"), "none.txt: is not in c"),
        (("undo", "7"), "holds no ruling 7"),
    ],
)
def test_what_cannot_be_ruled_is_refused_in_a_line_and_nothing_is_kept(case: str, arguments: tuple[str, ...], why: str) -> None:
    done = ran("rule", case, *arguments)
    assert done.status != 0
    assert why in " ".join(done.err.replace("│", " ").split())
    assert rulings(case) == 0


def test_where_several_findings_stand_in_a_place_they_are_named_to_choose_from(affair: Affair) -> None:
    with Case(affair.case, readonly=True) as opened:
        trace = opened.trace()
    twice = [(t, d) for t in trace.tellings for d in t.drift if sum(e.later == d.later for e in t.drift) > 1]
    telling, drift = twice[0]
    place = f"{telling.report}:{drift.later.span.start}-{drift.later.span.end}"
    done = ran("rule", affair.case, "reject", place, "--dry-run")
    assert "has several findings" in done.err
    assert drift.kind in done.err
    assert ran("rule", affair.case, "reject", place, "--kind", drift.kind, "--dry-run").status == 0


def test_what_several_rulings_did_for_one_reason_is_told_once(case: str) -> None:
    from retold.model import Mark, Passage, Span

    one, two = (
        Mark(ruling=n, did="confirmed", by="oda", reason="seen", passage=Passage(report="a", span=Span(0, n))) for n in (1, 2)
    )
    assert list(marked([one, two])) == ["confirmed by oda: seen (rulings 1, 2)"]
    assert touched([one, two]) == "; confirmed by oda"
    assert touched([]) == ""


def test_the_brief_says_of_what_a_person_touched_what_was_ruled_by_whom_and_why(case: str) -> None:
    ran("rule", case, "time", DAY, "2031-05", "--by", "oda", "--reason", "the court's own date")
    ran("rule", case, "family", "two.txt", "--with", "one.txt", "--by", "oda")
    brief = ran("brief", case).out
    assert "time corrected by oda: the court's own date (ruling 1)" in brief
    assert "because of one original with one.txt by ruling 2 of oda" in brief
    (line,) = [each for each in brief.split("\nWhen\n")[1].splitlines() if "Ilse Marrow met" in each]
    assert line.startswith("2031-05: ")
    assert "; time corrected by oda" in line


def marrow(report: str = "one.txt") -> str:
    start = ONE.index("Ilse Marrow")
    return f"{report}:{start}-{start + len('Ilse Marrow')}"


def test_what_somebody_is_is_ruled_told_listed_and_taken_back(case: str) -> None:
    before = ran("brief", case, "--json").out
    done = ran("rule", case, "kind", marrow(), "body", "--reason", "a shipping line", "--by", "N. Brandt")
    assert (done.status, done.lines) == (0, [])
    assert done.out.startswith("ruling 1: “Ilse Marrow” is a body  [one.txt:0-11]\n")
    actors = json.loads(ran("brief", case, "--json").out)["actors"]
    assert {"Ilse Marrow": "body"}.items() <= {a["name"]: a["kind"] for a in actors}.items()
    (row,) = json.loads(ran("rule", case, "--json").out)["rulings"]
    assert (row["verdict"], row["what"], row["named_kind"], row["state"]) == ("same", "kind", "body", "governs")
    assert "ruling 1: “Ilse Marrow” is a body; by N. Brandt: a shipping line" in ran("history", case).out
    assert ran("check", case).status == 0
    assert ran("rule", case, "kind", marrow(), "body").lines == [
        "retold: one.txt: has “Ilse Marrow” at 0-11 as a body already",
    ]
    assert ran("rule", case, "undo", "1").status == 0
    assert ran("brief", case, "--json").out == before


def test_what_somebody_is_is_tried_without_a_byte_written_and_holds_in_every_report_that_names_him(case: str) -> None:
    Path("three.txt").write_text("In Selm, Ilse Marrow was seen on Friday.", encoding="utf-8")
    assert ran("trace", "three.txt", "--case", case).status == 0
    before = Path(case).read_bytes()
    told = ran("rule", case, "kind", marrow(), "body", "--all", "--dry-run").out
    assert "would be ruling 2: “Ilse Marrow” is a body  [three.txt:9-20]" in told
    assert Path(case).read_bytes() == before


def test_a_report_is_named_by_any_path_to_it(case: str) -> None:
    Path("sub").mkdir()
    assert ran("rule", case, "confirm", marrow("./sub/../one.txt"), "--kind", "mention").status == 0
    refused = ran("rule", case, "family", "sub/three.txt", "--alone")
    assert refused.lines == ["retold: sub/three.txt: is not in c"]
    assert ran("rule", case, "time", str(Path("two.txt").absolute()), "2031-05-09").out.startswith(
        "ruling 2: the times in two.txt are told from 2031-05-09"
    )
    assert ran("show", "--case", case, marrow(str(Path("one.txt").absolute()))).status == 0
    assert ran("remove", case, "./two.txt", "--reason", "of another affair").out.startswith("removed two.txt\n")
