"""Much of a page's chrome says the same few words on every site: a table of them, by kind and language, tells it.

Phrases are looked up by their first word, so that a line costs what its own words cost, not what the table holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from retold.tables import table

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "ru", "bg", "zh")
LONGEST = 800
EVEN = str.maketrans("‘’‚‛“”„‟\uff1a\u00a0\u202f\u2009", "''''\"\"\"\":   ")
CLOSING = " \t.:;,!»›>…|•·*-–—_"
COUNT = re.compile(r"\s*(?:\(\d+\)|\*)$")
"""What counts or marks a label: "Comments (12)", "Name *"."""
UNSPACED = "\u3040"
"""The first of the scripts that put no space between words."""
DIGIT = re.compile(r"\d")
WORD = re.compile(r"\w+")
OPENED = {"start": r"^\W{0,3}", "within": r"(?<!\w)", "line": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the words of a line say that it is; `heads` where it heads a list of other stories, `tail` where
    they say so only below the article."""

    kind: str
    heads: bool = False
    tail: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Phrase:
    rank: int
    """Its group's place in the table: the first group that fits decides."""
    told: Told
    longest: int
    match: str
    words: str
    head: str
    """What of it is plain words, up to the first sign: a cheap test before the costly one."""

    def fits(self, even: str, bare: str) -> bool:
        """Whether the phrase is the line, opens it, or stands in it."""
        if len(even) > self.longest or self.head not in even:
            return False
        if self.match == "line":
            return bool(_compiled(self.words, "").fullmatch(bare))
        return bool(_compiled(self.words, OPENED[self.match]).search(even))


def told_by_words(line: str) -> Told | None:
    """Return what the phrases of chrome.toml say that `line` is, the first group first; None where they say nothing."""
    if len(line) > LONGEST:
        return None
    even = plain(line)
    bare = COUNT.sub("", even.strip(CLOSING))
    fitting = [phrase for phrase in _candidates(even) if phrase.fits(even, bare)]
    return min(fitting, key=_rank).told if fitting else None


@lru_cache(maxsize=64)
def plain(line: str) -> str:
    """Return `line` without capitals, with straight quotation marks and single spaces."""
    return " ".join(line.translate(EVEN).casefold().split())


def pattern(phrases: Iterable[str]) -> str:
    """Return a regular expression for `phrases`: * stands for some words, # for a number, @ for a mail or user name."""
    return "|".join(_one(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _one(phrase: str) -> str:
    bounded = phrase[-1].isalnum() and phrase[-1] < UNSPACED
    return r"\s".join(map(_word, plain(phrase).split())) + (r"(?!\w)" if bounded else "")


def _word(word: str) -> str:
    if word == "@":
        return r"\S*@\S+"
    return re.escape(word).replace(r"\*", r"\S[^.!?]{0,60}?").replace(r"\#", r"\d[\d.,]*")


def _rank(phrase: _Phrase) -> int:
    return phrase.rank


def _candidates(even: str) -> Iterator[_Phrase]:
    """Yield the phrases that begin as the line does (a word, a sign, any number), and those that one of its words begins."""
    opening, inner = _by_word()
    words = WORD.findall(even) if len(even) <= _widest() else WORD.findall(even[:40])[:1]
    for key in dict.fromkeys((even[:1], *words[:1], *("#" if DIGIT.search(even[:4]) else ""))):
        yield from opening.get(key, ())
    for word in set(words) & inner.keys():
        yield from inner[word]


def _first(phrase: str) -> str:
    word = WORD.match(phrase) if phrase[:1] < UNSPACED else None
    return word[0] if word else phrase[:1]


@cache
def _compiled(phrase: str, opened: str) -> re.Pattern[str]:
    return re.compile(f"{opened}(?:{_one(phrase)})")


def _phrases() -> Iterator[_Phrase]:
    rows: list[dict[str, Any]] = table("retold.read", "chrome.toml")["phrases"]
    for rank, row in enumerate(rows):
        told = Told(kind=row["kind"], heads=row.get("heads", False), tail=row.get("tail", False))
        for language in LANGUAGES:
            for phrase in row.get(language, ()):
                words = plain(phrase)
                yield _Phrase(rank, told, row["longest"], row["match"], words, re.split(r"[*#@]", words)[0])


@cache
def _widest() -> int:
    """Return the length above which no line is looked at for phrases inside it."""
    return max(phrase.longest for phrase in _phrases() if phrase.match == "within")


@cache
def _by_word() -> tuple[dict[str, tuple[_Phrase, ...]], dict[str, tuple[_Phrase, ...]]]:
    """Return the phrases that open a line and those that stand in one, by their first word."""
    found: tuple[dict[str, tuple[_Phrase, ...]], dict[str, tuple[_Phrase, ...]]] = ({}, {})
    for phrase in _phrases():
        index = found[phrase.match == "within"]
        index[_first(phrase.words)] = (*index.get(_first(phrase.words), ()), phrase)
    return found
