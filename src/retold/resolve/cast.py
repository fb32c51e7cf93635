"""Who a party of a fact is, a person may decide: somebody of the affair, somebody whom no report names so, or nobody.

The fact keeps its words; what is made of it follows who the party is. Whom another report names has a chain of his own here,
which is one with the chain there because a person said so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from retold.model import Attribution, Chain, Fact, Party, Reading, Ruling, Side
from retold.resolve.actors.ruled import chain_at, own
from retold.resolve.pointed import Found

SIDES: tuple[Side, ...] = get_args(Side)
Decided = Sequence[tuple[Ruling, Found]]


def known(ruling: Ruling, held: Mapping[str, Reading]) -> bool:
    """Return whether the readings still have whom a ruling says that a side of a fact is."""
    return ruling.what not in SIDES or ruling.other is None or chain_at(ruling.other, ruling.words[1], held) is not None


def cast(readings: Sequence[Reading], by_report: Mapping[str, Decided]) -> tuple[Reading, ...]:
    """Return the readings with the parties that people named, or took away. What was decided later goes last."""
    held = {r.report.name: r for r in readings}
    for report, decided in by_report.items():
        for ruling, found in decided:
            if ruling.what in SIDES:
                held[report] = _cast(held[report], ruling, found, held)
    return tuple(held[r.report.name] for r in readings)


def _cast(reading: Reading, ruling: Ruling, found: Found, held: Mapping[str, Reading]) -> Reading:
    fact = next((f for f in reading.facts if f.id == found.id), None)
    who = _who(ruling, held) if ruling.verdict == "same" else None
    if fact is None or (who is None and ruling.verdict == "same"):
        return reading
    if who and who.id == own(ruling):
        reading = replace(reading, chains=(*reading.chains, who))
    voice = fact.attribution if who and fact.kind == "statement" and ruling.what == "subject" else None
    return replace(
        reading,
        facts=tuple(_with(f, who, ruling) if f is fact else f for f in reading.facts),
        attributions=tuple(_voiced(a, who) if who and a.id == voice else a for a in reading.attributions),
    )


def _with(fact: Fact, who: Chain | None, ruling: Ruling) -> Fact:
    if ruling.what == "subject":
        return replace(fact, subject=_party(fact.subject, who, ruling))
    if ruling.what == "object":
        return replace(fact, object=_party(fact.object, who, ruling))
    return replace(fact, via=_party(fact.via, who, ruling))


def _who(ruling: Ruling, held: Mapping[str, Reading]) -> Chain | None:
    """Return the chain of whom a ruling means: of the report itself where he is mentioned there, else one made for him."""
    if ruling.other is None:
        return Chain(id=own(ruling), kind=ruling.sort or "other", name=ruling.named) if ruling.named else None
    place = chain_at(ruling.other, ruling.words[1], held)
    there = place and next((c for c in held[place[0]].chains if c.id == place[1]), None)
    if not there or ruling.other.report == ruling.one.report:
        return there or None
    return replace(there, id=own(ruling), aliases=(), titles=())


def _party(before: Party | None, who: Chain | None, ruling: Ruling) -> Party | None:
    """Return a party as a person has it; where the fact had none, it has no words for him."""
    if who is None:
        return None
    if before is None:
        span = ruling.other.span if ruling.other and ruling.other.report == ruling.one.report else None
        before = Party(described=who.name or who.described or ruling.words[-1], span=span)
    return replace(before, chain=who.id, name=who.name, kind=who.kind)


def _voiced(attribution: Attribution, who: Chain) -> Attribution:
    """Return an attribution said by whom its statement is."""
    speaker = attribution.speaker
    if speaker is None:
        return attribution
    kind = who.kind if who.kind in ("person", "body") else speaker.kind
    return replace(attribution, speaker=replace(speaker, kind=kind, name=who.name, chain=who.id))


def told(ruling: Ruling) -> str:
    """Return in words what a ruling says of a side of a fact."""
    if ruling.verdict == "rejected":
        return f"{ruling.what} taken for nobody"
    return f"{ruling.what} taken for “{ruling.named or ruling.words[-1]}”"
