"""One more report changes the family it joins and leaves the others as they are, so only that one is compared anew.

Its marks are looked up in what the case keeps of the others (`Shelf`): those that share rare passages or facts with it, what
they were likely of one original with before, and how rare all that is. Adding a report shifts how rare things are by one
part in the number of reports for all others too; that is put right when the case is next compared as a whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec
import numpy as np

from retold.compare import affinity, rare_facts, reuse
from retold.compare.affinity import Census, agencies, weights
from retold.compare.beside import Beside
from retold.compare.fingerprints import Fingerprint
from retold.compare.held import aliases, called, credited_names, held_names, outlets, with_held
from retold.compare.judged import Judged, hopeful
from retold.compare.own_pages import Sign
from retold.compare.rare_facts import Traits, Words
from retold.compare.rarity import Frequency, nearest, rarity
from retold.compare.retellings import Compared, told
from retold.compare.reuse import Shingles
from retold.model import Reading

Mark = str | int


class Shelf(Protocol):
    """What a case keeps for comparing."""

    def missing(self) -> list[str]: ...  # noqa: D102
    def surplus(self) -> list[str]: ...  # noqa: D102
    def version(self, name: str) -> str | None: ...  # noqa: D102
    def put(self, entries: Iterable[Entry]) -> None: ...  # noqa: D102
    def take(self, entry: Entry) -> None: ...  # noqa: D102
    def pair(self, odds: Mapping[tuple[str, str], float]) -> None: ...  # noqa: D102
    def done(self, versions: Mapping[str, str]) -> None: ...  # noqa: D102
    def clear(self) -> None: ...  # noqa: D102
    def size(self) -> int:
        """Return how many reports are kept."""

    def prints(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return the packed marks of reports, by name; those that are not kept left out."""

    def counts(self, kind: str, marks: Iterable[Mark]) -> dict[Mark, int]:
        """Return in how many reports marks of a kind are, those in none left out."""

    def every(self, kind: str) -> set[str]:
        """Return all marks of a kind that some report has."""

    def having(self, kind: str, mark: Mark, most: int) -> list[str]:
        """Return the names of the reports that have a mark, at most so many."""

    def pairs(self, name: str) -> dict[str, float]:
        """Return the reports that a report was compared with, with the log odds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is kept of a report: its marks, packed, and by what it is looked up and counted."""

    name: str
    version: str
    print: bytes
    marks: Mapping[str, Collection[Mark]]
    counts: Mapping[str, Collection[Mark]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What a report brings: the places and families that are new with it, and the pairs that it was compared in."""

    compared: Compared
    pairs: Mapping[tuple[str, str], float]


def entry(given: Fingerprint, version: str = "") -> Entry:
    """Return what is kept of a report in this version."""
    every, outlet = _every(given), given.reading.report.outlet
    rare = reuse.sampled(given.shingles, reuse.policy()["one_in"])
    return Entry(
        name=given.reading.report.name,
        version=version,
        print=_packed(given),
        marks={
            "passage": rare.view(np.int64).tolist(),
            "fact": every.facts,
            "outlet": aliases(outlet) if outlet else (),
        },
        counts=_counted(given, every),
    )


def _counted(given: Fingerprint, every: Traits) -> dict[str, Collection[Mark]]:
    """Return the marks of a report of which it is counted in how many reports they are, by kind."""
    sure = rare_facts.trait(given.words, frozenset(), frozenset()).facts
    return {
        "sure": sure,
        "may": every.facts - sure,
        "coarse": affinity.coarse(every.facts),
        "matter": every.matters,
        "agency": agencies([given]),
        "credited": credited_names([given]),
        "held": held_names([given]),
    }


def by_name(prints: Sequence[Fingerprint], found: Compared) -> dict[tuple[str, str], float]:
    """Return the log odds of the pairs that were looked at, by the names of the reports."""
    names = [each.reading.report.name for each in prints]
    return {(names[i], names[j]): odds for (i, j), odds in found.odds.items()}


def added(shelf: Shelf, name: str) -> Added:
    """Return what the report of this name, which is on the shelf, changes."""
    (new,) = _loaded(shelf, [name])
    cut = weights()["grouping"]["cut"]
    pairs = _looked_at(shelf, name, _near(shelf, new))
    kin, between = _kin(shelf, [other for other, odds in pairs.items() if odds > cut])
    prints, among = _collected(shelf, {name, *kin})
    place = {each.reading.report.name: i for i, each in enumerate(prints)}
    between |= {(name, other) for other in pairs}
    worth = {_pair(place[a], place[b]) for a, b in between if a in place and b in place}
    found = told(Judged(given=affinity.collection(prints, among)), worth, [place[each] for each in {name, *kin}])
    return Added(compared=found, pairs={(name, other): odds for other, odds in pairs.items()})


def credited_here(shelf: Shelf, reading: Reading) -> list[str]:
    """Return the reports of the outlets that a report credits, as far as they are at hand: a bounded number of each."""
    names = {credit.name for credit in reading.credits}
    most = weights()["middleman"]["looked_at"]
    return sorted({name for n in names for alias in called(n) for name in shelf.having("outlet", alias, most)})


def _looked_at(shelf: Shelf, name: str, near: Mapping[str, bool]) -> dict[str, float]:
    """Return the reports that are worth a look beside a new one, with the log odds that they are of one original with it."""
    prints, among = _collected(shelf, {name, *near})
    given = affinity.collection(prints, among)
    place = {each.reading.report.name: i for i, each in enumerate(prints)}
    pairs = {other: _pair(place[name], place[other]) for other in near}
    worth = {other: pair for other, pair in pairs.items() if near[other] or hopeful(given, pair)}
    return {other: affinity.odds(affinity.signals(given, *pair)) for other, pair in worth.items()}


def _pair(i: int, j: int) -> tuple[int, int]:
    return min(i, j), max(i, j)


def _near(shelf: Shelf, new: Fingerprint) -> dict[str, bool]:
    """Return the reports worth a look beside a new one, and whether that is for the passages they share."""
    me, rows = new.reading.report.name, reuse.policy()
    shared: dict[str, int] = {}
    for mark in reuse.sampled(new.shingles, rows["one_in"]).view(np.int64).tolist():
        others = shelf.having("passage", mark, rows["present"] + 1)
        for other in others if len(others) <= rows["present"] else others[-2:]:
            shared[other] = shared.get(other, 0) + 1
    near = {other: True for other, n in shared.items() if n >= rows["shared"] and other != me}
    for other in _alike(shelf, new):
        near.setdefault(other, False)
    return near


def _alike(shelf: Shelf, new: Fingerprint) -> list[str]:
    """Return the reports that share most, by rarity, of the rare facts of a new one."""
    among, rows = _census(shelf, [new]), rare_facts.policy()
    facts = rare_facts.trait(new.words, among.known, among.barred).facts
    squares = rarity([facts], among.facts).squares
    scores: dict[str, float] = {}
    for key in facts:
        if among.facts.counts[key] <= rows["present"]:
            for other in shelf.having("fact", key, rows["present"] + 1):
                scores[other] = scores.get(other, 0.0) + squares[key] ** 2
    scores.pop(new.reading.report.name, None)
    return nearest(scores)


def _kin(shelf: Shelf, likely: Sequence[str]) -> tuple[set[str], set[tuple[str, str]]]:
    """Return the reports that some chain of likely pairs joins with those given, and all pairs that they were compared in."""
    cut = weights()["grouping"]["cut"]
    kin, pairs, waiting = set(likely), set[tuple[str, str]](), list(likely)
    while waiting:
        name = waiting.pop()
        for other, odds in shelf.pairs(name).items():
            pairs.add((min(name, other), max(name, other)))
            if odds > cut and other not in kin:
                kin.add(other)
                waiting.append(other)
    return kin, pairs


def _collected(shelf: Shelf, names: Iterable[str]) -> tuple[list[Fingerprint], Census]:
    """Return reports with the credits that the whole case shows, those that they credit beside them, in order of name."""
    known = outlets(shelf.every("credited"), shelf.every("held"))
    prints = with_held(_loaded(shelf, names), known)
    credited = sorted(alias for name in credited_names(prints) for alias in called(name))
    most = weights()["middleman"]["looked_at"]
    have = {each.reading.report.name for each in prints}
    models = {name for alias in credited for name in shelf.having("outlet", alias, most)} - have
    prints = sorted([*prints, *with_held(_loaded(shelf, models), known)], key=lambda each: each.reading.report.name)
    return prints, _census(shelf, prints)


def _census(shelf: Shelf, prints: Sequence[Fingerprint]) -> Census:
    """Return what all reports tell of what stands in some."""
    traits = [_every(each) for each in prints]
    facts = {key for each in traits for key in each.facts}
    sure, may = shelf.counts("sure", facts), shelf.counts("may", facts)
    size = shelf.size()
    barred = rare_facts.barring({*shelf.every("agency"), *agencies(prints)})
    matters = {key for each in traits for key in each.matters}
    han = any(each.han for each in traits)
    coarse = shelf.counts("coarse", affinity.coarse(facts)) if han else {}

    def frequency(counts: Mapping[Mark, int]) -> Frequency:
        return Frequency(reports=size, counts={str(key): n for key, n in counts.items()})

    return Census(
        known=frozenset(map(str, sure)),
        barred=barred,
        facts=frequency({key: n + may.get(key, 0) for key, n in sure.items()}),
        coarse=frequency(coarse),
        matters=frequency(shelf.counts("matter", matters)),
    )


def _every(given: Fingerprint) -> Traits:
    """Return all that a report may be recognised by, whatever other reports tell."""
    return rare_facts.trait(given.words, _Any(), frozenset())


class _Any:
    """Holds everything."""

    def __contains__(self, _key: object) -> bool:
        return True


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A fingerprint as it is kept: hashes as bytes, and weights, of which there are few, as numbers of a list."""

    reading: Reading
    hashes: bytes
    values: list[float]
    weights: bytes
    total: float
    length: int
    words: Words
    beside: tuple[Beside, ...]
    behind: dict[int, str]
    signs: tuple[Sign, ...] = ()


def _packed(given: Fingerprint) -> bytes:
    shingles = given.shingles
    values, which = np.unique(shingles.weights, return_inverse=True)
    return msgspec.msgpack.encode(
        _Kept(
            given.reading,
            shingles.hashes.tobytes(),
            values.tolist(),
            which.astype(np.uint8).tobytes(),
            shingles.total,
            shingles.words,
            given.words,
            given.beside,
            dict(given.behind),
            given.signs,
        )
    )


def unpacked(packed: bytes) -> Fingerprint:
    """Return the marks of a report from the `print` of its entry."""
    kept = _DECODER.decode(packed)
    hashes, which = np.frombuffer(kept.hashes, np.uint64), np.frombuffer(kept.weights, np.uint8)
    shingles = Shingles(hashes, np.array(kept.values)[which] if len(which) else np.empty(0), kept.total, kept.length)
    return Fingerprint(
        reading=kept.reading, shingles=shingles, words=kept.words, beside=kept.beside, behind=kept.behind, signs=kept.signs
    )


_DECODER = msgspec.msgpack.Decoder(_Kept)


def _loaded(shelf: Shelf, names: Iterable[str]) -> list[Fingerprint]:
    return [unpacked(packed) for _, packed in sorted(shelf.prints(names).items())]
