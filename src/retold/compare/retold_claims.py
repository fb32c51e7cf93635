"""A passage of a retelling that tells what a passage of its original tells states the claims of that passage too.

So reports in languages without a parse, and wordings in which no fact was found, are among a claim's mentions. A claim of the
earlier passage counts only where its names, its act or role and its number stand in the later one, and where neither of the
two denies or leaves open what the other tells flatly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from retold.compare.drift.aligned import Pair, aligned
from retold.compare.drift.hedges import doubts
from retold.compare.drift.passages import Segment, Text, keys_of, text_of
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.tellings import RANK
from retold.compare.rules import claim_rules
from retold.compare.slots import Matched, Slots
from retold.model import Attribution, Certainty, Reading, Span, Telling

States = Mapping[str, Sequence[tuple[Slots, int]]]
"""Report -> the facts that it states, each with the place of its claim among all."""


def retold_claims(
    readings: Sequence[Reading], tellings: Sequence[Telling], groups: Sequence[Sequence[Matched]]
) -> Iterator[tuple[int, Matched]]:
    """Yield the passages that state a claim though no fact of theirs does, each with the place of the claim in `groups`."""
    states: dict[str, list[tuple[Slots, int]]] = defaultdict(list)
    for at, facts in enumerate(groups):
        for slot, _, _ in facts:
            states[slot.report].append((slot, at))
    by_name = {r.report.name: r for r in readings}
    for members in _families(tellings, by_name):
        yield from _family(members, states)


def _families(tellings: Sequence[Telling], by_name: Mapping[str, Reading]) -> Iterator[list[Reading]]:
    """The families of more than one, the report that stands for the original first."""
    families: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.family:
            families[telling.family].append(telling)
    for members in families.values():
        ordered = sorted(members, key=lambda t: (RANK[t.role], by_name[t.report].report.published or "9999", t.report))
        if len(members) > 1:
            yield [by_name[t.report] for t in ordered]


def _family(members: Sequence[Reading], states: States) -> Iterator[tuple[int, Matched]]:
    """Hold each member against the few that state most, the original first among equals."""
    versions = sorted(members, key=lambda r: -len(states.get(r.report.name, ())))[: claim_rules().carried.versions]
    texts = [text_of(r) for r in versions if states.get(r.report.name)]
    for reading in members:
        own = text_of(reading)
        stated: set[tuple[int, int]] = set()
        for version in texts:
            if version.name != own.name:
                yield from _told_again(version, own, states, stated)


def _told_again(version: Text, own: Text, states: States, stated: set[tuple[int, int]]) -> Iterator[tuple[int, Matched]]:
    """Yield what passages of a report state that tell what passages of a version tell; `stated` are those yielded before."""
    here = {at for _, at in states.get(own.name, ())}
    taken = {p.place for p in own.passages if p.headline} | _stating(own, states)
    for pair in aligned(version, own, but=taken):
        if pair.earlier.headline or not _sure(pair):
            continue
        for slot, at in _facts(pair.earlier, version, states):
            if at not in here and (at, pair.later.place) not in stated and carries(pair, slot):
                stated.add((at, pair.later.place))
                yield at, _mention(pair, slot, own)


def _stating(own: Text, states: States) -> AbstractSet[int]:
    """The places of passages in which facts were found."""
    spans = [slot.fact.span for slot, _ in states.get(own.name, ())]
    return {p.place for p in own.passages if any(s.start < p.span.end and p.span.start < s.end for s in spans)}


def _facts(passage: Segment, version: Text, states: States) -> list[tuple[Slots, int]]:
    span = passage.span
    return [(s, at) for s, at in states.get(version.name, ()) if span.start <= s.fact.trigger.start < span.end]


def _sure(pair: Pair) -> bool:
    rules = drift_rules().alignment
    return pair.close or pair.score >= (rules.sure_foreign if pair.foreign else rules.sure)


def carries(pair: Pair, slot: Slots) -> bool:
    """Tell whether the later passage of a pair states what a fact of the earlier one states."""
    rules = claim_rules().carried
    if len(pair.later.words) < rules.least or _answers(pair.earlier) != _answers(pair.later) or not _same_sum(pair.later, slot):
        return False
    if bool(pair.later.of("answer")) != (slot.fact.stance in ("denied", "declined")) and slot.fact.kind == "statement":
        return False
    return _words_carried(pair, slot)


def _words_carried(pair: Pair, slot: Slots) -> bool:
    """Whether the names of a fact's words, and its other words or its act, stand in the later passage."""
    rules, span = claim_rules().carried, slot.fact.span
    words = [w for w in pair.earlier.words if span.start <= w.span.start < span.end]
    names = {k for k in keys_of(words) if k.startswith("n:")}
    others = keys_of([w for w in words if not w.capital])
    if len(names & pair.later.keys) < max(1.0, rules.names * len(names)):
        return False
    if slot.fact.kind in rules.mains and (span.end - span.start) * 2 < pair.earlier.span.end - pair.earlier.span.start:
        return False
    if not pair.foreign and slot.fact.stance == "planned":
        return False  # whether it is still a plan no fact of the passage tells
    if not pair.foreign:
        return bool(others & pair.later.keys) and len(others & pair.later.keys) >= rules.words * len(others)
    if slot.fact.kind in rules.asides or pair.score < rules.whole:
        return pair.score >= rules.foreign and slot.fact.kind not in rules.strict and _concept(pair, span)
    return True


def _answers(passage: Segment) -> tuple[bool, bool]:
    """Whether a passage denies or refuses, and whether it leaves something open."""
    return bool(passage.of("answer")), bool(passage.of("open"))


def _same_sum(later: Segment, slot: Slots) -> bool:
    """Whether the later passage has the fact's number, where the fact has one."""
    amount = slot.fact.amount
    return amount is None or any(f.value == amount.value for f in later.figures)


def _concept(pair: Pair, span: Span) -> bool:
    """Whether a word for the fact's own act or role is of a row of which the later passage has a word too."""
    kinds = drift_rules().alignment.concepts
    inside = {(m.kind, m.row) for m in pair.earlier.of(*kinds) if span.start <= pair.earlier.says(m).start < span.end}
    return bool(inside & {(m.kind, m.row) for m in pair.later.of(*kinds)})


def _mention(pair: Pair, slot: Slots, own: Text) -> Matched:
    hedges = tuple(pair.later.says(m) for m in doubts(pair.later, reported=True))
    rows = {m.row for m in doubts(pair.later, reported=True)}
    certainty: Certainty = "possible" if rows & {"possible", "doubtful"} else "probable" if rows else "certain"
    fact = replace(
        slot.fact,
        span=pair.later.span,
        trigger=pair.later.span,
        attribution=None,
        certainty=certainty,
        hedges=hedges,
        when=None,
    )
    made = replace(slot, reading=own.reading, fact=fact, attribution=_voice(pair.later, own.reading), states="passage")
    return made, pair.score, f"tells what {version_of(slot)} tells in a passage that states it, {_likeness(pair)}"


def version_of(slot: Slots) -> str:
    """Return how a report is called."""
    return slot.reading.report.outlet or slot.report


def _likeness(pair: Pair) -> str:
    return "in another language" if pair.foreign else f"{len(pair.shared)} names and words shared"


def _voice(passage: Segment, reading: Reading) -> Attribution | None:
    """Who is said to say most of a passage."""
    span = passage.span

    def covers(attribution: Attribution) -> int:
        return sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in attribution.content)

    best = max(reading.attributions, key=covers, default=None)
    return best if best and covers(best) * 2 >= span.end - span.start else None
