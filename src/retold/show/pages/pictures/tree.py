"""A family as a picture: the original, those between, and the reports by day, each joined to what it retells by how it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import PurePath

from markupsafe import Markup

from retold.model import Family, Telling
from retold.show.brief.lines import number
from retold.show.pages.addresses import Addresses
from retold.show.pages.asked import Head
from retold.show.pages.pictures.draw import svg
from retold.show.pages.words import day, plain

Row = dict[str, object]
LAST = "~"
"""Sorts behind every day: reports without one stand on the right."""
BETWEEN = 8
"""Sources in between, and reports of other pages, that a picture shows."""
ROW = 28
"""Pixels of a report."""
COLUMN, ACROSS = 150, 560
"""Pixels between two days, and between the first and the last of many."""
LABEL = 380
"""Pixels of the longest label."""
APART = 84
"""Pixels between two days that are both named."""


def drawn(at: Addresses, family: Family, tellings: Sequence[Telling], heads: Mapping[str, Head]) -> Markup | None:
    """Return the picture of the tellings at hand, earliest first, with what they retell; None where that is one report alone."""
    shown = sorted((t for t in tellings if t.report in heads), key=lambda t: (heads[t.report].published or LAST, t.report))
    nodes = _sources(family, shown, {head.outlet for head in heads.values()})
    nodes += _elsewhere(at, shown, heads) + [_node(at, t, heads[t.report]) for t in shown]
    if len(nodes) < 2:
        return None
    days = sorted({str(n["day"]) for n in nodes})
    step = min(COLUMN, ACROSS / (len(days) - 1)) if len(days) > 1 else 0
    for row, node in enumerate(nodes):
        node |= {"x": days.index(str(node["day"])) * step, "y": row * ROW + ROW // 2}
    place = {str(node["id"]): node for node in nodes}
    edges = [edge for t in shown if (edge := _edge(at, t, place))]
    title = f"How {number(len(shown), 'report')} descend from {family.original.name}"
    size = step * (len(days) - 1) + LABEL, len(nodes) * ROW + 30
    return svg("tree", title, size, nodes=nodes, edges=edges, days=_days(days, step))


def _days(days: Sequence[str], step: float) -> list[Row]:
    """Return the lines of the days, with the names of those between which there is room."""
    found, free = list[Row](), 0.0
    for number_, text in enumerate(days):
        x = number_ * step
        room = not number_ or x >= free
        if room:
            free = x + APART
        found.append({"x": x, "text": ("not dated" if text == LAST else text) if room else ""})
    return found


def _sources(family: Family, tellings: Sequence[Telling], outlets: Set[str | None]) -> list[Row]:
    """Return the original, where it is only named, and those through whom reports have the story that are not held either.

    `outlets` are those of the reports at hand: one that carries a story on is a report of the picture.
    """
    found: list[Row] = []
    original = family.original
    if not original.held:
        told = plain(original.name, 40)
        said = f"Original, not seen: {original.name}"
        found.append(_named(original.name, told, said, original.published))
    names = {n for t in tellings for n in t.through[:-1]} - {original.name}
    found += [_named(name, plain(name, 40), f"In between, not seen: {name}", None) for name in sorted(names - outlets)[:BETWEEN]]
    return found


def _elsewhere(at: Addresses, tellings: Sequence[Telling], heads: Mapping[str, Head]) -> list[Row]:
    """Return the reports of other pages of the family that reports of this one retell."""
    here = {t.report for t in tellings}
    names = dict.fromkeys(t.retells for t in tellings if t.retells and t.retells not in here and t.retells in heads)
    return [_report(at, name, heads[name], "retold here", "open") for name in _first(names, heads)]


def _first(names: Iterable[str], heads: Mapping[str, Head]) -> list[str]:
    return sorted(names, key=lambda name: (heads[name].published or LAST, name))[:BETWEEN]


def _named(name: str, told: str, said: str, published: str | None) -> Row:
    known = day(published) if published else ""
    return {"id": f"named:{name}", "label": told, "told": said, "day": known, "sort": "named", "href": None}


def _node(at: Addresses, telling: Telling, head: Head) -> Row:
    silent = telling.declares is not None and telling.declares.kind in ("nobody", "unnamed media", "middleman only")
    node = _report(at, telling.report, head, telling.role, "silent" if silent else "open")
    if silent:
        node["told"] = f"{node['told']}, credits nobody"
    return node | ({"sort": "origin"} if telling.role == "origin" else {})


def _report(at: Addresses, report: str, head: Head, role: str, sort: str) -> Row:
    name = head.outlet or PurePath(report).name
    return {
        "id": report,
        "label": plain(f"{name} ({role})", 48),
        "told": f"{name}, {day(head.published)}: {role}",
        "day": day(head.published) if head.published else LAST,
        "sort": sort,
        "href": at.to("report", name=report),
    }


def _edge(at: Addresses, telling: Telling, place: Mapping[str, Row]) -> Row | None:
    """Return what joins a telling to what it retells: a held report, one in between, or the original that is only named."""
    between = next((f"named:{n}" for n in telling.through if f"named:{n}" in place), None)
    source = telling.retells if telling.retells in place else between
    if source is None or source == telling.report or telling.role == "origin":
        return None
    one, two = place[source], place[telling.report]
    href = at.to("compare", one=source, two=telling.report) if telling.retells == source else None
    told = f"{telling.role} of {one['label']}"
    ends = {"x0": one["x"], "y0": one["y"], "x1": two["x"], "y1": two["y"]}
    return {**ends, "role": telling.role, "told": plain(told, 120), "href": href}
