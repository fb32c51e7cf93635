"""What decides a reading decides whether it is found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.record import program


def test_a_corrected_table_is_another_state_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "find").mkdir()
    table = tmp_path / "find" / "cues.toml"
    states = []
    monkeypatch.setattr("retold.record.program.STAGES", ("find",))
    monkeypatch.setattr("retold.record.program.resources.files", lambda _: tmp_path)
    for text in ('say = ["said"]', 'say = ["said"]', 'say = ["said", "quipped"]'):
        table.write_text(text)
        (tmp_path / "find" / "__pycache__").mkdir(exist_ok=True)
        (tmp_path / "find" / "__pycache__" / f"{len(text)}.pyc").touch()
        program.program.cache_clear()
        states.append(program.program())
    program.program.cache_clear()
    assert states[0] == states[1] != states[2]


def test_the_state_of_the_program_stays_while_it_runs() -> None:
    assert program.program() == program.program()
    assert len(program.program()) == 20
