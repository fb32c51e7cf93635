"""What a reader types to name a report, or picks to name somebody, as the record knows it."""

from __future__ import annotations

from retold.errors import ReportError
from retold.model import Actor, Mention, Passage, Reading, Span
from retold.record import excerpt
from retold.record.as_of import NOW
from retold.record.case import Case

AROUND = 200
"""Code points of a report that are shown before and behind what is judged."""
_LIKE = """
SELECT DISTINCT name FROM reports WHERE retracted_at IS NULL AND (name = ?1 OR substr(name, -length(?1) - 1) = '/' || ?1)
ORDER BY name <> ?1, name LIMIT 2
"""
LOOKED = 50
"""Places of somebody that are looked at: where a ruling put him, the report itself may not mention him."""
_MEMBER = """
SELECT r.name, m.chain FROM members AS m JOIN reports AS r ON r.id = m.report
WHERE m.actor = ? AND m.retracted_at IS NULL ORDER BY m.id LIMIT ?
"""


def around(text: str, span: Span, most: int = AROUND) -> tuple[str, str, str]:
    """Return what stands before a place, there, and behind it, within its paragraph, `most` code points of each."""
    before = text[max(0, span.start - most) : span.start].rpartition("\n")[2]
    behind = text[span.end : span.end + most].partition("\n")[0]
    if len(before) == most:
        before = f"… {before.partition(' ')[2]}"
    if len(behind) == most:
        behind = f"{behind.rpartition(' ')[0]} …"
    return before, text[slice(*span)], behind


def report_called(case: Case, told: str) -> str:
    """Return the report of a name, or of a file name that only one has. Raises `ValueError` where there is none, or several."""
    if not told:
        raise ValueError("name the other report")
    found = [name for (name,) in case.select(_LIKE, told)]
    if not found:
        raise ValueError(f"{told}: no report of the case is called so; the page of a report tells the name of its file")
    if len(found) > 1 and found[0] != told:
        raise ValueError(f"{told}: several reports are called so; name its folder, too")
    return str(found[0])


def place_of(case: Case, actor: str) -> Passage:
    """Return the first place that names somebody. Raises `ValueError` where the record knows nobody of this id."""
    rows = case.select(_MEMBER, actor, LOOKED)
    if not rows:
        raise ValueError("who was picked is not in the record any more; open the page again")
    for report, chain in rows:
        readings = excerpt.readings(case, NOW, [report], read=("mentions",))
        found = named_in(readings[0], chain) if readings else None
        if found is not None:
            return Passage(report=report, span=found.span)
    raise ReportError(rows[0][0], "names nobody so any more")


def named_in(reading: Reading, chain: str, actor: Actor | None = None) -> Mention | None:
    """Return the mention of a chain by which it is best known: one that is a name of the actor, else the longest of the first."""
    names = {actor.name, *actor.aliases} if actor else set()
    text = reading.report.text

    def rank(mention: Mention) -> tuple[bool, bool, int]:
        words = text[slice(*mention.span)]
        return (words not in names, words != mention.name, mention.span.start)

    return min((m for m in reading.mentions if m.chain == chain), key=rank, default=None)
