"""A scraped page is a column of blocks: chrome at the top, the article, chrome at the tail, and a few lines in between.

Words that every site uses are told by a table, credits and bylines by their shape, the rest by place: above the first
full sentence stand section names, headline and byline; below the last, other stories. What closes as a sentence does
and is not known for chrome is the article's: a menu left in costs little, a sentence taken out is lost to the record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from retold.read.blocks import Block
from retold.read.dates import DateLine, date_line
from retold.read.lines import byline, names_only, picture_credit, share_row
from retold.read.phrases import told_by_words
from retold.tables import table

LETTER = re.compile(r"[^\W\d_]")
AGO = re.compile(r"\d+\s?(?:[smhd]|min|mins|hrs?|hours?|minutes?|days?) ago", re.IGNORECASE)
PLACE = re.compile(r"[A-ZÀ-Þ]{4,20}(?:, [A-ZÀ-Þ][^\W\d_]+)?")
"""A place on a line of its own: "SELM, Norland"."""
ROW = re.compile(r"\s{2,}|\s?[|•·>»]\s?")
ADDRESS = re.compile(r"\W?(?:\S+@\S+\.\w+|https?://\S+|www\.\S+)\W?")
STYLE = re.compile(r"[.#]?[\w\-.,# ]{1,80}\{|[a-z-]{2,40}\s*:\s*[^;]{1,80};|\}\.?|<[^<>]{1,200}>\.?")
NEAR_TOP = 2
"""Paragraphs that may stand above a byline or a date: a standfirst, the lead."""
UNSPACED = "\u3040"
"""The first of the scripts that pack words into single characters."""
PACKED = 3
"""Letters that one such character is worth."""
ENDS = 3_000
"""Blocks at either end that are judged; what lies between, in a text of so many, is left to the body."""
CLOCKED = 2
"""Bare times between an article's paragraphs that make it a live report."""
SIGNATURE = 5
"""Words below which a line of names alone is a signature rather than a headline."""
SIGNED = 8
"""Most words of a line of names that is taken for a byline without a "By"."""
PHONE = re.compile(r"\D{0,40}\+?\(?\d[\d ()./-]{7,20}\d\W*")
BESIDE = 5
"""Words of an outlet's or writer's name that may stand beside a date."""
SHORT = 400
"""Characters of the longest block whose shape is looked at; longer ones are the article's unless a phrase says otherwise."""

Part = Literal["body", "headline", "chrome"]


@dataclass(slots=True)
class Mark:
    """What a block is taken for. `said` is its byline's name, `date` what it says of the time of publication."""

    part: Part | None = None
    kind: str = "other"
    heads: bool = False
    said: str | None = None
    date: DateLine | None = None
    near: bool = False
    """Whether it counts only near the top or at the tail."""


def marks(blocks: Sequence[Block]) -> list[Mark]:
    """Return for each of `blocks` what it is: part of the body, the headline, or chrome of a kind. At least one is body."""
    inner = range(ENDS, len(blocks) - ENDS)
    found = [Mark() if n in inner else alone(block) for n, block in enumerate(blocks)]
    if not found:
        return found
    _captions(blocks, found)
    prose = [n for n, block in enumerate(blocks) if found[n].part is None and _prose(block)]
    _keep_inner(blocks, found, prose)
    first, last = (prose[0], prose[-1]) if prose else _without_prose(blocks, found)
    _top(blocks, found, first)
    _lists(blocks, found, first)
    _tail(blocks, found, last)
    _repeated(blocks, found)
    for mark in found:
        mark.part = mark.part or "body"
    _never_empty(blocks, found)
    return found


def title_case(line: str) -> bool:
    """Whether most of the longer words of `line` are capitalised, as in an English headline."""
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _shape()["title_case"] * len(words)


def _shape() -> dict[str, Any]:
    rows: dict[str, Any] = table("retold.read", "chrome.toml")["shape"]
    return rows


