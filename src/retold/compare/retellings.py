"""Forty reports may be two sources: those that descend from one original are one family, whatever words they use.

Passages reused, credits, rare facts and days are weighed pair by pair (`affinity`), pairs worth a look come from two
indexes and never from all against all, families are groups that hang together as a whole (`grouping`), and each member
gets its place in its family (`roles`). A report that credits an agency for its whole story is a family even alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from retold.compare import rare_facts, reuse
from retold.compare.affinity import Collection, collection, odds, signals, weights
from retold.compare.fingerprints import Fingerprint, fingerprints
from retold.compare.grouping import groups
from retold.compare.held import with_held
from retold.compare.roles import Descent, alone, credited, descent, lone_telling, tell
from retold.model import Family, Reading, Telling


def retellings(readings: Sequence[Reading]) -> tuple[tuple[Telling, ...], tuple[Family, ...]]:
    """Return each report's place, in the order given, and the families, in the order of their first report.

    A family's id depends on its reports' bytes alone, not on their order or on the other reports.
    """
    return compared(fingerprints(readings))


def compared(prints: Sequence[Fingerprint]) -> tuple[tuple[Telling, ...], tuple[Family, ...]]:
    """Return what `retellings` returns, of reports that are known by their marks."""
    if not prints:
        return (), ()
    given = collection(with_held(prints))
    odds_of: dict[tuple[int, int], float] = {}
    tellings: dict[int, Telling] = {}
    families: list[Family] = []
    grouped = _groups(given, odds_of)
    likely = _by_report(odds_of)
    for group in grouped:
        found = descent(given, group) if len(group) > 1 else alone(given, group[0])
        if len(group) == 1:
            tellings[group[0]] = lone_telling(given, group[0], _id(given, group) if found else None, found)
        elif found is not None:
            tellings |= _members(given, group, found, likely)
        if found is not None:
            families.append(_family(given, group, found))
    return tuple(tellings[i] for i in range(len(prints))), tuple(families)


def _groups(given: Collection, odds_of: dict[tuple[int, int], float]) -> list[list[int]]:
    """Return the groups; the log odds of each pair that was looked at are put into `odds_of`."""
    rows = weights()["grouping"]

    def judged(i: int, j: int) -> float:
        if (i, j) not in odds_of:
            odds_of[i, j] = odds(signals(given, i, j))
        return odds_of[i, j]

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


Likely = Mapping[int, Sequence[tuple[float, int]]]
"""For each report the others that it was compared with, the likeliest of one original first."""


def _by_report(odds_of: Mapping[tuple[int, int], float]) -> Likely:
    near: dict[int, list[tuple[float, int]]] = {}
    for (i, j), value in odds_of.items():
        near.setdefault(i, []).append((-value, j))
        near.setdefault(j, []).append((-value, i))
    return {i: sorted(others) for i, others in near.items()}


def _members(given: Collection, group: Sequence[int], found: Descent, likely: Likely) -> dict[int, Telling]:
    """Return the place of each member, compared with the mates it is most like: all of a small family."""
    most = weights()["roles"]["compared"]
    told, within = {}, set(group)
    for i in group:
        near = (j for _, j in likely.get(i, ()) if j in within)
        mates = [j for j in group if j != i] if len(group) <= most else list(islice(near, most))
        if found.member is not None and found.member not in (i, *mates):
            mates.append(found.member)
        told[i] = _telling(given, i, mates, found, _id(given, group))
    return told


def _telling(given: Collection, i: int, mates: Sequence[int], found: Descent, family: str) -> Telling:
    role, follows, score, reason = tell(given, i, mates, found)
    return Telling(
        report=given.readings[i].report.name,
        role=role,
        family=family,
        retells=None if follows is None else given.readings[follows].report.name,
        original=found.original,
        credits=credited(given, i),
        score=score,
        reason=reason,
    )


def _family(given: Collection, group: Sequence[int], found: Descent) -> Family:
    names = tuple(given.readings[i].report.name for i in group)
    return Family(id=_id(given, group), original=found.original, reports=names, reason=found.reason)
