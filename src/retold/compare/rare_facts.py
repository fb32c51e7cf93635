"""Two reports of one story share its small change: a sum, an age, a date, the names of minor figures.

Names are brought to Latin letters and reduced to their consonants ("Мадаров", "Madarov" -> "mdrf"), which carries them across
languages and scripts. Chinese has no capitals: runs of the characters that are used to write foreign names stand for names.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from sys import intern
from typing import Any

from anyascii import anyascii

from retold.compare.matters import matters
from retold.compare.reuse import lines
from retold.model import Report
from retold.tables import table

_TAIL = r"[^\W\u4e00-\u9fff]*(?:[’'-][^\W\u4e00-\u9fff]+)*"
_CAPITAL = re.compile(rf"[\u4e00-\u9fff]+|[A-Z]\*|(?<![\w-])[^\W\d_a-z]{_TAIL}")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,  \u202f]\d{3})+(?![\d])|(?<![\w.,])\d+(?:[.,]\d{1,2})?")
_LETTERS = re.compile(r"\s?[^\W\d_]+")
_SENTENCE_END = frozenset(".!?…。！？:\n•")
_DROP = str.maketrans("", "", "aeiouyhw'’-. ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a report's own words tell of names and numbers, as text: a hundred thousand reports are held at once.

    Of `sure` facts and of those that `may` be (names that only open a sentence) each line has a key and, behind a tab, how
    the report writes it.
    """

    sure: str
    may: str
    matters: str
    """What it tells of, in any language, with spaces between."""
    han: bool
    """Whether it is written in Chinese characters: names are then known by coarse sounds only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a report can be recognised by, as keys: names and numbers ("facts") and matters."""

    facts: frozenset[str]
    matters: frozenset[str]
    told: Words

    @property
    def han(self) -> bool:
        """Whether it is written in Chinese characters: names are then known by coarse sounds only."""
        return self.told.han

    @property
    def sure(self) -> dict[str, str]:
        """How the report writes each fact that is one whatever stands in other reports."""
        return _lines(self.told.sure)


def policy() -> dict[str, Any]:
    """Return the table of how facts are told and weighed."""
    rows: dict[str, Any] = table("retold.compare", "weights.toml")["facts"]
    return rows


def traits(reports: Sequence[Words], *, but: frozenset[str] = frozenset()) -> list[Traits]:
    """Return what each report can be recognised by, but for the words in `but` (agencies' names).

    A capital at the start of a sentence is a name where the same word is one in mid-sentence in any of the reports.
    """
    barred = barring(but)
    known = {key for told in reports for key in _lines(told.sure)}
    return [trait(told, known, barred) for told in reports]


def barring(names: Iterable[str]) -> frozenset[str]:
    """Return the keys of words that tell nothing, those of agencies' names."""
    return frozenset(f"n:{skeleton(word)}" for word in names)


def trait(told: Words, known: Container[str], barred: AbstractSet[str]) -> Traits:
    """Return what a report can be recognised by, where some names are known from other reports and some tell nothing."""
    keys = {*_lines(told.sure), *(key for key in _lines(told.may) if key in known)}
    about = frozenset(map(intern, told.matters.split()))
    return Traits(facts=frozenset(map(intern, keys - barred)), matters=about, told=told)


def _lines(text: str) -> dict[str, str]:
    return dict(line.split("\t", 1) for line in text.split("\n") if line)


def words(report: Report) -> Words:
    """Return what a report's own words tell, whatever stands in others."""
    names, capitals, han = _words(report)
    sure: dict[str, str] = {}
    may: dict[str, str] = {}
    for into, word in (*((sure, w) for w in names), *((may, w) for w in capitals)):
        if word[-1] == "*" or (len(word) < 8 and any(c.isdigit() for c in word)):  # "Q*", "F-16": names without a sound
            sure.setdefault(f"c:{word.upper()}", word)
        elif len(key := skeleton(word)) > 1:
            into.setdefault(f"n:{key}", word)
    for number, digits in _numbers(report):
        sure.setdefault(number, " ".join(digits.split()))
    keyed = ["\n".join(f"{k}\t{w}" for k, w in told.items()) for told in (sure, {k: may[k] for k in may.keys() - sure.keys()})]
    about = " ".join(sorted(matters(report)))
    return Words(sure=keyed[0], may=keyed[1], matters=about, han=han)