def alone(block: Block) -> Mark:
    """Return what a block's own words and shape say that it is; its part is None where they say nothing."""
    line = block.text
    if len(line) > SHORT:
        told = told_by_words(line)
        return Mark("chrome", told.kind) if told else Mark()
    if not LETTER.search(line) or any(shape.fullmatch(line) for shape in (AGO, STYLE, PHONE, ADDRESS)):
        return Mark("chrome", "other")
    if (dated := date_line(line)) and not dated.rest:
        return Mark("chrome", "date", date=dated, near=dated.label is None)
    if share_row(line):
        return Mark("chrome", "follow")
    if told := told_by_words(line):
        return Mark("chrome", told.kind, heads=told.heads, said=byline(line) if told.kind == "byline" else None)
    if dated and dated.stamp and len(dated.rest.split()) <= BESIDE and (dated.label or names_only(dated.rest)):
        said = dated.rest if names_only(dated.rest) and told_by_words(dated.rest) is None else None
        return Mark("chrome", "date", said=said, date=dated, near=True)
    if name := byline(line):
        return Mark("chrome", "byline", said=name, near=True)
    if kind := picture_credit(line):
        return Mark("chrome", kind)
    return Mark()


def _prose(block: Block) -> bool:
    shape = _shape()
    if not block.ends_sentence:
        return len(block.text) > SHORT
    unspaced = len(block.words) * 12 < len(block.text)
    return len(block.words) >= shape["prose_words"] or (unspaced and len(block.text) >= shape["prose_characters"])


def _keep_inner(blocks: Sequence[Block], found: list[Mark], prose: Sequence[int]) -> None:
    """Between the article's paragraphs, a date or a name is a subheading ("9:05 p.m.", a chronology), not the page's."""
    inner = range(prose[0], prose[-1]) if prose else range(0)
    clocks = [n for n in inner if found[n].near and (date := found[n].date) and not date.stamp]
    under_way = [n for n in prose if len(blocks[n].words) >= _shape()["lead_words"]]
    later = range(under_way[NEAR_TOP - 1], prose[-1]) if len(under_way) >= NEAR_TOP else range(0)
    for n in [*(clocks if len(clocks) >= CLOCKED else []), *(n for n in later if found[n].near)]:
        found[n] = Mark()


def _without_prose(blocks: Sequence[Block], found: Sequence[Mark]) -> tuple[int, int]:
    """Without a full sentence, the longest block that is not chrome is the article's; it may be all there is."""
    free = [n for n in range(len(blocks)) if found[n].part is None] or [0]
    longest = max(free, key=lambda n: len(blocks[n].text))
    return longest, len(blocks)


def _captions(blocks: Sequence[Block], found: list[Mark]) -> None:
    """A line above a photo credit that does not end as a sentence is its caption: where no blank line stands between, or
    where it stands apart from a headline above it (a standfirst follows its headline)."""
    titled = False
    for n in range(1, len(blocks)):
        line = n - 1
        free = found[line].part is None and not _prose(blocks[line])
        tight = not blocks[n].apart and blocks[line].apart and line > 0
        below = titled and found[line - 1].part == "chrome"
        if found[n].kind == "photo credit" and free and (tight or below):
            found[line] = Mark("chrome", "caption")
        titled = titled or (free and _headline_like(blocks[line]))


def _top(blocks: Sequence[Block], found: list[Mark], first: int) -> None:
    headline = _headline(blocks, found, first)
    for n in range(first):
        if found[n].part is None:
            found[n] = _above(blocks[n], n, headline)
    if headline is not None:
        found[headline] = Mark("headline")
        _again(blocks, found, headline)


def _headline(blocks: Sequence[Block], found: Sequence[Mark], first: int) -> int | None:
    free = [n for n in range(first) if found[n].part is None and _headline_like(blocks[n])]
    plain = [n for n in free if not (names_only(blocks[n].text) and len(blocks[n].words) < SIGNATURE)]
    if plain:
        return plain[0]
    later = any(found[n].part is None and _prose(blocks[n]) for n in range(first + 1, len(blocks)))
    return first if later and found[first].part is None and _stopped_headline(blocks, found, first) else None


