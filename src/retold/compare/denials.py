"""A claim is denied by a claim that says it is not so.

Who denies is told: a speaker's denial is never the outlet's own. What was not yet so on one day and is so on a later one is an
update; what is not so in a report's own words while another says that it is contradicts it. Denials that are no fact of the
claim's own kind are in `rejections.py`.
"""

from __future__ import annotations

from retold.compare.matching import alike
from retold.compare.related import Related, Told, alike_both, days_of, update
from retold.compare.rules import relation_rules, rule_of


def flat(a: Told, b: Told) -> Related | None:
    """One claim says that it is so, the other that it is not."""
    rules = relation_rules().denial
    if a.slot.fact.kind not in rules.flat or (a.slot.fact.stance == "denied") == (b.slot.fact.stance == "denied"):
        return None
    is_so, is_not = (a, b) if b.slot.fact.stance == "denied" else (b, a)
    score, why = alike(is_so.slot, is_not.slot, kin=bool(a.families & b.families))
    if not score or is_so.slot.fact.ended != is_not.slot.fact.ended or is_so.slot.fact.stance in ("unknown", "asked", "declined"):
        return None
    by = is_not.slot.denier
    if by:
        return _denied_by(is_so, is_not, by, (min(score, rules.score), f"says that it is not so: {why}"))
    return None if is_so.slot.report == is_not.slot.report else _in_own_words(is_so, is_not, min(score, rules.score), why)


def _in_own_words(is_so: Told, is_not: Told, score: float, why: str) -> Related:
    """What reports say in their own words: an update where days tell it, a contradiction on one day, else open."""
    days = is_so.slot.told, is_not.slot.told
    if not days[0] or not days[1]:
        return alike_both(is_so, is_not, "not established", score, f"so in one, not so in the other, of unknown days: {why}")
    if days[1] < days[0]:
        return update(is_not, is_so, score, f"not so {days_of(is_not, is_so)} so: {why}")
    if days[0] < days[1] and rule_of(is_so.slot.fact.kind).lasting:
        return update(is_so, is_not, score, f"so {days_of(is_so, is_not)} not so: {why}")
    return alike_both(is_so, is_not, "contradicts", score, f"so in one, not so in the other: {why}")


def _denied_by(is_so: Told, is_not: Told, by: str, judged: tuple[float, str]) -> Related:
    return Related(
        one=is_so.id,
        other=is_not.id,
        kinds=("denied by", "denies"),
        places=(is_so.slot, is_not.slot),
        score=judged[0],
        reason=judged[1],
        by=by,
    )
