"""What a person ruled about who is who goes over what any score says, and the later ruling over the earlier.

A ruling speaks of two mentions; it joins the actors that hold them, or parts the one that holds both. Whoever else was
in it stays with the first, unless a ruling or the very name of the second takes him along. A mention is known by its
place and its words: where its report has changed, the same words nearest to the place are meant, and where they are
gone the ruling waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from retold.model import Actor, Mention, Passage, Reading, Ruling, Verdict
from retold.resolve.actors.groups import Group

Place = tuple[str, str]
"""A report's name, and the id of a chain in it."""

Pair = tuple[Place, Place]


@dataclass(slots=True, kw_only=True)
class Force:
    """The rulings that govern, the latest first where two cannot both hold."""

    governing: dict[int, Pair] = field(default_factory=dict)
    """Ruling -> the two chains it speaks of."""
    overruled: set[int] = field(default_factory=set)
    waiting: set[int] = field(default_factory=set)
    """Rulings of which a mention is not there any more."""
    together: dict[Place, set[Place]] = field(default_factory=dict)
    """The chains that rulings make one, each with all of its kind."""
    apart: list[tuple[Pair, Ruling]] = field(default_factory=list)

    def tied(self, place: Place) -> set[Place]:
        """Return the chains that rulings make one with this one, itself among them."""
        return self.together.get(place, {place})

    def admits(self, ruling: Ruling, pair: Pair) -> bool:
        """Return whether a ruling can hold beside those that govern."""
        one, other = self.tied(pair[0]), self.tied(pair[1])
        if ruling.verdict == "different":
            return pair[1] not in one
        return not any((a in one and b in other) or (a in other and b in one) for (a, b), _ in self.apart)

    def take(self, ruling: Ruling, pair: Pair) -> None:
        """Let a ruling govern."""
        self.governing[ruling.id] = pair
        if ruling.verdict == "different":
            self.apart.append((pair, ruling))
            return
        joined = self.tied(pair[0]) | self.tied(pair[1])
        self.together |= dict.fromkeys(joined, joined)


def force(rulings: Sequence[Ruling], readings: Sequence[Reading]) -> Force:
    """Return which rulings govern, which later ones overrule, and which wait for a mention that is not there."""
    held = {r.report.name: r for r in readings}
    made = Force()
    for ruling in sorted(rulings, key=lambda each: -each.id):
        if ruling.verdict not in ("same", "different") or ruling.other is None:
            continue
        one, other = (chain_at(*side, held) for side in zip((ruling.one, ruling.other), ruling.words, strict=True))
        if ruling.what is not None:  # a side of a fact: whom another report names has a chain of his own in this one
            one = _own(ruling, held)
        if ruling.what is not None and one is None:
            continue
        if one is None or other is None or one == other:
            made.waiting.add(ruling.id)
        elif made.admits(ruling, (one, other)):
            made.take(ruling, (one, other))
        else:
            made.overruled.add(ruling.id)
    return made


def verdicts(actors: Iterable[Actor], rulings: Sequence[Ruling], readings: Sequence[Reading]) -> dict[str, frozenset[Verdict]]:
    """Return what rulings that govern say of who somebody is, by the ids of the actors that they are about."""
    if not rulings:
        return {}
    governing, said = force(rulings, readings).governing, {ruling.id: ruling.verdict for ruling in rulings}
    places: dict[Place, set[Verdict]] = {}
    for ruling, pair in governing.items():
        for place in pair:
            places.setdefault(place, set()).add(said[ruling])
    found = {a.id: {v for m in a.members for v in places.get((m.report, m.chain), ())} for a in actors}
    return {id_: frozenset(told) for id_, told in found.items() if told}


def mention_at(passage: Passage, reading: Reading) -> Mention | None:
    """Return the mention of a chain that a user points at: the shortest that covers the passage, else the name, or the longest
    mention, within it: in "his wife Ana Brod" she is meant."""
    span, known = passage.span, [m for m in reading.mentions if m.chain]
    around = [m for m in known if m.span.start <= span.start and span.end <= m.span.end]
    if around:
        return min(around, key=lambda m: m.span.end - m.span.start)
    within = [m for m in known if span.start <= m.span.start and m.span.end <= span.end]
    return max(within, key=lambda m: (m.form == "name", m.span.end - m.span.start), default=None)


