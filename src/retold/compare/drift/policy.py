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
class DriftRules:
    """The whole of `drift.toml`."""

    alignment: Alignment
    strength: Strength
    versions: Versions


def drift_rules() -> DriftRules:
    """Return what `drift.toml` says. Raises `TableError`."""
    return typed(DriftRules, "retold.compare.drift", "drift.toml")
