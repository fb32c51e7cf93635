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
MODALS, EXPECTING, WAITING = (frozenset(_TABLE[name]) for name in ("modals", "expecting", "waiting"))
TELLING = frozenset(_TABLE["telling"])
Direction = Literal["past", "future"]

BESIDE = ("acl", "advcl")
"""Where an infinitive stands beside what is told ("the raid to free them on Friday"), and looks ahead only if that does."""

PRESENT = ("VBZ", "VBP")
CLIMB = 12
"""Tokens to go up at most; parse trees of broken text can be deep."""

_FULL = re.compile(r"\d{4}-\d\d-\d\d(?!.*/)")
_NAMED = re.compile(r"XXXX-(?:WXX-\d|\d\d(?!\d))")


def directed(found: Iterable[TimeExpression], parses: Sequence[Parse]) -> tuple[TimeExpression, ...]:
    """Return the expressions with `direction` set where they name a weekday, month or day that the verb must place."""
    parsed = sorted((p for p in parses if p.parsed), key=lambda p: p.start)
    starts = [p.start for p in parsed]
    return tuple(_directed(t, parsed, starts) if _open(t) else _told(t, parsed, starts) for t in found)


def _told(expression: TimeExpression, parsed: Sequence[Parse], starts: Sequence[int]) -> TimeExpression:
    """Mark a full date on which something is told to have been done: a date of publication before it cannot be right."""
    if expression.direction or expression.modifier or not _FULL.match(expression.value or ""):
        return expression
    at = bisect_right(starts, expression.span.start) - 1
    token = _token(parsed[at], expression.span) if at >= 0 else None
    verb = token.head if token is not None and token.dep_ == "npadvmod" else None
    if token is not None and token.dep_ == "pobj" and token.head.lower_ == "on":
        verb = token.head.head
    done = verb is not None and _done(verb)
    return replace(expression, direction="past") if done else expression


def _done(verb: Token) -> bool:
    """Whether it was done for certain on the day that hangs on it: with an object, the day may be the object's."""
    if verb.pos_ != "VERB" or any(c.dep_ in ("dobj", "xcomp", "ccomp", "acomp", "attr") for c in verb.children):
        return False
    helpers = _helpers(verb)
    return not _plans(verb, helpers) and verb.dep_ not in BESIDE and _tense(verb, helpers, headline=False) == "past"


def _open(expression: TimeExpression) -> bool:
    """Quarters, seasons and holidays are told about before and after alike: their nearest is meant."""
    if expression.direction or expression.shift is not None or expression.type == "SET":
        return False
    if expression.type == "DURATION":
        return expression.anchor == "published"
    return bool(_NAMED.match(expression.value or ""))


def _directed(expression: TimeExpression, parsed: Sequence[Parse], starts: Sequence[int]) -> TimeExpression:
    at = bisect_right(starts, expression.span.start) - 1
    token = _token(parsed[at], expression.span) if at >= 0 else None
    direction = _direction(token, headline=parsed[at].headline) if token is not None else None
    if direction == "past" and ((expression.modifier or "").endswith("ON_OR_BEFORE") or expression.type == "DURATION"):
        return expression
    return replace(expression, direction=direction) if direction else expression


def _token(passage: Parse, span: Span) -> Token | None:
    start, end = span.start - passage.start, span.end - passage.start
    if end > len(passage.doc.text):
        return None
    words = passage.doc.char_span(start, end, alignment_mode="expand")
    return words.root if words is not None and len(words) else None


def _direction(token: Token, *, headline: bool) -> Direction | None:
    """Climb to the verb. What hangs on a noun ("the January 3 operation") is not placed by the noun's verb."""
    if token.dep_ == "poss" and token.head.dep_ in ("nsubj", "nsubjpass"):
        token = token.head
    if token.dep_ in ("compound", "poss", "nmod", "nummod", "amod"):
        return None
    unsure = False
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            helpers = _helpers(token)
            ahead = _beside(token, helpers) or _plans(token, helpers)
            unsure = unsure or ahead
            found = None if ahead else _tense(token, helpers, headline=headline)
            if found or (token.dep_ in ("ROOT", "ccomp") and not ahead):
                return None if unsure and found == "past" else found
        if token.head is token:
            return None
        token = token.head
    return None


def _helpers(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("aux", "auxpass")]


def _beside(verb: Token, helpers: Sequence[Token]) -> bool:
    return verb.dep_ in BESIDE and any(h.lower_ == "to" for h in helpers)


def _plans(verb: Token, helpers: Sequence[Token]) -> bool:
    """ "Planned a rally on Saturday", "a summit set for April": the day is of what was planned, which may be done by now."""
    return verb.lower_ in EXPECTING and verb.tag_ in ("VBD", "VBN") and not any(h.tag_ in PRESENT for h in helpers)


def _tense(verb: Token, helpers: Sequence[Token], *, headline: bool) -> Direction | None:
    words = {h.lower_ for h in helpers}
    present = any(h.tag_ in PRESENT for h in helpers)
    if "to" in words:
        return _infinitive(verb)
    if words & MODALS or (verb.lower_ in EXPECTING and present):
        return "future"
    if "would" in words:
        return "past" if "have" in words else "future"
    if _waits(verb, helpers):
        return "future"
    if verb.tag_ == "VBG" and present:
        return None if "been" in words else "future"
    if any(h.dep_ == "auxpass" and h.tag_ in PRESENT for h in helpers):
        return None
    if not headline and _scheduled(verb, helpers):
        return "future"
    return "past" if ({h.tag_ for h in helpers} | {verb.tag_}) & {"VBD", "VBN"} else None


def _waits(verb: Token, helpers: Sequence[Token]) -> bool:
    """ "When the case is heard in May", "if they meet on Friday": the present tense after such a word is of what is to come."""
    finite = helpers[0].tag_ if helpers else verb.tag_
    return finite in PRESENT and any(c.lower_ in WAITING and c.dep_ in ("advmod", "mark") for c in verb.children)


def _scheduled(verb: Token, helpers: Sequence[Token]) -> bool:
    """ "The ministers meet on Friday" looks ahead; "she says on Friday" and a headline's present tell what was."""
    return not helpers and verb.pos_ == "VERB" and verb.tag_ in PRESENT and verb.lemma_ not in TELLING


def _infinitive(verb: Token) -> Direction:
    """ "Is due to expire" looks ahead, "had been due to expire" back at what was ahead then."""
    above = verb.head
    return "past" if any(c.lower_ == "had" for c in (above, *above.children, *above.head.children)) else "future"