def chain_at(passage: Passage, words: str, held: Mapping[str, Reading]) -> Place | None:
    """Return the chain of the mention that a ruling knows by its place and words; None where it is not there any more."""
    found = mention_of(passage, words, held)
    return (passage.report, found.chain) if found is not None and found.chain else None


def mention_of(passage: Passage, words: str, held: Mapping[str, Reading]) -> Mention | None:
    """Return the mention of a chain that a ruling knows by its place and words; None where it is not there any more."""
    reading = held.get(passage.report)
    if reading is None:
        return None
    text = reading.report.text
    same = [m for m in reading.mentions if m.chain and text[slice(*m.span)] == words]
    return min(same, key=lambda m: abs(m.span.start - passage.span.start), default=None)


def own(ruling: Ruling) -> str:
    """Return the id of the chain that a ruling makes in its report."""
    return f"ruled-{ruling.id}"


def _own(ruling: Ruling, held: Mapping[str, Reading]) -> Place | None:
    reading = held.get(ruling.one.report)
    made = reading is not None and any(c.id == own(ruling) for c in reading.chains)
    return (ruling.one.report, own(ruling)) if made else None


def ruled(groups: Sequence[Group], rulings: Sequence[Ruling], readings: Sequence[Reading]) -> list[Group]:
    """Return the groups as the rulings that govern have them, in the order given, new ones last."""
    if not rulings:
        return list(groups)
    governing = force(rulings, readings)
    home = {(e.report, e.chain.id): g for g in groups for e in g.entries}
    made: list[Group] = []
    for ruling in rulings:
        pair = governing.governing.get(ruling.id)
        if ruling.verdict == "same" and pair is not None and set(pair) <= home.keys():
            _join(home, pair, ruling)
    for pair, ruling in governing.apart:
        if set(pair) <= home.keys() and home[pair[0]] is home[pair[1]]:
            made.append(_part(home, pair, governing, ruling))
    return [g for g in (*groups, *made) if g.entries]


def _join(home: dict[Place, Group], pair: Pair, ruling: Ruling) -> None:
    into, taken = home[pair[0]], home[pair[1]]
    if into is taken:
        return
    for entry, (score, reason) in zip(taken.entries, taken.why, strict=True):
        into.add(entry, score, reason)
        home[entry.report, entry.chain.id] = into
    into.parts, taken.entries = max(into.parts, taken.parts, key=len), []
    _say(into, pair[1], f"the same by ruling {ruling.id}: {ruling.reason}")


def _part(home: dict[Place, Group], pair: Pair, governing: Force, ruling: Ruling) -> Group:
    """Take the second of a pair, and what belongs to it, out of the group of the first; return its own."""
    one, other = pair
    whole = home[one]
    parts = {(e.report, e.chain.id): e.parts for e in whole.entries}
    named = {place for place, name in parts.items() if name == parts[other] != parts[one] and place not in governing.together}
    moved = (governing.tied(other) | named) - governing.tied(one)
    rows = list(zip(whole.entries, whole.why, strict=True))
    new = Group(parts=max((e.parts for e, _ in rows if (e.report, e.chain.id) in moved), key=len))
    whole.entries, whole.why = [], []
    for entry, (score, reason) in rows:
        group = new if (entry.report, entry.chain.id) in moved else whole
        group.add(entry, score, reason)
        home[entry.report, entry.chain.id] = group
    whole.parts = max((e.parts for e in whole.entries), key=len)
    _say(new, other, f"another by ruling {ruling.id}: {ruling.reason}")
    return new


def _say(group: Group, place: Place, reason: str) -> None:
    at = next(n for n, e in enumerate(group.entries) if (e.report, e.chain.id) == place)
    group.why[at] = (1.0, reason)
