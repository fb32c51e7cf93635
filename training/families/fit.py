"""The weights are a logistic regression on pairs: few signals, each of which may speak one way only.

What a weight may not be told by one affair it must not learn from it: where all retellings credit one agency, the rest
would seem not to matter. So each pair is learned from twice, as it is and as if nobody credited anybody; each affair counts
alike, and within it pairs of one family as much as the others. A ridge keeps what an affair does not tell near nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from retold.compare.affinity import Signals, parts
from training.families.affairs import Affair

Numbers = NDArray[np.float64]

SIGNS = {
    "bias": 0,
    "jaccard": 1,
    "contained": 1,
    "bulk": 1,
    "facts": 1,
    "matters": 1,
    "foreign": 0,
    "credit": 1,
    "passing": -1,
    "against": -1,
    "gap": -1,
    "absent": -1,
}
"""Which way each signal may speak; 0 for either."""
RIDGE = 0.001
STEPS = 6_000


def fitted(affairs: Sequence[Affair]) -> dict[str, float]:
    """Return the weight of each signal, fitted on the affairs."""
    found = [_examples(affair) for affair in affairs]
    x, y, counts = (np.concatenate([each[k] for each in found]) for k in range(3))
    return dict(zip(SIGNS, _descended(x, 2 * y - 1, counts / len(affairs)).tolist(), strict=True))


def _examples(affair: Affair) -> tuple[Numbers, Numbers, Numbers]:
    """Return the signals of each pair in its two views, whether it is of one family, and how much it counts."""
    known = [(found, same) for pair, found in affair.signals.items() if (same := affair.same(pair)) is not None]
    x = np.array([_row(parts(view)) for found, _ in known for view in (found, _uncredited(found))])
    y = np.repeat(np.array([float(same) for _, same in known]), 2)
    share = y.mean()
    counts = (np.where(y > 0, 0.25 / max(share, 1e-9), 0.25 / max(1 - share, 1e-9)) + 0.5) / len(y)
    return x, y, counts


def _row(signals: Mapping[str, float]) -> list[float]:
    return [signals[name] for name in SIGNS]


def _uncredited(found: Signals) -> Signals:
    return replace(found, credit=0.0, passing=0.0, against=0.0, agency=None, copies=False)


def _descended(x: Numbers, sides: Numbers, counts: Numbers) -> Numbers:
    """Return the weights of least loss within the signs (accelerated projected gradients; Beck and Teboulle, 2009)."""
    signs = np.array(list(SIGNS.values()))
    low, high = np.where(signs > 0, 0.0, -np.inf), np.where(signs < 0, 0.0, np.inf)
    step = 1 / (0.25 * np.linalg.norm(x * np.sqrt(counts)[:, None], 2) ** 2 + RIDGE)
    now = ahead = np.zeros(len(signs))
    pace = 1.0
    for _ in range(STEPS):
        slope = -(x.T @ (counts * sides / (1 + np.exp(sides * (x @ ahead))))) + RIDGE * ahead
        then = np.clip(ahead - step * slope, low, high)
        next_pace = (1 + (1 + 4 * pace**2) ** 0.5) / 2
        ahead, now, pace = then + (pace - 1) / next_pace * (then - now), then, next_pace
    return now
