"""Persons across reports: equal full names, longer forms, short forms and initials, other spellings, then surnames.

Each step takes only what is plain: a name that fits two holders is left alone, and what is told of two (dates, ages, sexes,
offices held at once) keeps them apart whatever their names. Only those who share a key are compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache

from retold.resolve.actors.groups import Entry, Group
from retold.resolve.actors.judge import by_names, weighed
from retold.resolve.actors.judgement import Judgement, Parts, scored
from retold.resolve.actors.person_names import bare, korean_orders
from retold.resolve.actors.spelling import SLIP, skeleton
from retold.resolve.actors.told import NOTHING, Told, both, conflict, shared_office
from retold.resolve.names import forms, nicknames, person_parts

CROWD = 60
"""Different names under one key beyond which none of them is compared: the key says too little."""
Keys = Callable[[Group], Iterable[Hashable]]


def join_persons(entries: Sequence[Entry]) -> list[Group]:
    """Return the persons that these chains name, each with its chains."""
    named: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    single: list[Entry] = []
    for entry in entries:
        if len(entry.parts) == 1:
            single.append(entry)
        else:
            named[entry.parts].append(entry)
    people = [group for rows in named.values() for group in _of_one_name(rows)]
    for keys in KEYS:
        people = _merge(people, keys)
    return [*people, *_surnames(single, people)]


def _of_one_name(rows: Sequence[Entry]) -> list[Group]:
    """Return the persons of one full name: one, unless reports tell of them what cannot be of one person. Of whom nothing is
    told is the one of whom most is."""
    told: list[Told] = []
    home: list[int] = []
    for entry in (e for e in rows if e.told != NOTHING):
        fits = (n for n, held in enumerate(told[:CROWD]) if conflict(held, entry.told) is None)
        home.append(next(fits, len(told)))
        told[home[-1] :] = [both(told[home[-1]], entry.told), *told[home[-1] + 1 :]] if home[-1] < len(told) else [entry.told]
    usual = Counter(home).most_common(1)[0][0] if home else 0
    places = iter(home)
    groups = [Group(parts=rows[0].parts) for _ in told or (NOTHING,)]
    for entry in rows:
        group = groups[usual if entry.told == NOTHING else next(places)]
        group.add(entry, 1.0, "the same full name" if group.entries else "named in full")
    return groups


def _merge(groups: list[Group], keys: Keys) -> list[Group]:
    """Join groups that share a key and are judged the same; a shorter name that fits two longer ones is left alone."""
    for block in blocks(groups, keys):
        live = sorted((g for g in block if g.entries), key=lambda g: (len(g.parts), sum(map(len, g.parts)), g.parts))
        if len(live) > 1:
            _join_block(live)
    return [g for g in groups if g.entries]


def blocks(groups: Iterable[Group], keys: Keys) -> Iterator[list[Group]]:
    """Yield the groups that share a key, where they are few enough for the key to say something."""
    found: dict[Hashable, list[Group]] = defaultdict(list)
    for group in groups:
        for key in dict.fromkeys(keys(group)):
            found[key].append(group)
    yield from (block for block in found.values() if 1 < len(block) <= CROWD)


def _join_block(block: list[Group]) -> None:
    for n, short in enumerate(block):
        fits = [(g, why) for g in block[n + 1 :] if g.entries and (why := judged(g, short)).same]
        if fits and all(judged(one, other).same for one, _ in fits for other, _ in fits if one is not other):
            target, why = max(fits, key=lambda row: (row[1].score, len(row[0].entries)))
            target.absorb(short, why.score, why.reason)


def judged(one: Group, other: Group) -> Judgement:
    """Return the judgement that two groups are one person, by names and by what is told of them."""
    names = _by_names(one.parts, other.parts, (one.told.generation, other.told.generation))
    if not names.same and _nicknamed(one, other):
        names = scored("nickname")
    return weighed(names, (one.told, other.told))


@lru_cache(maxsize=200_000)
def _by_names(one: Parts, other: Parts, numbers: tuple[str | None, str | None]) -> Judgement:
    return by_names(one, other, numbers=numbers)


def _nicknamed(one: Group, other: Group) -> bool:
    """Whether one is called by the nickname that a report gives the other."""
    return any(full.parts in _nicknames(short) for full, short in ((one, other), (other, one)))


def _nicknames(group: Group) -> set[tuple[str, ...]]:
    names = {e.chain.name for e in group.entries if e.chain.name and not e.chain.name.isalpha()}
    return {(nick, person_parts(name)[-1]) for name in names for nick in nicknames(name)}


# ------------------------------------------------------------------------------ keys


def _given_and_family(group: Group) -> Iterator[Hashable]:
    for given in forms(group.parts[0]):
        yield from ((given, part) for part in group.parts[1:])
    yield from _nicknames(group)


def _letters(group: Group) -> Iterator[Hashable]:
    """Yield what stays where only the order of the names, or the spaces, differ."""
    yield "".join(sorted("".join(group.parts)))
    yield tuple(sorted((group.parts[0], group.parts[-1])))
    if len(group.parts) > 2:
        yield tuple(sorted(group.parts[:2]))


def _initial_and_family(group: Group) -> Iterator[Hashable]:
    yield (group.parts[0][0], group.parts[-1])


def _consonants(group: Group) -> Iterator[Hashable]:
    parts = bare(group.parts)
    yield tuple(sorted((skeleton(parts[0]), skeleton(parts[-1]))))
    yield from (("korean", *order) for order in korean_orders(group.parts))
    for given in forms(parts[0]):
        yield (given, skeleton(parts[-1]))


def _slips(group: Group) -> Iterator[Hashable]:
    """Yield what a wrong letter in one of two long names, or a woman's ending, leaves as it is."""
    given, family = group.parts[0], group.parts[-1]
    if len(family) >= SLIP:
        yield (given, family[0], family[-2:])
    if len(family) > 2:
        yield (given, family[:3])
    if len(given) >= SLIP:
        yield (given[:2], family)


