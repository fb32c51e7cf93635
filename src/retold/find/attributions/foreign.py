"""Attributions in a language that is not parsed: only what quotation marks and a word of saying right beside them show.

The source is what stands beside that word up to the next punctuation, or to a word that begins a circumstance ("durante",
"на"); a name between commas right behind or before it belongs to it. Where nothing short stands there, it is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from retold.find.attributions.quotations import CAPITAL, Quotation
from retold.model import Attribution, Report, Span, Stance
from retold.tables import table

if TYPE_CHECKING:
    from retold.find.syntax import Parse

REACH = 80
"""Code points beside a quotation in which the word of saying must stand."""

FURTHER = 60
"""Code points by which a source may reach over that; and words at most that it has."""
LONGEST = 10

FIRST = 4
"""Words of a content in which a negation negates it all."""

SCORE = 0.5
_STOP = re.compile(r"[.,;:!?\n\"“”„«»()]|\s[–—-]\s")
_END = re.compile(r"[.;:!?\n\"“”„«»()]|\s[–—-]\s")
_PERSON = rf"({CAPITAL}[\w’'-]*(?:\s{CAPITAL}[\w’'-]*){{0,3}})"
_NAME = re.compile(rf",\s+{_PERSON}(?=[,.])")
_NAME_BEFORE = re.compile(rf"{_PERSON},\s*$")
_WORD = re.compile(r"\w+")


@cache
def _pattern(key: str, language: str) -> re.Pattern[str] | None:
    """Any of a language's words of a list, whole; None where it has none."""
    words = sorted(table("retold.find.attributions", "cues.toml")[key].get(language, ()), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)", re.IGNORECASE) if words else None


@cache
def _cues(language: str) -> re.Pattern[str] | None:
    found = [pattern.pattern for key in ("languages", "denying") if (pattern := _pattern(key, language)) is not None]
    return re.compile("|".join(found), re.IGNORECASE) if found else None


def beside_quotations(report: Report, parse: Parse, marks: Sequence[Quotation]) -> Iterator[Attribution]:
    """Yield an attribution for each quotation with a word of saying right before or after it in its paragraph.

    It is denied where the word denies or the quotation begins with a negation.
    """
    language = report.language or ""
    if _cues(language) is None:
        return
    end = parse.place.end
    for number, mark in enumerate(marks):
        left = marks[number - 1].span.end if number else parse.start
        right = marks[number + 1].span.start if number + 1 < len(marks) else end
        after = Span(mark.span.end, min(right, mark.span.end + REACH))
        before = Span(max(left, mark.span.start - REACH), mark.span.start)
        found = _after(report.text, after, right, language) or _before(report.text, before, language)
        if found is not None:
            cue, source = found
            yield Attribution(
                id="",
                source=(source,) if source else (),
                cue=(cue,),
                content=(mark.span,),
                stance=_stance(report.text, cue, mark.span, language),
                quoted=True,
                score=SCORE,
            )


def _stance(text: str, cue: Span, content: Span, language: str) -> Stance:
    denying, no = _pattern("denying", language), _pattern("negations", language)
    if denying is not None and denying.fullmatch(text, cue.start, cue.end):
        return "denied"
    first = [match.end() for match, _ in zip(_WORD.finditer(text, content.start, content.end), range(FIRST), strict=False)]
    negated = no is not None and first and no.search(text, content.start, first[-1])
    return "denied" if negated else "asserted"


def _after(text: str, window: Span, limit: int, language: str) -> tuple[Span, Span | None] | None:
    """'"...", dijo la ministra': the word comes first behind the quotation, the source behind it."""
    cues = _cues(language)
    match = cues.search(text, window.start, window.end) if cues is not None else None
    if match is None or len(text[window.start : match.start()].strip(" ,.–—-\u00a0").split()) > 2:
        return None
    lead = _trimmed(text, window.start, match.start())
    return Span(*match.span()), lead or _behind(text, match.end(), min(limit, window.end + FURTHER), language)


def _before(text: str, window: Span, language: str) -> tuple[Span, Span | None] | None:
    """'La ministra dijo: "..."': the source before the word, back to the last stop; 'Según la ministra, "..."': behind it."""
    cues, according = _cues(language), _pattern("according", language)
    last = None
    for match in cues.finditer(text, window.start, window.end) if cues is not None else ():
        last = match
    if last is None:
        return None
    between = text[last.end() : window.end]
    if according is not None and according.fullmatch(last.group()):
        return (Span(*last.span()), _behind(text, last.end(), window.end, language)) if not _END.search(between) else None
    if len(between.split()) > 3 and (_STOP.search(between.rstrip(" :")) or not _leads_in(between, language)):
        return None
    return Span(*last.span()), _ahead(text, window.start, last.start(), language)


def _leads_in(between: str, language: str) -> bool:
    """Whether the words between a word of saying and a quotation lead into it: "aseguró a la prensa que", with a colon."""
    that = _pattern("that", language)
    words = between.split()
    return between.rstrip().endswith(":") or (that is not None and bool(words) and that.fullmatch(words[-1]) is not None)


def _ahead(text: str, start: int, end: int, language: str) -> Span | None:
    """The source before a word of saying; of "the leader, Ivo Lenk, said" it is the name."""
    named = _NAME_BEFORE.search(text, start, end)
    if named is not None:
        return Span(*named.span(1))
    stops = [stop.end() for stop in _STOP.finditer(text, start, end)]
    return _bounded(text, stops[-1] if stops else start, end, language)


def _behind(text: str, start: int, end: int, language: str) -> Span | None:
    """The source behind a word of saying, with a name in apposition: "dijo el portavoz, Ivo Lenk, en Varn"."""
    stop = _STOP.search(text, start, end)
    first = _bounded(text, start, stop.start() if stop else _whole_word(text, end), language)
    named = (
        _NAME.match(text, stop.start(), end + 1) if first is not None and stop is not None and first.end == stop.start() else None
    )
    return Span(first.start, named.end(1)) if first is not None and named is not None else first


def _whole_word(text: str, end: int) -> int:
    """The end of the last whole word before a limit that may cut one."""
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return end


def _bounded(text: str, start: int, end: int, language: str) -> Span | None:
    """What stands between two places, without the time at its head and the circumstances behind it."""
    times, around = _pattern("when", language), _pattern("circumstances", language)
    found = _trimmed(text, start, end)
    while found is not None and times is not None and (match := times.match(text, found.start, found.end)):
        found = _trimmed(text, match.end(), found.end)
    if found is not None and around is not None and (match := around.search(text, found.start, found.end)):
        found = _trimmed(text, found.start, match.start())
    if found is not None and times is not None and (match := times.search(text, found.start, found.end)):
        found = _trimmed(text, found.start, match.start())
    return found if found is not None and len(text[found.start : found.end].split()) <= LONGEST else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if end > start and len(text[start:end].split()) <= 2 * LONGEST else None
