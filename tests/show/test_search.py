"""`retold search` prints each passage on a line, with what was found marked and its place as `retold show` takes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.model import Reading, Report, Span
from retold.record import Case
from retold.show.cli import run

TEXT = "The harbour\u202e board \x1b[31mfined\u202c the ferry.\nIt paid."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "harbour.case"
    with Case(made) as case:
        report = Report(name="pier.txt", text=TEXT, digest="0" * 64, body=(Span(0, len(TEXT)),), outlet="The Pier")
        case.keep_reading(Reading(report=report, sentences=(Span(0, len(TEXT)),)))
    return made


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    status = run(["search", *arguments])
    return status, capsys.readouterr().out.splitlines()


def test_a_passage_is_a_line_that_steers_no_terminal_with_a_place_that_can_be_shown(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, lines = said(capsys, str(path), "ferry", "--reports")
    assert (status, lines[0]) == (0, "1 report")
    assert "»ferry«" in lines[1]
    assert not {"\x1b", "\u202e", "\u202c"} & set("".join(lines))
    place = lines[1][lines[1].rindex("[") + 1 : lines[1].rindex("]")]
    assert run(["show", place, "--case", str(path)]) == 0
    assert "ferry" in capsys.readouterr().out


def test_json_gives_places_that_are_exact(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, lines = said(capsys, str(path), "ferry", "OR", "paid", "--json")
    found = json.loads(lines[0])
    (hit,) = found["reports"]["hits"]
    assert [TEXT[slice(*span)] for span in hit["found"]] == ["ferry", "paid"]
    assert TEXT[slice(*hit["span"])] == hit["words"]
    assert found["claims"] == {"total": 0, "whole": True, "from": 1, "hits": []}


@pytest.mark.parametrize("arguments", [["***"], ["NOT", "ferry"], ["ferry", "--asof", "soon"], ["ferry", "--from", "0"]])
def test_what_cannot_be_asked_is_wrong_usage(path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert said(capsys, str(path), *arguments) == (2, [])


def test_nothing_found_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, str(path), "crane") == (0, ["0 reports", "nothing found", "0 claims", "nothing found"])


def test_what_the_case_held_then_is_searched(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, str(path), "ferry", "--held", "2001-01-01", "--reports") == (
        0,
        ["0 reports, as the case held it at 2001-01-01 23:59 UTC", "nothing found"],
    )
    assert said(capsys, str(path), "ferry", "--held", "2999-01-01", "--reports")[1][0].startswith("1 report, as the case held it")
    assert said(capsys, str(path), "ferry", "--held", "soon") == (2, [])
