"""Signs speak for five things: one matter, two matters, a turn, a later state, a firmer telling; these speak for the kinds.

How much a sign says within its scale is a judgement; only how much a scale says for a kind is fitted. Equal or near equal
weights carry over to other material better than fitted ones where examples are few (Dawes, "The robust beauty of improper
linear models in decision making", American Psychologist 34, 1979).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from retold.tables import typed

Verdict = Literal["same", "weaker", "stronger", "contradicts", "updates", "unrelated"]
Weights = Mapping[Verdict, Mapping[str, float]]
"""How much each scale speaks for each kind."""
PARTED: tuple[Verdict, ...] = ("updates", "unrelated")
"""What is left for passages that part and do not contradict each other."""


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
    parts: tuple[str, ...]
    evident: Mapping[str, float]
    measures: Measures
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    opposites: tuple[Opposites, ...]
    scales: Mapping[str, Mapping[str, float]]
    kinds: Weights


def scales() -> Scales:
    """Return what `against.toml` says. Raises `TableError`."""
    return typed(Scales, "retold.compare", "against.toml")


def sums(signs: Mapping[str, float]) -> dict[str, float]:
    """Return what the signs of each scale add up to, "as firm" and "always" beside them."""
    found = {scale: sum(weight * signs.get(sign, 0.0) for sign, weight in row.items()) for scale, row in scales().scales.items()}
    return {**found, "as firm": -abs(found.get("firmer", 0.0)), "always": 1.0}


def shares(signs: Mapping[str, float], kinds: Weights | None = None) -> dict[Verdict, float]:
    """Return how likely each kind is by the signs, 0 to 1, all together 1; `kinds` are weights other than the table's."""
    found = sums(signs)
    weights = kinds or scales().kinds
    speaks = {kind: sum(weight * found[scale] for scale, weight in row.items()) for kind, row in weights.items()}
    most = max(speaks.values())
    odds = {kind: math.exp(each - most) for kind, each in speaks.items()}
    return {kind: odd / sum(odds.values()) for kind, odd in odds.items()}


def verdict(signs: Mapping[str, float], kinds: Weights | None = None) -> tuple[Verdict, float]:
    """Return the kind that the signs speak for most, with its share.

    What is turned round but may well be two matters is no contradiction: it is an update or about something else.
    """
    likely = shares(signs, kinds)
    kind = _most(likely)
    if kind == "contradicts" and not _turned(signs):
        kind = _most({each: share for each, share in likely.items() if each in PARTED})
    return kind, likely[kind]


def _most(likely: Mapping[Verdict, float]) -> Verdict:
    return max(likely, key=lambda each: likely[each])


def _turned(signs: Mapping[str, float]) -> bool:
    """Whether enough turns the matter round: more than once and than what parts the two, or once where it is evidently one."""
    table = scales()
    turns, parts = (sum(bool(signs.get(sign)) for sign in row) for row in (table.turns, table.parts))
    evident = any(signs.get(sign, 0.0) >= least for sign, least in table.evident.items())
    return turns > max(1, parts) or (turns == 1 and evident and not parts)


def reason(signs: Mapping[str, float], kind: Verdict) -> str:
    """Return in words which signs spoke for a kind most, three of them."""
    speaks = scales().kinds[kind]
    spoke = {
        sign: speaks[scale] * weight * signs.get(sign, 0.0)
        for scale, row in scales().scales.items()
        if scale in speaks
        for sign, weight in row.items()
    }
    best = sorted((sign for sign in spoke if spoke[sign] > 0), key=lambda sign: -spoke[sign])[:3]
    return ", ".join(best) if best else "nothing speaks for anything else"
