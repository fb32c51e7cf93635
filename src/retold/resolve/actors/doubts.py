"""Whoever may be one and was not taken for one is a doubtful pair: it is asked, with both passages and all that is told of each.

A pair is doubtful where names tell something and not enough, where a name fits several, and where the names are one but
dates, sexes or offices forbid it, for reports err in these too. What a person has ruled is not asked again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from retold.model import Actor, Passage, Reading, Ruling
from retold.resolve.actors.across import entries_of
from retold.resolve.actors.bodies import known_by
from retold.resolve.actors.groups import Entry, Group
from retold.resolve.actors.judgement import Judgement, scored
from retold.resolve.actors.persons import KEYS, blocks, holders_of, judged
from retold.resolve.actors.ruled import force
from retold.resolve.actors.told import Told, conflict

MOST = 10
"""Persons and single names with one surname among which a pair is asked; more are too many to ask about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOfTwo:
    """One of two who may be one: the actor, a passage that names it, and when reports tell of it."""

    actor: str
    name: str
    mention: Passage
    """Where a report names it first, in the fullest name: the place that a ruling speaks of."""
    passage: Passage
    """The sentence around it."""
    published: tuple[str, ...]
    """Days of publication of the reports that name it, earliest first, without those that are not known."""
    told: tuple[str, ...]
    """What reports tell that could decide: "born 1964/1965", "woman", "mayor of Haldan, 2019-03-01"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two actors who may be one, with the score and the reason of leaving them apart."""

    one: OneOfTwo
    other: OneOfTwo
    score: float
    reason: str


def doubts(readings: Sequence[Reading], actors: Sequence[Actor], rulings: Sequence[Ruling] = ()) -> tuple[Doubt, ...]:
    """Return the doubtful pairs of persons and of bodies, the likeliest first; those that `rulings` hold to be two are left out.

    `actors` are those that `across.actors` gives for the same readings and rulings. Costs about as much as these.
    """
    groups = _groups(readings, actors)
    settled = _ruled(actors, rulings, readings)
    scene = {reading.report.name: reading for reading in readings}
    found: dict[frozenset[str], Doubt] = {}
    persons, bodies = ([k for k in groups if (k[0].kind == "person") is person] for person in (True, False))
    for one, other, why in (*_pairs(persons), *_of_bodies(bodies)):
        pair = frozenset((one[0].id, other[0].id))
        if pair not in settled and (pair not in found or found[pair].score < why.score):
            sides = _side(*one, scene), _side(*other, scene)
            if sides[0] and sides[1]:
                found[pair] = Doubt(one=sides[0], other=sides[1], score=why.score, reason=why.reason)
    return tuple(sorted(found.values(), key=lambda d: (-d.score, d.one.name, d.other.name, d.one.actor, d.other.actor)))


def against(readings: Iterable[Reading], one: Actor, other: Actor) -> str | None:
    """Return in words what reports tell by which two actors cannot be one; None where nothing forbids it."""
    if one.kind != other.kind:
        return f"one is told of as a {one.kind}, the other as a {other.kind}"
    named = {m.report for actor in (one, other) for m in actor.members}
    groups = _groups([r for r in readings if r.report.name in named], (one, other))
    return conflict(groups[0][1].told, groups[1][1].told) if len(groups) == 2 else None


Known = tuple[Actor, Group]


def _groups(readings: Sequence[Reading], actors: Sequence[Actor]) -> list[Known]:
    """Return each actor with the chains that are it, under its fullest name."""
    entries = {(e.report, e.chain.id): e for e in entries_of(readings)}
    made = []
    for actor in actors:
        rows = [entries[m.report, m.chain] for m in actor.members if (m.report, m.chain) in entries]
        if rows:
            group = Group(parts=max((e.parts for e in rows), key=len))
            for entry in rows:
                group.add(entry, 1.0, "")
            made.append((actor, group))
    return made


def _ruled(actors: Iterable[Actor], rulings: Sequence[Ruling], readings: Sequence[Reading]) -> set[frozenset[str]]:
    """Return the pairs of actors that somebody ruled to be two."""
    who = {(m.report, m.chain): actor.id for actor in actors for m in actor.members}
    ends = [pair for pair, _ in force(rulings, readings).apart] if rulings else []
    return {frozenset((who[a], who[b])) for a, b in ends if a in who and b in who}


