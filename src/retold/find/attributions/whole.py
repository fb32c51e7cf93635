"""Marked spans made whole by syntax, where a model cuts through what hangs together.

A source that ends in the middle of what describes it ("an aide, reached by | telephone") goes on to its end, and one that
runs into another clause ("four people, the Post reports") ends before it; "it" for grammar's sake is none, and who is
spoken of in the passive is part of what is said. What is said before its cue ("..., four people said") is the whole
sentence up to there, not the last clause of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked, cued
from retold.find.attributions.parted import STRAY
from retold.find.attributions.vocabulary import cue_words
from retold.find.clauses import dateline, is_passive, is_verb, lemma
from retold.model import Span
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from retold.find.syntax import Parse

OTHERS = frozenset({"ROOT", "parataxis", "ccomp", "conj", "dep", "appos"})
"""How a clause that is none of the source's own may hang in it."""

LONGEST = 12
"""Tokens by which a source may grow; what hangs on it further is a story of its own."""

BEGINS = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "det", "poss", "mark", "neg", "compound", "amod", "nummod", "case"})
"""How a word hangs that stands before its head and says nothing without it."""

MODIFIES = frozenset({"det", "amod", "poss", "compound", "nummod"})
"""Of these what stands before a noun."""

JOINED = 3
"""Verbs joined to one another whose subject is looked for."""

NOUN = 3
"""Tokens within which the noun stands that a source's last word belongs to."""


def whole(found: Sequence[Marked], parses: Sequence[Parse]) -> list[Marked]:
    """Return marked attributions with sources and foregoing contents as syntax has them; cues and scores stay."""
    cues = sorted(each.cue for each in found)
    out: list[Marked] = []
    for each, at in cued(found, parses):
        if at is not None:
            parse = parses[at]
            each = replace(each, source=tuple(_source(span, each, parse) for span in each.source if not _empty(span, parse)))
            each = replace(
                each,
                content=tuple(
                    _on(_content(_cut(_summed(span, parse, cues), parse), each, parse, cues), each, parse, cues)
                    for span in each.content
                ),
            )
            each = replace(each, cue=_cue(each.cue, parse))
            if (subject := _before_the_speaker(each, parse)) is not None:
                each = replace(each, content=tuple(sorted([subject, *each.content])))
            if each.source and _spoken_of(each.source[0], each.cue, parse):
                each = replace(each, source=(), content=tuple(sorted([*each.source, *each.content])))
            elif not each.source and (who := _left_out(each, parse)) is not None:
                each = replace(each, source=(who,))
        out.append(each)
    return out


def _empty(span: Span, parse: Parse) -> bool:
    """ "It is unclear whether", "there is talk of": a subject for grammar's sake is nobody."""
    part = parse.touched(span)
    if part is None or len(part) != 1 or part[0].lower_ not in ("it", "there"):
        return False
    verb = part[0].head
    clauses = [
        child for child in verb.children if child.dep_ == "acomp" and any(c.dep_ in ("ccomp", "xcomp") for c in child.children)
    ]
    said = verb.lemma_ == "be" or part[0].dep_ == "nsubjpass"
    return part[0].dep_ == "expl" or (said and bool(clauses or [c for c in verb.children if c.dep_ == "ccomp"]))


def _spoken_of(source: Span, cue: Span, parse: Parse) -> bool:
    """Whether a marked source is the subject of a passive that speaks of it: who is cited as a key figure says nothing."""
    part, words = parse.touched(source), parse.touched(cue)
    if part is None or words is None or part.root.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb, listed = part.root.head, table("retold.find.attributions", "cues.toml")["spoken_of"]
    if part.root.dep_ == "nsubj":
        accused = any(token.tag_ == "VBN" and lemma(token) in listed["verbs"] for token in words)
        return verb in list(words) and lemma(verb) in listed["standing"] and accused
    # "was quoted as saying" speaks after all.
    return verb in list(words) and verb.lemma_ in listed["verbs"]


