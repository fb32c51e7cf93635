"""What stands at a place, to be judged: right, wrong, or of another time; and what was found in a passage, to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from retold.errors import ReportError
from retold.model import Passage, Report, Ruling, Span
from retold.record import excerpt, rulings
from retold.record.as_of import NOW
from retold.resolve.pointed import Found, changes, findings
from retold.ruling import TIMED
from retold.show.pages.asked import Asked, NoSuchPage, pages
from retold.show.pages.content.meant import known, taken
from retold.show.pages.judging import meanings, signature
from retold.show.pages.naming import around
from retold.show.rulings import said, signed
from retold.tables import table

MOST = 100
"""Findings on a page."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the form for what stands at a place, with the words around it and what was ruled there before."""
    report, place = _report(asked), _place(asked)
    try:
        options = meanings(asked.case, place)
    except ReportError as error:
        raise NoSuchPage from error
    kind = asked.told("kind")
    return {
        "report": report,
        "place": place,
        "around": around(report.text, place.span),
        "options": options,
        "taken": taken(asked.case, report.name, options),
        "signatures": [signature(each) for each in options],
        "chosen": next((n for n, each in enumerate(options) if kind in (each.kind, each.what)), 0),
        "timed": any(each.what in TIMED for each in options),
        "how": asked.told("how"),
        "known": [(each, said(each), signed(each.by, each.at, each.reason)) for each in _known(asked, place)],
        "judging": table("retold.show.pages", "judging.toml"),
    }


def found(asked: Asked) -> Mapping[str, Any]:
    """Return one page of what was found in a passage of a report, or in all of it where no passage is named."""
    report, held = _report(asked), excerpt.report(asked.case, NOW, asked.told("name"))
    if held is None:
        raise NoSuchPage
    start, end = asked.number("start", 0), asked.number("end", len(report.text))
    words = table("retold.show.pages", "judging.toml")
    order = list(words["found"])
    every = [*findings(held.reading), *changes(held.telling)]
    there = [each for each in every if each.span.start < end and start < each.span.end]
    there.sort(key=lambda each: (order.index(each.what), each.span, each.about or ""))
    which = pages(asked, len(there), MOST)
    first = (which.number - 1) * MOST
    return {
        "report": report,
        "passage": Span(start, min(end, len(report.text))) if asked.told("end") else None,
        "found": _grouped(there[first : first + MOST]),
        "total": len(there),
        "who": _who(asked, held.reading.mentions),
        "judging": words,
        "pages": which,
    }


def _report(asked: Asked) -> Report:
    """Return the report that a page for judging is about. Raises `NoSuchPage`, also where nobody may judge."""
    report = asked.case.report(asked.told("report") or asked.told("name")) if asked.token is not None else None
    if report is None:
        raise NoSuchPage
    return report


def _place(asked: Asked) -> Passage:
    return Passage(report=asked.told("report"), span=Span(asked.number("start", 0), asked.number("end", 0)))


def _known(asked: Asked, place: Passage) -> Iterator[Ruling]:
    """Yield what was ruled on what stands there."""
    for ruling in rulings.held(asked.case):
        one = ruling.one
        if ruling.what and one.report == place.report and one.span.start < place.span.end and place.span.start < one.span.end:
            yield ruling


def _grouped(there: list[Found]) -> dict[str, list[Found]]:
    made: dict[str, list[Found]] = {}
    for each in there:
        made.setdefault(each.what, []).append(each)
    return made


def _who(asked: Asked, mentions: Any) -> dict[Span, tuple[str, str, str]]:
    """Return by place whom it names: the chain, the id and the name; nothing for those who are nobody of the record."""
    who = known(asked.case, asked.told("name"))
    return {mention.span: (mention.chain, *who[mention.chain]) for mention in mentions if mention.chain in who}
