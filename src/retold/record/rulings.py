"""What a person ruled outlives every run: a ruling is kept by its places and the words there, and only a person takes it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from retold.errors import CaseError, ReportError
from retold.model import Passage, Period, Ruling, Span, Trace
from retold.moments import ends
from retold.record import keep
from retold.record.case import Case
from retold.record.rows import passage
from retold.record.sync import Row, Step, add, retract, row_key

_RULINGS = """
SELECT l.id, l.verdict, a.name, l.one_start, l.one_end, l.one_words, b.name, l.other_start, l.other_end, l.other_words,
       l.what, l.kind, l.about, l.earliest, l.latest, l.reason, l.by_whom, l.recorded_at, l.retracted_at
FROM rulings AS l
JOIN reports AS a ON a.id = l.one_report
LEFT JOIN reports AS b ON b.id = l.other_report
"""


RULED, UNDONE = "ruled", "ruling undone"
"""What the steps are called by which somebody rules and takes back."""
SORTED = ": "
"""Between a side of a fact and what he is whom a person put there by a new name, as the column `what` has it."""
Again = Callable[[tuple[Ruling, ...]], Trace]
"""Makes the trace of what a case holds, as some rulings have it."""


def held(case: Case) -> tuple[Ruling, ...]:
    """Return the rulings that hold, in the order in which they were made."""
    return tuple(_ruling(row[:-1]) for row in case.select(f"{_RULINGS} WHERE l.retracted_at IS NULL ORDER BY l.id"))


def ever(case: Case) -> tuple[tuple[Ruling, str | None], ...]:
    """Return all rulings that were ever made, in that order, each with the moment when it was taken back."""
    return tuple((_ruling(row[:-1]), row[-1]) for row in case.select(f"{_RULINGS} ORDER BY l.id"))


def rule(case: Case, wanted: Sequence[Ruling], *, again: Again) -> tuple[Ruling, ...]:
    """Keep what somebody decided, with the trace that `again` makes of the rulings that then hold; return it as it is kept.

    What was decided already is not kept twice, whatever its reason, unless something was decided about the same reports
    since: then it is made anew, as the latest. Raises `ReportError` for a place that the case does not hold.
    """

    def work(step: Step) -> tuple[Ruling, ...]:
        numbers = [_keep(case, step, each) for each in wanted]
        keep.keep_trace(step, again(held(case)))
        kept = {each.id: each for each in held(case)}
        return tuple(kept[number] for number in dict.fromkeys(numbers))

    return case.step(RULED, _report(wanted), work, reason=_why(wanted))


def undo(case: Case, numbers: Iterable[int], *, again: Again, by: str | None = None, reason: str = "") -> None:
    """Take rulings back, with the trace that `again` makes of those that then hold; they stay in the file, retracted.

    Who took them back and why stands with the step. Raises `CaseError` where none of a number holds.
    """
    undone = tuple(dict.fromkeys(numbers))
    taken = [each for each in held(case) if each.id in undone]

    def work(step: Step) -> None:
        for number in undone:
            if number not in {each.id for each in held(case)}:
                raise CaseError(f"{case.path}: holds no ruling {number}")
        retract(step, "rulings", undone)
        keep.keep_trace(step, again(held(case)))

    who, why = f" by {by}" if by else "", f": {reason}" if reason else ""
    numbered = f"taken back: {', '.join(str(each.id) for each in taken)}"
    case.step(UNDONE, _report(taken), work, reason=numbered + who + why)


def planned(case: Case, wanted: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Return the rulings that would hold if somebody decided this too, numbered as they would be; nothing is kept."""
    numbers = case.select("SELECT coalesce(max(id), 0) FROM rulings")[0][0]
    return (*held(case), *(replace(each, id=numbers + n) for n, each in enumerate(wanted, 1)))


