"""What all kinds of drift look at: a later passage, what it draws on, and all that is held of the original.

A change counts only where no held version of the original says what the later passage says: a copy of either is faithful.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from retold.compare.drift.aligned import Pair
from retold.compare.drift.passages import Segment, Text, keys_of
from retold.compare.drift.policy import drift_rules
from retold.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A drift before it is told: its kind, both passages, and why."""

    kind: str
    earlier: Segment
    later: Segment
    reason: str


@dataclass(frozen=True, kw_only=True)
class Retold:
    """A later passage beside the earlier ones it draws on, the best first, all of the version `earlier`."""

    versions: tuple[Text, ...]
    """All that is held of the original; `earlier` is one of them."""
    earlier: Text
    later: Text
    passage: Segment
    pairs: Sequence[Pair]

    @property
    def best(self) -> Pair:
        """The earlier passage that it draws on most."""
        return self.pairs[0]

    @cached_property
    def sure(self) -> bool:
        """Whether it retells the earlier passage's main point, not its names alone."""
        rules = drift_rules().alignment
        return self.best.close or self.best.score >= (rules.sure_foreign if self.best.foreign else rules.sure)

    @cached_property
    def same(self) -> bool:
        """Whether nothing was changed."""
        return any(pair.close and not pair.changes for pair in self.pairs)

    @cached_property
    def around(self) -> tuple[Segment, ...]:
        """The earlier passages it draws on, and those beside the best of them."""
        places = {p.earlier.place for p in self.pairs} | {self.best.earlier.place + d for d in (-1, 1)}
        return tuple(p for place in sorted(places) if (p := self.earlier.at(place)))

    def told_of_it(self, kind: str, row: str) -> bool:
        """Whether a version has words of a row in a passage that names one whom this passage names."""
        names = {k for k in self.passage.keys if k.startswith("n:")}
        return any(names & p.keys for v in self.versions for p in v.having(kind, row))

    def told_before(self, kind: str) -> frozenset[str]:
        """Return the rows of a kind that any version has words of."""
        return frozenset().union(*(v.rows(kind) for v in self.versions))

    @cached_property
    def known(self) -> frozenset[str]:
        """All keys of all versions."""
        return _known(self.versions)

    def change(self, kind: str, reason: str, earlier: Segment | None = None) -> Change:
        """Return a change of this passage, from the best earlier one where none is given."""
        return Change(kind=kind, earlier=earlier or self.best.earlier, later=self.passage, reason=reason)


@lru_cache(maxsize=16)
def _known(versions: tuple[Text, ...]) -> frozenset[str]:
    return frozenset().union(*(p.keys for v in versions for p in v.passages))


Kind = Callable[[Retold], Iterator[Change]]


def quoted(text: Text, start: Segment, words: tuple[int, int]) -> str:
    """Return words of a passage, in quotation marks, nothing left out."""
    first, last = start.words[words[0]], start.words[words[1] - 1]
    said = " ".join(text.report.text[first.span.start : last.span.end].split())
    return f"“{said}”"


def scope(passage: Segment, start: int, end: int) -> frozenset[str]:
    """Return the keys of what stands beside words of a passage: mostly what follows them."""
    rules = drift_rules().scope
    beside = (*passage.words[max(0, start - rules.before) : start], *passage.words[end : end + rules.behind])
    stems = keys_of([w for w in beside if not w.capital])
    return stems | {k for k in keys_of([w for w in beside if w.capital]) if k.startswith("n:")}


def carried(keys: frozenset[str], into: Segment, share: float | None = None) -> bool:
    """Tell whether so much of what some words spoke of stands in a passage too, more than its names among it."""
    shared = keys & into.keys
    least = drift_rules().scope.carried if share is None else share
    return len(shared) >= max(2.0, least * len(keys)) and any(not k.startswith("n:") for k in shared)


def overlaps(one: Span, two: Span) -> bool:
    """Tell whether two spans share a character."""
    return one.start < two.end and two.start < one.end
