"""An original that nobody holds is known by what its retellings tell of it: the agency, the day, who wrote it.

Copies keep the agency's byline, and rewrites say on which day it reported. Where they differ the most widely told wins, of the
days on which it can have been: not after the first report that has it from there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

from retold.compare.held import called
from retold.model import Credit, Original, Period, Reading
from retold.tables import table


def _policy() -> dict[str, Any]:
    """Return the table of what is told of an original that is not held."""
    return table("retold.compare", "declared.toml")


@cache
def _between() -> re.Pattern[str]:
    """Return what stands between the writers of a byline."""
    joiners = "|".join(map(re.escape, _policy()["bylines"]["joiners"]))
    return re.compile(rf"\s*(?:[,|/;•]|\b(?:{joiners})\b)\s*")


def named(original: Original, readings: Sequence[Reading]) -> tuple[Original, str]:
    """Return an original, one that is not held with the day and writers that its retellings tell, and why that day."""
    if original.held:
        return original, ""
    told = Counter(day for reading in readings for day in set(_days(reading, original.name)))
    day, why = _dated(told, _first(readings), any(map(partial(_carries, original.name), readings)))
    writers = Counter(names for reading in readings if (names := _writers(reading, original.name)))
    return replace(original, published=day, byline=_most(writers)), why


def _most(told: Mapping[str, int]) -> str | None:
    return min(told, key=lambda each: (-told[each], each), default=None)


def _first(readings: Sequence[Reading]) -> str | None:
    """Return the day on which the first dated report came out."""
    return min((r.report.published[:10] for r in readings if r.report.published), default=None)


def _carries(name: str, reading: Reading) -> bool:
    """Return whether a report carries the text of an outlet under its name, and is dated."""
    return bool(reading.report.published) and any(c.name == name and c.place in ("byline", "dateline") for c in reading.credits)


def _dated(told: Mapping[str, int], first: str | None, carried: bool) -> tuple[str | None, str]:
    """Return the day of an original, and why: nothing retells what is not out yet, so days after the first retelling are wrong.

    Where none is left, or a copy is the only sign, it was out by the day of the first.
    """
    early = {day: n for day, n in told.items() if first is None or day <= first}
    day = _most(early)
    if day is None and first is not None and (told or carried):
        day, why = first, f"it was out by {first}, when the first report came that has it from there"
    else:
        why = f"{early[day]} of them date it {day}" if day else ""
    others = [f"{each} ({n})" for each, n in sorted(told.items()) if each != day]
    return day, f"{why}; told otherwise: {', '.join(others)}" if why and others else why


def _days(reading: Reading, name: str) -> Iterator[str]:
    """Yield the days on which a report says that the outlet reported: "NAME reported on Sunday", "on Sunday NAME reported"."""
    text, reach = reading.report.text, _policy()["bounds"]["day"]
    for credit in reading.credits:
        if credit.name != name or credit.governs not in ("story", "paragraph") or "told" in credit.reason:
            continue
        for time in reading.times:
            gap = max(time.span.start - credit.span.end, credit.span.start - time.span.end)
            between = text[min(credit.span.end, time.span.end) : max(credit.span.start, time.span.start)]
            if gap <= reach and not re.search(r"[.!?;\n]", between) and (day := _day(time.period)):
                yield day


def _day(period: Period | None) -> str | None:
    """Return the day that a period is, None for a longer or an open one."""
    if period is None or period.earliest is None or period.latest is None or period.earliest.date() != period.latest.date():
        return None
    return period.earliest.date().isoformat()


def _writers(reading: Reading, name: str) -> str | None:
    """Return the writers in the byline of a report that carries the outlet's own text."""
    placed = {c.place for c in reading.credits if c.name == name}
    if not reading.report.byline or placed.isdisjoint({"byline", "dateline"}) or not _the_outlets(reading, name):
        return None
    parts = [p.strip(" .") for p in _between().split(reading.report.byline)]
    return ", ".join(p for p in parts if _person(p, called(name))) or None


def _person(part: str, outlets: frozenset[str]) -> bool:
    """Return whether a part of a byline is a person's name: neither the outlet, nor another, nor a post ("staff writer")."""
    rows = table("retold.find", "credits.toml")
    words = part.split()
    several = 1 < len(words) <= _policy()["bylines"]["words"] and not any(c.isdigit() for c in part)
    named = several and words[0][:1].isupper() and words[-1][:1].isupper()
    posts = frozenset(rows["marks"]["desk"]) | frozenset(rows["outlets"]["words"]) | frozenset(rows["outlets"]["not"])
    return named and _letters(part) not in outlets and all(_letters(w) not in outlets and w not in posts for w in words)


def _the_outlets(reading: Reading, name: str) -> bool:
    """Return whether the byline is the credited outlet's: neither another outlet nor the report's own is in it."""
    byline = reading.report.byline or ""
    others: list[Credit] = [c for c in reading.credits if c.place == "byline" and c.name != name]
    return not others and not (reading.report.outlet and reading.report.outlet.lower() in byline.lower())


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum()).removeprefix("the")
