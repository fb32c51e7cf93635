"""Who is said to say or think what, as the annotators of PolNeAR mark it.

An attribution is a source, a cue and a content, as PARC 3.0 and PolNeAR define them (Pareti 2016; Newell, Margolin &
Ruths 2018): content may come in pieces and run over paragraphs of a quotation, a source may be missing. In English a
model learned from PolNeAR marks the spans, and syntax says how each stands; in other languages only a quotation with a
word of saying right beside it is safe, and that alone is found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from retold.find.attributions.borders import bordered
from retold.find.attributions.ended import ended
from retold.find.attributions.foreign import beside_quotations
from retold.find.attributions.grounded import grounded
from retold.find.attributions.headlines import headlines
from retold.find.attributions.learned.network import network, threshold
from retold.find.attributions.learned.spans import marked
from retold.find.attributions.marked import Marked
from retold.find.attributions.mended import mended
from retold.find.attributions.narrated import narrated
from retold.find.attributions.parted import parted
from retold.find.attributions.passed_on import passed_on
from retold.find.attributions.placed import placed
from retold.find.attributions.quotations import Quotation, quotations
from retold.find.attributions.relayed import relayed
from retold.find.attributions.running import running
from retold.find.attributions.set_phrases import spoken
from retold.find.attributions.silences import silences
from retold.find.attributions.turns import with_turns
from retold.find.attributions.whole import whole
from retold.find.encoder.cut import Cut
from retold.model import Attribution, Report, Span

if TYPE_CHECKING:
    from retold.find.syntax import Parse


def attributions(report: Report, parses: Sequence[Parse], text: Cut) -> tuple[Attribution, ...]:
    """Return the attributions of a report in text order, ids "a1", "a2" ..., with spans in code points of its text.

    `text` is what the parses hold, cut for the encoder. Stance, certainty and hedges are set, the speaker is left open.
    `score` is the model's probability of the cue.
    """
    paragraphs = [parse.place for parse in parses]
    marks = quotations(report.text, paragraphs)
    if any(parse.parsed for parse in parses):
        read = spoken(marked(text, network(), threshold=threshold()), report.text)
        found = mended(read, report.text, paragraphs, marks)
        found = ended(whole(parted(relayed(found, parses), parses), parses), parses)
        found = passed_on(narrated(grounded(found, parses), parses), report.text, parses)
        found = running(bordered(found, report.text, parses, marks), report.text, paragraphs, marks)
        found = with_turns(found, parses)
        found += _apart(found, headlines(parses))
        found += _apart(found, silences(parses))
        return tuple(placed(found, parses, marks))
    quoted = sorted(_foreign(report, parses, marks), key=lambda each: (each.cue[0], each.content))
    return tuple(replace(each, id=f"a{number}") for number, each in enumerate(quoted, start=1))


def _apart(found: Sequence[Marked], more: Iterable[Marked]) -> list[Marked]:
    """Those of `more` whose cue stands in no cue or content that was found: what somebody says is his."""
    taken = sorted(span for each in found for span in (each.cue, *each.content))
    ends = [0]
    for span in taken:
        ends.append(max(ends[-1], span.end))
    return [each for each in more if ends[bisect_left(taken, Span(each.cue.end, 0))] <= each.cue.start]


def _foreign(report: Report, parses: Sequence[Parse], marks: Sequence[Quotation]) -> Iterator[Attribution]:
    mine: list[list[Quotation]] = [[] for _ in parses]
    for mark in marks:
        mine[mark.paragraph].append(mark)
    for parse, own in zip(parses, mine, strict=True):
        if own:
            yield from beside_quotations(report, parse, own)
