"""Who is said to say or think what, from syntax, cue words and quotation marks.

An attribution is a source, a cue and a content, as PARC 3.0 and PolNeAR define them (Pareti 2016; Newell, Margolin &
Ruths 2018): content may come in pieces and run over paragraphs of a quotation, a source may be missing. Each cue word
gives one attribution, in the frame in which it most often attributes; `score` is that share, measured on PolNeAR.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from retold.find.attributions.context import adjusted
from retold.find.attributions.drafts import Draft, drafts
from retold.find.attributions.foreign import beside_quotations
from retold.find.attributions.phrases import headline_draft, phrase_drafts
from retold.find.attributions.quotations import Quotation, quotations
from retold.find.attributions.quoted import Quoted, continued, quoted
from retold.find.attributions.standing import standing
from retold.model import Attribution, Report, Span
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A draft with the paragraph it stands in and the share that its frame is worth."""

    draft: Draft
    parse: Parse
    marks: Quoted
    score: float


@cache
def vocabulary() -> dict[tuple[str, str], float]:
    """Return what each word in each frame is worth: the rows of `cues.toml`."""
    policy = table("retold.find.attributions", "cues.toml")
    return {(kind, key): share for kind, rows in policy["frames"].items() for key, share in rows.items()}


def wanted(kind: str, key: str) -> bool:
    """Return whether a frame is listed at all."""
    return (kind, key) in vocabulary()


def worth(draft: Draft) -> float:
    """Return the share of its frame's places where such a draft was right; 0 where the frame does not count."""
    limits = table("retold.find.attributions", "cues.toml")["limits"]
    share = vocabulary().get((draft.kind, draft.key))
    if share is None and draft.kind == "quotation" and draft.source is not None:
        share = limits["unlisted_quotation"]
    if share is None:
        return 0.0
    share = adjusted(share, draft)
    return share if share >= limits["keep"] else 0.0


def attributions(report: Report, parses: Sequence[Parse]) -> tuple[Attribution, ...]:
    """Return the attributions of a report in text order, ids "a1", "a2" ..., with spans in code points of its text.

    Stance, certainty and hedges are set, the speaker is left open. Without a parse (a language other than English) only
    quotations with a cue word right beside them are found.
    """
    paragraphs = [Span(parse.start, parse.start + len(parse.doc.text)) for parse in parses]
    marks = quotations(report.text, paragraphs)
    by_paragraph: list[list[tuple[int, Quotation]]] = [[] for _ in parses]
    for index, mark in enumerate(marks):
        by_paragraph[mark.paragraph].append((index, mark))
    found: list[Attribution] = []
    for parse, mine in zip(parses, by_paragraph, strict=True):
        if parse.parsed:
            found += (_finished(each, marks) for each in _best(parse, quoted(parse, mine)))
        elif mine:
            found += beside_quotations(report, parse, [mark for _, mark in mine])
    found.sort(key=lambda each: (each.cue[0], each.content))
    return tuple(_numbered(each, number) for number, each in enumerate(found, start=1))


def _numbered(each: Attribution, number: int) -> Attribution:
    return replace(each, id=f"a{number}")


def _best(parse: Parse, marks: Quoted) -> Iterator[_Found]:
    """The best draft of each cue word of a paragraph."""
    best: dict[int, _Found] = {}
    for draft in _drafts(parse, marks):
        share = worth(draft)
        known = best.get(draft.head.i)
        if share > 0 and (known is None or share > known.score):
            best[draft.head.i] = _Found(draft=draft, parse=parse, marks=marks, score=share)
    dropped = {i for i, each in best.items() if _told_elsewhere(each, best)}
    for i, each in best.items():
        shared = {other for other in each.draft.cue if other != i and other in best}
        # "refused to comment on the claims" is one refusal; "issued a statement saying" is one saying.
        dropped |= {i} if shared and each.draft.head.dep_ == "xcomp" else shared
    yield from (each for i, each in best.items() if i not in dropped)


def _told_elsewhere(found: _Found, best: dict[int, _Found]) -> bool:
    """Whether another cue has what this one gives: its quotation, or the infinitive it stands in ("vowed not to repeat")."""
    draft = found.draft
    if draft.kind == "quotation":
        others = (each.draft for each in best.values() if each.draft.kind != "quotation" and each is not found)
        return any(set(draft.quotations) & set(other.quotations) for other in others)
    over = best.get(draft.head.head.i) if draft.head.dep_ == "xcomp" and draft.head.head is not draft.head else None
    return over is not None and over.draft.kind == "infinitive" and over.score > found.score


def _drafts(parse: Parse, marks: Quoted) -> Iterator[Draft]:
    label = headline_draft(parse) if parse.headline else None
    if label is not None:
        yield label
    for token in parse.doc:
        if marks.depth[token.i] >= 0:
            # Who says what within somebody's quotation is that somebody's word; the annotators mark one in a hundred.
            continue
        yield from phrase_drafts(token, marks) or drafts(token, marks, wanted)


def _finished(found: _Found, marks: Sequence[Quotation]) -> Attribution:
    draft, parse = found.draft, found.parse
    content = [parse.between(parse.doc[part.start], parse.doc[part.end - 1]) for part in draft.content]
    for ordinal in draft.quotations:
        content += continued(found.marks.indices[ordinal], marks)
    stance, certainty, hedges = standing(draft, parse)
    return Attribution(
        id="",
        source=() if draft.source is None else (parse.between(parse.doc[draft.source.start], parse.doc[draft.source.end - 1]),),
        cue=_runs(parse, draft.cue),
        content=tuple(sorted(content)),
        stance=stance,
        certainty=certainty,
        hedges=hedges,
        quoted=bool(draft.quotations),
        score=found.score,
        source_head=_source_head(draft, parse),
    )


def _source_head(draft: Draft, parse: Parse) -> Span | None:
    """The source's head word; a relative pronoun stands for the noun it hangs on, "one of them" for "them"."""
    if draft.source is None:
        return None
    inside = range(draft.source.start, draft.source.end)
    head = next((parse.doc[i] for i in inside if parse.doc[i].head.i not in inside or parse.doc[i].head is parse.doc[i]), None)
    if head is None:
        return None
    if head.tag_ in ("WP", "WDT") and head.head.dep_ == "relcl":
        head = head.head.head
    while head.pos_ in ("NUM", "DET", "PRON") and (inner := _partitive(head)) is not None:
        head = inner
    return parse.span(head)


def _partitive(head: Token) -> Token | None:
    of = next((child for child in head.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    return next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None


def _runs(parse: Parse, tokens: Sequence[int]) -> tuple[Span, ...]:
    """Return tokens as spans, neighbours in one."""
    spans: list[Span] = []
    last = -2
    for i in tokens:
        span = parse.span(parse.doc[i])
        if i == last + 1:
            span = Span(spans.pop().start, span.end)
        spans.append(span)
        last = i
    return tuple(spans)
