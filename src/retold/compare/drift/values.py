"""Figures, degrees that words tell, times and places: another value is a drift where no version of the original has it.

A figure is compared with what counts the same; a rounded one is no other. Two times differ where they cannot be one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from retold.compare.drift.datelines import datelines
from retold.compare.drift.lexicon import levels
from retold.compare.drift.passages import TEXTS, Segment, Text
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold, overlaps, quoted
from retold.compare.drift.sources import count_of, speaks
from retold.compare.drift.words import Figure
from retold.compare.slots import can_meet
from retold.model import Mention, TimeExpression


def numbers(case: Retold) -> Iterator[Change]:
    """Yield the figures, and the degrees told in words, that have become others."""
    if case.passage.headline:
        return
    for pair in case.pairs:
        before, after = counted(case.earlier, pair.earlier), counted(case.later, pair.later)
        for one, two in _moved(case, pair.close, before, after) if not pair.close else _swapped(case, before, after):
            said = quoted(case.earlier, pair.earlier, (one.start, one.end)), quoted(case.later, pair.later, (two.start, two.end))
            yield case.change("number changed", f"{said[0]} becomes {said[1]}", pair.earlier)
            return
    yield from _degrees(case)


def counted(text: Text, passage: Segment) -> list[Figure]:
    """Return the numbers of a passage, in digits and in words: not those of a date or of sources, nor "a" and "one"."""
    found = list(passage.figures)
    for mark in passage.of("number"):
        if mark.row != "1":
            after = passage.words[mark.end].text[:5] if mark.end < len(passage.words) else None
            found.append(Figure(value=float(mark.row), start=mark.start, end=mark.end, counted=after))
    if not found:
        return []
    times = [t.span for t in text.within.times(passage) if t.type in ("DATE", "TIME")]
    sources = [
        count_of(passage, m)[1]
        for m in passage.of("role")
        if m.row in drift_rules().sources.voices and passage.of("cue") and speaks(text, passage, m)
    ]
    return [f for f in found if not any(overlaps(passage.words[f.start].span, span) for span in times) and f.start not in sources]


def _swapped(case: Retold, before: Sequence[Figure], after: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures that were put in for others, where all around them stayed."""
    for start, end, to_start, to_end in case.best.changes:
        one = [f for f in before if f.start < end and start < f.end]
        two = [f for f in after if f.start < to_end and to_start < f.end]
        if len(one) == len(two):
            yield from ((a, b) for a, b in zip(one, two, strict=True) if a.value != b.value)


