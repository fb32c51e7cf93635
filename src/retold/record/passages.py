"""Of all places where words were found, a reader wants the one where most of them stand together, within its paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from retold.model import Span

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""What FTS5 puts around what it found: characters that no text may hold (Unicode, chapter 23.7)."""
TOGETHER = 160
"""Code points within which what was found is one passage."""
CONTEXT = 90
"""Code points shown before and after at most."""
WORD = 24
"""Code points within which a passage is cut between words; without a space there, between letters."""


def places(marked: str, came_from: Sequence[int]) -> tuple[Span, ...]:
    """Return where in a text stands what is marked in its indexed words, each letter of which `came_from` a place of the text.

    Nothing where the marks cannot be told from the text's own, or the words are others.
    """
    if len(marked) - marked.count(OPEN) - marked.count(CLOSE) != len(came_from):
        return ()
    found: list[Span] = []
    at = start = 0
    for letter in marked:
        if letter == OPEN:
            start = at
        elif letter == CLOSE:
            found.append(Span(came_from[start], came_from[at - 1] + 1))
        else:
            at += 1
    return tuple(sorted(found))


def densest(text: str, found: Sequence[Span], paragraphs: Sequence[Span]) -> Sequence[Span]:
    """Return those of `found`, all within one paragraph and `TOGETHER` code points, that have most different words, then most;
    the first such."""
    best, first = (0, 0, 0), 0
    within: Counter[str] = Counter()
    for last, span in enumerate(found):
        lower = _paragraph(span.start, paragraphs).start
        within[text[slice(*span)].casefold()] += 1
        while first < last and (span.end - found[first].start > TOGETHER or found[first].start < lower):
            word = text[slice(*found[first])].casefold()
            within[word] -= 1
            if not within[word]:
                del within[word]
            first += 1
        best = max(best, (len(within), last - first + 1, -first), key=lambda each: each[:2])
    return found[-best[2] : best[1] - best[2]]


def around(text: str, found: Sequence[Span], paragraphs: Sequence[Span]) -> Span:
    """Return the passage around `found`, which are in order: what stands beside them in their paragraphs, cut between words."""
    first, last = found[0].start, max(span.end for span in found)
    lower, upper = _paragraph(first, paragraphs).start, _paragraph(last - 1, paragraphs).end
    start, end = max(lower, first - CONTEXT), min(upper, last + CONTEXT)
    if start > lower:
        gap = next((n for n in range(start, min(start + WORD, first)) if text[n].isspace()), start - 1)
        start = gap + 1
    if end < upper:
        end = next((n for n in range(end, max(end - WORD, last), -1) if text[n].isspace()), end)
    return Span(min(start, first), max(end, last))


def _paragraph(at: int, paragraphs: Sequence[Span]) -> Span:
    """The last of the ordered `paragraphs` that begins at or before a place."""
    return paragraphs[max(bisect_right(paragraphs, Span(at, 1 << 62)) - 1, 0)]
