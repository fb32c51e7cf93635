"""Which words make a source what it is, is policy: `speakers.toml`, typed here and told of there.

Sets are words in lower case, tuples are parts of patterns. A table that says something else than it may is a `TableError`
that names the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from retold.tables import table, typed

Words = frozenset[str]
Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """Things that speak: what they are called, what is handed on, what an outlet publishes."""

    nouns: Words
    titled: Words
    endings: Parts
    handed: Words
    publications: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """How a source phrase is put together."""

    relative: Words
    who: Words
    opens: Parts
    links: Parts
    givers: Parts
    published: Parts
    about: Parts
    whole: Parts
    named: Parts
    new: Words
    naming: Words
    joining: Parts
    plurals: Mapping[str, str]
    plural: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronouns:
    """Pronouns, and the kinds of speaker that each may be."""

    first: Words
    alone: Words
    thing: Words
    it: Words
    it_is: Words
    they: Words
    they_is: Words
    he: Words
    he_is: Words
    owners: Words
    each: Words
    people: Words
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """People who are described and not named."""

    nouns: Words
    quantities: Words
    many: Words
    endings: Parts
    general: Words
    sources: Words
    nobody: Words
    before: Parts
    definite: Words
    lives: Words
    rest: Words
    like: Mapping[str, Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """Bodies that are described and not named."""

    nouns: Words
    uniting: Words
    stands_for: Parts
    belongs: Parts
    lands: Words
    endings: Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersNot:
    """What makes a word of number no count."""

    articles: Words
    scales: Words
    vague: Words
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How far a phrase goes that a later one takes up."""

    openers: Words
    stops: Words
    goes_on: Words
    lesser: Words
    ends: Words
    same: tuple[Parts, ...]
    told: Parts
    right: Parts
    right_people: Parts
    groups: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """Attributions without a source."""

    mute: Words
    absent: Words
    assessing: Words
    impersonal: Words
    others: Words
    nobody: Words
    passive: Words
    joining: Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymity:
    """What is said of those who are not named; tuples are patterns."""

    standing: Parts
    stops: Parts
    nouns: Words
    qualities: Words
    joints: Words
    purposes: Parts
    sides: Words
    unnamed: Parts
    forbidden: Parts
    link: str
    spoke: Parts
    of: Parts
    of_ends: Parts
    because: Parts
    plural: Parts
    singular: Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """The words by which outlets between are told; tuples are whole words."""

    received: Parts
    us: Parts
    quoted: Parts
    citing: Parts
    quoting: Parts
    quoted_as: Parts
    reporting: Parts
    inverted: Parts
    credited: Parts
    hearing: Parts
    before: Parts
    sorts: Parts
    helpers: Words
    breaks: Parts
    never: Words
    informants: Words
    general: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """Words of outlets' names and for outlets."""

    words: Words
    selves: Words
    openers: Words
    kickers: Words
    nouns: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The whole of `speakers.toml`."""

    documents: Documents
    phrase: Phrase
    pronouns: Pronouns
    unnamed: Unnamed
    bodies: Bodies
    numbers: Mapping[str, int]
    numbers_not: NumbersNot
    taken: Taken
    silent: Silent
    anonymity: Anonymity
    via: Via
    outlets: Outlets


@cache
def rules() -> Rules:
    """Return what `speakers.toml` says. Raises `TableError`."""
    return typed(Rules, "retold.resolve.speakers", "speakers.toml")


def either(words: Iterable[str]) -> str:
    """Return the pattern of any of some patterns, the longest first, in a group of its own."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def literally(words: Iterable[str]) -> str:
    """Return the pattern of any of some words as they stand, the longest first, in a group of its own."""
    return either(re.escape(word) for word in words)


@cache
def persons() -> Words:
    """Return the nouns that the tables of names have for persons."""
    rows = table("retold.find.names", "titles.toml")
    return frozenset((*rows["persons"]["words"], *rows["offices"]["words"])) - rules().bodies.nouns


@cache
def peoples() -> Words:
    """Return the words for the people of countries ("freedonian", "freedonians")."""
    rows = table("retold.find.names", "places.toml")
    found = {word.lower() for row in rows.values() for word in row.get("people", ())}
    return frozenset(found | {word + "s" for word in found})


def number(word: str) -> int | None:
    """Return the number that a lower-case word or a run of digits names; None where it names none."""
    if word.isascii() and word.isdigit() and len(word) < 7:
        return int(word)
    return rules().numbers.get(word)


def singular(word: str) -> str:
    """Return an English noun's singular as far as its ending tells."""
    low = word.lower()
    if low in rules().phrase.plurals:
        return rules().phrase.plurals[low]
    if low.endswith(("women", "men")):
        return low[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low
