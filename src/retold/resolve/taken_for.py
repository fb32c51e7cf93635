"""What somebody is, a person may decide: a ship that was read as a man, a council that was read as the town it sits in.

The words stay; whoever is called by them in the report is of that kind wherever the report speaks of him.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from retold.model import Attribution, Fact, Kind, Reading, Ruling, Span, What
from retold.resolve.pointed import Found

KIND: What = "kind"
CALLED: dict[Kind, str] = {"person": "a person", "body": "a body", "place": "a place", "other": "no person, body or place"}


def taken_for(readings: Sequence[Reading], by_report: Mapping[str, Sequence[tuple[Ruling, Found]]]) -> tuple[Reading, ...]:
    """Return the readings with everybody of the kind that people ruled."""
    held = {r.report.name: r for r in readings}
    for report, decided in by_report.items():
        for ruling, found in decided:
            chain = chain_of(held[report], found.span) if found.what == KIND else None
            if chain and ruling.sort:
                held[report] = _of_kind(held[report], chain, ruling.sort)
    return tuple(held[r.report.name] for r in readings)


def chain_of(reading: Reading, span: Span) -> str | None:
    """Return the chain of the mention at a place."""
    return next((m.chain for m in reading.mentions if m.span == span and m.chain), None)


def whole(reading: Reading, found: Found) -> Found:
    """Return what a ruling on a kind would have to itself: all mentions of whom it means, told by the first of them."""
    chain = chain_of(reading, found.span)
    return replace(found, span=next((m.span for m in reading.mentions if chain and m.chain == chain), found.span))


def told(ruling: Ruling) -> str:
    """Return in words what a ruling says of somebody's kind."""
    return f"“{ruling.words[0]}” taken for {CALLED[ruling.sort or 'other']}"


def _of_kind(reading: Reading, chain: str, kind: Kind) -> Reading:
    """Return a reading in which whoever a chain stands for is of a kind, as mentioned, as a party and as one who speaks."""
    return replace(
        reading,
        chains=tuple(replace(c, kind=kind) if c.id == chain else c for c in reading.chains),
        mentions=tuple(replace(m, kind=kind) if m.chain == chain else m for m in reading.mentions),
        facts=tuple(_fact(f, chain, kind) for f in reading.facts),
        attributions=tuple(_voice(a, chain, kind) for a in reading.attributions),
    )


def _fact(fact: Fact, chain: str, kind: Kind) -> Fact:
    sides = (fact.subject, fact.object, fact.via)
    if not any(side and side.chain == chain for side in sides):
        return fact
    subject, object_, via = (replace(side, kind=kind) if side and side.chain == chain else side for side in sides)
    return replace(fact, subject=subject, object=object_, via=via)


def _voice(attribution: Attribution, chain: str, kind: Kind) -> Attribution:
    """Return an attribution said by somebody of a kind; what is no person and no body speaks as it did."""
    speaker = attribution.speaker
    if speaker is None or speaker.chain != chain or (kind != "person" and kind != "body"):
        return attribution
    return replace(attribution, speaker=replace(speaker, kind=kind))