def _report(rulings: Iterable[Ruling]) -> str | None:
    """Return the one report that rulings are about, None where they are about several."""
    reports = {name for each in rulings for name in _reports(each)}
    return reports.pop() if len(reports) == 1 else None


def _why(rulings: Iterable[Ruling]) -> str | None:
    """Return who ruled and why, as the step is told."""
    told = dict.fromkeys(": ".join(each for each in (ruling.by, ruling.reason) if each) for ruling in rulings)
    return "; ".join(each for each in told if each) or None


def _ruling(row: tuple[Any, ...]) -> Ruling:
    number, verdict, one, first, last, words, other, start, end, said, what, kind, about, earliest, latest, reason, by, at = row
    side: Any
    sort: Any  # a person, a body ...
    side, _, sort = (what or "").partition(SORTED)
    return Ruling(
        id=number,
        verdict=verdict,
        one=Passage(report=one, span=Span(first, last)),
        other=None if other is None else Passage(report=other, span=Span(start, end)),
        words=(words,) if other is None else (words, said),
        what=side or None,
        kind=kind,
        about=about,
        period=Period(earliest=_moment(earliest), latest=_moment(latest)) if verdict == "dated" else None,
        named=said if other is None else None,
        sort=sort or None,
        reason=reason,
        by=by,
        at=at,
    )


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written).astimezone(UTC)


def _keep(case: Case, step: Step, wanted: Ruling) -> int:
    places = {"one": _place(step, wanted.one), "other": _place(step, wanted.other)}
    words = tuple(str(place["words"]) for place in places.values() if place["report"] is not None)
    what = f"{wanted.what}{SORTED}{wanted.sort}" if wanted.sort else wanted.what
    known = held(case)
    same = next((each for each in known if _decision(each) == _decision(replace(wanted, words=words))), None)
    if same and not any(each.id > same.id and _reports(each) & _reports(wanted) for each in known):
        return same.id
    if same:
        retract(step, "rulings", [same.id])
    row: Row = {"verdict": wanted.verdict, "what": what, "kind": wanted.kind, "about": wanted.about}
    row |= {f"{which}_{name}": value for which, place in places.items() for name, value in place.items()}
    row |= {"other_words": wanted.named} if wanted.named is not None else {}
    row |= {**ends(wanted.period), "reason": wanted.reason, "by_whom": wanted.by}
    return add(step, "rulings", {"key": row_key("rulings", row), **row})


def _decision(ruling: Ruling) -> tuple[object, ...]:
    """What a ruling says, but for who said it and why; of two mentions it does not matter which is named first."""
    places = [ruling.one, *([ruling.other] if ruling.other else [])]
    said: object = tuple(zip(places, ruling.words, strict=True))
    if ruling.verdict in ("same", "different", "with") and ruling.what is None:
        said = frozenset(zip(places, ruling.words, strict=True))
    return (ruling.verdict, ruling.what, ruling.kind, ruling.about, ruling.period, ruling.named, ruling.sort, said)


def _reports(ruling: Ruling) -> set[str]:
    return {place.report for place in (ruling.one, ruling.other) if place}


def _place(step: Step, at: Passage | None) -> Row:
    """Return the cells of a place, all empty for none. Raises `ReportError` for one that the case does not hold."""
    if at is None:
        return dict.fromkeys(("report", "start", "end", "words"))
    query = """
    SELECT r.id, t.text FROM reports AS r
    JOIN texts AS t ON t.digest = r.text
    WHERE r.name = ? AND r.retracted_at IS NULL
    """
    held = step.connection.execute(query, (at.report,)).fetchone()
    if held is None:
        raise ReportError(at.report, "is not in the case")
    whole = at.span == Span(0, 0)
    if not whole and not 0 <= at.span.start < at.span.end <= len(held[1]):
        raise ReportError(at.report, f"has no place {at.span.start}-{at.span.end}: it is {len(held[1])} characters long")
    return {"report": held[0], **passage(held[1], at.span)}
