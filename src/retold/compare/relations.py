"""How claims stand to each other: a later value of the same measure, another holder of the same office, a denial.

Nothing is ever overwritten by another claim: both stay, the relation says what one is to the other and why. What time
alone would decide is called "other holder" where no time is known, never a contradiction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from retold.compare.likeness import likeness
from retold.compare.rules import relation_rules
from retold.compare.slots import Matched, Slots, called_after, same_party
from retold.model import Amount, Relation

NEIGHBOURS = 30
"""Claims of one kind about one party that are held against each other; a busier party is compared in runs of this many."""
Related = Mapping[str, Sequence[Relation]]
Told = Mapping[tuple[str, str], Sequence[tuple[str, Slots]]]
"""(report, key of a party) -> claims of that report about that party, with their ids."""


def relations(ids: Sequence[str], groups: Sequence[Sequence[Matched]]) -> Related:
    """Return the relations of each claim, by id; both ends carry one."""
    found: dict[str, list[Relation]] = defaultdict(list)
    firsts = {id_: g[0][0] for id_, g in zip(ids, groups, strict=True)}
    rules = relation_rules()
    for a, b in _pairs(firsts, rules.update.kinds):
        _both(found, _update(a, b, firsts))
    for a, b in _pairs(firsts, rules.succession.kinds):
        _both(found, _succession(a, b, firsts))
    for claim, denial, relation in _denials(ids, groups):
        found[claim].append(relation)
        found[denial].append(Relation(kind="denies", claim=claim, score=relation.score, reason=relation.reason))
    return found


def _both(found: dict[str, list[Relation]], pair: tuple[tuple[str, Relation], tuple[str, Relation]] | None) -> None:
    for id_, relation in pair or ():
        found[id_].append(relation)


def _pairs(firsts: Mapping[str, Slots], kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of claims of such a kind that share their object (measures: on whom; offices: in which body), each once."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for id_, slot in firsts.items():
        if slot.fact.kind in kinds:
            for key in slot.object:
                blocks[f"{slot.fact.kind}|{key}"].append(id_)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for start in range(0, len(block), NEIGHBOURS):
            for pair in combinations(block[start : start + NEIGHBOURS], 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _update(a: str, b: str, firsts: Mapping[str, Slots]) -> tuple[tuple[str, Relation], tuple[str, Relation]] | None:
    """The same measure at another sum: 10, later 25 million."""
    one, two = firsts[a].fact.amount, firsts[b].fact.amount
    if one is None or two is None or one.value == two.value or one.currency != two.currency:
        return None
    raised = {firsts[a].fact.pattern, firsts[b].fact.pattern} & set(relation_rules().update.raises)
    if not raised and firsts[a].kind_of_act != firsts[b].kind_of_act:
        return None  # a fine and a reward
    by, then_by = firsts[a].subject, firsts[b].subject
    if by and then_by and not (same_party(by, then_by) or called_after(by, then_by)):
        return None
    (earlier, before), (later, after) = sorted(((a, one), (b, two)), key=lambda each: _order(firsts[each[0]]))
    reason = f"the same measure at another sum: {_sum(before)} then {_sum(after)}"
    score = relation_rules().update.score
    return (
        (later, Relation(kind="updates", claim=earlier, score=score, reason=reason)),
        (earlier, Relation(kind="updated by", claim=later, score=score, reason=reason)),
    )


def _sum(amount: Amount) -> str:
    return f"{amount.value:,.0f} {amount.currency or ''}".strip()


def _succession(a: str, b: str, firsts: Mapping[str, Slots]) -> tuple[tuple[str, Relation], tuple[str, Relation]] | None:
    """Two holders of one post: a succession where times tell, else another holder; no contradiction in either case."""
    one, two = firsts[a], firsts[b]
    if not one.subject or not two.subject or same_party(one.subject, two.subject):
        return None
    if likeness(one.title, two.title) < 1.0 or not same_party(one.object, two.object):
        return None
    earlier, later = sorted((a, b), key=lambda id_: _order(firsts[id_]))
    known = all(firsts[i].period or firsts[i].reading.report.published for i in (earlier, later))
    if known and one.report != two.report and _order(one) != _order(two):
        reason = f"one post, {_when(one)} and {_when(two)}: a change of holder in between, not a contradiction"
        kinds = ("later holder than", "earlier holder than")
    else:
        reason = "two holders of one post; when each held it is not established"
        kinds = ("other holder", "other holder")
    score = relation_rules().succession.score
    return (
        (later, Relation(kind=kinds[0], claim=earlier, score=score, reason=reason)),
        (earlier, Relation(kind=kinds[1], claim=later, score=score, reason=reason)),
    )


def _when(slot: Slots) -> str:
    subject = slot.fact.subject
    holder = (subject.name or subject.described) if subject else "somebody"
    told = slot.reading.report.published
    if slot.period is None and told:
        return f"{holder} as told on {told[:10]}"
    start = slot.period and (slot.period.earliest or slot.period.latest)
    return f"{holder} at {start:%Y-%m-%d}" if start else holder


def _order(slot: Slots) -> tuple[str, str, int]:
    """When it was so, else when it was reported, else its place in the text."""
    period = slot.period
    start = period.earliest or period.latest if period else None
    return (start.isoformat() if start else slot.reading.report.published or "9999", slot.report, slot.fact.span.start)


def _denials(ids: Sequence[str], groups: Sequence[Sequence[Matched]]) -> Iterator[tuple[str, str, Relation]]:
    """Statements that deny, each with the claims of the same report that they deny."""
    told = [(id_, slot) for id_, facts in zip(ids, groups, strict=True) for slot, _, _ in facts]
    about = _about([(id_, slot) for id_, slot in told if slot.fact.kind in relation_rules().denial.kinds])
    seen: set[tuple[str, str]] = set()
    for id_, denial in told:
        if denial.fact.kind != "statement" or denial.fact.stance != "denied":
            continue
        for claim, slot in _near(denial, about):
            relation = _denied(denial, slot, id_)
            if relation and (claim, id_) not in seen:
                seen.add((claim, id_))
                yield claim, id_, relation


def _about(told: Iterable[tuple[str, Slots]]) -> Told:
    """Claims by report and party, in order of the text: a denial is held against those about its speaker alone."""
    found: dict[tuple[str, str], list[tuple[str, Slots]]] = defaultdict(list)
    for id_, slot in sorted(told, key=lambda each: _place(each[1])):
        for key in slot.subject | slot.object:
            found[slot.report, key].append((id_, slot))
    return found


def _near(denial: Slots, about: Told) -> list[tuple[str, Slots]]:
    """The claims about the speaker of a denial, of each of its keys those that stand nearest in the text."""
    near: dict[tuple[str, int], tuple[str, Slots]] = {}
    for key in sorted(denial.subject):
        placed = about.get((denial.report, key), ())
        at = bisect_right(placed, _place(denial), key=lambda each: _place(each[1]))
        near |= {(id_, _place(slot)): (id_, slot) for id_, slot in placed[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]}
    return list(near.values())


def _place(slot: Slots) -> int:
    return slot.fact.trigger.start


def _denied(denial: Slots, claim: Slots, id_: str) -> Relation | None:
    """The accused denies an allegation in the same sentence or in like words; any other claim in like words alone."""
    rule, accusation = relation_rules().denial, claim.fact.kind == "allegation"
    if not same_party(denial.subject, claim.object if accusation else claim.object | claim.subject):
        return None
    shared = likeness(denial.words, claim.words)
    together = accusation and _sentence(denial) == _sentence(claim)
    if not together and shared < rule.words:
        return None
    why = "denied in the same sentence" if together else f"denied in words of which {shared:.0%} are the same"
    by = denial.speaker or _subject(denial)
    return Relation(kind="denied by", claim=id_, by=by, score=rule.sentence if together else shared, reason=why)


def _subject(slot: Slots) -> str | None:
    party = slot.fact.subject
    return (party.name or party.described) if party else None


def _sentence(slot: Slots) -> int:
    return bisect_right(slot.reading.sentences, _place(slot), key=lambda s: s.start)