def _left_out(each: Marked, parse: Parse) -> Span | None:
    """Who says so by the grammar of the cue, where nobody was marked: its verb's subject, or after "by" its agent."""
    words = parse.touched(each.cue)
    verb = words.root if words is not None else None
    if verb is None or not is_verb(verb) or lemma(verb) in cue_words("left_out", "raising"):
        return None
    passive = is_passive(verb)
    agents = [inner for child in verb.children if child.dep_ == "agent" for inner in child.children if inner.dep_ == "pobj"]
    subjects = [child for child in _joined_to(verb).children if child.dep_ == "nsubj" and child.i < verb.i]
    who = next(iter(agents if passive else subjects), None)
    if who is None or who.lower_ in cue_words("left_out", "nobody") or who.tag_ in ("WDT", "EX"):
        return None
    span = parse.between(who.left_edge, who.right_edge)
    taken = [other for other in (each.cue, *each.content) if other.start < span.end and span.start < other.end]
    return span if not taken and who.right_edge.i - who.left_edge.i < LONGEST else None


def _joined_to(verb: Token) -> Token:
    """The first verb of those that share a subject: "the guild paid and has called for more"."""
    for _ in range(JOINED):
        own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
        if own or verb.dep_ != "conj" or not is_verb(verb.head):
            break
        verb = verb.head
    return verb


def _source(span: Span, each: Marked, parse: Parse) -> Span:
    """The source with what its last word governs ("reached by" with "telephone"), where that runs into nothing else."""
    part = parse.touched(span)
    if part is None:
        return span
    if part[0].tag_ in ("WP", "WDT") and part[0].lower_ in ("who", "which") and any(is_verb(token) for token in part):
        return parse.span(part[0])  # "who was asked of it, to admit": of the clause only its subject speaks
    for token in part[1:]:
        if token.tag_ in ("VBZ", "VBD", "VBP") and token.dep_ in OTHERS and (cut := _comma_before(token, part)) is not None:
            return Span(span.start, parse.span(parse.doc[cut - 1]).end)
    last = part[-1]
    named = last.dep_ in ("compound", "det", "amod", "poss") and part.end <= last.head.i < part.end + NOUN
    if last.pos_ not in ("ADP", "SCONJ", "VERB", "DET", "PART", "AUX") and not named:
        return span
    opens = last.dep_ == "mark" and last.head.i >= part.end
    end = last.head.i + 1 if named else (last.head if opens else last).right_edge.i + 1
    grown = Span(span.start, parse.span(parse.doc[end - 1]).end)
    taken = [other for other in (each.cue, *each.content) if other.start < grown.end and other.end > span.end]
    return grown if part.end < end <= part.end + LONGEST and not taken else span


def _comma_before(verb: Token, part: Tokens) -> int | None:
    """The comma before a clause of its own within a source: in "four people, the Post reports" the Post is no source of it."""
    own = any(child.dep_ == "nsubj" and child.i >= part.start and child.tag_ not in ("WP", "WDT") for child in verb.children)
    first = max(verb.left_edge.i, part.start + 1)
    commas = [i for i in range(part.start + 1, verb.i) if part.doc[i].text == ","]
    return commas[-1] if own and commas and first <= commas[-1] + 1 else None


def _content(span: Span, each: Marked, parse: Parse, cues: Sequence[Span]) -> Span:
    """The content with the rest of its sentence, where it stands before its cue and its main verb was left out."""
    part = parse.touched(span)
    after = min(each.cue, *each.source) if each.source else each.cue
    if part is None or span.end > after.start or _quotes(part[0]):
        return span
    start = part[0].sent.start
    between = parse.doc.text[span.end - parse.start : after.start - parse.start].strip(" ,—–-")
    if part.start == start or between or part[0].sent != parse.doc[part.end - 1].sent or not _hangs_before(part):
        return span
    begins = max(parse.span(parse.doc[start]).start, parse.start + dateline(parse.doc.text[: span.start - parse.start]))
    before = bisect_right(cues, Span(span.start, 0)) - 1
    apart = before < 0 or cues[before].end <= begins
    return Span(begins, span.end) if apart and begins < span.start else span


