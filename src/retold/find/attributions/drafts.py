"""From a cue word in its frame to an attribution: source, cue and content as tokens of one paragraph.

Syntax gives the first draft, quotation marks mend it: a quotation that touches the content belongs to it whole, the
one right before or after the cue is taken in, and one that resumes after the cue's sentence goes on with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.find.attributions.extents import cue_of, source_of
from retold.find.attributions.frames import Frame, Range, frames
from retold.find.attributions.quoted import REACH, Quoted
from retold.find.clauses import dateline, is_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TAKES_QUOTATION = frozenset({"clause", "quotation", "parenthesis", "phrase", "gerund", "colon", "preposition", "object"})
"""Frames to whose content a quotation beside the cue is added."""

DATELINE = 24
"""Tokens in which a dateline ends."""

LEAST = 5
"""Tokens, marks included, of a quotation that a verb of no list may introduce."""

OPEN_MARKS = frozenset("([“„«‹‘\"'``''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution in tokens of its paragraph. `quotations` are ordinals of the paragraph's quotations it holds."""

    kind: str
    key: str
    head: Token
    source: Range | None
    cue: tuple[int, ...]
    content: tuple[Range, ...]
    quotations: tuple[int, ...] = ()


def drafts(token: Token, marks: Quoted, wanted: Callable[[str, str], bool]) -> Iterator[Draft]:
    """Yield what a word may attribute, one draft a frame it stands in, for frames whose kind and key are wanted."""
    found = False
    for frame in frames(token):
        if not wanted(frame.kind, frame.key):
            continue
        draft = from_frame(frame, source_of(frame), marks)
        if draft is not None:
            found = found or (frame.kind in TAKES_QUOTATION and bool(draft.quotations))
            yield draft
    if (
        not found
        and token.pos_ == "VERB"
        and token.lemma_ not in ("be", "have", "do")
        and marks.ranges
        and marks.depth[token.i] < 0
    ):
        frame = Frame(kind="quotation", key=lemma(token), cue=token, content=())
        draft = from_frame(frame, source_of(frame), marks)
        if draft is not None and draft.quotations and _stands_apart(draft, marks):
            yield draft


def _dateline(doc: Doc) -> int:
    """The tokens of the paragraph's dateline: they say neither who speaks nor what."""
    end = dateline(doc[:DATELINE].text)
    return sum(1 for token in doc[:DATELINE] if token.idx < end)


def _stands_apart(draft: Draft, marks: Quoted) -> bool:
    """Whether a quotation is more than quoted words inside a sentence: fenced off from its cue, and a few words long."""
    doc = draft.head.doc
    for ordinal in draft.quotations:
        part = marks.ranges[ordinal]
        fenced = part.start == 0 or doc[part.start].is_sent_start or doc[part.start - 1].text in (",", ":", "-", "–", "—")
        if fenced and part.end - part.start >= LEAST:
            return True
    return False


def from_frame(frame: Frame, source: Range | None, marks: Quoted) -> Draft | None:
    """Return the draft of one frame with its quotations, or None where nothing is left as content."""
    doc = frame.cue.doc
    cue = cue_of(frame)
    content, held = list(frame.content), set[int]()
    past = _dateline(doc)
    if past:
        content = [Range(max(part.start, past), part.end) for part in content if part.end > past]
        source = Range(max(source.start, past), source.end) if source is not None and source.end > past else None
    inside = marks.depth[frame.cue.i]
    if source is not None and inside < 0 and any(depth >= 0 for depth in marks.depth[source.start : source.end]):
        source = _outside(source, marks)
    if source is None and inside < 0 and is_verb(frame.cue) and not frame.impersonal:
        source = _behind_quotation(doc, cue[0], marks)
    if frame.kind in TAKES_QUOTATION and marks.ranges and inside < 0:
        beside = _beside(doc, _region(cue, source), marks, content)
        held |= set(beside)
        content += [marks.ranges[i] for i in beside]
    content, touched = _whole_quotations(content, marks, inside)
    held |= touched
    if source is not None:
        content = _minus(content, range(source.start, source.end), keep=frame.impersonal)
    ends = {marks.ranges[i].end for i in held}
    trimmed = (_trim(doc, part, whole=part.end in ends) for part in _minus(content, cue))
    content = [part for part in trimmed if part is not None]
    if not content:
        return None
    if frame.kind in TAKES_QUOTATION and cue[-1] + 1 < len(doc) and doc[cue[-1] + 1].text == ":":
        cue = (*cue, cue[-1] + 1)
    return Draft(
        kind=frame.kind,
        key=frame.key,
        head=frame.cue,
        source=_trim(doc, source) if source is not None else None,
        cue=cue,
        content=tuple(sorted(content)),
        quotations=tuple(sorted(held)),
    )


def _region(cue: tuple[int, ...], source: Range | None) -> Range:
    start, end = cue[0], cue[-1] + 1
    if source is not None and min(abs(source.start - end), abs(start - source.end)) <= REACH:
        start, end = min(start, source.start), max(end, source.end)
    return Range(start, end)


