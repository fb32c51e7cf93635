"""A case that several processes check is told whole, or damaged, as one that a single process checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold import checked
from retold.record import Case
from retold.record.check import check, parts
from tests.running import finders, nothing, ran, reports


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case of three reports, large enough to be spread."""
    monkeypatch.setattr(checked, "MANY", 3)
    path = tmp_path / "a.case"
    with finders(nothing):
        assert ran("trace", reports(tmp_path / "in", 3), "--case", path).status == 0
    return path


def test_a_whole_case_is_whole_for_several_processes(case: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with Case(case, readonly=True) as opened:
        assert checked.checked(opened, watch=lambda *part: told.append(part)) == ()
        assert [each[1:] for each in told] == [(n, len(parts(opened))) for n in range(len(told))]
        assert len(told) == len(parts(opened)) > 3


def test_damage_is_told_in_the_same_words_and_order(case: Path) -> None:
    with Case(case, create=False) as opened:
        opened.select("UPDATE texts SET text = text || '!'")
        opened.select("UPDATE reports SET retracted_at = '2000-01-01T00:00:00.000Z' WHERE id = 2")
    with Case(case, readonly=True) as opened:
        found = checked.checked(opened)
        assert len(found) > 3
        assert found == check(opened)


def test_what_another_program_wrote_meanwhile_is_not_looked_at_elsewhere(case: Path) -> None:
    with Case(case, readonly=True) as opened:
        (part, *_) = parts(opened)
        assert checked._found((case, 0, part)) is None
        assert [found for found, _ in checked._spread(opened, (part,))] == [()]
