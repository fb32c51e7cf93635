"""A text falls into blocks: a blank line, a line end or a scraper's mark parts them, unless the lines are hard-wrapped.

Hard wrapping is told by its cause: a greedy wrapper breaks a line exactly where the next word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from retold.model import Span

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
MARK = re.compile(r"(?:^|(?<=\s))###(?=\s|$)")
"""What some scrapers put between a page's blocks, all of which then stand on one line."""
MARKS = 2
"""Times that `MARK` must stand in a text to be one."""

WIDTHS = (40, 100)
"""Narrowest and widest measure of hard-wrapped text, in code points."""
FULL = 0.85
"""Share of the measure that a line with the next word would reach, were it wrapped."""
WRAPPED = 0.75
"""Share of line pairs that must be full for a text to count as hard-wrapped."""
ENDED = 0.5
"""Share of lines that may end a sentence in hard-wrapped text."""
PAIRS = 4

SENTENCE_END = re.compile(r"[.!?…。!?؟։।][\s\"'”’»›)\]」』*]*$|[。!?]$")


@dataclass(frozen=True)
class Block:
    """A paragraph, headline or line of chrome: its span without the white space around it."""

    start: int
    end: int
    text: str
    apart: bool
    """Whether a blank line (or a scraper's mark) stands before it."""

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it closes as a sentence does."""
        return bool(SENTENCE_END.search(self.text[-12:]))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, for as much of it as shape is judged by."""
        return tuple(self.text[:400].split())


def blocks(text: str) -> list[Block]:
    """Return the blocks of `text` in order: spans are in range, disjoint, without white space at their ends."""
    found = list(_lines(text))
    if _hard_wrapped(found):
        found = list(_joined(text, found))
    return found


def _lines(text: str) -> Iterator[Block]:
    marked = text.count(" ### ") >= MARKS
    last = 0
    for line in LINE.finditer(text):
        for number, (start, end) in enumerate(_pieces(line[0], marked=marked)):
            block = _trimmed(text, line.start() + start, line.start() + end)
            if block is None:
                continue
            gap = text[last : block[0]]
            apart = number > 0 or last == 0 or gap.count("\n") > 1 or gap.count("\r") > max(1, gap.count("\n"))
            yield Block(*block, text[slice(*block)], apart)
            last = block[1]


def _pieces(line: str, *, marked: bool) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in MARK.finditer(line) if marked else ():
        yield start, mark.start()
        start = mark.end()
    yield start, len(line)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return (start, end) if start < end else None


def _measure(lines: Sequence[Block]) -> int:
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(len(lengths) * 0.97)] if lengths else 0


def _hard_wrapped(lines: Sequence[Block]) -> bool:
    measure = _measure(lines)
    pairs = [(one, two) for one, two in pairwise(lines) if not two.apart]
    if len(pairs) < PAIRS or not WIDTHS[0] <= measure <= WIDTHS[1]:
        return False
    full = sum(_full(one, two, measure) for one, two in pairs)
    ended = sum(one.ends_sentence for one, _ in pairs)
    return full >= WRAPPED * len(pairs) and ended <= ENDED * len(pairs)


def _full(one: Block, two: Block, measure: int) -> bool:
    return len(one.text) + 1 + len(two.text.split(None, 1)[0]) >= FULL * measure


def _joined(text: str, lines: Sequence[Block]) -> Iterator[Block]:
    measure = _measure(lines)
    first = last = lines[0]
    for line in lines[1:]:
        if line.apart or not _full(last, line, measure):
            yield Block(first.start, last.end, text[first.start : last.end], first.apart)
            first = line
        last = line
    yield Block(first.start, last.end, text[first.start : last.end], first.apart)
