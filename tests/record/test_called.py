"""A report is meant by any path to it, and by its file name where only one has it; what may mean several is asked back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.errors import ReportError
from retold.model import Reading, Trace
from retold.record import Case
from retold.record.called import called
from retold.record.removal import remove

Make = Callable[..., Reading]
MakeTrace = Callable[..., Trace]
NAMES = ("may/gull.txt", "june/gull.txt", "may/seagull.txt", "/far/tide.txt", "../up/reef.txt", "lone.txt", "old\\kelp.txt")


@pytest.fixture
def held(case: Case, reading: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case of reports whose paths were given from `tmp_path/desk`, the working folder."""
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    for name in NAMES:
        case.keep_reading(reading(name, f"{name} came."))
    return case


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("may/gull.txt", "may/gull.txt"),
        ("./may//gull.txt", "may/gull.txt"),
        ("seagull.txt", "may/seagull.txt"),
        ("tide.txt", "/far/tide.txt"),
        ("far/tide.txt", "/far/tide.txt"),
        ("../desk/june/gull.txt", "june/gull.txt"),
        ("reef.txt", "../up/reef.txt"),
        ("kelp.txt", "old\\kelp.txt"),
        ("old/kelp.txt", "old\\kelp.txt"),
    ],
)
def test_a_path_or_the_end_of_one_means_the_report(held: Case, said: str, meant: str) -> None:
    assert called(held, said) == meant


def test_a_path_from_another_folder_means_the_report_that_lies_there(held: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("june").mkdir()
    monkeypatch.chdir("june")
    assert called(held, "gull.txt") == "june/gull.txt"
    assert called(held, "./gull.txt") == "june/gull.txt"
    assert called(held, str(Path.cwd() / "gull.txt")) == "june/gull.txt"
    monkeypatch.chdir("/")
    assert called(held, "copy/of/may/gull.txt") == "may/gull.txt"


def test_a_name_of_several_is_asked_back(held: Case) -> None:
    why = "gull.txt: several reports of .* are called so: june/gull.txt, may/gull.txt; say which"
    with pytest.raises(ReportError, match=why):
        called(held, "gull.txt")


@pytest.mark.parametrize(
    ("said", "like"),
    [
        ("april/seagull.txt", "; did you mean may/seagull.txt?"),
        ("sea.txt", ""),
        ("", ""),
        ("may", ""),
        ("../../else/tide.txt", "; did you mean /far/tide.txt?"),
        ("\udc80.txt", ""),
    ],
)
def test_what_means_none_is_told_with_what_may_be_meant(held: Case, said: str, like: str) -> None:
    with pytest.raises(ReportError, match=re.escape(f"is not in {held.path}{like}") + "$"):
        called(held, said)


def test_a_report_that_was_removed_is_meant_only_where_asked_for(held: Case, trace: MakeTrace) -> None:
    remove(held, ["lone.txt"], "a double", again=lambda: trace(*held.readings()))
    with pytest.raises(ReportError, match="is not in"):
        called(held, "lone.txt")
    assert called(held, "lone.txt", ever=True) == "lone.txt"
