"""What was done is told by the word that tells it: "arrested" and "detention" are one act, "arrest" and "release" are not.

The rows of the fact tables gather words that stand in one sentence pattern, so they hold opposites; `acts.toml` gathers words
that mean one thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from retold.compare.likeness import stems
from retold.tables import typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """The whole of `acts.toml`."""

    endings: tuple[str, ...]
    same: Mapping[str, tuple[str, ...]]
    near: Mapping[str, tuple[str, ...]]
    then: Mapping[str, tuple[str, ...]]


def act_of(trigger: frozenset[str], pattern: str) -> str:
    """Return the act that the stems of a word tell, else what the row of the fact tables that found it goes by."""
    rows = _rows()
    return next((rows[stem] for stem in sorted(trigger) if stem in rows), None) or _pattern(pattern)


def acts_of(words: frozenset[str]) -> frozenset[str]:
    """Return the acts that the stems of some words tell."""
    rows = _rows()
    return frozenset(rows[stem] for stem in words if stem in rows)


def near(one: str, other: str) -> bool:
    """Tell whether two acts are one, or such that accounts of one thing use both words."""
    table = _acts().near
    return one == other or other in table.get(one, ()) or one in table.get(other, ())


def follows(earlier: str, later: str) -> bool:
    """Tell whether the later act can come of the earlier one, as a release does of an arrest."""
    return later in _acts().then.get(earlier, ())


def told_as(act: str, pattern: str) -> str:
    """Return how an act is called in a reason: by its row of the table, else by that of the fact tables."""
    return act if act in _acts().same else pattern


def _acts() -> Acts:
    return typed(Acts, "retold.compare", "acts.toml")


@cache
def _rows() -> dict[str, str]:
    return {stem: name for name, words in _acts().same.items() for stem in _each(words)}


def _each(words: Sequence[str]) -> frozenset[str]:
    """The stems of words in the forms that a verb or noun has: "raise", "raises", "raised", "raising"."""
    forms = (form for word in words for form in (word, *(word + end for end in _acts().endings), *_without_e(word)))
    return frozenset().union(*map(stems, forms))


def _without_e(word: str) -> tuple[str, ...]:
    return (word[:-1] + "ing", word[:-1] + "ed") if word.endswith("e") else (word + word[-1] + "ed", word + word[-1] + "ing")


@cache
def _pattern(pattern: str) -> str:
    return " ".join(sorted(stems(pattern.replace("/", " "))))
