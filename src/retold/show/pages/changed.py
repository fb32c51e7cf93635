"""What a retelling did to a passage is seen at a glance where the words that it struck and those that it put in are marked.

Words are aligned by the longest common subsequence of the two passages (Hyyrö 2004, bit-parallel, as rapidfuzz has it), whose
cost is bounded whatever stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

WORD = re.compile(r"\w+(?:['\u2019.,:-]\w+)*|[^\w\s]")
MOST = 400
"""Words of a passage up to which the changed ones are marked."""
ALIKE = 0.5
"""The share of words that two passages must have in common: of one told in other words all would be marked."""
SHORT = 3
"""Letters of a word that by itself, between changed ones, is common by chance."""

Pieces = Sequence[tuple[str, bool]]
"""A passage in pieces, each with whether the other passage has it otherwise; together they are the passage."""


def changed(was: str, now: str) -> tuple[Pieces, Pieces]:
    """Return two passages in pieces, with the words marked that only one of them has; none where they have little in common."""
    from rapidfuzz.distance import LCSseq

    first, second = ([match.span() for match in WORD.finditer(text)] for text in (was, now))
    one, two = [was[slice(*span)].casefold() for span in first], [now[slice(*span)].casefold() for span in second]
    if max(len(one), len(two)) > MOST or 2 * LCSseq.similarity(one, two) < ALIKE * (len(one) + len(two)):
        return [(was, False)], [(now, False)]
    kept, left = [False] * len(one), [False] * len(two)
    for step in LCSseq.opcodes(one, two):
        if step.tag == "equal" and not _by_chance(one, step.src_start, step.src_end):
            kept[step.src_start : step.src_end] = [True] * (step.src_end - step.src_start)
            left[step.dest_start : step.dest_end] = [True] * (step.dest_end - step.dest_start)
    return _pieces(was, first, kept), _pieces(now, second, left)


def _by_chance(words: Sequence[str], start: int, end: int) -> bool:
    return start > 0 and end < len(words) and end - start == 1 and len(words[start]) <= SHORT and words[start].isalpha()


def _pieces(text: str, spans: Sequence[tuple[int, int]], same: Sequence[bool]) -> Pieces:
    """Return a text in pieces; what stands between two words is as they are, and between a changed one and another unchanged."""
    found, at = list[tuple[str, bool]](), 0
    for alike, run in groupby(zip(spans, same, strict=True), key=itemgetter(1)):
        if not alike:
            some = [span for span, _ in run]
            found += [(text[at : some[0][0]], False), (text[some[0][0] : some[-1][1]], True)]
            at = some[-1][1]
    return [piece for piece in (*found, (text[at:], False)) if piece[0]]
