"""What a report is about can be told in any language by a few hundred words: a letter, a warning, a dismissal.

Names and numbers tell who and how much, but a rewrite without credit that says the same of the same people is known by what
it says. The matters that news tell of stand in a table with the beginnings of the words for each in ten languages
(`matters.toml`); the matters of two reports can then be compared without a translation and without a model of meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

from retold.compare.reuse import lines
from retold.model import Report
from retold.tables import table

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_ARABIC = re.compile(r"^[\u0600-\u06ff]")
_JOINED = re.compile(r"^[وفبلك]?ال|^لل|^[وفبل]")
"""What Arabic writes together with a word: and, so, by, for, as; the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """The table by how its words are looked up."""

    whole: dict[str, str]
    begins: dict[str, str]
    phrases: dict[str, tuple[tuple[str, str], ...]]
    """Of several words, by their first word: the phrase and the matter."""
    han: dict[str, str]
    longest: int
    """Characters of the longest beginning."""


def matters(report: Report) -> frozenset[str]:
    """Return the matters that a report's own words tell of, as keys ("m:letter")."""
    found: set[str] = set()
    for span in lines(report):
        text = report.text[span.start : span.end].lower()
        words = _WORD.findall(text)
        for word in set(words):
            found.update(_matters_of(word))
        found.update(_phrased(words))
        for run in _HAN.findall(text):
            found.update(_of_run(run))
    return frozenset(found)


@cache
def _index() -> _Index:
    index = _Index(whole={}, begins={}, phrases={}, han={}, longest=max(map(len, _rows()), default=0))
    phrases: dict[str, list[tuple[str, str]]] = {}
    for word, matter in _rows().items():
        if _HAN.match(word):
            index.han.setdefault(word, matter)
        elif " " in word:
            first, _, rest = word.partition(" ")
            phrases.setdefault(first, []).append((rest, matter))
        elif word.endswith("$"):
            index.whole.setdefault(word[:-1], matter)
        else:
            index.begins.setdefault(word, matter)
    index.phrases.update({first: tuple(rest) for first, rest in phrases.items()})
    return index


@cache
def _rows() -> dict[str, str]:
    """Return the matter of each word of the table; where two rows have a word, the first one's."""
    rows: dict[str, str] = {}
    for matter, words in table("retold.compare", "matters.toml").items():
        for word in words:
            rows.setdefault(_folded(word), f"m:{matter}")
    return rows


@lru_cache(maxsize=200_000)
def _matters_of(word: str) -> tuple[str, ...]:
    """Return the matters that a word tells of: one as a rule."""
    plain = _folded(word)
    forms = {plain, _JOINED.sub("", plain)} if _ARABIC.match(plain) else {plain}
    return tuple(sorted({m for form in forms if (m := _matter(form))}))


def _matter(word: str) -> str | None:
    """Return the matter of a whole word, or of the longest beginning of it that is in the table."""
    index = _index()
    if word in index.whole:
        return index.whole[word]
    ends = range(min(len(word), index.longest), 1, -1)
    return next((index.begins[word[:end]] for end in ends if word[:end] in index.begins), None)


def _phrased(words: list[str]) -> Iterator[str]:
    phrases = _index().phrases
    first = {word for word in set(words) if _folded(word) in phrases}
    for i in (i for i, word in enumerate(words) if word in first):
        for rest, matter in phrases[_folded(words[i])]:
            behind = words[i + 1 : i + 2 + rest.count(" ")]
            if " ".join(map(_folded, behind)).startswith(rest):
                yield matter


def _of_run(run: str) -> Iterator[str]:
    """Yield the matters of a run of Chinese characters, which has no spaces between words: two to four of them are one."""
    han = _index().han
    for i in range(len(run) - 1):
        for size in (2, 3, 4):
            if run[i : i + size] in han:
                yield han[run[i : i + size]]


@lru_cache(maxsize=200_000)
def _folded(word: str) -> str:
    """Return a word in Latin letters without its accents, in another script as it is."""
    if word.isascii() or any("\u0250" <= c <= "\u1dff" or c >= "\u2e80" for c in word):
        return word.lower()
    return anyascii(word).lower()
