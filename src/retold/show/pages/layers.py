"""A report's text with everything that was found in it, as layers that can be switched: attributions, facts, times, passages
that are retold, and what is not the article's own.

Layers overlap, so the text is cut wherever one begins or ends, and each piece says which it belongs to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from retold.model import Span
from retold.record.excerpt import Held
from retold.show.pages.asked import STEP, spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text that belongs to the same layers throughout."""

    start: int
    text: str
    layers: str
    """Their names, "" for none."""
    claims: tuple[str, ...] = ()
    """The claims whose wording ends here."""
    spot: str | None = None
    """The fragment that leads here where no other does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of a report."""

    pieces: tuple[Piece, ...]
    own: bool
    """Whether it is the article's own; else a menu, a caption, a link."""


def paragraphs(held: Held, start: int, end: int) -> list[Paragraph]:
    """Return the lines of a report between two places, cut into pieces."""
    report = held.reading.report
    marks = {name: [s for s in spans if s.start < end and s.end > start] for name, spans in _layers(held).items()}
    lines = list(_lines(report.text, start, end))
    inner = {edge for spans in marks.values() for span in spans for edge in span if start < edge < end}
    edges = sorted({start, end, *(edge for line in lines for edge in line), *inner, *range(start, end, STEP)})
    covered = {name: _covered(spans, edges) for name, spans in marks.items()}
    ends, body = _claims(held), [s.start for s in report.body]
    found, spots = [], set[str]()
    for first, last in lines:
        cuts = edges[bisect_left(edges, first) : bisect_right(edges, last)]
        cut = (_piece(report.text[one:two], one, covered, ends.get(two, ())) for one, two in pairwise(cuts))
        pieces = tuple(_reached(piece, spots) for piece in cut)
        place = bisect_right(body, first + len(report.text[first:last]) - len(report.text[first:last].lstrip())) - 1
        found.append(Paragraph(pieces=pieces, own=place >= 0 and report.body[place].end > first))
    return found


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the lines begin and end that are not empty."""
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _piece(text: str, start: int, covered: Mapping[str, set[int]], claims: tuple[str, ...]) -> Piece:
    layers = " ".join(name for name, edges in covered.items() if start in edges)
    return Piece(start=start, text=text, layers=layers, claims=claims)


def _reached(piece: Piece, spots: set[str]) -> Piece:
    """Return a piece with its fragment if it is the first that this one leads to."""
    own = spot(piece.start)
    if own in spots:
        return piece
    spots.add(own)
    return replace(piece, spot=own)


def _layers(held: Held) -> dict[str, Sequence[Span]]:
    reading = held.reading
    said = [s for a in reading.attributions for s in (*a.source, *a.cue, *a.content)]
    telling = held.telling
    passages = [d.later.span for d in telling.drift] + [c.span for c in telling.carries] if telling else []
    stated = [m.span for c in held.claims for m in c.mentions if m.report == reading.report.name]
    return {
        "attribution": said,
        "fact": [*(f.span for f in reading.facts), *stated],
        "time": [t.span for t in reading.times],
        "passage": passages,
    }


def _covered(spans: Iterable[Span], edges: Sequence[int]) -> set[int]:
    """Return the edges from which on, up to the next one, a layer covers the text."""
    changes: dict[int, int] = {}
    first, last = edges[0], edges[-1]
    for span in spans:
        changes[max(span.start, first)] = changes.get(max(span.start, first), 0) + 1
        changes[min(span.end, last)] = changes.get(min(span.end, last), 0) - 1
    depth, found = 0, set()
    for edge in edges:
        depth += changes.get(edge, 0)
        if depth > 0:
            found.add(edge)
    return found


def _claims(held: Held) -> Mapping[int, tuple[str, ...]]:
    """Return the claims by the place where their wording ends."""
    found: dict[int, tuple[str, ...]] = {}
    for claim in held.claims:
        for mention in claim.mentions:
            if mention.report == held.reading.report.name:
                known = found.get(mention.span.end, ())
                found[mention.span.end] = known if claim.id in known else (*known, claim.id)
    return found
