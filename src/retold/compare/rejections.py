"""A statement denies a claim, in its sentence, in another one or in another report, by whom it concerns or who speaks for them.

What is denied is told by the words of the denial: they are words of the claim, or tell its act. A denial that names nothing
("the accusations are false") is one of what its report told of the speaker right before. In another report one claim alone is
denied, and where two may be meant, none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from retold.compare.acts import acts_of, near
from retold.compare.likeness import likeness, stems, stems_of
from retold.compare.related import Related
from retold.compare.rules import relation_rules
from retold.compare.slots import Matched, Slots, same_party, told_on, told_within

NEIGHBOURS = 30
"""Claims about a speaker that a denial of that speaker is held against: those that stand nearest in its report, as many that were
told on the days nearest to it elsewhere."""
ENOUGH = 4
"""Letters that two forms of one word have in common at the least."""
LONGER = 1
"""Letters that one form may have more than another: "part" and "partner" are two words."""
SPEAKS = ("tie", "office")
"""Kinds of facts that tell for whom somebody speaks."""
Behind = Mapping[tuple[str, str], frozenset[str]]
"""(report, chain) -> the keys of those for whom somebody speaks."""
Placed = tuple[str, Slots]
"""A mention of a claim, with the claim's id."""
NO = (0.0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """Claims by party: within each report in order of its text, and of all reports in order of their days."""

    here: Mapping[tuple[str, str], Sequence[Placed]]
    anywhere: Mapping[str, Sequence[Placed]]


def rejections(ids: Sequence[str], groups: Sequence[Sequence[Matched]]) -> Iterator[Related]:
    """Yield statements that deny, each with the claims that they deny."""
    told = [(id_, slot) for id_, facts in zip(ids, groups, strict=True) for slot, _, _ in facts]
    about = _about((id_, slot) for id_, slot in told if slot.fact.kind in relation_rules().denial.kinds)
    behind, seen = _behind(told), set[tuple[str, str]]()
    for id_, slot in told:
        if not _denies(slot):
            continue
        denial = _spoken_for(slot, behind)
        for claim, (score, why) in (*_in_its_report(denial, about), *_elsewhere(denial, about)):
            if (claim[0], id_) not in seen:
                seen.add((claim[0], id_))
                yield _related(claim, (id_, slot), score, why)


def _denies(slot: Slots) -> bool:
    """Whether a statement denies, in its stance or because it calls an accusation false."""
    if slot.fact.kind != "statement" or slot.states == "passage":
        return False
    return slot.fact.stance == "denied" or (slot.fact.stance == "asserted" and _calls_false(slot))


def _calls_false(slot: Slots) -> bool:
    rule = relation_rules().denial
    false, things = slot.words & stems_of(rule.false), slot.words & stems_of(rule.things)
    return bool(false and things) and len(slot.words - false - things) <= rule.besides


def _spoken_for(slot: Slots, behind: Behind) -> Slots:
    """Return a denial as one of its speaker and of whom he speaks for, where that is told ("a lawyer for Brask")."""
    party = slot.fact.subject
    if party and party.chain and (represented := behind.get((slot.report, party.chain))):
        return replace(slot, subject=slot.subject | represented)
    if party is None or party.name or not stems(party.described) & stems_of(relation_rules().denial.voices):
        return slot
    named = _named(slot, _words(party.described))
    return replace(slot, subject=named) if named else slot


def _behind(told: Iterable[Placed]) -> Behind:
    """For whom those speak whose office or tie it is: "Ilse Kol, a lawyer for Brask"."""
    voices, found = stems_of(relation_rules().denial.voices), defaultdict[tuple[str, str], frozenset[str]](frozenset)
    for _, slot in told:
        party = slot.fact.subject
        if slot.fact.kind in SPEAKS and party and party.chain and slot.title & voices and not slot.fact.ended:
            found[slot.report, party.chain] |= slot.object
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:\"'()\u201c\u201d") for word in text.replace("\u2019", "'").replace("'s", "").split())


def _named(slot: Slots, words: AbstractSet[str]) -> frozenset[str]:
    """The keys of those named in its report whose last name is among some words."""
    named = (c.name for c in slot.reading.chains if c.name and c.name.split()[-1] in words)
    return frozenset(f"name:{' '.join(sorted(stems(name)))}" for name in named)


def _about(told: Iterable[Placed]) -> _About:
    here: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    anywhere: dict[str, list[Placed]] = defaultdict(list)
    for id_, slot in sorted(told, key=lambda each: (told_on(each[1]), each[1].report, _place(each[1]))):
        for key in slot.subject | slot.object:
            here[slot.report, key].append((id_, slot))
            anywhere[key].append((id_, slot))
    return _About(here=here, anywhere=anywhere)


def _in_its_report(denial: Slots, about: _About) -> Iterator[tuple[Placed, tuple[float, str]]]:
    """Yield the claims of its own report that a denial denies."""
    near_by: dict[tuple[str, int], Placed] = {}
    for key in sorted(denial.subject):
        placed = about.here.get((denial.report, key), ())
        at = bisect_right(placed, _place(denial), key=lambda each: _place(each[1]))
        near_by |= {(id_, _place(slot)): (id_, slot) for id_, slot in placed[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]}
    held = [(claim, _here(claim[1], denial)) for claim in near_by.values() if _concerns(claim[1], denial)]
    found = [(claim, judged) for claim, judged in held if judged[0]]
    yield from found or _right_before(denial, [claim for claim, _ in held])


