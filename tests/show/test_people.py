"""What a person rules about who is who is said in one command, told at once, kept through later runs, and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.record import Case
from retold.record.rulings import held
from tests.affair import Affair
from tests.running import Ran, ran

ONE = "Anna Kolreuter, the harbour minister of Orvane, signed the decree on Monday. Kolreuter left the hall at noon."
TWO = "The decree was signed by Ana Maria Dorsch, the harbour minister. Dorsch met the mayor of Selm afterwards."
LATER = "Anna Kolreuter was seen in Selm. Ana Maria Dorsch was not, a witness said."


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        Path(name).write_text(text, encoding="utf-8")
    assert ran("trace", "one.txt", "two.txt", "--case", "c").status == 0
    return "c"


def place(report: str, text: str, words: str) -> str:
    start = text.index(words)
    return f"{report}:{start}-{start + len(words)}"


KOLREUTER, DORSCH = place("one.txt", ONE, "Anna Kolreuter"), place("two.txt", TWO, "Ana Maria Dorsch")


def merged(case: str) -> Ran:
    return ran("people", "merge", case, KOLREUTER, DORSCH, "--reason", "her married name")


def parties(case: str) -> list[list[str]]:
    with Case(case, readonly=True) as held:
        found = [sorted({m.report for m in actor.members}) for actor in held.trace().actors if actor.kind == "person"]
    return sorted(found)


def test_a_merge_is_told_with_both_passages_and_governs_the_record(case: str) -> None:
    done = merged(case)
    assert (done.status, done.lines) == (0, [])
    assert f"“Anna Kolreuter” [{KOLREUTER}] and “Ana Maria Dorsch” [{DORSCH}] are the same person or body" in done.out
    assert "person, 2 reports, also" in done.out
    assert parties(case) == [["one.txt", "two.txt"]]


def test_a_later_run_keeps_the_ruling(case: str) -> None:
    merged(case)
    Path("later.txt").write_text(LATER, encoding="utf-8")
    assert ran("trace", "later.txt", "--case", case).status == 0
    assert parties(case) == [["later.txt", "one.txt", "two.txt"]]


def test_a_ruling_is_taken_back_by_its_number(case: str) -> None:
    merged(case)
    assert ran("people", "undo", case, "1").out.startswith(
        "ruling 1 (“Anna Kolreuter” and “Ana Maria Dorsch” are the same person or body) is taken back\n"
    )
    assert parties(case) == [["one.txt"], ["two.txt"]]
    assert "holds no ruling 1" in ran("people", "undo", case, "1").err


def test_a_split_goes_over_an_earlier_merge_and_says_so_before_it_is_kept(case: str) -> None:
    merged(case)
    trial = ran("people", "split", case, KOLREUTER, DORSCH, "--dry-run")
    assert trial.lines == ["retold: ruling 1 cannot hold beside this and would be overruled by it"]
    assert parties(case) == [["one.txt", "two.txt"]]
    assert "are not the same person or body" in ran("people", "split", case, KOLREUTER, DORSCH).out
    assert parties(case) == [["one.txt"], ["two.txt"]]


def test_doubtful_pairs_are_listed_with_both_passages_until_they_are_ruled_on(case: str) -> None:
    third = "Kolreuter denied it on Friday. Kolreuter had met nobody, the spokesman said."
    fourth = "Peter Kolreuter, a shipowner, sold two ships on Friday."
    for name, text in (("three.txt", third), ("four.txt", fourth)):
        Path(name).write_text(text, encoding="utf-8")
    assert ran("trace", "three.txt", "four.txt", "--case", case).status == 0
    listed = ran("people", case)
    assert (listed.status, listed.lines) == (0, [])
    alone = place("three.txt", third, "Kolreuter")
    assert alone in listed.out
    assert KOLREUTER in listed.out
    assert place("four.txt", fourth, "Peter Kolreuter") in listed.out
    pairs = json.loads(ran("people", "--json", case).out)["doubtful"]
    assert len(pairs) == 2
    ran("people", "split", case, alone, KOLREUTER, "--reason", "she was abroad")
    after = json.loads(ran("people", case, "--json").out)
    assert len(after["doubtful"]) == 1
    assert [(r["verdict"], r["reason"]) for r in after["rulings"]] == [("different", "she was abroad")]


def test_of_a_large_case_some_are_compared_at_a_time_and_the_rest_can_be_asked_for(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retold.show.asof.WHOLE", 1)
    monkeypatch.setattr("retold.show.people.COMPARED", 1)
    Path("four.txt").write_text("Peter Kolreuter sold two ships. Kolreuter left.", encoding="utf-8")
    Path("five.txt").write_text("Kolreuter denied it on Friday. Kolreuter had met nobody.", encoding="utf-8")
    assert ran("trace", "four.txt", "five.txt", "--case", case).status == 0
    with Case(case, readonly=True) as held:
        total = len(held.trace().actors)
    told = [json.loads(ran("people", "list", case, "--json", "--from", str(n + 1)).out) for n in range(total)]
    assert [each["compared"] for each in told] == [[n + 1, n + 1, total] for n in range(total)]
    pairs = [frozenset((pair["one"]["name"], pair["other"]["name"])) for each in told for pair in each["doubtful"]]
    assert sorted(map(sorted, pairs)) == [["Anna Kolreuter", "Kolreuter"], ["Kolreuter", "Peter Kolreuter"]]
    assert f"1 to 1 of {total} people and bodies" in ran("people", case).out
    assert f"more: retold people list {case} --from 2" in ran("people", case).out
    assert "more:" not in ran("people", "list", case, "--from", str(total)).out


MAYOR = "The mayor of Selm, Ivo Dorsch, met Harbour Bank on Monday. Dorsch denied taking money from the bank."
HEIR = "Ivo Dorsch, the chairman of the port, met Harbour Bank on Monday. Dorsch denied taking money from the bank."


def told_by(case: str) -> list[list[str]]:
    """Return which reports tell each contact."""
    with Case(case, readonly=True) as held:
        return sorted(sorted({m.report for m in c.mentions}) for c in held.trace().claims if c.kind == "contact")


def test_what_is_told_of_two_who_are_parted_is_two_claims_and_every_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("mayor.txt", MAYOR), ("heir.txt", HEIR)):
        Path(name).write_text(text, encoding="utf-8")
    assert ran("trace", "mayor.txt", "heir.txt", "--case", "c").status == 0
    assert told_by("c") == [["heir.txt", "mayor.txt"]]
    places = place("mayor.txt", MAYOR, "Ivo Dorsch"), place("heir.txt", HEIR, "Ivo Dorsch")
    out = ran("people", "split", "c", *places, "--reason", "father and son").out
    assert told_by("c") == [["heir.txt"], ["mayor.txt"]]
    assert "Ivo Dorsch (person, 1 report, also Dorsch): heir.txt" in out
    assert "new: contact: Ivo Dorsch – Harbour Bank" in out
    assert "kept apart from “Ivo Dorsch”" in out
    assert "gone: contact: Ivo Dorsch – Harbour Bank" in ran("people", "undo", "c", "1").out
    assert told_by("c") == [["heir.txt", "mayor.txt"]]


CLERK = (
    "Pavel Orsk, the clerk of Selm, left on Monday. Orsk denied the charges. "
    "Mira Tolk, his deputy, stayed. Orsk said she would stay."
)
BRIDE = "Mira Tolk met the harbour board on Friday. Tolk told reporters that she would stay."


def named_in(case: str) -> dict[str, tuple[str | None, str | None]]:
    """The title of each claim by its words, and how its person is called in the record."""
    with Case(case, readonly=True) as held:
        trace = held.trace()
    names = {a.id: a.name for a in trace.actors}
    return {c.text: (c.subject, names.get(c.subject_actor or "")) for c in trace.claims}


def test_claims_call_whom_a_ruling_is_about_by_his_name_in_the_record_until_it_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("clerk.txt", CLERK), ("bride.txt", BRIDE)):
        Path(name).write_text(text, encoding="utf-8")
    assert ran("trace", "clerk.txt", "bride.txt", "--case", "c").status == 0
    before = named_in("c")
    start = CLERK.rindex("Orsk")
    she = f"clerk.txt:{start}-{start + len('Orsk')}"
    ran("people", "split", "c", place("clerk.txt", CLERK, "Pavel Orsk"), she)
    assert named_in("c")["Orsk said she would stay"] == ("Orsk", "Orsk")
    assert named_in("c")["Orsk denied the charges"] == ("Pavel Orsk", "Pavel Orsk")  # before the mention that was parted
    ran("people", "merge", "c", she, place("bride.txt", BRIDE, "Mira Tolk"))
    said = next(told for words, told in named_in("c").items() if words.endswith("would stay") and "Orsk" in words)
    assert said == ("Mira Tolk", "Mira Tolk")
    listed = json.loads(ran("trace", "--case", "c", "--json").out)
    told = next(c for c in listed["claims"] if c["text"] == "Orsk said she would stay")
    called = (told["subject"], *told["asserted_by"], told["mentions"][0]["speaker"]["name"])
    assert called == ("Mira Tolk",) * 3
    for number in ("2", "1"):
        ran("people", "undo", "c", number)
    assert named_in("c") == before


MAN = "Mr Anton Kolb, 61, was named harbour master of Selm on Monday. He left at noon. Mr Kolb said that he was glad."
WOMAN = "Mrs Antonia Kolb, 24, left for Osk on Monday. She left at noon. Mrs Kolb said that she was glad."


def test_a_merge_of_two_whom_reports_tell_apart_says_so_and_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("man.txt", MAN), ("woman.txt", WOMAN), ("more.txt", MAN)):
        Path(name).write_text(text, encoding="utf-8")
    assert ran("trace", "man.txt", "woman.txt", "more.txt", "--case", "c").status == 0
    places = place("man.txt", MAN, "Anton Kolb"), place("woman.txt", WOMAN, "Antonia Kolb")
    done = ran("people", "merge", "c", *places)
    assert done.status == 0
    assert "mind: one is told of as a woman, the other as a man" in done.err
    assert "mind" not in ran("people", "split", "c", *places).err


def test_a_command_that_is_none_is_named(case: str) -> None:
    assert "mrge" in ran("people", "mrge", case, KOLREUTER, DORSCH).err


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (KOLREUTER, "gone.txt:0-4", "gone.txt: is not in "),
        (KOLREUTER, "two.txt:0-9999", "has no place 0-9999"),
        (KOLREUTER, place("two.txt", TWO, "signed"), "mentions nobody at"),
        (KOLREUTER, KOLREUTER, "one within the report"),
        ("one.txt", DORSCH, "a place is REPORT:START-END"),
    ],
)
def test_what_no_ruling_can_do_is_refused_in_a_line(case: str, one: str, other: str, why: str) -> None:
    done = ran("people", "merge", case, one, other)
    assert done.status != 0
    assert why in done.err
    with Case(case, readonly=True) as shut:
        assert held(shut) == ()


def test_who_followed_whom_in_an_office_is_listed_with_both_passages(affair: Affair) -> None:
    listed = ran("people", affair.case).out
    assert "succession: interior minister of orvand, Jorel Vandak" in listed
    assert "“Interior Minister Ilona Brevik”" in listed
