"""Who copies, copies runs of words: five in a row are rarely shared by chance, and hardly ever many times over.

Only the article's own words count, never chrome. What stands in quotation marks counts for less: independent reports
quote the same speech. Shingles and candidates after Broder (1997), with an index of the rare ones in place of MinHash:
one shingle in eight, chosen by its hash, finds more of the pairs that share little, at a cost that grows with the reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retold.model import Report, Span
from retold.tables import table

Hashes = NDArray[np.uint64]
Weights = NDArray[np.float64]

_WORD = re.compile(r"[\u2e80-\u9fff\u3040-\u30ff]|[^\W_]+")
_QUOTED = re.compile(
    r"“[^“”\n]{1,1500}[”“\"]|«[^«»\n]{1,1500}»|„[^„“”\n]{1,1500}[“”]|\"[^\"\n]{1,1500}\"|「[^「」\n]{1,600}」|《[^》\n]{1,80}》"
)
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """A report's shingles: distinct hashes in order, the weight of each, the weights' sum, and its number of words."""

    hashes: Hashes
    weights: Weights
    total: float
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """What two reports share word for word. `jaccard` of all, `contained` of the shorter, `passages` in shingles."""

    jaccard: float
    contained: float
    passages: int


FEW = 2
"""Reports of a passage that is not rare with which each is paired, so that all hang together."""
NOTHING = Reuse(jaccard=0.0, contained=0.0, passages=0)


def policy() -> dict[str, Any]:
    """Return the table of how reuse is measured."""
    rows: dict[str, Any] = table("retold.compare", "weights.toml")["reuse"]
    return rows


@lru_cache(maxsize=2)  # a report's marks are taken one after the other, and all of them are of these lines
def lines(report: Report) -> tuple[Span, ...]:
    """Return a report's own lines: the first, and all others that are no headlines, which are links to other stories."""
    return tuple(s for i, s in enumerate(report.body) if not i or not _heading(report.text[s.start : s.end]))


def shingles(report: Report) -> Shingles:
    """Return the shingles of the article's own words; a report without any has none."""
    words, quoted, size = _words(report)
    if not len(words):
        return Shingles(np.empty(0, np.uint64), np.empty(0), 0.0, 0)
    values = _rolled(words, size)
    weights = 1.0 - (1.0 - policy()["quoted"]) * np.convolve(quoted, np.ones(size), "valid") / size
    hashes, first = np.unique(values, return_index=True)
    kept = weights[first]
    return Shingles(hashes, kept, float(kept.sum()), len(words))


