"""Two reports side by side: which passage tells which, and what the second changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.record.excerpt import readings
from retold.show.beside import rows, summary
from retold.show.pages.asked import Asked, NoSuchPage, pages, texts

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
    given = {"one": one.report, "two": two.report, "rows": every[start : start + MOST], "words": texts((one, two))}
    return {**given, "summary": summary((one, two), every), "pages": which}
