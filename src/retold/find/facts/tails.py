"""What completes a fact after its parties belongs to it: "the most powerful man after Vale" is not the most powerful.

The parser often hangs such words elsewhere ("talks with the official Brod ABOUT the port"), so they are looked for where they
stand, right after the words that the fact has so far, and not where they hang. Which words lead on is `words.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.facts.found import Found
from retold.find.facts.parties import Scene, words
from retold.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST = 3
"""Pieces that may follow one another: about what, for what, on which condition."""

NEAR = 12
"""Words after a ranked noun in which the one before them is named."""

BETWEEN = frozenset({"”", '"', "and"})

LONGEST = 60
"""Words of all pieces together."""


_GOVERNED = frozenset({"dobj", "prep", "ccomp", "xcomp", "oprd", "acomp", "dative", "attr", "pobj", "prt", "advcl"})


def told(scene: Scene, found: Found) -> Span | None:
    """Return what a statement's verb or adjective says with all that it governs ("voiced support for Vale"), None of a noun."""
    trigger = found.trigger
    if trigger.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    after = [c.right_edge for c in trigger.rights if c.dep_ in _GOVERNED and not _clause_beside(c)]
    last = max(after, key=lambda t: t.i, default=trigger)
    last = cut(trigger, trigger.doc[min(last.i, trigger.i + LONGEST, trigger.sent.end - 1)])
    inner = trigger.doc[trigger.i : last.i + 1]
    if (
        sum(t.is_quote for t in inner) % 2
        and last.i + 2 < len(trigger.doc)
        and any(t.is_quote for t in last.doc[last.i + 1 : last.i + 3])
    ):
        last = next(t for t in last.doc[last.i + 1 : last.i + 3] if t.is_quote)
    return scene.parse.between(trigger, last)


def _clause_beside(child: Token) -> bool:
    """Whether a clause only stands beside the verb ("while ...", ", adding that ...")."""
    return child.dep_ == "advcl" and not any(c.dep_ == "aux" and c.tag_ == "TO" for c in child.children)


def tail(scene: Scene, found: Found, span: Span) -> Span | None:
    """Return the words after a span that complete the fact, or None where none do."""
    last = _last(scene, span)
    if last is None:
        return None
    if found.row.kind == "rank":
        return _behind(scene, found.trigger)
    end = last
    for _ in range(MOST):
        further = _piece(end)
        if further is None:
            break
        end = further
    return scene.parse.between(last.nbor(1), end) if end != last else None


def _last(scene: Scene, span: Span) -> Token | None:
    inside = scene.inside(span)
    return inside[-1] if inside else None


def _behind(scene: Scene, noun: Token) -> Span | None:
    """Who stands before the one who is ranked, said in the same clause; "after the war" is a time."""
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + NEAR)]:
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.lower_ in words("ranked_behind") and any(t.dep_ == "pobj" and scene.actor(t) for t in token.children):
            end = _until(token, noun.sent.end)
            return scene.parse.between(token, end) if end is not None else None
    return None


def _piece(end: Token) -> Token | None:
    """The last word of the piece that begins right after a word; quotation marks between are no hindrance."""
    doc, at, stop = end.doc, end.i + 1, min(end.sent.end, end.i + LONGEST)
    while at + 1 < stop and at - end.i < 3 and (doc[at].text in BETWEEN or _fenced(doc[at])):
        at += 1
    if at + 1 >= stop:
        return None
    return _until(doc[at], stop) if _topic(doc[at]) or _condition(doc[at]) else None


def _fenced(mark: Token) -> bool:
    """A comma before a condition: "met him about the dues, if the council agrees"."""
    return mark.text == "," and mark.nbor(1).lower_ in ("if", "unless")


def _topic(first: Token) -> bool:
    if first.lower_ == "to":
        return first.head.i == first.i + 1 and first.head.lemma_.lower() in words("purposes")
    if first.lower_ in ("on", "for"):
        # "on Monday", "for two hours" tell when; the rest of the table is plain.
        inside = [t for t in first.children if t.dep_ in ("pobj", "pcomp")]
        return bool(inside) and not any(t.ent_type_ in ("DATE", "TIME") or t.pos_ == "NUM" for t in inside)
    return first.dep_ in ("prep", "mark", "advmod", "conj") and first.lower_ in words("topics")


def _condition(first: Token) -> bool:
    if first.lower_ in ("if", "unless"):
        return first.dep_ == "mark"
    following = [t.lower_ for t in first.doc[first.i + 1 : first.i + 6]]
    return first.lower_ in ("in", "with", "without", "on") and any(w in words("conditions") for w in following)


def _until(first: Token, stop: int) -> Token | None:
    """The end of what hangs on the piece's first word, cut where a comma begins something else."""
    head = first.head if first.dep_ in ("mark", "aux") and first.head.i > first.i else first
    last = cut(first, first.doc[min(head.right_edge.i, stop - 1)])
    return last if last.i > first.i else None


def cut(first: Token, last: Token) -> Token:
    """Return the last word of a piece, which a comma may end where something else begins after it (", but", ", with")."""
    end = last.i
    for token in first.doc[first.i : last.i]:
        if token.text in (";", ":", "—", "–") or (token.text == "," and token.nbor(1).lower_ in words("breaks")):
            end = token.i - 1
            break
    while end > first.i and (first.doc[end].is_punct or first.doc[end].is_space or first.doc[end].tag_ == "CC"):
        end -= 1
    return first.doc[end]
