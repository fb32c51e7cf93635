"""Floors on the measuring data: they may only be raised."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from retold.model import Reading
from retold.pipeline import find, read

FLOORS = {
    "company": {"found": 0.95, "right": 0.72, "precision": 0.75},
    "seeds": {"found": 0.92, "typed": 0.88, "right": 0.80},
}


def scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("facts_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def printed(reading: Reading) -> list[dict[str, Any]]:
    return [{**asdict(f), "report": reading.report.name} for f in reading.facts]


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "gold", "reports"),
    [("company", "data/company/facts.tsv", "data/company/text"), ("seeds", "gold/seeds.tsv", "seeds")],
)
def test_facts_of_labelled_reports(
    shared: Callable[[str], Path], tmp_path: Path, name: str, gold: str, reports: str, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = [fact for reading in find(read(shared(reports))) if isinstance(reading, Reading) for fact in printed(reading)]
    trace = tmp_path / "trace.json"
    trace.write_text(json.dumps({"facts": facts}, default=str), encoding="utf-8")
    result = scorer(shared("score/facts.py")).main(str(trace), str(shared(gold)), str(shared(reports)))
    capsys.readouterr()
    assert {key: result[key] for key, floor in FLOORS[name].items() if result[key] < floor} == {}
