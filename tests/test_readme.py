"""The README's session is real: what it shows of the demo stands in what the demo prints."""

from __future__ import annotations

import re
from pathlib import Path

from tests.affair import Affair
from tests.running import AFFAIR, ran

ROOT = Path(__file__).parents[1]


def _session(command: str) -> list[str]:
    """The lines under a command in the README, with the example's folder as the demo names it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(rf"^\$ {re.escape(command)}[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert match, command
    return [line for line in match.group(1).splitlines() if line.strip() not in ("", "...")]


def test_the_session_is_what_the_demo_prints(affair: Affair) -> None:
    printed = [line.replace(f"{AFFAIR}/", "examples/affair/") for line in affair.first.out.splitlines()]
    for line in _session("make demo"):
        shown = line.removesuffix(" ...")
        assert any(p.startswith(shown) if shown != line else p == line for p in printed), line


def test_the_passage_is_what_show_prints() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    place = re.search(r"retold show (\S+)", text)
    assert place
    shown = ran("show", str(ROOT / place.group(1))).out
    assert "\n".join(_session(".venv/bin/retold show")) in "\n".join(line for line in shown.splitlines() if line.strip())
