"""One thing can be said more or less strongly: a factor becomes the cause, a note a confirmation, a question a fact.

Pairs of words weaker and stronger stand in `lexicon.toml`; what was not known and is now told flatly is strengthened too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.compare.drift.hedges import doubts
from retold.compare.drift.lexicon import Mark, pairs_of_strength
from retold.compare.drift.passages import Segment
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold, carried, quoted, scope


def strength(case: Retold) -> Iterator[Change]:
    """Yield what is said more or less strongly than in any version of the original."""
    if not case.sure or case.passage.headline:
        return
    for kind in pairs_of_strength():
        yield from _step(case, kind, ("weak", "strong"), "strengthened")
        yield from _step(case, kind, ("strong", "weak"), "weakened")
    yield from _answered(case)


def _step(case: Retold, kind: str, rows: tuple[str, str], name: str) -> Iterator[Change]:
    """Yield a step from the row `rows[0]` to `rows[1]` of a kind, where no version takes it itself."""
    here = case.passage.of(kind)
    new = next((m for m in here if m.row == rows[1]), None)
    if case.best.close:
        for mark in here:
            old = _replaced(case, kind, rows[0], mark) if mark.row == rows[1] else None
            if old:
                yield _told(case, name, case.best.earlier, (old, mark))
                return
        return
    if new is None or any(m.row == rows[0] for m in here):
        return
    if name == "weakened" or kind in drift_rules().strength.close_only or case.told_of_it(kind, rows[1]):
        return
    for passage in sorted(case.around, key=lambda p: p.place != case.best.earlier.place):
        old = _weaker(passage, [m for m in passage.of(kind) if m.row == rows[0]], case.passage)
        if old and not any(m.row == rows[1] for m in passage.of(kind)):
            yield _told(case, name, passage, (old, new))
            return


def _weaker(passage: Segment, marks: Sequence[Mark], later: Segment) -> Mark | None:
    """Return the words that speak most of what the later passage speaks of; a refusal to speak only where there are no others."""
    answers = {at for m in passage.of("answer") for at in range(m.start, m.end)}

    def rank(mark: Mark) -> tuple[bool, int, int]:
        return mark.start not in answers, len(scope(passage, mark.start, mark.end) & later.keys), -mark.start

    return max(marks, key=rank, default=None)


def _replaced(case: Retold, kind: str, row: str, new: Mark) -> Mark | None:
    """Return the mark of a row for which the new one was put in, where the passages are the same but for some words."""
    for start, end, to_start, to_end in case.best.changes:
        if to_start < new.end and new.start < to_end:
            return next((m for m in case.best.earlier.of(kind) if m.row == row and m.start < end and start < m.end), None)
    return None


def _told(case: Retold, name: str, passage: Segment, marks: tuple[Mark, Mark]) -> Change:
    one = quoted(case.earlier, passage, (marks[0].start, marks[0].end))
    two = quoted(case.later, case.passage, (marks[1].start, marks[1].end))
    return case.change(name, f"{one} becomes {two}", passage)


def _answered(case: Retold) -> Iterator[Change]:
    """Yield what the earlier telling leaves open and the later one tells flatly, in words of which most are the same."""
    if case.passage.of("open", "answer") or doubts(case.passage, reported=True):
        return
    for passage in case.around:
        for mark in passage.of("open")[-1:]:
            asked = frozenset(k for k in scope(passage, mark.start, mark.end) if k[:2] != "n:")
            if len(asked) >= 2 and carried(asked, case.passage) and len(asked & case.passage.keys) * 2 > len(asked):
                said = quoted(case.earlier, passage, (mark.start, min(len(passage.words), mark.end + 6)))
                yield case.change("strengthened", f"left open before ({said}), told as a fact now", passage)
                return