def _words(report: Report) -> tuple[Hashes, Weights, int]:
    """Return the hash of each of a report's own words, 1 for each in quotation marks, and how many make a shingle."""
    spans, rows = lines(report), policy()
    parts = [_paragraph(report.text[s.start : s.end]) for s in spans]
    words = np.array([h for hashes, _ in parts for h in hashes], dtype=np.uint64)
    quoted = np.array([q for _, marks in parts for q in marks], dtype=np.float64)
    dense = sum(1 for s in spans for c in report.text[s.start : s.end][:400] if "\u2e80" <= c <= "\u9fff")
    return words, quoted, min(rows["characters"] if dense > len(words) // 3 else rows["words"], len(words))


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Words of a report in a row: where they stand, how many, the share of them outside quotation marks, their shingles."""

    span: Span
    words: int
    unquoted: float
    hashes: Hashes


BETWEEN = 3
"""Words between two runs that make them one: a word that was changed, or put in."""


def runs(report: Report, among: Hashes) -> list[Run]:
    """Return the runs of a report's own words whose shingles are among these, in order of its text."""
    words, quoted, size = _words(report)
    if not len(words) or not len(among):
        return []
    values = _rolled(words, size)
    hits = np.flatnonzero(np.isin(values, among))
    if not len(hits):
        return []
    ends = [m.span() for s in lines(report) for m in _WORD.finditer(report.text, s.start, s.end)]
    parts = np.split(hits, np.flatnonzero(np.diff(hits) >= size + BETWEEN) + 1)
    found = []
    for part in parts:
        first, last = int(part[0]), int(part[-1]) + size
        span = Span(ends[first][0], ends[last - 1][1])
        found.append(Run(span, last - first, float(1.0 - quoted[first:last].mean()), np.unique(values[part])))
    return found


def _heading(text: str) -> bool:
    """Return whether a line is set in capitals as English headlines are: the links to other stories are, which pages share."""
    rows = table("retold.compare", "weights.toml")["heading"]
    if len(text) > rows["longest"]:
        return False
    words = text.split()
    capitals = sum(w.lstrip("“\"‘'($")[:1].isupper() or not w[0].isalpha() for w in words)
    return len(words) >= rows["words"] and capitals >= rows["capitals"] * len(words) and not text.isupper()


def _paragraph(text: str) -> tuple[list[int], list[bool]]:
    """Return the hash of each word (character, in Chinese) and whether it stands in quotation marks."""
    quotes = [m.span() for m in _QUOTED.finditer(text)]
    if not quotes:
        hashes = [_HASHES[w] for w in _WORD.findall(text)]
        return hashes, [False] * len(hashes)
    hashes, marks, at = [], [], 0
    for match in _WORD.finditer(text):
        start = match.start()
        while at < len(quotes) and quotes[at][1] <= start:
            at += 1
        hashes.append(_HASHES[match.group()])
        marks.append(at < len(quotes) and quotes[at][0] <= start)
    return hashes, marks


class _Hashes(dict[str, int]):
    """The hash of each word met so far; the same in every run of the program."""

    most = 500_000

    def __missing__(self, word: str) -> int:
        if len(self) >= self.most:
            self.clear()
        value = int.from_bytes(blake2b(word.casefold().encode(), digest_size=8).digest(), "little")
        self[word] = value
        return value


_HASHES = _Hashes()


def _rolled(words: Hashes, size: int) -> Hashes:
    """Return a hash for each run of `size` words, the same in every run of the program."""
    count = len(words) - size + 1
    value = np.zeros(count, dtype=np.uint64)
    for i in range(size):
        value = (value ^ words[i : i + count]) * _MIX
        value ^= value >> np.uint64(29)
    return value


def overlap(a: Shingles, b: Shingles) -> Reuse:
    """Return what two reports share."""
    if not a.words or not b.words:
        return NOTHING
    if len(a.hashes) > len(b.hashes):
        a, b = b, a
    found = np.minimum(b.hashes.searchsorted(a.hashes), len(b.hashes) - 1)  # both are sorted: no need to sort them as one
    left = np.flatnonzero(b.hashes[found] == a.hashes)
    if not len(left):
        return NOTHING
    shared = float(np.minimum(a.weights[left], b.weights[found[left]]).sum())
    smaller = min(a.total, b.total)
    return Reuse(jaccard=shared / (a.total + b.total - shared), contained=min(1.0, shared / smaller), passages=len(left))


def candidates(reports: Sequence[Shingles]) -> set[tuple[int, int]]:
    """Return the pairs of reports (by place, the lower first) that share at least two rare shingles of the index."""
    rows, count = policy(), len(reports)
    hashes, owners = _sampled(reports, rows["one_in"])
    after = _followers(hashes, rows["present"])
    shared = [np.empty(0, np.int64)]
    for step in range(1, int(after.max(initial=0)) + 1):
        at = np.flatnonzero(after >= step)
        shared.append(owners[at] * count + owners[at + step])
    pairs, times = np.unique(np.concatenate(shared), return_counts=True)
    kept = pairs[times >= rows["shared"]]
    return set(zip((kept // count).tolist(), (kept % count).tolist(), strict=True))


def _followers(hashes: Hashes, present: int) -> NDArray[np.int64]:
    """Return with how many of those behind it each place is paired: all of the same hash, or the next few if it is not rare."""
    edges = np.flatnonzero(np.diff(hashes, prepend=~hashes[:1], append=~hashes[-1:]))
    sizes = np.diff(edges)
    behind = np.repeat(edges[1:], sizes) - np.arange(len(hashes)) - 1
    return np.where(np.repeat(sizes, sizes) <= present, behind, np.minimum(behind, FEW))


def _sampled(reports: Sequence[Shingles], one_in: int) -> tuple[Hashes, NDArray[np.int64]]:
    """Return the hashes that go into the index, sorted, with the report of each. Short reports give all of theirs."""
    every, owner = [], []
    for i, one in enumerate(reports):
        chosen = sampled(one, one_in)
        every.append(chosen)
        owner.append(np.full(len(chosen), i, dtype=np.int64))
    hashes, owners = np.concatenate(every or [np.empty(0, np.uint64)]), np.concatenate(owner or [np.empty(0, np.int64)])
    order = np.argsort(hashes, kind="stable")
    return hashes[order], owners[order]


def sampled(one: Shingles, one_in: int) -> Hashes:
    """Return the hashes of a report that go into the index."""
    return one.hashes if one.words < 40 * one_in else one.hashes[one.hashes % np.uint64(one_in) == 0]
