"""A judgement that two are one has a score and a reason in words; both stand in `actors.toml`, where they can be corrected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from retold.tables import table

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How likely two names, and what is told of the two, are one's, from 0 to 1, and why."""

    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether that is enough to take the two for one."""
        return self.score >= threshold("same")

    @property
    def doubtful(self) -> bool:
        """Whether it is too little to take the two for one, and enough to ask."""
        return threshold("ask") <= self.score < threshold("same")


@cache
def scored(rule: str) -> Judgement:
    """Return the judgement that `actors.toml` gives for a rule of comparing names."""
    score, reason = table("retold.resolve.actors", "actors.toml")["names"][rule]
    return Judgement(score=float(score), reason=str(reason))


@cache
def threshold(name: str) -> float:
    """Return a number of `actors.toml`."""
    return float(table("retold.resolve.actors", "actors.toml")[name])
