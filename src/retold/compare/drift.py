"""What changed between tellings of one family: each claim's later wordings held against the earliest one.

Only what both tellings state is compared: "not in what we hold of it" is not "dropped", since a report may be cut.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from retold.compare.likeness import stems
from retold.compare.rules import relation_rules
from retold.compare.slots import Matched, Slots, can_meet, in_headline, same_party
from retold.model import Drift, Passage, Speaker, Telling

NEIGHBOURS = 30
"""Claims of one family about one party that are held against each other for a changed value."""


def drifts(ids: Sequence[str], groups: Sequence[Sequence[Matched]], tellings: Sequence[Telling]) -> Mapping[str, Sequence[Drift]]:
    """Return what changed in each claim, by id, each drift with both passages."""
    families = {t.report: t.family for t in tellings if t.family}
    origins = {t.report for t in tellings if t.role == "origin"}
    found: dict[str, list[Drift]] = defaultdict(list)
    for id_, facts in zip(ids, groups, strict=True):
        for earlier, later in _retold(facts, families, origins):
            found[id_] += _changes(earlier, later)
    for id_, earlier, later in _near(ids, groups, families):
        found[id_] += _values(earlier, later)
    return found


def _retold(facts: Sequence[Matched], families: Mapping[str, str], origins: set[str]) -> Iterator[tuple[Slots, Slots]]:
    """The family's earliest telling (its original where held) with the fullest telling of each other report.

    A headline has no room for sources and hedges, so what it lacks is no drift: only the body is compared.
    """
    by_family: dict[str, dict[str, Slots]] = defaultdict(dict)
    for slot, _, _ in facts:
        if slot.report in families and not in_headline(slot):
            held = by_family[families[slot.report]].setdefault(slot.report, slot)
            by_family[families[slot.report]][slot.report] = max(held, slot, key=_fullness)
    for tellings in by_family.values():
        first = next((s for r, s in tellings.items() if r in origins), next(iter(tellings.values())))
        yield from ((first, slot) for slot in tellings.values() if slot is not first)


def _fullness(slot: Slots) -> tuple[bool, bool]:
    """A report that says it twice is taken at the place where it names its source and hedges."""
    return (slot.speaker is not None, slot.fact.certainty != "certain")


def _near(
    ids: Sequence[str], groups: Sequence[Sequence[Matched]], families: Mapping[str, str]
) -> Iterator[tuple[str, Slots, Slots]]:
    """Claims of one family that differ in a value alone: same kind, act and parties, told by different reports."""
    blocks: dict[tuple[str, str, str], list[tuple[str, Slots, set[str]]]] = defaultdict(list)
    for id_, facts in zip(ids, groups, strict=True):
        first = facts[0][0]
        if first.report in families and first.object and first.fact.kind in relation_rules().values:
            called = min((k for k in first.object if k.startswith("name:")), default="") or min(first.object)
            key = (families[first.report], first.kind_of_act, called)
            blocks[key].append((id_, first, {f.report for f, _, _ in facts}))
    for block in blocks.values():
        for (_, one, in_one), (id_, two, in_two) in combinations(block[:NEIGHBOURS], 2):
            parties = not one.subject or not two.subject or same_party(one.subject, two.subject, kin=True)
            if parties and not in_one & in_two:
                yield id_, one, two


def _changes(earlier: Slots, later: Slots) -> Iterator[Drift]:
    """What differs between two wordings of one claim."""
    a, b = earlier.fact, later.fact
    if a.certainty != "certain" and b.certainty == "certain":
        yield _drift("hedge dropped", earlier, later, f"{a.certainty} ({_hedges(earlier)}) becomes certain")
    elif a.certainty == "certain" and b.certainty != "certain":
        yield _drift("hedge added", earlier, later, f"certain becomes {b.certainty} ({_hedges(later)})")
    strength = relation_rules().strength
    before, after = strength.get(a.stance), strength.get(b.stance)
    if before is not None and after is not None and before != after:
        yield _drift("strengthened" if after > before else "weakened", earlier, later, f"{a.stance} becomes {b.stance}")
    yield from _sources(earlier, later)


def _sources(earlier: Slots, later: Slots) -> Iterator[Drift]:
    one = earlier.attribution.speaker if earlier.attribution else None
    two = later.attribution.speaker if later.attribution else None
    if one and one.kind != "unknown" and two is None:
        yield _drift("attribution dropped", earlier, later, f"{_called(one)} is no longer named as the source")
    elif one and two and one.kind == two.kind == "unnamed":
        if one.count is not None and one.count != two.count:
            yield _drift("source count changed", earlier, later, f"{_called(one)} becomes {_called(two)}")
        elif not stems(_called(one)) & stems(_called(two)):
            yield _drift("role changed", earlier, later, f"{_called(one)} becomes {_called(two)}")
    elif one and two and one.name and two.name and one.chain and two.chain and not _same_name(one.name, two.name):
        yield _drift("actor swapped", earlier, later, f"{one.name} becomes {two.name}")


def _same_name(one: str, two: str) -> bool:
    """Whether two names share a word, or one is the initials of the other ("AP")."""
    initials = {"".join(w[0] for w in name.split() if w[0].isupper()) for name in (one, two)}
    return bool(stems(one) & stems(two)) or one in initials or two in initials


def _values(earlier: Slots, later: Slots) -> Iterator[Drift]:
    """A sum or a time that differs between two tellings of the same act."""
    one, two = earlier.fact.amount, later.fact.amount
    if one and two and one.value != two.value:
        yield _drift("number changed", earlier, later, f"{one.value:,.0f} becomes {two.value:,.0f}")
    if not can_meet(earlier.period, later.period) and not (_tells_time_of(earlier, later) or _tells_time_of(later, earlier)):
        yield _drift("time moved", earlier, later, "the two times exclude each other")


def _tells_time_of(one: Slots, two: Slots) -> bool:
    """Whether one wording holds the other's time too: "began in April and went on after 2 May" beside "went on after 2 May"."""
    when = two.fact.when
    return bool(when and two.reading.report.text[when.span.start : when.span.end] in one.wording)


def _drift(kind: str, earlier: Slots, later: Slots, reason: str) -> Drift:
    return Drift(
        kind=kind,
        earlier=Passage(report=earlier.report, span=earlier.fact.span),
        later=Passage(report=later.report, span=later.fact.span),
        reason=reason,
    )


def _called(speaker: Speaker) -> str:
    return speaker.name or speaker.described or "an unnamed source"


def _hedges(slot: Slots) -> str:
    return ", ".join(slot.reading.report.text[s.start : s.end] for s in slot.fact.hedges) or "hedged"
