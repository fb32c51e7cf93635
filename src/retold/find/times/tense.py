"""Which Friday is told by the verb: "met on Friday" is the last one, "will meet on Friday" the next.

The governing verb is the nearest one above the expression in the tree; a modal, an infinitive or a progressive present
("is meeting Friday") looks ahead, a past tense back (TimeML's relation of tense to document time).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from retold.model import Span, TimeExpression
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

_TABLE = table("retold.find.times", "en.toml")["tense"]
MODALS, EXPECTING = frozenset(_TABLE["modals"]), frozenset(_TABLE["expecting"])
Direction = Literal["past", "future"]

BESIDE = ("acl", "advcl")
"""Where an infinitive stands beside what is told ("the raid to free them on Friday"), and looks ahead only if that does."""

CLIMB = 12
"""Tokens to go up at most; parse trees of broken text can be deep."""

_NAMED = re.compile(r"XXXX-(?:WXX-\d|\d\d(?!\d))")
_DAY = re.compile(r"XXXX-\d\d-\d\d")
"""A day of the year: the nearest is meant more often than the last, also after "declared a dividend payable Dec. 15"."""


def directed(found: Iterable[TimeExpression], parses: Sequence[Parse]) -> tuple[TimeExpression, ...]:
    """Return the expressions with `direction` set where they name a weekday, month or day that the verb must place."""
    parsed = sorted((p for p in parses if p.parsed), key=lambda p: p.start)
    starts = [p.start for p in parsed]
    return tuple(_directed(t, parsed, starts) if _open(t) else t for t in found)


def _open(expression: TimeExpression) -> bool:
    """Quarters, seasons and holidays are told about before and after alike: their nearest is meant."""
    if expression.direction or expression.shift is not None or expression.type == "SET":
        return False
    return bool(_NAMED.match(expression.value or ""))


def _directed(expression: TimeExpression, parsed: Sequence[Parse], starts: Sequence[int]) -> TimeExpression:
    at = bisect_right(starts, expression.span.start) - 1
    token = _token(parsed[at], expression.span) if at >= 0 else None
    direction = _direction(token) if token is not None else None
    if direction == "past" and (_DAY.match(expression.value or "") or expression.modifier == "ON_OR_BEFORE"):
        return expression
    return replace(expression, direction=direction) if direction else expression


def _token(passage: Parse, span: Span) -> Token | None:
    start, end = span.start - passage.start, span.end - passage.start
    if end > len(passage.doc.text):
        return None
    words = passage.doc.char_span(start, end, alignment_mode="expand")
    return words.root if words is not None and len(words) else None


def _direction(token: Token) -> Direction | None:
    """Climb to the verb. What hangs on a noun ("the January 3 operation") is not placed by the noun's verb."""
    if token.dep_ == "poss" and token.head.dep_ in ("nsubj", "nsubjpass"):
        token = token.head
    if token.dep_ in ("compound", "poss", "nmod", "nummod", "amod"):
        return None
    unsure = False
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            beside = token.dep_ in BESIDE and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
            found = None if beside else _tense(token)
            unsure = unsure or beside
            if found or (token.dep_ in ("ROOT", "ccomp") and not beside):
                return None if unsure and found == "past" else found
        if token.head is token:
            return None
        token = token.head
    return None


def _tense(verb: Token) -> Direction | None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in helpers}
    if "to" in words:
        return _infinitive(verb)
    if words & MODALS:
        return "future"
    if verb.lower_ in EXPECTING and any(c.tag_ in ("VBZ", "VBP") for c in helpers):
        return "future"
    if "would" in words:
        return "past" if "have" in words else "future"
    if verb.tag_ == "VBG" and any(c.tag_ in ("VBZ", "VBP") for c in helpers):
        return None if "been" in words else "future"
    tags = {c.tag_ for c in helpers} | {verb.tag_}
    return "past" if tags & {"VBD", "VBN"} else None


def _infinitive(verb: Token) -> Direction:
    """ "Is due to expire" looks ahead, "had been due to expire" back at what was ahead then."""
    above = verb.head
    return "past" if any(c.lower_ == "had" for c in (above, *above.children, *above.head.children)) else "future"
