"""A family as a picture: the original, those between, and the reports by day, each joined to what it retells by how it does.

Time goes down and retelling to the right, so that a picture is no wider than the screen of a telephone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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
"""Pixels of a report, and of the name of a day."""
STEP, DEEPEST = 30, 5
"""Pixels between what is retold and what retells it, and how often a picture goes to the right."""
LONGEST = 28
"""Characters of what a report is called."""
LETTER = 7
"""Pixels of a letter, about."""


def drawn(at: Addresses, family: Family, tellings: Sequence[Telling], heads: Mapping[str, Head]) -> Markup | None:
    """Return the picture of the tellings at hand, earliest first, with what they retell; None where that is one report alone."""
    shown = sorted((t for t in tellings if t.report in heads), key=lambda t: (heads[t.report].published or LAST, t.report))
    nodes = _sources(family, shown, {head.outlet for head in heads.values()})
    nodes += _elsewhere(at, shown, heads) + [_node(at, t, heads[t.report]) for t in shown]
    _told_apart(nodes, heads)
    if len(nodes) < 2:
        return None
    nodes.sort(key=lambda node: str(node["day"]))
    place = {str(node["id"]): node for node in nodes}
    sources = {t.report: source for t in shown if (source := _source(t, place))}
    days = list(_set(nodes, sources))
    edges = [_edge(at, t, place[sources[t.report]], place[t.report]) for t in shown if t.report in sources]
    title = f"How {number(len(shown), 'report')} descend from {family.original.name}"
    width = max(len(str(node["label"])) * LETTER + node["x"] for node in nodes if isinstance(node["x"], int)) + 40
    return svg("tree", title, (width, (len(nodes) + len(days)) * ROW + ROW / 2), nodes=nodes, edges=edges, days=days)


def _set(nodes: Sequence[Row], sources: Mapping[str, str]) -> Iterator[Row]:
    """Give each node its place, below its day and right of what it retells; yield the days."""
    y, day_ = -ROW, None
    for node in nodes:
        y += ROW
        if node["day"] != day_ and node["day"]:
            yield {"y": y, "text": "not dated" if node["day"] == LAST else node["day"]}
            y += ROW
        day_ = node["day"]
        node |= {"x": STEP * _depth(str(node["id"]), sources), "y": y}


def _depth(name: str, sources: Mapping[str, str]) -> int:
    """Return how many retellings lie between a report and where its story comes from, as far as a picture goes."""
    depth = 0
    while depth < DEEPEST and name in sources:
        name, depth = sources[name], depth + 1
    return depth


def _sources(family: Family, tellings: Sequence[Telling], outlets: Set[str | None]) -> list[Row]:
    """Return the original, where it is only named, and those through whom reports have the story that are not held either.

    `outlets` are those of the reports at hand: one that carries a story on is a report of the picture.
    """
    found: list[Row] = []
    original = family.original
    if not original.held:
        told = plain(original.name, 40)
        said = f"Original, not held: {original.name}"
        found.append(_named(original.name, told, said, original.published))
    names = {n for t in tellings for n in t.through[:-1]} - {original.name}
    found += [_named(name, plain(name, 40), f"In between, not held: {name}", None) for name in sorted(names - outlets)[:BETWEEN]]
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
        "label": f"{plain(name, LONGEST)} ({role})",
        "role": role,
        "told": f"{name}, {day(head.published)}: {role}",
        "day": day(head.published) if head.published else LAST,
        "sort": sort,
        "href": at.to("report", name=report),
    }


def _told_apart(nodes: Sequence[Row], heads: Mapping[str, Head]) -> None:
    """Give reports of one outlet their titles as labels, as far as they have them."""
    outlets = Counter(heads[str(node["id"])].outlet for node in nodes if node["id"] in heads)
    for node in nodes:
        head = heads.get(str(node["id"]))
        if head and head.outlet and head.title and outlets[head.outlet] > 1:
            node["label"] = f"{plain(head.title, LONGEST)} ({node['role']})"


def _source(telling: Telling, place: Mapping[str, Row]) -> str | None:
    """Return what a telling retells: a held report, one in between, or the original that is only named."""
    between = next((f"named:{n}" for n in telling.through if f"named:{n}" in place), None)
    source = telling.retells if telling.retells in place else between
    return None if source == telling.report or telling.role == "origin" else source


def _edge(at: Addresses, telling: Telling, one: Row, two: Row) -> Row:
    """Return what joins a telling to what it retells."""
    href = at.to("compare", one=one["id"], two=telling.report) if telling.retells == one["id"] else None
    told = f"{telling.role} of {one['label']}"
    ends = {"x0": one["x"], "y0": one["y"], "x1": two["x"], "y1": two["y"]}
    return {**ends, "role": telling.role, "told": plain(told, 120), "href": href}
