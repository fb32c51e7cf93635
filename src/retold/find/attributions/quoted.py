"""Which quotations a cue takes in: the one before it, the one after it, and the one that goes on once it has been said.

'"A," she said. "B."' is one statement in two pieces, and a quotation may run over many paragraphs. What stands in
quotation marks is content whole, or not at all; where the parse cuts a quotation, the marks are believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.find.attributions.frames import Range
from retold.find.attributions.quotations import Quotation
from retold.model import Span

if TYPE_CHECKING:
    from retold.find.syntax import Parse

REACH = 25
"""Tokens between a cue and the quotation it introduces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The quotations of one paragraph as token ranges, beside the whole report's list."""

    ranges: tuple[Range, ...]
    indices: tuple[int, ...]
    """Where each stands in the report's list of quotations."""
    depth: tuple[int, ...]
    """For each token, the ordinal of the quotation it stands in, -1 outside."""


def quoted(parse: Parse, found: Sequence[tuple[int, Quotation]]) -> Quoted:
    """Return the quotations of a paragraph as token ranges; `found` gives each with its place in the report's list."""
    doc = parse.doc
    starts = [parse.start + token.idx for token in doc]
    ranges, indices, depth = list[Range](), list[int](), [-1] * len(doc)
    at = 0
    for index, quotation in found:
        while at < len(doc) and starts[at] + len(doc[at]) <= quotation.span.start:
            at += 1
        end = at
        while end < len(doc) and starts[end] < quotation.span.end:
            end += 1
        if end == at:
            continue
        depth[at:end] = [len(ranges)] * (end - at)
        ranges.append(Range(at, end))
        indices.append(index)
        at = end
    return Quoted(ranges=tuple(ranges), indices=tuple(indices), depth=tuple(depth))


def continued(index: int, quotations: Sequence[Quotation]) -> list[Span]:
    """Return the spans in later paragraphs with which a quotation goes on."""
    spans: list[Span] = []
    while not quotations[index].closed and index + 1 < len(quotations) and quotations[index + 1].continues:
        index += 1
        spans.append(quotations[index].span)
    return spans