def _here(claim: Slots, denial: Slots) -> tuple[float, str]:
    """Return how surely a claim of the same report is denied: an accusation in the same sentence or in like words, any other
    claim in like words, or where the denial tells its act."""
    rule, shared = relation_rules().denial, likeness(denial.words, claim.words)
    if claim.fact.kind == "allegation" and _sentence(denial) == _sentence(claim):
        return rule.sentence, "denied in the same sentence"
    if shared >= rule.words:
        return shared, f"denied in words of which {shared:.0%} are the same"
    return _names_it(claim, denial)


def _right_before(denial: Slots, claims: Sequence[Placed]) -> Iterator[tuple[Placed, tuple[float, str]]]:
    """Yield the claim that stands last before a denial that names nothing; "the accusations" are no deed but an accusation."""
    kinds = _of_nothing_named(denial)
    before = [c for c in claims if c[1].fact.kind in kinds and _place(c[1]) < _place(denial)]
    last = max(before, key=lambda each: _place(each[1]), default=None)
    if last and _sentence(denial) - _sentence(last[1]) <= relation_rules().denial.reach:
        yield last, (relation_rules().denial.elsewhere, "denied right after it, in words that name nothing else")


def _of_nothing_named(denial: Slots) -> tuple[str, ...]:
    """The kinds of claims that a denial may be of that says "this" or "the accusations" and no more; none of any other."""
    rule = relation_rules().denial
    things = denial.words & stems_of(rule.things)
    rest = denial.words - things - stems_of(rule.false) - denial.act
    if things:
        return ("allegation",) if len(rest) <= rule.besides else ()
    return () if rest else rule.kinds


def _elsewhere(denial: Slots, about: _About) -> Iterator[tuple[Placed, tuple[float, str]]]:
    """Yield the one claim of other reports that a denial denies most clearly, told within some days of it."""
    judged: dict[str, tuple[float, Placed, str]] = {}
    named = _named(denial, _words(denial.wording))
    for id_, slot in _of_those_days(denial, named, about):
        score, why = _names_it(slot, denial) if _concerns(slot, denial) or _between(slot, named) else NO
        if score > judged.get(id_, (0.0,))[0]:
            judged[id_] = (score, (id_, slot), why)
    ranked = sorted(judged.values(), key=lambda each: (-each[0], each[1][0]))
    if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
        yield ranked[0][1], (min(ranked[0][0], relation_rules().denial.elsewhere), f"{ranked[0][2]}, in another report")


def _between(claim: Slots, named: frozenset[str]) -> bool:
    """Whether a deed that is not itself denied is between two whom a denial names: whose word the denial is may be a third's."""
    if claim.fact.kind == "allegation" or claim.fact.stance in ("denied", "declined", "unknown", "asked"):
        return False
    return bool(claim.subject & named and claim.object & named)


def _of_those_days(denial: Slots, named: frozenset[str], about: _About) -> Iterator[Placed]:
    """Yield claims of other reports about some parties, each once, those told on the days nearest to a denial."""
    seen, days = set[str](), relation_rules().denial.days
    for key in sorted(denial.subject | named):
        placed = about.anywhere.get(key, ())
        at = bisect_left(placed, told_on(denial), key=lambda each: told_on(each[1]))
        for id_, slot in placed[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]:
            if id_ not in seen and slot.report != denial.report and told_within(slot, denial, days):
                seen.add(id_)
                yield id_, slot


def _concerns(claim: Slots, denial: Slots) -> bool:
    """Whether a claim that is not itself a denial is about whom the denial is by: the accused, or either party of a deed."""
    if claim.fact.stance in ("denied", "declined", "unknown", "asked"):
        return False
    sides = claim.object if claim.fact.kind == "allegation" else claim.object | claim.subject
    return same_party(denial.subject, sides, kin=True)


def _names_it(claim: Slots, denial: Slots) -> tuple[float, str]:
    """Return how surely the words of a denial name a claim: by its act, or by most of what the denial says."""
    rule = relation_rules().denial
    if (
        denial.object
        and claim.fact.kind != "allegation"
        and not same_party(denial.object, claim.object | claim.subject, kin=True)
    ):
        return NO
    told = acts_of(denial.words)
    words = denial.words - stems_of(rule.things) - stems_of(rule.false)
    share = sum(any(_akin(word, other) for other in claim.words) for word in words) / max(1, len(words))
    act = claim.kind_of_act
    if claim.fact.kind != "allegation" and any(near(act, each) for each in told):
        return rule.act + (1.0 - rule.act) * share, f"denied in words for the same act ({act})"
    if claim.fact.kind == "allegation" and share >= rule.named:
        return share, f"denied in words of which the accusation has {share:.0%}"
    return NO


def _akin(one: str, other: str) -> bool:
    """Whether two stems are forms of one word ("bribed" and "bribing"): alike but for two last letters, and about as long."""
    short, long = sorted((len(one), len(other)))
    same = max(ENOUGH, short - 2)
    return one == other or (one[:same] == other[:same] and short >= same and long - short <= LONGER)


def _related(claim: Placed, denial: Placed, score: float, why: str) -> Related:
    return Related(
        one=claim[0],
        other=denial[0],
        kinds=("denied by", "denies"),
        places=(claim[1], denial[1]),
        score=round(score, 2),
        reason=why,
        by=denial[1].speaker or denial[1].subject_called,
    )


def _place(slot: Slots) -> int:
    return slot.fact.trigger.start


def _sentence(slot: Slots) -> int:
    return bisect_right(slot.reading.sentences, _place(slot), key=lambda s: s.start)
