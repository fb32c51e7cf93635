"""A search finds words where a report says them itself, and leads to the very letters; a claim is found by any wording of it.

What a user types is never FTS5's own language: `asked.py` takes it as words, phrases and OR, NOT and * between them. The index
is told in schema/6_search.sql; ranks are BM25 (Robertson and Zaragoza 2009), a word of the title counting for more.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from retold.model import Problem, Span
from retold.record import store
from retold.record.as_of import AsOf
from retold.record.asked import expression
from retold.record.case import Case
from retold.record.passages import CLOSE, OPEN, around, densest, places
from retold.record.words import INDEXES, TOKENS, Fold, add, own, said

MOST = 500
"""Hits that one answer holds at most, however many are asked for."""
RANKED = {"reports": 10_000, "claims": 4_000}
"""Rows that are ranked, the newest of them: what nearly every row has tells none from another."""

_REPORTS = """
SELECT r.id, r.published FROM (
    SELECT rowid AS id, bm25(report_search, 4.0, 1.0) AS score FROM report_search
    WHERE report_search MATCH ? ORDER BY rowid DESC LIMIT ?
) AS s
JOIN reports AS r ON r.id = s.id
WHERE ? OR r.retracted_at IS NULL
ORDER BY s.score, r.published, r.name
"""
_CLAIMS = """
SELECT s.score, c.claim FROM (
    SELECT rowid AS id, bm25(claim_search, 2.0, 1.0) AS score FROM claim_search
    WHERE claim_search MATCH ? ORDER BY rowid DESC LIMIT ?
) AS s
JOIN claims AS c ON c.id = s.id
WHERE ? OR c.retracted_at IS NULL
"""
_WORDINGS = """
SELECT s.score, m.claim, m.id, r.published FROM (
    SELECT rowid AS id, bm25(wording_search, 0.5, 1.0) AS score FROM wording_search
    WHERE wording_search MATCH ? ORDER BY rowid DESC LIMIT ?
) AS s
JOIN claim_mentions AS m ON m.id = s.id
JOIN reports AS r ON r.id = m.report
WHERE ? OR m.retracted_at IS NULL
"""
_MENTIONS = """
SELECT m.id, r.id, r.name, m.start, m.end, m.words, m.stance, m.speaker, r.published
FROM claim_mentions AS m
JOIN reports AS r ON r.id = m.report
WHERE m.claim = ? AND (? OR m.retracted_at IS NULL) ORDER BY m.id
"""

_FAMILIES = "SELECT report, family FROM tellings WHERE retracted_at IS NULL AND family IS NOT NULL"


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
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is searched for: `words` as typed, hits from the one numbered `first` (from 1), `most` of them at most. `until`
    leaves out what reports that may be of a later day (UTC) say; `all_versions` also finds what the case held before."""

    words: str
    first: int = 1
    most: int = 20
    until: date | None = None
    all_versions: bool = False

    def page(self) -> slice:
        """Return which of all hits are asked for."""
        start = max(self.first, 1) - 1
        return slice(start, start + min(max(self.most, 0), MOST))

    def includes(self, published: str | None) -> bool:
        """Return whether a report of this time of publication is searched."""
        return AsOf(published=self.until).includes(published)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHit:
    """A report that has the words, with the passage that has most of them."""

    report: str
    version: int
    held: bool
    """Whether this is the version that the case holds now."""
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
class Found(Generic[Hit]):
    """One page of what was found, best first."""

    total: int
    """How many there are in all, or how many at least."""
    whole: bool
    """Whether all were counted: of words that very many have only the newest are."""
    first: int
    """The number of the first of `hits`."""
    hits: tuple[Hit, ...]


def search_reports(case: Case, search: Search) -> Found[ReportHit]:
    """Return the reports in which the words stand, each once, best first. Raises `SearchError` for a search that names
    nothing to look for, and `CaseError`."""
    with store.guard(case.path), case.snapshot():
        fold = Fold(case.connection)
        match = expression(search.words, fold)
        rows = case.select(_REPORTS, match, RANKED["reports"], search.all_versions)
        ids = [row for row, published in rows if search.includes(published)]
        shown = ids[search.page()]
        hits = _report_hits(case, shown, match, fold)
    return Found(total=len(ids), whole=len(rows) < RANKED["reports"], first=max(search.first, 1), hits=hits)


def search_claims(case: Case, search: Search) -> Found[ClaimHit]:
    """Return the claims that have the words, themselves or as a report words them, best first; with `until` only as reports
    worded them that are searched. Raises what `search_reports` raises."""
    with store.guard(case.path), case.snapshot():
        match = expression(search.words, Fold(case.connection))
        ranked, whole = _ranked_claims(case, search, match)
        families = dict(case.select(_FAMILIES)) if search.until else {}
        hits = tuple(_claim_hit(case, search, each, families) for each in ranked[search.page()])
    return Found(total=len(ranked), whole=whole, first=max(search.first, 1), hits=hits)


