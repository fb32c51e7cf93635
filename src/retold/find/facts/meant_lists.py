"""The words by which a plan is told from a forecast (`meant.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from retold.tables import typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The lists of `meant.toml`."""

    plain: frozenset[str]
    appealing: frozenset[str]
    demanding: frozenset[str]
    scheduled: frozenset[str]
    outcomes: frozenset[str]
    states: frozenset[str]
    idle: frozenset[str]
    sent: frozenset[str]
    past: frozenset[str]
    likelihood: frozenset[str]
    habits: frozenset[str]
    duty: frozenset[str]
    bound: frozenset[str]
    given: frozenset[str]
    proposing: frozenset[str]
    thanking: frozenset[str]


@cache
def meant_lists() -> Meant:
    """Return the lists. Raises `TableError` where the table is malformed."""
    return typed(Meant, "retold.find.facts", "meant.toml")
