"""The command reference is what the commands say of themselves: `make docs` writes it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_reference_is_what_the_commands_say() -> None:
    command = [sys.executable, "-m", "typer", "retold.show.cli", "utils", "docs", "--name", "retold", "--title", "Commands"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert PAGE.read_text(encoding="utf-8").strip() == said.strip(), "run `make docs`"
