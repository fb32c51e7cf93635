"""Families are groups whose members are, on the whole, likely to be of one original: no chain of single likenesses.

Average link: the two groups with the highest mean log odds join first, and none join whose mean is below the cut. A
digest that quotes two stories is like both, but the stories are not like each other, so they stay apart. Large groups
are judged by some of their members, so that the cost grows with the reports and not with their square.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from itertools import product

Odds = Callable[[int, int], float]


def groups(count: int, pairs: Iterable[tuple[int, int]], odds: Odds, *, cut: float, sample: int) -> list[list[int]]:
    """Return the groups of 0..count-1, each sorted, in order of their first member.

    `pairs` are those worth a look, `odds(i, j)` their log odds. Groups join while the mean over (at most `sample` of)
    their members is above `cut`.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    near: dict[int, set[int]] = {i: set() for i in range(count)}
    waiting: list[tuple[float, int, int]] = []
    for i, j in sorted(pairs):
        if (value := odds(i, j)) > cut:
            near[i].add(j)
            near[j].add(i)
            waiting.append((-value, i, j))
    heapq.heapify(waiting)
    fresh = count
    while waiting:
        _, a, b = heapq.heappop(waiting)
        if a not in members or b not in members:
            continue
        members[fresh] = sorted(members.pop(a) + members.pop(b))
        near[fresh] = (near.pop(a) | near.pop(b)) - {a, b}
        for other in sorted(near[fresh]):
            near[other] -= {a, b}
            near[other].add(fresh)
            value = _mean(members[fresh], members[other], odds, sample)
            if value > cut:
                heapq.heappush(waiting, (-value, other, fresh))
        fresh += 1
    return sorted(members.values())


def _mean(a: list[int], b: list[int], odds: Odds, sample: int) -> float:
    left, right = _some(a, sample), _some(b, sample)
    return sum(odds(min(i, j), max(i, j)) for i, j in product(left, right)) / (len(left) * len(right))


def _some(group: list[int], most: int) -> list[int]:
    """Return at most `most` members, evenly spread."""
    if len(group) <= most:
        return group
    return [group[i * len(group) // most] for i in range(most)]
