"""`retold add` says of each report what it retells, keeps it whatever happens, and can be run again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from retold import addition
from retold.compare import shelved
from retold.record import Case
from retold.record.shelf import Shelf
from retold.show import added
from tests.running import Ran, finders, nothing, ran
from tests.show.test_contract import schema

STORY = (
    "Inspectors of Orvane searched the ferry Brenna on Monday and took 28 tickets, two computers and a ledger from the captain. "
    "The harbour office of Tessen had asked for the search in April, after a clerk found 4,100 talers in a locker. "
    "Captain Ida Holm said the ledger was her own. The ferry sails between Tessen and the isle of Vell twice a day. "
)
OTHER = (
    "The theatre of Upper Skerry opens a season of comedies in October with a play by Jon Marr about a baker's three debts. "
    "Tickets cost 12 talers. The old roof was mended over the summer by a guild of carpenters, who worked without pay. "
)
DOC = Path(__file__).parents[2] / "docs" / "json.md"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a case of two reports, and with two that are not in it: a copy of the first, undated, and one of its own."""
    monkeypatch.chdir(tmp_path)
    texts = {
        "one": STORY + "It was built in 1998.",
        "two": OTHER,
        "copy": STORY,
        "new": "A swan was seen at noon on the pond behind the mill of Arle.",
    }
    for name, text in texts.items():
        Path(f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    days = "report\tpublished\toutlet\none.txt\t2031-04-01\tBrook Post\ntwo.txt\t2031-04-02\tVale Herald\n"
    Path("days.tsv").write_text(days, encoding="utf-8")
    with finders(nothing):
        assert ran("trace", "one.txt", "two.txt", "--metadata", "days.tsv", "--case", "a.case").status == 0
        yield tmp_path


def _add(*more: str) -> Ran:
    return ran("add", "a.case", *more)


def _family(done: Ran) -> list[str]:
    found: list[str] = json.loads(done.out)["family_reports"]
    return found


def test_it_says_what_each_report_retells_and_keeps_it(desk: Path) -> None:
    done = _add("copy.txt", "new.txt")
    assert (done.status, done.lines) == (0, [])
    heads = [line for line in done.out.splitlines() if not line.startswith(" ")]
    assert heads == ["copy.txt: added", "new.txt: added", f"{added.STALE} a.case"]
    copy, new = done.out.split("new.txt: added")
    assert "verbatim copy; credits nobody  [copy.txt:" in copy
    assert "family: Brook Post, 2031-04-01 (held): 2 reports" in copy
    assert "stands alone" in new
    with Case("a.case", readonly=True) as case:
        assert {r.report.name for r in case.readings()} == {"one.txt", "two.txt", "copy.txt", "new.txt"}


def test_the_place_is_that_of_a_full_trace(desk: Path) -> None:
    told = json.loads(_add("copy.txt", "--json").out)
    traced = json.loads(ran("trace", "--case", "a.case", "--json").out)
    (whole,) = (r for r in traced["reports"] if r["report"] == "copy.txt")
    assert {name: told[name] for name in whole} == whole


def test_running_it_again_keeps_no_other_version_even_after_a_trace_gave_the_report_its_originals_day(desk: Path) -> None:
    first = _add("copy.txt", "--json")
    again = _add("copy.txt")
    assert again.out.startswith("copy.txt: the case holds it already in this version\n")
    assert ran("trace", "--case", "a.case").status == 0
    third = _add("copy.txt", "--json")
    assert json.loads(third.out) == json.loads(first.out) | {"state": "held"}
    assert added.STALE not in _add("copy.txt").out, "nothing has come since the trace"
    with Case("a.case", readonly=True) as case:
        assert case.select("SELECT count(*) FROM reports WHERE name = 'copy.txt'") == [(1,)]


def test_another_version_takes_the_place_of_the_one_that_was_held(desk: Path) -> None:
    _add("copy.txt")
    Path("copy.txt").write_text(f"{OTHER}\n", encoding="utf-8")
    done = _add("copy.txt", "--json")
    assert (json.loads(done.out)["state"], _family(done)) == ("changed", ["copy.txt", "two.txt"])


def test_what_cannot_be_read_is_one_line_and_the_rest_is_done(desk: Path) -> None:
    Path("empty.txt").touch()
    Path("odd.txt").write_bytes(b"\xff\xfe\x00\xd8" * 3)
    done = _add("none.txt", "empty.txt", "odd.txt", "copy.txt", "--max-size", "1")
    assert (done.status, done.out.startswith("copy.txt: added\n")) == (1, True)
    assert [line.split(": ")[1] for line in done.lines] == ["none.txt", "empty.txt", "odd.txt"]


def test_a_case_that_is_not_there_is_not_made(desk: Path) -> None:
    done = ran("add", "b.case", "copy.txt")
    assert (done.status, done.out, done.lines) == (1, "", ["retold: b.case: no such case file"])
    assert ran("trace", "--case", "b.case").lines == ["retold: b.case: no such case file"]
    assert not Path("b.case").exists()
    assert ran("trace").status == 2


def test_every_line_of_json_holds_to_the_schema_and_the_document_names_its_fields(desk: Path) -> None:
    section = DOC.read_text(encoding="utf-8").split("## `retold add CASE PATH... --json`")[1].split("\n## ")[0]
    for line in _add("copy.txt", "new.txt", "--json").out.splitlines():
        jsonschema.validate(json.loads(line), schema("add"))
    more = set(schema("add")["properties"]) - set(schema("trace")["properties"]["reports"]["items"]["properties"])
    assert all(f"`{name}`" in section for name in more)


def test_names_cannot_steer_the_terminal(desk: Path) -> None:
    Path("x.tsv").write_text("report\toutlet\ncopy.txt\t\u202e[bold]\x1b[31mصحيفة[/bold]\n", encoding="utf-8")
    out = _add("copy.txt", "--metadata", "x.tsv").out
    assert "[bold]" in out
    assert "صحيفة" in out
    assert not {"\x1b", "\u202e"} & set(out)


def test_a_report_that_cannot_be_compared_is_kept_and_compared_next_time(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object) -> None:
        raise ValueError("no")

    with monkeypatch.context() as patched:
        patched.setattr(shelved, "added", broken)
        done = _add("copy.txt")
    assert (done.status, done.lines) == (1, ["retold: copy.txt: is kept, but could not be compared: ValueError: no"])
    assert _family(_add("one.txt", "--json")) == ["copy.txt", "one.txt"]


@pytest.mark.parametrize("step", ["pair", "done"])
def test_one_that_is_broken_off_between_two_steps_is_compared_next_time(
    desk: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def stopped(*_given: Any) -> None:
        raise KeyboardInterrupt

    _add("new.txt")
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt), Case("a.case") as case:
        patched.setattr(Shelf, step, stopped)
        list(addition.add("copy.txt", case=case))
    _add("new.txt")
    with Case("a.case") as case:
        shelf = case.shelf()
        assert (shelf.missing(), shelf.surplus(), "one.txt" in shelf.pairs("copy.txt")) == ([], [], True)


def test_the_first_addition_says_how_far_the_case_is_taken_up(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(added, "EVERY", -1.0)
    said = _add("copy.txt").err.splitlines()
    assert said == [
        "retold: 1 of 2 reports of the case taken up",
        "retold: 2 of 2 reports of the case taken up",
        "retold: 1 of 1 reports",
    ]
    assert _add("copy.txt").err.splitlines() == ["retold: 1 of 1 reports"]


def test_a_case_that_was_traced_into_since_is_taken_up(desk: Path) -> None:
    _add("new.txt")
    for number in range(6):
        Path(f"more{number}.txt").write_text(STORY if number else OTHER, encoding="utf-8")
    ran("trace", *(f"more{n}.txt" for n in range(6)), "--case", "a.case")
    assert len(_family(_add("copy.txt", "--json"))) == 7
