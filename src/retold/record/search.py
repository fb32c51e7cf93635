"""A search finds words where a report says them itself, and leads to the very letters; a claim is found by any wording of it.

What a user types is never FTS5's own language: `asked.py` takes it as words, phrases and OR, NOT and * between them. The index
is told in schema/6_search.sql; ranks are BM25 (Robertson and Zaragoza 2009), a word of the title counting for more.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, NamedTuple, TypeVar

from retold.model import Span
from retold.record import store
from retold.record.as_of import AsOf
from retold.record.asked import expression
from retold.record.case import Case
from retold.record.passages import CLOSE, OPEN, around, densest, places
from retold.record.ranked import CLAIMS, REPORTS, WORDINGS, Index, ranked, select
from retold.record.words import TOKENS, Fold, add, own

MOST = 500
"""Hits that one answer holds at most, however many are asked for."""
_MENTIONS = """
SELECT m.id, r.id, r.name, m.start, m.end, m.words, m.stance, m.speaker
FROM claim_mentions AS m
JOIN reports AS r ON r.id = m.report
WHERE m.claim = ?2 AND (HOLDS(m) OR ?3 AND EVER(m)) AND (?4 IS NULL OR m.published <= ?4) ORDER BY m.id
"""
_CLAIM = "SELECT c.kind, c.text, c.origins, c.denied_by FROM claims AS c WHERE c.claim = ?2 AND {0} ORDER BY c.id DESC LIMIT 1"
_FAMILIES = """
SELECT t.report, t.family FROM tellings AS t
WHERE t.report IN (SELECT value FROM json_each(?2)) AND HOLDS(t) AND t.family IS NOT NULL
"""
_TOLD = """
SELECT r.id, r.name, r.version, HOLDS(r), r.outlet, r.published, r.title, r.language, t.text
FROM reports AS r JOIN texts AS t ON t.digest = r.text WHERE r.id = ?2
"""


class _Ranked(NamedTuple):
    """A claim, its rank (the less the better), and the mention whose wording was found."""

    score: float
    claim: str
    mention: int | None = None


class _Mention(NamedTuple):
    id: int
    number: int
    report: str
    start: int
    end: int
    words: str
    stance: str
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is searched for: `words` as typed, hits from the one numbered `first` (from 1), `most` of them at most. `until`
    leaves out what reports that may be of a later day (UTC) say, `held` what the case did not hold at that moment;
    `all_versions` also finds what it held before."""

    words: str
    first: int = 1
    most: int = 20
    until: date | None = None
    held: datetime | None = None
    all_versions: bool = False

    def page(self) -> slice:
        """Return which of all hits are asked for."""
        start = max(self.first, 1) - 1
        return slice(start, start + min(max(self.most, 0), MOST))

    @property
    def as_of(self) -> AsOf:
        """Return which record is searched."""
        return AsOf(published=self.until, held=self.held)

    @property
    def day(self) -> str | None:
        """Return the last day of publication as the case writes it, None for any."""
        return self.until.isoformat() if self.until else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHit:
    """A report that has the words, with the passage that has most of them."""

    report: str
    version: int
    held: bool
    """Whether this is the version that the case held then."""
    outlet: str | None
    published: str | None
    title: str | None
    language: str | None
    span: Span | None
    """The passage; None where only the title has the words."""
    words: str
    """The passage, or the title."""
    hits: tuple[Span, ...]
    """What was found within the passage, as places in the report."""
    more: int
    """How many further places of the report were found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimHit:
    """A claim that has the words, itself or in the wording of a report. `reports` and `origins` are those that were searched."""

    claim: str
    kind: str
    text: str
    held: bool
    reports: tuple[str, ...]
    origins: int
    denied_by: str | None
    report: str
    """The report whose wording was found, the first to tell it where the claim itself was."""
    span: Span
    words: str


Hit = TypeVar("Hit", ReportHit, ClaimHit)


@dataclass(frozen=True, slots=True, kw_only=True)
class HitPage(Generic[Hit]):
    """One page of what was found, best first."""

    total: int
    """How many there are in all, or how many at least."""
    whole: bool
    """Whether all were counted: of words that very many have only the newest are."""
    first: int
    """The number of the first of `hits`."""
    hits: tuple[Hit, ...]


def search_reports(case: Case, search: Search) -> HitPage[ReportHit]:
    """Return the reports in which the words stand, each once, best first. Raises `SearchError` for a search that names
    nothing to look for, and `CaseError`."""
    with store.guard(case.path), case.snapshot():
        fold = Fold(case.connection)
        match = expression(search.words, fold)
        rows, whole = _ranked(case, search, REPORTS, match)
        until: dict[str | None, bool] = {}
        if search.until:
            until = {day: search.as_of.includes(day) for day in {day for _, day in rows}}
        ids = [row for row, published in rows if until.get(published, True)]
        hits = _report_hits(case, search, ids[search.page()], (match, fold))
    return HitPage(total=len(ids), whole=whole, first=max(search.first, 1), hits=hits)


def search_claims(case: Case, search: Search) -> HitPage[ClaimHit]:
    """Return the claims that have the words, themselves or as a report words them, best first; with `until` only as reports
    worded them that are searched. Raises what `search_reports` raises."""
    with store.guard(case.path), case.snapshot():
        match = expression(search.words, Fold(case.connection))
        ranked, whole = _ranked_claims(case, search, match)
        hits = tuple(_claim_hit(case, search, each) for each in ranked[search.page()])
    return HitPage(total=len(ranked), whole=whole, first=max(search.first, 1), hits=hits)


def _ranked(case: Case, search: Search, index: Index, match: str) -> tuple[list[tuple[Any, ...]], bool]:
    return ranked(case, search.as_of, index, match, all_versions=search.all_versions)


def _report_hits(case: Case, search: Search, rows: Sequence[int], asked: tuple[str, Fold]) -> tuple[ReportHit, ...]:
    """The reports, with what FTS5 finds in each at its place in the text: it is asked again, of an index that holds the words."""
    match, fold = asked
    known = {row: select(case, search.as_of, _TOLD, row)[0] for row in rows}
    own_words = {row: own(case.connection, row) for row in rows}
    indexed = {row: fold.places(known[row][-1], own_words[row]) for row in rows}
    with contextlib.closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f'CREATE VIRTUAL TABLE report_search USING fts5 (title, words, tokenize = "{TOKENS}")')
        add(memory, "report_search", ((row, fold.text(known[row][6] or ""), indexed[row][0]) for row in rows))
        query = "SELECT rowid, highlight(report_search, 1, ?, ?) FROM report_search WHERE report_search MATCH ?"
        marked: dict[int, str] = dict(memory.execute(query, (OPEN, CLOSE, match)).fetchall())
    return tuple(_report_hit(known[row], places(marked.get(row, ""), indexed[row][1]), own_words[row]) for row in rows)


def _report_hit(known: tuple[Any, ...], found: Sequence[Span], paragraphs: Sequence[Span]) -> ReportHit:
    _, name, version, held, outlet, published, title, language, text = known
    shown = densest(text, found, paragraphs)
    span = around(text, shown, paragraphs) if shown else None
    return ReportHit(
        report=name,
        version=version,
        held=bool(held),
        outlet=outlet,
        published=published,
        title=title,
        language=language,
        span=span,
        words=text[slice(*span)] if span else title or "",
        hits=tuple(each for each in found if span and span.start <= each.start and each.end <= span.end),
        more=sum(1 for each in found if span and not (span.start <= each.start and each.end <= span.end)),
    )


def _ranked_claims(case: Case, search: Search, match: str) -> tuple[list[_Ranked], bool]:
    """Each claim once, as it was found best, and whether that is all; what is of a later day cannot rank, nor tell of, what was
    said until then."""
    claims, whole = _ranked(case, search, CLAIMS, match) if search.until is None else ([], True)
    wordings, all_wordings = _ranked(case, search, WORDINGS, match)
    found = [_Ranked(*row) for row in (*claims, *wordings)]
    best: dict[str, _Ranked] = {}
    for each in sorted(found, key=lambda each: (each.score, each.claim, each.mention or 0)):
        first = best.setdefault(each.claim, each)
        if first.mention is None and each.mention is not None:
            best[each.claim] = first._replace(mention=each.mention)
    return list(best.values()), whole and all_wordings


def _claim_hit(case: Case, search: Search, ranked: _Ranked) -> ClaimHit:
    rows = select(case, search.as_of, _CLAIM.format("HOLDS(c)"), ranked.claim)
    held = bool(rows)
    ((kind, text, origins, denied_by),) = rows or select(case, search.as_of, _CLAIM.format("EVER(c)"), ranked.claim)
    mentions = [_Mention(*row) for row in select(case, search.as_of, _MENTIONS, ranked.claim, search.all_versions, search.day)]
    found = next((each for each in mentions if each.id == ranked.mention), mentions[0])
    if search.until:
        text = " ".join(found.words.split())
        origins = _origins(case, search, mentions)
        denied_by = "; ".join(dict.fromkeys(m.speaker for m in mentions if m.stance == "denied" and m.speaker)) or None
    return ClaimHit(
        claim=ranked.claim,
        kind=kind,
        text=text,
        held=held,
        reports=tuple(dict.fromkeys(each.report for each in mentions)),
        origins=origins,
        denied_by=denied_by,
        report=found.report,
        span=Span(found.start, found.end),
        words=found.words,
    )


def _origins(case: Case, search: Search, mentions: Sequence[_Mention]) -> int:
    """Of how many families and independent reports these mentions are, among the reports that are asked for."""
    families = dict(select(case, search.as_of, _FAMILIES, json.dumps(sorted({m.number for m in mentions}))))
    return len({families.get(m.number) or m.report for m in mentions})
