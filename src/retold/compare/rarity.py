"""What two reports share counts by how rare it is among the reports at hand: the names that everybody has say little.

Weights are inverse document frequencies, smoothed; pairs worth a look come from an index of what few reports have.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from retold.compare.rare_facts import policy

Other = TypeVar("Other", int, str)


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each key is among the reports at hand, as the square of a weight, and the square of each bundle's length."""

    squares: Mapping[str, float]
    bundles: Sequence[frozenset[str]]
    norms: Sequence[float]

    def cosine(self, i: int, j: int) -> float:
        """Return the cosine of two reports' bundles, 0 to 1."""
        shared = self.bundles[i] & self.bundles[j]
        if not shared:
            return 0.0
        return sum(map(self.squares.__getitem__, shared)) / math.sqrt(self.norms[i] * self.norms[j])


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """In how many of so many reports each key stands; keys that nobody asks for may be left out."""

    reports: int
    counts: Mapping[str, int]


def frequency(bundles: Sequence[frozenset[str]]) -> Frequency:
    """Return in how many of the bundles each key stands."""
    return Frequency(reports=len(bundles), counts=Counter(key for bundle in bundles for key in bundle))


def rarity(bundles: Sequence[frozenset[str]], among: Frequency | None = None) -> Rarity:
    """Return weights as inverse document frequency, smoothed: what all of ten reports on one affair have is not common yet.

    The names and numbers of a story that most of a small collection tell would otherwise say least of all.
    `among` counts the keys where the bundles are but some of a collection.
    """
    known = among or frequency(bundles)
    smooth = policy()["smooth"]
    squares = {k: math.log((known.reports + smooth) / (n + smooth / 10)) for k, n in known.counts.items()}
    return Rarity(squares, bundles, [sum(squares[k] for k in bundle) for bundle in bundles])


def candidates(rare: Rarity) -> set[tuple[int, int]]:
    """Return the pairs that share most, by rarity, of the facts that few reports have; at most so many a report."""
    rows, index = policy(), _index(rare)
    found: set[tuple[int, int]] = set()
    for i, bundle in enumerate(rare.bundles):
        near = [(others, rare.squares[key] ** 2) for key in bundle if (others := index.get(key)) is not None]
        if near:  # one that is truly rare finds more than many that are not
            each = np.repeat([weight for _, weight in near], [len(others) for others, _ in near])
            others, which = np.unique(np.concatenate([others for others, _ in near]), return_inverse=True)
            scores = np.bincount(which, each).round(9)
            scores[others == i] = 0.0
            best = np.argsort(-scores, kind="stable")[: rows["neighbours"]]
            found.update((min(i, j), max(i, j)) for j in others[best[scores[best] > 0.0]].tolist())
    return found


def _index(rare: Rarity) -> dict[str, NDArray[np.int32]]:
    """Return in which reports each fact stands that stands in several, but not in too many."""
    most, index = policy()["present"], dict[str, list[int]]()
    for i, bundle in enumerate(rare.bundles):
        for key in bundle:
            index.setdefault(key, []).append(i)
    return {key: np.array(having, np.int32) for key, having in index.items() if 1 < len(having) <= most}


def nearest(scores: Mapping[Other, float]) -> list[Other]:
    """Return the reports of highest score, as many as the table allows a report."""
    return sorted(scores, key=lambda other: (-round(scores[other], 9), other))[: policy()["neighbours"]]
