"""What a person ruled outlives every run: a ruling is kept by the places of two mentions, and only a person takes it back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from retold.errors import ReportError
from retold.model import Passage, Ruling, Span, Verdict
from retold.record.rows import passage
from retold.record.sync import Row, Step, add, retract, row_key

_RULINGS = """
SELECT l.id, l.verdict, a.name, l.one_start, l.one_end, l.one_words, b.name, l.other_start, l.other_end, l.other_words, l.reason
FROM rulings AS l
JOIN reports AS a ON a.id = l.one_report
JOIN reports AS b ON b.id = l.other_report
WHERE l.retracted_at IS NULL ORDER BY l.id
"""


def held_rulings(connection: sqlite3.Connection) -> tuple[Ruling, ...]:
    """Return the rulings that hold, in the order in which they were made."""
    return tuple(_ruling(*row) for row in connection.execute(_RULINGS))


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


def keep_ruling(step: Step, verdict: Verdict, places: Sequence[Passage], reason: str) -> int:
    """Keep a ruling about the mentions at two places; return its number, that of the ruling with the same verdict on the same
    two places if there is one, whatever its reason. Raises `ReportError` for a place that the case does not hold."""
    one, other = (_place(step, each) for each in places)
    about = {(places[0], one["words"]), (places[1], other["words"])}
    for held in held_rulings(step.connection):
        if held.verdict == verdict and {(held.one, held.words[0]), (held.other, held.words[1])} == about:
            return held.id
    row: Row = {
        "verdict": verdict,
        **{f"one_{name}": value for name, value in one.items()},
        **{f"other_{name}": value for name, value in other.items()},
        "reason": reason,
    }
    return add(step, "rulings", {"key": row_key("rulings", row), **row})


def undo_ruling(step: Step, number: int) -> bool:
    """Take a ruling back; return whether one of this number held."""
    held = step.connection.execute("SELECT 1 FROM rulings WHERE id = ? AND retracted_at IS NULL", (number,)).fetchone()
    retract(step, "rulings", [number] if held else [])
    return held is not None


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
