"""How claims stand to each other: a later state of one thing, another holder of one post, a denial, a contradiction, support.

Nothing is ever overwritten by another claim: both stay, the relation says what one is to the other, in which words, and why.
What time alone would decide, and no time is known, is called "not established", never a contradiction. Claims are held
against those that share a party with them, a bounded number each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from retold.compare.conflicts import between
from retold.compare.corrections import corrections
from retold.compare.denied_deeds import denied_deeds
from retold.compare.rejections import rejections
from retold.compare.related import Related, Told
from retold.compare.rules import relation_rules
from retold.compare.slots import Matched
from retold.model import Relation

NEIGHBOURS = 30
"""Claims of one kind about one party that are held against each other; a busier party is compared in runs of this many."""


def relations(
    ids: Sequence[str], groups: Sequence[Sequence[Matched]], families: Mapping[str, str]
) -> Mapping[str, Sequence[Relation]]:
    """Return the relations of each claim, by id; both ends carry one. `families` gives each report's, or its own name."""
    found: dict[str, list[Relation]] = defaultdict(list)
    told = [
        Told(
            id=id_,
            slot=facts[0][0],
            families=frozenset(families.get(f.report, f.report) for f, _, _ in facts),
            own=families.get(facts[0][0].report, facts[0][0].report),
        )
        for id_, facts in zip(ids, groups, strict=True)
    ]
    seen: set[tuple[str, str]] = set()
    for related in (*corrections(told), *_between(told), *denied_deeds(told), *rejections(ids, groups)):
        if (related.one, related.other) not in seen:
            seen |= {(related.one, related.other), (related.other, related.one)}
            for id_, relation in related.ends:
                found[id_].append(relation)
    return found


def _between(told: Sequence[Told]) -> Iterator[Related]:
    for a, b in _pairs(told):
        related = between(a, b)
        if related:
            yield related


def _pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of claims of one kind that share a party, each once."""
    kinds = _kinds()
    blocks: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        if each.slot.fact.kind in kinds:
            for key in each.slot.subject | each.slot.object:
                if not key.startswith(("name:", "open:")):
                    blocks[f"{each.slot.fact.kind}|{key}"].append(each)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for start in range(0, len(block), NEIGHBOURS):
            for a, b in combinations(block[start : start + NEIGHBOURS], 2):
                if (a.id, b.id) not in seen:
                    seen.add((a.id, b.id))
                    yield a, b


def _kinds() -> frozenset[str]:
    """The kinds of which one claim can be something to another."""
    rules = relation_rules()
    named = (
        rules.update.kinds,
        rules.update.counted,
        rules.succession.kinds,
        rules.sequel.ended,
        rules.sequel.planned,
        rules.sequel.acts,
    )
    return frozenset().union(*named, rules.denial.flat, rules.conflict.kinds, rules.corroboration.kinds)