KEYS: tuple[Keys, ...] = (_given_and_family, _letters, _initial_and_family, _consonants, _slips)
"""Under which names are compared, the plainest first."""


# ------------------------------------------------------------------------------ surnames


def holders_of(people: Iterable[Group]) -> dict[str, list[Group]]:
    """Return who has each family name, or a name that may be one."""
    holders: dict[str, list[Group]] = defaultdict(list)
    for group in people:
        for part in dict.fromkeys((group.parts[-1], *group.parts[-2:-1][: len(group.parts) - 2])):
            holders[part].append(group)
    return holders


def _surnames(single: Sequence[Entry], people: Sequence[Group]) -> list[Group]:
    """Give chains with a surname alone to the one person who has it in all reports, or who alone holds the office that is told
    with it; the others stay by themselves."""
    holders = holders_of(people)
    alone: dict[str, list[Group]] = defaultdict(list)
    for entry in single:
        fits = [g for g in holders.get(entry.parts[0], ())[:CROWD] if conflict(g.told, entry.told) is None]
        several = len(holders.get(entry.parts[0], ())) > 1
        if several:
            fits = [g for g in fits if shared_office(g.told, entry.told)]
        if len(fits) == 1:
            office = shared_office(fits[0].told, entry.told) if several else None
            why = (
                f"the surname, and the same office: {office}"
                if office
                else "the surname alone; one person has it in these reports"
            )
            fits[0].add(entry, 0.6, why)
        else:
            why = "a surname alone that several have" if several else "a single name; nobody has it in full"
            _alone(alone[entry.parts[0]], entry, why)
    return [group for groups in alone.values() for group in groups]


def _alone(groups: list[Group], entry: Entry, why: str) -> None:
    """Give a single name that nobody is known by to the one of that name who holds the same office or has the same number."""
    for group in groups[:CROWD]:
        office = shared_office(group.told, entry.told)
        number = entry.told.generation and entry.told.generation == group.told.generation
        if (office or number) and conflict(group.told, entry.told) is None:
            group.add(entry, 0.6, f"the same single name, and the same office: {office}" if office else scored("regnal").reason)
            return
    groups.append(group := Group(parts=entry.parts))
    group.add(entry, 1.0, why)
