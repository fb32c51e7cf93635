"""What is said does not end at the dot of an abbreviation, nor behind the condition that it begins with.

A model cuts "music by R. Brod" after the "R", "until Jan. 4" after the "Jan", and "if the bid is accepted, the mill will close"
behind the condition. The parse knows the word's own dot, and what a subordinate clause hangs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked, cued
from retold.find.clauses import is_verb
from retold.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

LONGEST = 60
"""Tokens by which a content may grow."""


def ended(found: Sequence[Marked], parses: Sequence[Parse]) -> list[Marked]:
    """Return marked attributions, the last piece of a content whole where a model cut it in a word or before its clause."""
    out: list[Marked] = []
    for each, at in cued(found, parses):
        if at is not None and each.content and (span := _ended(each, parses[at])) is not None:
            each = replace(each, content=(*each.content[:-1], span))
        out.append(each)
    return out


def _ended(each: Marked, parse: Parse) -> Span | None:
    """The last piece with what belongs to it, if that goes no further than to the next word of the frame."""
    span = each.content[-1]
    part = parse.touched(span) if parse.start <= span.start and span.end < parse.place.end else None
    if part is None:
        return None
    end = _abbreviated(part[-1], span, parse) or _governing(part[0], part[-1], each, parse)
    if end is None or end.i - part[-1].i > LONGEST or end.sent.end <= part[-1].i:
        return None
    last = parse.span(end).end
    frame = [s.start for s in (each.cue, *each.source) if s.start >= span.end]
    return Span(span.start, last) if last > span.end and last <= min(frame, default=last) else None


def _abbreviated(last: Token, span: Span, parse: Parse) -> Token | None:
    """The last word of what the abbreviation stands in, in which the piece ends before the dot."""
    whole = parse.span(last)
    if not (last.text.endswith(".") and span.end == whole.end - 1 and last.i + 1 < last.sent.end):
        return None
    head = last
    while head.head != head and parse.span(head.head).start >= span.start and head.head.i <= last.i + LONGEST:
        head = head.head
    return head.right_edge if head.right_edge.i > last.i else last


def _governing(first: Token, last: Token, each: Marked, parse: Parse) -> Token | None:
    """The end of the clause behind a "that" which is left alone, or behind a condition or concession that opens what is said."""
    if first.dep_ != "mark" or first.lower_ == "whether" or not each.cue.end <= parse.span(first).start:
        return None
    verb = first.head
    if verb.dep_ == "advcl" and verb.i <= last.i and verb.head.i > last.i and verb.head.dep_ == "ccomp":
        return verb.head.right_edge
    return verb.right_edge if verb.i > last.i and is_verb(verb) and verb.dep_ == "ccomp" else None
