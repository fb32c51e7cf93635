"""Much of a page's chrome says the same few words on every site: a table of them, by kind and language, tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from retold.tables import table

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "ru", "bg")
LONGEST = 800
EVEN = str.maketrans("‘’‚‛“”„‟\u00a0\u202f\u2009", "''''\"\"\"\"   ")
CLOSING = " \t.:;,!»›>…|•·*-–—_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the words of a line say that it is; `heads` where it heads a list of other stories."""

    kind: str
    heads: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    told: Told
    longest: int
    whole: bool
    pattern: re.Pattern[str]


def told_by_words(line: str) -> Told | None:
    """Return what the phrases of chrome.toml say that `line` is, the first group first; None where they say nothing."""
    if len(line) > LONGEST:
        return None
    even = plain(line)
    bare = even.strip(CLOSING)
    for group in _groups():
        if len(even) > group.longest:
            continue
        if group.pattern.fullmatch(bare) if group.whole else group.pattern.search(even):
            return group.told
    return None


def plain(line: str) -> str:
    """Return `line` without capitals, with straight quotation marks and single spaces."""
    return " ".join(line.translate(EVEN).casefold().split())


def pattern(phrases: Iterable[str]) -> str:
    """Return a regular expression for `phrases`: * stands for some words, # for a number, @ for a mail or user name."""
    return "|".join(_one(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _one(phrase: str) -> str:
    return r"\s".join(_word(word) for word in plain(phrase).split()) + (r"(?!\w)" if phrase[-1].isalnum() else "")


def _word(word: str) -> str:
    if word == "@":
        return r"\S*@\S+"
    return re.escape(word).replace(r"\*", r"\S[^.!?]{0,60}?").replace(r"\#", r"\d[\d.,]*")


def _group(row: dict[str, Any]) -> _Group:
    phrases = [phrase.strip() for language in LANGUAGES for phrase in row.get(language, ())]
    body = pattern(dict.fromkeys(phrases))
    opened = {"start": r"^\W{0,3}", "within": r"(?<!\w)", "line": ""}[row["match"]]
    told = Told(kind=row["kind"], heads=row.get("heads", False))
    return _Group(told, row["longest"], row["match"] == "line", re.compile(f"{opened}(?:{body})"))


@cache
def _groups() -> tuple[_Group, ...]:
    return tuple(_group(row) for row in table("retold.read", "chrome.toml")["phrases"])
