"""A softmax over the candidates of each statement, fitted by gradient descent with a ridge (a conditional logit: McFadden 1974).

Where several candidates are right, their shares are added. Weights few statements tell of are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from retold.resolve.spoken_of import worth
from training.spoken_of.labels import Labelled

Numbers = NDArray[np.float64]

SEEN = 12
"""Candidates that a piece of evidence must be seen in."""
RIDGE, RATE, STEPS, KEEP = 0.002, 0.05, 400, 0.9
"""The weight of the ridge, the length of a step, how many there are, and the share of each that the next one keeps."""
FOLDS = 8
"""Parts of the reports that are kept out of fitting in turn."""
LIKED = {"chosen": 0.5, "nobody chosen": 0.5, "described": 0.5, "named otherwise": 0.5}
"""What `find` chose is left for what is clearly likelier alone: a reader accepts more than one answer."""


def fitted(rows: Sequence[Labelled]) -> dict[str, float]:
    """Return the weight of each piece of evidence."""
    seen = Counter(name for row in rows for each in row.candidates for name, value in each.evidence.items() if value)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    tables = [np.array([[each.evidence.get(name, 0.0) for name in names] for each in row.candidates]) for row in rows]
    rights = [np.array(row.right, dtype=float) for row in rows]
    weights, moved = np.zeros(len(names)), np.zeros(len(names))
    for _ in range(STEPS):
        slope = sum((_slope(x, right, weights) for x, right in zip(tables, rights, strict=True)), np.zeros(len(names)))
        moved = KEEP * moved + slope / len(rows) - 2 * RIDGE * weights
        weights = weights + RATE * moved
    return dict(zip(names, weights.tolist(), strict=True))


def _slope(x: Numbers, right: Numbers, weights: Numbers) -> Numbers:
    """Return how the logarithm of the share of the right candidates grows with each weight."""
    scores = np.exp(x @ weights - (x @ weights).max())
    among, wanted = scores / scores.sum(), scores * right / (scores * right).sum()
    slope: Numbers = (wanted - among) @ x
    return slope


def across(rows: Sequence[Labelled]) -> tuple[float, float]:
    """Return which share is right as `find` chose, and as weighed with each report kept out of fitting."""
    reports = sorted({row.report for row in rows})
    part = {name: n % FOLDS for n, name in enumerate(reports)}
    right = 0
    for n in range(FOLDS):
        weights = fitted([row for row in rows if part[row.report] != n])
        right += sum(_taken(row, weights) for row in rows if part[row.report] == n)
    return sum(row.right[row.chosen] for row in rows) / len(rows), right / len(rows)


def _taken(row: Labelled, weights: Mapping[str, float]) -> bool:
    scores = [
        worth(each, weights) + sum(LIKED.get(name, 0.0) * value for name, value in each.evidence.items())
        for each in row.candidates
    ]
    return bool(row.right[scores.index(max(scores))])
