"""What looks alike need not be of one original: two reports on one event are, and a digest is like each story that it quotes.

A group is of one original where something shows it: a report of it credits its whole story to somebody, two of them share
passages, or one outlet tells it twice within days: a newsroom that tells a thing again, with other numbers perhaps, has no
second source for it. One that holds passages of two groups that have nothing in common descends from neither of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from retold.compare.affinity import Collection, Signals, weights
from retold.compare.middlemen import apart
from retold.compare.reuse import Hashes

Group = list[int]
Pair = tuple[int, int]


def _rows() -> dict[str, Any]:
    rows: dict[str, Any] = weights()["parted"]
    return rows


def crediting(given: Collection) -> frozenset[int]:
    """Return the reports that credit somebody for their whole story."""
    whole = weights()["roles"]["whole"]
    return frozenset(i for i, names in enumerate(given.credits) if any(score >= whole for score in names.values()))


def tied(given: Collection, groups: Sequence[Group], pairs: Mapping[Pair, Signals]) -> list[Group]:
    """Return the groups, those in which nothing shows a common original as reports that stand alone, in order of the first.

    `pairs` are those that were looked at and share something.
    """
    of, least, credited = _by_member(groups), _rows()["passages"], crediting(given)
    kin = ((i, j, found) for (i, j), found in pairs.items() if i in of and of[i] == of.get(j))
    shown = {of[i] for i, j, found in kin if found.reuse.contained >= least or _of_one_house(given, i, j)}
    kept: list[Group] = []
    for n, group in enumerate(groups):
        one = len(group) == 1 or n in shown or not credited.isdisjoint(group)
        kept += [group] if one else [[i] for i in group]
    return sorted(kept)


def _of_one_house(given: Collection, i: int, j: int) -> bool:
    """Return whether one outlet tells both, within days of each other."""
    one, two = (given.readings[n].report.outlet for n in (i, j))
    days = apart(given.days[i], given.days[j])
    return one is not None and one == two and days is not None and days <= _rows()["again"]


def loosened(groups: Sequence[Group], kept: Sequence[Group]) -> dict[int, frozenset[int]]:
    """Return those that stand alone in `kept` and were in a group before, with the members of that."""
    alone = {group[0] for group in kept if len(group) == 1}
    return {i: frozenset(group) - {i} for group in groups if len(group) > 1 for i in group if i in alone}


def digests(given: Collection, groups: Sequence[Group], pairs: Mapping[Pair, Signals]) -> frozenset[int]:
    """Return the reports that quote at length from their own group and from another, and are no more like one than like both."""
    of, inside, outside = _by_member(groups), dict[int, list[int]](), dict[int, list[int]]()
    for (i, j), found in pairs.items():
        if i in of and j in of and found.reuse.passages:
            into = inside if of[i] == of[j] else outside
            for one, other in ((i, j), (j, i)):
                if found.reuse.passages >= _rows()["quoted"] * len(given.shingles[one].hashes):
                    into.setdefault(one, []).append(other)
    return frozenset(i for i in outside if i in inside and _quotes(given, i, inside[i], outside[i]))


def _quotes(given: Collection, i: int, mates: Sequence[int], others: Sequence[int]) -> bool:
    """Return whether a report that is not the first has one part from its mates and another from others, neither most of it."""
    rows, whole = _rows(), len(given.shingles[i].hashes)
    one, two = (_most(given, i, among[: rows["looked_at"]]) for among in (mates, others))
    both = len(np.intersect1d(one, two, assume_unique=True))
    apart = both <= rows["both"] * min(len(one), len(two))
    days = [day for j in (*mates, *others) if (day := given.days[j])]
    mine = given.days[i]
    return apart and len(one) <= rows["most"] * whole and not (mine and days and mine < min(days))


def _most(given: Collection, i: int, among: Sequence[int]) -> Hashes:
    """Return the shingles that a report shares with the one of these with which it shares most."""
    shared = (np.intersect1d(given.shingles[i].hashes, given.shingles[j].hashes, assume_unique=True) for j in among)
    return max(shared, key=len)


def without(groups: Sequence[Group], apart: frozenset[int]) -> list[Group]:
    """Return the groups, with some of their members each as a group by itself, in order of the first."""
    left = [kept for group in groups if (kept := [i for i in group if i not in apart])]
    return sorted([*left, *([i] for i in apart)])


def _by_member(groups: Sequence[Group]) -> dict[int, int]:
    return {i: n for n, group in enumerate(groups) for i in group}
