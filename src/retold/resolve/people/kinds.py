"""A name is a person's wherever the whole report shows it, whatever one place made of it.

A first name in front, no word of a body in it: a person, though it stands before nouns like the name of a firm. The end of
a person's full name is that person. A name made of a people's name stands for many ("Freedonian Islanders").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from retold.model import Mention, Sex
from retold.resolve.names import fold
from retold.tables import table

ADJECTIVES = ("an", "ese", "ish")
"""Endings of the first word of such a name ("Freedonian Islanders"), which tell it from somebody's family name."""
SHORTEST = 2
"""Words of a firm's name with its legal form that may be a person's without it, at least one more."""
LONGEST = 4
"""Words of a person's name."""


def mended(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """Return the mentions with persons' names that were taken for bodies made persons, and peoples made plural."""
    words = {n: _words(m, text) for n, m in enumerate(mentions) if m.form == "name" and m.country is None}
    full = {w for n, w in words.items() if 1 < len(w) <= LONGEST and (mentions[n].kind == "person" or _personal(w))}
    ends = {w[at:] for w in full for at in range(1, len(w)) if len(w) - at > 1 or _personal(w)}
    firms = _firms(mentions, words)
    rows = (_mended(m, words[n], full | ends) if n in words and words[n] not in firms else m for n, m in enumerate(mentions))
    return tuple(replace(m, kind="body", sex=None) if words.get(n) in firms else m for n, m in enumerate(rows))


def _firms(mentions: Sequence[Mention], words: Mapping[int, tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Return the names of persons that are the names of firms without their legal form ("Ada Holm Ltd."), where nobody so called
    has a title."""
    legal = frozenset(table("retold.find.names", "names.toml")["legal"])
    named = {w[:-1] for n, w in words.items() if len(w) > SHORTEST and w[-1] in legal and mentions[n].kind == "body"}
    return named - {words[n] for n, m in enumerate(mentions) if n in words and m.title}


def _words(mention: Mention, text: str) -> tuple[str, ...]:
    span = mention.bare or mention.span
    return tuple(fold(text[span.start : span.end]).split())


def _mended(mention: Mention, words: tuple[str, ...], persons: set[tuple[str, ...]]) -> Mention:
    if words and words[-1] in _peoples() and words[0] not in _first() and (words[-1][-1] == "s" or words[0].endswith(ADJECTIVES)):
        return replace(mention, plural=True)
    if (
        mention.kind == "person"
        or words not in persons
        or (mention.kind == "place" and not _personal(words))
        or (len(words) == 1 and words[0] in _bodies())
    ):
        return mention
    return replace(mention, kind="person", sex=mention.sex or (_first().get(words[0]) if len(words) > 1 else None))


def _personal(words: tuple[str, ...]) -> bool:
    """Whether the words of a name can only be a person's: a first name, then no word of bodies, places or things."""
    return 1 < len(words) <= LONGEST and words[0] in _first() and not _bodies().intersection(words)


@cache
def _first() -> dict[str, Sex | None]:
    rows = table("retold.find.names", "titles.toml")["first"]
    male: dict[str, Sex | None] = dict.fromkeys(rows["male"], "male")
    female: dict[str, Sex | None] = dict.fromkeys(rows["female"], "female")
    return male | female | dict.fromkeys(male.keys() & female.keys())


@cache
def _bodies() -> frozenset[str]:
    rows = table("retold.find.names", "bodies.toml")
    return frozenset(w for key in ("words", "place", "place_first", "other", "never") for w in rows["names"][key])


@cache
def _peoples() -> frozenset[str]:
    rows = table("retold.find.names", "places.toml")
    many = table("retold.find.names", "names.toml")["peoples"]
    return frozenset((*many, *(w.casefold() for row in rows.values() for w in row.get("people", ()) if " " not in w)))
