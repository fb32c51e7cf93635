"""A retelling beside what is held of its original: the passages that tell the same, and what changed in them.

Each passage is held against the version that is nearest to it, since a later version may be what was copied; what stands in
any version was not changed on the way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from retold.compare.drift.actors import actors
from retold.compare.drift.added import added
from retold.compare.drift.aligned import Pair, aligned
from retold.compare.drift.facts import facts
from retold.compare.drift.hedges import hedges
from retold.compare.drift.opposites import opposites
from retold.compare.drift.passages import Segment, Text, text_of
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.replies import replies
from retold.compare.drift.retold_passage import Change, Kind, Retold
from retold.compare.drift.roles import roles
from retold.compare.drift.sources import attributions, counts, credits
from retold.compare.drift.strength import strength
from retold.compare.drift.values import numbers, places, times
from retold.model import Drift, Reading, Span
from retold.model import Passage as Place

KINDS: tuple[Kind, ...] = (numbers, times, places, roles, actors, counts, attributions, hedges, facts, strength, opposites)
"""What is looked for in each passage, in the order in which it is listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Passages of two reports that tell the same, with how alike they are, 0 to 1."""

    earlier: Place
    later: Place
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two reports side by side: which passages tell the same, and what the later one changed."""

    passages: tuple[tuple[Span, ...], tuple[Span, ...]]
    """The passages of both, in order of their texts, the headline first."""
    aligned: tuple[Aligned, ...]
    drift: tuple[Drift, ...]


def compared(earlier: Reading, later: Reading) -> Comparison:
    """Return two reports side by side, the first taken for the whole original of the second."""
    one, two = text_of(earlier), text_of(later)
    cases = retold([one], two)
    further = drift_rules().shown.further
    pairs = [(case.earlier, pair) for case in cases for pair in case.pairs if pair is case.best or pair.score >= further]
    return Comparison(
        passages=(tuple(p.span for p in one.passages), tuple(p.span for p in two.passages)),
        aligned=tuple(Aligned(earlier=_place(t, p.earlier), later=_place(two, p.later), score=p.score) for t, p in pairs),
        drift=_drifts([one], two, cases, whole=True),
    )


def drift_of(versions: Sequence[Text], later: Text, *, whole: bool = False) -> tuple[Drift, ...]:
    """Return what a report changed in what any of the versions tells; `whole` where they are all of the original.

    In order of the later report, each change once.
    """
    return _drifts(versions, later, retold(versions, later), whole=whole)


def _drifts(versions: Sequence[Text], later: Text, cases: Sequence[Retold], *, whole: bool) -> tuple[Drift, ...]:
    found: list[tuple[Text, Change]] = []
    for case in cases:
        found += [(case.earlier, change) for change in _changes(case)]
    held = {id(p): v for v in versions for p in v.passages}
    ending = chain(credits(versions, later, cases), replies(later, cases), added(later, cases) if whole else ())
    found += [(held[id(change.earlier)], change) for change in ending]
    return tuple(_drift(text, later, change) for text, change in _once(found))


def _changes(case: Retold) -> Iterator[Change]:
    if not case.same:
        yield from chain.from_iterable(kind(case) for kind in KINDS)


def retold(versions: Sequence[Text], later: Text) -> list[Retold]:
    """Return each later passage that draws on a version, with the version that is nearest to it."""
    best: dict[int, tuple[float, int, list[Pair]]] = {}
    for order, version in enumerate(versions):
        by_passage: dict[int, list[Pair]] = defaultdict(list)
        for pair in aligned(version, later, but={place for place, (near, _, _) in best.items() if near >= 1.0}):
            by_passage[pair.later.place].append(pair)
        for place, pairs in by_passage.items():
            ranked = sorted(pairs, key=lambda p: -_nearness(p))
            near = _nearness(ranked[0])
            if place not in best or near > best[place][0]:
                best[place] = (near, order, ranked)
    held = tuple(versions)
    return [
        Retold(versions=held, earlier=versions[order], later=later, passage=pairs[0].later, pairs=tuple(pairs))
        for _, (_, order, pairs) in sorted(best.items())
    ]


def _nearness(pair: Pair) -> float:
    """Return how near a passage is: by its words in order where it is nearly the same, else by what it shares."""
    return max(pair.score, pair.likeness) if pair.close else pair.score


ONCE = ("source count changed", "credit dropped")
"""Kinds that are told once a report: what comes after takes the first up."""


BY_REASON = ("role changed", "actor swapped", "number changed", "denial dropped", "reversed")
"""Kinds of which one change may show in several passages."""


def _once(found: Sequence[tuple[Text, Change]]) -> list[tuple[Text, Change]]:
    """Return each change once: who became somebody else in one passage is not told again in the next."""
    seen: set[tuple[str, object]] = set()
    kept = []
    for text, change in sorted(found, key=lambda each: each[1].later.place):
        keys: set[tuple[str, object]] = {(change.kind, (change.later.place, change.reason))}
        if change.kind in ONCE:
            keys.add((change.kind, None))
        if change.kind in BY_REASON:
            keys.add((change.kind, change.reason))
        if not keys & seen:
            kept.append((text, change))
        seen |= keys
    return kept


def _drift(text: Text, later: Text, change: Change) -> Drift:
    return Drift(kind=change.kind, earlier=_place(text, change.earlier), later=_place(later, change.later), reason=change.reason)


def _place(text: Text, passage: Segment) -> Place:
    return Place(report=text.name, span=passage.span)
