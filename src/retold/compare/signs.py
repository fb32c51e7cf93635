"""What two passages have in common and what parts them, as signs: each a number from -1 to 1, with words for it.

What was found in the reports comes first: names, numbers, acts, facts, times, and who is cited; then what turns a matter round
(negations, denials, opposites), what firms or loosens it (hedges, degrees, reach), and what has become otherwise since.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache

from retold.compare.acts import follows, near
from retold.compare.drift.aligned import Pair, aligned
from retold.compare.drift.lexicon import pairs_of_strength
from retold.compare.drift.passages import Text
from retold.compare.drift.words import split
from retold.compare.likeness import stems
from retold.compare.quantities import alike
from retold.compare.scales import scales
from retold.compare.sides import MarkedPassage
from retold.model import Period
from retold.strength import CERTAINTY


def signs(a: MarkedPassage, b: MarkedPassage, pairs: Sequence[Pair]) -> Mapping[str, float]:
    """Return the signs that two passages give, those that are 0 left out; `pairs` are the aligned passages of their reports."""
    found: dict[str, float] = {}
    for part in (
        _likeness(a, b, pairs),
        _matter(a, b),
        _parties(a, b),
        _numbers(a, b),
        _turned(a, b),
        _firmness(a, b),
        _degree(a, b),
        _days(a, b),
    ):
        found.update((name, float(value)) for name, value in part if value)
    return found


def alignment(a: Text, b: Text) -> Sequence[Pair]:
    """Return the passages of two reports that tell the same; none within one report."""
    return aligned(a, b) if a.name != b.name else ()


def _likeness(a: MarkedPassage, b: MarkedPassage, pairs: Sequence[Pair]) -> Iterator[tuple[str, float]]:
    yield "shared words", _cosine(a, b)
    yield "same quotation", _has(b.stems, a.quoted) or _has(a.stems, b.quoted)
    if a.sentence and b.sentence:
        mine = [p for p in pairs if p.later.place == b.sentence.place]
        best = max(mine, key=lambda p: p.score, default=None)
        yield "sentences tell the same", next((p.score for p in mine if p.earlier.place == a.sentence.place), 0.0)
        yield "best aligned", best is not None and best.earlier.place == a.sentence.place


def _cosine(a: MarkedPassage, b: MarkedPassage) -> float:
    """Return the cosine of the keys of two passages, a key weighing the more the fewer passages of both reports have it."""
    total = len(a.text.passages) + len(b.text.passages)

    def weight(keys: AbstractSet[str]) -> float:
        having = (len(a.text.by_key.get(k, ())) + len(b.text.by_key.get(k, ())) for k in keys)
        return sum(math.log(1 + total / max(1, count)) for count in having)

    one, two = weight(a.cut.keys), weight(b.cut.keys)
    return weight(a.cut.keys & b.cut.keys) / math.sqrt(one * two) if one and two else 0.0


def _has(words: frozenset[str], quoted: frozenset[str]) -> bool:
    return bool(quoted) and len(words & quoted) >= scales().measures.quoted * len(quoted)


def _matter(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    measures = scales().measures
    rows = [frozenset((m.kind, m.row) for m in s.cut.marks if m.kind not in measures.left_out) for s in (a, b)]
    yield "shared rows", min(1.0, len(rows[0] & rows[1]) / measures.rows)
    levels = [{row for row in each if row[0].startswith("level")} for each in rows]
    yield "other level", bool({k for k, _ in levels[0]} & {k for k, _ in levels[1]}) and levels[0] != levels[1]
    yield "shared matters", min(1.0, len(a.matters & b.matters) / measures.matters)
    yield "other matters", bool(a.matters and b.matters and not a.matters & b.matters)
    met = any(near(one, two) for one in a.acts for two in b.acts)
    yield "acts that meet", met
    yield "other acts", bool(a.acts and b.acts and not met)
    yield "act that comes of it", any(follows(one, two) for one in a.acts for two in b.acts)
    kinds = [{f.kind for f in s.facts} for s in (a, b)]
    yield "facts of other kinds", bool(kinds[0] and kinds[1] and not kinds[0] & kinds[1])


def _parties(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    if a.subjects and b.subjects:
        yield "other subject", not a.subjects & b.subjects
        yield "one subject", bool(a.subjects & b.subjects)
    new, lost = b.names - a.names, a.names - b.names
    most = scales().measures.names
    yield "more names", (min(most, len(new)) - min(most, len(lost))) / most
    if a.named and b.named and not a.named.keys() & b.named.keys():
        yield "other holder", bool(a.rows("role") & b.rows("role"))


def _numbers(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    one, two = a.numbers, b.numbers
    same = any(alike(x, y) for x in one for y in two)
    yield "same number", same
    yield "other number", bool(one and two and not same)
    yield "number told", bool(two) - bool(one)


def _turned(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    one, two = a.has("negation"), b.has("negation")
    yield "one negated", one != two
    yield "both negated", one and two
    yield "opposite words", _opposed(a.stems, b.stems)
    denying = a.has("denial"), b.has("denial")
    yield "one denies", denying[0] != denying[1]
    yield "both deny", all(denying)
    answers = a.rows("answer"), b.rows("answer")
    yield "denied", ("answer", "denial") in answers[1] - answers[0]
    yield "both refuse or deny", bool(answers[0] & answers[1])
    yield "was open", bool(a.rows("open")) and not b.rows("open")


def _opposed(one: frozenset[str], two: frozenset[str]) -> bool:
    return any(_across(one, two, x, y) or _across(two, one, x, y) for x, y in _opposites())


def _across(one: frozenset[str], two: frozenset[str], x: frozenset[str], y: frozenset[str]) -> bool:
    return bool(one & x and two & y and not one & y and not two & x)


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    def each(words: Sequence[str]) -> frozenset[str]:
        return frozenset().union(*map(stems, words))

    return tuple((each(row.one), each(row.other)) for row in scales().opposites)


def _firmness(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    hedged = bool(b.rows("hedge")) - bool(a.rows("hedge"))
    yield "hedged", hedged
    yield "surer", (_sure(b) - _sure(a)) / 2
    step = 0
    for kind in pairs_of_strength():
        levels = {r for _, r in a.rows(kind)}, {r for _, r in b.rows(kind)}
        step += ("strong" in levels[1]) - ("strong" in levels[0]) if all(levels) else 0
    yield "stronger word", max(-1, min(1, step))


def _sure(side: MarkedPassage) -> int:
    return CERTAINTY[side.said.certainty] if side.said else CERTAINTY["certain"]


def _degree(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    yield "tells more", max(-1.0, min(1.0, math.log((1 + len(b.cut.keys)) / (1 + len(a.cut.keys)))))
    yield "longer list", max(-1.0, min(1.0, (_items(b) - _items(a)) / scales().measures.items))
    for kind in ("other", "change", "all", "some"):
        yield f"words of {kind}", b.has(kind) - a.has(kind)
    yield "verdict", b.has("verdict") - a.has("verdict")
    yield "change told", b.has("change")
    yield "told as done", b.has("done") and not a.has("done")
    yield "told as to come", b.has("future") - a.has("future")
    yield "interim or former", bool(a.rows("status") or b.rows("status"))


def _items(side: MarkedPassage) -> int:
    measures = scales().measures
    marked = sum(side.words.count(mark) for mark in measures.marks)
    return marked + sum(w.casefold() in measures.joins for w in split(side.words))


def _days(a: MarkedPassage, b: MarkedPassage) -> Iterator[tuple[str, float]]:
    days = [s.text.report.published for s in (a, b)]
    gap = (date.fromisoformat(days[1][:10]) - date.fromisoformat(days[0][:10])).days if days[0] and days[1] else 0
    yield "reported later", gap > 0
    yield "reported long after", abs(gap) > scales().measures.long
    apart = [(_before(one, two), _before(two, one)) for one in a.periods for two in b.periods]
    yield "times exclude each other", bool(apart) and all(map(any, apart))
    yield "later time", any(later for later, _ in apart)


def _before(one: Period, two: Period) -> bool:
    return bool(one.latest and two.earliest and one.latest < two.earliest)
