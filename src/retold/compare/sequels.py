"""A later state of the same thing updates the earlier one: another sum, a plan carried out, an office left, a release.

Times decide which is later: when it was so, else when it was told. Where they do not decide, nothing is called an update.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from retold.compare.acts import follows
from retold.compare.likeness import likeness, stems_of
from retold.compare.matching import alike
from retold.compare.quantities import Quantity, other
from retold.compare.related import Related, Told, alike_both, days_of, order, update
from retold.compare.rules import relation_rules
from retold.compare.slots import Slots, called_after, can_meet, is_open, quantities_of, same_party
from retold.model import Amount


def another_sum(a: Told, b: Told) -> Related | None:
    """The same measure at another sum: 10, later 25 million."""
    rules, one, two = relation_rules(), a.slot.fact.amount, b.slot.fact.amount
    if a.slot.fact.kind not in rules.update.kinds or one is None or two is None:
        return None
    if one.value == two.value or one.currency != two.currency or not _by_one(a.slot, b.slot):
        return None
    told_as = {a.slot.fact.pattern, a.slot.kind_of_act, b.slot.fact.pattern, b.slot.kind_of_act}
    raised = bool(told_as & set(rules.update.raises))
    if not same_party(a.slot.object, b.slot.object) or not (raised or a.slot.kind_of_act == b.slot.kind_of_act):
        return None  # a fine and a reward
    first, then = sorted((a, b), key=lambda each: order(each.slot))
    if _meant(then.slot):
        return None  # nobody is told to have changed it: it was proposed, threatened or thought possible
    told = " then ".join(_sum(each.slot.fact.amount) for each in (first, then) if each.slot.fact.amount)
    if raised or first.slot.report == then.slot.report:
        return update(first, then, rules.update.score, f"the same measure at another sum: {told}")
    if first.own == then.own:
        reason = f"retellings of one original give the same measure two sums: {told}"
        return alike_both(a, b, "contradicts", rules.conflict.score, reason)
    if _later_state(first.slot, then.slot):
        return update(first, then, rules.update.score, f"the same measure at another sum: {told}")
    reason = f"the same measure at two sums; whether it was changed, or one of them is wrong, is not told: {told}"
    return alike_both(a, b, "not established", rules.update.score, reason)


def _later_state(first: Slots, then: Slots) -> bool:
    """Whether the later telling tells a later state: of a sum that stands for some time, or of a plan carried out."""
    if order(first)[0][:10] == order(then)[0][:10]:
        return False
    planned = first.fact.stance == "planned" and then.fact.stance == "asserted"
    return planned or first.kind_of_act in relation_rules().update.standing


def another_number(a: Told, b: Told) -> Related | None:
    """The same matter of the same party told with another number: 40, later 62 million."""
    rules = relation_rules().update
    if not a.slot.told_of or not b.slot.told_of or a.slot.fact.kind not in rules.counted or a.own == b.own or _denies(a, b):
        return None
    one, two = sorted((a.slot, b.slot), key=order)
    changed = other(one.told_of, two.told_of)
    if changed is None or not _one_matter(one, two, changed[0].unit):
        return None
    first, then = (a, b) if a.slot is one else (b, a)
    told = f"{changed[0].value:,.0f} then {changed[1].value:,.0f} {changed[0].unit}"
    if order(one)[0][:10] < order(two)[0][:10] and (_grows(one, two) or _told_too(changed[0], two)):
        return update(first, then, rules.score, f"the same matter with another number: {told}")
    return alike_both(a, b, "not established", rules.score, f"the same matter at two numbers, and nothing tells why: {told}")


def _one_matter(one: Slots, two: Slots, unit: str) -> bool:
    """Whether two claims of one party are alike beside their numbers and what these count."""
    rules = relation_rules().update
    words = [frozenset(w for w in s.words if not w[0].isdigit() and not w.startswith(unit[:4])) for s in (one, two)]
    sides = same_party(one.subject, two.subject) or same_party(one.object, two.object)
    return sides and bool(words[0] & words[1]) and likeness(words[0], words[1]) >= rules.words


def _grows(one: Slots, two: Slots) -> bool:
    """Whether what both count is of a matter that is counted anew from day to day."""
    return bool(one.words & two.words & stems_of(relation_rules().update.growing))


def _told_too(quantity: Quantity, slot: Slots) -> bool:
    return any((q.value, q.unit) == (quantity.value, quantity.unit) for q in around(slot))


def around(slot: Slots) -> Sequence[Quantity]:
    """How many and how much the sentence of a claim tells beside the claim itself."""
    sentences = slot.reading.sentences
    at = bisect_right(sentences, slot.fact.span.start, key=lambda s: s.start) - 1
    return quantities_of(slot.reading, sentences[at]) if at >= 0 else ()


def _by_one(a: Slots, b: Slots) -> bool:
    """Whether one party may have taken both measures: one that is left open may be the other."""
    if is_open(a.subject) or is_open(b.subject):
        return True
    return same_party(a.subject, b.subject) or called_after(a.subject, b.subject)


def _sum(amount: Amount) -> str:
    return f"{amount.value:,.0f} {amount.currency or ''}".strip()


def ended(a: Told, b: Told) -> Related | None:
    """What held is over: an office left, a sanction lifted."""
    rules = relation_rules().sequel
    if a.slot.fact.kind not in rules.ended or a.slot.fact.ended == b.slot.fact.ended or _denies(a, b):
        return None
    holds, over = (a, b) if b.slot.fact.ended else (b, a)
    if _meant(over.slot) or _over_before(holds.slot, over.slot):
        return None  # an offer to lift it leaves it as it is
    score, why = alike(_undated(a.slot), _undated(b.slot), kin=bool(a.families & b.families))
    if not score or not _same_parties(a.slot, b.slot):
        return None
    days = holds.slot.told, over.slot.told
    if days[0] and days[1] and days[0] > days[1]:
        reason = f"told as over on {days[1]}, as holding on {days[0]}: whether it came back is not told ({why})"
        return alike_both(a, b, "not established", rules.score, reason)
    told = f", {days_of(holds, over)}" if days[0] and days[1] and days[0] != days[1] else ""
    return update(holds, over, min(score, rules.score), f"it held, and is over{told}: {why}")


def _meant(slot: Slots) -> bool:
    """Whether something was only meant to be done, or may have been."""
    return slot.fact.stance not in ("asserted", "alleged") or slot.fact.certainty == "possible"


def _over_before(holds: Slots, over: Slots) -> bool:
    """Whether it was over before it was so: then it was another one that ended."""
    one, two = holds.period, over.period
    return bool(one and two and one.earliest and two.latest and two.latest < one.earliest)


def _undated(slot: Slots) -> Slots:
    """A state without the day on which it is told to have begun or ended: those need not meet."""
    return replace(slot, fact=replace(slot.fact, when=None))


def _same_parties(a: Slots, b: Slots) -> bool:
    """Whether both sides are known to be the same; who takes a measure may be left out."""
    acting = same_party(a.subject, b.subject) or (a.fact.kind in relation_rules().sequel.acts and not (a.subject and b.subject))
    return acting and (same_party(a.object, b.object) or _one_post(a, b))


def _one_post(a: Slots, b: Slots) -> bool:
    """Whether both tell of one post by rank and matter ("transport minister"), one of them leaving open of which body."""
    rules = relation_rules().succession
    if a.fact.kind not in rules.kinds or not (is_open(a.object) or is_open(b.object)):
        return False
    shared = a.title & b.title
    return bool(shared & stems_of(rules.bare)) and bool(shared - stems_of(rules.bare) - stems_of(rules.several))


def done(a: Told, b: Told) -> Related | None:
    """What was planned was done."""
    rules = relation_rules().sequel
    if a.slot.fact.kind not in rules.planned or {a.slot.fact.stance, b.slot.fact.stance} != {"planned", "asserted"}:
        return None
    plan, deed = (a, b) if a.slot.fact.stance == "planned" else (b, a)
    if not plan.slot.told or not deed.slot.told or plan.slot.told >= deed.slot.told:
        return None
    score, why = alike(plan.slot, deed.slot, kin=False)
    return update(plan, deed, min(score, rules.score), f"planned {days_of(plan, deed)} done: {why}") if score else None


def came_of_it(a: Told, b: Told) -> Related | None:
    """One act led to the next against the same party: an arrest, then a release."""
    rules = relation_rules().sequel
    if a.slot.fact.kind not in rules.acts or not same_party(a.slot.object, b.slot.object):
        return None
    if {a.slot.fact.stance, b.slot.fact.stance} != {"asserted"} or a.slot.fact.ended or b.slot.fact.ended:
        return None
    for first, then in ((a, b), (b, a)):
        if follows(first.slot.kind_of_act, then.slot.kind_of_act) and order(first.slot)[0] <= order(then.slot)[0]:
            acts = f"{first.slot.kind_of_act}, then {then.slot.kind_of_act}"
            return update(first, then, rules.score, f"what came of it: {acts}, against the same party")
    return None


def holders(a: Told, b: Told) -> Related | None:
    """Two holders of one post: a succession where times tell; never a contradiction."""
    rules, one, two = relation_rules().succession, a.slot, b.slot
    if one.fact.kind not in rules.kinds or not one.subject or not two.subject or same_party(one.subject, two.subject):
        return None
    if _denies(a, b) or likeness(one.title, two.title) < 1.0 or not same_party(one.object, two.object):
        return None
    if one.title & stems_of(rules.several) or one.title <= stems_of(rules.bare) or _together(one, two):
        return None
    first, then = sorted((a, b), key=lambda each: order(each.slot))
    if not _apart(first.slot, then.slot, rules.apart):
        return alike_both(a, b, "not established", rules.score, "two holders of one post; when each held it is not told")
    return Related(
        one=then.id,
        other=first.id,
        kinds=("later holder than", "earlier holder than"),
        places=(then.slot, first.slot),
        score=rules.score,
        reason=f"one post, {_when(first.slot)} and {_when(then.slot)}: a change of holder in between, not a contradiction",
    )


def _together(a: Slots, b: Slots) -> bool:
    """Whether one stretch of words names both as holders: "hired Kol and Brask to lead it"."""
    return a.report == b.report and a.fact.trigger == b.fact.trigger


def _apart(first: Slots, then: Slots, days: int) -> bool:
    """Whether times tell one holder from the other: when each held it, that one is over, or tellings long after each other."""
    if first.fact.ended != then.fact.ended and first.fact.ended:
        return True
    if first.period and then.period:
        return not can_meet(first.period, then.period)
    if not first.told or not then.told or first.report == then.report:
        return False
    return (date.fromisoformat(then.told) - date.fromisoformat(first.told)).days >= days


def _when(slot: Slots) -> str:
    subject = slot.fact.subject
    holder = (subject.name or subject.described) if subject else "somebody"
    if slot.period is None and slot.told:
        return f"{holder} as told on {slot.told}"
    start = slot.period and (slot.period.earliest or slot.period.latest)
    return f"{holder} at {start:%Y-%m-%d}" if start else holder


def _denies(a: Told, b: Told) -> bool:
    return "denied" in (a.slot.fact.stance, b.slot.fact.stance)
