"""Which passage of a later report tells what which passage of an earlier one told.

A passage is held against those that share its rarer words, names and numbers; the order of telling speaks for a pair
where words leave it open. One later passage may draw on several earlier ones. No more than a bounded number of pairs is
looked at. The measure is the cosine of the shared keys, weighed by how few passages have them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel

from retold.compare.drift.passages import Passage, Text
from retold.compare.drift.policy import Alignment, drift_rules


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A later passage and an earlier one that it draws on; `score` is 0 to 1, `shared` the keys that both have."""

    earlier: Passage
    later: Passage
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
        one, two = ([w.text for w in p.words] for p in (self.earlier, self.later))
        return 0.0 if self.foreign else Indel.normalized_similarity(one, two)

    @cached_property
    def changes(self) -> tuple[tuple[int, int, int, int], ...]:
        """What was changed, as words from and to of the earlier passage, and of the later one."""
        one, two = ([w.text for w in p.words] for p in (self.earlier, self.later))
        return _runs(one, two)


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

    What stands word for word in both is a pair at once; the places in `but` are left out.
    """
    rules = drift_rules().alignment
    weights = _weights((earlier, later))
    index: dict[str, list[int]] = defaultdict(list)
    for at, passage in enumerate(earlier.passages):
        for key in passage.keys:
            index[key].append(at)
    lengths = [_length(p.keys, weights) for p in earlier.passages]
    foreign = earlier.report.language != later.report.language
    found: list[Pair] = []
    verbatim = {} if foreign else {tuple(w.text for w in p.words): p for p in reversed(earlier.passages)}
    for passage in later.passages:
        if passage.place in but:
            continue
        if same := verbatim.get(tuple(w.text for w in passage.words)):
            found.append(Pair(earlier=same, later=passage, score=1.0, shared=passage.keys, foreign=False))
            continue
        shared = _shared(passage, index, weights, rules.postings)
        length = _length(passage.keys, weights)
        scored = [
            (_score(value, lengths[at], length) + _order(rules, earlier, later, (at, passage.place)), at)
            for at, value in shared.items()
        ]
        found += _kept(earlier, passage, sorted(scored, reverse=True)[: rules.several], foreign=foreign)
    return found


def _weights(texts: Sequence[Text]) -> Mapping[str, float]:
    """Return how much each key says: the fewer passages have it, the more; names and numbers more than other words."""
    rules = drift_rules().alignment
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(key for p in text.passages for key in p.keys)
    total = sum(len(text.passages) for text in texts)
    other = rules.stems_abroad if len({t.report.language for t in texts}) > 1 else 1.0
    return {k: math.log(1 + total / n) * (rules.named if k[:2] in ("n:", "N:", "k:", "t:") else other) for k, n in counts.items()}


def _length(keys: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[k] for k in keys)


def _shared(
    passage: Passage, index: Mapping[str, Sequence[int]], weights: Mapping[str, float], postings: int
) -> dict[int, float]:
    shared: dict[int, float] = defaultdict(float)
    for key in sorted(passage.keys):
        for at in index.get(key, ())[:postings]:
            shared[at] += weights[key]
    return shared


def _score(shared: float, one: float, two: float) -> float:
    return shared / math.sqrt(one * two) if one and two else 0.0


def _order(rules: Alignment, earlier: Text, later: Text, places: tuple[int, int]) -> float:
    """Return a little for standing at the same part of the report."""
    at = places[0] / max(1, len(earlier.passages) - 1)
    to = places[1] / max(1, len(later.passages) - 1)
    return rules.order * (1.0 - abs(at - to))


def _kept(earlier: Text, passage: Passage, scored: Sequence[tuple[float, int]], *, foreign: bool) -> list[Pair]:
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