def _report_hits(case: Case, rows: Sequence[int], match: str, fold: Fold) -> tuple[ReportHit, ...]:
    """The reports, with what FTS5 finds in each at its place in the text: it is asked again, of an index that holds the words."""
    columns = "r.id, r.name, r.version, r.retracted_at IS NULL, r.outlet, r.published, r.title, r.language, t.text"
    query = f"SELECT {columns} FROM reports AS r JOIN texts AS t ON t.digest = r.text WHERE r.id = ?"  # noqa: S608
    told = {row: case.select(query, row)[0] for row in rows}
    own_words = {row: own(case.connection, row) for row in rows}
    indexed = {row: fold.places(told[row][-1], own_words[row]) for row in rows}
    with contextlib.closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f'CREATE VIRTUAL TABLE report_search USING fts5 (title, words, tokenize = "{TOKENS}")')
        add(memory, "report_search", ((row, fold.text(told[row][6] or ""), indexed[row][0]) for row in rows))
        query = "SELECT rowid, highlight(report_search, 1, ?, ?) FROM report_search WHERE report_search MATCH ?"
        marked: dict[int, str] = dict(memory.execute(query, (OPEN, CLOSE, match)).fetchall())
    return tuple(_report_hit(told[row], places(marked.get(row, ""), indexed[row][1]), own_words[row]) for row in rows)


def _report_hit(told: tuple[Any, ...], found: Sequence[Span], paragraphs: Sequence[Span]) -> ReportHit:
    _, name, version, held, outlet, published, title, language, text = told
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
    asked = (match, RANKED["claims"], search.all_versions)
    claims = [_Ranked(*row) for row in case.select(_CLAIMS, *asked)] if search.until is None else []
    wordings = case.select(_WORDINGS, *asked)
    found = claims + [_Ranked(score, claim, row) for score, claim, row, day in wordings if search.includes(day)]
    found.sort(key=lambda each: (each.score, each.claim, each.mention or 0))
    best: dict[str, _Ranked] = {}
    for each in found:
        first = best.setdefault(each.claim, each)
        if first.mention is None and each.mention is not None:
            best[each.claim] = first._replace(mention=each.mention)
    return list(best.values()), max(len(claims), len(wordings)) < RANKED["claims"]


def _claim_hit(case: Case, search: Search, ranked: _Ranked, families: dict[int, str]) -> ClaimHit:
    query = "SELECT kind, text, origins, denied_by FROM claims WHERE claim = ? AND retracted_at IS NULL"
    rows = case.select(query, ranked.claim)
    held = bool(rows)
    query = "SELECT kind, text, origins, denied_by FROM claims WHERE claim = ? ORDER BY id DESC LIMIT 1"
    ((kind, text, origins, denied_by),) = rows or case.select(query, ranked.claim)
    told = [_Mention(*row) for row in case.select(_MENTIONS, ranked.claim, search.all_versions)]
    told = [each for each in told if search.includes(each.published)]
    found = next((each for each in told if each.id == ranked.mention), told[0])
    if search.until:
        text = " ".join(found.words.split())
        origins = len({families.get(each.number) or each.report for each in told})
        denied_by = "; ".join(dict.fromkeys(each.speaker for each in told if each.stance == "denied" and each.speaker)) or None
    return ClaimHit(
        claim=ranked.claim,
        kind=kind,
        text=text,
        held=held,
        reports=tuple(dict.fromkeys(each.report for each in told)),
        origins=origins,
        denied_by=denied_by,
        report=found.report,
        span=Span(found.start, found.end),
        words=found.words,
    )


def search_problems(case: Case) -> Iterator[Problem]:
    """Yield where the indexes are not what follows from the rows: every word of every row is counted once more."""
    for table in INDEXES:
        with store.guard(case.path), contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
            column = INDEXES[table][0]
            memory.execute(f"""CREATE VIRTUAL TABLE {table} USING fts5 ({column}, words, content = '', tokenize = "{TOKENS}")""")
            memory.execute("BEGIN")
            add(memory, table, said(case.connection, table))
            if _vocabulary(memory, table) != _vocabulary(case.connection, table):
                yield Problem(where=f"the index {table}", why="does not hold the words of its rows")


def _vocabulary(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """Each word of an index, with how many rows and how many times it is in them."""
    name = f"{table}_vocabulary"
    (only_read,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")  # FTS5 tells its words through a table, which is temporary and in no file
    try:
        connection.execute(f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab ('main', '{table}', 'col')")
        rows = connection.execute(f"SELECT term, col, doc, cnt FROM {name} ORDER BY term, col").fetchall()  # noqa: S608
        connection.execute(f"DROP TABLE temp.{name}")
    finally:
        connection.execute(f"PRAGMA query_only = {only_read}")
    return rows
