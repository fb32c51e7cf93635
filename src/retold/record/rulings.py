"""What a person ruled outlives every run: a ruling is kept by the places of two mentions, and only a person takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from retold.errors import CaseError, ReportError
from retold.model import Passage, Ruling, Span, Trace, Verdict
from retold.record import keep
from retold.record.case import Case
from retold.record.rows import passage
from retold.record.sync import Row, Step, add, retract, row_key

_RULINGS = """
SELECT l.id, l.verdict, a.name, l.one_start, l.one_end, l.one_words, b.name, l.other_start, l.other_end, l.other_words, l.reason
FROM rulings AS l
JOIN reports AS a ON a.id = l.one_report
JOIN reports AS b ON b.id = l.other_report
WHERE l.retracted_at IS NULL ORDER BY l.id
"""


Again = Callable[[tuple[Ruling, ...]], Trace]
"""Makes the trace of what a case holds, as some rulings have it."""


def held(case: Case) -> tuple[Ruling, ...]:
    """Return the rulings that hold, in the order in which they were made."""
    return tuple(_ruling(*row) for row in case.select(_RULINGS))


def rule(case: Case, verdict: Verdict, places: tuple[Passage, Passage], reason: str, *, again: Again) -> Ruling:
    """Keep that the mentions at two places are one person or body, or two, with the trace that `again` makes of the
    rulings that then hold; return the ruling, that of the same verdict on the same two places if there is one, whatever
    its reason. Raises `ReportError` for a place that the case does not hold.
    """

    def work(step: Step) -> Ruling:
        number = _keep(case, step, verdict, places, reason)
        keep.keep_trace(step, again(held(case)))
        return next(each for each in held(case) if each.id == number)

    return case.step("ruled", None, work)


def undo(case: Case, ruling: int, *, again: Again) -> None:
    """Take a ruling back, with the trace that `again` makes of those that then hold; it stays in the file, retracted.

    Raises `CaseError` where none of this number holds.
    """

    def work(step: Step) -> None:
        if ruling not in {each.id for each in held(case)}:
            raise CaseError(f"{case.path}: holds no ruling {ruling}")
        retract(step, "rulings", [ruling])
        keep.keep_trace(step, again(held(case)))

    case.step("ruling undone", None, work)


def _ruling(number: int, verdict: Verdict, *rest: str | int) -> Ruling:
    one, first, last, words, other, start, end, said, reason = rest
    return Ruling(
        id=number,
        verdict=verdict,
        one=Passage(report=str(one), span=Span(int(first), int(last))),
        other=Passage(report=str(other), span=Span(int(start), int(end))),
        words=(str(words), str(said)),
        reason=str(reason),
    )


def _keep(case: Case, step: Step, verdict: Verdict, places: Sequence[Passage], reason: str) -> int:
    one, other = (_place(step, each) for each in places)
    about = {(places[0], one["words"]), (places[1], other["words"])}
    for each in held(case):
        if each.verdict == verdict and {(each.one, each.words[0]), (each.other, each.words[1])} == about:
            return each.id
    row: Row = {
        "verdict": verdict,
        **{f"one_{name}": value for name, value in one.items()},
        **{f"other_{name}": value for name, value in other.items()},
        "reason": reason,
    }
    return add(step, "rulings", {"key": row_key("rulings", row), **row})


def _place(step: Step, at: Passage) -> Row:
    query = """
    SELECT r.id, t.text FROM reports AS r
    JOIN texts AS t ON t.digest = r.text
    WHERE r.name = ? AND r.retracted_at IS NULL
    """
    held = step.connection.execute(query, (at.report,)).fetchone()
    if held is None:
        raise ReportError(at.report, "is not in the case")
    if not 0 <= at.span.start < at.span.end <= len(held[1]):
        raise ReportError(at.report, f"has no place {at.span.start}-{at.span.end}: it is {len(held[1])} characters long")
    return {"report": held[0], **passage(held[1], at.span)}
