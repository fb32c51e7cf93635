"""What reports tell of somebody beside the name can forbid a merge: birth, death, age, sex, offices held at once."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import Sex
from retold.resolve.actors.judgement import threshold

Years = tuple[int, int]
"""First and last year that it may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office that somebody holds, as one report tells it: title and whose it is in folded words, days as ordinals."""

    title: str
    of: str | None
    first: int
    last: int
    ended: bool = False
    told: bool = False
    """Whether the report itself says of which country or place it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of one person or body; everything may be unknown."""

    sexes: frozenset[Sex] = frozenset()
    generation: str | None = None
    born: Years | None = None
    died: Years | None = None
    alive: int | None = None
    """The last year in which a report tells an age."""
    offices: tuple[Held, ...] = ()


OFFICES = 12
"""Tellings of offices that are kept of one person: more tell nothing new."""
NOTHING = Told()


def both(one: Told, other: Told) -> Told:
    """Return what two tellings of one person say together."""
    if other == NOTHING:
        return one
    if one == NOTHING:
        return other
    alive = [year for year in (one.alive, other.alive) if year is not None]
    return Told(
        sexes=one.sexes | other.sexes,
        generation=one.generation or other.generation,
        born=_narrower(one.born, other.born),
        died=_narrower(one.died, other.died),
        alive=max(alive, default=None),
        offices=tuple(dict.fromkeys((*one.offices, *other.offices)))[:OFFICES],
    )


def _narrower(one: Years | None, other: Years | None) -> Years | None:
    if one is None or other is None:
        return one or other
    shared = max(one[0], other[0]), min(one[1], other[1])
    return shared if shared[0] <= shared[1] else one


def conflict(one: Told, other: Told) -> str | None:
    """Return in words why two cannot be one person, by what is told of each; None where nothing forbids it."""
    if len(one.sexes | other.sexes) > 1:
        return "one is told of as a woman, the other as a man"
    if one.generation and other.generation and one.generation != other.generation:
        return "father and son have one name"
    return _dates(one, other) or _dates(other, one) or _offices(one, other)


def _dates(one: Told, other: Told) -> str | None:
    apart = int(threshold("years_apart"))
    if one.born and other.born and one.born[0] > other.born[1] + apart:
        return f"born {_years(other.born)} and {_years(one.born)}"
    if one.died and other.died and one.died[0] > other.died[1] + apart:
        return f"died {_years(other.died)} and {_years(one.died)}"
    if one.died and other.born and other.born[0] > one.died[1]:
        return f"one died in {_years(one.died)}, the other was born in {_years(other.born)}"
    if one.died and other.alive and other.alive > one.died[1] + apart:
        return f"one died in {_years(one.died)}, the other is told of with an age in {other.alive}"
    return None


def _years(years: Years) -> str:
    return str(years[0]) if years[0] == years[1] else f"{years[0]}/{years[1]}"


def _offices(one: Told, other: Told) -> str | None:
    """Say which offices of one kind, of two bodies or countries, the two hold at one time."""
    for mine in one.offices:
        for theirs in other.offices:
            if _at_once(mine, theirs):
                return f"{mine.title} of {' and of '.join(sorted((str(mine.of), str(theirs.of))))} at one time"
    return None


def _at_once(one: Held, other: Held) -> bool:
    if one.title != other.title or one.of == other.of or not (one.told and other.told) or one.ended or other.ended:
        return False
    return one.first <= other.last and other.first <= one.last


def shared_office(one: Told, other: Told) -> str | None:
    """Return the office that both are told to hold, in words; None where there is none: it is evidence, never identity."""
    mine = {(h.title, h.of) for h in one.offices if h.of}
    shared = sorted((h.title, h.of) for h in other.offices if h.of and (h.title, h.of) in mine)
    return f"{shared[0][0]} of {shared[0][1]}" if shared else None