def _before_the_speaker(each: Marked, parse: Parse) -> Span | None:
    """What a clause is of, that who speaks is set into: "these clerks, | Holm said, were paid well"; None where it has all."""
    part = parse.touched(each.content[0]) if each.content else None
    who = parse.touched(each.source[0]) if each.source else None
    if part is None or who is None or len(each.content) > 1 or not who.start < part.start or part[0].sent != who[0].sent:
        return None
    verb = next((t for t in part[:2] if t.tag_ in ("VBD", "VBZ", "VBP", "MD")), None)
    if verb is None or part.start == 0 or part.doc[part.start - 1].text != "," or part.doc[who.start - 1].text != ",":
        return None
    first = parse.doc[part[0].sent.start : who.start - 1]
    noun = 0 < len(first) <= LONGEST and first.root.pos_ in ("NOUN", "PROPN", "PRON") and not any(is_verb(t) for t in first)
    return parse.between(first[0], first[-1]) if noun and first[0].pos_ not in ("ADP", "SCONJ", "ADV", "CCONJ") else None


def _summed(span: Span, parse: Parse, cues: Sequence[Span]) -> Span:
    """The content with the rest of its sentence, where it was cut within a number: "some $35,|000 a year"."""
    part = parse.touched(span)
    if part is None or span.start < parse.start or not part[-1].like_num or parse.span(part[-1]).end <= span.end:
        return span
    sentence = part[-1].sent
    last = sentence[-1] if not sentence[-1].is_punct or len(sentence) < 2 else sentence[-2]
    grown = Span(span.start, parse.span(last).end)
    after = bisect_right(cues, Span(span.end, 0))
    return grown if after == len(cues) or cues[after].start >= grown.end else Span(span.start, parse.span(part[-1]).end)


def _cut(span: Span, parse: Parse) -> Span:
    """The content without the first words of a sentence that it does not go on with."""
    part = parse.touched(span)
    if part is None or span.start < parse.start:
        return span
    last = part[-1].sent
    stray = last.start > part.start and part.end - last.start <= STRAY and part.end < last.end
    return Span(span.start, parse.span(parse.doc[last.start - 1]).end) if stray and not parse.doc[last.start].is_quote else span


def _cue(span: Span, parse: Parse) -> Span:
    """The cue without words at its end that stand before a noun of something else: "said last | month"."""
    part = parse.touched(span)
    last = len(part) - 1 if part is not None else 0
    while part is not None and last > 0 and part[last].dep_ in MODIFIES and part[last].head.i >= part.end:
        last -= 1
    return Span(span.start, parse.span(part[last]).end) if part is not None and last < len(part) - 1 else span


def _on(span: Span, each: Marked, parse: Parse, cues: Sequence[Span]) -> Span:
    """The content with the rest of the clause that its last word only begins: "unless the board | resigns"."""
    part = parse.touched(span)
    if part is None or span.start < parse.start or part[-1].dep_ not in BEGINS or part[-1].head.i < part.end:
        return span
    last = part[-1].head.right_edge
    if part[-1].head.i > part.end + NOUN or last.i >= part.end + LONGEST or last.sent != part[-1].sent:
        return span
    while last.is_punct and not last.is_quote and last.i > part.end:
        last = last.nbor(-1)
    grown = Span(span.start, parse.span(last).end)
    after = bisect_right(cues, Span(span.end, 0))
    free = after == len(cues) or cues[after].start >= grown.end
    taken = [other for other in (each.cue, *each.source, *each.content) if span.end <= other.start < grown.end]
    return grown if free and not taken else span


def _quotes(token: Token) -> bool:
    return token.is_quote or (token.i > 0 and token.nbor(-1).is_quote)


def _hangs_before(part: Tokens) -> bool:
    """Whether what the content's words hang on stands before them in the sentence."""
    return part.root.head.i < part.start and part.root.head.i >= part[0].sent.start
