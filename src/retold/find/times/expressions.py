"""News tells time by the day it is printed: "on Friday" is a date only for who knows when the report came out.

So this module says what the words alone tell, and leaves the rest open. `value` is a TIMEX3 value (TimeML 1.2.1) in
which X stands for what must come from elsewhere ("XXXX-08-18", "XXXX-WXX-5"); `unit`, `shift`, `anchor` and `direction`
say how `retold.resolve.periods` is to fill it in. What is a time, and what it stands for, is in `en.toml` and its
sisters for other languages; the words are gone through once, and at each only the rules that begin with it are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, cast

from retold.find.times.rules import ANY, WORD, Grammar, Rule, compiled, grammar, key
from retold.find.times.shapes import VAGUE
from retold.model import Report, Span, TimeExpression, TimexType

if TYPE_CHECKING:
    from retold.find.syntax import Parse

CHROME = ("date", "dateline", "byline")
LOOK_BACK = 24
"""Code points before an expression in which its preposition is looked for."""

EVENT = 120
"""Code points within which the date of an event is looked for."""

_STOP = re.compile(r"[.!?;:][\s\"”’)]|\n\s*\n")

CODES = {
    "year": "Y", "month": "M", "week": "W", "day": "D", "quarter": "Q", "decade": "E", "century": "C",
    "hour": "H", "minute": "M", "second": "S", "weekend": "WE", "millennium": "L",
}  # fmt: skip
"""TIMEX3 letters of the units; those of hours and less stand after a T."""

BOUNDS = ("ON_OR_AFTER", "AFTER")

HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}

SKIP = "skip"
"""Value of a rule for words that look like a time and are none (ages)."""

OPEN = {
    "year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "day": "XXXX-XX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX",
    "decade": "XXX", "century": "XX", "weekend": "XXXX-WXX-WE", "fiscal year": "XXXX",
}  # fmt: skip
"""What a calendar unit looks like before the anchor is known."""

_WORDS = re.compile(rf"(?<![$€£#\d])(?<!\d[.,:/])(?:{WORD})")


def times(report: Report, parses: Sequence[Parse]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of headline, body, dateline and byline in text order; spans never overlap.

    `parses` are the passages of the report as `retold.find.syntax` gives them (none are needed): the tense of the verb
    that governs a bare weekday or month tells its direction. Without syntax the direction stays open.
    """
    rules = grammar(report.language)
    found = [t for region in _regions(report) for t in _tied(report.text, list(_scan(report.text, region, rules)), rules)]
    if not any(p.parsed for p in parses):
        return tuple(found)
    from retold.find.times.tense import directed

    return directed(found, parses)


def _regions(report: Report) -> list[Span]:
    """Return what is looked through, in text order and without overlaps."""
    spans = [*report.body, *(c.span for c in report.chrome if c.kind in CHROME)]
    if report.headline:
        spans.append(report.headline)
    regions: list[Span] = []
    for span in sorted(spans):
        start = max(span.start, regions[-1].end if regions else 0)
        if start < span.end:
            regions.append(Span(start, span.end))
    return regions


def _scan(text: str, region: Span, rules: Grammar) -> Iterator[TimeExpression]:
    done = region.start
    for word, following in _pairs(_WORDS.finditer(text, region.start, region.end)):
        seconds = rules.rules.get(key(word.group())) if word.start() >= done else None
        if seconds is None:
            continue
        candidates = seconds.get(key(following.group()) if following else ANY) or seconds[ANY]
        if best := _longest(text, word.start(), region.end, candidates):
            done = best[1].end()
            expression = _expression(*best, rules)
            if expression:
                yield _led(expression, text, region, rules)


