"""Which wording of a claim commits its report least, and which most: by stance, then by hedges, then by whose word it is."""

from __future__ import annotations

from collections.abc import Sequence

from retold.compare.rules import relation_rules
from retold.compare.slots import Slots
from retold.model import Wording

CERTAINTY = {"possible": 0, "probable": 1, "certain": 2}
OWN = "in the report's own voice"


def wordings(told: Sequence[Slots]) -> tuple[Wording | None, Wording | None]:
    """Return the weakest and the strongest of the wordings, the first of equals; None twice where none is either."""
    ranked = [(commits(slot), at) for at, slot in enumerate(told) if _ranks(slot)]
    if not ranked or min(ranked)[0] == max(ranked)[0]:
        return None, None
    least = min(ranked)
    most = max(ranked, key=lambda each: (each[0], -each[1]))
    return (
        Wording(mention=least[1], reason=_why(told[least[1]])),
        Wording(mention=most[1], reason=_why(told[most[1]])),
    )


def _ranks(slot: Slots) -> bool:
    """Whether it can be told how far a wording goes: whose word a passage is, that only retells one, is not known."""
    return slot.fact.stance in relation_rules().strength and slot.states != "passage"


def commits(slot: Slots) -> tuple[int, int, int]:
    """Return how far a wording commits its report: by stance, hedge and voice; more is more."""
    return relation_rules().strength.get(slot.fact.stance, 0), CERTAINTY[slot.fact.certainty], int(slot.speaker is None)


def _why(slot: Slots) -> str:
    """Return how a wording is told, in words: "planned", "possible (may)", "on the word of two officials"."""
    said: list[str] = [slot.fact.stance] if slot.fact.stance != "asserted" else []
    if slot.fact.certainty != "certain":
        hedges = ", ".join(dict.fromkeys(slot.reading.report.text[s.start : s.end] for s in slot.fact.hedges))
        said.append(f"{slot.fact.certainty} ({hedges})" if hedges else slot.fact.certainty)
    said.append(f"on the word of {slot.speaker}" if slot.speaker else OWN)
    return ", ".join(said)
