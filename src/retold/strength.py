"""How far words commit who tells them: by stance, then by hedges, then by whose word it is.

One way for the claims of a trace and for what is left of the kept ones when only some reports are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf

from retold.model import Certainty, Period
from retold.tables import table

CERTAINTY: Mapping[Certainty, int] = {"possible": 0, "probable": 1, "certain": 2}
OWN = "in the report's own voice"
Rank = tuple[int, int, int]
"""Stance, hedge and voice: more is more."""


def rank(stance: str, certainty: Certainty, voice: str | None) -> Rank | None:
    """Return how far a wording commits, `voice` who is cited for it; None of a stance that commits to nothing (a refusal)."""
    strength: Mapping[str, int] = table("retold.compare", "relations.toml")["strength"]
    return (strength[stance], CERTAINTY[certainty], int(voice is None)) if stance in strength else None


def extremes(ranks: Sequence[Rank | None]) -> tuple[int, int] | None:
    """Return the places of the weakest and the strongest, the first of equals; None where none commits more than another."""
    ranked = [(each, at) for at, each in enumerate(ranks) if each is not None]
    if not ranked or min(ranked)[0] == max(ranked)[0]:
        return None
    return min(ranked)[1], max(ranked, key=lambda each: (each[0], -each[1]))[1]


def why(stance: str, certainty: Certainty, voice: str | None, hedges: Iterable[str] = ()) -> str:
    """Return how a wording is told, in words: "planned", "possible (may)", "on the word of two officials"."""
    said = [stance] if stance != "asserted" else []
    if certainty != "certain":
        words = ", ".join(dict.fromkeys(hedges))
        said.append(f"{certainty} ({words})" if words else certainty)
    said.append(f"on the word of {voice}" if voice else OWN)
    return ", ".join(said)


def narrowest(periods: Iterable[Period | None]) -> Period | None:
    """Return the narrowest of some times, None where there is none."""
    return min((p for p in periods if p), key=_seconds, default=None)


def _seconds(period: Period) -> float:
    return (period.latest - period.earliest).total_seconds() if period.latest and period.earliest else inf
