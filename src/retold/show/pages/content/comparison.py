"""Two reports side by side: which passage tells which, and what the second changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from retold.model import Passage
from retold.record.excerpt import readings
from retold.show.beside import Row, rows, summary
from retold.show.pages.asked import Asked, NoSuchPage, pages, texts
from retold.show.pages.changed import Pieces, changed

MOST = 80
"""Pairs of passages on a page."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one page of the passages of two reports, aligned."""
    from retold.compare.drift.compared import compared

    names = [asked.told(which) for which in ("one", "two")]
    held = {each.report.name: each for each in readings(asked.case, asked.at.as_of, names)}
    if not held.keys() >= set(names):
        raise NoSuchPage
    one, two = (held[name] for name in names)
    found = compared(one, two)
    every = rows((one, two), found)
    which = pages(asked, len(every), MOST)
    start = (asked.number("page") - 1) * MOST
    words = texts((one, two))
    shown = [(row, *_pieces(row, words)) for row in every[start : start + MOST]]
    given = {"one": one.report, "two": two.report, "rows": shown, "words": words}
    return {**given, "summary": summary((one, two), every), "pages": which}


def _pieces(row: Row, words: Callable[[Passage], str]) -> tuple[Pieces, Pieces]:
    """Return the passages of a row in pieces, the changed words marked; nothing of one that is not there."""
    was, now = (words(place) if place else "" for place in (row.earlier, row.later))
    return changed(was, now) if was and now else ([(was, False)] if was else [], [(now, False)] if now else [])
