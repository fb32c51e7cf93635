"""What somebody is, judged from his page or from a place that mentions him: a person, a body, a place, or something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from retold.model import Passage, Span, Trace
from retold.record import excerpt
from retold.record.as_of import NOW
from retold.resolve.actors.ruled import mention_at
from retold.show.pages.asked import Asked, NoSuchPage, heads
from retold.show.pages.content.who import actor_of, places
from retold.show.pages.naming import around, named_in
from retold.tables import table


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the form, with the first places that mention whom it is about, or the one place that was asked for."""
    given = _named(asked) if asked.told("id") else _mentioned(asked)
    known = heads(asked.case, Trace(), [side.report for side, _ in given["sides"]])
    return {**given, "heads": known, "judging": table("retold.show.pages", "judging.toml")}


def _named(asked: Asked) -> dict[str, Any]:
    """Return a person or body of the record."""
    one = actor_of(asked)
    sides = places(asked.case, one)
    if not sides:
        raise NoSuchPage  # whom a ruling put there is mentioned nowhere by himself
    return {"called": one.name, "sort": one.kind, "actor": one.id, "sides": sides, "everywhere": True}


def _mentioned(asked: Asked) -> dict[str, Any]:
    """Return whom a place mentions, whether or not the record knows him."""
    place = Passage(report=asked.told("report"), span=Span(asked.number("start", 0), asked.number("end", 0)))
    readings = excerpt.readings(asked.case, NOW, [place.report], read=("mentions", "chains")) if asked.token is not None else ()
    mention = mention_at(place, readings[0]) if readings else None
    chain = next((each for each in readings[0].chains if each.id == mention.chain), None) if mention else None
    if mention is None or chain is None:
        raise NoSuchPage
    text, best = readings[0].report.text, named_in(readings[0], chain.id) or mention  # a pronoun tells nobody who is ruled on
    side = Passage(report=place.report, span=best.span)
    sides: Sequence[tuple[Passage, tuple[str, str, str]]] = [(side, around(text, side.span))]
    called = chain.name or text[slice(*best.span)]
    return {"called": called, "sort": chain.kind, "actor": None, "sides": sides, "everywhere": bool(chain.name)}
