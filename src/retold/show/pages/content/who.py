"""Who is who, to be judged from the page of a person or body: another name for the same, or somebody else of one name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any

from retold.model import Actor, Passage, Reading, Ruling, Trace
from retold.record import excerpt, rulings
from retold.record.as_of import NOW
from retold.record.case import Case
from retold.resolve.actors.ruled import chain_at
from retold.resolve.taken_for import KIND
from retold.show.pages.asked import Asked, NoSuchPage, heads
from retold.show.pages.naming import around, named_in

OFFERED = 20
"""Others who are offered to be picked."""
LOOKED = 200
"""Rulings, the latest, among which those on somebody are looked for."""
SIDES = 12
"""Places of the same name that are offered to be told from one."""
WORD = re.compile(r"[^\W\d_]{3,}")
_CALLED = """
SELECT actor, name, aliases, reports FROM actors
WHERE retracted_at IS NULL AND kind = ? AND actor <> ?
ORDER BY reports DESC, id
"""
_MEMBERS = """
SELECT r.name, m.chain FROM members AS m JOIN reports AS r ON r.id = m.report
WHERE m.actor = ?1 AND m.retracted_at IS NULL ORDER BY (r.name = ?2 AND m.chain = ?3) DESC, m.id LIMIT ?4
"""
_CHAINS = """
SELECT DISTINCT r.name, m.chain FROM members AS m JOIN reports AS r ON r.id = m.report
WHERE m.actor = ? AND m.retracted_at IS NULL AND r.name IN (SELECT value FROM json_each(?))
"""
_TIMES = "SELECT count(*) FROM members WHERE actor = ? AND retracted_at IS NULL"


def same(asked: Asked) -> Mapping[str, Any]:
    """Return the form that makes two one: those who are called as was asked, or who share a word of the name."""
    one = actor_of(asked)
    said = asked.told("q").strip()
    wanted = [said] if said else list(dict.fromkeys(WORD.findall(" ".join((one.name, *one.aliases)))))
    every = [(row, f"{row[1]}\n{row[2] or ''}".casefold()) for row in asked.case.select(_CALLED, one.kind, one.id)]
    found: dict[str, tuple[str, str, str | None, int]] = {}
    for words in wanted[:8]:
        found |= {row[0]: row for row in islice((row for row, called in every if words.casefold() in called), OFFERED)}
    return {"actor": one, "q": said, "found": list(found.values())[:OFFERED]}


def other(asked: Asked) -> Mapping[str, Any]:
    """Return the form that tells one mention from the others of its name, each with its passage."""
    one = actor_of(asked)
    report, chain = asked.told("report"), asked.told("chain")
    rows = asked.case.select(_MEMBERS, one.id, report, chain, SIDES + 1)
    if not rows or rows[0] != (report, chain):
        raise NoSuchPage
    readings = excerpt.readings(asked.case, NOW, [name for name, _ in rows], read=("mentions",))
    held = {each.report.name: each for each in readings}
    sides = [(side, around(held[side.report].report.text, side.span)) for side in _sides(one, rows, held)]
    if report not in held or named_in(held[report], chain, one) is None:
        raise NoSuchPage  # whom a ruling put there is mentioned elsewhere only
    return {
        "actor": one,
        "named": asked.case.select(_TIMES, one.id)[0][0],
        "this": sides[0],
        "others": sides[1:],
        "heads": heads(asked.case, Trace(), [name for name, _ in rows]),
    }


def actor_of(asked: Asked) -> Actor:
    """Return whom a page is about. Raises `NoSuchPage`, also where nobody may judge."""
    found = asked.token is not None and excerpt.actor(asked.case, NOW, asked.told("id"), page=excerpt.Page(first=1, most=1))
    if not found or not found.trace.actors:
        raise NoSuchPage
    return next(each for each in found.trace.actors if each.id == asked.told("id"))


def places(case: Case, actor: Actor) -> list[tuple[Passage, tuple[str, str, str]]]:
    """Return the first places that name somebody, each with what stands around it."""
    rows = case.select(_MEMBERS, actor.id, "", "", SIDES)
    held = {each.report.name: each for each in excerpt.readings(case, NOW, [name for name, _ in rows], read=("mentions",))}
    return [(side, around(held[side.report].report.text, side.span)) for side in _sides(actor, rows, held)]


def _sides(actor: Actor, rows: list[tuple[Any, ...]], held: Mapping[str, Reading]) -> Iterator[Passage]:
    for name, chain in rows:
        mention = named_in(held[name], chain, actor) if name in held else None
        if mention:
            yield Passage(report=name, span=mention.span)


def rulings_on(case: Case, actor: str) -> list[Ruling]:
    """Return what people ruled on who and what somebody is, the latest first."""
    decided = [each for each in rulings.held(case)[-LOOKED:][::-1] if (each.what is None and each.other) or each.what == KIND]
    decided = [each for each in decided if each.verdict in ("same", "different")]
    names = json.dumps(sorted({place.report for each in decided for place, _ in _places(each)}))
    chains = set(case.select(_CHAINS, actor, names))
    readings = excerpt.readings(case, NOW, sorted({report for report, _ in chains}), read=("mentions",))
    held = {each.report.name: each for each in readings}
    return [each for each in decided if any(chain_at(place, words, held) in chains for place, words in _places(each))]


def made_together(decided: Sequence[Ruling]) -> list[list[Ruling]]:
    """Return rulings, those together that say at once of several reports what somebody is."""

    def step(each: Ruling) -> object:
        return (each.at, each.by, each.reason, each.sort) if each.what == KIND else each.id

    return [list(some) for _, some in groupby(decided, key=step)]


def _places(ruling: Ruling) -> Iterator[tuple[Passage, str]]:
    """Yield the mentions that a ruling is about, each with its words."""
    places = (place for place in (ruling.one, ruling.other) if place)
    yield from zip(places, ruling.words, strict=True)
