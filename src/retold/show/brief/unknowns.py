"""Not known: what reports say is unclear, as the question they leave open."""

from __future__ import annotations

from collections.abc import Iterator

from retold.model import Trace
from retold.show.brief.lines import Line, first_place, place, quoted


def unknowns(trace: Trace) -> Iterator[Line]:
    """Yield each open question with the places that ask it."""
    for claim in trace.claims:
        if claim.kind == "unknown":
            yield Line(text=quoted(claim.text), place=first_place(claim))
            yield from (Line(text="also", place=place(m.report, m.span), depth=1) for m in claim.mentions[1:])
