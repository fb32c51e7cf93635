"""Attributions in a language that is not parsed: only what quotation marks and a word of saying right beside them show.

The source is what stands between the word and the next punctuation, if it is short; where it is not, it is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from retold.find.attributions.quotations import Quotation
from retold.model import Attribution, Report, Span
from retold.tables import table

if TYPE_CHECKING:
    from retold.find.syntax import Parse

REACH = 80
"""Code points beside a quotation in which the word of saying must stand."""

SCORE = 0.5
_STOP = re.compile(r"[.,;:!?\n\"“”„«»()]|\s[–—-]\s")


@cache
def _words(language: str) -> re.Pattern[str] | None:
    words = table("retold.find.attributions", "cues.toml")["languages"].get(language)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)", re.IGNORECASE) if words else None


def beside_quotations(report: Report, parse: Parse, marks: Sequence[Quotation]) -> Iterator[Attribution]:
    """Yield an attribution for each quotation with a word of saying right before or after it in its paragraph."""
    pattern = _words(report.language or "")
    if pattern is None:
        return
    end = parse.start + len(parse.doc.text)
    for number, mark in enumerate(marks):
        left = marks[number - 1].span.end if number else parse.start
        right = marks[number + 1].span.start if number + 1 < len(marks) else end
        after = Span(mark.span.end, min(right, mark.span.end + REACH))
        before = Span(max(left, mark.span.start - REACH), mark.span.start)
        found = _after(report.text, after, pattern) or _before(report.text, before, pattern)
        if found is not None:
            cue, source = found
            yield Attribution(
                id="", source=(source,) if source else (), cue=(cue,), content=(mark.span,), quoted=True, score=SCORE
            )


def _after(text: str, window: Span, pattern: re.Pattern[str]) -> tuple[Span, Span | None] | None:
    """'"...", dijo la ministra': the word comes first behind the quotation, the source behind it."""
    match = pattern.search(text, window.start, window.end)
    if match is None or len(text[window.start : match.start()].strip(" ,.–—-\u00a0").split()) > 2:
        return None
    lead = _trimmed(text, window.start, match.start())
    return Span(*match.span()), lead or _source(text, match.end(), window.end)


def _before(text: str, window: Span, pattern: re.Pattern[str]) -> tuple[Span, Span | None] | None:
    """'La ministra dijo: "..."': the source before the word, back to the last stop."""
    last = None
    for match in pattern.finditer(text, window.start, window.end):
        last = match
    if last is None or len(text[last.end() : window.end].split()) > 3:
        return None
    stops = [stop.end() for stop in _STOP.finditer(text, window.start, last.start())]
    return Span(*last.span()), _trimmed(text, stops[-1] if stops else window.start, last.start())


def _source(text: str, start: int, end: int) -> Span | None:
    stop = _STOP.search(text, start, end)
    return _trimmed(text, start, stop.start() if stop else end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if end > start and len(text[start:end].split()) <= 10 else None
