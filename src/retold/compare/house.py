"""What an outlet repeats in report after report is its own furniture, and no sign that two of them are of one original.

Menus and links that reading did not mask, a paragraph of background that is put under every story, a notice on who writes:
they stand in several reports of the outlet that have little else in common. Several copies of one story have most in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from retold.compare.reuse import Hashes, Shingles
from retold.tables import table


def without(reports: Sequence[Shingles], outlets: Sequence[str | None]) -> list[Shingles]:
    """Return the shingles of each report without those that its outlet repeats; `outlets` in the same order."""
    rows = _policy()
    kept, of = list(reports), _by_outlet(outlets)
    for group in of.values():
        if len(group) >= rows["reports"]:
            most = int(rows["looked_at"])
            shown = group if len(group) <= most else [group[k * len(group) // most] for k in range(most)]
            repeated = _repeated([reports[i].hashes for i in shown], rows)
            if len(repeated):
                for i in group:
                    kept[i] = _less(reports[i], repeated)
    return kept


def _policy() -> Mapping[str, float]:
    rows: Mapping[str, float] = table("retold.compare", "weights.toml")["house"]
    return rows


def _by_outlet(outlets: Sequence[str | None]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, outlet in enumerate(outlets):
        if outlet:
            found.setdefault(outlet, []).append(i)
    return found


def _repeated(reports: Sequence[Hashes], rows: Mapping[str, float]) -> Hashes:
    """Return the shingles that stand in several reports of an outlet most of which stands in no other of its reports."""
    often = _standing(reports, rows["reports"])
    mixed = [own for own in reports if len(own) and np.isin(own, often, assume_unique=True).mean() <= rows["share"]]
    return _standing(mixed, rows["reports"])


def _standing(reports: Sequence[Hashes], least: float) -> Hashes:
    hashes, counts = np.unique(np.concatenate([*reports, np.empty(0, np.uint64)]), return_counts=True)
    return hashes[counts >= least]


def _less(report: Shingles, repeated: Hashes) -> Shingles:
    own = ~np.isin(report.hashes, repeated, assume_unique=True)
    weights = report.weights[own]
    words = report.words - int(len(own) - own.sum())
    return Shingles(report.hashes[own], weights, float(weights.sum()), words)
