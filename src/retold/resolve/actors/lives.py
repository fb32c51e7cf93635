"""What a report tells of somebody's life stands next to the name: an age, a year of birth, a year of death.

An age is counted back from the day of publication, and is no more than that: born in one of two years. Without a day of
publication it tells nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from retold.model import Chain, Reading, Sex
from retold.resolve.actors.posts import offices_of
from retold.resolve.actors.told import NOTHING, Held, Told, both
from retold.resolve.names import generation
from retold.tables import table

DIGIT = re.compile(r"\d")


def lives(reading: Reading) -> Mapping[str, Told]:
    """Return what the report tells of each person with a name, by chain: dates, and the offices that its facts state."""
    published = (reading.report.published or "")[:4]
    year = int(published) if published.isdecimal() else None
    found: dict[str, Told] = defaultdict(Told)
    persons = {chain.id for chain in reading.chains if chain.kind == "person" and chain.name}
    for mention in reading.mentions:
        if mention.form == "name" and mention.chain in persons:
            told = _beside(reading.report.text, mention.span.start, mention.span.end, year)
            if told != NOTHING:
                found[mention.chain] = both(found[mention.chain], told)
    for chain, held in _held(reading).items():
        found[chain] = both(found[chain], Told(offices=tuple(held)))
    return found


def told_of(chain: Chain, life: Told) -> Told:
    """Return what is told of a chain: its life, its sex, and what its name says of father and son."""
    sexes: frozenset[Sex] = frozenset({chain.sex}) if chain.sex and chain.kind == "person" else frozenset()
    born = generation(chain.name or "") if chain.kind == "person" else None
    return both(life, Told(sexes=sexes, generation=born)) if sexes or born else life


def _held(reading: Reading) -> Mapping[str, list[Held]]:
    held: dict[str, list[Held]] = defaultdict(list)
    for office in offices_of(reading):
        if office.first is not None and office.last is not None:
            days = office.first, office.last
            row = Held(title=office.title, of=office.of, first=days[0], last=days[1], ended=office.ended, told=office.placed)
            held[office.chain].append(row)
    return held


def _beside(text: str, start: int, end: int, year: int | None) -> Told:
    """Return what stands right after a name, or right before it."""
    window = int(_rules()["window"])
    after, before = text[end : end + window], text[max(0, start - window) : start]
    if not DIGIT.search(after + before):
        return NOTHING
    found = next((m for p in _patterns("after") if (m := p.match(after))), None)
    found = found or next((m for p in _patterns("before") if (m := p.search(before))), None)
    return _told({k: int(v) for k, v in found.groupdict().items() if v}, year) if found else NOTHING


def _told(years: Mapping[str, int], year: int | None) -> Told:
    born, died, age = years.get("born"), years.get("died"), years.get("age")
    youngest, oldest = _rules()["ages"]
    if age is not None and (year is None or not youngest <= age <= oldest):
        return NOTHING
    if age is not None and year is not None:
        return Told(born=(year - age - 1, year - age), alive=year)
    return Told(born=(born, born) if born else None, died=(died, died) if died else None)


@lru_cache(maxsize=2)
def _patterns(side: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _rules()[side])


def _rules() -> dict[str, Any]:
    return table("retold.resolve.actors", "lives.toml")
