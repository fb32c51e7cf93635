"""A family as a picture: the original, those between, and the reports by day, each joined to what it retells by how it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
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
"""Sources in between that a picture shows."""


def drawn(at: Addresses, family: Family, tellings: Sequence[Telling], heads: Mapping[str, Head]) -> Markup | None:
    """Return the picture of the tellings at hand, earliest first; None where there is but one and its original is not named."""
    shown = sorted((t for t in tellings if t.report in heads), key=lambda t: (heads[t.report].published or LAST, t.report))
    nodes = _sources(family, shown, {head.outlet for head in heads.values()}) + [_node(at, t, heads[t.report]) for t in shown]
    if len(nodes) < 2:
        return None
    days = sorted({str(n["day"]) for n in nodes})
    place: dict[str, Row] = {}
    for row, node in enumerate(nodes):
        node |= {"row": row, "column": days.index(str(node["day"]))}
        place[str(node["id"])] = node
    edges = [edge for t in shown if (edge := _edge(at, t, place))]
    ticks: list[Row] = [{"column": n, "day": "not dated" if text == LAST else text} for n, text in enumerate(days)]
    title = f"How {number(len(shown), 'report')} descend from {family.original.name}"
    return svg("tree", title, signals={"rows": len(nodes), "columns": len(days)}, nodes=nodes, edges=edges, days=ticks)


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


def _named(name: str, told: str, said: str, published: str | None) -> Row:
    known = day(published) if published else ""
    return {"id": f"named:{name}", "label": told, "told": said, "day": known, "sort": "named", "href": None}


def _node(at: Addresses, telling: Telling, report: Head) -> Row:
    name = report.outlet or PurePath(telling.report).name
    silent = telling.declares is not None and telling.declares.kind in ("nobody", "unnamed media", "middleman only")
    said = f"{name}, {day(report.published)}: {telling.role}" + (", credits nobody" if silent else "")
    return {
        "id": telling.report,
        "label": plain(f"{name} ({telling.role})", 48),
        "told": said,
        "day": day(report.published) if report.published else LAST,
        "sort": "origin" if telling.role == "origin" else "silent" if silent else "open",
        "href": at.to("report", name=telling.report),
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
    ends = {"x0": one["column"], "y0": one["row"], "x1": two["column"], "y1": two["row"]}
    return {**ends, "role": telling.role, "told": plain(told, 120), "href": href}
