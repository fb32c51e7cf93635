"""A place is written REPORT:START-END, in every listing and at every prompt; START and END count code points from 0."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from retold.model import Passage, Span

if TYPE_CHECKING:
    from retold.record.case import Case

PLACE = re.compile(r"(?P<report>.*):(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12})", re.DOTALL)


def parsed(place: str) -> Passage:
    """Return the passage that a user names. Raises `typer.BadParameter` for what is no place."""
    match = PLACE.fullmatch(place)
    if not match:
        raise typer.BadParameter("a place is REPORT:START-END, for example reports/one.txt:120-180")
    if not match["report"]:
        raise typer.BadParameter(f"{place} names no report: a place is REPORT:START-END, for example reports/one.txt{place}")
    return Passage(report=match["report"], span=Span(int(match["start"]), int(match["end"])))


def held(case: Case, place: str) -> Passage:
    """Return the passage that a user names, in the report of the case that he means. Raises `typer.BadParameter` for what is no
    place, and `ReportError` for a report that the case does not hold, or a name that several have."""
    from retold.record.called import called

    passage = parsed(place)
    return replace(passage, report=called(case, passage.report))
