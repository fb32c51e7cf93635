"""Marked spans set into the syntax of their paragraph: what stance, certainty and speaker are read from.

The spans say what the source, the cue and the content are; the frame in which the cue stands to its content (a clause,
an infinitive, an object, a silence) is found in the tree, as the frame whose own content agrees best with the marked one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from retold.find.attributions.contents import PIECES, Piece
from retold.find.attributions.draft import Draft
from retold.find.attributions.frames import Frame, Range, frames
from retold.find.attributions.marked import Marked
from retold.find.attributions.quotations import Quotation
from retold.find.attributions.standing import standing
from retold.model import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse


def placed(found: Sequence[Marked], parses: Sequence[Parse], marks: Sequence[Quotation]) -> list[Attribution]:
    """Return marked attributions as attributions with stance, certainty, hedges and the head of their source.

    Offsets are taken as given; ids are "a1", "a2" ... in the order of the cues. What lies in no passage that was parsed
    is dropped: it stands in the page's chrome.
    """
    starts = [parse.start for parse in parses]
    opens = [mark.span.start for mark in marks]
    out: list[Attribution] = []
    for each in sorted(found, key=lambda m: (m.cue, m.content)):
        draft, parse = _draft(each, parses, starts)
        if draft is None or parse is None:
            continue
        stance, certainty, hedges = standing(draft, parse, _pieces(each.content, parses, starts))
        out.append(
            Attribution(
                id=f"a{len(out) + 1}",
                source=each.source,
                cue=(each.cue,),
                content=each.content,
                stance=stance,
                certainty=certainty,
                hedges=hedges,
                quoted=any(_touches(span, marks, opens) for span in each.content),
                score=each.score,
                source_head=_source_head(each, parses, starts),
            )
        )
    return out


def _draft(each: Marked, parses: Sequence[Parse], starts: Sequence[int]) -> tuple[Draft | None, Parse | None]:
    """The attribution in tokens of the paragraph that holds its cue; what of it lies in other paragraphs is left out."""
    parse = _holding(each.cue, parses, starts)
    cue = _tokens(each.cue, parse) if parse is not None else None
    if parse is None or cue is None:
        return None, None
    content = tuple(part for span in each.content if (part := _tokens(span, parse)) is not None)
    source = _tokens(each.source[0], parse) if each.source else None
    frame = _frame(cue, content, parse)
    head = frame.cue if frame is not None else _top(cue, parse)
    return Draft(
        kind=frame.kind if frame is not None else "clause",
        head=head,
        source=source,
        cue=tuple(range(cue.start, cue.end)),
    ), parse


def _pieces(content: Sequence[Span], parses: Sequence[Parse], starts: Sequence[int]) -> list[Piece]:
    """The pieces of a content in text order, each in the paragraph that holds its start: it may be another than the cue's."""
    found: list[Piece] = []
    for span in content[:PIECES]:
        parse = _holding(span, parses, starts)
        part = _tokens(span, parse) if parse is not None else None
        if parse is not None and part is not None:
            found.append(Piece(parse=parse, part=part))
    return found


def _holding(span: Span, parses: Sequence[Parse], starts: Sequence[int]) -> Parse | None:
    at = bisect_right(starts, span.start) - 1
    if at >= 0 and span.start < parses[at].place.end:
        return parses[at]
    # It begins between two passages: at a line's end, or in words of the page that are masked.
    return parses[at + 1] if at + 1 < len(parses) and starts[at + 1] < span.end else None


def _tokens(span: Span, parse: Parse) -> Range | None:
    part = parse.touched(span)
    return Range(part.start, part.end) if part is not None else None


def _top(cue: Range, parse: Parse) -> Token:
    """The word of a cue that carries it: of those that hang on nothing inside it, a verb before all others."""
    inside = [parse.doc[i] for i in range(cue.start, cue.end) if not parse.doc[i].is_punct] or [parse.doc[cue.start]]
    tops = [t for t in inside if t.head == t or not cue.start <= t.head.i < cue.end] or inside
    return min(tops, key=lambda t: (t.pos_ not in ("VERB", "NOUN", "ADJ"), t.pos_ != "VERB", t.i))


def _frame(cue: Range, content: Sequence[Range], parse: Parse) -> Frame | None:
    """The frame of one of the cue's words whose content agrees best with the marked one."""
    marked = {i for part in content for i in range(part.start, part.end)}
    best, most = None, 0.0
    for i in range(cue.start, cue.end):
        if not parse.parsed or parse.doc[i].is_punct:
            continue
        for frame in frames(parse.doc[i]):
            own = {j for part in frame.content for j in range(part.start, part.end)}
            agreement = len(own & marked) / max(1, len(own | marked)) + 0.01 * (frame.kind == "silence")
            if agreement > most:
                best, most = frame, agreement
    return best


def _touches(span: Span, marks: Sequence[Quotation], opens: Sequence[int]) -> bool:
    """Whether a quotation begins before the span's end and ends after its start."""
    at = bisect_right(opens, span.end - 1) - 1
    return at >= 0 and marks[at].span.end > span.start


def _source_head(each: Marked, parses: Sequence[Parse], starts: Sequence[int]) -> Span | None:
    """The source's head word; a relative pronoun stands for the noun it hangs on, "one of them" for "them"."""
    parse = _holding(each.source[0], parses, starts) if each.source else None
    inside = _tokens(each.source[0], parse) if parse is not None else None
    if parse is None or inside is None or not parse.parsed:
        return None
    words = [parse.doc[i] for i in range(inside.start, inside.end)]
    head = next((t for t in words if not t.is_punct and (t.head == t or not inside.start <= t.head.i < inside.end)), None)
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
