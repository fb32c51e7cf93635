"""A scraped page is a column of blocks: chrome at the top, the article, chrome at the tail, and a few lines in between.

Words that every site uses are told by a table, credits and bylines by their shape, the rest by place: above the first
full sentence stand section names, headline and byline; below the last, other stories. What closes as a sentence does
and is not known for chrome is the article's: a menu left in costs little, a sentence taken out is lost to the record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.read.blocks import Block
from retold.read.dates import DateLine, date_line
from retold.read.lines import byline, names_only, picture_credit, share_row, unsigned
from retold.read.outlets import outlet_worded
from retold.read.phrases import told_by_words
from retold.read.shapes import SHORT, Mark, headline_like, prose, shape
from retold.read.tail import free_above, mark_lists, mark_repeated, mark_tail, mark_writers
from retold.read.top import mark_top

LETTER = re.compile(r"[^\W\d_]")
AGO = re.compile(r"\d+\s?(?:[smhd]|min|mins|hrs?|hours?|minutes?|days?) ago", re.IGNORECASE)
ADDRESS = re.compile(r"\W?(?:\S+@\S+\.\w+|https?://\S+|www\.\S+)\W?")
STYLE = re.compile(r"[.#]?[\w\-.,# ]{1,80}\{|[a-z-]{2,40}\s*:\s*[^;]{1,80};|\}\.?|<[^<>]{1,200}>\.?")
NEAR_TOP = 2
"""Paragraphs that may stand above a byline or a date: a standfirst, the lead."""
ENDS = 3_000
"""Blocks at either end that are judged; what lies between, in a text of so many, is left to the body."""
CLOCKED = 2
"""Bare times between an article's paragraphs that make it a live report."""
PHONE = re.compile(r"\D{0,40}\+?\(?\d[\d ()./-]{7,20}\d\W*")
PERSON = (2, 3)
"""Words of a name beside a date that is taken for the writer's, where no word of it is an outlet's."""
SENTENCES = re.compile(r"[^\W\d_]{2}[.!?]\s+[A-ZÀ-ÞА-Я]")
CAPTION = 40
"""Most words of a caption's sentence."""
BESIDE = 5
"""Words of an outlet's or writer's name that may stand beside a date."""


def marks(blocks: Sequence[Block]) -> list[Mark]:
    """Return for each of `blocks` what it is: part of the body, the headline, or chrome of a kind. At least one is body."""
    inner = range(ENDS, len(blocks) - ENDS)
    found = [Mark() if n in inner else alone(block) for n, block in enumerate(blocks)]
    if not found:
        return found
    free_above(blocks, found)
    _captions(blocks, found)
    full = [n for n, block in enumerate(blocks) if found[n].part is None and prose(block)]
    _keep_inner(blocks, found, full)
    first, last = (full[0], full[-1]) if full else _without_prose(blocks, found)
    mark_top(blocks, found, first)
    mark_lists(blocks, found, first)
    mark_tail(blocks, found, last)
    mark_writers(blocks, found)
    mark_repeated(blocks, found)
    for mark in found:
        mark.part = mark.part or "body"
    _never_empty(blocks, found)
    return found


def alone(block: Block) -> Mark:
    """Return what a block's own words and shape say that it is; its part is None where they say nothing."""
    line = block.text
    if len(line) > SHORT:
        long = told_by_words(line)
        kind = long.kind if long else picture_credit(line)
        return Mark("chrome", kind, tail=bool(long and long.tail)) if kind else Mark()
    if not LETTER.search(line) or any(shape.fullmatch(line) for shape in (AGO, STYLE, PHONE, ADDRESS)):
        return Mark("chrome", "other")
    if (dated := date_line(line)) and not dated.rest:
        return Mark("chrome", "date", date=dated, near=dated.label is None)
    if share_row(line):
        return Mark("chrome", "follow")
    if told := told_by_words(line):
        said = byline(line) if told.kind == "byline" else None
        date = dated if told.kind in ("byline", "date") else None
        return Mark("chrome", told.kind, heads=told.heads, said=said, date=date, tail=told.tail)
    if dated and dated.stamp and (mark := _beside(dated)):
        return mark
    if name := byline(line):
        return Mark("chrome", "byline", said=name, near=True)
    if kind := picture_credit(line):
        return Mark("chrome", kind)
    return Mark()


