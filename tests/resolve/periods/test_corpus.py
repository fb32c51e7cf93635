"""How often types and values agree with annotated news: floors that may only be raised."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.find.times.expressions import times
from retold.model import Report, Span
from retold.resolve.periods.intervals import periods

FLOORS = {"data/times/timebank": 0.825, "data/times/aquaint": 0.75}
"""Value F1 without syntax, as TempEval-3 reckons it; with the tense of the verbs it is up to 0.01 higher."""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.corpus
@pytest.mark.parametrize("corpus", FLOORS)
def test_values_agree_with_annotators(corpus: str, shared: Callable[[str], Path]) -> None:
    folder = shared(corpus)
    gold = [(r["report"], int(r["start"]), int(r["end"]), r["value"]) for r in rows(folder / "gold.tsv")]
    right = predicted = 0
    for row in rows(folder / "metadata.tsv"):
        text = (folder / "text" / row["report"]).read_bytes().decode()
        report = Report(name=row["report"], text=text, digest="", body=(Span(0, len(text)),))
        found = periods(times(report, ()), published=row["published"])
        predicted += len(found)
        mine = [g for g in gold if g[0] == row["report"]]
        right += sum(any(g[1] < t.span.end and t.span.start < g[2] and g[3] == t.value for g in mine) for t in found)
    assert 2 * right / (predicted + len(gold)) >= FLOORS[corpus]
