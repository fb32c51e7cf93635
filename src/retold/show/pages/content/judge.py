"""What stands at a place, to be judged: confirmed, rejected, given another time; or a report, to be moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.errors import ReportError
from retold.model import Passage, Span, Verdict
from retold.ruling import at
from retold.show.pages.asked import Asked, NoSuchPage
from retold.show.rule import signer

VERDICTS: tuple[Verdict, ...] = ("confirmed", "rejected", "dated")


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the forms for a place, or for a whole report where no place is named."""
    if asked.token is None:
        raise NoSuchPage
    name = asked.told("report")
    held = asked.case.report(name)
    if held is None:
        raise NoSuchPage
    if not asked.told("end"):
        return {"report": held, "words": None, "options": {}, "place": None, "signer": signer(None) or ""}
    place = Passage(report=name, span=Span(asked.number("start", 0), asked.number("end", 0)))
    try:
        options = {verdict: at(asked.case, place, verdict) for verdict in VERDICTS}
    except ReportError as error:
        raise NoSuchPage from error
    given = {"report": held, "words": held.text[slice(*place.span)], "options": options, "place": place}
    return {**given, "signer": signer(None) or ""}
