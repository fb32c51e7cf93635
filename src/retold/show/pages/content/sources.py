"""Where the reports come from: the originals with most reports first, and one family as a picture and a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.record.excerpt import counts, families, family
from retold.show.pages.asked import Asked, NoSuchPage, heads, pages, texts
from retold.show.pages.pictures import tree

MOST = 10
"""Families on a page."""
FIRST = 12
"""Reports of each that the page and its picture show."""
MEMBERS = 40
"""Reports of a family on a page."""
CHANGES = 3
"""Changes that each of them made, of those that are shown with it; all stand side by side with what it retells."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one page of the originals, each with its first reports."""
    found = families(asked.case, asked.at.as_of, page=asked.page(MOST), members=FIRST)
    which = pages(asked, found.total, MOST)
    tellings = {telling.report: telling for telling in found.trace.tellings}
    numbers = counts(asked.case, asked.at.as_of)
    known = heads(asked.case, found.trace)
    pictures = {
        kin.id: tree.drawn(asked.at, kin, [tellings[name] for name in kin.reports if name in tellings], known)
        for kin in found.trace.families
        if len(kin.reports) > 1
    }
    given = {"found": found, "tellings": tellings, "counts": numbers, "pictures": pictures}
    return {**given, "heads": known, "pages": which}


def one(asked: Asked) -> Mapping[str, Any]:
    """Return one family: its picture, and one page of its reports with what each changed."""
    found = family(asked.case, asked.at.as_of, asked.told("id"), page=asked.page(MEMBERS), read=())
    if found is None or not found.trace.families:
        raise NoSuchPage
    which = pages(asked, found.total, MEMBERS)
    known = heads(asked.case, found.trace, {t.retells for t in found.trace.tellings if t.retells})
    (kin,) = found.trace.families
    picture = tree.drawn(asked.at, kin, found.trace.tellings, known)
    given = {"family": kin, "found": found, "heads": known, "texts": texts(found.trace.readings)}
    return {**given, "picture": picture, "shown": CHANGES, "pages": which}
