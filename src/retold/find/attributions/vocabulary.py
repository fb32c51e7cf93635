"""The words that stance is judged by, as `standing.toml` lists them: dictionary forms, typed when they are read; and those of
`cues.toml` that spans are mended by.

What each list is for is said in the table, beside its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from retold.tables import table, typed

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """A party that will not speak."""

    withholding: Words
    speaking: Words
    giving: Words
    given: Words
    answering: Words
    mentioning: Words
    saying: Words
    had: Words
    evading: Words
    nothing: Words
    waiting: Words
    unanswered: Words
    own: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question or a request to somebody else."""

    cues: Words
    telling: Words
    wanting: Words
    nobody: Words
    openers: Words
    duty: Words
    before_order: Words
    no_order: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Alleged:
    """A party is said to have done wrong."""

    cues: Words
    suspecting: Words
    deeds: Words
    hiding: Words
    hidden: Words
    partaking: Words
    manner: Words
    being: Words
    committing: Words
    committed: Words
    doers: Words
    causing: Words
    law: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """The source does not know, or leaves it open."""

    cues: Words
    heads: Words
    settings: Words
    raising: Words
    questions: Words
    acquainted: Words
    things: Words
    negated: Words
    impersonal: Words
    settled: Words
    openers: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """The source rejects it."""

    cues: Words
    attacking: Words
    said_as: Words
    undone: Words
    plain: Words
    sides: Words
    calling: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What the source means to do itself."""

    cues: Words
    infinitive: Words
    gerund: Words
    foreseen: Words
    making_known: Words
    nouns: Words
    remarks: Words
    commissive: Words
    auxiliaries: Words
    will: Words
    would: Words
    first: Words
    human: Words
    many: Words
    thing: Words
    bodies: Words
    voices: Words
    announcing: Words
    no_plan: Words
    no_act: Words
    conditions: Words
    foreseeing: Words
    forecasting: Words
    acts: Words
    people: Words
    side: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a content opens with, and what stands over its main clause."""

    belief: Words
    seeming: Words
    complements: Words
    conjunctions: Words
    asides: Words
    fillers: Words
    carriers: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All lists of `standing.toml`, a section for each stance."""

    declined: Declined
    asked: Asked
    alleged: Alleged
    unknown: Unknown
    denied: Denied
    planned: Planned
    content: Content


@cache
def lists() -> Standing:
    """Return the lists of `standing.toml`. Raises `TableError` where one is missing or is no list of words."""
    return typed(Standing, "retold.find.attributions", "standing.toml")


@cache
def cue_words(section: str, key: str) -> Words:
    """Return the words of a list in a section of `cues.toml`."""
    return frozenset(table("retold.find.attributions", "cues.toml")[section][key])
