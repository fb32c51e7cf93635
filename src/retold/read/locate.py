"""An extractor hands back paragraphs; the record needs their places in the page. Letters alone decide, not white space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from retold.model import Span

SIGNS = re.compile(r"[\W_]+")
"""What is neither letter nor digit: `str.isalnum`, as a pattern."""
WINDOW = 60_000
"""Letters after the last place found within which the next paragraph is looked for first."""
SEARCHES = 300
"""Paragraphs that are looked for in the whole page, one search each: more are out of order only on a page of another kind."""
PIECE = 48
"""Letters of the pieces that a paragraph falls into where the page has something between its words."""
GAP = 200
"""Letters that may stand between two pieces of one paragraph (a link's label, a footnote mark)."""


class Page:
    """A text to find passages in, reduced to its letters and digits with the place of each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [n for n, char in enumerate(text) if char.isalnum()]
        self.letters = _letters(text)
        self.searches = 0

    def find(self, words: str, after: int) -> list[tuple[int, int]]:
        """Return where the letters of `words` stand, as ranges of letters: at or after `after`, anywhere, or in pieces."""
        wanted = _letters(words)
        if not wanted:
            return []
        at = self.letters.find(wanted, after, after + WINDOW + len(wanted))
        if at < 0 and self.searches < SEARCHES:
            self.searches += 1
            at = self.letters.find(wanted)
        return [(at, at + len(wanted))] if at >= 0 else self._pieced(wanted, after)

    def span(self, first: int, last: int) -> Span:
        """Return the span of the letters [first, last), with the marks that close it."""
        start, end = self.places[first], self.places[last - 1] + 1
        while start and self.text[start - 1] in "\"'“‘«„([¿¡":
            start -= 1
        while end < len(self.text) and not self.text[end].isspace() and not self.text[end].isalnum():
            end += 1
        return Span(start, end)

    def _pieced(self, wanted: str, after: int) -> list[tuple[int, int]]:
        """Find a paragraph by its pieces: those that stand close together make one range; none for less than half of it."""
        found: list[tuple[int, int]] = []
        low = after
        for start in range(0, len(wanted), PIECE):
            piece = wanted[start : start + PIECE]
            at = self.letters.find(piece, low, low + WINDOW) if len(piece) >= PIECE // 2 else -1
            if at < 0:
                continue
            near = bool(found) and at - found[-1][1] <= GAP
            found[-1:] = [(found[-1][0], at + len(piece))] if near else [*found[-1:], (at, at + len(piece))]
            low = at + len(piece)
        return found if sum(end - start for start, end in found) * 2 >= len(wanted) else []


def locate(paragraphs: Iterable[str], text: str) -> list[Span]:
    """Return the spans of `paragraphs` in `text`, in order of place, disjoint, each within one line or more of it."""
    page = Page(text)
    ranges: list[tuple[int, int]] = []
    after = 0
    for paragraph in paragraphs:
        if found := page.find(paragraph, after):
            ranges += found
            after = found[-1][1]
    return _disjoint([line for found in ranges for line in _by_line(page.span(*found), text)])


def _by_line(span: Span, text: str) -> list[Span]:
    """Cut a span at line ends, so that every paragraph of the page is one of the body."""
    lines = re.finditer(r"[^\n]+", text[span.start : span.end])
    return [Span(span.start + line.start(), span.start + line.end()) for line in lines]


def _disjoint(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end > kept[-1].end:
            kept[-1] = Span(kept[-1].start, span.end)
    return kept


def _letters(text: str) -> str:
    """Return the letters and digits of `text` in lower case, one for one; the two forms of a small sigma count as one."""
    kept = SIGNS.sub("", text)
    low = kept.lower()
    if len(low) != len(kept):  # lower() turns some letters into two; such are kept as they are
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in kept)
    return low.replace("ς", "σ")
