"""What a person ruled about who is who goes over what any score says, and the later ruling over the earlier.

A ruling speaks of two mentions; it joins the actors that hold them, or parts the one that holds both. Whoever else was
in it stays with the first, unless a ruling or the very name of the second takes him along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from retold.model import Passage, Reading, Ruling
from retold.resolve.actors.groups import Group

Place = tuple[str, str]
"""A report's name, and the id of a chain in it."""


@dataclass(slots=True, kw_only=True)
class _Bench:
    """The groups while rulings are applied."""

    home: dict[Place, Group]
    tied: dict[Place, set[Place]] = field(default_factory=dict)
    """The chains that rulings made one, each with all of its kind."""
    made: list[Group] = field(default_factory=list)


def ruled(groups: Sequence[Group], rulings: Sequence[Ruling], readings: Sequence[Reading]) -> list[Group]:
    """Return the groups as the rulings have them, in the order given, new ones last.

    A ruling whose place holds no named mention any more is passed over.
    """
    chains = places([place for ruling in rulings for place in (ruling.one, ruling.other)], readings)
    bench = _Bench(home={(e.report, e.chain.id): g for g in groups for e in g.entries})
    for ruling in rulings:
        one, other = chains.get(ruling.one), chains.get(ruling.other)
        if one is None or other is None or one == other or not {one, other} <= bench.home.keys():
            continue
        if ruling.verdict == "same":
            _join(bench, one, other, ruling)
        elif bench.home[one] is bench.home[other]:
            _part(bench, one, other, ruling)
    return [g for g in (*groups, *bench.made) if g.entries]


def places(passages: Sequence[Passage], readings: Sequence[Reading]) -> dict[Passage, Place]:
    """Return the chain of the mention that stands at each passage; the shortest where several do, none where none does."""
    wanted = {passage.report for passage in passages}
    held = {r.report.name: r for r in readings if r.report.name in wanted}
    found = {passage: list(_chains(passage, held[passage.report])) for passage in passages if passage.report in held}
    return {passage: (passage.report, min(chains)[1]) for passage, chains in found.items() if chains}


def _chains(passage: Passage, reading: Reading) -> Iterator[tuple[int, str]]:
    for mention in reading.mentions:
        span = mention.span
        if mention.chain and span.start < passage.span.end and passage.span.start < span.end:
            yield span.end - span.start, mention.chain


def _join(bench: _Bench, one: Place, other: Place, ruling: Ruling) -> None:
    together = bench.tied.get(one, {one}) | bench.tied.get(other, {other})
    bench.tied |= dict.fromkeys(together, together)
    into, taken = bench.home[one], bench.home[other]
    if into is not taken:
        bench.home |= {(e.report, e.chain.id): into for e in taken.entries}
        for entry, (score, reason) in zip(taken.entries, taken.why, strict=True):
            into.add(entry, score, reason)
        into.parts, taken.entries = max(into.parts, taken.parts, key=len), []
        _say(into, other, f"the same by ruling {ruling.id}: {ruling.reason}")


def _part(bench: _Bench, one: Place, other: Place, ruling: Ruling) -> None:
    whole = bench.home[one]
    parts = {(e.report, e.chain.id): e.parts for e in whole.entries}
    _untie(bench, one, other)
    first, second = bench.tied.get(one, {one}), bench.tied.get(other, {other})
    named = {place for place, name in parts.items() if name == parts[other] != parts[one]} - first
    moved = [(e, why) for e, why in zip(whole.entries, whole.why, strict=True) if (e.report, e.chain.id) in second | named]
    kept = [(e, why) for e, why in zip(whole.entries, whole.why, strict=True) if (e.report, e.chain.id) not in second | named]
    new = Group(parts=max((e.parts for e, _ in moved), key=len))
    for group, rows in ((new, moved), (whole, kept)):
        group.entries, group.why = [e for e, _ in rows], [why for _, why in rows]
    whole.parts = max((e.parts for e in whole.entries), key=len)
    bench.home |= {(e.report, e.chain.id): new for e in new.entries}
    bench.made.append(new)
    _say(new, other, f"another by ruling {ruling.id}: {ruling.reason}")


def _untie(bench: _Bench, one: Place, other: Place) -> None:
    """Undo an earlier ruling that the two are one: what it tied to them is free again."""
    if other in bench.tied.get(one, ()):
        for place in tuple(bench.tied[one]):
            del bench.tied[place]


def _say(group: Group, place: Place, reason: str) -> None:
    at = next(n for n, e in enumerate(group.entries) if (e.report, e.chain.id) == place)
    group.why[at] = (1.0, reason)
