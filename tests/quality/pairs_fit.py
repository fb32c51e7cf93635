"""How much each scale of `against.toml` speaks for each kind, fitted to labelled pairs: few numbers, most of them shared.

One number says how much one matter speaks for what is weaker or stronger, one (with two signs) how much a firmer telling does.
Multinomial logistic regression with an L2 penalty, each kind counting alike however many pairs it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from retold.compare.scales import Verdict, Weights, sums, verdict
from tests.quality.claim_pairs import LABELS

KINDS: tuple[Verdict, ...] = ("same", "weaker", "stronger", "contradicts", "updates", "unrelated")
SHARED: tuple[Mapping[tuple[Verdict, str], int], ...] = (
    {("same", "one matter"): 1},
    {("weaker", "one matter"): 1, ("stronger", "one matter"): 1},
    {("unrelated", "one matter"): 1},
    {("weaker", "firmer"): -1, ("stronger", "firmer"): 1},
    {("same", "as firm"): 1},
    {("contradicts", "turned"): 1},
    {("updates", "later"): 1},
    {("unrelated", "apart"): 1},
)
"""The numbers that are fitted, beside one a kind that speaks for it always: for which kinds and scales each stands."""
PENALTY, PENALTY_ALWAYS = 1.0, 0.2
"""Strength of the penalty on the square of a number."""
FOLDS, TIMES = 8, 5
"""Parts that pairs are divided into, by pairs of reports, and how often anew."""

Signs = Mapping[str, float]
Numbers = Any


def fit(found: Sequence[Signs], wanted: Sequence[str]) -> Weights:
    """Return the weights that tell the labels of pairs best by their signs."""
    from scipy.optimize import minimize

    rows = _design(found)
    labels = np.array([LABELS.index(each) for each in wanted])
    weights = (len(labels) / len(LABELS) / np.maximum(1, np.bincount(labels, minlength=len(LABELS))))[labels]
    penalty = np.array([PENALTY] * len(SHARED) + [PENALTY_ALWAYS] * len(KINDS))
    at = np.arange(len(labels))

    def loss(numbers: Numbers) -> tuple[float, Numbers]:
        odds = np.tensordot(numbers, rows, 1)
        odds -= odds.max(1, keepdims=True)
        shares = np.exp(odds)
        shares /= shares.sum(1, keepdims=True)
        missed = -(weights * np.log(shares[at, labels])).sum() + (penalty * numbers**2).sum()
        slope = ((rows * shares).sum(2) - rows[:, at, labels]) @ weights + 2 * penalty * numbers
        return float(missed), slope

    return _weights(minimize(loss, np.zeros(len(rows)), jac=True, method="L-BFGS-B").x)


def _design(found: Sequence[Signs]) -> Numbers:
    """Return what each number is multiplied by, for each pair and kind."""
    added = [sums(signs) for signs in found]
    rows = np.zeros((len(SHARED) + len(KINDS), len(found), len(KINDS)))
    for n, shared in enumerate(SHARED):
        for (kind, scale), sign in shared.items():
            rows[n, :, KINDS.index(kind)] = [sign * each[scale] for each in added]
    for n in range(len(KINDS)):
        rows[len(SHARED) + n, :, n] = 1.0
    return rows


def _weights(numbers: Sequence[float]) -> Weights:
    made: dict[Verdict, dict[str, float]] = {
        kind: {"always": round(float(number), 2)} for kind, number in zip(KINDS, numbers[len(SHARED) :], strict=True)
    }
    for number, shared in zip(numbers, SHARED, strict=False):
        for (kind, scale), sign in shared.items():
            made[kind][scale] = round(sign * float(number), 2)
    return made


def out_of_fold(found: Sequence[Signs], wanted: Sequence[str], groups: Sequence[str]) -> Iterator[list[str]]:
    """Yield, for each time anew, what pairs are called by weights fitted to the pairs of other groups."""
    from sklearn.model_selection import StratifiedGroupKFold

    for time in range(TIMES):
        called = [""] * len(found)
        for built, kept in StratifiedGroupKFold(FOLDS, shuffle=True, random_state=time).split(found, wanted, groups):
            weights = fit([found[n] for n in built], [wanted[n] for n in built])
            for n in kept:
                called[n] = verdict(found[n], weights)[0]
        yield called


def as_table(weights: Weights) -> Iterator[str]:
    """Yield the lines of `against.toml` that say what scales speak for."""
    for kind, row in weights.items():
        yield f"[kinds.{kind}]"
        for scale, weight in row.items():
            name = f'"{scale}"' if " " in scale else scale
            yield f"{name} = {weight:.2f}"
