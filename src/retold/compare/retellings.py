"""Forty reports may be two sources: those that descend from one original are one family, whatever words they use.

Passages reused, credits, rare facts and days are weighed pair by pair (`affinity`), pairs worth a look come from two
indexes and never from all against all, families are groups that hang together as a whole (`grouping`), and each member
gets its place in its family (`roles`). A report that credits an agency for its whole story is a family even alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.compare import rare_facts, reuse
from retold.compare.affinity import Collection, collection, odds, signals, weights
from retold.compare.grouping import groups
from retold.compare.roles import Descent, alone, credited, descent, lone_telling, tell
from retold.model import Family, Reading, Telling


def retellings(readings: Sequence[Reading]) -> tuple[tuple[Telling, ...], tuple[Family, ...]]:
    """Return each report's place, in the order given, and the families, in the order of their first report.

    A family's id depends on its reports' bytes alone, not on their order or on the other reports.
    """
    if not readings:
        return (), ()
    given = collection(readings)
    tellings: dict[int, Telling] = {}
    families: list[Family] = []
    for group in _groups(given):
        found = descent(given, group) if len(group) > 1 else alone(given, group[0])
        name = _id(given, group)
        if len(group) == 1:
            tellings[group[0]] = lone_telling(given, group[0], name if found else None, found)
        elif found is not None:
            tellings |= {i: _telling(given, i, group, found) for i in group}
        if found is not None:
            families.append(_family(given, group, found))
    return tuple(tellings[i] for i in range(len(readings))), tuple(families)


def _groups(given: Collection) -> list[list[int]]:
    rows = weights()["grouping"]
    seen: dict[tuple[int, int], float] = {}

    def judged(i: int, j: int) -> float:
        if (i, j) not in seen:
            seen[i, j] = odds(signals(given, i, j))
        return seen[i, j]

    return groups(
        len(given.readings), _pairs(given, rows["cut"] - rows["margin"]), judged, cut=rows["cut"], sample=rows["sample"]
    )


def _pairs(given: Collection, floor: float) -> set[tuple[int, int]]:
    """Return the pairs worth a look: those that share passages, and those whose facts and credits nearly suffice."""
    sharing = reuse.candidates(given.shingles)
    alike = rare_facts.candidates(given.rare["facts"]) - sharing
    return sharing | {(i, j) for i, j in alike if odds(signals(given, i, j, passages=False)) > floor}


def _id(given: Collection, group: Sequence[int]) -> str:
    return "family-" + min(given.readings[i].report.digest for i in group)[:10]


def _telling(given: Collection, i: int, group: Sequence[int], found: Descent) -> Telling:
    role, follows, score, reason = tell(given, i, group, found)
    return Telling(
        report=given.readings[i].report.name,
        role=role,
        family=_id(given, group),
        retells=None if follows is None else given.readings[follows].report.name,
        original=found.original,
        credits=credited(given, i),
        score=score,
        reason=reason,
    )


def _family(given: Collection, group: Sequence[int], found: Descent) -> Family:
    names = tuple(given.readings[i].report.name for i in group)
    return Family(id=_id(given, group), original=found.original, reports=names, reason=found.reason)
