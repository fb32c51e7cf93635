"""Who is quoted by another speaks, not the one who quotes: "Norpress quoted an official as saying that ...".

A model takes the first verb for the cue and all that follows for what is said, or the first name for the source of the
second verb. The words are the official's, the cue is "as saying"; the one who quotes is an outlet between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked, cued
from retold.find.attributions.vocabulary import cue_words
from retold.find.clauses import is_verb, lemma
from retold.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

REACH = 40
"""Words between the verb that quotes and "as saying"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """A verb that quotes, who is quoted, and the last word of "as saying"."""

    quoting: Token
    who: Token
    saying: Token


def relayed(found: Sequence[Marked], parses: Sequence[Parse]) -> list[Marked]:
    """Return marked attributions with those who are quoted as their sources; what was marked twice of one saying is one."""
    out: list[Marked] = []
    seen: dict[Span, int] = {}
    for each, at in cued(found, parses):
        relay = _relay(each.cue, parses[at]) if at is not None else None
        if at is None or relay is None:
            out.append(each)
            continue
        mended, key = _mended(each, relay, parses[at]), parses[at].span(relay.saying)
        if key not in seen:
            seen[key] = len(out)
            out.append(mended)
        elif mended is not each:
            out[seen[key]] = mended
    return out


def _relay(cue: Span, parse: Parse) -> Relay | None:
    """What a cue belongs to, be it the verb that quotes or the word of saying."""
    words = parse.touched(cue)
    for token in words or ():
        if is_verb(token) and lemma(token) in cue_words("relayed", "quoting"):
            after = token.doc[token.i + 1 : min(token.sent.end, token.i + REACH)]
            saying = next((t for t in after if _as_saying(t)), None)
            return _whole(token, saying)
        if _as_saying(token):
            before = token.doc[max(token.sent.start, token.i - REACH) : token.i]
            quoting = next(
                (t for t in reversed(list(before)) if is_verb(t) and lemma(t) in cue_words("relayed", "quoting")), None
            )
            return _whole(quoting, token)
    return None


def _as_saying(token: Token) -> bool:
    """Whether this is the last word of "as saying", "as having said"."""
    perfect = token.tag_ in ("VBN", "VBD") and token.i > 1 and token.nbor(-1).lower_ == "having"
    first = token.nbor(-1) if perfect else token
    as_ = first.i > 0 and first.nbor(-1).lower_ == "as"
    return as_ and (perfect or token.tag_ == "VBG") and lemma(token) in cue_words("relayed", "saying")


def _whole(quoting: Token | None, saying: Token | None) -> Relay | None:
    if quoting is None or saying is None:
        return None
    who = next((c for c in quoting.children if c.dep_ == "nsubjpass"), None)
    if who is None:
        # The parser may hang "one official as saying" under the verb as a clause of its own.
        objects = [c for c in quoting.subtree if quoting.i < c.i < saying.i and c.dep_ in ("dobj", "nsubj", "dative")]
        who = min(objects, key=lambda c: c.i, default=None)
    return Relay(quoting=quoting, who=who, saying=saying) if who is not None else None


def _mended(each: Marked, relay: Relay, parse: Parse) -> Marked:
    first = _as(relay.saying)
    cue = parse.between(first, relay.saying)
    said = _said(each, relay, parse)
    if not said:
        return each
    last = relay.who.right_edge
    if relay.who.i > relay.quoting.i:
        last = min(last, relay.who.doc[first.i - 1], key=lambda t: t.i)
        while last.is_punct and last.i > relay.who.i:
            last = last.nbor(-1)
    elif first.i == relay.quoting.i + 1:
        helpers = [c for c in relay.quoting.children if c.dep_ in ("aux", "auxpass") and c.i < relay.quoting.i]
        cue = parse.between(min([*helpers, relay.quoting], key=lambda t: t.i), relay.saying)
    return replace(each, source=(parse.between(relay.who.left_edge, last),), cue=cue, content=said)


def _as(saying: Token) -> Token:
    before = saying.nbor(-1)
    return before if before.lower_ == "as" else before.nbor(-1)


def _said(each: Marked, relay: Relay, parse: Parse) -> tuple[Span, ...]:
    """What of the content follows the word of saying, or stands before the one who quotes ("...," he quoted her as saying)."""
    doc, saying = relay.saying.doc, relay.saying
    listener = next((c for c in saying.children if c.dep_ in ("dobj", "dative") and c.pos_ == "PRON" and c.i > saying.i), None)
    at = (listener.i if listener is not None else saying.i) + 1
    start = parse.span(doc[at]).start if at < len(doc) else parse.place.end
    after = tuple(Span(max(span.start, start), span.end) for span in each.content if span.end > start)
    if after and any(t.is_alpha for t in doc[at : saying.sent.end]):
        return after
    return _before(relay, parse)


def _before(relay: Relay, parse: Parse) -> tuple[Span, ...]:
    """The words of the sentence before the subject of the verb that quotes, where a comma or a mark sets them apart."""
    subject = next((c for c in relay.quoting.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < relay.quoting.i), None)
    doc = relay.quoting.doc
    last = subject.left_edge.i - 1 if subject is not None else -1
    if last <= relay.quoting.sent.start or not doc[last].is_punct:
        return ()
    return (parse.between(doc[relay.quoting.sent.start], doc[last]),)
