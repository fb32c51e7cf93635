"""Bodies across reports: countries by code, names by their words, acronyms and short names by who else bears them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from retold.resolve.actors.body_names import core, country_words, named_countries, same_body, says_little, stands_alone, state
from retold.resolve.actors.groups import Entry, Group
from retold.resolve.actors.judgement import scored
from retold.resolve.actors.spelling import skeleton
from retold.resolve.names import acronyms, body_parts, fold
from retold.resolve.people.chains import country_name

Others = dict[str, tuple[float, str]]
Fit = tuple[Group, float, str]
OFTEN = 2
"""So many times more reports use a short name of its own than one that is said to be short for another."""
CROWD = 60
"""Different names under one key beyond which none of them is compared."""


def join_bodies(entries: Sequence[Entry]) -> list[Group]:
    """Return the bodies that these chains name, each with its chains."""
    groups: dict[Hashable, list[Group]] = defaultdict(list)
    for entry in entries:
        key = _key(entry)
        group = _bearer(groups[key], entry)
        if group is None:
            groups[key].append(group := Group(parts=entry.parts))
        group.add(entry, *_reason(group, entry))
    made = [g for rows in groups.values() for g in rows]
    _shorter(made)
    _spelt(made)
    return [g for g in made if g.entries]


def _key(entry: Entry) -> Hashable:
    """Return what equal bodies share: the country of a government, or the words of a name with the countries among them."""
    if code := _government(entry):
        return ("state", code)
    words = core(entry.parts) or entry.parts
    left = tuple(w for w in words if w not in country_words())
    return (left, named_countries(entry.parts)) if left and left != words else words


def _government(entry: Entry) -> str | None:
    """Return the country that a chain stands for as a state: the country by name, or its government."""
    if entry.chain.country and entry.chain.name == country_name(entry.chain.country):
        return entry.chain.country
    return state(entry.chain.name or "") if entry.chain.kind == "body" and len(entry.parts) > 1 else None


def _reason(group: Group, entry: Entry) -> tuple[float, str]:
    code = _government(entry)
    if code and entry.chain.name == country_name(code):
        return 1.0, f"the country {code}"
    if not group.entries:
        return 1.0, "so named"
    if code:
        return scored("government").score, scored("government").reason
    return (1.0, "the same name") if entry.parts == group.parts else (0.9, "the same words in another order")


def _bearer(groups: list[Group], entry: Entry) -> Group | None:
    """Return the group of that name that no country keeps apart."""
    mine = entry.chain.country
    return next((g for g in groups if mine is None or g.countries() <= {mine}), None)


def _shorter(groups: list[Group]) -> None:
    """Join acronyms and short names to the one body that is known by them."""
    for group, fits in known_by(groups):
        fits = [row for row in fits if row[0].entries]
        if len(fits) == 1 and _plain(group, fits[0][0]):
            fits[0][0].absorb(group, *fits[0][1:])


def known_by(groups: Iterable[Group]) -> Iterator[tuple[Group, list[Fit]]]:
    """Yield each body whose name others are known by, with these, score and reason."""
    known: dict[str, dict[int, Fit]] = defaultdict(dict)
    rows = list(groups)
    for group in rows:
        for name, (score, reason) in _other_names(group).items():
            known[name][id(group)] = (group, score, reason)
    for group in rows:
        fits = [fit for key, fit in known.get(" ".join(group.parts), {}).items() if key != id(group)]
        if fits:
            yield group, fits


def _plain(short: Group, full: Group) -> bool:
    """Whether a short name may be joined: countries agree, and it is not better known than what one report calls so."""
    if len(full.countries() | short.countries()) > 1:
        return False
    usual = len(short.entries) > OFTEN * len(full.entries)
    return not usual or same_body(" ".join(full.parts), " ".join(short.parts)).score > scored("part").score


def _other_names(group: Group) -> Others:
    """Return what else reports may call the body, each with score and reason."""
    rows: Others = {}
    parts = group.parts
    if len(parts) > 1 and stands_alone(parts[0]) and any(e.chain.kind == "body" for e in group.entries):
        rows[parts[0]] = (0.6, "its first word, with which no other name begins")
    if len(parts) > 2:
        rows[" ".join(parts[1:])] = (0.75, "its name without the first word, which fits nobody else")
    for entry in group.entries:
        for short in acronyms(entry.chain.name or ""):
            if len(short) > 2:
                rows[short] = (0.7, "its initials, which fit nobody else")
    for entry in group.entries:
        for alias in entry.chain.aliases:
            if fold(alias) and not says_little(body_parts(alias)):
                rows[" ".join(body_parts(alias))] = (0.9, "a short name that another report gives it")
    return {name: why for name, why in rows.items() if name != " ".join(parts)}


def _spelt(groups: list[Group]) -> None:
    """Join names that are spelt otherwise, or that leave out the country, where that fits one body alone."""
    blocks: dict[Hashable, list[Group]] = defaultdict(list)
    for group in groups:
        if group.entries and len(group.parts) > 1:
            for key in dict.fromkeys(_spellings(group)):
                blocks[key].append(group)
    for block in blocks.values():
        live = sorted((g for g in block if g.entries), key=lambda g: (len(g.parts), len(g.entries), g.parts))
        if 1 < len(live) <= CROWD:
            _join_block(live)


def _spellings(group: Group) -> tuple[Hashable, ...]:
    words = [w for w in core(group.parts) if w not in country_words()]
    return ("sounds", *sorted(map(skeleton, words))), ("words", *words)


def _join_block(block: list[Group]) -> None:
    for n, short in enumerate(block):
        fits = []
        for group in block[n + 1 :]:
            judgement = same_body(" ".join(group.parts), " ".join(short.parts))
            if judgement.same and group.entries and len(group.countries() | short.countries()) < 2:
                fits.append((group, judgement))
        if len(fits) == 1:
            fits[0][0].absorb(short, fits[0][1].score, fits[0][1].reason)
