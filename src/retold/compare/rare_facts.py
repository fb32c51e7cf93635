"""Two reports of one story share its small change: a sum, an age, a date, the names of minor figures.

What is shared counts by how rare it is among the reports at hand, so that the names everybody has say little. Names are
brought to Latin letters and reduced to their consonants ("Мадаров", "Madarow" -> "mdrv"), which carries them across
languages and scripts; words of some length are cut to their stem, which carries international ones ("transition",
"transición"). Chinese has no capitals: runs of the characters that are used to write foreign names stand for names.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii

from retold.model import Report
from retold.tables import table

_WORD = re.compile(r"[\u4e00-\u9fff]+|[A-Z]\*|[^\W\d_][^\W\u4e00-\u9fff]*(?:[’'-][^\W\u4e00-\u9fff]+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,  \u202f]\d{3})+(?![\d])|(?<![\w.,])\d+(?:[.,]\d{1,2})?")
_SENTENCE_END = frozenset(".!?…。！？:\n•")
_DROP = str.maketrans("", "", "aeiouyhw'’-. ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a report can be recognised by, as keys: names and numbers ("facts"), stems of longer words ("words"), and
    both again for its first words ("lead")."""

    facts: frozenset[str]
    words: frozenset[str]
    lead_facts: frozenset[str]
    lead_words: frozenset[str]
    written: Mapping[str, str]
    """How the report writes each fact."""
    han: bool
    """Whether it is written in Chinese characters: names are then known by coarse sounds only."""


def policy() -> dict[str, Any]:
    """Return the table of how facts are told and weighed."""
    rows: dict[str, Any] = table("retold.compare", "weights.toml")["facts"]
    return rows


def traits(reports: Sequence[Report], *, but: frozenset[str] = frozenset()) -> list[Traits]:
    """Return what each report can be recognised by, but for the words in `but` (agencies' names).

    A capital at the start of a sentence is a name where the same word is one in mid-sentence in any of the reports.
    """
    read = [_words(r) for r in reports]
    barred = {skeleton(w) for w in but}
    known = {skeleton(w) for words in read for w, name, _ in words if name} - barred
    read = [[(w, name and skeleton(w) not in barred, at) for w, name, at in words] for words in read]
    return [_traits(report, words, known) for report, words in zip(reports, read, strict=True)]


def _traits(report: Report, words: list[tuple[str, bool, int]], known: set[str]) -> Traits:
    lead = policy()["lead_words"]
    facts: dict[str, int] = {}
    written: dict[str, str] = {}
    stems: dict[str, int] = {}
    for word, name, at in words:
        key = skeleton(word)
        if word[-1] == "*" or (len(word) < 8 and any(c.isdigit() for c in word)):  # "Q*", "F-16": names that have no sound
            facts.setdefault(f"c:{word.upper()}", at)
            written.setdefault(f"c:{word.upper()}", word)
        elif len(key) > 1 and (name or (word[0].isupper() and key in known)):
            facts.setdefault(f"n:{key}", at)
            written.setdefault(f"n:{key}", word)
        if stem := _stem(word):
            stems.setdefault(stem, at)
    for number, at in _numbers(report, len(words)):
        facts.setdefault(number, at)
        written.setdefault(number, number[2:])
    han = sum("\u4e00" <= c <= "\u9fff" for w, _, _ in words[:200] for c in w[:1]) > len(words[:200]) // 2
    return Traits(
        facts=frozenset(facts),
        words=frozenset(stems),
        lead_facts=frozenset(k for k, at in facts.items() if at < lead),
        lead_words=frozenset(k for k, at in stems.items() if at < lead),
        written=written,
        han=han,
    )


def _words(report: Report) -> list[tuple[str, bool, int]]:
    """Return (word, whether it is surely a name, its ordinal) for the article's own words."""
    found: list[tuple[str, bool, int]] = []
    for span in report.body:
        text = report.text[span.start : span.end]
        previous = "\n"
        for match in _WORD.finditer(text):
            word = match.group()
            if "\u4e00" <= word[0] <= "\u9fff":
                found.extend((name, True, len(found)) for name in _foreign(word))
                previous = word
                continue
            between = text[max(0, match.start() - 2) : match.start()]
            starts = previous == "\n" or any(c in _SENTENCE_END or c in '“"«„(' for c in between)
            found.append((word.removesuffix("'s").removesuffix("’s"), word[0].isupper() and not starts, len(found)))
            previous = word
    return found


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
        ("tsch", "s"),
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


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str | None:
    plain = anyascii(word).lower() if not word.isascii() else word.lower()
    return plain[: policy()["stem"]] if len(plain) >= policy()["stem"] else None


def _numbers(report: Report, words: int) -> Iterator[tuple[str, int]]:
    """Yield the report's numbers as keys, with about the ordinal of the word where each stands."""
    length = max(1, sum(s.end - s.start for s in report.body))
    done = 0
    for span in report.body:
        text = report.text[span.start : span.end]
        for match in _NUMBER.finditer(text):
            value = _value(match.group()) * _scale(text[match.end() : match.end() + 14])
            if value >= policy()["least_number"]:
                yield f"N:{value:g}", (done + match.start()) * words // length
        done += len(text)


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[.,  \u202f]\d{3})+", digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))


def _scale(after: str) -> float:
    word = after.strip().lower()
    return next((float(row["times"]) for row in policy()["scale"] if any(word.startswith(w) for w in row["words"])), 1.0)


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each key is among the reports at hand, as a weight."""

    weights: Mapping[str, float]

    def cosine(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Return the cosine of two bundles, 0 to 1."""
        shared = sum(self.weights.get(k, 0.0) ** 2 for k in a & b)
        return shared / math.sqrt(self.norm(a) * self.norm(b)) if shared else 0.0

    def share(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """Return how much of a bundle another has, 0 to 1."""
        norm = self.norm(part)
        return self.norm(part & whole) / norm if norm else 0.0

    def norm(self, bundle: frozenset[str]) -> float:
        """Return the square of a bundle's length."""
        return sum(self.weights.get(k, 0.0) ** 2 for k in bundle)


def rarity(bundles: Iterable[frozenset[str]]) -> Rarity:
    """Return weights as inverse document frequency, smoothed so that two reports alone can be compared."""
    counts: Counter[str] = Counter()
    total = 0
    for bundle in bundles:
        counts.update(bundle)
        total += 1
    smooth = policy()["smooth"]
    return Rarity({k: math.log((total + smooth) / (n + smooth / 10)) for k, n in counts.items()})


def candidates(bundles: Sequence[frozenset[str]], rare: Rarity) -> set[tuple[int, int]]:
    """Return the pairs that share most, by rarity, of the facts that few reports have; at most so many a report."""
    rows = policy()
    index: dict[str, list[int]] = {}
    for i, bundle in enumerate(bundles):
        for key in bundle:
            index.setdefault(key, []).append(i)
    found: set[tuple[int, int]] = set()
    for i, bundle in enumerate(bundles):
        scores: dict[int, float] = {}
        for key in sorted(bundle, key=lambda k: len(index[k])):
            if len(index[key]) > rows["present"]:
                break
            for j in index[key]:
                scores[j] = scores.get(j, 0.0) + rare.weights[key] ** 2
        scores.pop(i, None)
        best = sorted(scores, key=lambda j: (-scores[j], j))[: rows["neighbours"]]
        found.update((min(i, j), max(i, j)) for j in best)
    return found
