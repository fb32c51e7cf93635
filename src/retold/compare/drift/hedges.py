"""A hedge is dropped where what it stood over is told again without any; added where there was none.

Words that only put it on another's word ("reportedly") are no added doubt where the earlier telling names who says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from retold.compare.drift.aligned import Pair
from retold.compare.drift.lexicon import Mark
from retold.compare.drift.passages import Segment, Text
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold, carried, quoted, scope


def hedges(case: Retold) -> Iterator[Change]:
    """Yield the hedges of the best earlier passage that are gone, and those that came."""
    if not case.sure or case.passage.headline or case.best.earlier.headline:
        return
    pair = case.best
    gone = _one_sided(pair.earlier, pair.later, pair, first=True)
    came = _one_sided(pair.later, pair.earlier, pair, first=False)
    if gone and not came:
        yield case.change("hedge dropped", f"{_said(case.earlier, pair.earlier, gone)} is gone")
    elif came and not gone and not _meant_before(case, came):
        yield case.change("hedge added", f"{_said(case.later, pair.later, came)} is new")
    elif not pair.close:
        yield from _cast_doubt(case)


def _cast_doubt(case: Retold) -> Iterator[Change]:
    """Yield a word that casts doubt on the account itself, as no version does."""
    new = next((m for m in case.passage.of("hedge") if m.row == "doubtful"), None)
    if new and "doubtful" not in case.told_before("hedge"):
        yield case.change("hedge added", f"{_said(case.later, case.passage, new)} is new")


def _meant_before(case: Retold, came: Mark) -> bool:
    """Whether another earlier passage that it draws on hedges too, or names who says what is now "reportedly" so."""
    if came.row == "reported":
        return any(p.of("cue") or doubts(p, reported=True) for p in case.around)
    return any(doubts(p, reported=False) or p.of("open") for p in case.around) and not case.best.close


def doubts(passage: Segment, *, reported: bool) -> list[Mark]:
    """Return the hedges of a passage; the month of May is none."""
    own = drift_rules().hedges.rows
    rows = (*own, "doubtful", "reported") if reported else (*own, "doubtful")
    answers = {at for m in passage.of("answer") for at in range(m.start, m.end)}
    return [
        m
        for m in passage.of("hedge")
        if m.row in rows and m.start not in answers and not (passage.words[m.start].capital and m.start > 0)
    ]


def _one_sided(one: Segment, two: Segment, pair: Pair, *, first: bool) -> Mark | None:
    """Return the first hedge that only passage `one` of a pair has, over words that stand in both."""
    rules = drift_rules().hedges
    for mark in doubts(one, reported=pair.close or not first):
        if pair.close:
            if _only_here(mark, two, pair, first=first):
                return mark
        elif (
            not doubts(two, reported=True)
            and not two.of("open", "answer")
            and carried(scope(one, mark.start, mark.end), two, rules.gone if first else rules.new)
        ):
            return mark
    return None


def _only_here(mark: Mark, two: Segment, pair: Pair, *, first: bool) -> bool:
    """Whether the words of a hedge were taken out (`first`) or put in, and no other hedge for them."""
    for src_start, src_end, dest_start, dest_end in pair.changes:
        here, there = ((src_start, src_end), (dest_start, dest_end)) if first else ((dest_start, dest_end), (src_start, src_end))
        if here[0] <= mark.start < here[1]:
            others = [m for m in two.of("hedge", "open", "cue") if m.start < there[1] and there[0] < m.end]
            long_gone = here[1] - here[0] > drift_rules().hedges.statement and first
            return not others and not long_gone
    return False


def _said(text: Text, passage: Segment, mark: Mark) -> str:
    return quoted(text, passage, (mark.start, mark.end))
