"""Pages date themselves in a line of their own; the dates in an article's sentences are those of its events.

So only lines that hold a date and next to nothing else are read here. What a line leaves open stays open: no year, no
date; a zone that changes with the season, a time without a zone; 06/01 of which nobody can tell the month, no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any, Literal

from retold.tables import table

Label = Literal["published", "updated"]
LONGEST = 160
"""Code points of a line that is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """What a line says of the time of publication: `stamp` an ISO date or date-time; `rest` its words that are no date."""

    stamp: str | None
    label: Label | None
    rest: str
    span: tuple[int, int] | None = None
    """Where the date stands in the line."""


@dataclass(frozen=True, slots=True)
class _Words:
    months: dict[str, int]
    zones: dict[str, float]
    american: re.Pattern[str]
    labels: dict[str, Label]
    label: re.Pattern[str]
    noise: re.Pattern[str]
    fillers: re.Pattern[str]
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    partial: re.Pattern[str]
    clock: re.Pattern[str]


ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
HAN = re.compile(r"(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
DIGIT = re.compile(r"\d")
DAY_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?![\d:])")
LETTER = re.compile(r"[^\W\d_]")
NUMBERS = re.compile(r"(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|(?<!-)\d{2})(?![\d.:])")


def date_line(line: str) -> DateLine | None:
    """Return what `line` says of a time of publication, or None where it names no date, no time and no date label."""
    if len(line) > LONGEST:
        return None
    words = _words()
    low = line.lower()
    if len(low) != len(line) or not (DIGIT.search(low) or words.label.match(low)):
        return None
    found = _date(low, words)
    rest = low if found is None else low[: found[1]] + " " * (found[2] - found[1]) + low[found[2] :]
    clock, rest = _clock(rest, words)
    for pattern in (ISO, HAN, NUMBERS, words.day_month, words.month_day, words.partial):
        rest = pattern.sub(_blank, rest)  # a second date ("updated ..."), or one without its year
    rest = words.clock.sub(_blank, rest)
    labelled = words.label.match(low)
    label = words.labels[labelled[1]] if labelled else None
    rest = words.noise.sub(_blank, rest)
    dated = not LETTER.search(words.fillers.sub("", rest))
    if found is None and clock is None and not (dated and (label or DIGIT.search(low))):
        return None
    left = "" if dated else _left(line, rest)
    return DateLine(stamp=_stamp(found[0], clock) if found else None, label=label, rest=left, span=found[1:] if found else None)


def opening_date(text: str) -> tuple[str, int] | None:
    """Return the full date that `text` opens with ("22 August 2019. The ..."), and where it ends; None without one."""
    low = text[:60].lower()
    found = _date(low, _words())
    if found is None or low[: found[1]].strip(" ([") or len(low) != len(text[:60]):
        return None
    return found[0].isoformat(), found[2]


def full_dates(text: str) -> list[date]:
    """Return every day that `text` names with day, month and year, numbers alone aside, in no order."""
    words = _words()
    low = text.lower()
    shapes = ((ISO, "y-m-d"), (HAN, "ymd"), (words.day_month, "dMy"), (words.month_day, "Mdy"))
    return [day for shape, order in shapes for match in shape.finditer(low) if (day := _day(match.groups(), order, words))]


def iso(value: str) -> str | None:
    """Return `value` as an ISO date or date-time, from ISO or from words ("12 March 2031"); None for anything else."""
    text = value.strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text).isoformat()
        if re.match(r"\d{4}-\d{2}-\d{2}[T ]\d", text):
            return datetime.fromisoformat(text).isoformat(timespec="seconds" if text.count(":") > 1 else "minutes")
    except ValueError:
        return None
    line = date_line(text)
    return line.stamp if line and not line.rest else None


