"""`retold versions`, `remove`, `history` and `check` tell how a case came to be what it is."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from retold import pipeline
from retold.model import Problem, Reading, Ruling, Trace
from retold.record import Case
from retold.record.check import check
from tests.running import finders, nothing, ran

DOC = Path(__file__).parents[2] / "docs" / "json.md"
STORY = "A ferry was searched in Tessen on Monday.\nThe captain was not on board.\n"
OTHER = "The theatre of Upper Skerry opens in October with a play about a baker's three debts.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a case of two reports, one of which was replaced."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/two.txt").write_text(OTHER, encoding="utf-8")
    with finders(nothing):
        for text in (STORY, STORY.replace("captain", "master")):
            Path("in/one.txt").write_text(text, encoding="utf-8")
            assert ran("trace", "in", "--case", "a.case").status == 0
        yield tmp_path


def test_versions_are_listed(desk: Path) -> None:
    done = ran("versions", "a.case")
    assert done.status == 0
    assert re.search(r"^in/one.txt\n  version 1, held from .* until .*\n  version 2, held from .*: another text$", done.out, re.M)
    assert "1 other report is held in the one version" in done.out
    assert "in/two.txt" in ran("versions", "a.case", "--all").out


def test_versions_are_listed_some_at_a_time(desk: Path) -> None:
    first, second, beyond = (
        ran("versions", "a.case", "--all", "--limit", "1", *rest).out for rest in ((), ("--from", "2"), ("--from", "3"))
    )
    assert "in/one.txt" in first and "in/two.txt" not in first and "1 more: --from 2" in first
    assert "in/two.txt" in second and "in/one.txt" not in second and "more" not in second
    assert beyond.splitlines() == ["there are 2"]
    assert json.loads(ran("versions", "a.case", "--all", "--limit", "1", "--json").out)["total"] == 2


def test_versions_of_a_report_are_compared(desk: Path) -> None:
    done = ran("versions", "a.case", "in/one.txt")
    assert done.status == 0
    assert "version 1 beside version 2:" in done.out
    assert "version 2 beside version 1:" in ran("versions", "a.case", "in/one.txt", "--between", "2", "1").out
    assert "beside" not in ran("versions", "a.case", "in/two.txt").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("old/one.txt",), "retold: old/one.txt: is not in a.case; did you mean in/one.txt?"),
        (("in/one.txt", "--between", "1", "7"), "retold: in/one.txt: has no version 7: the case held 2"),
    ],
)
def test_what_the_case_never_held_is_told(desk: Path, arguments: tuple[str, ...], said: str) -> None:
    done = ran("versions", "a.case", *arguments)
    assert (done.status, done.lines) == (1, [said])


def test_a_report_is_removed_and_the_history_tells_why(desk: Path) -> None:
    done = ran("remove", "a.case", "in/two.txt", "two.txt", "old/two.txt", "--reason", "of another affair")
    assert (done.status, done.lines) == (1, ["retold: old/two.txt: is not in a.case; did you mean in/two.txt?"])
    assert done.out.splitlines()[0] == "removed in/two.txt"
    assert "the case now holds 1 report" in done.out
    told = ran("history", "a.case").out.splitlines()
    assert len(told) == 6
    assert "report replaced: in/one.txt" in told[2]
    assert told[4].endswith("report removed: in/two.txt because: of another affair")
    assert "trace kept" in told[5]
    assert ran("check", "a.case").status == 0


def test_a_removal_without_a_reason_is_wrong_usage(desk: Path) -> None:
    assert ran("remove", "a.case", "in/two.txt").status == 2


def test_a_whole_case_is_told_to_be_whole(desk: Path) -> None:
    done = ran("check", "a.case")
    assert (done.status, done.lines) == (0, [])
    assert done.out.startswith("a.case is whole: 2 reports, ")
    assert json.loads(ran("check", "a.case", "--json").out) == {"whole": True, "problems": []}


def test_each_problem_of_a_case_is_a_line_and_the_status_is_1(desk: Path) -> None:
    with sqlite3.connect("a.case") as connection:
        connection.execute("UPDATE texts SET text = 'Another ferry.'")
    connection.close()
    done = ran("check", "a.case")
    assert done.status == 1
    assert len(done.lines) >= 3
    assert all(line.startswith("retold: text ") for line in done.lines[:3])
    assert json.loads(ran("check", "a.case", "--json").out)["whole"] is False
    with Case(Path("a.case"), readonly=True) as case:
        assert len(check(case)) == len(done.lines)


@pytest.mark.parametrize("command", ["versions", "history", "check"])
def test_a_case_that_is_only_asked_is_not_changed(desk: Path, command: str) -> None:
    before = Path("a.case").read_bytes()
    assert ran(command, "a.case").status == 0
    assert Path("a.case").read_bytes() == before
    assert [each.name for each in desk.glob("a.case*")] == ["a.case"]


@pytest.mark.parametrize("arguments", [("versions",), ("versions", "in/one.txt"), ("history",), ("check",)])
def test_the_document_names_every_field(desk: Path, arguments: tuple[str, ...]) -> None:
    command, *rest = arguments
    found = json.loads(ran(command, "a.case", *rest, "--json").out)
    section = DOC.read_text(encoding="utf-8").split(f"## `retold {command} ")[1].split("\n## ")[0]

    def fields(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for name, part in value.items():
                yield name
                if name not in ("rows", "changed"):
                    yield from fields(part)
        elif isinstance(value, list):
            for part in value:
                yield from fields(part)

    assert {name for name in fields(found) if not re.search(rf"\b{name}\b", section)} == set()


def test_what_has_not_changed_is_not_compared_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ran("trace", "in", "--case", "a.case", "--json")
    monkeypatch.setattr("retold.pipeline.compare", lambda *_: pytest.fail("compared again"))
    again = ran("trace", "in", "--case", "a.case", "--json")
    assert (again.status, again.out) == (0, first.out)


def test_what_another_state_of_the_program_traced_is_compared_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    monkeypatch.setattr("retold.record.program.comparing", lambda: "corrected weights")
    real = pipeline.compare

    def counted(readings: Sequence[Reading], problems: Sequence[Problem], rulings: Sequence[Ruling]) -> Trace:
        seen.append(1)
        return real(readings, problems, rulings)

    monkeypatch.setattr("retold.pipeline.compare", counted)
    for _ in range(2):
        assert ran("trace", "--case", "a.case").status == 0
    assert seen == [1]


def test_what_another_process_removes_or_adds_while_a_trace_is_made_is_not_undone(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trace takes long; what is kept at its end must be a trace of what the case then holds."""
    real, others = pipeline.compare, [("remove", "a.case", "in/two.txt", "--reason", "a double"), ("add", "a.case", "in/new.txt")]
    Path("in/three.txt").write_text("Gulls were seen on the pier of Arle.\n", encoding="utf-8")

    def compared(readings: Sequence[Reading], problems: Sequence[Problem], rulings: Sequence[Ruling]) -> Trace:
        monkeypatch.setattr("retold.pipeline.compare", real)
        Path("in/new.txt").write_text("The mill of Arle burned down on Friday.\n", encoding="utf-8")
        Path("in/one.txt").write_text(STORY, encoding="utf-8")
        for command in (*others, ("add", "a.case", "in/one.txt")):
            assert ran(*command).status == 0
        return real(readings, problems, rulings)

    monkeypatch.setattr("retold.pipeline.compare", compared)
    assert ran("trace", "in", "--case", "a.case").status == 0
    with Case(Path("a.case"), readonly=True) as case:
        assert check(case) == ()
        assert case.settled
        assert [each.report.name for each in case.trace().readings] == ["in/new.txt", "in/one.txt", "in/three.txt"]
        assert case.text("in/one.txt") == STORY
