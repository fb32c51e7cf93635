"""Claims of as many origins and reports stand in one run; a run is listed when somebody looks into it, and counted before that.

As of a day a run of the case loses what its reports tell later, and gains claims that only some of their reports tell by then.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, compress, islice
from operator import itemgetter
from typing import Any, Protocol

Place = tuple[int, int]
"""Where a claim stands: the number of its run, and what sorts as its place in it does."""


class Told(Protocol):
    """Claims in an order, some of which are asked for; how many there are costs nothing."""

    def __len__(self) -> int:
        """Return how many."""

    def __iter__(self) -> Iterator[str]:
        """Yield all."""

    def __getitem__(self, some: slice, /) -> Sequence[str]:
        """Return some."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Claims of one kind that follow each other, each told in as many reports of as many origins."""

    kind: str
    origins: int
    reports: int
    claims: Told
    last: Sequence[str] = ()
    """Of each, where there are many, the day by which all its reports surely were; what sorts behind every day for none."""

    @cached_property
    def days(self) -> Sequence[str]:
        """Return these days, the first first."""
        return sorted(self.last)

    def position(self, at: int) -> int:
        """Return which of the claims, from 0, stands at a `Place`."""
        return self.claims.position(at) if isinstance(self.claims, Until) else at


class Until:
    """Those claims of a run that all of their reports tell by a day, and behind them others, that only some do."""

    def __init__(self, run: Run | None, day: str, others: Sequence[str]) -> None:
        self.run, self.day, self.others = run, day, others
        self._whole = bisect_right(run.days, day) if run else 0

    def __len__(self) -> int:
        return self._whole + len(self.others)

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __getitem__(self, some: slice, /) -> Sequence[str]:
        return self._listed[some]

    @cached_property
    def _there(self) -> Sequence[int]:
        """Return the places in the run of those that are told by the day."""
        return list(compress(range(len(self.run.last)), map(self.day.__ge__, self.run.last))) if self.run else []

    @cached_property
    def _listed(self) -> Sequence[str]:
        whole = compress(self.run.claims, map(self.day.__ge__, self.run.last)) if self.run else ()
        return [*whole, *self.others]

    def position(self, at: int) -> int:
        """Return which of these, from 0, stands at a `Place`: that in the run, or behind its end that among the others."""
        size = len(self.run.last) if self.run else 0
        return self._whole + at - size if at >= size else bisect_left(self._there, at)


@dataclass(frozen=True, kw_only=True)
class Joined:
    """The claims of several runs, without those that are left out; of these is known how many are among the others."""

    runs: Sequence[Run]
    without: frozenset[str] = frozenset()

    @cached_property
    def _starts(self) -> Sequence[int]:
        return list(accumulate((len(run.claims) for run in self.runs), initial=0))

    def __len__(self) -> int:
        return self._starts[-1] - len(self.without)

    def __iter__(self) -> Iterator[str]:
        every = chain.from_iterable(run.claims for run in self.runs)
        return (claim for claim in every if claim not in self.without) if self.without else every

    def __getitem__(self, some: slice, /) -> Sequence[str]:
        start, stop, _ = some.indices(len(self))
        if self.without:
            return list(islice(self, start, stop))
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, stop)
        claims = chain.from_iterable(run.claims for run in self.runs[first:last])
        return list(islice(claims, start - self._starts[first], stop - self._starts[first])) if start < stop else []


@dataclass(frozen=True, kw_only=True)
class Order:
    """Claims as they are told: those of most origins first, then of most reports."""

    runs: Sequence[Run]
    finds: Callable[[str], Place | None] | None = None
    """What tells where a claim stands, None where it is not told; not given, all the claims are listed to know it."""

    @property
    def all(self) -> Joined:
        """Return every claim."""
        return Joined(runs=self.runs)

    @cached_property
    def kinds(self) -> Mapping[str, Joined]:
        """Return the claims of each kind."""
        found: dict[str, list[Run]] = defaultdict(list)
        for run in self.runs:
            found[run.kind].append(run)
        return {kind: Joined(runs=runs) for kind, runs in found.items()}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Return each claim's place among all, from 0."""
        return dict(zip(self.all, range(len(self.all)), strict=True))

    @cached_property
    def _starts(self) -> Sequence[int]:
        return list(accumulate((len(run.claims) for run in self.runs), initial=0))[:-1]

    @cached_property
    def _before(self) -> Sequence[int]:
        """Return how many claims of its kind stand before each run."""
        counts: dict[str, int] = defaultdict(int)
        before = []
        for run in self.runs:
            before.append(counts[run.kind])
            counts[run.kind] += len(run.claims)
        return before

    @property
    def key(self) -> Callable[[str], Any]:
        """Return what sorts claims that are told."""
        return self.finds or self.place.__getitem__

    def find(self, claim: str) -> Place | None:
        """Return where a claim stands, None where it is not told."""
        if self.finds:
            return self.finds(claim)
        if (place := self.place.get(claim)) is None:
            return None
        run = bisect_right(self._starts, place) - 1
        return run, place - self._starts[run]

    def told(self, claim: str) -> bool:
        """Return whether a claim is told."""
        return (self.finds(claim) is not None) if self.finds else claim in self.place

    def run(self, claim: str) -> Run:
        """Return the run in which a claim stands. Raises `LookupError` for one that is not told."""
        return self.runs[self._found(claim)[0]]

    def rank(self, claim: str) -> int:
        """Return a claim's place among those of its kind, from 1. Raises `LookupError` for one that is not told."""
        run, at = self._found(claim)
        return self._before[run] + self.runs[run].position(at) + 1

    def _found(self, claim: str) -> Place:
        if (place := self.find(claim)) is None:
            raise LookupError(claim)
        return place

    def sorted(self, claims: Iterable[str]) -> list[str]:
        """Return those of some claims that are told, in their order."""
        find = self.finds or self.place.get
        found: list[tuple[Any, str]] = [(place, claim) for claim in claims if (place := find(claim)) is not None]
        return [claim for _, claim in sorted(found, key=itemgetter(0))]
