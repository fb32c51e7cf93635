"""An outlet or a recording that passes on what somebody said is a way to the words, and not who speaks.

In "Holm said the port is closed, reported the Varn Ledger" and "'No,' Holm said, according to a transcript" the words are
Holm's: her saying is the cue, and the outlet stands between. Where that was marked too, once is enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked, cued
from retold.find.attributions.running import joined
from retold.find.attributions.vocabulary import cue_words
from retold.find.clauses import CHILDREN, is_passive, is_verb, lemma
from retold.find.outlet_names import outlets
from retold.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

LONGEST = 90
"""Code points of a source that may be an outlet's name or a recording."""
FIRST = 4
"""Words of a source among which the noun for a recording stands."""
ACCORDING = "according"
ARTICLE = 4
"""Code points of "the " before a name."""
FEW = 3
"""Outlets that a source may name."""
NEIGHBOURS = 4
"""Attributions before and after one that may be the saying that it passes on."""
SURE = frozenset({"table", "short", "domain", "word"})
"""How an outlet is known that is one by its name alone."""
SAME = 0.8
"""The share of a quotation that two attributions have in common who give the same words."""


def passed_on(found: Sequence[Marked], text: str, parses: Sequence[Parse]) -> list[Marked]:
    """Return marked attributions in the order of their cues, with those whose words outlets and recordings pass on as sources."""
    ordered = sorted((_named_behind(each, text) for each in found), key=lambda each: (each.cue, each.content))
    gone: set[int] = set()
    for n, (each, at) in enumerate(cued(ordered, parses)):
        if at is None or not _reports(each, parses[at]):
            continue
        inner = _marked_too(n, ordered, text)
        if inner is not None and inner not in gone:
            gone.add(n)
            ordered[inner] = _with_rest(ordered[inner], each)
        elif inner is None and _carries(each, text):
            ordered[n] = _inner(each, parses[at])
    return [each for n, each in enumerate(ordered) if n not in gone]


def _reports(each: Marked, parse: Parse) -> bool:
    """Whether the cue of an attribution says that its source reports or is relied on."""
    cue = parse.touched(each.cue)
    if not each.source or not each.content or cue is None:
        return False
    return any({lemma(t), t.lower_} & cue_words("passed_on", "reporting") for t in cue)


def _carries(each: Marked, text: str) -> bool:
    """Whether the source of an attribution is an outlet or a recording."""
    source = text[each.source[0].start : min(each.source[-1].end, each.source[0].start + LONGEST)]
    words = source.lower().replace(",", " ").split()
    return not cue_words("passed_on", "recordings").isdisjoint(words[:FIRST]) or _outlet(source)


def _outlet(words: str) -> bool:
    """Whether some words begin with an outlet's name."""
    return any(one.sure in SURE and one.span.start <= ARTICLE for one in outlets(words, most=FEW))


def _named_behind(each: Marked, text: str) -> Marked:
    """ "..., said Holm, reports the Ledger": who follows "reports" reports it, though Holm was marked."""
    after = _behind().match(text, each.cue.end, each.cue.end + LONGEST)
    cue = text[each.cue.start : each.cue.end]
    if after is None or cue not in cue_words("passed_on", "behind") or not _outlet(after["name"]):
        return each
    name = Span(*after.span("name"))
    if not each.source or each.source[0].start >= each.cue.end:
        return each
    content = [span for span in each.content if span.end <= name.start or span.start >= name.end]
    return replace(each, source=(name,), content=tuple(content) or each.content)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(r"\s+(?P<name>(?:the\s+)?[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,4})(?=[.,]|\s*$)")


def _marked_too(n: int, ordered: Sequence[Marked], text: str) -> int | None:
    """Which attribution near by is the saying that is passed on: its cue stands in these words, or its words are the same."""
    each, carried = ordered[n], _carries(ordered[n], text)
    for m in range(max(0, n - NEIGHBOURS), min(len(ordered), n + NEIGHBOURS + 1)):
        other = ordered[m]
        if m == n or not other.source or other.source == each.source:
            continue
        inside = any(_in(other.cue, span) for span in each.content) and _leads(other, each)
        relied = carried or text[each.cue.start : each.cue.end].lower().startswith(ACCORDING)
        if (inside and (carried or (relied and other.cue.end <= each.cue.start))) or (relied and _same(other, each)):
            return m
    return None


def _leads(other: Marked, each: Marked) -> bool:
    """Whether what another says makes up the words that are passed on, but for who says it."""
    outer = sum(span.end - span.start for span in each.content)
    around = (other.cue, *other.source, *other.content)
    inner = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in around for b in each.content)
    return inner * 2 > outer


def _same(other: Marked, each: Marked) -> bool:
    """Whether both have the same words, and the other's cue stands between these and the one that passes them on."""
    length = sum(span.end - span.start for span in other.content)
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in other.content for b in each.content)
    between = min(each.content).start - LONGEST <= other.cue.start < each.cue.start
    return bool(length) and between and common >= SAME * length and not any(_in(other.cue, span) for span in each.content)


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _with_rest(inner: Marked, outer: Marked) -> Marked:
    """The saying with the pieces of what is passed on that follow the one that it stands in."""
    rest = [span for span in outer.content if span.start > outer.cue.end and not _in(inner.cue, span)]
    source = tuple(Span(s.start, min(s.end, _before(outer.cue.start, s))) for s in inner.source)
    return replace(inner, source=source, content=joined([*inner.content, *rest]))


def _before(cue: int, source: Span) -> int:
    """Where a source ends that ran on into who passes its words on."""
    return cue - len(", ") if source.start < cue - len(", ") and cue < source.end else source.end


def _inner(each: Marked, parse: Parse) -> Marked:
    """The saying that stands as the main clause in the words that are passed on; these as they are where none does."""
    for span in each.content:
        part = parse.touched(span)
        verb = part.root if part is not None else None
        if part is None or verb is None or not is_verb(verb) or lemma(verb) not in cue_words("passed_on", "saying"):
            continue
        who = next((c for c in islice(verb.children, CHILDREN) if c.dep_ == "nsubj"), None)
        said = [c for c in islice(verb.children, CHILDREN) if c.dep_ == "ccomp"]
        if who is None or not said or not part.start <= who.i < part.end or is_passive(verb) or who.dep_ == "expl":
            continue
        return _made(each, span, (who, verb, said[0]), parse)
    return each


def _made(each: Marked, span: Span, tokens: tuple[Token, Token, Token], parse: Parse) -> Marked:
    who, verb, said = tokens
    helpers = [c for c in islice(verb.children, CHILDREN) if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i]
    first = min([*(c for c in helpers if c.i > who.i), verb], key=lambda t: t.i)
    clause = parse.between(said.left_edge, said.right_edge)
    content = Span(max(clause.start, span.start), min(clause.end, span.end))
    source = parse.between(who.left_edge, who.right_edge)
    if source.start < content.end and content.start < source.end:
        return each
    if content.start > source.start:
        content = Span(content.start, span.end)  # what follows the word of saying is all said
    rest = [other for other in each.content if other != span]
    cue = parse.between(first, verb)
    return replace(each, source=(source,), cue=cue, content=tuple(sorted([content, *rest])))
