"""Numbers, years, days and clock times have a shape instead of a list of words; this module reads them.

A shape is a regular expression and a function that turns what it matched into the piece of a TIMEX3 value it stands
for. Nothing here repeats inside a repetition, so no text makes matching slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

ONES = (
    "zero one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: n for n, word in enumerate(ONES.split())} | {word: 20 + 10 * n for n, word in enumerate(TENS.split())}
SCALE = {"hundred": 100, "thousand": 1000}
VAGUE = "X"
"""Stands for a number that the words leave open ("several years" is PXY)."""

_WORD = "|".join(sorted([*SMALL, *SCALE], key=len, reverse=True))
_TEN = "|".join(TENS.split())
_ONE = "|".join(ONES.split()[1:10])
_GAP = r"[-\s]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """`regex` finds it, `read` gives its normal form, `firsts` are the words it may start with ("#" is a digit)."""

    regex: str
    read: Callable[[str], str]
    firsts: tuple[str, ...] = ("#",)


def number(text: str) -> str:
    """Return the number that figures or English words give, as figures: "1,200", "forty-two" and "2 1/2" ("2.5")."""
    plain = text.replace(",", "").strip().lower()
    if plain.endswith("half"):
        return number(re.split(r"[-\s]and[-\s]", plain, maxsplit=1)[0]) + ".5"
    if plain[:1].isdigit():
        whole, _, half = plain.partition(" ")
        return whole + (".5" if half or plain.endswith("½") else "") if half else whole.replace("½", ".5")
    total = current = 0
    for word in re.split(r"[-\s]+", plain.replace(" and ", " ")):
        if word in SCALE:
            current = max(current, 1) * SCALE[word]
            total, current = (total + current, 0) if word == "thousand" else (total, current)
        else:
            current += SMALL.get(word, 0)
    return str(total + current)


def year(text: str) -> str:
    """Return a four-figure year: "1996", "'96", "nineteen ninety-six", "two thousand"."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return digits
    if len(digits) == 2:
        return ("19" if int(digits) > 40 else "20") + digits
    first, *rest = re.split(r"[-\s]+", text.strip().lower(), maxsplit=1)
    if first in ("nineteen", "twenty") and rest:
        return str(SMALL[first] * 100 + int(number(rest[0])))
    return number(text)


def day(text: str) -> str:
    """Return the day of the month in two figures."""
    return f"{int(re.sub(r'[^0-9]', '', text)):02d}"


def decade(text: str) -> str:
    """Return the three figures of a decade: "the 1990s" is 199, "'80s" is 198."""
    digits = re.sub(r"\D", "", text)
    return digits[:3] if len(digits) == 4 else f"{'19' if int(digits) > 20 else '20'}{digits[0]}"


def century(text: str) -> str:
    """Return the two figures that the years of a century begin with: "the 20th century" is 19."""
    return f"{int(re.sub(r'[^0-9]', '', text)) - 1:02d}"


def clock(text: str) -> str:
    """Return hours and minutes by the 24-hour clock: "9:47 AM" is 09:47, "5 p.m." is 17:00."""
    figures = [int(n) for n in re.findall(r"\d+", text)]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    words = text.lower()
    if ("p" in words or "evening" in words or "afternoon" in words) and hour < 12:
        hour += 12
    elif ("a.m" in words or "am" in words or "morning" in words) and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"


def iso(text: str) -> str:
    """Return year, month and day of a date in figures, the year first."""
    y, m, d = re.findall(r"\d+", text)
    return f"{y}-{int(m):02d}-{int(d):02d}"


def backwards(text: str) -> str:
    """Return year, month and day of a date in figures that is written day first, unless only the American order can be."""
    d, m, y = re.findall(r"\d+", text)
    if int(m) > 12:
        d, m = m, d
    return f"{year(y)}-{int(m):02d}-{int(d):02d}"


def american(text: str) -> str:
    """Return year, month and day of a date in figures that is written month first, unless only the other order can be."""
    m, d, y = re.findall(r"\d+", text)
    if int(m) > 12:
        d, m = m, d
    return f"{year(y)}-{int(m):02d}-{int(d):02d}"


