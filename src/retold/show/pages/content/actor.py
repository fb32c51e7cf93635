"""Who: people and bodies, and one of them with offices and measures over time, ties, contacts, allegations and statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from retold.model import Claim
from retold.record.excerpt import actor, actors
from retold.show.pages.asked import Asked, NoSuchPage, heads, pages
from retold.show.pages.pictures import bars, ties

MOST = 100
"""People and bodies on a page, or claims about one."""
LASTING = ("office", "measure")
"""Kinds that are drawn as bars over time."""
BETWEEN = ("tie", "contact", "control")
"""Kinds that join two parties, drawn as lines."""


def listed(asked: Asked) -> Mapping[str, Any]:
    """Return one page of people and bodies."""
    found = actors(asked.case, asked.at.as_of, page=asked.page(MOST))
    which = pages(asked, found.total, MOST)
    return {"found": found, "pages": which}


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one person or body with one page of what is told of it."""
    found = actor(asked.case, asked.at.as_of, asked.told("id"), page=asked.page(MOST))
    if found is None or not found.trace.actors:
        raise NoSuchPage
    one = next(a for a in found.trace.actors if a.id == asked.told("id"))
    which = pages(asked, found.total, MOST)
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in found.trace.claims:
        about[claim.kind].append(claim)
    drawn = {
        "lasting": bars.drawn(asked.at, [c for kind in LASTING for c in about[kind]], f"Offices and measures of {one.name}"),
        "between": ties.drawn(asked.at, one, [c for kind in BETWEEN for c in about[kind]]),
    }
    return {"actor": one, "about": dict(about), **drawn, "heads": heads(asked.case, found.trace), "pages": which}
