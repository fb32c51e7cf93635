"""What two passages have in common and what parts them, as signs: each a number from -1 to 1, with words for it.

Signs count names, numbers, words, acts and days first; what turns a matter round (negations, denials, opposites), what firms or
loosens it (hedges, degrees, reach), and what has become otherwise since stand beside them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from retold.compare.drift.aligned import Pair, aligned
from retold.compare.drift.lexicon import pairs_of_strength
from retold.compare.drift.passages import Cut, Text, cut_of
from retold.compare.drift.passages import Segment as Sentence
from retold.compare.drift.words import split
from retold.compare.likeness import fold, stems
from retold.compare.rare_facts import skeleton
from retold.model import Mention, Period, Span
from retold.tables import typed

WORDS = ("negation", "other", "change", "cause", "all", "some")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """Words that turn a matter into its opposite."""

    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The whole of `against.toml`."""

    kinds: tuple[str, ...]
    contradicts: float
    turns: tuple[str, ...]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    opposites: tuple[Opposites, ...]
    weights: Mapping[str, tuple[float, ...]]


def sign_rules() -> Signs:
    """Return what `against.toml` says. Raises `TableError`."""
    return typed(Signs, "retold.compare", "against.toml")


@dataclass(frozen=True, kw_only=True)
class Side:
    """A passage of a report, with what was marked in it."""

    text: Text
    span: Span
    cut: Cut
    sentence: Sentence | None
    """The sentence that most of it stands in."""
    named: Mapping[str, str]
    """Names by their consonants, with the kind of what they name."""
    subjects: frozenset[str]
    """Those of the names that are subjects."""
    periods: tuple[Period, ...]

    @property
    def words(self) -> str:
        """The passage itself."""
        return self.text.report.text[self.span.start : self.span.end]

    @property
    def language(self) -> str:
        """Its language; English where it is not known."""
        return self.text.report.language or "en"

    def has(self, kind: str) -> bool:
        """Tell whether it has words of a row of `against.toml`."""
        terms = sign_rules().words[kind].get(self.language, ())
        return bool({w.casefold() for w in split(self.words)} & set(terms))

    def rows(self, *kinds: str) -> frozenset[tuple[str, str]]:
        """Return the rows of the lexicon of drift that it has words of."""
        return frozenset((m.kind, m.row) for m in self.cut.marks if m.kind in kinds)

    @property
    def others(self) -> frozenset[str]:
        """What it can be recognised by beside names."""
        return frozenset(k for k in self.cut.keys if not k.startswith("n:"))


def side(text: Text, span: Span) -> Side:
    """Return a passage of a report with what was marked in it."""
    reading = text.reading
    here = [m for m in reading.mentions if _meets(m.span, span) and m.name and m.kind != "other"]
    periods = [t.period for t in reading.times if _meets(t.span, span) and t.period]
    return Side(
        text=text,
        span=span,
        cut=cut_of(text.report.text[span.start : span.end], text.report.language),
        sentence=max(text.passages, key=lambda p: _shared(p.span, span), default=None),
        named={name: m.kind for m in here if (name := _name(m))},
        subjects=frozenset(name for m in here if m.grammar in ("subject", "passive subject") and (name := _name(m))),
        periods=tuple(p for p in periods if p.earliest and p.latest),
    )


def _name(mention: Mention) -> str | None:
    """The consonants of the last word of whom a mention names or takes up."""
    last = (mention.name or "").split()[-1:]
    return skeleton(last[0]) or fold(last[0]) if last else None


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def signs(a: Side, b: Side, pairs: Sequence[Pair]) -> Mapping[str, float]:
    """Return the signs that two passages give, those that are 0 left out; `pairs` are the aligned passages of their reports."""
    found: dict[str, float] = {"always": 1.0}
    for part in (
        _likeness(a, b, pairs),
        _parties(a, b),
        _numbers(a, b),
        _standing(a, b),
        _turned(a, b),
        _degree(a, b),
        _days(a, b),
    ):
        found.update((name, value) for name, value in part if value)
    return found


def _likeness(a: Side, b: Side, pairs: Sequence[Pair]) -> Iterator[tuple[str, float]]:
    foreign = a.language != b.language
    one, two = a.cut.keys, b.cut.keys
    yield "one report", float(a.text.name == b.text.name)
    yield "shared words", len(one & two) / math.sqrt(len(one) * len(two)) if one and two else 0.0
    yield "shared words beside names", _overlap(a.others, b.others)
    yield "two languages", float(foreign)
    yield "words of two languages", _overlap(one, two) if foreign else 0.0
    if a.sentence and b.sentence:
        mine = [p for p in pairs if p.later.place == b.sentence.place]
        best = max(mine, key=lambda p: p.score, default=None)
        met = next((p.score for p in mine if p.earlier.place == a.sentence.place), 0.0)
        yield "sentences tell the same", met
        yield "best aligned", float(best is not None and best.earlier.place == a.sentence.place)


