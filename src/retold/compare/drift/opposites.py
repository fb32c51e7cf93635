"""What one telling says is so the other says is not: "would attend" and "would not attend", "agreed to pay" and "refused to".

A negation has many words, so passages are held against each other by whether they have an odd one over the same word, and not
by which they have. What rejects a charge, refuses to speak or leaves something open is looked at elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.compare.drift.hedges import doubts
from retold.compare.drift.lexicon import Mark
from retold.compare.drift.passages import Segment, keys_of
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold, carried, quoted, scope
from retold.compare.drift.words import Word

BEGINS = 2
"""Letters that two forms of one verb share: "knew" and "know"."""

Run = tuple[int, int]
"""Words of a passage, from and to."""


def opposites(case: Retold) -> Iterator[Change]:
    """Yield what the later passage says the opposite of."""
    if case.passage.headline or not case.sure or case.best.foreign:
        return
    one, two = case.best.earlier, case.passage
    found = _put_in(case) if case.best.close else _told_otherwise(case)
    if found:
        said = quoted(case.earlier, one, _beside(one, found[0])), quoted(case.later, two, _beside(two, found[1]))
        yield case.change("reversed", f"{said[0]} becomes {said[1]}")


def _beside(passage: Segment, run: Run) -> Run:
    """Return some words with those that they stand with."""
    beside = drift_rules().opposites.shown
    return max(0, run[0] - 1), min(len(passage.words), max(run[1], run[0] + 1) + beside)


def noes(passage: Segment) -> list[Mark]:
    """Return the words of a passage by which something is not so; "not only" is none, nor what stands in a reply."""
    other = {at for m in passage.of("answer", "open") for at in range(m.start, m.end)}
    return [m for m in passage.of("turning") if m.row == "no" and m.start not in other]


def _put_in(case: Retold) -> tuple[Run, Run] | None:
    """Return where a negation was put in or taken out, or a word became its opposite, and the words around it stayed."""
    one, two = case.best.earlier, case.passage
    for start, end, to_start, to_end in case.best.changes:
        before, after = _within(noes(one), start, end), _within(noes(two), to_start, to_end)
        if bool(before) != bool(after) and _odd(one, two) and _same_act(case, (start, end), (to_start, to_end)):
            return (start, end), (to_start, to_end)
    return None


def _within(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    return [m for m in marks if m.start < end and start < m.end]


def _odd(one: Segment, two: Segment) -> bool:
    """Whether one has a negation that the other lacks: one that only stands elsewhere turns nothing."""
    return (len(noes(one)) - len(noes(two))) % 2 == 1


def _same_act(case: Retold, run: Run, to: Run) -> bool:
    """Whether what was changed is beside the negation no other thing: the same verb in another form, or nothing at all."""
    one, two = _bare(case.best.earlier, run), _bare(case.passage, to)
    if max(len(one), len(two)) > drift_rules().opposites.changed or len(one) != len(two):
        return False
    return all(a.text[:BEGINS] == b.text[:BEGINS] for a, b in zip(one, two, strict=True))


def _bare(passage: Segment, run: Run) -> list[Word]:
    """The words of a run that are neither a negation nor a verb that only says that something is done."""
    marked = {at for m in passage.of("turning") for at in range(m.start, m.end)}
    return [w for at, w in enumerate(passage.words[slice(*run)], start=run[0]) if at not in marked and keys_of([w])]


def _told_otherwise(case: Retold) -> tuple[Run, Run] | None:
    """Return the one negation that only one of two passages in other words has, where the word it turns stands in both."""
    one, two = case.best.earlier, case.passage
    for here, there, turned in ((one, two, False), (two, one, True)):
        marks = noes(here)
        if len(marks) != 1 or _unsettled(there) or _unsettled(here) or noes(there) or there.of("rebuttal"):
            continue
        place = _governed(here, there, marks[0])
        held = case.versions if turned else (case.later,)
        if place is not None and not any(_says(p, here, marks[0]) for v in held for p in v.passages if p is not here):
            run = (marks[0].start, marks[0].end)
            return ((place, place + 1), run) if turned else (run, (place, place + 1))
    return None


def _unsettled(passage: Segment) -> bool:
    return bool(passage.of("answer", "open") or doubts(passage, reported=True))


def _governed(here: Segment, there: Segment, mark: Mark) -> int | None:
    """Return where the word that a negation turns stands in the other passage, with most of what stands beside it."""
    rest = [w for w in here.words[mark.end : mark.end + drift_rules().opposites.reach] if keys_of([w])]
    affirming = {at for m in here.of("turning") for at in range(m.start, m.end)}
    verb = next((w for w in rest if here.words.index(w) not in affirming), None)
    if verb is None or not carried(scope(here, mark.start, mark.end), there, drift_rules().opposites.carried):
        return None
    return next((at for at, w in enumerate(there.words) if keys_of([w]) & keys_of([verb])), None)


def _says(passage: Segment, here: Segment, mark: Mark) -> bool:
    """Whether another passage of a report has such a negation over the same: then nothing was turned."""
    return bool(noes(passage)) and carried(scope(here, mark.start, mark.end), passage, drift_rules().opposites.carried)
