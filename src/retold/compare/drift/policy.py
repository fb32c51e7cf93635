"""From where on passages are one, and which reports stand for an original, is policy: `drift.toml`, typed here."""

from __future__ import annotations

from dataclasses import dataclass

from retold.tables import typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How passages find each other; `drift.toml` says what each value means."""

    least: float
    foreign: float
    keys: int
    close: float
    several: int
    behind: float
    order: float
    named: float
    stems_abroad: float
    postings: int
    sure: float
    sure_foreign: float
    concepts: tuple[str, ...]
    ladders: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Which pairs of words are compared only where all around them stayed."""

    close_only: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Which held reports stand for the original."""

    most: int
    like: float
    looked_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What `retold compare` shows beside the best passage."""

    further: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What some words speak of."""

    before: int
    behind: int
    carried: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """When a hedge is gone, or new."""

    rows: tuple[str, ...]
    gone: float
    new: float
    statement: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Who is said to say it."""

    voices: tuple[str, ...]
    cited: tuple[str, ...]
    itself: tuple[str, ...]
    sure: float
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """When somebody else stands in a place."""

    like: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Where the words for somebody stand, and which say little."""

    reach: int
    near: int
    name: int
    between: tuple[str, ...]
    vague: tuple[str, ...]
    kindred: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """When two values differ."""

    rounded: float
    elsewhere: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where a dateline may stand, and which words in small letters it may have."""

    paragraphs: int
    longest: int
    small: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """When a denial is left out."""

    before: int
    beside: int
    retold: int
    denied: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """When something is said to be so that was not, or the other way round."""

    changed: int
    reach: int
    carried: float
    shown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """When something was put in."""

    run: int
    new: int
    share: float
    shortest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftRules:
    """The whole of `drift.toml`."""

    alignment: Alignment
    strength: Strength
    versions: Versions
    shown: Shown
    scope: Scope
    hedges: Hedges
    sources: Sources
    actors: Actors
    roles: Roles
    values: Values
    dateline: Dateline
    replies: Replies
    opposites: Opposites
    added: Added


def drift_rules() -> DriftRules:
    """Return what `drift.toml` says. Raises `TableError`."""
    return typed(DriftRules, "retold.compare.drift", "drift.toml")
