"""What makes two facts one claim, and what claims are to each other, is policy: `claims.toml` and `relations.toml`, typed here.

A table that says something else than it may is a `TableError` that names the row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from retold.tables import typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a kind of fact needs for two of it to be one claim; `claims.toml` says what each value means."""

    parties: Literal["ordered", "either"]
    needs: Literal["both", "subject", "object", "any", "none"]
    detail: Literal["words", "pattern", "pattern or words", "title", "none"]
    words: float
    lasting: bool
    recurs: bool
    of: Literal["wording", "detail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """How much each agreement counts, 0 to 1; `retold` is the share of words that it takes between retellings."""

    loose: float
    act: float
    declined: float
    retold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The whole of `claims.toml`."""

    kinds: Mapping[str, Rule]
    default: Rule
    scores: Scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """Kinds of which a later sum updates an earlier one, with its score; `raises` are the rows that change any sum."""

    kinds: tuple[str, ...]
    raises: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """Kinds whose parties follow each other, and the score of it."""

    kinds: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Which kinds a statement can deny: from which share of like words, and how surely one in the same sentence."""

    kinds: tuple[str, ...]
    words: float
    sentence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The whole of `relations.toml`."""

    update: Update
    succession: Succession
    denial: Denial
    strength: Mapping[str, int]


def claim_rules() -> Claims:
    """Return what `claims.toml` says. Raises `TableError`."""
    return typed(Claims, "retold.compare", "claims.toml")


def rule_of(kind: str) -> Rule:
    """Return what `claims.toml` says for a kind of fact. Raises `TableError`."""
    rules = claim_rules()
    return rules.kinds.get(kind, rules.default)


def relation_rules() -> Relations:
    """Return what `relations.toml` says. Raises `TableError`."""
    return typed(Relations, "retold.compare", "relations.toml")