def _headline_like(block: Block) -> bool:
    shape = _shape()
    least, most = shape["headline"]
    packed = any(char >= UNSPACED for char in block.text)
    worded = packed or len(block.words) >= shape["headline_words"] or len(block.words) * 12 < len(block.text)
    stopped = block.text.endswith((":", ";", ",", "。")) or (block.text.endswith(".") and not title_case(block.text))
    return least <= len(block.text) * (PACKED if packed else 1) and len(block.text) <= most and worded and not stopped


def _stopped_headline(blocks: Sequence[Block], found: Sequence[Mark], n: int) -> bool:
    """Whether a first line that closes as a sentence is a headline: by its capitals, or a question above a byline."""
    line = blocks[n].text
    if len(line) > _shape()["headline"][1]:
        return False
    asks = line.rstrip("\"'”’»)").endswith(("?", "!"))
    return title_case(line) or (asks and found[n + 1].part == "chrome")


def _again(blocks: Sequence[Block], found: list[Mark], headline: int) -> None:
    """A headline that comes again before the lead closes a menu of other stories, or is a second copy of itself."""
    text = blocks[headline].text.casefold()
    for n in range(headline + 1, len(blocks)):
        if len(blocks[n].words) >= _shape()["lead_words"] and found[n].part != "chrome":
            return
        if len(text) > SIGNATURE and blocks[n].text.casefold() in text and len(blocks[n].text) * 2 > len(text):
            found[n] = Mark("chrome", "other")
            for other in range(headline + 1, n):
                if found[other].part != "chrome":
                    found[other] = Mark("chrome", "related")


def _above(block: Block, n: int, headline: int | None) -> Mark:
    """Say what an unknown block above the first full sentence is."""
    few = _is_section(block)
    if headline is not None and n < headline:
        return Mark("chrome", "menu") if few else Mark()
    if PLACE.fullmatch(block.text):
        return Mark("chrome", "dateline", said=block.text)
    if names_only(block.text) and 1 < len(block.words) <= SIGNED:
        return Mark("chrome", "byline", said=block.text)
    if n == headline:
        return Mark()
    return Mark("chrome", "menu" if headline is None else "other") if few else Mark()


def _is_section(block: Block) -> bool:
    """Whether a block is a section's name, or a row of them."""
    if block.ends_sentence:
        return False
    most = _shape()["section_words"]
    row = [part for part in ROW.split(block.text) if part.strip()]
    return (len(block.words) <= most and len(block.text) < 60) or (
        len(row) > 2 and all(len(part.split()) <= most for part in row)
    )


def _lists(blocks: Sequence[Block], found: list[Mark], first: int) -> None:
    """Lines under "Related stories" are other stories' headlines, up to the next full sentence."""
    left = 0
    for n in range(first, len(blocks)):
        if found[n].part == "chrome":
            left = _shape()["listed"] if found[n].heads else left
        elif found[n].part is None and left and not blocks[n].ends_sentence and not _prose(blocks[n]):
            found[n] = Mark("chrome", "related")
            left -= 1
        else:
            left = 0


def _tail(blocks: Sequence[Block], found: list[Mark], last: int) -> None:
    for n in range(last + 1, len(blocks)):
        block = blocks[n]
        if found[n].part is not None or block.ends_sentence:
            continue
        if _is_section(block):
            named = names_only(block.text) and len(block.words) > 1
            found[n] = Mark("chrome", "byline" if named else "other", said=block.text if named else None)
        elif title_case(block.text) and _headline_like(block) and len(block.words) <= _shape()["listed_words"]:
            found[n] = Mark("chrome", "related")


def _repeated(blocks: Sequence[Block], found: list[Mark]) -> None:
    """Another story's headline is one wherever it stands."""
    others = {block.text for block, mark in zip(blocks, found, strict=True) if mark.kind == "related"}
    for n, block in enumerate(blocks):
        if found[n].part is None and block.text in others and not _prose(block):
            found[n] = Mark("chrome", "related")


def _never_empty(blocks: Sequence[Block], found: list[Mark]) -> None:
    """A report always has a body: failing all else the headline, failing that every block."""
    if any(mark.part == "body" for mark in found):
        return
    kept = [n for n, mark in enumerate(found) if mark.part == "headline"] or list(range(len(blocks)))
    for n in kept:
        found[n] = Mark("body")
