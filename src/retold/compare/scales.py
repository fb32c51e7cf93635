"""What signs are measured by, which turn a matter round or change it, and which words tell what, as `against.toml` has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from retold.tables import typed

Verdict = Literal["same", "weaker", "stronger", "contradicts", "updates", "unrelated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """Words that turn a matter into its opposite."""

    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How signs are measured; `against.toml` says what each means."""

    quoted: float
    rows: int
    matters: int
    items: int
    names: int
    long: int
    most: float
    left_out: tuple[str, ...]
    asides: tuple[str, ...]
    marks: tuple[str, ...]
    joins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The whole of `against.toml`."""

    turns: tuple[str, ...]
    changes: tuple[str, ...]
    least: float
    one_wording: float
    likeness: tuple[str, ...]
    measures: Measures
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    opposites: tuple[Opposites, ...]


def scales() -> Scales:
    """Return what `against.toml` says. Raises `TableError`."""
    return typed(Scales, "retold.compare", "against.toml")
