"""What every page needs is made ready before a reader asks, and never in a way that he would pay for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from retold.record.as_of import NOW
from retold.record.case import Case
from retold.record.excerpt.selected import selected
from retold.show.pages import warm


def test_a_case_is_read_through_only_where_the_memory_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, opened = tmp_path / "a.case", list[Path]()
    path.write_bytes(b"x" * 3_000_000)
    real = Path.open

    def noted(self: Path, *given: Any, **more: Any) -> Any:
        opened.append(self)
        return real(self, *given, **more)

    monkeypatch.setattr(Path, "open", noted)
    warm._read_through(path)
    assert opened == [path]
    monkeypatch.setattr(warm, "HELD", 0.0)
    warm._read_through(path)
    assert opened == [path]


def test_what_the_first_page_asks_for_is_there_when_a_case_is_ready(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "LATER", ())
    monkeypatch.setattr(warm, "AFTER", 0.0)
    warm.ready(own)
    with Case(own, create=False, readonly=True) as case:
        assert {"counts", "order", "several"} <= selected(case, NOW).state.made.keys()


def test_a_case_that_cannot_be_read_keeps_nobody_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "LATER", ())
    monkeypatch.setattr(warm, "AFTER", 0.0)
    monkeypatch.setattr(warm, "LONGEST", 60.0)
    warm.ready(tmp_path / "none.case")
