"""How well families found agree with those that people told: B-cubed, and how many of the pairs put together are right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retold.compare.affinity import odds, weights
from retold.compare.grouping import groups
from retold.compare.parted import tied
from training.families.affairs import Affair


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Figures from 0 to 1."""

    b_cubed: float
    """F1 of the B-cubed precision and recall (Bagga and Baldwin, 1998)."""
    precision: float
    """Share of the pairs put into one family that belong there."""

    def __str__(self) -> str:
        return f"{self.b_cubed:.3f} ({self.precision:.2f})"


def agreement(affair: Affair, weighed: Mapping[str, float]) -> Agreement:
    """Return how well the families that these weights find in an affair agree with its labels."""
    odds_of = {pair: odds(found, weighed) for pair, found in affair.signals.items()}
    rows = weights()["grouping"]
    likely = [pair for pair, value in odds_of.items() if value > rows["cut"] - rows["margin"]]
    found = groups(len(affair.reports), likely, lambda i, j: odds_of[i, j], cut=rows["cut"], sample=rows["sample"])
    found = tied(found, affair.signals, affair.crediting)
    together = {i: [j for j in group if affair.reports[j] in affair.families] for group in found for i in group}
    labelled = [i for i, name in enumerate(affair.reports) if name in affair.families]
    precision = recall = right = put = 0.0
    for i in labelled:
        mates = [j for j in together[i] if j == i or (min(i, j), max(i, j)) not in affair.open]
        alike = sum(_family(affair, j) == _family(affair, i) for j in mates)
        precision += alike / len(mates) / len(labelled)
        recall += alike / sum(_family(affair, j) == _family(affair, i) for j in labelled) / len(labelled)
        right, put = right + alike - 1, put + len(mates) - 1
    return Agreement(b_cubed=2 * precision * recall / (precision + recall), precision=right / put if put else 1.0)


def _family(affair: Affair, i: int) -> str:
    return affair.families[affair.reports[i]]
