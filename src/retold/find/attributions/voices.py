"""In whose voice a fact is told: a source's, as far as its own words reach, else the report's.

Who endorses "Senator Holm" or presses "party chairman Ada Brod" for an answer has not told anybody that Holm is a senator:
that is the report's own gloss on a name. What somebody says is not known is said by him.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.attributions.quotations import Quotation, quotations
from retold.find.attributions.vocabulary import cue_words
from retold.find.clauses import is_verb, lemma
from retold.model import Attribution, Fact, Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

UP = 20
"""Words over a word that are looked at."""
MOST = 200
"""Contents that begin before a place among which those that hold it are sought."""
GLOSSES = frozenset({"compound", "nmod", "amod", "appos", "poss", "nounmod"})
"""How a title or a description hangs on the name that it glosses."""
SAID = frozenset({"ROOT", "ccomp", "parataxis", "dep"})
"""How a verb hangs that makes a clause of its own."""
OTHERS = frozenset({"statement", "allegation", "unknown"})
"""Kinds of facts that are told in nobody's gloss."""


def telling(report: Report, parses: Sequence[Parse], attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions in which somebody tells something: not what the writer tells the reader, nor his glosses."""
    starts = [parse.start for parse in parses]
    marks = quotations(report.text, [parse.place for parse in parses])
    outside = (a for a in attributions if not _quoted((a.source or a.cue)[0], marks))
    none = {a.id for a in outside if _told_by_none(a, _holding(a.cue[0], parses, starts))}
    return tuple(a for a in attributions if a.id not in none)


def _told_by_none(each: Attribution, parse: Parse | None) -> bool:
    cue = parse.touched(each.cue[0]) if parse is not None and parse.parsed else None
    source = parse.touched(each.source[0]) if parse is not None and each.source else None
    if cue is None:
        return False
    gloss = cue.root.tag_ == "VBG" and lemma(cue.root) in cue_words("voices", "glossing") and not each.quoted
    reader = source is not None and source[0].lower_ == "you" and (len(source) == 1 or is_verb(source.root))
    return gloss or reader


def voiced(
    facts: Iterable[Fact], report: Report, parses: Sequence[Parse], attributions: Sequence[Attribution]
) -> tuple[Fact, ...]:
    """Return the facts, each with the attribution in whose words it is told or with none; nothing else of them changes."""
    starts = [parse.start for parse in parses]
    marks = quotations(report.text, [parse.place for parse in parses])
    told = sorted((span.start, span.end, n) for n, a in enumerate(attributions) for span in a.content)
    by = {a.id: a for a in attributions}
    out: list[Fact] = []
    for fact in facts:
        one = by.get(fact.attribution) if fact.attribution else None
        if fact.kind == "unknown" and one is None:
            inner = _around(fact.trigger, told)
            fact = replace(fact, attribution=attributions[inner].id) if inner is not None else fact
        elif one is not None and fact.kind not in OTHERS and not _quoted(fact.trigger, marks):
            parse = _holding(fact.trigger, parses, starts)
            fact = replace(fact, attribution=None) if parse is not None and _glossed(fact, one, parse) else fact
        out.append(fact)
    return tuple(out)


def _holding(span: Span, parses: Sequence[Parse], starts: Sequence[int]) -> Parse | None:
    at = bisect_right(starts, span.start) - 1
    return parses[at] if at >= 0 else None


def _quoted(span: Span, marks: Sequence[Quotation]) -> bool:
    at = bisect_right(marks, span.start, key=lambda mark: mark.span.start) - 1
    return at >= 0 and marks[at].span.end > span.start


def _around(span: Span, told: Sequence[tuple[int, int, int]]) -> int | None:
    """The attribution with the innermost content that holds a place."""
    at = bisect_right(told, span.start, key=lambda row: row[0])
    around = [(end - start, n) for start, end, n in told[max(0, at - MOST) : at] if end >= span.end]
    return min(around)[1] if around else None


def _glossed(fact: Fact, one: Attribution, parse: Parse) -> bool:
    """Whether a fact is told beside the words of a source: by a title or description of somebody, or by what is added of him
    after a comma ("..., who was fired in June"), in a content that is no clause."""
    content = next((span for span in one.content if span.start <= fact.trigger.start < span.end), None)
    part, words = (parse.touched(content), parse.touched(fact.trigger)) if content is not None else (None, None)
    if part is None or words is None or not parse.parsed:
        return False
    token = words.root
    beside = token.dep_ in GLOSSES if fact.kind == "office" else _added(token)
    return beside and not _clause(token, (part.start, part.end))


def _added(token: Token) -> bool:
    """Whether a word stands in a relative clause behind a comma."""
    verb = next((t for t in (token, *islice(token.ancestors, 2)) if t.dep_ == "relcl"), None)
    return (
        verb is not None and verb.left_edge.tag_ in ("WP", "WDT") and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    )


def _clause(token: Token, part: tuple[int, int]) -> bool:
    """Whether over a word, within what is said, stands a clause that is said: the main one, or one that a noun has ("the claim
    that ..."); what only tells more of a noun or when something was is none."""
    over = [t for t in (token, *islice(token.ancestors, UP)) if part[0] <= t.i < part[1] and is_verb(t)]
    return any(t.dep_ in SAID or (t.dep_ == "acl" and any(c.dep_ == "mark" for c in t.children)) for t in over)
