"""Where another one's words begin, the words of the first end.

What is said runs on over sentences, but not into one that has a source and a word of saying of its own, and not over a
quotation that hangs on the next speaker's word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from retold.find.attributions.marked import Marked
from retold.find.attributions.quotations import Quotation
from retold.find.attributions.vocabulary import lists
from retold.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

NEIGHBOURS = 8
"""Attributions before and after one that may stand in the way of its content."""

GAP = 400
"""Code points between a cue and words that may still hang on it."""

NEAR = 3
"""Code points between the words that are said and a cue right behind them: ", " and a quotation mark."""

_STOP = re.compile(r"[.!?…][\"”’'»)]{0,2}\s")


class Quoted(NamedTuple):
    """Where quotations begin and end, in text order."""

    opens: Sequence[int]
    ends: Sequence[int]

    def holds(self, place: int) -> bool:
        """Return whether a place in the text lies within a quotation."""
        at = bisect_right(self.opens, place) - 1
        return at >= 0 and self.ends[at] > place


def bordered(found: Sequence[Marked], text: str, parses: Sequence[Parse], marks: Sequence[Quotation]) -> list[Marked]:
    """Return marked attributions in the order of their cues, none with another speaker's sentence in its content."""
    ordered = sorted(found, key=lambda each: (each.cue, each.content))
    sentences = [parse.span(sent).start for parse in parses for sent in parse.doc.sents]
    replies = [parse.span(sent).start for parse in parses if parse.parsed for sent in parse.doc.sents if _replies(sent.root)]
    quoted = Quoted([mark.span.start for mark in marks], [mark.span.end for mark in marks])
    out: list[Marked] = []
    for at, each in enumerate(ordered):
        others = ordered[max(0, at - NEIGHBOURS) : at] + ordered[at + 1 : at + 1 + NEIGHBOURS]
        content = [part for span in each.content if (part := _own(span, each, others, text)) is not None]
        content = [_sentence(span, each, others, sentences, quoted) for span in content]
        content = [part for span in content if (part := _before_a_reply(span, each, replies, quoted)).end > part.start]
        kept = tuple(Span(span.start, _bare(text, span)) for span in content)
        out.append(replace(each, content=kept or each.content))
    return out


def _own(span: Span, each: Marked, others: Sequence[Marked], text: str) -> Span | None:
    """What of a content is not a quotation that hangs on the cue of another; None where nothing is left."""
    for other in others:
        for theirs in other.content:
            shared = theirs.start < span.end and span.start < theirs.end
            inner = _in(other.cue, span) or _in(each.cue, theirs)
            if shared and not inner and _apart(each.cue, theirs, text) and not _apart(other.cue, theirs, text):
                if theirs.start <= span.start:
                    return None
                span = Span(span.start, theirs.start)
    return span


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _apart(cue: Span, words: Span, text: str) -> bool:
    """Whether a sentence ends between a cue and some words, or they are far from each other."""
    start, end = (cue.end, words.start) if cue.end <= words.start else (words.end, cue.start)
    return end - start > GAP or _STOP.search(text, start, end + 1 if end < len(text) else end) is not None


def _sentence(span: Span, each: Marked, others: Sequence[Marked], sentences: Sequence[int], quoted: Quoted) -> Span:
    """The content up to a further sentence, outside of quotation marks, that has a source and a cue of its own."""
    for other in others:
        if not other.source or not _in(other.cue, span) or not _in(other.source[0], span):
            continue
        first = min(other.cue.start, other.source[0].start)
        start = sentences[max(0, bisect_right(sentences, first) - 1)]
        if span.start < start and not quoted.holds(first) and not start <= each.cue.start < span.end:
            span = Span(span.start, start)
    return span


def _replies(verb: Token) -> bool:
    """Whether somebody told by a noun denies something or will not speak ("Vale's office denied it"); "he" may be told of."""
    denying = verb.lemma_.lower() in lists().denied.cues | lists().declined.withholding
    return denying and any(c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN") for c in verb.children)


def _before_a_reply(span: Span, each: Marked, replies: Sequence[int], quoted: Quoted) -> Span:
    """The content up to a sentence, outside of quotation marks and apart from the cue, in which another replies; maybe empty."""
    at = bisect_left(replies, span.start)
    if at == len(replies) or replies[at] >= span.end or quoted.holds(replies[at]) or _beside(replies[at], span, each.cue):
        return span
    return Span(span.start, replies[at])


def _beside(reply: int, span: Span, cue: Span) -> bool:
    """Whether a cue stands in the sentence of a reply, or right behind it."""
    return reply <= cue.start <= span.end + NEAR


def _bare(text: str, span: Span) -> int:
    end = span.end
    while end > span.start + 1 and text[end - 1].isspace():
        end -= 1
    return end
