"""Who: people and bodies, and one of them with offices and measures over time, ties, contacts, allegations and statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from retold.model import Actor, Trace
from retold.record.excerpt import About, Page, about, actor, actors, named
from retold.show.pages.asked import Asked, NoSuchPage, Pages, heads, pages
from retold.show.pages.content.who import made_together, rulings_on
from retold.show.pages.pictures import bars, ties
from retold.show.rulings import said, signed
from retold.tables import table

MOST = 50
"""People and bodies on a page, or claims of one kind about one."""
FIRST = 8
"""Claims of each kind with which the page of one begins."""
NAMED = 12
"""Reports that name it with which the page of one begins."""
MEMBERS = 100
"""Reports that name it on a page of these."""
NAMING = "named"
"""What an address calls the part that tells where somebody is named; the others are kinds of claims."""
LASTING = ("office", "measure")
"""Kinds that are drawn as bars over time."""
BETWEEN = ("tie", "contact", "control")
"""Kinds that join two parties, drawn as lines."""
DRAWN = dict.fromkeys(LASTING, 24) | dict.fromkeys(BETWEEN, ties.MOST)
"""Claims of each kind that its pictures show."""


def listed(asked: Asked) -> Mapping[str, Any]:
    """Return one page of people and bodies."""
    found = actors(asked.case, asked.at.as_of, page=asked.page(MOST))
    which = pages(asked, found.total, MOST)
    return {"found": found, "pages": which}


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one person or body with the first of all that is told of it, or one page of a part of this."""
    part, id_ = asked.told("part"), asked.told("id")
    naming = asked.page(MEMBERS) if part == NAMING else Page(most=0 if part else NAMED)
    found = named(asked.case, asked.at.as_of, id_, page=naming)
    if found is None:
        raise NoSuchPage
    (one,) = found.trace.actors
    told = _part(asked, part) if part and part != NAMING else {} if part else _first(asked, id_)
    which = pages(asked, found.total, MEMBERS) if part == NAMING else _pages(asked, part, told)
    claims = [claim for each in told.values() for claim in each.claims]
    shown = {kind: replace(each, claims=each.claims[: None if part else FIRST]) for kind, each in told.items()}
    given = {"rulings": made_together(rulings_on(asked.case, one.id)) if asked.token else [], "said": said, "signed": signed}
    known = heads(asked.case, Trace(claims=tuple(claims), actors=(one,)))
    pictures = {"lasting": None, "between": None} if part else _drawn(asked, one, told)
    return {"actor": one, "part": part, "about": shown, "named": found.total, **pictures, **given, "heads": known, "pages": which}


def _first(asked: Asked, id_: str) -> Mapping[str, About]:
    """Return the first claims of each kind, in the order in which pages have the kinds."""
    told = about(asked.case, asked.at.as_of, [id_], most=FIRST, of=DRAWN)[id_]
    kinds: Mapping[str, str] = table("retold.show", "labels.toml")["pages"]
    return {kind: told[kind] for kind in dict.fromkeys((*kinds, *told)) if kind in told}


def _part(asked: Asked, kind: str) -> Mapping[str, About]:
    """Return one page of the claims of a kind."""
    found = actor(asked.case, asked.at.as_of, asked.told("id"), kind=kind, page=asked.page(MOST))
    if found is None or not found.trace.claims:
        raise NoSuchPage
    return {kind: About(claims=found.trace.claims, total=found.total, ranks=found.ranks)}


def _pages(asked: Asked, part: str, told: Mapping[str, About]) -> Pages:
    return pages(asked, told[part].total if part else 0, MOST)


def _drawn(asked: Asked, one: Actor, told: Mapping[str, About]) -> Mapping[str, Any]:
    """Return the pictures of what lasts, and of what joins it with others."""
    lasting = [claim for kind in LASTING if kind in told for claim in told[kind].claims]
    between = [claim for kind in BETWEEN if kind in told for claim in told[kind].claims]
    return {
        "lasting": bars.drawn(asked.at, lasting, f"Offices and measures of {one.name}"),
        "between": ties.drawn(asked.at, one, between),
    }
