"""An affair is a set of reports of which people said what descends from one original.

A folder holds `text/`, `metadata.tsv`, `families.tsv` (report, outlet, family or "solo", role, ..., confidence in the eighth
column) and perhaps `ambiguous.tsv` (couples whose pairs count as neither right nor wrong). Where it holds several affairs,
a pattern on the reports' names or families tells them apart; what tells none stands beside each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from retold.compare.affinity import Signals, collection, signals
from retold.compare.fingerprints import fingerprints
from retold.compare.held import with_held
from retold.compare.parted import crediting
from retold.find.credits import credits
from retold.model import Reading, Report
from retold.read.files import Bounds, reports

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Affair:
    """The reports of an affair, held side by side."""

    name: str
    reports: tuple[str, ...]
    families: dict[str, str]
    """The family of each report labelled with confidence; one of its own where it stands alone."""
    open: frozenset[Pair]
    """Pairs that count as neither right nor wrong."""
    signals: dict[Pair, Signals]
    crediting: frozenset[int]
    """Reports that credit somebody for their whole story."""

    def same(self, pair: Pair) -> bool | None:
        """Return whether two reports are of one family; None where nobody can say."""
        one, other = (self.families.get(self.reports[i]) for i in pair)
        return None if one is None or other is None or pair in self.open else one == other


def affairs(folder: Path, apart: re.Pattern[str] | None) -> Iterator[Affair]:
    """Yield the affairs of a folder. Raises `OSError` where it holds no `families.tsv`."""
    read = reports([folder / "text"], metadata=folder / "metadata.tsv", bounds=Bounds())
    given = {Path(r.name).name: Reading(report=r, credits=credits(r)) for r in read if isinstance(r, Report)}
    labels = _families(folder)
    of = {name: _apart(apart, name, labels.get(name, "")) for name in given}
    for name in sorted({a for a in of.values() if a}) or [""]:
        mine = [r for r in given if of[r] in (name, "")]
        yield _affair(f"{folder.name} {name}".strip(), {r: given[r] for r in mine}, labels, _ambiguous(folder))


def _apart(pattern: re.Pattern[str] | None, name: str, family: str) -> str:
    found = pattern and (pattern.search(name) or pattern.search(family))
    return found.group() if found else ""


def _families(folder: Path) -> dict[str, str]:
    rows = [line.split("\t") for line in (folder / "families.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    sure = [row for row in rows if row[3] != "partial" and row[7] != "low"]
    return {row[0]: f"solo:{Path(row[0]).stem}" if row[2] == "solo" else row[2] for row in sure}


def _ambiguous(folder: Path) -> set[frozenset[str]]:
    path = folder / "ambiguous.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {frozenset(line.split("\t")[:2]) for line in lines}


def _affair(name: str, given: dict[str, Reading], labels: dict[str, str], ambiguous: set[frozenset[str]]) -> Affair:
    names, held = tuple(given), collection(with_held(fingerprints(list(given.values()))))
    pairs = list(combinations(range(len(names)), 2))
    families = {r: labels[r] for r in names if r in labels}

    def called(report: str) -> tuple[str, str]:
        return families.get(report, report), Path(report).stem

    doubtful = {
        (i, j)
        for i, j in pairs
        if families.get(names[i]) != families.get(names[j])
        and any(frozenset((a, b)) in ambiguous for a in called(names[i]) for b in called(names[j]))
    }
    return Affair(
        name=name,
        reports=names,
        families=families,
        open=frozenset(doubtful),
        signals={(i, j): signals(held, i, j) for i, j in pairs},
        crediting=crediting(held),
    )
