"""Forty reports may be two sources: those that descend from one original are one family, whatever words they use.

Passages reused, credits, rare facts and days are weighed pair by pair (`affinity`), pairs worth a look come from two
indexes and never from all against all, families are groups that hang together as a whole (`grouping`), and each member
gets its place in its family (`roles`). A report that credits an agency for its whole story is a family even alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import islice

from retold.compare.affinity import Collection, Signals, collection, signals, weights
from retold.compare.carried import Shared, carried, shared
from retold.compare.fingerprints import Fingerprint, fingerprints
from retold.compare.grouping import groups
from retold.compare.held import with_held
from retold.compare.judged import Judged, Pair
from retold.compare.parted import digests, loosened, tied, without
from retold.compare.roles import Descent, alone, credited, descent, digest, lone_telling, tell, untied
from retold.compare.ruled import Regroup
from retold.model import Family, Reading, Telling


def retellings(readings: Sequence[Reading], regroup: Regroup | None = None) -> tuple[tuple[Telling, ...], tuple[Family, ...]]:
    """Return each report's place, in the order given, and the families, in the order of their first report.

    A family's id depends on its reports' bytes alone, not on their order or on the other reports. `regroup` puts reports
    into other families than those that they are likely to be of.
    """
    found = compared(fingerprints(readings), regroup)
    return carried(readings, found.tellings, found.shared), found.families


Likely = Mapping[int, Sequence[tuple[float, int]]]
"""For each report the others that it was compared with, the likeliest of one original first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What comparing reports gives: places, families, and the log odds of the pairs that were looked at."""

    tellings: tuple[Telling, ...]
    families: tuple[Family, ...]
    odds: Mapping[Pair, float]
    shared: tuple[Shared, ...] = ()
    """Reports that may carry passages of others outside their family."""


def compared(prints: Sequence[Fingerprint], regroup: Regroup | None = None) -> Compared:
    """Return the places and families of reports that are known by their marks."""
    if not prints:
        return Compared(tellings=(), families=(), odds={})
    judged = Judged(given=collection(with_held(prints)))
    worth, aside = judged.pairs()
    return told(judged, worth, range(len(prints)), regroup, aside)


def told(
    judged: Judged,
    worth: AbstractSet[Pair],
    about: Sequence[int],
    regroup: Regroup | None = None,
    aside: AbstractSet[Pair] = frozenset(),
) -> Compared:
    """Return the places and families of the reports `about`, of whose pairs those in `worth` are worth a look.

    Those in `aside` are of two stories, of which one may carry a passage of the other.
    """
    rows, given = weights()["grouping"], judged.given
    order = sorted(about)
    place = {i: n for n, i in enumerate(order)}
    among = [(place[i], place[j]) for i, j in worth if i in place and j in place]
    found = groups(len(order), among, lambda i, j: judged.of(order[i], order[j]), cut=rows["cut"], sample=rows["sample"])
    likely_kin = [[order[n] for n in each] for each in found]
    kin = tied(given, likely_kin, judged.common)
    loose = loosened(likely_kin, kin)
    apart = digests(given, kin, judged.common)
    tellings: dict[int, Telling] = {}
    families: list[Family] = []
    likely = _by_report(judged.odds)
    for group in _ruled(given, without(kin, apart), regroup):
        if len(group) == 1 and group[0] in apart:
            tellings[group[0]] = digest(given, group[0])
        elif family := _placed(judged, group, likely, tellings):
            families.append(family)
        elif len(group) == 1 and (mates := loose.get(group[0])):
            near = next(j for _, j in likely[group[0]] if j in mates)
            tellings[group[0]] = replace(tellings[group[0]], reason=untied(given, group[0], near))
    return Compared(
        tellings=tuple(tellings[i] for i in order),
        families=tuple(families),
        odds={pair: judged.odds[pair] for pair in worth if pair in judged.odds},
        shared=shared(given, judged.common | {pair: signals(given, *pair) for pair in aside}, tellings, apart),
    )


def _ruled(given: Collection, groups: Sequence[Sequence[int]], regroup: Regroup | None) -> Sequence[Sequence[int]]:
    """Return the groups with each report where people put it."""
    if regroup is None:
        return groups
    place = {given.readings[i].report.name: i for group in groups for i in group}
    named = [[given.readings[i].report.name for i in group] for group in groups]
    return [[place[name] for name in group] for group in regroup(named)]


def _placed(judged: Judged, group: Sequence[int], likely: Likely, tellings: dict[int, Telling]) -> Family | None:
    """Put the places of a group's reports into `tellings`; return their family, if they are one."""
    given = judged.given
    if len(group) > 1:
        found: Descent | None = descent(given, group)
    else:
        found = alone(given, group[0])
        tellings[group[0]] = lone_telling(given, group[0], _id(given, group) if found else None, found)
    if found is None:
        return None
    if len(group) > 1:
        tellings |= _members(judged, group, found, likely)
    return _family(given, group, found)


def _id(given: Collection, group: Sequence[int]) -> str:
    return "family-" + min(given.readings[i].report.digest for i in group)[:10]


def _by_report(odds_of: Mapping[Pair, float]) -> Likely:
    near: dict[int, list[tuple[float, int]]] = {}
    for (i, j), value in odds_of.items():
        near.setdefault(i, []).append((-value, j))
        near.setdefault(j, []).append((-value, i))
    return {i: sorted(others) for i, others in near.items()}


def _members(judged: Judged, group: Sequence[int], found: Descent, likely: Likely) -> dict[int, Telling]:
    """Return the place of each member, compared with the mates it is most like: all of a small family."""
    most = weights()["roles"]["compared"]
    told, within = {}, set(group)
    for i in group:
        near = (j for _, j in likely.get(i, ()) if j in within)
        mates = [j for j in group if j != i] if len(group) <= most else list(islice(near, most))
        if found.member is not None and found.member not in (i, *mates):
            mates.append(found.member)
        told[i] = _telling(judged.given, i, {j: judged.shared(i, j) for j in mates if j != i}, found, _id(judged.given, group))
    return told


def _telling(given: Collection, i: int, mates: Mapping[int, Signals], found: Descent, family: str) -> Telling:
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
