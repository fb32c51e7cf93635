"""A text as the encoder sees it: word pieces without case, and beside each piece what the case, marks and lines tell.

A unit is a word (letters and digits with inner marks: "don't", "U.S", "anti-war") or one mark; spans start and end at
units. The encoder's vocabulary is lower-case, so what a reader takes from capitals, quotation marks and new lines
comes in as a `look`, one number a piece (its parts: case, space before, quotation).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]

UNIT = re.compile(r"\w+(?:[’'.\-]\w+)*|[^\w\s]")

CASES = ("lower", "title", "upper", "mixed", "mark")
SPACES = ("none", "blank", "line", "paragraph")
PLACES = ("outside", "inside", "mark")
SHOUTED = 0.7
"""Share of a line's longer words that are in capitals from which on capitals say nothing there (headlines, wire slugs)."""

LOOKS = len(CASES) * len(SPACES) * len(PLACES)

BREAK = "\u2029"
"""Stands between paragraphs where a text has been cut up and laid out anew: as good as an empty line."""

OPENING, CLOSING, STRAIGHT = frozenset("“„«‟"), frozenset("”»"), frozenset('"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """A text in units and word pieces, as arrays."""

    starts: Ints
    """Where each unit starts, in code points."""
    ends: Ints
    lines: Ints
    """Which line of the text each unit stands on, empty lines not counted."""
    ids: Ints
    """Vocabulary numbers of the word pieces."""
    looks: Ints
    """One number under `LOOKS` a piece."""
    units: Ints
    """The unit each piece belongs to; never falls from one piece to the next."""


@cache
def tokenizer() -> Tokenizer:
    """Return the encoder's tokenizer, loaded once."""
    from tokenizers import Tokenizer

    data = files("retold.find.encoder").joinpath("tokenizer.json").read_text(encoding="utf-8")
    return Tokenizer.from_str(data)


def tokens(text: str) -> Tokens:
    """Return a text in units and word pieces; every piece lies in one unit, and pieces of nothing but space are none."""
    units = [match.span() for match in UNIT.finditer(text)]
    starts = np.array([start for start, _ in units], dtype=np.int64)
    ends = np.array([end for _, end in units], dtype=np.int64)
    # A lone surrogate cannot be coded; it becomes a sign that takes as much room.
    coded = tokenizer().encode(text.encode("utf-8", "replace").decode("utf-8"), add_special_tokens=False)
    offsets = np.array(coded.offsets, dtype=np.int64).reshape(-1, 2)
    of = np.searchsorted(starts, offsets[:, 0], side="right") - 1
    inside = (of >= 0) & (offsets[:, 0] < (ends[of] if len(units) else 0))
    gaps = _gaps(text, units)
    looks = _looks(text, units, gaps)
    return Tokens(
        starts=starts,
        ends=ends,
        lines=np.cumsum(np.array([gap >= SPACES.index("line") for gap in gaps], dtype=np.int64)),
        ids=np.array(coded.ids, dtype=np.int64)[inside],
        looks=looks[of[inside]],
        units=of[inside],
    )


def _gaps(text: str, units: list[tuple[int, int]]) -> list[int]:
    """What stands before each unit: nothing, a blank, a new line, an empty line (also at the start of the text)."""
    gaps, last = list[int](), 0
    for start, end in units:
        lines = text.count("\n", last, start) + 2 * text.count(BREAK, last, start)
        gaps.append(3 if lines > 1 or last == 0 else 2 if lines else 1 if start > last else 0)
        last = end
    return gaps


def _looks(text: str, units: list[tuple[int, int]], gaps: list[int]) -> Ints:
    looks, inside = np.zeros(len(units), dtype=np.int64), False
    shouted = _shouted(text, units, gaps)
    for i, (start, end) in enumerate(units):
        word, gap = text[start:end], gaps[i]
        if gap >= SPACES.index("line"):
            inside = False
        place = int(inside)
        if end - start == 1 and word in OPENING | CLOSING | STRAIGHT:
            place = 2
            inside = word in OPENING or (word in STRAIGHT and not inside)
        case = CASES.index("lower") if shouted[i] and word.isupper() else _case(word)
        looks[i] = (case * len(SPACES) + gap) * len(PLACES) + place
    return looks


def _shouted(text: str, units: list[tuple[int, int]], gaps: list[int]) -> list[bool]:
    """Return for each unit whether its line is in capitals."""
    out, line = list[bool](), list[int]()
    for i in range(len(units) + 1):
        if i == len(units) or (gaps[i] >= SPACES.index("line") and line):
            longer = [word for j in line if (word := text[slice(*units[j])]).isalpha() and len(word) > 1]
            loud = len(longer) > 1 and sum(word.isupper() for word in longer) >= SHOUTED * len(longer)
            out += [loud] * len(line)
            line = []
        line.append(i)
    return out


def _case(word: str) -> int:
    if not any(sign.isalpha() for sign in word):
        return 4
    if word.islower():
        return 0
    if word[:1].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 2 if word.isupper() else 3