def _overlap(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def _parties(a: Side, b: Side) -> Iterator[tuple[str, float]]:
    one, two = a.named.keys(), b.named.keys()
    if one and two:
        yield "shared names", len(one & two) / min(len(one), len(two))
    parties = [{k for k, kind in s.named.items() if kind != "place"} for s in (a, b)]
    yield "other names", float(bool(parties[0] and parties[1] and not parties[0] & parties[1]))
    if a.subjects and b.subjects:
        yield "same subject", float(bool(a.subjects & b.subjects))
        yield "other subject", float(not a.subjects & b.subjects)
    yield "more names", max(-1.0, min(1.0, (len(two - one) - len(one - two)) / 3))
    yield "one act or role", float(bool(a.rows("act", "role", "withheld") & b.rows("act", "role", "withheld")))


def _numbers(a: Side, b: Side) -> Iterator[tuple[str, float]]:
    one, two = ({f.value for f in s.cut.figures} for s in (a, b))
    yield "same number", float(bool(one & two))
    yield "other number", float(bool(one and two and not one & two))
    yield "number told", float(bool(two)) - float(bool(one))


def _standing(a: Side, b: Side) -> Iterator[tuple[str, float]]:
    yield "was open", float(bool(a.rows("open")) and not b.rows("open"))
    yield "both open", float(bool(a.rows("open")) and bool(b.rows("open")))
    one, two = a.rows("answer"), b.rows("answer")
    yield "denied", float(("answer", "denial") in two - one)
    yield "both refuse or deny", float(bool(one & two))
    hedges = float(bool(b.rows("hedge"))) - float(bool(a.rows("hedge")))
    yield "hedged", hedges
    yield "hedged otherwise", abs(hedges)
    step = 0
    for kind in pairs_of_strength():
        levels = {r for _, r in a.rows(kind)}, {r for _, r in b.rows(kind)}
        step += ("strong" in levels[1]) - ("strong" in levels[0]) if all(levels) else 0
    yield "stronger word", float(max(-1, min(1, step)))


def _turned(a: Side, b: Side) -> Iterator[tuple[str, float]]:
    one, two = a.has("negation"), b.has("negation")
    yield "one negated", float(one != two)
    yield "negated here", float(two and not one)
    yield "both negated", float(one and two)
    yield "opposite words", float(_opposed(stems(a.words), stems(b.words)))


def _opposed(one: frozenset[str], two: frozenset[str]) -> bool:
    return any(_across(one, two, x, y) or _across(two, one, x, y) for x, y in _opposites())


def _across(one: frozenset[str], two: frozenset[str], x: frozenset[str], y: frozenset[str]) -> bool:
    return bool(one & x and two & y and not one & y and not two & x)


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    def each(words: Sequence[str]) -> frozenset[str]:
        return frozenset().union(*map(stems, words))

    return tuple((each(row.one), each(row.other)) for row in sign_rules().opposites)


def _degree(a: Side, b: Side) -> Iterator[tuple[str, float]]:
    longer = math.log((1 + len(b.cut.keys)) / (1 + len(a.cut.keys)))
    yield "tells more", max(-1.0, min(1.0, longer))
    yield "told at other length", min(1.0, abs(longer))
    for kind in WORDS[1:]:
        yield f"words of {kind}", float(b.has(kind)) - float(a.has(kind))
    yield "change told", float(b.has("change"))


def _days(a: Side, b: Side) -> Iterator[tuple[str, float]]:
    days = [s.text.report.published for s in (a, b)]
    gap = (date.fromisoformat(days[1][:10]) - date.fromisoformat(days[0][:10])).days if days[0] and days[1] else 0
    yield "reported later", float(gap > 0)
    yield "reported long after", float(abs(gap) > 60)
    apart = [_excludes(one, two) for one in a.periods for two in b.periods]
    yield "times exclude each other", float(bool(apart) and all(apart))


def _excludes(one: Period, two: Period) -> bool:
    if not (one.earliest and one.latest and two.earliest and two.latest):
        return False
    return one.latest < two.earliest or two.latest < one.earliest


def alignment(a: Text, b: Text) -> Sequence[Pair]:
    """Return the passages of two reports that tell the same; none within one report."""
    return aligned(a, b) if a.name != b.name else ()
