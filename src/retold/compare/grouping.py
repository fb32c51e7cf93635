"""Families are groups whose members are, on the whole, likely to be of one original: no chain of single likenesses.

Average link: the two groups with the highest mean log odds join first, and none join whose mean is below the cut. A
digest that quotes two stories is like both, but the stories are not like each other, so they stay apart. Means are
carried over from the parts when groups join (Lance and Williams, 1967); where only one part was ever compared with a
third group, the other is compared by a few of its members, so that the cost grows with the reports, not their square.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

Odds = Callable[[int, int], float]

ALLOWANCE = 30
"""Comparisons a report beyond the pairs given: a thousand edits of one story would otherwise all be compared."""


@dataclass(slots=True)
class _Judge:
    """Compares groups that were not compared yet, as often as the allowance goes."""

    odds: Odds
    cut: float
    sample: int
    left: int

    def mean(self, a: list[int], b: list[int]) -> float | None:
        """Return the mean log odds of some members of both; None once the allowance is spent."""
        if self.left <= 0:
            return None
        left, right = _some(a, self.sample), _some(b, self.sample)
        self.left -= len(left) * len(right)
        return sum(self.odds(min(i, j), max(i, j)) for i, j in product(left, right)) / (len(left) * len(right))


def groups(count: int, pairs: Iterable[tuple[int, int]], odds: Odds, *, cut: float, sample: int) -> list[list[int]]:
    """Return the groups of 0..count-1, each sorted, in order of their first member.

    `pairs` are those worth a look, `odds(i, j)` their log odds. Groups join while the mean over (at most `sample` of)
    their members is above `cut`. Besides the pairs, at most `ALLOWANCE` comparisons a report are made.
    """
    judge = _Judge(odds, cut, sample, ALLOWANCE * count)
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    links: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    waiting: list[tuple[float, int, int]] = []
    for i, j in sorted(pairs):
        links[i][j] = links[j][i] = odds(i, j)
        if links[i][j] > cut:
            waiting.append((-links[i][j], i, j))
    heapq.heapify(waiting)
    fresh = count
    while waiting:
        _, a, b = heapq.heappop(waiting)
        if a not in members or b not in members:
            continue
        links[fresh] = {}
        for other in sorted((links[a].keys() | links[b].keys()) - {a, b}):
            value = _joined((members[a], links[a]), (members[b], links[b]), (other, members[other]), judge)
            for part in (a, b):
                links[other].pop(part, None)
            if value is not None:
                links[fresh][other] = links[other][fresh] = value
                if value > cut:
                    heapq.heappush(waiting, (-value, other, fresh))
        members[fresh] = sorted(members.pop(a) + members.pop(b))
        del links[a], links[b]
        fresh += 1
    return sorted(members.values())


Part = tuple[list[int], dict[int, float]]
"""A group's members, and its means with the groups it was compared with."""


def _joined(a: Part, b: Part, other: tuple[int, list[int]], judge: _Judge) -> float | None:
    """Return the mean log odds of two joined groups with a third; None where there is no cause to compare them."""
    name, third = other
    means = [part[1].get(name) for part in (a, b)]
    if all(m is None or m <= judge.cut for m in means):
        return None if None in means else _weighted(a, b, means)
    means = [judge.mean(part[0], third) if m is None else m for part, m in zip((a, b), means, strict=True)]
    known = next(m for m in means if m is not None)
    return _weighted(a, b, [known if m is None else m for m in means])


def _weighted(a: Part, b: Part, means: list[float | None]) -> float:
    left, right = (m or 0.0 for m in means)
    return (len(a[0]) * left + len(b[0]) * right) / (len(a[0]) + len(b[0]))


def _some(group: list[int], most: int) -> list[int]:
    """Return at most `most` members, evenly spread."""
    if len(group) <= most:
        return group
    return [group[i * len(group) // most] for i in range(most)]
