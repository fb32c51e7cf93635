"""What a model ran together is parted by grammar: a source that stands in its own cue or content, a listener in what is said.

In "The ship had left, said two people" and in "..., two people told the wire" the people are the verb's subject, though they
were marked with what they said; in "say insiders" they were marked with the verb. "To the council that ..." begins with
who was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked, cued
from retold.find.clauses import is_passive, is_verb
from retold.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

LONGEST = 16
"""Words of a source."""

FURTHEST = 40
"""Words that one who is named behind the verb may take with what is told of him."""

STRAY = 3
"""Tokens at the start of a sentence that are no content of their own."""

EMPTY = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PUNCT", "SPACE", "PART"})
"""Words that say nothing alone."""


def parted(found: Sequence[Marked], parses: Sequence[Parse]) -> list[Marked]:
    """Return marked attributions with their sources taken out of cue and content; contents without listeners and scraps."""
    out: list[Marked] = []
    for each, at in cued(found, parses):
        if at is not None:
            each = _inverted(each, parses[at])
            each = each if each.source else _out_of_cue(_out_of_content(each, parses[at]), parses[at])
            each = _said_alone(each, parses[at])
        out.append(each)
    return out


def _subject(verb: Token | None) -> Token | None:
    if verb is None or not is_verb(verb) or is_passive(verb):
        return None
    found = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return found if found is not None and found.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else None


def _inverted(each: Marked, parse: Parse) -> Marked:
    """ "The ship had left, said two officials": who follows the verb says what goes before it, though marked the other way."""
    words = parse.touched(each.cue)
    verb = words.root if words is not None and len(words) == 1 else None
    who = _subject(verb)
    if verb is None or who is None or who.i < verb.i or who.pos_ == "PRON":
        return each
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and c.sent == verb.sent), None)
    source = parse.between(who.left_edge, who.right_edge)
    if said is None or said.right_edge.i > verb.i or who.right_edge.i - verb.i > FURTHEST:
        return each
    if any(span.start < source.end and source.start < span.end for span in each.source):
        return each
    before = parse.between(said.left_edge, said.right_edge)
    rest = [span for span in each.content if span.end <= before.start or span.start >= source.end]
    return replace(each, source=(source,), content=tuple(sorted([before, *rest])))


def _out_of_cue(each: Marked, parse: Parse) -> Marked:
    """ "say insiders": the cue is the verb, the words behind it are the source."""
    words = parse.touched(each.cue)
    verb = words.root if words is not None else None
    who = _subject(verb)
    if words is None or verb is None or who is None or not verb.i < who.i < words.end or each.source:
        return each
    first, last = who.left_edge, who.right_edge
    if first.i <= verb.i or last.i - first.i >= LONGEST:
        return each
    source = parse.between(first, last)
    if any(span.start < source.end and source.start < span.end for span in each.content):
        source = parse.between(first, who)
    return replace(each, source=(source,), cue=parse.between(words[0], parse.doc[first.i - 1]))


def _out_of_content(each: Marked, parse: Parse) -> Marked:
    """ "..., two people told the wire": the last words of the content right before the cue are its subject."""
    words = parse.touched(each.cue)
    who = _subject(words.root) if words is not None else None
    if words is None or who is None or who.i >= words.start or words.start - who.left_edge.i > LONGEST:
        return each
    first = who.left_edge
    comma = first.i - 1
    if comma < 1 or not parse.doc[comma].is_punct or who.right_edge.i + 1 < words.start:
        return each
    source = parse.between(first, parse.doc[words.start - 1])
    inside = [
        span for span in each.content if span.start < source.start and span.end > source.start and span.end <= each.cue.start
    ]
    if len(inside) != 1:
        return each
    end = parse.span(parse.doc[comma - 1]).end if parse.doc[comma].text == "," else parse.span(parse.doc[comma]).end
    if end <= inside[0].start:
        return each
    content = tuple(Span(span.start, end) if span == inside[0] else span for span in each.content)
    return replace(each, source=(source,), content=content)


def _said_alone(each: Marked, parse: Parse) -> Marked:
    """The content without who was told ("to the council that ...") and without pieces that are a lone "the" or "of"."""
    pieces = [_without_listener(span, parse) for span in each.content]
    telling = [span for span in pieces if not _scrap(span, parse) and not _stray(span, each.cue, parse)]
    return replace(each, content=tuple(telling or pieces))


def _without_listener(span: Span, parse: Parse) -> Span:
    part = parse.touched(span)
    if part is None or span.start < parse.start or part[0].lower_ != "to" or part[0].dep_ not in ("prep", "dative"):
        return span
    for token in part[1:LONGEST]:
        if token.lower_ == "that" and (token.tag_ == "IN" or token.dep_ == "mark"):
            return Span(parse.span(token).start, span.end)
        if is_verb(token) or token.is_punct:
            break
    return span


def _scrap(span: Span, parse: Parse) -> bool:
    part = parse.touched(span)
    inside = part is not None and parse.start <= span.start and span.end <= parse.place.end
    return part is not None and inside and all(token.pos_ in EMPTY and token.lower_ not in ("that", "this") for token in part)


def _stray(span: Span, cue: Span, parse: Parse) -> bool:
    """Whether a piece is but the first words of a sentence that neither holds the cue nor is said further."""
    part = parse.touched(span)
    if part is None or len(part) > STRAY or span.start < parse.start or part[0].is_quote:
        return False
    sentence = part[0].sent
    place = parse.span(sentence)
    return part.start == sentence.start and part.end < sentence.end and not place.start <= cue.start < place.end
