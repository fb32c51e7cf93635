"""What an outlet changed in a report after it was kept: the reports of several versions, and two versions side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from retold.model import Drift, Reading, Span
from retold.record import differences
from retold.record.differences import Kind
from retold.record.versions import Version, names, reading, removed, versions
from retold.show.pages.asked import Asked, NoSuchPage, Pages, known_then, pages
from retold.show.pages.changed import Pieces, changed
from retold.show.versions import CALLED, both, changes, news, summary, told_as

LISTED = 50
"""Reports on a page."""
MOST = 30
"""Pairs of passages on a page."""
LONGEST = 1_000
"""Code points of a passage that are shown."""
FINDINGS = 60
"""Facts that differ, and attributions, that are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A passage of each version, or of one where the other has none, and what the change does."""

    kind: Kind
    earlier: Pieces
    later: Pieces
    drift: tuple[Drift, ...]


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one page of the reports of several versions or, of one that is named, two versions side by side."""
    if not asked.told("name"):
        return _listed(asked)
    found = _versions(asked, asked.told("name"))
    if not found:
        raise NoSuchPage
    told = [(each, went, _news(before, each)) for before, each, went in _told(found[0])]
    given = {"name": asked.told("name"), "versions": told, "latest": found[0][-1]}
    return {**given, **_beside(asked, found[0])}


def several(asked: Asked) -> list[str]:
    """Return the reports that were replaced or removed, as far as they are known as of then."""
    known = known_then(asked)
    return [name for name in names(asked.case, moment=asked.at.as_of.moment) if known(name)]


def _listed(asked: Asked) -> Mapping[str, Any]:
    every = several(asked)
    which = pages(asked, len(every), LISTED)
    first = asked.page(LISTED).first - 1
    found = [list(_told(each)) for each in _versions(asked, *every[first : first + LISTED])]
    listed = [(told[-1][1], len(told), told[-1][2], _news(told[-1][0], told[-1][1])) for told in found]
    return {"name": None, "total": len(every), "listed": listed, "pages": which}


def _versions(asked: Asked, *reports: str) -> list[tuple[Version, ...]]:
    """Return the versions of some reports that are known as of then."""
    as_of = asked.at.as_of
    found = []
    for each in versions(asked.case, *reports):
        held = [v for v in each if as_of.moment is None or v.held_from <= as_of.moment]
        if known := [_then(v, as_of.moment) for v in held if as_of.includes(v.metadata["published"])]:
            found.append(tuple(known))
    return found


def _then(version: Version, moment: str | None) -> Version:
    """Return a version as it was known at a moment: what ceased to be held later was held."""
    later = moment is not None and version.held_until is not None and version.held_until > moment
    return replace(version, held_until=None) if later else version


def _told(held: Sequence[Version]) -> list[tuple[Version | None, Version, bool]]:
    """Return each version with the one before and whether its report was then removed."""
    return list(zip([None, *held[:-1]], held, removed(held), strict=True))


def _news(before: Version | None, version: Version) -> str:
    return "; ".join(news(before, version)) if before else ""


def _beside(asked: Asked, held: Sequence[Version]) -> Mapping[str, Any]:
    """Return two versions side by side, the last two unless others are named; nothing of a report that has but one."""
    pair = _pair(asked, {each.version: each for each in held})
    if pair is None:
        return {"pair": None, "pages": pages(asked, 0, MOST)}
    moment = asked.at.as_of.moment
    one, two = (reading(asked.case, each.report, each.version, moment=moment) for each in pair)
    if one is None or two is None:
        return {"pair": None, "pages": pages(asked, 0, MOST)}
    found = differences.passages(one, two)
    told = summary(found)
    if all(each.kind == "same" for each in found):
        found = ()
    which = pages(asked, len(found), MOST)
    start = (which.number - 1) * MOST
    drift = changes(one, two)
    rows = [_row(one, two, each, drift) for each in found[start : start + MOST]]
    given = {"pair": pair, "summary": told, "rows": rows, "language": two.report.language}
    return {**given, **_findings(one, two, which), "pages": which}


def _pair(asked: Asked, known: Mapping[int, Version]) -> tuple[Version, Version] | None:
    """Return the two versions that are asked for. Raises `NoSuchPage` for one that is not known."""
    if asked.told("older") or asked.told("newer"):
        wanted = asked.number("older", 0), asked.number("newer", 0)
        if not known.keys() >= set(wanted):
            raise NoSuchPage
        return known[wanted[0]], known[wanted[1]]
    return next(reversed(list(pairwise(known.values()))), None)


def _row(one: Reading, two: Reading, found: differences.Passages, drift: Sequence[Drift]) -> Row:
    was, now = _words(one, found.earlier), _words(two, found.later)
    earlier, later = changed(was, now) if found.kind == "changed" else ([(was, False)], [(now, False)])
    told = tuple(d for d in drift if found.kind != "same" and found.later and _meets(d.later.span, found.later))
    return Row(kind=found.kind, earlier=earlier if was else (), later=later if now else (), drift=told)


def _words(reading: Reading, span: Span | None) -> str:
    words = reading.report.text[slice(*span)] if span else ""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _findings(one: Reading, two: Reading, which: Pages) -> Mapping[str, Any]:
    """Return what is found in one of the versions and not, or otherwise, in the other; told once, with the first page."""
    if which.number > 1:
        return {"findings": {}}
    found = {"Facts": differences.facts(one, two), "Attributions": differences.attributions(one, two)}
    return {"findings": {name: _lines(some) for name, some in found.items()}}


def _lines(found: Sequence[differences.Finding]) -> tuple[list[tuple[Kind, str, str]], int]:
    """Return of each finding how it differs, what it says, and what of it changed; and how many are left out."""
    lines: list[tuple[Kind, str, str]] = []
    for each in found[:FINDINGS]:
        changed = "; ".join(f"{CALLED.get(name, name)} {both(was, now)}" for name, (was, now) in each.changed.items())
        lines.append((each.kind, told_as(each.later or each.earlier or {}), changed))
    return lines, max(0, len(found) - FINDINGS)
