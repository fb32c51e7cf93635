"""A span is read by people: it begins and ends at whole clauses' edges, with both of its quotation marks.

The tree gives the tokens that state a fact; what is left over at the edges (a comma, a dateline's dash, half a pair of
quotation marks, the year without its "in") is cut or completed here, in code points of the report.
"""

from __future__ import annotations

import re

from retold.find.clauses import dateline
from retold.model import Span

PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’"}
STRAIGHT = '"'
LOOSE = " \t\n\r,;:–—-"

DATELINE = 120
"""Code points in which a dateline ends."""

LAST_WORD = 12
"""Code points at the end of a span in which a word is looked for that leads to nothing."""

FAR = 80
"""Code points after a span within which a quotation that was begun in it may end."""
_STRANDED = re.compile(r"\s+(?:to|of|with|from|and|or|nor|but|the|an?|that|which|who)$")
_BEFORE_TIME = re.compile(
    r"\b(?:in|on|since|from|until|till|by|during|before|after|for|at|around|late|early|the)\s+$", re.IGNORECASE
)


def readable(text: str, span: Span, trigger: Span) -> Span:
    """Return the span cut or completed so that it reads as a clause; the trigger stays inside."""
    start, end = _whole_marks(text, *span)
    if start == 0 or text[start - 1] == "\n":
        past = start + dateline(text[start : start + DATELINE])
        start = past if past <= trigger.start else start
    while start < trigger.start and text[start] in LOOSE:
        start += 1
    while end > trigger.end and text[end - 1] in LOOSE:
        end -= 1
    stranded = _STRANDED.search(text[max(trigger.end, end - LAST_WORD) : end])
    return Span(start, end - (len(stranded.group()) if stranded else 0))


def _whole_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Complete one quotation mark that lost its other; where the other is far, nothing can be done."""
    for opening, closing in PAIRS.items():
        begun, ended = text.count(opening, start, end), text.count(closing, start, end)
        if opening == "‘" and "’" not in text[end : end + FAR]:
            continue
        if begun > ended and (at := _closing(text, end, opening, closing)) is not None:
            end = at
    if text.count(STRAIGHT, start, end) % 2:
        at = _closing(text, end, "\n", STRAIGHT)
        if at is not None and not text[text.rfind(STRAIGHT, start, end) + 1].isspace():
            end = at
    if text[start] == STRAIGHT and text.count(STRAIGHT, start, end) == 1:
        start += 1
    return start, end


def _closing(text: str, end: int, opening: str, closing: str) -> int | None:
    """Where the quotation ends, if it does so soon and in the same line."""
    at = text.find(closing, end, end + FAR)
    if at < 0 or "\n" in text[end:at] or (opening != closing and opening in text[end:at]):
        return None
    return at + 1


def with_preposition(text: str, time: Span) -> Span:
    """Return a time expression with the words that lead to it ("in 2020", "since early May")."""
    start = time.start
    for _ in range(2):
        match = _BEFORE_TIME.search(text, max(0, start - 12), start)
        if match is None:
            break
        start = match.start()
    return Span(start, time.end)
