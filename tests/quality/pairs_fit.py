"""How much each sign speaks for passages going together, and for each kind of it, fitted to labelled pairs.

Logistic regression with an L2 penalty on signs brought to one scale. Each pair is learned from both ways round: what is
weaker one way is stronger the other way; only an update has no other way round. Within each half of the kinds, each kind
counts alike.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from retold.compare.against_weighed import ALWAYS, APART, TOGETHER, Weights, verdict
from retold.compare.scales import Verdict

Numbers = Any
Signs = Mapping[str, float]

TURNED: Mapping[str, Verdict] = {
    "same": "same",
    "weaker": "stronger",
    "stronger": "weaker",
    "contradicts": "contradicts",
    "unrelated": "unrelated",
}
"""What a label is with both passages exchanged."""
LOSS = 0.006
"""How much the loss of one pair counts beside the penalty."""
ONCE = 1.6
"""How much a pair counts that is learned from one way only."""
STEPS = 15
"""Steps of Newton's method: far more than it takes."""
FOLDS, TIMES = 8, 3
"""Parts that pairs are divided into, by what must not be parted, and how often anew."""
DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The signs of a pair as it is, with both passages exchanged, and what it was labelled."""

    signs: Signs
    exchanged: Signs
    label: str


def fit(examples: Sequence[Example]) -> Weights:
    """Return the weights that tell the labels of pairs best by their signs."""
    both = [(e.signs, e.label, 1.0 if e.label in TURNED else ONCE) for e in examples]
    both += [(e.exchanged, TURNED[e.label], 1.0) for e in examples if e.label in TURNED]
    names = sorted({name for signs, _, _ in both for name in signs})
    raw = np.array([[signs.get(name, 0.0) for name in names] for signs, _, _ in both])
    labels, counts = np.array([label for _, label, _ in both]), np.array([count for _, _, count in both])
    usual, spread = raw.mean(0), raw.std(0)
    spread[spread == 0] = 1.0
    x = (raw - usual) / spread
    together = np.isin(labels, TOGETHER)
    first = _regressed(x, together.astype(int), counts, 2)
    kinds: dict[Verdict, dict[str, float]] = {}
    for half, chosen in ((TOGETHER, together), (APART, ~together)):
        found = _regressed(
            x[chosen], np.array([half.index(each) for each in labels[chosen]]), _alike(labels[chosen], counts[chosen]), len(half)
        )
        kinds.update((kind, _row(names, row, spread)) for kind, row in zip(half, found, strict=True))
    return Weights(
        usual={name: round(float(value), DIGITS) for name, value in zip(names, usual, strict=True)},
        together=_row(names, first[1] - first[0], spread),
        kinds=kinds,
    )


def _alike(labels: Numbers, counts: Numbers) -> Numbers:
    """Return how much each pair counts where each label is to count alike."""
    kinds, at = np.unique(labels, return_inverse=True)
    return counts * (len(labels) / len(kinds) / np.bincount(at))[at]


def _row(names: Sequence[str], row: Numbers, spread: Numbers) -> dict[str, float]:
    made = {name: round(float(weight), DIGITS) for name, weight in zip(names, row[:-1] / spread, strict=True)}
    return {ALWAYS: round(float(row[-1]), DIGITS), **{name: weight for name, weight in made.items() if weight}}


def _regressed(x: Numbers, labels: Numbers, counts: Numbers, kinds: int) -> Numbers:
    """Return the weights (kinds, signs and one for always) of a multinomial logistic regression, by Newton's method."""
    x = np.hstack([x, np.ones((len(x), 1))])
    width = x.shape[1]
    penalty = np.tile(np.r_[np.ones(width - 1), 1e-6], kinds)
    wanted, found = np.eye(kinds)[labels], np.zeros((kinds, width))
    for _ in range(STEPS):
        odds = x @ found.T
        odds = np.exp(odds - odds.max(1, keepdims=True))
        shares = odds / odds.sum(1, keepdims=True)
        slope = LOSS * ((shares - wanted) * counts[:, None]).T @ x
        bend = np.zeros((kinds, width, kinds, width))
        for one in range(kinds):
            for two in range(one, kinds):
                pull = LOSS * counts * shares[:, one] * ((one == two) - shares[:, two])
                bend[one, :, two] = bend[two, :, one] = x.T @ (pull[:, None] * x)
        bend = bend.reshape(kinds * width, -1) + np.diag(penalty)
        found = found - np.linalg.solve(bend, slope.ravel() + penalty * found.ravel()).reshape(kinds, width)
    return found


def out_of_fold(examples: Sequence[Example], groups: Sequence[str]) -> Iterator[list[str]]:
    """Yield, for each time anew, what pairs are called by weights fitted to the pairs of other groups."""
    for time in range(TIMES):
        called = [""] * len(examples)
        for kept in _folds(groups, time):
            fitted = fit([example for n, example in enumerate(examples) if n not in kept])
            for n in kept:
                called[n] = verdict(examples[n].signs, fitted)[0]
        yield called


def _folds(groups: Sequence[str], time: int) -> list[frozenset[int]]:
    """Return the pairs of each part; groups go whole, the largest first, to the part that has least."""
    members: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        members[group].append(n)
    names = sorted(members)
    random.Random(time).shuffle(names)
    parts: list[list[int]] = [[] for _ in range(FOLDS)]
    for name in sorted(names, key=lambda each: -len(members[each])):
        min(parts, key=len).extend(members[name])
    return [frozenset(part) for part in parts if part]


def as_table(fitted: Weights) -> Iterator[str]:
    """Yield the lines of `against_weights.toml`."""
    rows = {"usual": fitted.usual, "together": fitted.together, **{f"kinds.{kind}": row for kind, row in fitted.kinds.items()}}
    for name, row in rows.items():
        yield f"\n[{name}]"
        for sign, weight in row.items():
            yield f'"{sign}" = {weight}'
