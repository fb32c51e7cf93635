"""Which passage of a later report tells what which passage of an earlier one told.

A passage is held against those that share its rarer words, names and numbers; the order of telling speaks for a pair
where words leave it open. One later passage may draw on several earlier ones. No more than a bounded number of pairs is
looked at. The measure is the cosine of the shared keys, weighed by how few passages have them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

from rapidfuzz.distance import Indel

from retold.compare.drift.passages import Segment, Text
from retold.compare.drift.policy import Alignment, drift_rules


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A later passage and an earlier one that it draws on; `score` is 0 to 1, `shared` the keys that both have."""

    earlier: Segment
    later: Segment
    score: float
    shared: frozenset[str]
    foreign: bool

    @cached_property
    def close(self) -> bool:
        """Whether the later passage is the earlier one with some words changed."""
        return not self.foreign and self.likeness >= drift_rules().alignment.close

    @cached_property
    def likeness(self) -> float:
        """The share of their words that stand in both in one order, 0 to 1."""
        if self.foreign:
            return 0.0
        return 1.0 if self.verbatim else Indel.normalized_similarity(self.earlier.texts, self.later.texts)

    @property
    def verbatim(self) -> bool:
        """Whether both have the same words."""
        return self.earlier.texts == self.later.texts

    @cached_property
    def changes(self) -> tuple[tuple[int, int, int, int], ...]:
        """What was changed, as words from and to of the earlier passage, and of the later one."""
        return () if self.verbatim else _runs(self.earlier.texts, self.later.texts)


def _runs(one: Sequence[str], two: Sequence[str]) -> tuple[tuple[int, int, int, int], ...]:
    """Return the runs of words in which two passages differ, a deletion and an insertion side by side as one."""
    runs: list[tuple[int, int, int, int]] = []
    for block in Indel.opcodes(one, two):
        if block.tag == "equal":
            continue
        here = (block.src_start, block.src_end, block.dest_start, block.dest_end)
        if runs and runs[-1][1] == here[0] and runs[-1][3] == here[2]:
            here = (runs[-1][0], here[1], runs[-1][2], here[3])
            runs.pop()
        runs.append(here)
    return tuple(runs)


def aligned(earlier: Text, later: Text, *, but: AbstractSet[int] = frozenset()) -> list[Pair]:
    """Return the pairs, in order of the later report; of each later passage the best earlier one first.

    What stands word for word in both is a pair at once, and nothing is weighed for it; the places in `but` are left out.
    """
    foreign = earlier.report.language != later.report.language
    found: list[Pair] = []
    weights = _Weights(earlier, later)
    for passage in later.passages:
        if passage.place in but:
            continue
        if not foreign and (same := earlier.by_words.get(passage.texts)):
            found.append(Pair(earlier=same, later=passage, score=1.0, shared=passage.keys, foreign=False))
        else:
            found += _kept(earlier, passage, _scored(passage, weights), foreign=foreign)
    return found


class _Weights:
    """How much each key says: the fewer passages have it, the more; names and numbers more than other words.

    Only what is asked for is weighed: where most passages were copied, next to nothing is.
    """

    def __init__(self, earlier: Text, later: Text) -> None:
        self.earlier, self.later = earlier, later
        self._total = len(earlier.passages) + len(later.passages)
        rules = drift_rules().alignment
        self._named, self._other = rules.named, 1.0 if earlier.report.language == later.report.language else rules.stems_abroad
        self._keys: dict[str, float] = {}
        self._lengths: dict[int, float] = {}

    def key(self, key: str) -> float:
        """Return what a key says that a passage of the two reports has."""
        known = self._keys.get(key)
        if known is None:
            count = len(self.earlier.by_key.get(key, ())) + len(self.later.by_key.get(key, ()))
            known = math.log(1 + self._total / count) * (self._named if key[:2] in ("n:", "N:", "k:", "t:") else self._other)
            self._keys[key] = known
        return known

    def of(self, keys: frozenset[str]) -> float:
        """Return what some keys say together."""
        return sum(map(self.key, keys))

    def length(self, at: int) -> float:
        """Return what all keys of a passage of the earlier report say."""
        if at not in self._lengths:
            self._lengths[at] = self.of(self.earlier.passages[at].keys)
        return self._lengths[at]


def _scored(passage: Segment, weights: _Weights) -> list[tuple[float, int]]:
    """Return the best of the earlier passages that share a key with a later one, with their scores."""
    rules = drift_rules().alignment
    shared: dict[int, float] = defaultdict(float)
    for key in sorted(passage.keys):
        if postings := weights.earlier.by_key.get(key):
            weight = weights.key(key)
            for at in postings[: rules.postings]:
                shared[at] += weight
    length = weights.of(passage.keys)
    scored = [
        (_score(value, weights.length(at), length) + _order(rules, weights.earlier, weights.later, (at, passage.place)), at)
        for at, value in shared.items()
    ]
    return nlargest(rules.several, scored)


def _score(shared: float, one: float, two: float) -> float:
    return shared / math.sqrt(one * two) if one and two else 0.0


def _order(rules: Alignment, earlier: Text, later: Text, places: tuple[int, int]) -> float:
    """Return a little for standing at the same part of the report."""
    at = places[0] / max(1, len(earlier.passages) - 1)
    to = places[1] / max(1, len(later.passages) - 1)
    return rules.order * (1.0 - abs(at - to))


def _kept(earlier: Text, passage: Segment, scored: Sequence[tuple[float, int]], *, foreign: bool) -> list[Pair]:
    """Return the pairs that reach the table's least, none far behind the best."""
    rules = drift_rules().alignment
    least = rules.foreign if foreign else rules.least
    kept: list[Pair] = []
    for score, at in scored:
        one = earlier.passages[at]
        shared = one.keys & passage.keys
        if score < least or len(shared) < rules.keys or (kept and score < kept[0].score * rules.behind):
            continue
        kept.append(Pair(earlier=one, later=passage, score=round(min(1.0, score), 2), shared=shared, foreign=foreign))
    return kept
