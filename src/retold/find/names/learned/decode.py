"""Scores of words -> names: the likeliest row of begin and inside tags in which no name goes on that has not begun (Viterbi)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retold.find.encoder.base import Floats
from retold.model import Kind

KINDS: tuple[Kind, ...] = ("person", "body", "place", "other")
TAGS = 1 + 2 * len(KINDS)
"""Outside, then begin and inside of each kind."""
OUTSIDE = 0
NEVER = np.float32(-1e9)

Ints = NDArray[np.int64]


def shares(scores: Floats) -> Floats:
    """Return for each unit how likely it is outside and in a name of each kind: (units, 1 + kinds), rows add up to 1."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    by_kind = odds[:, 1:].reshape(len(odds), len(KINDS), 2).sum(axis=2)
    return np.concatenate([odds[:, :1], by_kind], axis=1)


def tags(scores: Floats) -> Ints:
    """Return the likeliest valid tags of units in a row; `scores` is (units, TAGS), any that differ by a constant a unit."""
    if not len(scores):
        return np.zeros(0, dtype=np.int64)
    best, back = scores[0] + _STARTS, np.zeros((len(scores), TAGS), dtype=np.int64)
    for at in range(1, len(scores)):
        through = best[:, None] + _STEPS
        back[at] = through.argmax(axis=0)
        best = through.max(axis=0) + scores[at]
        best -= best.max()
    found = np.zeros(len(scores), dtype=np.int64)
    found[-1] = best.argmax()
    for at in range(len(scores) - 1, 0, -1):
        found[at - 1] = back[at, found[at]]
    return found


def runs(tagged: Ints) -> list[tuple[int, int, int]]:
    """Return the names that tags mark: first unit, end unit, number of the kind among `KINDS`."""
    out: list[tuple[int, int, int]] = []
    begins = np.flatnonzero(tagged % 2 == 1)
    for begin in begins.tolist():
        end = begin + 1
        while end < len(tagged) and tagged[end] == tagged[begin] + 1:
            end += 1
        out.append((begin, end, (int(tagged[begin]) - 1) // 2))
    return out


def _steps() -> Floats:
    steps = np.zeros((TAGS, TAGS), dtype=np.float32)
    for inside in range(2, TAGS, 2):
        steps[:, inside] = NEVER
        steps[[inside - 1, inside], inside] = 0
    return steps


_STEPS = _steps()
_STARTS = np.array([NEVER if tag and tag % 2 == 0 else 0 for tag in range(TAGS)], dtype=np.float32)
