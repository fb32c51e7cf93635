"""A report is added to a case by itself: what the case had of it, whose family it joins; what cannot be used stops nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from retold import addition, pipeline
from retold.addition import Joined
from retold.errors import CaseError, MetadataError
from retold.model import Problem
from retold.record import Case
from tests.running import finders, nothing, ran

STORY = "The ferry Anne Marrow was searched in Tessen on Monday, the harbour master said. {} casks were found below deck.\n"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """A case of one report."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(STORY.format("Forty"), encoding="utf-8")
    with finders(nothing), Case("a.case") as opened:
        pipeline.trace("in", case=opened)
        yield opened


def write(name: str, text: str) -> str:
    Path(f"in/{name}").write_text(text, encoding="utf-8")
    return f"in/{name}"


def added(case: Case, *paths: str, **options: Any) -> list[tuple[str, str]]:
    """Return of each report what the case had of it, or why it could not be used."""
    found = addition.add(list(paths), case=case, **options)
    return [(each.report, each.state) if isinstance(each, Joined) else (each.where, each.why) for each in found]


def test_a_report_is_new_or_changed_or_held_already(case: Case) -> None:
    new = write("b.txt", STORY.format("Fifty"))
    assert sorted(added(case, "in/a.txt", new)) == [("in/a.txt", "held"), (new, "new")]
    assert added(case, new) == [(new, "held")]
    write("b.txt", STORY.format("Sixty"))
    assert added(case, new) == [(new, "changed")]
    assert sorted(r.report.name for r in case.readings()) == ["in/a.txt", "in/b.txt"]


def test_a_joined_report_tells_its_own_place(case: Case) -> None:
    (found,) = addition.add(write("b.txt", STORY.format("Fifty")), case=case)
    assert isinstance(found, Joined)
    assert found.telling.report == "in/b.txt"
    assert found.telling in found.tellings


def test_what_cannot_be_read_is_told_and_the_rest_is_added(case: Case) -> None:
    empty, new = write("b.txt", ""), write("c.txt", STORY.format("Fifty"))
    assert sorted(added(case, empty, "in/none.txt", new)) == [
        ("in/b.txt", "empty file"),
        (new, "new"),
        ("in/none.txt", "no such file or folder"),
    ]


def test_a_table_may_tell_of_all_that_the_case_holds(case: Case) -> None:
    new = write("b.txt", STORY.format("Fifty"))
    lines = ("report\toutlet", "in/a.txt\tThe Gull", "b.txt\tThe Tide")
    Path("meta.tsv").write_text("\n".join(lines), encoding="utf-8")
    assert added(case, new, metadata=Path("meta.tsv")) == [(new, "new")]
    (outlet,) = [r.report.outlet for r in case.readings() if r.report.name == new]
    assert outlet == "The Tide"
    case.close()
    done = ran("add", "a.case", new, "--metadata", "meta.tsv")
    assert (done.status, done.lines) == (0, [])


@pytest.mark.parametrize("again", [lambda case: added(case, "in/b.txt"), lambda case: pipeline.trace("in/b.txt", case=case)])
def test_a_report_that_was_removed_comes_back_with_what_was_told_of_it(case: Case, again: Callable[[Case], object]) -> None:
    new = write("b.txt", STORY.format("Fifty"))
    Path("meta.tsv").write_text("report\toutlet\tpublished\nb.txt\tThe Tide\t2031-05-03", encoding="utf-8")
    pipeline.trace("in", case=case, metadata=Path("meta.tsv"))
    pipeline.remove(case, [new], "by mistake")
    again(case)
    (report,) = [r.report for r in case.readings() if r.report.name == new]
    assert (report.outlet, report.published, report.published_from) == ("The Tide", "2031-05-03", "metadata")


def test_a_report_that_cannot_be_compared_is_kept_and_told(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object, **_options: object) -> None:
        raise ValueError("no marks")

    monkeypatch.setattr(import_module("retold.compare.shelved"), "compared_with", fails)
    new = write("b.txt", STORY.format("Fifty"))
    assert added(case, new) == [(new, "is kept, but could not be compared: ValueError: no marks")]
    assert new in {r.report.name for r in case.readings()}


def test_a_case_that_cannot_be_used_is_no_reports_fault(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object, **_options: object) -> None:
        raise CaseError("a.case: the disk is full")

    monkeypatch.setattr(import_module("retold.compare.shelved"), "compared_with", fails)
    with pytest.raises(CaseError, match="the disk is full"):
        added(case, write("b.txt", STORY.format("Fifty")))


def test_a_report_that_is_removed_meanwhile_is_told_to_be(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    new = write("b.txt", STORY.format("Fifty"))
    monkeypatch.setattr(Case, "current", lambda _case, name: None)
    found = list(addition.add(new, case=case))
    assert found == [Problem(where=new, why="was removed from the case meanwhile")]


def test_a_table_that_cannot_be_used_adds_nothing(case: Case) -> None:
    with pytest.raises(MetadataError, match="no such file"):
        added(case, write("b.txt", STORY.format("Fifty")), metadata=Path("none.tsv"))
    assert [r.report.name for r in case.readings()] == ["in/a.txt"]