def moment(stamp: str) -> datetime:
    """Return the earliest UTC moment that an ISO date or date-time can mean; a time without a zone is taken for UTC."""
    when = datetime.fromisoformat(stamp)
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _alternatives(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _words() -> _Words:
    data = table("retold.read", "dates.toml")
    months = {word: int(number) for number, names in data["months"].items() for word in names}
    labels: dict[str, Label] = {}
    for kind in ("published", "updated"):
        labels |= dict.fromkeys(data["labels"][kind], kind)
    zones = {name: float(hours) for name, hours in data["zones"].items()}
    named = [*zones, *data["seasonal"]["names"]]
    noise = [*labels, *data["weekdays"]["names"], *named]
    month = rf"({_alternatives(months)})\.?"
    after = r"(?!\d(?!\d:\d\d))"  # the year, though pages also print "201906:37"
    of = r"(?:de\s|del\s|of\s)?\s*"
    return _Words(
        months=months,
        zones=zones,
        american=re.compile(rf"(?<!\w)(?:{_alternatives(data['seasonal']['american'])})(?!\w)"),
        labels=labels,
        label=re.compile(rf"\W{{0,3}}({_alternatives(labels)})(?!\w)"),
        noise=re.compile(rf"(?<!\w)(?:{_alternatives(noise)})(?!\w)"),
        fillers=re.compile(rf"(?<!\w)(?:{_alternatives(data['labels']['fillers'])})(?!\w)"),
        day_month=re.compile(rf"(?<![\d.])(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?\s*{of}{month},?\s*{of}(\d{{4}}){after}"),
        month_day=re.compile(rf"(?<!\w){month}\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(\d{{4}}){after}"),
        partial=re.compile(rf"(?<!\w)(?:{month}\s+\d{{1,2}}|\d{{1,2}}\.?\s+{of}{month})(?:st|nd|rd|th)?(?!\w)"),
        clock=re.compile(
            r"(?<![\d.:])(\d{1,2})(?:[:.h](\d{2})(?::(\d{2}))?)?\s?(a\.?m\b\.?|p\.?m\b\.?)?"
            rf"\s?\(?({_alternatives(named)})?\)?(?![\w:])"
        ),
    )


def _date(low: str, words: _Words) -> tuple[date, int, int] | None:
    for pattern, order in ((ISO, "y-m-d"), (HAN, "ymd"), (words.day_month, "dMy"), (words.month_day, "Mdy")):
        for match in pattern.finditer(low):
            if day := _day(match.groups(), order, words):
                return day, match.start(), match.end()
    plain = NUMBERS.search(low)
    if plain and (day := _numeric(plain, low, words)):
        return day, plain.start(), plain.end()
    return None


def _day(groups: tuple[str, ...], order: str, words: _Words) -> date | None:
    try:
        if order == "y-m-d":
            return date(int(groups[0]), int(groups[2]), int(groups[3]))
        if order == "ymd":
            return date(int(groups[0]), int(groups[1]), int(groups[2]))
        if order == "dMy":
            return date(int(groups[2]), words.months[groups[1]], int(groups[0]))
        return date(int(groups[2]), words.months[groups[0]], int(groups[1]))
    except ValueError:
        return None


def _numeric(match: re.Match[str], low: str, words: _Words) -> date | None:
    """Read 19.08.2019 day first. 06/01/2018 is read month first beside an American zone or a.m., day first beside 14:30;
    else only where it is plain which is the month."""
    first, second, year = int(match[1]), int(match[3]), _full(int(match[4]))
    american = bool(words.american.search(low)) or bool(re.search(r"\d\s?[ap]\.?m\b", low))
    day_first = match[2] == "." or first > 12 or first == second or (not american and bool(DAY_CLOCK.search(low)))
    if not day_first and not american and second <= 12:
        return None
    day, month = (first, second) if day_first else (second, first)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(year: int) -> int:
    """Return the year that two digits stand for: the latest that is not after next year."""
    if year > 99:
        return year
    return 2000 + year if year <= (datetime.now(UTC).year + 1) % 100 else 1900 + year


def _clock(low: str, words: _Words) -> tuple[tuple[int, int, float | None] | None, str]:
    for match in words.clock.finditer(low):
        half = (match[4] or "").replace(".", "")
        if not (match[2] or half):
            continue
        hour, minute = int(match[1]), int(match[2] or 0)
        if hour > (12 if half else 23) or minute > 59:
            continue
        hour = hour % 12 + 12 * (half == "pm") if half else hour
        blank = low[: match.start()] + " " * (match.end() - match.start()) + low[match.end() :]
        return (hour, minute, words.zones.get(match[5] or "")), blank
    return None, low


def _stamp(day: date, clock: tuple[int, int, float | None] | None) -> str:
    if clock is None:
        return day.isoformat()
    hour, minute, offset = clock
    zone = None if offset is None else timezone(timedelta(hours=offset))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).isoformat(timespec="minutes")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _left(line: str, rest: str) -> str:
    """Return the words of `line` that `rest` (blanked in place) still has, without dangling marks."""
    kept = "".join(char if other != " " else " " for char, other in zip(line, rest, strict=True))
    return re.sub(r"\s+", " ", kept).strip(" \t|/,.;:()[]-–—_•·")
