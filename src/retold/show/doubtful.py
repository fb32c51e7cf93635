"""Who is who as a reader judges it: pairs that may be one with both passages, offices that change hands, and the way to rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from retold.model import Passage, Ruling, Trace
from retold.resolve.actors.doubts import Doubt, Side
from retold.resolve.actors.posts import Post, posts
from retold.resolve.actors.ruled import Force, force
from retold.show.brief.lines import Line, Readings, Section, called, number, place_of, quoted, readings_of


def people_sections(trace: Trace, found: Sequence[Doubt], rulings: Sequence[Ruling]) -> list[Section]:
    """Return the doubtful pairs, the likeliest first, the offices that several held, and the rulings."""
    readings, governing = readings_of(trace), force(rulings, trace.readings)
    pairs = tuple(line for n, doubt in enumerate(found, 1) for line in _pair(n, doubt, readings))
    how = ": rule with `retold people merge` or `split` and the two places" if found else ""
    made = [Section(heading=f"{number(len(found), 'doubtful pair')}{how}", lines=pairs)]
    if changes := tuple(line for post in posts(trace.readings, trace.actors) for line in _changes(post, readings)):
        made.append(Section(heading="Offices", lines=changes))
    if rulings:
        lines = tuple(line for each in rulings for line in _ruling(each, governing))
        made.append(Section(heading=number(len(rulings), "ruling"), lines=lines))
    return made


def _pair(n: int, doubt: Doubt, readings: Readings) -> Iterator[Line]:
    yield Line(text=f"{n}. {doubt.one.name} – {doubt.other.name}: {doubt.reason} ({doubt.score:.2f})")
    for side in (doubt.one, doubt.other):
        yield _side(side, readings)


def _side(side: Side, readings: Readings) -> Line:
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


def _ruling(ruling: Ruling, governing: Force) -> Iterator[Line]:
    one, other = ruling.words
    verdict = "one" if ruling.verdict == "same" else "two"
    reason = f": {ruling.reason}" if ruling.reason else ""
    state = " (overruled by a later ruling)" if ruling.id in governing.overruled else ""
    state = " (waits: its words are not in the report any more)" if ruling.id in governing.waiting else state
    yield Line(text=f"ruling {ruling.id}: “{one}” and “{other}” are {verdict}{reason}{state}", place=place_of(ruling.one))
    yield Line(text=f"“{other}”", place=place_of(ruling.other), depth=1)


def people_json(found: Sequence[Doubt], rulings: Sequence[Ruling]) -> dict[str, Any]:
    """Return the same as JSON values (docs/json.md)."""
    return {
        "doubtful": [
            {"one": _side_json(d.one), "other": _side_json(d.other), "score": d.score, "reason": d.reason} for d in found
        ],
        "rulings": [
            {
                "ruling": r.id,
                "verdict": r.verdict,
                "one": {**_passage_json(r.one), "words": r.words[0]},
                "other": {**_passage_json(r.other), "words": r.words[1]},
                "reason": r.reason,
            }
            for r in rulings
        ],
    }


def _side_json(side: Side) -> dict[str, Any]:
    told = {"published": list(side.published), "told": list(side.told)}
    return {"actor": side.actor, "name": side.name, **_passage_json(side.mention), **told}


def _passage_json(passage: Passage) -> dict[str, Any]:
    return {"report": passage.report, "span": list(passage.span)}
