"""Reports by day, and one report: its text with layers for what stands in it, and its place among the retellings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.record.excerpt import report, reports
from retold.show.pages.asked import WINDOW, Asked, NoSuchPage, heads, pages
from retold.show.pages.layers import paragraphs

MOST = 100
"""Reports on a page."""
STATED = 150
"""Claims that are listed with one page of a report's text; all are marked in it."""


def listed(asked: Asked) -> Mapping[str, Any]:
    """Return one page of the reports."""
    found = reports(asked.case, asked.at.as_of, page=asked.page(MOST))
    which = pages(asked, found.total, MOST)
    tellings = {t.report: t for t in found.trace.tellings}
    families = {f.id: f for f in found.trace.families}
    given = {"found": found, "tellings": tellings, "families": families}
    return {**given, "heads": heads(asked.case, found.trace), "pages": which}


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one report, one page of its text."""
    held = report(asked.case, asked.at.as_of, asked.told("name"))
    if held is None:
        raise NoSuchPage
    text = held.reading.report.text
    which = pages(asked, len(text), WINDOW)
    start = (which.number - 1) * WINDOW
    shown = paragraphs(held, start, min(start + WINDOW, len(text)))
    stated = [claim for claim in held.claims if start <= claim.mentions[0].span.start < start + WINDOW]
    numbers = {claim.id: number for number, claim in enumerate(stated[:STATED], 1)}
    given = {"stated": stated[:STATED], "numbers": numbers, "more": max(0, len(stated) - STATED)}
    return {"held": held, "report": held.reading.report, "paragraphs": shown, **given, "pages": which}
