"""A quotation is one speaker's from its first word to its last, and so are the paragraphs of quotation that follow it.

A model that marks word by word may leave out sentences in the middle of what somebody says. Where nobody else speaks
between the marks, they are the one's who was given part of it. A paragraph that is nothing but quotation, and has no
word of saying, goes on with the speaker of the paragraph before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from retold.find.attributions.marked import Marked
from retold.find.attributions.quotations import SENTENCE_END, Quotation
from retold.model import Span

WORDS = 4
"""Words of quotation from which a paragraph may be what somebody says; fewer are a title or a sign."""

ASIDE = 200
"""Code points of the words between two pieces of one sentence in quotation marks."""

CLAIMS = 12
"""Quotations that one content may reach over and still be asked for each."""


def running(found: Sequence[Marked], text: str, paragraphs: Sequence[Span], marks: Sequence[Quotation]) -> list[Marked]:
    """Return marked attributions with quotations made whole, and those that stand alone given to who spoke before."""
    claims = _claims(found, marks)
    more: dict[int, list[Span]] = {}
    resumed = _resumed(found, text, marks, claims)
    for number, mark in enumerate(marks):
        owners = [resumed[number]] if number in resumed else claims[number]
        if mark.closed and len(owners) == 1:
            more.setdefault(owners[0], []).append(mark.span)
    lent = {at: marks[number].span for number in reversed(resumed) for at in claims[number]}
    found = [_without(each, lent[at]) if at in lent else each for at, each in enumerate(found)]
    for number, owner in _left_over(found, text, paragraphs, marks, claims):
        more.setdefault(owner, []).append(marks[number].span)
    return [replace(each, content=joined([*each.content, *more.get(at, ())])) for at, each in enumerate(found)]


def _without(each: Marked, quoted: Span) -> Marked:
    """The attribution without a quotation that is another's; whole where nothing else would be left of it."""
    left = tuple(Span(s.start, min(s.end, quoted.start)) for s in each.content if s.start < quoted.start)
    return replace(each, content=left) if left else each


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans in order, each once; those that overlap as one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def _claims(found: Sequence[Marked], marks: Sequence[Quotation]) -> list[list[int]]:
    """For each quotation whose words are (partly) content of an attribution whose cue stands outside of it: which ones."""
    out: list[list[int]] = [[] for _ in marks]
    ends = [mark.span.end for mark in marks]
    for at, each in enumerate(found):
        for span in each.content:
            first = bisect_right(ends, span.start)
            for number in range(first, min(first + CLAIMS, len(marks))):
                quoted = marks[number].span
                if quoted.start >= span.end:
                    break
                if not quoted.start <= each.cue.start < quoted.end and at not in out[number]:
                    out[number].append(at)
    return out


def _resumed(found: Sequence[Marked], text: str, marks: Sequence[Quotation], claims: Sequence[Sequence[int]]) -> dict[int, int]:
    """Quotations that go on with a sentence that the one before broke off at a comma, each with the attribution of that one.

    In "“If you pay,” Brod said, speaking of the dues, “you own it”" the second half is what was said, not what was spoken of.
    """
    out: dict[int, int] = {}
    for number in range(1, len(marks)):
        before, mark = marks[number - 1], marks[number]
        if len(claims[number - 1]) != 1 or before.paragraph != mark.paragraph or not before.closed:
            continue
        between = text[before.span.end : mark.span.start]
        broken = text[before.span.start : before.span.end].rstrip("\"'”»’ ").endswith(",")
        goes_on = text[mark.span.start : mark.span.end].lstrip("\"'“«‘ ")[:1].islower() and between.rstrip().endswith(",")
        owner = claims[number - 1][0]
        if any(found[at].source != found[owner].source for at in claims[number]) or owner in claims[number]:
            continue
        told = before.span.end <= found[owner].cue.start < mark.span.start and len(between) <= ASIDE
        if broken and goes_on and told and not SENTENCE_END.search(between):
            out[number] = owner
    return out


def _left_over(
    found: Sequence[Marked],
    text: str,
    paragraphs: Sequence[Span],
    marks: Sequence[Quotation],
    claims: Sequence[Sequence[int]],
) -> list[tuple[int, int]]:
    """Quotations that fill their paragraph and are nobody's, each with the attribution that goes on in it."""
    cues = sorted((each.cue.start, at) for at, each in enumerate(found))
    out: list[tuple[int, int]] = []
    speaking: dict[int, int] = {}
    for number, mark in enumerate(marks):
        place = paragraphs[mark.paragraph]
        if claims[number]:
            speaking[mark.paragraph] = claims[number][-1]
        elif not _fills(mark.span, place, text) or mark.paragraph == 0:
            continue
        else:
            before = paragraphs[mark.paragraph - 1]
            owner = speaking.get(mark.paragraph - 1)
            if owner is None and text[before.start : before.end].rstrip().endswith(":"):
                owner = _last_cue(cues, before)
            if owner is not None and found[owner].source:
                out.append((number, owner))
                speaking[mark.paragraph] = owner
    return out


def _fills(quoted: Span, place: Span, text: str) -> bool:
    around = text[place.start : quoted.start] + text[quoted.end : place.end]
    return not around.strip() and len(text[quoted.start : quoted.end].split()) >= WORDS


def _last_cue(cues: Sequence[tuple[int, int]], place: Span) -> int | None:
    """The attribution whose cue stands last in a paragraph."""
    at = bisect_left(cues, (place.end, 0)) - 1
    return cues[at][1] if at >= 0 and cues[at][0] >= place.start else None
