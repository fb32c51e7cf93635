"""What nearly every row has tells none from another: of the rows that an index of words finds, the newest are ranked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from retold.record.as_of import AsOf
from retold.record.case import Case
from retold.record.then import told


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index of words: the table that it is of, how many of its rows are ranked, and the query that ranks them."""

    table: str
    ranked: int
    query: str
    """Takes the moment as of which rows are held (?1, by `then.told`), what is searched for (?2), up to which row (?3), how many
    (?4), whether those held before too (?5), and up to which day they were published (?6)."""


REPORTS = Index(
    table="reports",
    ranked=3_000,
    query="""
SELECT r.id, r.published FROM (
    SELECT report_search.rowid AS id, bm25(report_search, 4.0, 1.0) AS score
    FROM report_search JOIN reports AS r ON r.id = report_search.rowid
    WHERE report_search MATCH ?2 AND report_search.rowid <= ?3
    AND (?5 OR HOLDS(r))
    AND (?6 IS NULL OR r.published IS NULL OR substr(r.published, 1, 10) <= date(?6, '+1 day'))
    ORDER BY report_search.rowid DESC LIMIT ?4
) AS s
JOIN reports AS r ON r.id = s.id
ORDER BY s.score, r.published, r.name
""",
)
CLAIMS = Index(
    table="claims",
    ranked=1_000,
    query="""
SELECT s.score, c.claim FROM (
    SELECT claim_search.rowid AS id, bm25(claim_search, 2.0, 1.0) AS score
    FROM claim_search JOIN claims AS c ON c.id = claim_search.rowid
    WHERE claim_search MATCH ?2 AND claim_search.rowid <= ?3
    AND (?5 OR HOLDS(c))
    ORDER BY claim_search.rowid DESC LIMIT ?4
) AS s
JOIN claims AS c ON c.id = s.id
""",
)
WORDINGS = Index(
    table="claim_mentions",
    ranked=1_000,
    query="""
SELECT s.score, m.claim, m.id FROM (
    SELECT wording_search.rowid AS id, bm25(wording_search, 0.5, 1.0) AS score
    FROM wording_search JOIN claim_mentions AS m ON m.id = wording_search.rowid
    WHERE wording_search MATCH ?2 AND wording_search.rowid <= ?3
    AND (?5 OR HOLDS(m))
    AND (?6 IS NULL OR m.published <= ?6)
    ORDER BY wording_search.rowid DESC LIMIT ?4
) AS s
JOIN claim_mentions AS m ON m.id = s.id
""",
)


def select(case: Case, as_of: AsOf, query: str, *arguments: str | int | None) -> list[tuple[Any, ...]]:
    """Return the rows of a query as of then; its own arguments begin with ?2."""
    asked = told(query, now=as_of.held is None)
    return case.select(asked, as_of.moment, *arguments) if "?" in asked else case.select(asked)


def ranked(
    case: Case, as_of: AsOf, index: Index, match: str, *, all_versions: bool = False
) -> tuple[list[tuple[Any, ...]], bool]:
    """Return the newest rows that an index finds, of those that were there then, and whether it finds no more."""
    day = as_of.published.isoformat() if as_of.published else None
    arguments = (match, _last(case, index.table, as_of.moment), index.ranked, all_versions)
    found = select(case, as_of, index.query, *arguments, *([day] if "?6" in index.query else []))
    return found, len(found) < index.ranked


def _last(case: Case, table: str, moment: str | None) -> int:
    """Return the last row of a table that was recorded by a moment: rows are numbered as they come, and never go."""
    ((low, high),) = case.select(f"SELECT 0, coalesce(max(id), 0) FROM {table}")  # noqa: S608 - a name of an `Index`
    query = f"SELECT recorded_at > ? FROM {table} WHERE id >= ? ORDER BY id LIMIT 1"  # noqa: S608
    while moment is not None and low < high:
        middle = (low + high + 1) // 2
        if case.select(query, moment, middle)[0][0]:
            high = middle - 1
        else:
            low = middle
    return int(high)
