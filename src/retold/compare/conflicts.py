"""Accounts that cannot both be right contradict each other; accounts of different origins of one thing support each other.

Two times or sums alone are no contradiction: parties meet twice. Retellings of one original that share nearly all their words
tell of one event, so there they are.
"""

from __future__ import annotations

from datetime import date

from retold.compare.denials import flat
from retold.compare.likeness import likeness
from retold.compare.related import Related, Told, alike_both
from retold.compare.rules import relation_rules
from retold.compare.sequels import another_number, another_sum, came_of_it, done, ended, holders
from retold.compare.slots import can_meet, same_party

STANCES = ("asserted", "alleged")


def between(a: Told, b: Told) -> Related | None:
    """Return what two claims of one kind that share a party are to each other, the first thing that fits."""
    for judge in (another_sum, flat, ended, done, came_of_it, holders, another_number, _other_day, _supports):
        found = judge(a, b)
        if found:
            return found
    return None


def _other_day(a: Told, b: Told) -> Related | None:
    """Retellings of one original that put one event on two days."""
    rules, one, two = relation_rules().conflict, a.slot, b.slot
    if one.fact.kind not in rules.kinds or a.own != b.own or one.report == two.report:
        return None
    if can_meet(one.period, two.period) or one.fact.stance != two.fact.stance or one.kind_of_act != two.kind_of_act:
        return None
    shared = likeness(one.words, two.words)
    if shared < rules.words or not same_party(one.object, two.object, kin=True):
        return None
    return alike_both(
        a, b, "contradicts", rules.score, f"retold with {shared:.0%} of the words, at a time that excludes the other"
    )


def _supports(a: Told, b: Told) -> Related | None:
    """Dealings between the same two, told by reports of different origin within a few days."""
    rules, one, two = relation_rules().corroboration, a.slot, b.slot
    if one.fact.kind not in rules.kinds or a.families & b.families or not can_meet(one.period, two.period):
        return None
    if one.fact.stance not in STANCES or two.fact.stance not in STANCES or one.fact.ended != two.fact.ended:
        return None
    if one.kind_of_act != two.kind_of_act or not _near(one.told, two.told, rules.days) or not _both(a, b):
        return None
    reason = f"dealings between the same two ({one.kind_of_act}), told by reports of different origin; no time tells if it is one"
    return alike_both(a, b, "corroborates", rules.score, reason)


def _both(a: Told, b: Told) -> bool:
    """Whether both parties are the same, told from either side."""
    one, two = a.slot, b.slot
    straight = same_party(one.subject, two.subject) and same_party(one.object, two.object)
    return straight or (same_party(one.subject, two.object) and same_party(one.object, two.subject))


def _near(one: str | None, two: str | None, days: int) -> bool:
    return bool(one and two) and abs((date.fromisoformat(str(one)) - date.fromisoformat(str(two))).days) <= days
