"""A passage is its words: what they look like in small letters, where they stand, and which are names or figures.

Offsets are code points of the report's text. A Chinese character counts as a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from retold.compare.rare_facts import policy
from retold.model import Span

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:[.,:'’\-][^\W_\u3400-\u9fff]+){0,8}\*?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
_PLAIN = re.compile(r"\d{1,12}(?:[.,]\d{1,3})?$")
_POSSESSIVE = ("'s", "’s")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


class Word(NamedTuple):
    """A word: in small letters without a possessive, and its place in the report's text."""

    text: str
    span: Span
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number written in digits: its value, the words it takes ("1.2 million"), and the beginning of the word counted."""

    value: float
    start: int
    end: int
    counted: str | None


def split(text: str) -> list[str]:
    """Return the words of a text; a * behind one stays with it."""
    return _WORD.findall(text)


def words(text: str, most: int) -> list[Word]:
    """Return the words of a text, so many at the most."""
    found = []
    for match in islice(_WORD.finditer(text), most):
        raw = match.group()
        plain = raw.casefold()
        if plain[-2:] in _POSSESSIVE:
            plain = plain[:-2]
        found.append(Word(plain, Span(match.start(), match.end()), raw[0].isupper()))
    return found


def figures(found: Sequence[Word]) -> list[Figure]:
    """Return the numbers in digits among words, with million and its like taken in."""
    made = []
    for at, word in enumerate(found):
        value = number(word.text) if word.text[0].isdigit() else None
        if value is None:
            continue
        end, scale = at + 1, 1.0
        if end < len(found):
            scale = _scale(found[end].text)
            end += scale > 1
        counted = found[end].text[:5] if end < len(found) and found[end].text[0].isalpha() else None
        made.append(Figure(value=value * scale, start=at, end=end, counted=counted))
    return made


def number(text: str) -> float | None:
    """Return what digits say, None where they are no plain number: a clock time, part of a name."""
    ordinal = _ORDINAL.match(text)
    if ordinal:
        return float(ordinal.group(1))
    if _GROUPED.match(text):
        return float(re.sub(r"\D", "", text))
    return float(text.replace(",", ".")) if _PLAIN.match(text) else None


@cache
def _scale(word: str) -> float:
    """Return what a word behind digits multiplies them by, 1 for any other."""
    for row in policy()["scale"]:
        if any(word.startswith(w) if len(w) > 3 else word == w.strip() for w in row["words"]):
            return float(row["times"])
    return 1.0
