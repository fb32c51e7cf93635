"""Forty reports may be two sources: those that descend from one original are one family, whatever words they use.

Passages reused, credits, rare facts and days are weighed pair by pair (`affinity`), pairs worth a look come from two
indexes and never from all against all, families are groups that hang together as a whole (`grouping`), and each member
gets its place in its family (`roles`). A report that credits an agency for its whole story is a family even alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice

from retold.compare import rarity, reuse
from retold.compare.affinity import Collection, Signals, collection, odds, signals, weights
from retold.compare.fingerprints import Fingerprint, fingerprints
from retold.compare.grouping import groups
from retold.compare.held import with_held
from retold.compare.roles import Descent, alone, credited, descent, lone_telling, tell
from retold.model import Family, Reading, Telling


def retellings(readings: Sequence[Reading]) -> tuple[tuple[Telling, ...], tuple[Family, ...]]:
    """Return each report's place, in the order given, and the families, in the order of their first report.

    A family's id depends on its reports' bytes alone, not on their order or on the other reports.
    """
    found = compared(fingerprints(readings))
    return found.tellings, found.families


Pair = tuple[int, int]
"""Two reports by their places, the lower first."""
Likely = Mapping[int, Sequence[tuple[float, int]]]
"""For each report the others that it was compared with, the likeliest of one original first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What comparing reports gives: places, families, and the log odds of the pairs that were looked at."""

    tellings: tuple[Telling, ...]
    families: tuple[Family, ...]
    odds: Mapping[Pair, float]


def compared(prints: Sequence[Fingerprint]) -> Compared:
    """Return the places and families of reports that are known by their marks."""
    if not prints:
        return Compared(tellings=(), families=(), odds={})
    given = collection(with_held(prints))
    return told(given, pairs(given), range(len(prints)))


def told(given: Collection, worth: AbstractSet[Pair], about: Sequence[int]) -> Compared:
    """Return the places and families of the reports `about`, of whose pairs those in `worth` are worth a look."""
    rows = weights()["grouping"]
    judged = _Judged(given=given)
    order = sorted(about)
    place = {i: n for n, i in enumerate(order)}
    among = [(place[i], place[j]) for i, j in worth if i in place and j in place]
    found = groups(len(order), among, lambda i, j: judged.of(order[i], order[j]), cut=rows["cut"], sample=rows["sample"])
    tellings: dict[int, Telling] = {}
    families: list[Family] = []
    likely = _by_report(judged.odds)
    for group in ([order[n] for n in each] for each in found):
        family = _placed(judged, group, likely, tellings)
        families += [family] if family else []
    looked_at = {pair: judged.odds[pair] for pair in worth if pair in judged.odds}
    return Compared(tellings=tuple(tellings[i] for i in order), families=tuple(families), odds=looked_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """The pairs that were looked at: their log odds and, of those likely of one original, what they have in common."""

    given: Collection
    odds: dict[Pair, float] = field(default_factory=dict)
    common: dict[Pair, Signals] = field(default_factory=dict)

    def of(self, i: int, j: int) -> float:
        """Return the log odds of a pair, the lower one first."""
        if (i, j) not in self.odds:
            found = signals(self.given, i, j)
            self.odds[i, j] = odds(found)
            if self.odds[i, j] > 0:
                self.common[i, j] = found
        return self.odds[i, j]

    def shared(self, i: int, j: int) -> Signals:
        """Return what two members of a family have in common."""
        pair = (min(i, j), max(i, j))
        if pair not in self.common:
            self.common[pair] = signals(self.given, *pair)
        return self.common[pair]


def pairs(given: Collection) -> set[Pair]:
    """Return the pairs worth a look: those that share passages, and those whose facts and credits nearly suffice."""
    sharing = reuse.candidates(given.shingles)
    alike = rarity.candidates(given.rare["facts"]) - sharing
    return sharing | {pair for pair in alike if hopeful(given, pair)}


def hopeful(given: Collection, pair: Pair) -> bool:
    """Return whether what two reports share besides passages nearly makes them likely to be of one original."""
    rows = weights()["grouping"]
    floor: float = rows["cut"] - rows["margin"]
    return odds(signals(given, *pair, passages=False)) > floor


def _placed(judged: _Judged, group: Sequence[int], likely: Likely, tellings: dict[int, Telling]) -> Family | None:
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


def _members(judged: _Judged, group: Sequence[int], found: Descent, likely: Likely) -> dict[int, Telling]:
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
