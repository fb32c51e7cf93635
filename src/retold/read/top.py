"""Above the first full sentence stand the site's name, its sections, the headline, a standfirst, byline, date and caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.read.blocks import Block
from retold.read.lines import names_only
from retold.read.shapes import Mark, headline_like, is_section, masthead, menu_row, prose, shape, title_case

PLACE = re.compile(r"[A-ZÀ-Þ]{4,20}(?:, [A-ZÀ-Þ][^\W\d_]+)?")
"""A place on a line of its own: "SELM, Norland"."""
SIGNATURE = 5
"""Words below which a line of names alone is a signature rather than a headline."""
SIGNED = 8
"""Most words of a line of names that is taken for a byline without a "By"."""
MOTTO = 8
"""Most words of a line between the site's name and its sections."""


def mark_top(blocks: Sequence[Block], found: list[Mark], first: int) -> None:
    """Mark what stands above block `first`, the first full sentence, and the headline, which may be that block."""
    head = _head(blocks, found, first)
    headline = _headline(blocks, found, first, head)
    if headline is None and head:  # a headline with the look of a site's name, and the page's path below it
        headline, head = _headline(blocks, found, first, 0), 0
    for n in range(first):
        if found[n].part is None:
            found[n] = _above(blocks[n], n, headline, head)
    if head:
        _name(blocks, found, head)
    if headline is not None:
        found[headline] = Mark("headline")
        _again(blocks, found, headline)


def _head(blocks: Sequence[Block], found: Sequence[Mark], first: int) -> int:
    """Return how many blocks the head of the page takes: all down to the row of its sections, where only the site's name
    and short lines stand above that; 0 for a page without such a head."""
    row = next((n for n in range(first) if _row(blocks[n], found[n])), None)
    if row is None or not all(_may_head(blocks[n], found[n], n) for n in range(row)):
        return 0
    while row + 1 < first and _row(blocks[row + 1], found[row + 1]):
        row += 1
    return row + 1


def _row(block: Block, mark: Mark) -> bool:
    return (mark.part is None or mark.kind == "menu") and menu_row(block)


def _may_head(block: Block, mark: Mark, n: int) -> bool:
    if mark.part is not None:
        return mark.kind != "byline"
    return masthead(block) is not None or is_section(block) or (n > 0 and len(block.words) <= MOTTO and block.ends_sentence)


def _name(blocks: Sequence[Block], found: list[Mark], head: int) -> None:
    """The first line of a page's head that is no known phrase is the site's name."""
    at = next((n for n in range(head) if found[n].kind == "menu" and masthead(blocks[n])), None)
    if at is not None and not menu_row(blocks[at]):
        found[at].said = masthead(blocks[at])


def _headline(blocks: Sequence[Block], found: Sequence[Mark], first: int, head: int) -> int | None:
    free = [n for n in range(head, first) if found[n].part is None and headline_like(blocks[n])]
    plain = [n for n in free if not (names_only(blocks[n].text) and len(blocks[n].words) < SIGNATURE)]
    if plain:
        return plain[0]
    later = any(found[n].part is None and prose(blocks[n]) for n in range(first + 1, len(blocks)))
    return first if later and found[first].part is None and _stopped_headline(blocks, found, first) else None


def _stopped_headline(blocks: Sequence[Block], found: Sequence[Mark], n: int) -> bool:
    """Whether a first line that closes as a sentence is a headline: by its capitals, or a question above a byline."""
    line = blocks[n].text
    if len(line) > shape()["headline"][1]:
        return False
    asks = line.rstrip("\"'”’»)").endswith(("?", "!"))
    return title_case(line) or (asks and found[n + 1].part == "chrome")


def _again(blocks: Sequence[Block], found: list[Mark], headline: int) -> None:
    """A headline that comes again before the lead closes a menu of other stories, or is a second copy of itself."""
    text = blocks[headline].text.casefold()
    for n in range(headline + 1, len(blocks)):
        if len(blocks[n].words) >= shape()["lead_words"] and found[n].part != "chrome":
            return
        if len(text) > SIGNATURE and blocks[n].text.casefold() in text and len(blocks[n].text) * 2 > len(text):
            found[n] = Mark("chrome", "other")
            for other in range(headline + 1, n):
                if found[other].part != "chrome":
                    found[other] = Mark("chrome", "related")


def _above(block: Block, n: int, headline: int | None, head: int) -> Mark:
    """Say what an unknown block above the first full sentence is."""
    few = is_section(block)
    if n < head:
        return Mark("chrome", "menu")
    if headline is not None and n < headline:
        return Mark("chrome", "menu") if few else Mark()
    if PLACE.fullmatch(block.text):
        return Mark("chrome", "dateline", said=block.text)
    if names_only(block.text) and 1 < len(block.words) <= SIGNED:
        return Mark("chrome", "byline", said=block.text)
    if n == headline:
        return Mark()
    return Mark("chrome", "menu" if headline is None else "other") if few else Mark()
