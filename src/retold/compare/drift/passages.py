"""A report's passages are its sentences, each known by what carries over into another's words: names, numbers, stems, roles.

Stems are letters of the Latin alphabet, names their consonants, so that most of it carries over into other languages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.compare.drift.lexicon import Mark, lexicon
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.words import Figure, Word, figures, words
from retold.compare.likeness import STEM, fold
from retold.compare.rare_facts import skeleton
from retold.model import Reading, Report, Span
from retold.tables import table

MOST = 400
"""Passages of a report that are compared; what comes after them is not looked at."""
LONGEST = 200
"""Words of a passage that are looked at."""
CACHED = 1024
"""Passages of which what was looked up is kept: those of a retelling and of the versions it is held against."""
_BROKEN = re.compile(r"(?:\.\.\.|…|\[…\]|[^\W_])[\s\"”’)]*$")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Passage:
    """A sentence of a report. `place` is its ordinal, `keys` what it can be recognised by."""

    place: int
    span: Span
    words: tuple[Word, ...]
    marks: tuple[Mark, ...]
    figures: tuple[Figure, ...]
    keys: frozenset[str]
    headline: bool

    def of(self, *kinds: str) -> list[Mark]:
        """Return its marks of these kinds."""
        return [m for m in self.marks if m.kind in kinds]

    def rows(self, kind: str) -> frozenset[str]:
        """Return the rows of a kind that it has words of."""
        return frozenset(m.row for m in self.marks if m.kind == kind)

    def says(self, mark: Mark) -> Span:
        """Return where the words of a mark stand in the report."""
        return Span(self.words[mark.start].span.start, self.words[mark.end - 1].span.end)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Text:
    """A report ready to be compared."""

    reading: Reading
    passages: tuple[Passage, ...]

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.reading.report

    @property
    def name(self) -> str:
        """The report's name."""
        return self.reading.report.name

    def rows(self, kind: str) -> frozenset[str]:
        """Return the rows of a kind that any passage has words of."""
        return _rows(self, kind)

    def wording(self, passage: Passage, mark: Mark) -> str:
        """Return the report's words for a mark."""
        start, end = passage.says(mark)
        return self.report.text[start:end]

    @property
    def cut(self) -> bool:
        """Whether the report breaks off: then nothing that it lacks was dropped."""
        last = self.report.text[self.report.body[-1].start : self.report.body[-1].end] if self.report.body else ""
        return bool(_BROKEN.search(last.rstrip()[-12:])) and not last.rstrip().endswith((".", "。", "!", "?", "”", '"'))


@lru_cache(maxsize=CACHED)
def _rows(text: Text, kind: str) -> frozenset[str]:
    return frozenset(m.row for p in text.passages for m in p.marks if m.kind == kind)


def text_of(reading: Reading) -> Text:
    """Return a report as passages: its headline, then the sentences of its body."""
    report = reading.report
    spans = [(s, False) for s in _within(reading.sentences or report.body, report.body)]
    if report.headline:
        spans.insert(0, (report.headline, True))
    known = lexicon(report.language)
    made = []
    taken_up = _taken_up(reading, [span for span, _ in spans])
    for place, (span, headline) in enumerate(spans[:MOST]):
        found = words(report.text, span)[:LONGEST]
        marks = tuple(known.marks([w.text for w in found]))
        numbers = tuple(figures(found))
        made.append(
            Passage(
                place=place,
                span=Span(found[0].span.start, span.end) if found else span,
                words=tuple(found),
                marks=marks,
                figures=numbers,
                keys=_keys(found, marks, numbers) | taken_up[place],
                headline=headline,
            )
        )
    return Text(reading=reading, passages=tuple(p for p in made if p.words))


def _within(sentences: Sequence[Span], body: Sequence[Span]) -> list[Span]:
    """Return what of each sentence stands in the article's own words, in order of the text."""
    found, at = [], 0
    ordered = sorted(body)
    for start, end in sorted(sentences):
        while at < len(ordered) and ordered[at].end <= start:
            at += 1
        for paragraph in ordered[at : at + 8]:
            if paragraph.start >= end:
                break
            found.append(Span(max(start, paragraph.start), min(end, paragraph.end)))
    return found


def _keys(found: Sequence[Word], marks: Sequence[Mark], numbers: Sequence[Figure]) -> frozenset[str]:
    """Return what a passage can be recognised by, what its words belong to in every language among it."""
    rules = drift_rules().alignment
    concepts = {f"k:{m.kind}/{m.row}" for m in marks if m.kind in rules.concepts}
    concepts |= {f"k:{m.kind}" for m in marks if m.kind in rules.ladders}
    return keys_of(found) | concepts | {f"N:{f.value:g}" for f in numbers}


def _taken_up(reading: Reading, spans: Sequence[Span]) -> list[set[str]]:
    """Return for each passage the names that it only takes up ("he", "the official"), and the days and months it tells."""
    keys: list[set[str]] = [set() for _ in spans]
    starts = [s.start for s in spans]
    for mention in reading.mentions:
        at = bisect_right(starts, mention.span.start) - 1
        if mention.form == "pronoun" and mention.name and at >= 0:
            keys[at].add(f"n:{skeleton(mention.name.split()[-1])}")
    for time in reading.times:
        at = bisect_right(starts, time.span.start) - 1
        if at >= 0 and time.period and time.period.earliest and time.period.latest:
            keys[at].add(f"t:{time.period.earliest:%y%m%d}-{time.period.latest:%y%m%d}")
    return keys


def keys_of(found: Sequence[Word]) -> frozenset[str]:
    """Return what words can be recognised by: stems, and the consonants of names."""
    keys = set()
    for word in found:
        if word.text[0].isdigit():
            continue
        stem = _stem(word.text)
        if word.capital and len(word.text) > 1:
            keys.add(f"n:{skeleton(word.text) or stem}")
        if stem:
            keys.add(stem)
    return frozenset(keys)


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str | None:
    """Return the first letters of a content word in Latin letters, None for one that says nothing."""
    if "\u3400" <= word[0] <= "\u9fff":
        return None
    plain = word if word.isascii() else fold(word)
    return None if len(plain) < 3 or plain in _dull() else plain[:STEM]


def _dull() -> frozenset[str]:
    return _function_words(tuple(table("retold.compare", "words.toml")["function_words"]))


@lru_cache(maxsize=1)
def _function_words(words_: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words_)
