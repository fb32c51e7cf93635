"""A report's passages are its sentences, each known by what carries over into another's words: names, numbers, stems, roles.

Stems are letters of the Latin alphabet, names their consonants, so that most of it carries over into other languages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from retold.compare.drift.lexicon import Mark, lexicon
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.within import Within
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
TEXTS = 64
"""Reports of which the same is kept."""
SENTENCES = 8192
"""Sentences whose words are kept: the reports of a family have most of them in common."""
_BROKEN = re.compile(r"(?:\.\.\.|…|\[…\]|[^\W_])[\s\"”’)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A sentence cut into words, whatever report it stands in; the places of its words count from its own beginning."""

    words: tuple[Word, ...]
    texts: tuple[str, ...]
    marks: tuple[Mark, ...]
    figures: tuple[Figure, ...]
    keys: frozenset[str]


@dataclass(frozen=True, kw_only=True, eq=False)
class Segment:
    """A passage of a report: a sentence, as it is aligned. `place` is its ordinal, `keys` what it can be recognised by."""

    place: int
    start: int
    """Where the sentence begins that was cut; `span` begins with its first word."""
    span: Span
    cut: Cut
    keys: frozenset[str]
    headline: bool

    @property
    def texts(self) -> tuple[str, ...]:
        """Its words in small letters: two passages that have the same are one word for word."""
        return self.cut.texts

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Which of its words belong to rows of the lexicon."""
        return self.cut.marks

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its numbers in digits."""
        return self.cut.figures

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words with their places in the report's text."""
        by = self.start
        return tuple(Word(w.text, Span(w.span.start + by, w.span.end + by), w.capital) for w in self.cut.words)

    def of(self, *kinds: str) -> list[Mark]:
        """Return its marks of these kinds."""
        return [m for m in self.marks if m.kind in kinds]

    def rows(self, kind: str) -> frozenset[str]:
        """Return the rows of a kind that it has words of."""
        return frozenset(m.row for m in self.marks if m.kind == kind)

    def says(self, mark: Mark) -> Span:
        """Return where the words of a mark stand in the report."""
        return Span(self.words[mark.start].span.start, self.words[mark.end - 1].span.end)


@dataclass(frozen=True, kw_only=True, eq=False)
class Text:
    """A report ready to be compared."""

    reading: Reading
    passages: tuple[Segment, ...]

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
        return frozenset(row for (name, row) in self._having if name == kind and row is not None)

    def having(self, kind: str, row: str) -> Sequence[Segment]:
        """Return the passages that have words of a row."""
        return self._having.get((kind, row), ())

    def with_marks(self, kind: str) -> Sequence[Segment]:
        """Return the passages that have words of any row of a kind."""
        return self._having.get((kind, None), ())

    @cached_property
    def _having(self) -> Mapping[tuple[str, str | None], list[Segment]]:
        found: dict[tuple[str, str | None], list[Segment]] = defaultdict(list)
        for passage in self.passages:
            for key in {(m.kind, row) for m in passage.marks for row in (m.row, None)}:
                found[key].append(passage)
        return found

    def at(self, place: int) -> Segment | None:
        """Return the passage of an ordinal, None where there is none."""
        return self._by_place.get(place)

    @cached_property
    def _by_place(self) -> Mapping[int, Segment]:
        return {p.place: p for p in self.passages}

    @cached_property
    def by_words(self) -> Mapping[tuple[str, ...], Segment]:
        """The first passage that has just these words."""
        return {p.texts: p for p in reversed(self.passages)}

    @cached_property
    def by_key(self) -> Mapping[str, list[int]]:
        """The passages that have a key, as indexes of `passages`."""
        index: dict[str, list[int]] = defaultdict(list)
        for at, passage in enumerate(self.passages):
            for key in passage.keys:
                index[key].append(at)
        return dict(index)

    @cached_property
    def within(self) -> Within:
        """What the finders marked in each passage."""
        return Within(reading=self.reading, passages=self.passages)

    def wording(self, passage: Segment, mark: Mark) -> str:
        """Return the report's words for a mark."""
        start, end = passage.says(mark)
        return self.report.text[start:end]

    @property
    def cut(self) -> bool:
        """Whether the report breaks off: then nothing that it lacks was dropped."""
        last = self.report.text[self.report.body[-1].start : self.report.body[-1].end] if self.report.body else ""
        return bool(_BROKEN.search(last.rstrip()[-12:])) and not last.rstrip().endswith((".", "。", "!", "?", "”", '"'))


def text_of(reading: Reading) -> Text:
    """Return a report as passages: its headline, then the sentences of its body."""
    report = reading.report
    spans = [(s, False) for s in _within(reading.sentences or report.body, report.body)]
    if report.headline:
        spans.insert(0, (report.headline, True))
    made = []
    taken_up = _taken_up(reading, [span for span, _ in spans])
    for place, (span, headline) in enumerate(spans[:MOST]):
        cut = cut_of(report.text[span.start : span.end], report.language)
        if cut.words:
            begins = Span(span.start + cut.words[0].span.start, span.end)
            keys = cut.keys | taken_up[place] if taken_up[place] else cut.keys
            made.append(Segment(place=place, start=span.start, span=begins, cut=cut, keys=keys, headline=headline))
    return Text(reading=reading, passages=tuple(made))


@lru_cache(maxsize=SENTENCES)
def cut_of(sentence: str, language: str | None) -> Cut:
    """Return a sentence as its words and what they belong to. A sentence met again is not cut again."""
    found = words(sentence, LONGEST)
    texts = tuple(w.text for w in found)
    marks, numbers = tuple(lexicon(language).marks(texts)), tuple(figures(found))
    return Cut(words=tuple(found), texts=texts, marks=marks, figures=numbers, keys=_keys(found, marks, numbers))


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
    return frozenset().union(*(_keys_of(w.text, w.capital) for w in found))


@lru_cache(maxsize=200_000)
def _keys_of(word: str, capital: bool) -> tuple[str, ...]:
    if word[0].isdigit():
        return ()
    stem = _stem(word)
    name = f"n:{skeleton(word) or stem}" if capital and len(word) > 1 else None
    return tuple(k for k in (name, stem) if k)


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
