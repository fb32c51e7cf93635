"""A report that says "52 million, not 40 million" updates whoever told 40 million of the same matter, whosever word either is.

The rejected number is told in so many words, so parties need not be known to be the same: an unnamed official and a ministry's
spokesman may speak of one payment. What counts is the number, what it counts, and the words around it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from retold.compare.likeness import likeness, stems
from retold.compare.quantities import Quantity
from retold.compare.related import Related, Told, update
from retold.compare.rules import relation_rules
from retold.compare.sequels import around
from retold.compare.slots import Slots, told_on

NEIGHBOURS = 30
"""Claims that tell the number, the last before its correction, that the correction is held against."""
MOST = 5
"""Claims that one correction updates, those in the likest words first."""


def corrections(told: Sequence[Told]) -> Iterator[Related]:
    """Yield claims that tell another number instead of one that was told before, each with what it updates."""
    earlier = _telling(told)
    for each in told:
        if each.slot.told_of and each.slot.fact.kind in _kinds() and each.slot.fact.stance != "denied":
            for wrong in (q for q in around(each.slot) if q.rejected):
                right = next((q for q in each.slot.told_of if q.unit == wrong.unit), None)
                if right:
                    yield from _updates(each, wrong, right, earlier.get(_key(wrong), ()))


def _updates(later: Told, wrong: Quantity, right: Quantity, placed: Sequence[Told]) -> Iterator[Related]:
    score = relation_rules().update.score
    at = bisect_right(placed, told_on(later.slot), key=lambda each: told_on(each.slot))
    before = [(_likeness(each.slot, later.slot), each) for each in placed[max(0, at - NEIGHBOURS) : at]]
    of_it = sorted((each for each in before if each[0] and each[1].id != later.id), key=lambda each: (-each[0], each[1].id))
    for _, first in of_it[:MOST]:
        told = f"{right.value:,.0f} {right.unit}, not {wrong.value:,.0f}"
        yield update(first, later, score, f"the later report tells another number instead of this one: {told}")


def _likeness(one: Slots, two: Slots) -> float:
    """Return how alike two tellings are beside their numbers, 0 where they are not of one matter."""
    rules = relation_rules().update
    here, there = _plain(one), _plain(two)
    alike = likeness(here, there)
    return alike if alike >= rules.words and len(here & there) >= rules.shared else 0.0


def _plain(slot: Slots) -> frozenset[str]:
    """The words of a telling, names among them, but for numbers and what they count."""
    units = {q.unit[:4] for q in slot.told_of}
    return frozenset(w for w in stems(slot.wording) if not w[0].isdigit() and w[:4] not in units and w not in _scales())


@cache
def _scales() -> frozenset[str]:
    return stems(" ".join(relation_rules().update.scales))


def _telling(told: Sequence[Told]) -> Mapping[str, Sequence[Told]]:
    """Return the claims that tell a number as the right one, by number and what it counts, in order of their days."""
    found: dict[str, list[Told]] = defaultdict(list)
    for each in sorted(told, key=lambda t: (told_on(t.slot), t.id)):
        if each.slot.fact.kind in _kinds() and each.slot.fact.stance != "denied":
            for key in {_key(q) for q in each.slot.told_of}:
                found[key].append(each)
    return found


def _kinds() -> frozenset[str]:
    rules = relation_rules().update
    return frozenset((*rules.kinds, *rules.counted))


def _key(quantity: Quantity) -> str:
    return f"{quantity.unit}|{quantity.value:.6g}"