def _beside(dated: DateLine) -> Mark | None:
    """Return the mark of a date that stands beside its outlet's or writer's name, or after a label; None for other words."""
    name, role = unsigned(dated.rest)
    by = byline(dated.rest)
    named = names_only(name)
    if len(dated.rest.split()) > BESIDE or not (dated.label or by or role == "by" or named):
        return None
    mark = Mark("chrome", "date", date=dated, near=True, writer=by)
    if named and not by and told_by_words(dated.rest) is None:
        person = role == "person" or (role is None and not outlet_worded(name) and len(name.split()) in PERSON)
        mark.writer, mark.said = (name, None) if person else (None, name)
    return mark


def _keep_inner(blocks: Sequence[Block], found: list[Mark], full: Sequence[int]) -> None:
    """Between the article's paragraphs, a date or a name is a subheading ("9:05 p.m.", a chronology), not the page's."""
    inner = range(full[0], full[-1]) if full else range(0)
    clocks = [n for n in inner if found[n].near and (date := found[n].date) and not date.stamp]
    under_way = [n for n in full if len(blocks[n].words) >= shape()["lead_words"]]
    later = range(under_way[NEAR_TOP - 1], full[-1]) if len(under_way) >= NEAR_TOP else range(0)
    cards = {n for n in later if _card(blocks, found, n)}
    for n in [*(clocks if len(clocks) >= CLOCKED else []), *(n for n in later if found[n].near and n not in cards)]:
        found[n] = Mark()
    for n in cards:
        found[n - 1], found[n] = Mark("chrome", "related"), Mark("chrome", "date")


def _card(blocks: Sequence[Block], found: Sequence[Mark], n: int) -> bool:
    """Whether a date with its hour stands below a title: another story's, or a video's, set between the paragraphs."""
    date = found[n].date
    timed = date is not None and date.stamp is not None and "T" in date.stamp
    above = blocks[n - 1]
    return timed and found[n - 1].part is None and not names_only(above.text) and headline_like(above)


def _without_prose(blocks: Sequence[Block], found: Sequence[Mark]) -> tuple[int, int]:
    """Without a full sentence, the longest block that is not chrome is the article's; it may be all there is."""
    free = [n for n in range(len(blocks)) if found[n].part is None] or [0]
    longest = max(free, key=lambda n: len(blocks[n].text))
    return longest, len(blocks)


def _captions(blocks: Sequence[Block], found: list[Mark]) -> None:
    """A line above a photo credit that does not end as a sentence is its caption: where no blank line stands between, or
    where it stands apart from a headline above it (a standfirst follows its headline). A sentence is one only where it
    and the credit stand together between blank lines."""
    titled = False
    _twice(blocks, found)
    for n in range(1, len(blocks)):
        line = n - 1
        free = found[line].part is None and not prose(blocks[line])
        tight = not blocks[n].apart and blocks[line].apart and line > 0
        below = titled and found[line - 1].part == "chrome"
        if found[n].kind == "photo credit" and (
            (free and (tight or below)) or (tight and found[line].part is None and _captioned(blocks, line, n))
        ):
            found[line] = Mark("chrome", "caption")
        elif found[line].kind == "photo credit" and tight and found[n].part is None and _captioned(blocks, n, n):
            found[n] = Mark("chrome", "caption")
        titled = titled or (free and headline_like(blocks[line]))


def _twice(blocks: Sequence[Block], found: list[Mark]) -> None:
    """A line that stands twice, beside a photo credit, is its caption: once for the picture, once for its enlargement."""
    for n in range(1, len(blocks)):
        free = found[n].part is None and found[n - 1].part is None
        if free and blocks[n].text == blocks[n - 1].text:
            around = [found[at].kind for at in (n - 2, n + 1) if 0 <= at < len(blocks)]
            if "photo credit" in around:
                found[n - 1], found[n] = Mark("chrome", "caption"), Mark("chrome", "caption")


def _captioned(blocks: Sequence[Block], line: int, last: int) -> bool:
    """Whether the sentence in block `line` is a caption: one alone, unquoted, with a blank line below `last`."""
    text = blocks[line].text
    parted = last + 1 < len(blocks) and blocks[last + 1].apart
    single = not SENTENCES.search(text) and not any(mark in text for mark in '"“«„')
    return parted and single and len(blocks[line].words) <= CAPTION and len(text) <= SHORT


def _never_empty(blocks: Sequence[Block], found: list[Mark]) -> None:
    """A report always has a body: failing all else the headline, failing that every block."""
    if any(mark.part == "body" for mark in found):
        return
    kept = [n for n, mark in enumerate(found) if mark.part == "headline"] or list(range(len(blocks)))
    for n in kept:
        found[n] = Mark("body")
