"""Two reports side by side: a line for each thing when piped, columns in a wide terminal, JSON that holds to its schema."""

from __future__ import annotations

import contextlib
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from retold.compare.drift.compared import Aligned, Comparison
from retold.model import Drift, Passage, Reading, Span
from retold.show.beside import beside_json, print_beside
from tests.compare.build import at, reading, report
from tests.running import ran
from tests.show.test_contract import schema

ONE = "Inspectors may have found 28 tickets.\nThe captain slept."
TWO = "Inspectors found 82 tickets.\nIt rained."
DOC = Path(__file__).parents[2] / "docs" / "json.md"


def _pair(one: str = ONE, two: str = TWO) -> tuple[tuple[Reading, Reading], Comparison]:
    texts = {"one.txt": one, "two.txt": two}
    readings = tuple(reading(report(name, text, outlet=name[:3].title())) for name, text in texts.items())
    first, second = (tuple(_line(text, line) for line in text.split("\n")) for text in texts.values())
    pair = Passage(report="one.txt", span=first[0]), Passage(report="two.txt", span=second[0])
    drift = Drift(kind="number changed", earlier=pair[0], later=pair[1], reason="“28” becomes “82”")
    found = Comparison(passages=(first, second), aligned=(Aligned(earlier=pair[0], later=pair[1], score=0.8),), drift=(drift,))
    return (readings[0], readings[1]), found


def _line(text: str, line: str) -> Span:
    return at(text, line)


def _printed(one: str = ONE, two: str = TWO) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        print_beside(*_pair(one, two))
    return out.getvalue()


class _Terminal(io.StringIO):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def _shown(monkeypatch: pytest.MonkeyPatch, columns: int, one: str = ONE, two: str = TWO) -> str:
    out = _Terminal()
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    with contextlib.redirect_stdout(out):
        print_beside(*_pair(one, two))
    return out.getvalue()


def test_piped_each_thing_has_a_line_that_begins_with_what_it_is() -> None:
    lines = _printed().splitlines()
    assert lines[1:] == [
        "1 of the 2 passages of the second tells what the first tells (1 change); 1 passage of the first is not retold.",
        "= told by both   ! changed by the second   + in the second alone   - in the first alone",
        "= “Inspectors may have found 28 tickets.” [one.txt:0-37] | “Inspectors found 82 tickets.” [two.txt:0-28]",
        "! number changed: “28” becomes “82” [one.txt:0-37] [two.txt:0-28]",
        "+ “It rained.” [two.txt:29-39]",
        "- “The captain slept.” [one.txt:38-56]",
    ]
    assert "\x1b" not in _printed()


def test_the_same_text_twice_and_two_that_share_nothing_are_told_so() -> None:
    assert _printed(ONE, ONE).splitlines()[1] == "The two texts are the same."
    readings, found = _pair("The captain slept.", "It rained in the harbour all night.")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        print_beside(readings, replace(found, aligned=(), drift=()))
    assert out.getvalue().splitlines()[1] == "No passage of one tells what a passage of the other tells."


def test_a_wide_terminal_has_both_in_one_line_and_no_line_is_longer_than_it(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = re.sub(r"\x1b\[[\d;]*m", "", _shown(monkeypatch, 100))
    assert any("28 tickets." in line and "82 tickets." in line for line in plain.splitlines())
    assert max(map(len, plain.splitlines())) <= 100
    assert "\x1b[" in _shown(monkeypatch, 100), "colours on a terminal"


@pytest.mark.parametrize(("columns", "one"), [(50, ONE), (100, "قال مسؤولان إن 28 تذكرة وجدت.\nنام القبطان.")])
def test_narrow_terminals_and_writing_from_the_right_have_one_below_the_other(
    monkeypatch: pytest.MonkeyPatch, columns: int, one: str
) -> None:
    plain = re.sub(r"\x1b\[[\d;]*m", "", _shown(monkeypatch, columns, one=one))
    assert not any("28" in line and "82 tickets" in line for line in plain.splitlines())
    assert [line[:2] for line in plain.splitlines() if line][:4] == ["A:", "B:", "A:", "B:"]


def test_what_could_steer_a_terminal_is_taken_out() -> None:
    printed = _printed(one="Inspectors \x1b[31mmay\u202e have found 28 tickets.\nThe captain [bold]slept[/bold].")
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert "[bold]slept[/bold]" in printed


def test_the_json_holds_to_its_schema_and_the_document_names_its_fields() -> None:
    shown = json.loads(json.dumps(beside_json(*_pair())))
    jsonschema.validate(shown, schema("compare"))
    text = DOC.read_text(encoding="utf-8")
    assert "retold compare ONE TWO --json" in text
    assert all(f"{field}" in text for field in shown)


def test_the_command_compares_two_files_and_refuses_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    story = "Inspectors of Orvane searched the ferry Brenna on Monday. They took {} tickets and two computers from the captain."
    Path("one.txt").write_text(story.format(28), encoding="utf-8")
    Path("two.txt").write_text(story.format(82), encoding="utf-8")
    done = ran("compare", "one.txt", "two.txt", "--json")
    assert (done.status, [d["kind"] for d in json.loads(done.out)["drift"]]) == (0, ["number changed"])
    missing = ran("compare", "one.txt", "none.txt")
    assert (missing.status, missing.out, missing.lines) == (1, "", ["retold: none.txt: no such file or folder"])
    assert ran("compare", "one.txt", ".").lines == ["retold: .: is a folder, not a report"]


def test_a_case_gives_its_reports_without_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    story = "Inspectors of Orvane searched the ferry Brenna on Monday. They took {} tickets and two computers from the captain."
    for name, count in (("one.txt", 28), ("two.txt", 82)):
        Path(name).write_text(story.format(count), encoding="utf-8")
    assert ran("trace", "one.txt", "two.txt", "--case", "c").status == 0
    Path("one.txt").unlink()
    done = ran("compare", "one.txt", "two.txt", "--case", "c")
    assert (done.status, "! number changed: “28” becomes “82”" in done.out) == (0, True)
    assert ran("compare", "one.txt", "three.txt", "--case", "c").lines == ["retold: three.txt: is not in c"]
