"""What two reports share counts by how rare it is among the reports at hand: the names that everybody has say little.

Weights are inverse document frequencies, smoothed; pairs worth a look come from an index of what few reports have.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

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
    rows, bundles = policy(), rare.bundles
    index: dict[str, list[int]] = {}
    for i, bundle in enumerate(bundles):
        for key in bundle:
            index.setdefault(key, []).append(i)
    found: set[tuple[int, int]] = set()
    for i, bundle in enumerate(bundles):
        scores: dict[int, float] = {}
        for key in bundle:
            if len(index[key]) <= rows["present"]:
                weight = rare.squares[key] ** 2  # one that is truly rare finds more than many that are not
                for j in index[key]:
                    scores[j] = scores.get(j, 0.0) + weight
        scores.pop(i, None)
        found.update((min(i, j), max(i, j)) for j in nearest(scores))
    return found


def nearest(scores: Mapping[Other, float]) -> list[Other]:
    """Return the reports of highest score, as many as the table allows a report."""
    return sorted(scores, key=lambda other: (-round(scores[other], 9), other))[: policy()["neighbours"]]
