"""The page of a person or body tells what people ruled on who and what he is, however many rulings a case holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.record import Case
from retold.show.pages.content.who import rulings_on
from tests.running import ran

ONE = "Ilse Marrow met Tomas Verrin in Selm on 3 May 2031. The court fined Ilse Marrow 4,000 crowns, a clerk said."
TWO = "Mrs Ilse Marrow, of Selm, was seen in Tarn on Friday. Tomas Verrin was not."
MARROW, VERRIN = ("0-11", "4-15"), ("16-28", "54-66")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        Path(name).write_text(text, encoding="utf-8")
    assert ran("trace", "one.txt", "two.txt", "--case", "c").status == 0
    return "c"


def actor(case: Case, name: str) -> str:
    return next(each.id for each in case.trace().actors if each.name == name)


def asked(case: Case, of: str) -> tuple[list[int], int]:
    """Return the numbers of the rulings on somebody, and how many queries that took."""
    queries: list[str] = []
    case.connection.set_trace_callback(queries.append)
    found = [each.id for each in rulings_on(case, of)]
    case.connection.set_trace_callback(None)
    return found, len(queries)


def test_rulings_on_somebody_are_told_the_latest_first_and_asked_for_at_once(case: str) -> None:
    assert ran("people", case, "merge", f"one.txt:{MARROW[0]}", f"two.txt:{MARROW[1]}").status == 0
    with Case(case, readonly=True) as opened:
        found, queries = asked(opened, actor(opened, "Ilse Marrow"))
        assert found == [1]
    assert ran("people", case, "merge", f"one.txt:{VERRIN[0]}", f"two.txt:{VERRIN[1]}").status == 0
    assert ran("rule", case, "kind", f"one.txt:{MARROW[0]}", "body").status == 0
    with Case(case, readonly=True) as opened:
        assert asked(opened, actor(opened, "Tomas Verrin")) == ([2], queries)
        assert asked(opened, actor(opened, "Ilse Marrow")) == ([3, 1], queries)
