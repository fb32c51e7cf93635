"""Which words stand in quotation marks, whatever marks a page uses and however badly it keeps them in pairs.

Marks are read by what stands around them more than by their shape: pages mix straight, curly, low and angled marks,
open with a closing mark, and lose one half. A quotation of several paragraphs opens anew at each and closes once.
One pass over the text; the length of a quotation is bounded by its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.model import Span

CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
"""A letter with which a name begins in Latin and Cyrillic, and any letter of a script without capitals; for patterns."""

MARK = re.compile(r"''|``|[\"“”„‟«»‹›「」『』＂]")
"""Marks of a quotation. A single straight or curly mark is looked for apart: it is mostly an apostrophe."""

SINGLE = re.compile(r"(?<![\w'’‘])['‘](?=\w)([^'‘’\n]{0,400}(?:['’](?=\w)[^'‘’\n]{0,400}){0,20})['’](?!\w)")
OPENERS = frozenset("“„‟«‹「『")
CLOSERS = frozenset("”»›」』")
BEFORE_OPENING = frozenset("([{—–-:;,/…\u00a0")
SENTENCE_END = re.compile(r"[.!?…](?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks; `span` takes in the marks. `continues` tells that it goes on from the paragraph before."""

    span: Span
    paragraph: int
    closed: bool
    continues: bool = False


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of each paragraph in text order, with spans in code points of `text`."""
    found: list[Quotation] = []
    carried = False
    for number, paragraph in enumerate(paragraphs):
        mine = list(_within(text, paragraph, number))
        if carried and mine and not text[paragraph.start : mine[0].span.start].strip():
            first = mine[0]
            mine[0] = Quotation(span=first.span, paragraph=number, closed=first.closed, continues=True)
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        carried = bool(mine) and not mine[-1].closed and following is not None and _opens(text, following)
        if mine and not mine[-1].closed and not carried:
            mine[-1] = _cut_short(text, paragraph, mine[-1])
        found += mine
    return tuple(found)


def _opens(text: str, paragraph: Span) -> bool:
    """Whether a paragraph begins with a mark, as each paragraph of a long quotation does."""
    return bool(MARK.match(text, paragraph.start, paragraph.end))


def _cut_short(text: str, paragraph: Span, open_one: Quotation) -> Quotation:
    """A quotation that nobody closed: the paragraph if it fills it, else no further than its first sentence."""
    if not text[paragraph.start : open_one.span.start].strip():
        return open_one
    end = SENTENCE_END.search(text, open_one.span.start, paragraph.end)
    span = Span(open_one.span.start, end.end() if end else paragraph.end)
    return Quotation(span=span, paragraph=open_one.paragraph, closed=False, continues=open_one.continues)


def _within(text: str, paragraph: Span, number: int) -> Iterator[Quotation]:
    doubles = list(_doubles(text, paragraph))
    spans = [span for span, _ in doubles]
    singles = [Span(*m.span()) for m in SINGLE.finditer(text, paragraph.start, paragraph.end)]
    outside = [(s, True) for s in singles if not any(d.start <= s.start < d.end for d in spans)] if len(spans) < 200 else []
    for span, closed in sorted([*doubles, *outside]):
        yield Quotation(span=span, paragraph=number, closed=closed)


def _doubles(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    start: int | None = None
    depth = 0
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        before = text[match.start() - 1] if match.start() > paragraph.start else " "
        after = text[match.end()] if match.end() < paragraph.end else " "
        opening = _is_opening(match.group(), before, after, inside=start is not None)
        if start is None:
            if opening:
                start, depth = match.start(), 0
        elif opening and match.group() in OPENERS and text[start] != match.group():
            depth += 1
        elif opening and match.group() in OPENERS:
            # The earlier one was never closed: it ends with its sentence, and a new one begins here.
            end = SENTENCE_END.search(text, start, match.start())
            yield Span(start, end.end() if end else match.start()), False
            start, depth = match.start(), 0
        elif not opening and depth:
            depth -= 1
        elif not opening:
            yield Span(start, match.end()), True
            start = None
    if start is not None:
        yield Span(start, paragraph.end), False


def _is_opening(mark: str, before: str, after: str, *, inside: bool) -> bool:
    if mark in "«»‹›" and before.isspace() == after.isspace():
        # French sets its marks apart from the words: only the shape tells the halves apart.
        return mark in "«‹" and not inside
    free_before = before.isspace() or before in BEFORE_OPENING or before in "'\"‘“"
    free_after = after.isspace() or not after.isalnum()
    if free_before and not after.isspace():
        # ". . ." and brackets may follow either half; a closing shape is believed inside a quotation.
        return not (inside and (mark in CLOSERS or (free_after and not _starts(after))))
    if inside:
        return False
    return mark in OPENERS and not after.isspace()


def _starts(character: str) -> bool:
    return character in "([$€£#@'‘’…“\"-–—¿¡*"