def _moved(case: Retold, _close: bool, before: Sequence[Figure], after: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures that count the same in other words, where the new one stands nowhere in the original."""
    if not before or not after:
        return
    held = frozenset().union(*(_values(v) for v in case.versions))
    kept = _values(case.later)
    for two in after:
        if two.value in held or not two.counted:
            continue
        for one in before:
            alike = one.counted == two.counted and not _rounded(one.value, two.value)
            if alike and one.value not in kept:
                yield one, two


@lru_cache(maxsize=TEXTS)
def _values(text: Text) -> frozenset[float]:
    return frozenset(f.value for p in text.passages for f in counted(text, p))


def _rounded(one: float, two: float) -> bool:
    return abs(one - two) <= drift_rules().values.rounded * max(one, two)


def _degrees(case: Retold) -> Iterator[Change]:
    """Yield a degree that words tell ("primary school") and that has become another."""
    for kind in levels():
        new = next(iter(case.passage.of(kind)), None)
        if new is None or new.row in case.told_before(kind):
            continue
        for passage in case.around:
            old = next(iter(passage.of(kind)), None)
            if old:
                said = quoted(case.earlier, passage, (old.start, old.end)), quoted(case.later, case.passage, (new.start, new.end))
                yield case.change("number changed", f"{said[0]} becomes {said[1]}", passage)
                return


def times(case: Retold) -> Iterator[Change]:
    """Yield a time that has become another: a day, a month, "last week" for "last month"."""
    if case.passage.headline or not case.sure:
        return
    one, two = _times(case.earlier, case.best.earlier), _times(case.later, case.passage)
    if case.best.close:
        pairs = list(_swapped_times(case, one, two))
    else:
        pairs = [(one[0], two[0])] if len(one) == len(two) == 1 and not _told_time(case) else []
    for a, b in pairs:
        if _apart(a, b) and (case.best.close or not _known(case, a, b)):
            before, after = (text.report.text[t.span.start : t.span.end] for text, t in ((case.earlier, a), (case.later, b)))
            yield case.change("time moved", f"“{' '.join(before.split())}” becomes “{' '.join(after.split())}”")
            return


def _times(text: Text, passage: Segment) -> list[TimeExpression]:
    """Return the times of a passage, not the day on which the report was filed."""
    filed = datelines(text)
    return [t for t in _named_times(text, passage) if not any(overlaps(t.span, d) for d in filed)]


def _named_times(text: Text, passage: Segment) -> list[TimeExpression]:
    return [t for t in text.within.times(passage) if t.type in ("DATE", "TIME") and not (t.value or "").endswith("_REF")]


def _swapped_times(
    case: Retold, before: Sequence[TimeExpression], after: Sequence[TimeExpression]
) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    for start, end, to_start, to_end in case.best.changes:
        here, there = case.best.earlier.words[start:end], case.passage.words[to_start:to_end]
        one = [t for t in before if any(overlaps(t.span, w.span) for w in here)]
        two = [t for t in after if any(overlaps(t.span, w.span) for w in there)]
        if one and two:
            yield one[0], two[0]


def _told_time(case: Retold) -> bool:
    """Whether the later passage is about the telling itself: then its time may be when the story came out."""
    return bool(case.later.within.credits(case.passage)) or any(m.row == "media" for m in case.passage.of("cue"))


def _apart(one: TimeExpression, two: TimeExpression) -> bool:
    """Whether two times cannot be one: by their intervals, or by their words where one of them has no interval."""
    if one.period and two.period and one.period.earliest and two.period.earliest:
        return not can_meet(one.period, two.period)
    if one.unit and two.unit and one.shift is not None and two.shift is not None:
        return (one.unit, one.shift) != (two.unit, two.shift)
    a, b = one.value or "", two.value or ""
    return len(a) == len(b) and a != b and bool(a) and _open(a) == _open(b)


def _open(value: str) -> str:
    return "".join("X" if c == "X" else "." for c in value)


def _known(case: Retold, one: TimeExpression, two: TimeExpression) -> bool:
    """Whether any version tells the later time, or the later report the earlier one, somewhere else."""
    versions = (t for v in case.versions for t in _all_times(v))
    later = _all_times(case.later)
    return any(_same(two, t) for t in versions) or any(_same(one, t) for t in later)


@lru_cache(maxsize=TEXTS)
def _all_times(text: Text) -> tuple[TimeExpression, ...]:
    """Return the times of a report, those alike once."""
    return tuple({(t.value, t.period): t for p in text.passages for t in _named_times(text, p)}.values())


def _same(one: TimeExpression, two: TimeExpression) -> bool:
    if one.value and one.value == two.value:
        return True
    return bool(one.period and two.period and one.period.earliest and two.period.earliest and can_meet(one.period, two.period))


def places(case: Retold) -> Iterator[Change]:
    """Yield a place that has become another: a town or land, or the office that has become the headquarters."""
    if case.passage.headline or not case.sure:
        return
    yield from _sites(case)
    if case.best.close:
        for start, end, to_start, to_end in case.best.changes:
            one = places_of(case.earlier, case.best.earlier, start, end)
            two = places_of(case.later, case.passage, to_start, to_end)
            if one and two and not _one_place(one[0], two[0], case):
                yield case.change("place changed", f"“{_named(case.earlier, one[0])}” becomes “{_named(case.later, two[0])}”")
                return
    elif case.best.score >= drift_rules().values.elsewhere:
        yield from _elsewhere(case)


def places_of(text: Text, passage: Segment, start: int, end: int) -> list[Mention]:
    """Return the places that some words of a passage name."""
    words, filed = passage.words[start:end], datelines(text)
    named = [m for m in text.within.mentions(passage) if m.kind == "place" and any(overlaps(m.span, w.span) for w in words)]
    return [m for m in named if not any(overlaps(m.span, d) for d in filed)]


def _named(text: Text, mention: Mention) -> str:
    return text.report.text[mention.span.start : mention.span.end]


def _one_place(one: Mention, two: Mention, case: Retold) -> bool:
    if one.country and one.country == two.country:
        return _named(case.earlier, one) in _named(case.later, two) or _named(case.later, two) in _named(case.earlier, one)
    return _named(case.earlier, one).casefold() == _named(case.later, two).casefold()


def _elsewhere(case: Retold) -> Iterator[Change]:
    """Yield the one place at which something is told to have been, where the original has it at another one throughout."""
    here = located(case.later, case.passage)
    there = located(case.earlier, case.best.earlier)
    if len(here) != 1 or len(there) != 1 or not here[0].country or not there[0].country:
        return
    if here[0].country == there[0].country:
        return
    if not any(here[0].country in _countries(v) for v in case.versions) and not any(
        m.country == there[0].country for m in located(case.later, case.passage)
    ):
        yield case.change("place changed", f"“{_named(case.earlier, there[0])}” becomes “{_named(case.later, here[0])}”")


@lru_cache(maxsize=TEXTS)
def _countries(text: Text) -> frozenset[str | None]:
    """Return the countries at whose places a report has something."""
    return frozenset(m.country for p in text.with_marks("where") for m in located(text, p))


def located(text: Text, passage: Segment) -> list[Mention]:
    """Return the places of a passage at which something is said to be: a word like "in" stands right before them."""
    befores = {passage.words[m.end - 1].span.end for m in passage.of("where")}
    return [m for m in text.within.mentions(passage) if m.kind == "place" and {m.span.start - 1, m.span.start - 5} & befores]


def _sites(case: Retold) -> Iterator[Change]:
    one, two = case.best.earlier.of("site"), case.passage.of("site")
    if len({m.row for m in one}) != 1 or len({m.row for m in two}) != 1 or case.best.foreign:
        return
    if one[0].row != two[0].row and two[0].row not in case.told_before("site"):
        before = quoted(case.earlier, case.best.earlier, (one[0].start, one[0].end))
        yield case.change("place changed", f"{before} becomes {quoted(case.later, case.passage, (two[0].start, two[0].end))}")
