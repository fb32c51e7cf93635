"""Who is who as a reader judges it: pairs that may be one with both passages, offices that change hands, and the way to rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from retold.model import Passage, Ruling, State, Trace
from retold.resolve.actors.doubts import Doubt, OneOfTwo
from retold.resolve.actors.posts import Post, posts
from retold.show.brief.lines import Line, Readings, Section, called, number, place_of, quoted, readings_of
from retold.show.rulings import ruling_json, ruling_lines

Ruled = Sequence[tuple[Ruling, State]]
"""Rulings about who is who, each with what became of it."""


def people_sections(trace: Trace, found: Sequence[Doubt], rulings: Ruled) -> list[Section]:
    """Return the doubtful pairs, the likeliest first, the offices that several held, and the rulings."""
    readings = readings_of(trace)
    pairs = tuple(line for n, doubt in enumerate(found, 1) for line in _pair(n, doubt, readings))
    how = ": rule with `retold people merge` or `split` and the two places" if found else ""
    made = [Section(heading=f"{number(len(found), 'doubtful pair')}{how}", lines=pairs)]
    if changes := tuple(line for post in posts(trace.readings, trace.actors) for line in _changes(post, readings)):
        made.append(Section(heading="Offices", lines=changes))
    if rulings:
        made.append(Section(heading=number(len(rulings), "ruling"), lines=tuple(ruling_lines(rulings))))
    return made


def _pair(n: int, doubt: Doubt, readings: Readings) -> Iterator[Line]:
    yield Line(text=f"{n}. {doubt.one.name} – {doubt.other.name}: {doubt.reason} ({doubt.score:.2f})")
    for side in (doubt.one, doubt.other):
        yield _side(side, readings)


def _side(side: OneOfTwo, readings: Readings) -> Line:
    reading = readings[side.passage.report]
    words = quoted(reading.report.text[slice(*side.passage.span)])
    days = f"; named on {', '.join(day[:10] for day in side.published)}" if len(side.published) > 1 else ""
    told = f"; {'; '.join(side.told)}" if side.told else ""
    return Line(text=f"{called(reading)}: {words}{days}{told}", place=place_of(side.mention), depth=1)


def _changes(post: Post, readings: Readings) -> Iterator[Line]:
    """Two holders of one post: one after the other, or both at one time; each with the passage that tells it."""
    for change in post.changes:
        yield Line(text=f"{change.kind}: {post.title} of {post.of}, {change.reason}")
        for holder, passage in zip((change.earlier, change.later), change.passages, strict=True):
            reading = readings[passage.report]
            words = quoted(reading.report.text[slice(*passage.span)])
            yield Line(text=f"{holder.name}, {called(reading)}: {words}", place=place_of(passage), depth=1)


def people_json(found: Sequence[Doubt], rulings: Ruled) -> dict[str, Any]:
    """Return the same as JSON values (docs/json.md)."""
    return {
        "doubtful": [
            {"one": _side_json(d.one), "other": _side_json(d.other), "score": d.score, "reason": d.reason} for d in found
        ],
        "rulings": [ruling_json(*each) for each in rulings],
    }


def _side_json(side: OneOfTwo) -> dict[str, Any]:
    told = {"published": list(side.published), "told": list(side.told)}
    return {"actor": side.actor, "name": side.name, **_passage_json(side.mention), **told}


def _passage_json(passage: Passage) -> dict[str, Any]:
    return {"report": passage.report, "span": list(passage.span)}
