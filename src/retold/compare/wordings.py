"""Which wording of a claim commits its report least, and which most."""

from __future__ import annotations

from collections.abc import Sequence

from retold.compare.slots import Slots
from retold.model import Wording
from retold.strength import Rank, extremes, rank, why


def wordings(told: Sequence[Slots]) -> tuple[Wording | None, Wording | None]:
    """Return the weakest and the strongest of the wordings, the first of equals; None twice where none is either."""
    found = extremes([commits(slot) for slot in told])
    if found is None:
        return None, None
    least, most = found
    return Wording(mention=least, reason=_why(told[least])), Wording(mention=most, reason=_why(told[most]))


def commits(slot: Slots) -> Rank | None:
    """Return how far a wording commits its report; None where it can't be told: whose word a passage is, that only retells
    one, is not known."""
    return rank(slot.fact.stance, slot.fact.certainty, slot.speaker) if slot.states != "passage" else None


def _why(slot: Slots) -> str:
    hedges = (slot.reading.report.text[s.start : s.end] for s in slot.fact.hedges)
    return why(slot.fact.stance, slot.fact.certainty, slot.speaker, hedges)
