"""Bodies across reports: countries by code, names by their parts, acronyms and short names by who else bears them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from retold.resolve.actors.groups import Entry, Group
from retold.resolve.names import acronyms, body_parts, fold
from retold.resolve.people.chains import country_name


def join_bodies(entries: Sequence[Entry]) -> list[Group]:
    """Return the bodies that these chains name, each with its chains."""
    groups: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for entry in entries:
        group = _bearer(groups[entry.parts], entry)
        if group is None:
            groups[entry.parts].append(group := Group(parts=entry.parts))
        group.add(entry, 1.0, _reason(group, entry))
    made = [g for rows in groups.values() for g in rows]
    _shorter(made)
    return [g for g in made if g.entries]


def _reason(group: Group, entry: Entry) -> str:
    if entry.chain.country and entry.chain.name == country_name(entry.chain.country):
        return f"the country {entry.chain.country}"
    return "the same name" if group.entries else "so named"


def _bearer(groups: list[Group], entry: Entry) -> Group | None:
    """Return the group of that name that no country keeps apart."""
    mine = entry.chain.country
    return next((g for g in groups if mine is None or g.countries() <= {mine}), None)


def _shorter(groups: list[Group]) -> None:
    """Join acronyms and short names to the one body that is known by them."""
    known: dict[str, list[tuple[Group, float, str]]] = defaultdict(list)
    for group in groups:
        for name, score, reason in _other_names(group):
            known[name].append((group, score, reason))
    for group in groups:
        fits = {id(g): (g, score, why) for g, score, why in known.get(" ".join(group.parts), ()) if g is not group and g.entries}
        if len(fits) != 1:
            continue
        target, score, why = next(iter(fits.values()))
        if len(target.countries() | group.countries()) < 2:
            target.absorb(group, score, why)


def _other_names(group: Group) -> list[tuple[str, float, str]]:
    rows: dict[str, tuple[float, str]] = {}
    if len(group.parts) > 2:
        rows[" ".join(group.parts[1:])] = (0.75, "its name without the first word, which fits nobody else")
    for entry in group.entries:
        for short in acronyms(entry.chain.name or ""):
            if len(short) > 2:
                rows[short] = (0.7, "its initials, which fit nobody else")
    for entry in group.entries:
        for alias in entry.chain.aliases:
            if fold(alias):
                rows[" ".join(body_parts(alias))] = (0.9, "a short name that another report gives it")
    return [(name, *why) for name, why in rows.items() if name != " ".join(group.parts)]
