"""A claim is denied by a statement of the same report, or by a claim that says it is not so.

Who denies is told: a speaker's denial is never the outlet's own. What was not yet so on one day and is so on a later one is an
update; what is not so in a report's own words while another says that it is contradicts it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from retold.compare.likeness import likeness
from retold.compare.matching import alike
from retold.compare.related import Related, Told, alike_both, days_of, update
from retold.compare.rules import relation_rules, rule_of
from retold.compare.slots import Matched, Slots, same_party

NEIGHBOURS = 30
"""Claims about a speaker that a denial of that speaker is held against, those that stand nearest in the text."""
About = Mapping[tuple[str, str], Sequence[tuple[str, Slots]]]
"""(report, key of a party) -> claims of that report about that party, with their ids."""


def flat(a: Told, b: Told) -> Related | None:
    """One claim says that it is so, the other that it is not."""
    rules = relation_rules().denial
    if a.slot.fact.kind not in rules.flat or (a.slot.fact.stance == "denied") == (b.slot.fact.stance == "denied"):
        return None
    is_so, is_not = (a, b) if b.slot.fact.stance == "denied" else (b, a)
    score, why = alike(is_so.slot, is_not.slot, kin=bool(a.families & b.families))
    if not score or is_so.slot.fact.ended != is_not.slot.fact.ended or is_so.slot.fact.stance in ("unknown", "asked", "declined"):
        return None
    by = is_not.slot.speaker
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


def statements(ids: Sequence[str], groups: Sequence[Sequence[Matched]]) -> Iterator[Related]:
    """Yield statements that deny, each with the claims of the same report that they deny."""
    told = [(id_, slot) for id_, facts in zip(ids, groups, strict=True) for slot, _, _ in facts]
    about = _about([(id_, slot) for id_, slot in told if slot.fact.kind in relation_rules().denial.kinds])
    seen: set[tuple[str, str]] = set()
    for id_, denial in told:
        if denial.fact.kind != "statement" or denial.fact.stance != "denied":
            continue
        for claim, slot in _near(denial, about):
            relation = _denied((claim, slot), (id_, denial))
            if relation and (claim, id_) not in seen:
                seen.add((claim, id_))
                yield relation


def _about(told: Iterable[tuple[str, Slots]]) -> About:
    """Claims by report and party, in order of the text: a denial is held against those about its speaker alone."""
    found: dict[tuple[str, str], list[tuple[str, Slots]]] = defaultdict(list)
    for id_, slot in sorted(told, key=lambda each: _place(each[1])):
        for key in slot.subject | slot.object:
            found[slot.report, key].append((id_, slot))
    return found


def _near(denial: Slots, about: About) -> list[tuple[str, Slots]]:
    """The claims about the speaker of a denial, of each of its keys those that stand nearest in the text."""
    near: dict[tuple[str, int], tuple[str, Slots]] = {}
    for key in sorted(denial.subject):
        placed = about.get((denial.report, key), ())
        at = bisect_right(placed, _place(denial), key=lambda each: _place(each[1]))
        near |= {(id_, _place(slot)): (id_, slot) for id_, slot in placed[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]}
    return list(near.values())


def _place(slot: Slots) -> int:
    return slot.fact.trigger.start


def _denied(told: tuple[str, Slots], denying: tuple[str, Slots]) -> Related | None:
    """The accused denies an allegation in the same sentence or in like words; any other claim in like words alone."""
    claim, denial = told[1], denying[1]
    rule, accusation = relation_rules().denial, claim.fact.kind == "allegation"
    if not same_party(denial.subject, claim.object if accusation else claim.object | claim.subject):
        return None
    shared = likeness(denial.words, claim.words)
    together = accusation and _sentence(denial) == _sentence(claim)
    if claim.fact.stance == "denied" or (not together and shared < rule.words):
        return None
    return Related(
        one=told[0],
        other=denying[0],
        kinds=("denied by", "denies"),
        places=(claim, denial),
        score=rule.sentence if together else shared,
        reason="denied in the same sentence" if together else f"denied in words of which {shared:.0%} are the same",
        by=denial.speaker or _subject(denial),
    )


def _subject(slot: Slots) -> str | None:
    party = slot.fact.subject
    return (party.name or party.described) if party else None


def _sentence(slot: Slots) -> int:
    return bisect_right(slot.reading.sentences, _place(slot), key=lambda s: s.start)
