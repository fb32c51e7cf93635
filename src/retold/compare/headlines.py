"""A headline tells in short what its report tells in full: what it states is a mention of the report's own claim of that thing.

Headlines leave out first names, articles and sources ("Minister met mine owner"), so their parties are held to less than
elsewhere. Where such a short party may be one of two whom the report tells the same of, the headline is left by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from retold.compare.acts import near
from retold.compare.likeness import likeness, stems
from retold.compare.quantities import other as another
from retold.compare.rules import claim_rules, relation_rules, rule_of
from retold.compare.slots import Slots, can_meet, in_headline, is_open, is_unnamed, same_party
from retold.model import Party

PartyMarks = tuple[frozenset[str], Party | None]
"""What a party can be recognised by, and the party."""
Full = tuple[int, Slots]
"""A mention of a claim in a report's text, with the claim's place among all."""
TOLD = "the headline of what this report tells"


def headlines_last(facts: Iterable[Slots]) -> Iterator[Slots]:
    """Yield facts report by report, in each what its text states before what its headline states."""
    for _, told in groupby(facts, key=lambda slot: slot.report):
        yield from sorted(told, key=in_headline)


def in_full(headline: Slots, body: Sequence[Full]) -> tuple[float, int, str] | None:
    """Return the claim of the report that a headline tells, with how surely and why; None where it tells none, or may tell two.

    Of what a report tells of the same parties more than once, a headline tells what is most like it, the first of equals.
    """
    judged = [(score, at, slot) for at, slot in body if (score := _told(headline, slot))]
    if not judged:
        return None
    top, at, best = max(judged, key=lambda each: each[0])
    surely = _parties(headline, best) == 1.0
    if not surely and any(other != at and not _of_the_same(best, slot) for _, other, slot in judged):
        return None
    return top, at, TOLD


def _told(headline: Slots, slot: Slots) -> float:
    """Return how surely a headline tells a fact of the report's text, 0 where it does not."""
    if headline.fact.kind != slot.fact.kind or not _stand_alike(headline, slot):
        return 0.0
    if not can_meet(headline.period, slot.period) or another(headline.told_of, slot.told_of):
        return 0.0
    parties, detail = _parties(headline, slot), _detail(headline, slot)
    return round((parties + detail) / 2, 2) if parties and detail else 0.0


def _stand_alike(a: Slots, b: Slots) -> bool:
    """Whether both tell it as so, as not so, as over, as planned or as declined."""
    one, two = a.fact.stance, b.fact.stance
    apart = any((one == each) != (two == each) for each in ("denied", "planned", "declined"))
    return not apart and (a.fact.ended == b.fact.ended or a.fact.kind not in relation_rules().sequel.ended)


def _parties(headline: Slots, slot: Slots) -> float:
    """Return how well the parties agree, 0 where one of them is another than the report tells of."""
    short, full = _sides(headline), _sides(slot)
    straight = [_side(one, two, slot) for one, two in zip(short, full, strict=True)]
    crossed = [_side(one, two, slot) for one, two in zip(short, reversed(full), strict=True)]
    ways = [straight] if rule_of(slot.fact.kind).parties == "ordered" else [straight, crossed]
    return max((sum(way) / 2 for way in ways if all(way)), default=0.0)


def _sides(slot: Slots) -> tuple[PartyMarks, PartyMarks]:
    return (slot.subject, slot.fact.subject), (slot.object, slot.fact.object)


def _side(short: PartyMarks, full: PartyMarks, slot: Slots) -> float:
    """Return 1 for the same party, less where one of them is left out, or the headline describes whom the text names; else 0."""
    if short[0] == full[0] or same_party(short[0], full[0], kin=True):
        return 1.0
    left_out = is_open(short[0]) or is_open(full[0])
    described = is_unnamed(short[0]) and short[1] is not None and stems(short[1].described) <= _called(full[1], slot)
    return claim_rules().scores.loose if left_out or described else 0.0


def _called(party: Party | None, slot: Slots) -> frozenset[str]:
    """Return the words of the sentence that states a fact, and all by which its report calls a party."""
    reading, text = slot.reading, slot.reading.report.text
    at = bisect_right(reading.sentences, slot.fact.span.start, key=lambda s: s.start) - 1
    spans = [reading.sentences[at]] if at >= 0 else []
    if party and party.chain:
        spans += [m.span for m in reading.mentions if m.chain == party.chain]
    return frozenset().union(*(stems(text[s.start : s.end]) for s in spans))


def _detail(headline: Slots, slot: Slots) -> float:
    """Return how well act, post or words agree, as the kind needs it."""
    rule, shared = rule_of(slot.fact.kind), likeness(headline.words, slot.words)
    if rule.detail == "none":
        return 1.0
    if rule.detail == "title":
        return float(bool(headline.title & slot.title))
    if "pattern" in rule.detail and near(headline.kind_of_act, slot.kind_of_act):
        return claim_rules().scores.act + (1.0 - claim_rules().scores.act) * shared
    return shared if "words" in rule.detail and shared >= rule.words else 0.0


def _of_the_same(one: Slots, two: Slots) -> bool:
    """Whether two facts of a report are told of the same parties."""
    return all(a == b or same_party(a, b, kin=True) for a, b in ((one.subject, two.subject), (one.object, two.object)))
