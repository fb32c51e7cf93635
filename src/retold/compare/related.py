"""What one claim is to another, told from both ends, with the words of both that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from retold.compare.slots import Slots
from retold.model import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Two claims, by id: what the one is to the other, what the other is to the one, how surely, and why."""

    one: str
    other: str
    kinds: tuple[str, str]
    places: tuple[Slots, Slots]
    score: float
    reason: str
    by: str | None = None
    """Who denies, of a denial."""

    @property
    def ends(self) -> tuple[tuple[str, Relation], tuple[str, Relation]]:
        """The relation as each of the two carries it."""
        here, there = (slot.place for slot in self.places)
        back = Relation(
            kind=self.kinds[1],
            claim=self.one,
            by=self.by if self.kinds[1] == "denied by" else None,
            score=self.score,
            reason=self.reason,
            here=there,
            there=here,
        )
        forth = Relation(
            kind=self.kinds[0],
            claim=self.other,
            by=self.by if self.kinds[0] == "denied by" else None,
            score=self.score,
            reason=self.reason,
            here=here,
            there=there,
        )
        return (self.one, forth), (self.other, back)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim as its relations see it: by the mention that came first, and by the families of all."""

    id: str
    slot: Slots
    families: frozenset[str]
    own: str = ""
    """The family of the first mention."""


def order(slot: Slots) -> tuple[str, str, int]:
    """When it was so, else when it was reported, else its place in the text."""
    period = slot.period
    start = period.earliest or period.latest if period else None
    return (start.isoformat() if start else slot.reading.report.published or "9999", slot.report, slot.fact.span.start)


def update(earlier: Told, later: Told, score: float, reason: str) -> Related:
    """Return that a claim updates another."""
    return Related(
        one=later.id,
        other=earlier.id,
        kinds=("updates", "updated by"),
        places=(later.slot, earlier.slot),
        score=score,
        reason=reason,
    )


def alike_both(a: Told, b: Told, kind: str, score: float, reason: str) -> Related:
    """Return that two claims are the same thing to each other: contradict or corroborate each other, or nobody knows."""
    return Related(one=a.id, other=b.id, kinds=(kind, kind), places=(a.slot, b.slot), score=score, reason=reason)


def days_of(a: Told, b: Told) -> str:
    """Return on which days the two are told, in words."""
    return f"as told on {a.slot.told}, then as told on {b.slot.told}"
