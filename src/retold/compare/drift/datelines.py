"""A dateline tells where and when a report was filed ("PORT HALVA, March 1 (Coast Wire) -"): neither is a part of the story.

It opens a paragraph, holds nothing but names and a date, and is closed by a dash, or by a bracket that the paragraph opens with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from retold.compare.drift.passages import TEXTS, Text
from retold.compare.drift.policy import drift_rules
from retold.model import Span

_CLOSED = re.compile(r"\s[-–—]{1,2}\s|\s[-–—]{1,2}(?=\w)|(?<=[)\d])\s?[-–—]{1,2}\s|(?<=\))[.,:]?\s")
_BROKEN = re.compile(r"[.!?…]\s+[^\W\d_]{3}|[“”\"«»]")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=TEXTS)
def datelines(text: Text) -> tuple[Span, ...]:
    """Return the datelines of a report, those of its first paragraphs: a later one opens no copy."""
    rules = drift_rules().dateline
    return tuple(
        span
        for paragraph in sorted(text.report.body)[: rules.paragraphs]
        if (span := _dateline(text, Span(paragraph.start, min(paragraph.end, paragraph.start + rules.longest))))
    )


def _dateline(text: Text, opening: Span) -> Span | None:
    """Return the dateline that a paragraph opens with, up to the last dash that only names and dates stand before."""
    words = text.report.text[opening.start : opening.end]
    ends = [match.end() for match in _CLOSED.finditer(words) if _is_dateline(text, words[: match.start()], opening.start)]
    return Span(opening.start, opening.start + ends[-1]) if ends else None


def _is_dateline(text: Text, words: str, start: int) -> bool:
    """Tell whether words that open a paragraph hold names and dates alone, and one at least of either."""
    if _BROKEN.search(words):
        return False
    times = [t.span for t in text.reading.times if start <= t.span.start < start + len(words)]
    small = drift_rules().dateline.small
    for word in _WORD.finditer(words):
        dated = _covered(times, start + word.start())
        if not dated and not word.group()[0].isupper() and word.group().casefold() not in small:
            return False
    return bool(times) or (words.lstrip()[:1].isupper() and words.lstrip().split(",")[0].split("(")[0].isupper())


def _covered(times: Sequence[Span], at: int) -> bool:
    return any(t.start <= at < t.end for t in times)
