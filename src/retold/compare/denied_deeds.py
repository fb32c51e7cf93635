"""A deed is denied in other words, and mostly without a day: by its parties, the kind of act, and a time that can meet its own.

Whoever says that two never met is told of the one meeting that reports of those weeks tell of. Where they may tell of two,
nothing says which of them is denied, so none is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from retold.compare.acts import near
from retold.compare.matching import parties
from retold.compare.related import Related, Told, alike_both
from retold.compare.rules import relation_rules, rule_of
from retold.compare.slots import Slots, can_meet, told_on, told_within

NEIGHBOURS = 30
"""Claims of one kind about one party, told on the days nearest to a denial, that it is held against."""
NOT_DONE = ("denied", "declined", "unknown", "asked", "planned")
"""Stances of what nobody says was done: who denies that two met does not deny that they will."""
OPEN = ("name:", "open:", "words:")
"""Keys by which a party cannot be found in another report: not who it is, but what it is called there."""


def denied_deeds(told: Sequence[Told]) -> Iterator[Related]:
    """Yield denials of deeds, each with the claim that it denies, or with all accounts of it."""
    about = _about(told)
    for denial in told:
        slot = denial.slot
        if slot.fact.stance == "denied" and _deed(slot):
            found = _meant(denial, about)
            if found and all(one_event(a.slot, b.slot) for a, b in combinations(found, 2)):
                yield from (_related(claim, denial) for claim in found)


def one_event(a: Slots, b: Slots) -> bool:
    """Tell whether accounts in two reports can be of one deed: no time keeps them apart, and they are told within days."""
    days = relation_rules().corroboration.days
    return a.report != b.report and can_meet(a.period, b.period) and told_within(a, b, days) and _one_act(a, b)


def _one_act(a: Slots, b: Slots) -> bool:
    score, known = parties(a, b, rule_of(a.fact.kind), kin=False)
    return a.fact.kind == b.fact.kind and bool(score) and known and near(a.kind_of_act, b.kind_of_act)


def _deed(slot: Slots) -> bool:
    rules = relation_rules().denial
    return slot.fact.kind in rules.kinds and slot.fact.kind != "allegation"


def _about(told: Sequence[Told]) -> Mapping[str, Sequence[Told]]:
    """Deeds that are not denied by each of their parties, in order of the days on which they are told."""
    found: dict[str, list[Told]] = defaultdict(list)
    for each in sorted(told, key=lambda t: (told_on(t.slot), t.id)):
        if _deed(each.slot) and each.slot.fact.stance not in NOT_DONE:
            for key in each.slot.subject | each.slot.object:
                if not key.startswith(OPEN):
                    found[f"{each.slot.fact.kind}|{key}"].append(each)
    return found


def _meant(denial: Told, about: Mapping[str, Sequence[Told]]) -> list[Told]:
    """Return the claims that a denial may mean; none where they are more than can be accounts of one deed."""
    found: dict[str, Told] = {}
    for key in sorted(denial.slot.subject | denial.slot.object):
        placed = about.get(f"{denial.slot.fact.kind}|{key}", ())
        at = bisect_left(placed, told_on(denial.slot), key=lambda each: told_on(each.slot))
        found |= {t.id: t for t in placed[max(0, at - NEIGHBOURS) : at + NEIGHBOURS] if _may_be_meant(t.slot, denial.slot)}
    return list(found.values()) if len(found) <= relation_rules().denial.meant else []


def _may_be_meant(claim: Slots, denial: Slots) -> bool:
    rules = relation_rules()
    if not can_meet(claim.period, denial.period) or not told_within(claim, denial, rules.denial.days):
        return False
    ends = claim.fact.kind in rules.sequel.ended and claim.fact.ended != denial.fact.ended
    return not ends and _one_act(claim, denial)


def _related(claim: Told, denial: Told) -> Related:
    score, by = relation_rules().denial.elsewhere, denial.slot.denier
    why = f"the same two and the same kind of act ({denial.slot.kind_of_act}), of which no other is told in those weeks"
    if by is None:
        return alike_both(claim, denial, "not established", score, f"so in one, not so in the other, in other words: {why}")
    return Related(
        one=claim.id,
        other=denial.id,
        kinds=("denied by", "denies"),
        places=(claim.slot, denial.slot),
        score=score,
        reason=f"says that it is not so, in other words: {why}",
        by=by,
    )
