"""What reaches a terminal cannot steer it, and a passage is shown where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Span
from retold.show.terminal import print_passage, safe
from tests.compare.build import at, report


@given(st.text())
def test_safe_text_keeps_its_length_and_holds_no_escape(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u2066\r")


def test_letters_of_any_script_pass() -> None:
    assert safe("Ünïcode Снимка 新闻 می‌شود") == "Ünïcode Снимка 新闻 می‌شود"


def test_a_passage_is_marked_in_its_context(capsys: pytest.CaptureFixture[str]) -> None:
    text = "x" * 300 + " The minister denied it. " + "y" * 300
    print_passage(report("one", text), at(text, "The minister denied it."))
    out = capsys.readouterr().out
    assert "»The minister denied it.«" in out
    assert out.startswith("…")
    assert out.rstrip().endswith("…")


def test_a_passage_at_the_very_start_has_no_ellipsis(capsys: pytest.CaptureFixture[str]) -> None:
    print_passage(report("one", "It is so."), Span(0, 2))
    assert capsys.readouterr().out == "»It« is so.\n"
