"""Bodies across reports: countries by code, names by their words, acronyms and short names by who else bears them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from retold.resolve.actors.groups import Entry, Group
from retold.resolve.actors.judge import core, stands_alone
from retold.resolve.names import acronyms, body_parts, fold
from retold.resolve.people.chains import country_name

Others = dict[str, tuple[float, str]]


def join_bodies(entries: Sequence[Entry]) -> list[Group]:
    """Return the bodies that these chains name, each with its chains."""
    groups: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for entry in entries:
        key = core(entry.parts) or entry.parts
        group = _bearer(groups[key], entry)
        if group is None:
            groups[key].append(group := Group(parts=entry.parts))
        group.add(entry, *_reason(group, entry))
    made = [g for rows in groups.values() for g in rows]
    _shorter(made)
    return [g for g in made if g.entries]


def _reason(group: Group, entry: Entry) -> tuple[float, str]:
    if entry.chain.country and entry.chain.name == country_name(entry.chain.country):
        return 1.0, f"the country {entry.chain.country}"
    if not group.entries:
        return 1.0, "so named"
    return (1.0, "the same name") if entry.parts == group.parts else (0.9, "the same words in another order")


def _bearer(groups: list[Group], entry: Entry) -> Group | None:
    """Return the group of that name that no country keeps apart."""
    mine = entry.chain.country
    return next((g for g in groups if mine is None or g.countries() <= {mine}), None)


def _shorter(groups: list[Group]) -> None:
    """Join acronyms and short names to the one body that is known by them."""
    known: dict[str, list[tuple[Group, float, str]]] = defaultdict(list)
    for group in groups:
        for name, (score, reason) in _other_names(group).items():
            known[name].append((group, score, reason))
    for group in groups:
        fits = {id(g): (g, score, why) for g, score, why in known.get(" ".join(group.parts), ()) if g is not group and g.entries}
        if len(fits) != 1:
            continue
        target, score, why = next(iter(fits.values()))
        if len(target.countries() | group.countries()) < 2:
            target.absorb(group, score, why)


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
            if fold(alias):
                rows[" ".join(body_parts(alias))] = (0.9, "a short name that another report gives it")
    return {name: why for name, why in rows.items() if name != " ".join(parts)}
