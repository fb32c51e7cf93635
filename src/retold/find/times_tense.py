"""Which Friday is told by the verb: "met on Friday" is the last one, "will meet on Friday" the next.

The governing verb is the nearest one above the expression in the tree; a modal, an infinitive or a progressive present
("is meeting Friday") looks ahead, a past tense back (TimeML's relation of tense to document time).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from retold.model import Span, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

AHEAD = frozenset(("will", "shall", "'ll", "’ll", "may", "might", "can", "could", "should", "must", "wo"))
CLIMB = 12
"""Tokens to go up at most; parse trees of broken text can be deep."""


def directed(found: Iterable[TimeExpression], parses: Sequence[Parse]) -> tuple[TimeExpression, ...]:
    """Return the expressions with `direction` set where they name a weekday, month or day that the verb must place."""
    parsed = sorted((p for p in parses if p.parsed), key=lambda p: p.start)
    starts = [p.start for p in parsed]
    return tuple(_directed(t, parsed, starts) if _open(t) else t for t in found)


def _open(expression: TimeExpression) -> bool:
    value = expression.value or ""
    return expression.direction is None and expression.shift is None and expression.type != "SET" and value.startswith("XXXX-")


def _directed(expression: TimeExpression, parsed: Sequence[Parse], starts: Sequence[int]) -> TimeExpression:
    at = bisect_right(starts, expression.span.start) - 1
    token = _token(parsed[at], expression.span) if at >= 0 else None
    direction = _direction(token) if token is not None else None
    return replace(expression, direction=direction) if direction else expression


def _token(passage: Parse, span: Span) -> Token | None:
    start, end = span.start - passage.start, span.end - passage.start
    if end > len(passage.doc.text):
        return None
    words = passage.doc.char_span(start, end, alignment_mode="expand")
    return words.root if words is not None and len(words) else None


def _direction(token: Token) -> Literal["past", "future"] | None:
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            found = _tense(token)
            if found or token.dep_ in ("ROOT", "ccomp", "relcl"):
                return found
        if token.head is token:
            return None
        token = token.head
    return None


def _tense(verb: Token) -> Literal["past", "future"] | None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in helpers}
    if words & AHEAD or (verb.tag_ == "VB" and "to" in words):
        return "future"
    if "would" in words:
        return "future" if "have" not in words else "past"
    tags = {c.tag_ for c in helpers} | {verb.tag_}
    if "VBD" in tags or words & {"have", "has"} or (verb.tag_ == "VBN" and not helpers):
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "future"
    return None