def _pairs(words: Iterator[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Yield each word with the one that follows."""
    word = next(words, None)
    while word:
        following = next(words, None)
        yield word, following
        word = following


def _tied(text: str, found: Sequence[TimeExpression], rules: Grammar) -> list[TimeExpression]:
    """Tie "months before the raid on January 3" to the date that the same sentence gives for the event, and range to range."""
    tied = list(found)
    for i, (expression, following) in enumerate(pairwise(found)):
        if following.type not in ("DATE", "TIME") or following.anchor == "event":
            continue
        between = text[expression.span.end : min(following.span.start, expression.span.end + EVENT)]
        if expression.anchor == "event" and len(between) < EVENT and not _STOP.search(between):
            tied[i] = replace(expression, anchor="next")
        elif expression.type in ("DATE", "TIME") and len(between) < LOOK_BACK and _opens(text, expression, between, rules):
            tied[i] = replace(expression, opens=True, modifier=_unbound(expression.modifier))
    return tied


def _unbound(modifier: str | None) -> str | None:
    """Return what is left of a modifier without what "from" says of a time alone: a range says that itself."""
    return " ".join(m for m in (modifier or "").split() if m not in BOUNDS) or None


def _opens(text: str, expression: TimeExpression, between: str, rules: Grammar) -> bool:
    """Whether words before and after say that the expression begins a range: "from ... to", "between ... and"."""
    lead = text[max(0, expression.span.start - LOOK_BACK) : expression.span.start].lower().split()[-2:]
    words = " ".join(between.lower().split())
    return any(words in rules.ranges.get(" ".join(lead[i:]), ()) for i in range(len(lead)))


def _longest(text: str, start: int, end: int, rules: Sequence[Rule]) -> tuple[Rule, re.Match[str]] | None:
    best: tuple[Rule, re.Match[str]] | None = None
    for rule in rules:
        match = compiled(rule.regex).match(text, start, end)
        if match and (best is None or match.end() > best[1].end()) and _fits(rule, text, start):
            best = (rule, match)
    return best


def _fits(rule: Rule, text: str, start: int) -> bool:
    if rule.after is None and rule.not_after is None:
        return True
    lead = text[max(0, start - LOOK_BACK) : start]
    if rule.after is not None and not rule.after.search(lead):
        return False
    return rule.not_after is None or not rule.not_after.search(lead)


def _expression(rule: Rule, match: re.Match[str], rules: Grammar) -> TimeExpression | None:
    parts = {name: rules.meaning(name, words) for name, words in match.groupdict().items() if words}
    number = _number(rule, parts)
    parts.setdefault("N", number)
    parts.setdefault("UNIT", parts.get("UNITS", ""))
    value = _value(rule, parts, number)
    if value is None or value == SKIP or not _possible(value):
        return None
    open_shift = rule.shift is not None and "{" in rule.shift and not number.isdigit()
    shift = None if rule.shift is None or open_shift else int(_fill(rule.shift, parts))
    return TimeExpression(
        span=Span(match.start(), match.end()),
        type="DURATION" if rule.value == "open" and value.startswith("P") and value[1:2] != "A" else cast(TimexType, rule.type),
        value=value,
        unit=_fill(rule.unit, parts) if rule.unit else parts.get("UNIT"),
        shift=shift,
        anchor=cast(Literal["none", "published", "previous", "event"], rule.anchor),
        direction=cast(Any, rule.direction and _fill(rule.direction, parts)) or None,
        modifier=_modifier(rule, parts),
        zone=parts.get("ZONE") or None,
    )


def _number(rule: Rule, parts: dict[str, str]) -> str:
    if rule.number:
        return _fill(rule.number, parts)
    return next((parts[n] for n in ("NUMBER", "SOME", "FEW", "FIGURES") if n in parts), VAGUE if "UNITS" in parts else "1")


def _modifier(rule: Rule, parts: dict[str, str]) -> str | None:
    if rule.modifier:
        return _fill(rule.modifier, parts) or None
    return parts.get("MOD") or parts.get("QMOD") or None


def _fill(template: str, parts: dict[str, str]) -> str:
    return template.format_map(_Parts(parts))


class _Parts(dict[str, str]):
    """Optional parts of a pattern that did not match are empty."""

    def __missing__(self, key: str) -> str:
        return ""


def _value(rule: Rule, parts: dict[str, str], number: str) -> str | None:
    if rule.vague and not number.replace(".", "").isdigit():
        return duration(number, parts["UNIT"]) if rule.vague == "duration" else rule.vague
    if rule.value == "duration":
        return duration(number, parts["UNIT"])
    if rule.value == "open":
        unit = _fill(rule.unit, parts) if rule.unit else parts["UNIT"]
        return OPEN.get(unit) or duration(number, unit)
    value = _fill(rule.value, parts)
    return f"XXXX{value}" if value.startswith("-") else value


def duration(number: str, unit: str) -> str:
    """Return a TIMEX3 duration: ("5", "minute") is PT5M, ("X", "year") PXY, ("2.5", "year") P2Y6M, ("2", "decade") P20Y."""
    code = CODES.get(unit, "X")
    time = "T" if unit in ("hour", "minute", "second") else ""
    if number == VAGUE:
        return f"P{time}X{code}"
    if number.endswith(".5") and unit in HALVES:
        return f"P{time}{number[:-2]}{code}{HALVES[unit]}".replace(f"0{code}", "")
    if unit == "decade" and number != "1":
        return f"P{float(number) * 10:g}Y"
    return f"P{time}{number}{code}"


_DATE = re.compile(r"[\dX]{4}-(\d\d)-(\d\d)")


def _possible(value: str) -> bool:
    """Refuse 31 April: it is a number and a name that met by chance."""
    match = _DATE.match(value)
    return match is None or int(match[2]) <= (29 if match[1] == "02" else 30 if match[1] in ("04", "06", "09", "11") else 31)


def _led(expression: TimeExpression, text: str, region: Span, rules: Grammar) -> TimeExpression:
    """Add what the word before says ("since Friday"); the span keeps to the words that name the time, as TimeML has it."""
    lead = text[max(region.start, expression.span.start - LOOK_BACK) : expression.span.start].lower().split()[-2:]
    if expression.type == "DURATION" and expression.anchor == "none" and lead[-1:] and lead[-1] in rules.within:
        return replace(expression, anchor="published")
    if expression.type not in ("DATE", "TIME") or (expression.value or "").endswith("_REF"):
        return expression
    words = (" ".join(lead), lead[-1] if lead else "")
    bound = next((rules.lead[w] for w in words if w in rules.lead), None)
    modifier = " ".join(filter(None, (expression.modifier, bound))) or None
    direction = expression.direction
    if expression.shift is None and direction is None:
        direction = cast(Any, next((rules.toward[w] for w in words if w in rules.toward), None))
    return replace(expression, modifier=modifier, direction=direction)
