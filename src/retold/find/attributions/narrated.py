"""Where a report goes on in its own voice, the words of its source have ended.

Who "has denied that he lied, and still speaks with her" denied the first and not the second; "a book that, according to
its summary, praises ..." has from the summary no more than its own clause; a text that somebody forwards speaks for itself.
"Anything she said on stage" tells of no words at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked, cued
from retold.find.attributions.vocabulary import cue_words
from retold.find.clauses import CHILDREN, SUBJECTS, is_verb, lemma
from retold.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

OPENING = 5
"""Words of a content among which the noun of a text stands that it begins with."""
WITHIN = 300
"""Code points to the brackets around a cue."""
WORDS = 3
"""Words in brackets before a cue that are what is said."""
BEFORE = 60
"""Code points before "according to" in which a relative pronoun is sought."""


def narrated(found: Sequence[Marked], parses: Sequence[Parse]) -> list[Marked]:
    """Return marked attributions without what the report tells beside them; those that tell no words at all are left out."""
    out: list[Marked] = []
    for each, at in cued(found, parses):
        words = parses[at].touched(each.cue) if at is not None else None
        if at is not None and words is not None:
            if _no_words(words.root, each, parses[at]):
                continue
            each = _aside(_denial(each, words.root, parses[at]), words.root, parses[at])
            each = _forwarded(each, parses[at])
        out.append(each)
    return out


def _no_words(verb: Token, each: Marked, parse: Parse) -> bool:
    """ "As harmful as anything she said on stage": the clause around a bare "anything" is not what she said."""
    whole = verb.dep_ == "relcl" and is_verb(verb) and verb.head.lower_ in cue_words("narrated", "indefinite")
    if not whole or any(c.dep_ in ("ccomp", "dobj") and c.i > verb.i for c in islice(verb.children, CHILDREN)):
        return False
    noun = parse.span(verb.head)
    return any(span.start < noun.start and span.end >= noun.start for span in each.content)


def _denial(each: Marked, verb: Token, parse: Parse) -> Marked:
    """A denial without a further clause that has a subject of its own ("..., and she still ...")."""
    if lemma(verb) not in cue_words("narrated", "denying") or not is_verb(verb):
        return each
    for clause in (c for c in islice(verb.children, CHILDREN) if c.dep_ == "ccomp"):
        second = next((c for c in islice(clause.children, CHILDREN) if c.dep_ == "conj" and _own(c)), None)
        if second is not None and clause.doc[second.left_edge.i - 2].text == ",":
            return _until(each, parse.span(clause.doc[second.left_edge.i - 3]).end)
    second = next((c for c in islice(verb.children, CHILDREN) if c.dep_ == "conj" and _own(c)), None)
    return _until(each, parse.span(verb.doc[second.left_edge.i - 3]).end) if second is not None else each


def _own(clause: Token) -> bool:
    """Whether a joined clause has a subject and no "that" of its own, after a comma and a conjunction."""
    children = list(islice(clause.children, CHILDREN))
    if any(c.dep_ == "mark" for c in children) or not any(c.dep_ in SUBJECTS and c.i < clause.i for c in children):
        return False
    first = clause.left_edge.i
    return first > 3 and clause.doc[first - 1].dep_ == "cc" and clause.doc[first - 2].text == ","


def _until(each: Marked, end: int) -> Marked:
    content = [Span(span.start, min(span.end, end)) for span in each.content if span.start < end]
    return replace(each, content=tuple(content) or each.content)


def _aside(each: Marked, cue: Token, parse: Parse) -> Marked:
    """ "A book that, according to its summary, praises ...": no more than the relative clause that the words interrupt, or
    the brackets that they stand in."""
    at = each.cue.start - parse.start
    if at < 0 or not cue_words("narrated", "crediting") & {cue.lower_, cue.head.lower_}:
        return each
    opens = _relative().search(parse.doc.text, max(0, at - BEFORE), at)
    inside = _bracket(parse.doc.text, at)
    if opens is None and inside is None:
        return each
    first, last = inside or (opens.start() if opens else 0, len(parse.doc.text))
    first, last = parse.start + first, parse.start + last
    content = [Span(max(s.start, first), min(s.end, last)) for s in each.content if s.end > first and s.start < last]
    return replace(each, content=tuple(content) or each.content)


def _bracket(text: str, at: int) -> tuple[int, int] | None:
    """The words in brackets that "according to" follows upon within them: it is said of these alone."""
    start = text.rfind("(", max(0, at - WITHIN), at) + 1
    end = text.find(")", at, at + WITHIN)
    inner = text[start:at]
    return (start, end) if start and end >= 0 and ")" not in inner and len(inner.split()) >= WORDS else None


@cache
def _relative() -> re.Pattern[str]:
    """A relative pronoun, or "whose" with its noun, at the end before a comma."""
    words = "|".join(sorted(cue_words("narrated", "relative")))
    return re.compile(rf"\b(?:(?:{words})|whose(?:\s+[\w’'-]+){{1,3}}),\s*$")


def _forwarded(each: Marked, parse: Parse) -> Marked:
    """ "She forwarded an article that said ...": the article is the source of what stands in it."""
    words, part = parse.touched(each.cue), parse.touched(each.content[0])
    if words is None or part is None or part[0].pos_ not in ("DET", "NOUN", "PRON", "ADJ") or not each.source:
        return each
    if not any({lemma(t), t.lower_, t.lower_.removesuffix("s")} & cue_words("narrated", "forwarding") for t in words):
        return each
    text = next((t for t in part[:OPENING] if t.lemma_.lower() in cue_words("grounded", "texts")), None)
    if text is None:
        return each
    end = parse.span(text).end
    content = [Span(max(span.start, end + 1), span.end) for span in each.content if span.end > end + 1]
    return replace(each, source=(Span(each.content[0].start, end),), content=tuple(content)) if content else each
