"""A day on which something was only said is no day to reckon from where its sentence tells when the thing itself was.

"Brask met Kol on 28 May, officials said on Tuesday. Three weeks before, ..." goes back from the meeting, not from Tuesday.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from retold.model import Attribution, Span, TimeExpression


def spoken(times: Sequence[TimeExpression], attributions: Iterable[Attribution], sentences: Sequence[Span]) -> frozenset[Span]:
    """Return the spans of the times that tell when something was said, in sentences that tell another day or hour before them."""
    said = {a.when.span for a in attributions if a.when}
    found, last = set[Span](), -1
    for time in times:
        at = bisect_right(sentences, time.span.start, key=lambda s: s.start)
        if time.span in said:
            found |= {time.span} if at == last else set()
        elif time.type in ("DATE", "TIME"):
            last = at
    return frozenset(found)
