"""Marked spans made whole by the marks of the text: paragraphs and quotations have borders that a model only guesses.

A content that runs a word or two into the next paragraph ends with its own; one that reaches the open end of a quotation
goes on with it through the paragraphs that open anew; neither source nor cue ends in a comma or colon, or
goes on behind the bracket that they stand in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from retold.find.attributions.marked import Marked
from retold.find.attributions.quotations import Quotation
from retold.find.attributions.running import joined
from retold.model import Span

STRAY = 3
"""Words of a further paragraph that are no content of their own."""


def mended(found: Sequence[Marked], text: str, paragraphs: Sequence[Span], marks: Sequence[Quotation]) -> list[Marked]:
    """Return marked attributions with spans that end where paragraphs and quotations do; nothing else changes."""
    starts, opens = [span.start for span in paragraphs], [mark.span.start for mark in marks]
    out: list[Marked] = []
    for each in found:
        parts = [part for span in each.content for part in _by_paragraph(span, text, paragraphs, starts)]
        content = joined([*parts, *(more for span in parts for more in _goes_on(span, marks, opens))])
        source = tuple(_trimmed(span, text) for span in each.source)
        out.append(replace(each, source=source, cue=_trimmed(each.cue, text), content=content or each.content))
    return out


def _by_paragraph(span: Span, text: str, paragraphs: Sequence[Span], starts: Sequence[int]) -> Iterator[Span]:
    """A span's pieces in each paragraph; of further paragraphs only what is more than a few stray words."""
    at = max(0, bisect_right(starts, span.start) - 1)
    first = True
    while at < len(paragraphs) and paragraphs[at].start < span.end:
        piece = Span(max(span.start, paragraphs[at].start), min(span.end, paragraphs[at].end))
        whole = piece == paragraphs[at]
        if piece.start < piece.end and (first or whole or len(text[piece.start : piece.end].split()) > STRAY):
            yield piece
            first = False
        at += 1


def _goes_on(span: Span, marks: Sequence[Quotation], opens: Sequence[int]) -> Iterator[Span]:
    """What a quotation that a span ends in says in the paragraphs after."""
    at = bisect_right(opens, span.end - 1) - 1
    if at < 0 or marks[at].span.end > span.end + 1 or marks[at].span.end < span.end:
        return
    while not marks[at].closed and at + 1 < len(marks) and marks[at + 1].continues:
        at += 1
        yield marks[at].span


def _trimmed(span: Span, text: str) -> Span:
    end = _closed(span, text)
    while end > span.start + 1 and (text[end - 1] in ",;:" or text[end - 1].isspace()):
        end -= 1
    return Span(span.start, end)


def _closed(span: Span, text: str) -> int:
    """Where a span ends, or before it the bracket that closes what it stands in."""
    open_ = 0
    for at in range(span.start, span.end):
        open_ += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text[at], 0)
        if open_ < 0 and at > span.start:
            return at
    return span.end
