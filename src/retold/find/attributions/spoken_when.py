"""When something was said is told by the time that hangs on the word of saying, not by the nearest one.

Of "said on Friday that he resigned in May" Friday is when it was said.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from retold.find.clauses import holder
from retold.model import Attribution, Span, TimeExpression, When

if TYPE_CHECKING:
    from retold.find.syntax import Parse

MOST = 40
"""Times of one passage that are looked at for one attribution, the nearest ones."""


def spoken_when(
    found: Sequence[Attribution], parses: Sequence[Parse], times: Sequence[TimeExpression]
) -> tuple[Attribution, ...]:
    """Return the attributions with `when` where a time expression hangs on a word of their cue and stands in no part of
    what was said; its interval is left open. `times` and `parses` are in text order."""
    starts, places = [time.span.start for time in times], [parse.start for parse in parses]
    out = []
    for each in found:
        parse = parses[max(0, bisect_right(places, each.cue[0].start) - 1)] if parses else None
        time = _governing(each, parse, times, starts) if parse is not None and parse.parsed else None
        out.append(replace(each, when=When(span=time.span)) if time is not None else each)
    return tuple(out)


def _governing(each: Attribution, parse: Parse, times: Sequence[TimeExpression], starts: Sequence[int]) -> TimeExpression | None:
    first, end = bisect_left(starts, parse.place.start), bisect_left(starts, parse.place.end)
    at = min(max(bisect_left(starts, each.cue[0].start), first), end)
    near = times[max(first, at - MOST // 2) : min(end, at + MOST // 2)]
    said = (*each.content, *each.source)
    for time in sorted(near, key=lambda time: abs(time.span.start - each.cue[0].start)):
        if any(_meet(time.span, span) for span in said):
            continue
        above = holder(parse, time.span)
        if above is not None and any(_meet(parse.span(above), span) for span in each.cue):
            return time
    return None


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
