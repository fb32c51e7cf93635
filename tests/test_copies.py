"""The news that the benches are run on: the same every time, and it is known which reports are of one story."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import copies
from benchmarks.reports import EXAMPLES

from retold.compare.reuse import overlap, shingles
from retold.model import Reading


@pytest.fixture(autouse=True)
def _example_affair(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories are made of the example affair, wherever the corpora are."""
    monkeypatch.setattr(copies, "CORPUS", EXAMPLES)
    copies.source.cache_clear()
    copies._house.cache_clear()


def _tellings(folder: Path, *made: tuple[int, int]) -> dict[tuple[int, int], Reading]:
    path = folder / "made.json"
    path.write_bytes(copies._made(made))
    return dict(zip(made, (reading for _, reading in copies.readings(path)), strict=True))


def test_the_same_story_is_told_the_same_every_time() -> None:
    assert copies._made([(3, 0), (3, 1)]) == copies._made([(3, 0), (3, 1)])


def test_tellings_of_a_story_share_passages_and_other_stories_hardly_any(tmp_path: Path) -> None:
    made = _tellings(tmp_path, *((story, k) for story in (1, 2) for k in range(6)))
    marks = {key: shingles(reading.report) for key, reading in made.items()}
    same = [overlap(marks[story, 0], marks[story, k]).contained for story in (1, 2) for k in range(1, 6)]
    other = [overlap(marks[1, j], marks[2, k]).contained for j in range(6) for k in range(6)]
    assert min(same) > 0.3
    assert max(other) < 0.1


def test_a_credit_stands_where_it_says(tmp_path: Path) -> None:
    made = _tellings(tmp_path, *((7, k) for k in range(1, 20)))
    credits = [(reading.report.text, credit) for reading in made.values() for credit in reading.credits]
    assert credits
    assert all(text[slice(*credit.span)] == credit.name for text, credit in credits)


def test_some_stories_are_told_once_and_none_too_often() -> None:
    sizes = list(copies._sizes(5_000))
    assert sum(sizes) >= 5_000
    assert 0.4 < sizes.count(1) / len(sizes) < 0.6
    assert max(sizes) <= copies.LARGEST
