"""Chains taken for one actor, joined one judgement at a time."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.model import Chain
from retold.resolve.actors.told import NOTHING, Told, both


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report's chain with a name, its name in folded parts, and what that report tells of it."""

    report: str
    chain: Chain
    parts: tuple[str, ...]
    told: Told = NOTHING


@dataclass(slots=True, kw_only=True, eq=False)
class Group:
    """Chains of several reports that are one actor; `why` has score and reason of each entry."""

    parts: tuple[str, ...]
    entries: list[Entry] = field(default_factory=list)
    why: list[tuple[float, str]] = field(default_factory=list)
    told: Told = NOTHING
    """What all its reports tell together."""

    def add(self, entry: Entry, score: float, reason: str) -> None:
        """Take in a chain."""
        self.entries.append(entry)
        self.why.append((score, reason))
        self.told = both(self.told, entry.told)

    def absorb(self, other: Group, score: float, reason: str) -> None:
        """Take in another group whole; the fuller name becomes this group's."""
        for entry, (held, why) in zip(other.entries, other.why, strict=True):
            self.add(entry, min(score, held), why if held < score else reason)
        if len(other.parts) > len(self.parts):
            self.parts = other.parts
        other.entries, other.why = [], []

    def countries(self) -> set[str]:
        """Return the countries that its chains state."""
        return {e.chain.country for e in self.entries if e.chain.country}
