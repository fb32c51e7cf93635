"""Persons across reports: equal full names, longer forms, short forms and initials, other spellings, then surnames.

Each step takes only what is plain: a name that fits two holders is left alone, and sexes that differ keep two apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from retold.resolve.actors.groups import Entry, Group
from retold.resolve.actors.judge import SLIP, Judgement, same_person, skeleton
from retold.resolve.names import generation
from retold.tables import table

CROWD = 60
"""Different names under one key beyond which none of them is compared: the key says too little."""


def join_persons(entries: Sequence[Entry]) -> list[Group]:
    """Return the persons that these chains name, each with its chains."""
    groups: dict[tuple[str, ...], Group] = {}
    single: list[Entry] = []
    for entry in entries:
        if len(entry.parts) == 1:
            single.append(entry)
            continue
        key = (*entry.parts, "") if _clash(groups.get(entry.parts), entry) else entry.parts
        group = groups.setdefault(key, Group(parts=entry.parts))
        group.add(entry, 1.0, "the same full name" if group.entries else "named in full")
    people = list(groups.values())
    for keys in (_given_and_family, _letters, _initial_and_family, _consonants, _slips):
        people = _merge(people, keys)
    return [*people, *_surnames(single, people)]


def _clash(group: Group | None, entry: Entry) -> bool:
    """Whether the sex or the generation of an entry keeps it apart from a group."""
    if group is None:
        return False
    sexes = group.sexes() | ({entry.chain.sex} if entry.chain.sex else set())
    born = generation(entry.chain.name or "")
    generations = group.generations() | ({born} if born else set())
    return len(sexes) > 1 or len(generations) > 1


def _merge(groups: list[Group], keys: Callable[[Group], Iterable[Hashable]]) -> list[Group]:
    """Join groups that share a key and are judged the same; a shorter name that fits two longer ones is left alone."""
    blocks: dict[Hashable, list[Group]] = defaultdict(list)
    for group in groups:
        for key in dict.fromkeys(keys(group)):
            blocks[key].append(group)
    for block in blocks.values():
        live = sorted((g for g in block if g.entries), key=lambda g: (len(g.parts), sum(map(len, g.parts)), g.parts))
        if 1 < len(live) <= CROWD:
            _join_block(live)
    return [g for g in groups if g.entries]


def _join_block(block: list[Group]) -> None:
    for n, short in enumerate(block):
        fits = [(g, why) for g in block[n + 1 :] if g.entries and (why := _judged(g, short))]
        if fits and all(_judged(one, other) for one, _ in fits for other, _ in fits if one is not other):
            target, why = max(fits, key=lambda row: (row[1].score, len(row[0].entries)))
            target.absorb(short, why.score, why.reason)


def _judged(one: Group, other: Group) -> Judgement | None:
    """Return the judgement that two groups are one person; None where they are not, or sexes or generations differ."""
    if len(one.sexes() | other.sexes()) > 1 or len(one.generations() | other.generations()) > 1:
        return None
    judgement = same_person(one.parts, other.parts)
    return judgement if judgement.same else None


# ------------------------------------------------------------------------------ keys


def _given_and_family(group: Group) -> Iterator[Hashable]:
    given = _full_form(group.parts[0])
    yield from ((given, part) for part in group.parts[1:])


def _full_form(given: str) -> str:
    forms = table("retold.resolve", "names.toml")["short_forms"].get(given)
    return str(forms[0]) if forms else given


def _letters(group: Group) -> Iterator[Hashable]:
    """Yield what stays where only the order of the names, or the spaces, differ."""
    yield "".join(sorted("".join(group.parts)))


def _initial_and_family(group: Group) -> Iterator[Hashable]:
    yield (group.parts[0][0], group.parts[-1])


def _consonants(group: Group) -> Iterator[Hashable]:
    yield (skeleton(group.parts[0]), skeleton(group.parts[-1]))


def _slips(group: Group) -> Iterator[Hashable]:
    """Yield what a wrong letter in one of two long names leaves as it is."""
    given, family = group.parts[0], group.parts[-1]
    if len(family) >= SLIP:
        yield (given, family[0], family[-2:])
        yield (given, family[:3])
    if len(given) >= SLIP:
        yield (given[:2], family)


# ------------------------------------------------------------------------------ surnames


def _surnames(single: Sequence[Entry], people: Sequence[Group]) -> list[Group]:
    """Give chains with a surname alone to the one person who has it in all reports; the others stay by themselves."""
    holders: dict[str, list[Group]] = defaultdict(list)
    for group in people:
        for part in dict.fromkeys((group.parts[-1], *group.parts[-2:-1][: len(group.parts) - 2])):
            holders[part].append(group)
    alone = []
    for entry in single:
        fits = holders.get(entry.parts[0], [])
        if len(fits) == 1 and not _clash(fits[0], entry):
            fits[0].add(entry, 0.6, "the surname alone; one person has it in these reports")
        else:
            why = "a single name; nobody has it in full" if not fits else "a surname alone that several have"
            alone.append(group := Group(parts=entry.parts))
            group.add(entry, 1.0, why)
    return alone