def _words(report: Report) -> tuple[list[str], list[str], bool]:
    """Return a report's names, the capitals that may be names (they open a sentence), and whether it is in Chinese characters."""
    names: list[str] = []
    capitals: list[str] = []
    length = han = 0
    german = report.language == "de"
    for span in lines(report):
        text = report.text[span.start : span.end]
        length += len(text)
        for match in _CAPITAL.finditer(text):
            word = match.group()
            if "\u4e00" <= word[0] <= "\u9fff":
                names.extend(_foreign(word))
                han += len(word)
            elif word[0].isupper():
                sure = not _opens(text, match.start()) and (not german or _in_full(text, match))
                (names if sure else capitals).append(word.removesuffix("'s").removesuffix("’s"))
    return names, capitals, han > policy()["chinese"] * length


def _opens(text: str, at: int) -> bool:
    """Return whether a word stands at the start of a sentence or of a quotation, where every word has a capital."""
    before = text[max(0, at - 2) : at]
    return len(before.strip()) == 0 or any(c in _SENTENCE_END or c in '“"«„(' for c in before)


def _in_full(text: str, match: re.Match[str]) -> bool:
    """Return whether a word stands beside another capital: German nouns have capitals too, but rarely two in a row."""
    start, end = match.span()
    before = text[max(0, start - 40) : start]
    follows = before.endswith(" ") and before.rstrip(" ").rpartition(" ")[2][:1].isupper()
    return follows or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())


def _foreign(run: str) -> Iterator[str]:
    """Yield the runs of two to six characters that write foreign names, in a run of Chinese."""
    sounds = _sounds()
    start = None
    for i, c in enumerate(run + "。"):
        if c in sounds:
            start = i if start is None else start
        elif start is not None:
            if 2 <= i - start <= 6:
                yield run[start:i]
            start = None


@cache
def _sounds() -> frozenset[str]:
    return frozenset(policy()["sounds"])


@lru_cache(maxsize=200_000)
def skeleton(name: str) -> str:
    """Return the consonants of a name in Latin letters, alike sounds as one ("Kirchner", "Кирхнер" -> "krknr")."""
    plain = anyascii(name).lower()
    for old, new in (
        ("sch", "s"),
        ("ph", "f"),
        ("kh", "k"),
        ("ch", "k"),
        ("sh", "s"),
        ("zh", "s"),
        ("ck", "k"),
        ("x", "ks"),
        ("q", "k"),
    ):
        plain = plain.replace(old, new)
    plain = plain.translate(str.maketrans("czvjg", "ksfsk")).translate(_DROP)
    return "".join(c for i, c in enumerate(plain) if not i or c != plain[i - 1])


@lru_cache(maxsize=200_000)
def coarse(key: str) -> str:
    """Return a fact's key as Chinese would sound it: l for r, t for d, p for b."""
    if not key.startswith("n:"):
        return key
    plain = key[2:].translate(str.maketrans("rdbf", "ltpp"))
    return "n:" + "".join(c for i, c in enumerate(plain) if not i or c != plain[i - 1])


def _numbers(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the report's numbers as keys, with how they are written there."""
    least = policy()["least_number"]
    for span in lines(report):
        text = report.text[span.start : span.end]
        for match in _NUMBER.finditer(text):
            after = text[match.end() : match.end() + 14]
            value = _value(match.group()) * (scale := _scale(after))
            if value >= least:
                yield f"N:{value:.10g}", match.group() + (_LETTERS.match(after) or [""])[0] * (scale > 1)


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,  \u202f]\d{3})+", digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))


@lru_cache(maxsize=50_000)
def _scale(after: str) -> float:
    """Return by what the words behind a number multiply it, 1 for most."""
    word = after.strip().lower()
    return next((times for times, words in _scales() if word.startswith(words)), 1.0)


@cache
def _scales() -> tuple[tuple[float, tuple[str, ...]], ...]:
    return tuple((float(row["times"]), tuple(row["words"])) for row in policy()["scale"])
