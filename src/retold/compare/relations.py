"""How claims stand to each other: a later value of the same measure, another holder of the same office, a denial.

Nothing is ever overwritten by another claim: both stay, the relation says what one is to the other and why. What time
alone would decide is called "other holder" where no time is known, never a contradiction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from retold.compare.likeness import likeness
from retold.compare.slots import Matched, Slots, same_party
from retold.model import Relation

NEIGHBOURS = 30
"""Claims of one kind about one party that are held against each other; a busier party is compared in runs of this many."""
DENIED_WORDS = 0.34
"""Share of words from which a denial is taken to deny a claim of the same report."""

Related = Mapping[str, Sequence[Relation]]


def relations(ids: Sequence[str], groups: Sequence[Sequence[Matched]]) -> Related:
    """Return the relations of each claim, by id; both ends carry one."""
    found: dict[str, list[Relation]] = defaultdict(list)
    firsts = {id_: g[0][0] for id_, g in zip(ids, groups, strict=True)}
    for a, b in _pairs(firsts, "measure"):
        _both(found, _update(a, b, firsts))
    for a, b in _pairs(firsts, "office"):
        _both(found, _succession(a, b, firsts))
    for claim, denial, relation in _denials(ids, groups):
        found[claim].append(relation)
        found[denial].append(Relation(kind="denies", claim=claim, score=relation.score, reason=relation.reason))
    return found


def _both(found: dict[str, list[Relation]], pair: tuple[tuple[str, Relation], tuple[str, Relation]] | None) -> None:
    for id_, relation in pair or ():
        found[id_].append(relation)


def _pairs(firsts: Mapping[str, Slots], kind: str) -> Iterator[tuple[str, str]]:
    """Pairs of claims of a kind that share their object (measures: on whom; offices: in which body), each once."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for id_, slot in firsts.items():
        if slot.fact.kind == kind:
            for key in slot.object:
                blocks[key].append(id_)
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
    if firsts[a].subject and firsts[b].subject and not same_party(firsts[a].subject, firsts[b].subject):
        return None
    earlier, later = sorted((a, b), key=lambda id_: _order(firsts[id_]))
    sums = " then ".join(f"{firsts[i].fact.amount.value:,.0f} {one.currency or ''}".strip() for i in (earlier, later))  # type: ignore[union-attr]
    reason = f"the same measure at another sum: {sums}"
    return (
        (later, Relation(kind="updates", claim=earlier, score=0.7, reason=reason)),
        (earlier, Relation(kind="updated by", claim=later, score=0.7, reason=reason)),
    )


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
        reason = "two holders of one post at different times: a succession, not a contradiction"
        kinds = ("succeeds", "succeeded by")
    else:
        reason = "two holders of one post; when each held it is not established"
        kinds = ("other holder", "other holder")
    return (
        (later, Relation(kind=kinds[0], claim=earlier, score=0.6, reason=reason)),
        (earlier, Relation(kind=kinds[1], claim=later, score=0.6, reason=reason)),
    )


def _order(slot: Slots) -> tuple[str, str, int]:
    """When it was so, else when it was reported, else its place in the text."""
    period = slot.period
    start = period.earliest or period.latest if period else None
    return (start.isoformat() if start else slot.reading.report.published or "9999", slot.report, slot.fact.span.start)


def _denials(ids: Sequence[str], groups: Sequence[Sequence[Matched]]) -> Iterator[tuple[str, str, Relation]]:
    """Statements that deny, each with the claims of the same report that they deny."""
    by_report: dict[str, list[tuple[str, Slots]]] = defaultdict(list)
    denials: list[tuple[str, Slots]] = []
    for id_, facts in zip(ids, groups, strict=True):
        for slot, _, _ in facts:
            if slot.fact.kind == "statement":
                denials += [(id_, slot)] if slot.fact.stance == "denied" else []
            elif slot.fact.kind in ("allegation", "contact", "measure"):
                by_report[slot.report].append((id_, slot))
    seen: set[tuple[str, str]] = set()
    for id_, denial in denials:
        for claim, slot in by_report[denial.report]:
            relation = _denied(denial, slot, id_)
            if relation and (claim, id_) not in seen:
                seen.add((claim, id_))
                yield claim, id_, relation


def _denied(denial: Slots, claim: Slots, id_: str) -> Relation | None:
    """The accused denies an allegation in the same sentence or in like words; any other claim in like words alone."""
    accusation = claim.fact.kind == "allegation"
    if not same_party(denial.subject, claim.object if accusation else claim.object | claim.subject):
        return None
    shared = likeness(denial.words, claim.words)
    together = accusation and _sentence(denial) == _sentence(claim)
    if not together and shared < DENIED_WORDS:
        return None
    why = "denied in the same sentence" if together else f"denied in words of which {shared:.0%} are the same"
    by = denial.speaker or _subject(denial)
    return Relation(kind="denied by", claim=id_, by=by, score=0.8 if together else shared, reason=why)


def _subject(slot: Slots) -> str | None:
    party = slot.fact.subject
    return (party.name or party.described) if party else None


def _sentence(slot: Slots) -> int:
    return bisect_right(slot.reading.sentences, slot.fact.trigger.start, key=lambda s: s.start)
