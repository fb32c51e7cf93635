"""Persons across reports: equal full names, longer forms, short forms and initials, other spellings, then surnames.

Each step takes only what is plain: a name that fits two holders is left alone, and sexes that differ keep two apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from rapidfuzz.distance import JaroWinkler

from retold.resolve.actors.groups import Entry, Group
from retold.resolve.names import extends, same_given
from retold.tables import table

CROWD = 60
"""Different names under one key beyond which none of them is compared: the key says too little."""
Judgement = tuple[float, str]


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
    for keys, judge in ((_given_and_family, _fuller), (_initial_and_family, _initials), (_consonants, _spelling)):
        people = _merge(people, keys, judge)
    return [*people, *_surnames(single, people)]


def _clash(group: Group | None, entry: Entry) -> bool:
    return group is not None and bool(entry.chain.sex and group.sexes() - {entry.chain.sex})


def _merge(
    groups: list[Group],
    keys: Callable[[Group], Iterable[Hashable]],
    judge: Callable[[Group, Group], Judgement | None],
) -> list[Group]:
    """Join groups that share a key and are judged the same; a shorter name that fits two longer ones is left alone."""
    blocks: dict[Hashable, list[Group]] = defaultdict(list)
    for group in groups:
        for key in dict.fromkeys(keys(group)):
            blocks[key].append(group)
    for block in blocks.values():
        live = sorted((g for g in block if g.entries), key=lambda g: (len(g.parts), sum(map(len, g.parts)), g.parts))
        if 1 < len(live) <= CROWD:
            _join_block(live, judge)
    return [g for g in groups if g.entries]


def _join_block(block: list[Group], judge: Callable[[Group, Group], Judgement | None]) -> None:
    for n, short in enumerate(block):
        fits = [(g, why) for g in block[n + 1 :] if g.entries and (why := _judged(g, short, judge))]
        if fits and all(_judged(one, other, judge) for one, _ in fits for other, _ in fits if one is not other):
            target, why = max(fits, key=lambda row: (row[1][0], len(row[0].entries)))
            target.absorb(short, *why)


def _judged(one: Group, other: Group, judge: Callable[[Group, Group], Judgement | None]) -> Judgement | None:
    if len(one.sexes() | other.sexes()) > 1:
        return None
    return judge(one, other)


# ------------------------------------------------------------------------------ keys and judgements


def _given_and_family(group: Group) -> Iterator[Hashable]:
    given = _full_form(group.parts[0])
    yield from ((given, part) for part in group.parts[1:])


def _full_form(given: str) -> str:
    forms = table("retold.resolve", "names.toml")["short_forms"].get(given)
    return str(forms[0]) if forms else given


def _fuller(one: Group, other: Group) -> Judgement | None:
    if extends(one.parts, other.parts) or extends(other.parts, one.parts):
        same = one.parts[0] == other.parts[0]
        return (
            (0.93, "the same given and family name, one in a longer form") if same else (0.85, "a short form of the given name")
        )
    return None


def _initial_and_family(group: Group) -> Iterator[Hashable]:
    yield (group.parts[0][0], group.parts[-1])


def _initials(one: Group, other: Group) -> Judgement | None:
    short = min(len(one.parts[0]), len(other.parts[0])) == 1
    if short and one.parts[-1] == other.parts[-1] and same_given(one.parts[0], other.parts[0]):
        return (0.75, "the same family name, the initial fits and fits nobody else")
    return None


def _consonants(group: Group) -> Iterator[Hashable]:
    yield (skeleton(group.parts[0]), skeleton(group.parts[-1]))


def _spelling(one: Group, other: Group) -> Judgement | None:
    pairs = ((one.parts[0], other.parts[0]), (one.parts[-1], other.parts[-1]))
    likeness = min(JaroWinkler.similarity(a, b) for a, b in pairs)
    middles = set(one.parts[1:-1]), set(other.parts[1:-1])
    if not _same_ending(one.parts[0], other.parts[0]) or any(c.isdigit() for c in one.parts[0] + one.parts[-1]):
        return None
    if likeness < table("retold.resolve.actors", "actors.toml")["spelling"] or (all(middles) and middles[0] != middles[1]):
        return None
    return (round(0.9 * likeness, 2), "the same name, spelt otherwise")


def _same_ending(one: str, other: str) -> bool:
    """Whether two given names end alike where the ending tells the sex ("Peter" and "Petra" do not)."""
    return all(one.endswith(vowel) == other.endswith(vowel) for vowel in "ae")


_SOUNDS = (
    (r"sch|sh|ch|tch|zh|cz|ts|tz", "s"),
    (r"ph", "f"),
    (r"kh|gh", "h"),
    (r"gu(?=[ei])", "g"),
    (r"qu(?=[ei])", "k"),
    (r"c(?=[eiy])", "s"),
    (r"[ckq]", "k"),
    (r"x", "ks"),
    (r"[zs]", "s"),
    (r"w", "v"),
    (r"[aeiouyj']", ""),
    (r"(.)\1+", r"\1"),
)


def skeleton(word: str) -> str:
    """Return the consonants of a folded word as they sound, whatever the spelling: "rodriguez", "rodriges" -> "rdrgs"."""
    first = "" if word[:1] not in "aeiouyj" else "a"
    for pattern, sound in _SOUNDS:
        word = re.sub(pattern, sound, word)
    return first + word


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