def _outside(source: Range, marks: Quoted) -> Range | None:
    """A source that reaches into a quotation is a parse gone wrong, unless it only holds a nickname or a title."""
    whole = {marks.depth[i] for i in range(source.start, source.end)} - {-1}
    if all(source.start < marks.ranges[i].start and marks.ranges[i].end <= source.end for i in whole):
        return source
    return None


def _behind_quotation(doc: Doc, verb: int, marks: Quoted) -> Range | None:
    """'"It is shut," the director, Ada Holm, said': where the parse loses the subject, the marks are believed."""
    end = next((part.end for part in reversed(marks.ranges) if part.end <= verb), None)
    if end is None or not 0 < verb - end <= REACH:
        return None
    between = doc[end:verb]
    named = any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in between)
    return Range(end, verb) if named and not any(is_verb(token) or token.text in ".;:?!" for token in between) else None


def _beside(doc: Doc, region: Range, marks: Quoted, content: list[Range]) -> list[int]:
    follows = any(part.start >= region.end for part in content)
    before = None if follows else _before(doc, region, marks)
    leads = any(marks.depth[part.end - 1] >= 0 for part in content if part.end <= region.start)
    after = _after(doc, region, marks, resumes=before is not None or leads, blocked=bool(content) and not leads)
    return [i for i in (before, after) if i is not None]


def _before(doc: Doc, region: Range, marks: Quoted) -> int | None:
    at = region.start - 1
    while at >= 0 and marks.depth[at] < 0 and (doc[at].is_punct or doc[at].is_space) and region.start - at <= 4:
        if doc[at].text in (":", ";") or (doc[at].text == "." and marks.depth[at] < 0):
            return None
        at -= 1
    if at < 0 or marks.depth[at] < 0:
        return None
    ordinal = marks.depth[at]
    # A quotation that ends in a full stop is done: what follows is another sentence's.
    last = marks.ranges[ordinal].end - 2
    inverted = is_verb(doc[region.start])
    return None if doc[last].text == "." and at == region.start - 1 and not inverted else ordinal


def _after(doc: Doc, region: Range, marks: Quoted, *, resumes: bool, blocked: bool) -> int | None:
    ordinal = next((i for i, r in enumerate(marks.ranges) if r.start >= region.end), None)
    if ordinal is None or marks.ranges[ordinal].start - region.end > REACH:
        return None
    between = doc[region.end : marks.ranges[ordinal].start]
    if any(_speaks_for_itself(token) for token in between):
        return None
    stops = [token for token in between if token.is_sent_start and not token.is_punct]
    if stops:
        return None
    fresh = doc[marks.ranges[ordinal].start].is_sent_start or any(token.text in (".", "!", "?") for token in between)
    if (fresh or blocked) and not resumes and not (between and between[-1].text == ":"):
        return None
    punctuated = not between or between[-1].is_punct
    return ordinal if punctuated or not resumes else None


def _speaks_for_itself(token: Token) -> bool:
    """A verb with a subject between the cue and a quotation: the quotation is that verb's, not the cue's."""
    return is_verb(token) and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)


def _whole_quotations(content: list[Range], marks: Quoted, inside: int) -> tuple[list[Range], set[int]]:
    """Widen content to the whole of each quotation it touches; merge what overlaps."""
    held = {marks.depth[i] for part in content for i in range(part.start, part.end)} - {-1, inside} if marks.ranges else set()
    merged: list[Range] = []
    for part in sorted([*content, *(marks.ranges[i] for i in held)]):
        if merged and part.start <= merged[-1].end:
            merged[-1] = Range(merged[-1].start, max(merged[-1].end, part.end))
        else:
            merged.append(part)
    if inside >= 0:
        fence = marks.ranges[inside]
        merged = [Range(max(p.start, fence.start), min(p.end, fence.end)) for p in merged]
    return [p for p in merged if p.end > p.start], held


def _minus(content: list[Range], taken: Iterable[int], *, keep: bool = False) -> list[Range]:
    """Take tokens out of ranges; what is left may fall in pieces."""
    if keep:
        return content
    out, gone = list[Range](), sorted(set(taken))
    for part in content:
        start = part.start
        for i in gone:
            if start <= i < part.end:
                if i > start:
                    out.append(Range(start, i))
                start = i + 1
        if start < part.end:
            out.append(Range(start, part.end))
    return out


def _trim(doc: Doc, part: Range, *, whole: bool = False) -> Range | None:
    """Drop white space and punctuation at the ends, quotation marks and closing brackets apart; nothing at a quotation's end."""
    start, end = part
    while start < end and (
        doc[start].is_space or (doc[start].is_punct and not doc[start].is_quote and doc[start].text not in OPEN_MARKS)
    ):
        start += 1
    while (
        end > start
        and not whole
        and (doc[end - 1].is_space or (doc[end - 1].is_punct and not doc[end - 1].is_quote and doc[end - 1].text not in ")]"))
    ):
        end -= 1
    return Range(start, end) if any(not doc[i].is_punct for i in range(start, end)) else None
