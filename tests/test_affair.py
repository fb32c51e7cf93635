"""The example affair from end to end: the brief to the letter, and how much of what a reader sees in it is found."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.affair import Affair
from tests.running import AFFAIR, ran

EXAMPLES = AFFAIR.parent

TYPED = 0.6
"""Share of the labelled facts that are found with their kind; may only be raised."""
IN_FAMILY = 18
"""Reports of nineteen whose family is the right one; may only be raised."""


@pytest.fixture(scope="module")
def record(affair: Affair) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ran("brief", affair.case, "--json").out)
    return found


def _table(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_brief_is_the_one_that_was_read_and_found_right(affair: Affair, snapshot: SnapshotAssertion) -> None:
    """After a change that is meant, read the difference, then `pytest --snapshot-update`."""
    assert affair.first.out.replace(f"{AFFAIR}/", "") == snapshot


def test_reports_stand_with_those_that_retell_the_same_original(record: dict[str, Any]) -> None:
    told: dict[str, list[str]] = defaultdict(list)
    labelled = {row["report"]: row["family"] for row in _table("affair-families.tsv")}
    for report in record["reports"]:
        told[report["family"] or report["report"]].append(Path(report["report"]).name)
    right = 0
    for members in told.values():
        families = [labelled[name] for name in members]
        most = max(set(families), key=families.count)
        right += len(members) if most == "solo" and len(members) == 1 else families.count(most) if most != "solo" else 0
        right -= most != "solo" and len(members) == 1
    assert right >= IN_FAMILY


def test_the_labelled_facts_are_found(record: dict[str, Any]) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in AFFAIR.glob("*.txt")}
    rows = [row for row in _table("affair-facts.tsv") if row["kind"] not in ("credit", "across")]
    hits = [row for row in rows if _found(row, record["facts"], texts)]
    assert len(hits) / len(rows) >= TYPED


def _found(row: dict[str, str], facts: list[dict[str, Any]], texts: dict[str, str]) -> bool:
    """Whether a fact of the row's kind covers at least half of its words."""
    name = next(n for n in texts if n.startswith(row["report"].removesuffix(".txt")))
    start = texts[name].index(row["words"])
    end = start + len(row["words"])
    return any(
        2 * (min(f["span"][1], end) - max(f["span"][0], start)) >= end - start
        for f in facts
        if Path(f["report"]).name == name and f["kind"] == row["kind"]
    )


def test_an_original_that_is_held_is_told_from_one_that_is_only_named(record: dict[str, Any]) -> None:
    originals = {(o["name"], o["held"]) for r in record["reports"] if (o := r["original"])}
    assert ("Astrel", True) in originals
    assert any(name.startswith("Lodestar") and not held for name, held in originals)


def test_a_claim_of_many_copies_has_one_origin(record: dict[str, Any]) -> None:
    copied = [c for c in record["claims"] if c["reports"] >= 3]
    assert any(c["origins"] == 1 for c in copied)
    assert all(c["origins"] <= c["reports"] for c in record["claims"])


def test_the_reward_that_rises_is_one_measure_updated(record: dict[str, Any]) -> None:
    assert any("2,000,000" in r["reason"] and "5,000,000" in r["reason"] for c in record["claims"] for r in c["relations"])


def test_what_changed_in_the_retelling_is_told(record: dict[str, Any]) -> None:
    kinds = {d["kind"] for c in record["claims"] for d in c["drift"]}
    assert {"hedge dropped", "source count changed"} <= kinds
