"""Headlines, menus and mastheads are told by their shape: how long, how capitalised, how parted, and how they close."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from retold.read.blocks import Block
from retold.read.dates import DateLine
from retold.read.lines import names_only
from retold.read.phrases import UNSPACED, plain, told_by_words
from retold.tables import table

ROW = re.compile(r"\s{2,}|\t|\s?[|•]\s?|\s[·>›/]\s|\s»\s(?!.*«)")
"""What parts the names in a row of sections: "News | Sport | Weather"."""
TAGLINE = re.compile(r"\s+[|–—-]\s+")
PACKED = 3
"""Letters that one such character is worth."""
SHORT = 400
"""Characters of the longest block whose shape is looked at; longer ones are the article's unless a phrase says otherwise."""
MASTHEAD = 5
"""Most words of a site's name."""

Part = Literal["body", "headline", "chrome"]


@dataclass(slots=True)
class Mark:
    """What a block is taken for. `said` is the name it gives (a byline's, an outlet's), `date` what it says of publication."""

    part: Part | None = None
    kind: str = "other"
    heads: bool = False
    said: str | None = None
    writer: str | None = None
    """The writer who stands beside the date."""
    date: DateLine | None = None
    near: bool = False
    """Whether it counts only near the top or at the tail."""
    tail: bool = False
    """Whether it counts only at the tail: words to the reader, such as an article may quote."""


def shape() -> dict[str, Any]:
    """Return the thresholds of chrome.toml."""
    rows: dict[str, Any] = table("retold.read", "chrome.toml")["shape"]
    return rows


def prose(block: Block) -> bool:
    """Whether `block` is a full sentence or more, by its length and its close."""
    if not block.ends_sentence:
        return len(block.text) > SHORT
    unspaced = len(block.words) * 12 < len(block.text)
    return len(block.words) >= shape()["prose_words"] or (unspaced and len(block.text) >= shape()["prose_characters"])


def title_case(line: str) -> bool:
    """Whether most of the longer words of `line` are capitalised, as in an English headline."""
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= shape()["title_case"] * len(words)


def headline_like(block: Block) -> bool:
    """Whether `block` has a headline's length and close, and is no row of sections."""
    least, most = shape()["headline"]
    packed = any(char >= UNSPACED for char in block.text)
    worded = packed or len(block.words) >= shape()["headline_words"] or len(block.words) * 12 < len(block.text)
    stopped = block.text.endswith((":", ";", ",", "。")) or (block.text.endswith(".") and not title_case(block.text))
    long = least <= len(block.text) * (PACKED if packed else 1) and len(block.text) <= most
    return long and worded and not stopped and not menu_row(block)


def menu_row(block: Block) -> bool:
    """Whether `block` is a row of three sections or more: parted by bars, dots or wide gaps, or all of them well known."""
    if len(block.text) > shape()["headline"][1] or block.ends_sentence:
        return False
    row = [part.strip() for part in ROW.split(block.text) if part.strip()]
    if len(row) > 2 and all(len(part.split()) <= shape()["row_words"] for part in row):
        return True
    words = [word for word in block.text.split() if any(map(str.isalpha, word))]
    return len(words) > 2 and all(plain(word.strip(",|")) in _sections() for word in words)


def is_section(block: Block) -> bool:
    """Whether `block` is a section's name, or a row of them; who is to speak ("ANN VALE, HOST:") is neither."""
    if block.ends_sentence or (block.text.endswith(":") and len(block.words) > 1):
        return False
    return menu_row(block) or (len(block.words) <= shape()["section_words"] and len(block.text) < 60)


def masthead(block: Block) -> str | None:
    """Return the site's name where `block` may be one, its motto left off; None for a known phrase of menus or a section."""
    name = TAGLINE.split(block.text)[0].strip()
    if len(name.split()) > MASTHEAD or not name or not names_only(name) or block.ends_sentence:
        return None
    return None if told_by_words(name) or plain(name) in _sections() else name


@cache
def _sections() -> frozenset[str]:
    rows: dict[str, list[str]] = table("retold.read", "chrome.toml")["sections"]
    return frozenset(plain(name) for names in rows.values() for name in names)
