"""Whether two facts state the same: kind, parties and time first, then the act or the words, as `claims.toml` says.

Retellings of one original (`kin`) are held to less: what shares most of its words is the same claim though the source has
become another ("a Halvan official", "officials in the capital"), which is what drift is about. Independent reports are
held to more: the same parties meet twice, so one act is one event only where both give a time.
"""

from __future__ import annotations

from datetime import date

from retold.compare.acts import near, told_as
from retold.compare.likeness import likeness
from retold.compare.quantities import other
from retold.compare.rules import Rule, claim_rules, relation_rules, rule_of
from retold.compare.slots import Slots, can_meet, is_open, is_unnamed, namesakes, same_party

NO = (0.0, "")


def same(a: Slots, b: Slots, *, kin: bool) -> tuple[float, str]:
    """Return how surely `b` states what `a` states (0: no), and why; `kin` where both reports are of one family."""
    return NO if _apart(a, b, kin=kin) else alike(a, b, kin=kin)


def alike(a: Slots, b: Slots, *, kin: bool) -> tuple[float, str]:
    """Return how surely two facts tell of one thing, however they stand to it (asserted, denied, planned, ended), and why.

    A retelling may change a number and tell the same claim all the same; accounts that stand apart tell two.
    """
    rule = rule_of(a.fact.kind)
    if _excluded(a, b, rule) or (not kin and other(a.told_of, b.told_of)):
        return NO
    agreed, known = parties(a, b, rule, kin=kin)
    if not agreed:
        return NO
    if "declined" in (a.fact.stance, b.fact.stance):
        both = known and a.fact.stance == b.fact.stance and (kin or _of_one_thing(a, b))
        return (claim_rules().scores.declined, "the same speaker declines to comment") if both else NO
    shared = _shared(a, b, rule)
    if known:
        detail, why = _detail(a, b, shared, kin=kin)
        told = "same parties" if agreed == 1 else "parties that can be the same"
        return (round((agreed + detail) / 2, 2), f"same kind, {told}, {why}") if detail else NO
    if kin and a.report != b.report and shared >= claim_rules().scores.retold:
        return round((agreed + shared) / 2, 2), f"retold with {shared:.0%} of the words of the shorter"
    return NO


def _apart(a: Slots, b: Slots, *, kin: bool) -> bool:
    """Whether one denies what the other asserts, ends what the other holds for, plans what the other did.

    A retelling that makes a deed of a plan still tells the same claim, which is what drift is about.
    """
    stances = {a.fact.stance, b.fact.stance}
    if (a.fact.stance == "denied") != (b.fact.stance == "denied"):
        return True
    if a.fact.ended != b.fact.ended and a.fact.kind in relation_rules().sequel.ended:
        return True
    return stances == {"planned", "asserted"} and (a.report == b.report or not kin) and a.fact.kind != "statement"


def _excluded(a: Slots, b: Slots, rule: Rule) -> bool:
    """Whether kind, time or sum keep two facts apart whatever their words."""
    if a.fact.kind != b.fact.kind:
        return True
    if not rule.lasting and not can_meet(a.period, b.period):
        return True
    one, two = a.fact.amount, b.fact.amount
    return bool(one and two and one.value != two.value)


def parties(a: Slots, b: Slots, rule: Rule, *, kin: bool) -> tuple[float, bool]:
    """Return how well the parties agree (0: they do not), and whether those that the kind needs are known to be the same."""
    straight = _side(a.subject, b.subject, kin=kin), _side(a.object, b.object, kin=kin)
    crossed = _side(a.subject, b.object, kin=kin), _side(a.object, b.subject, kin=kin)
    best = straight if rule.parties == "ordered" or min(straight) >= min(crossed) else crossed
    if 0.0 in best:
        return 0.0, False
    known = {"subject": best[0] == 1, "object": best[1] == 1}
    met = {"both": all(known.values()), "any": any(known.values()), "none": True, **known}
    return sum(best) / 2, met[rule.needs]


def _side(a: frozenset[str], b: frozenset[str], *, kin: bool) -> float:
    """Return 1 for the same party, less where it may be, 0 for two parties."""
    if same_party(a, b, kin=kin):
        return 1.0
    loose = is_open(a) or is_open(b) or namesakes(a, b) or (kin and is_unnamed(a) and is_unnamed(b))
    return claim_rules().scores.loose if loose else 0.0


def _shared(a: Slots, b: Slots, rule: Rule) -> float:
    act = a.act | b.act if rule.recurs else frozenset()
    return likeness(a.words - act, b.words - act)


def _detail(a: Slots, b: Slots, shared: float, *, kin: bool) -> tuple[float, str]:
    """Return how well act or words agree, as the kind needs it, and in which way."""
    rule = rule_of(a.fact.kind)
    if rule.detail == "none":
        return 1.0, "which suffices for this kind"
    if rule.detail == "title":
        return (1.0, "same post") if a.title & b.title or likeness(a.title, b.title) else NO
    if "words" in rule.detail and _words_agree(a, b, shared, kin=kin):
        return shared, f"{shared:.0%} of the words of the shorter"
    acts = near(a.kind_of_act, b.kind_of_act) if kin else a.kind_of_act == b.kind_of_act
    if "pattern" in rule.detail and acts and _one_act(a, b, rule, kin=kin, shared=shared):
        return claim_rules().scores.act, f"same act ({told_as(b.kind_of_act, b.fact.pattern)})"
    return NO


def _words_agree(a: Slots, b: Slots, shared: float, *, kin: bool) -> bool:
    """Whether words agree so far as their kind needs it: retellings of each other are held to less than what stands apart."""
    rule = rule_of(a.fact.kind)
    if kin and a.report != b.report:
        return shared >= rule.words
    return shared >= rule.apart and len(a.words & b.words) >= rule.least


def _of_one_thing(a: Slots, b: Slots) -> bool:
    """Whether two refusals to speak, told by reports of different origin, may be of one thing: on one day, in no other words."""
    if not a.told or not b.told or (a.words | b.words and likeness(a.words, b.words) < rule_of(a.fact.kind).apart):
        return False
    return abs((date.fromisoformat(a.told) - date.fromisoformat(b.told)).days) <= claim_rules().scores.days


def _one_act(a: Slots, b: Slots, rule: Rule, *, kin: bool, shared: float) -> bool:
    """Whether the same act between the same parties is the same event: parties meet more than once."""
    if a.report == b.report:
        return shared > 0 or not rule.recurs
    return kin or not rule.recurs or (a.period is not None and b.period is not None)