_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_FIGURES = r"\d{1,3}(?:,\d{3})?(?:\.\d{1,2}| 1/2|½)?(?![\d%])"
_SPELT = rf"(?:{_WORD})(?:{_GAP}(?:and{_GAP})?(?:{_WORD})){{0,4}}"
_SPELT_YEAR = (
    rf"(?:nineteen{_GAP}(?:(?:{_TEN})(?:{_GAP}(?:{_ONE}))?|(?:ten|eleven|twelve|\w{{3,5}}teen))"
    rf"|two{_GAP}thousand(?:{_GAP}(?:and{_GAP})?(?:{_ONE}))?)"
)

SHAPES = {
    "NUMBER": Shape(
        regex=rf"(?:{_FIGURES}|{_SPELT})(?:{_GAP}and{_GAP}(?:a|one){_GAP}half)?", read=number, firsts=("#", *SMALL, *SCALE)
    ),
    "FIGURES": Shape(regex=r"\d{1,4}(?!\d)", read=number),
    "YEAR": Shape(
        regex=rf"(?:1[0-9]|20)\d\d(?![\d%])(?!\.\d)|['’‘]\d\d(?!\d)|{_SPELT_YEAR}",
        read=year,
        firsts=("#", "'", "nineteen", "two"),
    ),
    "SPELTYEAR": Shape(regex=rf"['’‘]\d\d(?![\ds])|{_SPELT_YEAR}", read=year, firsts=("'", "nineteen", "two")),
    "FULLYEAR": Shape(regex=r"(?:19|20)\d\d(?![\d%])(?![.,/:]\d)(?!-\d{3})", read=year),
    "DAY": Shape(regex=rf"{_DAY}(?:st|nd|rd|th)?(?![\d%])(?![.,:]\d)", read=day),
    "NTH": Shape(regex=rf"{_DAY}(?:st|nd|rd|th)", read=day),
    "DECADE": Shape(regex=r"(?:1[5-9]|20)\d0['’]?s|['’‘][2-9]0['’]?s", read=decade, firsts=("#", "'")),
    "CENTURY": Shape(regex=r"(?:1\d|2[01]|[1-9])(?:st|nd|rd|th)", read=century),
    "CLOCK": Shape(
        regex=r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.?|[ap]m)"
        r"|(?:1[0-2]|[1-9])(?:\so['’]clock)? in the (?:morning|afternoon|evening)|(?:2[0-3]|[01]?\d):[0-5]\d(?![\d:])",
        read=clock,
    ),
    "HOURMINUTE": Shape(regex=r"(?:2[0-3]|[01]?\d)[:.h][0-5]\d(?![\d:])", read=clock),
    "NAME": Shape(regex=r"(?-i:[A-Z][a-z]\w{0,30})", read=str, firsts=("*",)),
    "HHMM": Shape(regex=r"(?:[01]\d|2[0-3])[0-5]\d(?!\d)", read=lambda text: f"{text[:2]}:{text[2:]}"),
    "HOUR": Shape(regex=r"(?:2[0-4]|1\d|0?\d)(?!\d)(?![.,:]\d)", read=lambda text: f"{int(text):02d}:00"),
    "TENYEAR": Shape(regex=r"(?:(?:1[89]|20)\d0|['’]?[2-9]0)(?!\d)", read=decade, firsts=("#", "'")),
    "CENTURYNUM": Shape(regex=r"(?:1\d|2[01]|[1-9])(?!\d)", read=century),
    "ISO": Shape(regex=rf"(?:19|20)\d\d[-/.]{_MONTH}[-/.]{_DAY}(?![\d])", read=iso),
    "SLASHED": Shape(regex=rf"{_DAY}/{_DAY}/(?:(?:19|20)\d\d|\d\d)(?![\d/])", read=american),
    "DOTTED": Shape(regex=rf"{_DAY}[./-]{_MONTH}[./-](?:(?:19|20)\d\d|\d\d)(?!\d)", read=backwards),
}
