"""How far two passages go together, in degrees: signs that a fitted weight reads, beside those that are there or not.

What one passage has of the other is measured both ways: a passage that has all of another and more tells more, one that
has little of it tells of something else. Rarer words weigh more, by how many passages of both reports have them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from rapidfuzz.fuzz import token_set_ratio

from retold.compare.likeness import STEM, fold
from retold.compare.quantities import alike, quantities
from retold.compare.scales import scales
from retold.compare.sides import MarkedPassage

REACH = 4
"""Words behind a negation that it may negate."""
FAR = 20
"""Sentences of one report apart from which on two passages are as far apart as can be."""
MOST = 3
"""Names and facts from which on more of them say no more."""


def measures(a: MarkedPassage, b: MarkedPassage) -> Mapping[str, float]:
    """Return what was measured of two passages, by its name; where nothing can be measured, what says nothing."""
    found: dict[str, float] = {}
    for part in (_carried(a, b), _named(a, b), _counted(a, b), _negated(a, b), _standing(a, b), _places(a, b)):
        found.update((name, float(value)) for name, value in part)
    return found


def joined(found: Mapping[str, float]) -> Mapping[str, float]:
    """Return what signs say only together: a turn of what is alike, a change told later."""
    rules = scales()
    turns, changes = (sum(bool(found.get(sign)) for sign in row) for row in (rules.turns, rules.changes))
    near = found["first in second"] + found["second in first"]
    return {
        "turned": turns,
        "turned and alike": turns * near,
        "turned twice": float(turns > 1),
        "turned in one report": turns * found["one report"],
        "turned in the next sentence": turns * found["next sentence"],
        "one has more": abs(found["first in second"] - found["second in first"]),
        "other amount of what is alike": found["other amount"] * near,
        "other number in what is alike": found.get("other number", 0.0) * near,
        "very alike": near**2,
        "alike in one report": near * found["one report"],
        "changed": changes,
        "changed and alike": changes * near,
        "changed later": changes * found["days between"],
        "alike and later": near * found["days between"],
    }


def _carried(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    both = a.cut.keys & b.cut.keys
    one, two, shared = (_weight(keys, a, b) for keys in (a.cut.keys, b.cut.keys, both))
    yield "first in second", shared / one if one else 0.0
    yield "second in first", shared / two if two else 0.0
    plain = [side.stems - {key[2:] for key in side.cut.keys if key.startswith("n:")} for side in (a, b)]
    yield "plain words of the first in the second", _share(plain[0], plain[1], 0.0)
    yield "plain words of the second in the first", _share(plain[1], plain[0], 0.0)
    yield "length of the first", math.log(1 + len(a.cut.words))
    yield "length of the second", math.log(1 + len(b.cut.words))
    rows = [frozenset((m.kind, m.row) for m in side.cut.marks) for side in (a, b)]
    yield "rows of the first in the second", _share(rows[0], rows[1], 0.5)
    yield "rows of the second in the first", _share(rows[1], rows[0], 0.5)
    yield "letters alike", token_set_ratio(a.words.casefold(), b.words.casefold()) / 100


def _weight(keys: AbstractSet[str], a: MarkedPassage, b: MarkedPassage) -> float:
    """Return what keys say together; a key weighs the more the fewer passages of both reports have it."""
    total = len(a.text.passages) + len(b.text.passages)
    others = b.text.by_key if a.text.name != b.text.name else {}
    having = (len(a.text.by_key.get(key, ())) + len(others.get(key, ())) for key in sorted(keys))
    return sum(math.log(1 + total / max(1, count)) for count in having)


def _share(some: AbstractSet[object], others: AbstractSet[object], unknown: float) -> float:
    return len(some & others) / len(some) if some else unknown


def _named(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    one, two = (frozenset(key for key in side.cut.keys if key.startswith("n:")) for side in (a, b))
    yield "names of the first in the second", _share(one, two, 0.5)
    yield "names of the second in the first", _share(two, one, 0.5)
    yield "names shared", min(MOST, len(one & two))
    yield "no names", not one or not two


def _counted(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    one, two = quantities(a.words, a.language), quantities(b.words, b.language)
    pairs = [(x, y) for x in one for y in two if x.unit == y.unit]
    same = any(alike(x.value, y.value) for x, y in pairs)
    yield "one thing counted", bool(pairs)
    yield "same amount", same
    yield "other amount", bool(pairs) and not same


def _negated(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    one, two = a.has("negation"), b.has("negation")
    yield "first negated", one
    yield "second negated", two
    yield "shared word negated", (one and not two and _negates(a, b.stems)) or (two and not one and _negates(b, a.stems))


def _negates(side: MarkedPassage, stems: AbstractSet[str]) -> bool:
    """Whether a negation stands shortly before a word that the other passage has too."""
    words, terms = (
        [word.text.replace("’", "'") for word in side.cut.words],
        set(scales().words["negation"].get(side.language, ())),
    )
    places = [at for at, word in enumerate(words) if word in terms]
    return any(fold(word)[:STEM] in stems for at in places for word in words[at + 1 : at + 1 + REACH])


def _standing(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    for name, side in (("first", a), ("second", b)):
        yield f"{name} hedged", bool(side.rows("hedge"))
        yield f"{name} denies", side.has("denial")
        yield f"{name} told as done", side.has("done")
        yield f"{name} told as to come", side.has("future")
        yield f"{name} said by somebody", side.said is not None
        yield f"{name} said in denial", side.said is not None and side.said.stance == "denied"
        yield f"{name} quotes", bool(side.quoted)
        yield f"facts in the {name}", min(MOST, len(side.facts))
    yield "facts of one kind", bool({f.kind for f in a.facts} & {f.kind for f in b.facts})


def _places(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    one = a.text.name == b.text.name
    apart = b.sentence.place - a.sentence.place if one and a.sentence and b.sentence else 0
    days = [side.text.report.published for side in (a, b)]
    gap = (date.fromisoformat(days[1][:10]) - date.fromisoformat(days[0][:10])).days if days[0] and days[1] else 0
    yield "one report", one
    yield "two languages", a.language != b.language
    yield "sentences apart", min(1.0, abs(apart) / FAR)
    yield "next sentence", apart == 1
    yield "later in the report", apart > 0
    yield "days between", math.copysign(math.log1p(abs(gap)), gap)