# ------------------------------------------------------------------------------ pairs


def _pairs(known: Sequence[Known]) -> Iterator[tuple[Known, Known, Judgement]]:
    """Yield the doubtful pairs among those who share a key, and a surname alone with those who have it."""
    by_group = {id(group): (actor, group) for actor, group in known}
    full = [group for _, group in known if len(group.parts) > 1]
    seen: set[frozenset[int]] = set()
    for block in (b for keys in (_same_name, *KEYS) for b in blocks(full, keys)):
        for one, other in combinations(block, 2):
            if (pair := frozenset((id(one), id(other)))) not in seen:
                seen.add(pair)
                if why := _doubtful(one, other):
                    yield by_group[id(one)], by_group[id(other)], why
    single = [group for _, group in known if len(group.parts) == 1]
    for one, other in _by_surname(single, full):
        yield by_group[id(one)], by_group[id(other)], scored("surname")


def _by_surname(single: Sequence[Group], full: Sequence[Group]) -> Iterator[tuple[Group, Group]]:
    """Yield those who are named with one name alone, each with all who have it, unless these are many."""
    holders = holders_of(full)
    alike: dict[str, list[Group]] = defaultdict(list)
    for group in single:
        alike[group.parts[0]].append(group)
    for name, groups in alike.items():
        if len(groups) + len(holders.get(name, ())) <= MOST:
            pairs = (*product(groups, holders.get(name, ())), *combinations(groups, 2))
            yield from ((one, other) for one, other in pairs if conflict(one.told, other.told) is None)


def _of_bodies(known: Sequence[Known]) -> Iterator[tuple[Known, Known, Judgement]]:
    """Yield the bodies of which a short name or an acronym fits several."""
    by_group = {id(group): (actor, group) for actor, group in known}
    for short, fits in known_by([group for _, group in known]):
        for full, score, reason in fits if len(fits) <= MOST else ():
            if len(short.countries() | full.countries()) < 2:
                why = Judgement(score=score, reason=f"{reason.split(', ')[0]}; that is not plain enough, or fits several")
                yield by_group[id(short)], by_group[id(full)], why


def _same_name(group: Group) -> Iterator[Hashable]:
    yield group.parts


def _doubtful(one: Group, other: Group) -> Judgement | None:
    """Return why two may be one; a name that was enough and yet fits several is one of these too."""
    why = judged(one, other)
    if why.doubtful:
        return why
    return Judgement(score=why.score, reason=f"{why.reason}, but the name fits several") if why.same else None


# ------------------------------------------------------------------------------ sides


def _side(actor: Actor, group: Group, scene: Mapping[str, Reading]) -> OneOfTwo | None:
    """Return what is shown of one of two; None where no report names it in a place that is held."""
    days = {day[:10] for e in group.entries if (day := scene[e.report].report.published)}
    places = (p for e in sorted(group.entries, key=_fullest) if (p := _places(e, scene[e.report])))
    if (found := next(places, None)) is None:
        return None
    told = tuple(_words(group.told))
    return OneOfTwo(actor=actor.id, name=actor.name, mention=found[0], passage=found[1], published=tuple(sorted(days)), told=told)


def _fullest(entry: Entry) -> tuple[int, str]:
    return -len(entry.parts), entry.report


def _places(entry: Entry, reading: Reading) -> tuple[Passage, Passage] | None:
    """Return where a report first names somebody, and the sentence of it; twice the name where no sentence holds it."""
    spans = [m.span for m in reading.mentions if m.chain == entry.chain.id and m.form == "name"]
    if not spans:
        return None
    sentence = next((s for s in reading.sentences if s.start <= spans[0].start and spans[0].end <= s.end), spans[0])
    return Passage(report=entry.report, span=spans[0]), Passage(report=entry.report, span=sentence)


def _words(told: Told) -> Iterator[str]:
    yield from ("woman" if sex == "female" else "man" for sex in sorted(told.sexes))
    for word, years in (("born", told.born), ("died", told.died)):
        if years:
            yield f"{word} {years[0]}" if years[0] == years[1] else f"{word} {years[0]}/{years[1]}"
    for held in sorted(told.offices, key=lambda h: h.first):
        of = f" of {held.of}" if held.of else ""
        yield f"{'former ' if held.ended else ''}{held.title}{of}, {date.fromordinal(held.first)}"
