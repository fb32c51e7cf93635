"""A cue counts only where it touches the name, small words between them taken off ("according to the news agency NAME").

Looking up is by the characters that touch the name, so that its cost does not grow with the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from retold.tables import table

_YEAR = re.compile(r"\s+(?:19|20)\d\d,?$")


@cache
def policy() -> dict[str, Any]:
    """Return the table of cues and scores."""
    return table("retold.find", "credits.toml")


@cache
def list_of(*path: str) -> tuple[str, ...]:
    """Return a list of the table, lower case, longest first."""
    rows = policy()
    for key in path:
        rows = rows[key]
    return tuple(sorted((str(r).lower() for r in rows), key=len, reverse=True))


def sentence(before: str) -> str:
    """Return what of the words before a name stands in its own sentence."""
    return re.split(r"[.!?。]\s", before)[-1]


def has(text: str, word: str) -> bool:
    """Return whether a word or phrase stands anywhere in `text`, whole."""
    at = text.find(word)
    while at >= 0:
        if bounded(text, at, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


def bounded(text: str, start: int, end: int) -> bool:
    """Return whether [start, end) is a whole word or phrase; scripts without spaces always are."""
    if "\u2e80" <= text[start] <= "\u9fff":
        return True
    before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
    if before in "وف" and "\u0600" <= text[start] <= "\u06ff":  # "and" and "so" are written together with the word
        before = text[start - 2] if start > 1 else " "
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


@dataclass(frozen=True, slots=True)
class NameSide:
    """One side of a name: how words that touch it are looked up and taken off."""

    last: bool

    def keys(self, text: str) -> tuple[str, str]:
        """Return the two characters, and the one, that touch the name."""
        return (text[-2:], text[-1:]) if self.last else (text[:2], text[:1])

    def touches(self, text: str, word: str) -> bool:
        """Return whether `word` touches the name, whole."""
        if self.last:
            return text.endswith(word) and bounded(text, len(text) - len(word), len(text))
        return text.startswith(word) and bounded(text, 0, len(word))

    def off(self, text: str, word: str) -> str:
        """Return the text without the word that touches the name."""
        return text[: -len(word)].rstrip() if self.last else text[len(word) :].lstrip()


ENDS, STARTS = NameSide(True), NameSide(False)


@cache
def _index(last: bool, *path: str) -> dict[str, tuple[str, ...]]:
    """Return a list of the table by the two characters (or the one) that touch the name, longest word first."""
    rows: dict[str, list[str]] = {}
    words = {*list_of(*path), *(_calls() if path == ("before", "report") else ())}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        rows.setdefault(word[-2:] if last else word[:2], []).append(word)
    return {k: tuple(v) for k, v in rows.items()}


def _calls() -> Iterator[str]:
    """Yield the cues made of a word that calls on another and a verb of telling: "según explicó"."""
    for row in policy()["before"]["calls"]:
        yield from (f"{word} {verb}".lower() for word in row["words"] for verb in row["verbs"])


def touching(text: str, side: NameSide, *path: str) -> str | None:
    """Return the longest word of a list that touches the name on this side."""
    index = _index(side.last, *path)
    return next((w for key in side.keys(text) for w in index.get(key, ()) if side.touches(text, w)), None)


def shorter(text: str, where: str, side: NameSide) -> list[str]:
    """Return the text, and the text without the one, two ... words beside the name that are mere fillers."""
    rest = _YEAR.sub("", text.strip()) if side.last else text.strip()  # "(c) 2019 NAME"
    rests = [rest]
    while len(rests) < 8 and (filler := touching(rest, side, "fillers", where)):
        rest = side.off(rest, filler)
        rest = _YEAR.sub("", rest) if side.last else rest
        rests.append(rest)
    return rests
