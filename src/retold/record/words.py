"""What is searched is what can be written in more than one way, so it is folded; where a word stood is found again from the fold.

The indexes (schema/6_search.sql) are kept in the very step that keeps the rows, so no kill can part them. They hold no text:
what a row says is folded once more, letter by letter with the place that each came from, to tell where words were found.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from retold.model import Span

TOKENS = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
"""How FTS5 takes words apart, as in schema/6_search.sql."""

_SPREAD = "ก-໿က-႟ក-៿々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿가-힣豈-\ufaffｦ-ﾟ\U00020000-\U0003ffff"
"""Letters of scripts that put no space between words, each indexed as a word."""
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}

INDEXES = {
    "report_search": (
        "title",
        """SELECT r.id, coalesce(r.title, ''), t.text FROM reports AS r JOIN texts AS t ON t.digest = r.text
        WHERE r.id > ? ORDER BY r.id""",
    ),
    "claim_search": (
        "parties",
        "SELECT id, coalesce(subject, '') || char(10) || coalesce(object, ''), text FROM claims WHERE id > ? ORDER BY id",
    ),
    "wording_search": ("speaker", "SELECT id, coalesce(speaker, ''), words FROM claim_mentions WHERE id > ? ORDER BY id"),
}
"""Each index: its column beside `words`, and what it holds of each row after one."""

Row = tuple[int, str, str]


class _Article(msgspec.Struct):
    body: list[Span]
    headline: Span | None = None


class _Kept(msgspec.Struct):
    """As much of a kept reading as says what is its report's own."""

    report: _Article


class Fold:
    """What a case takes for the same: letters, and what stands for each in the index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._same: dict[str, str] = {
            **_FULL_WIDTH,
            **dict(connection.execute("SELECT letter, folded FROM search_folds").fetchall()),
        }
        self._changing = re.compile(f"[{''.join(map(re.escape, self._same))}{_SPREAD}]")

    def text(self, text: str) -> str:
        """Return `text` as it is indexed."""
        return text if text.isascii() else self._changing.sub(lambda found: self._letter(found[0]), text)

    def places(self, text: str, paragraphs: Iterable[Span]) -> tuple[str, Sequence[int]]:
        """Return the words of `paragraphs` of `text` as they are indexed, and the place in `text` that each letter came from."""
        inside = (Span(max(0, start), min(end, len(text))) for start, end in sorted(paragraphs))
        ordered = [span for span in inside if span.start <= span.end]  # the check tells of others
        said = "".join(f"{text[start:end]}\n" for start, end in ordered)
        at = [place for start, end in ordered for place in range(start, end + 1)]
        words: list[str] = []
        came_from: list[int] = []
        done = 0
        for found in () if said.isascii() else self._changing.finditer(said):
            new = self._letter(found[0])
            words += (said[done : found.start()], new)
            came_from += at[done : found.start()] + [at[found.start()]] * len(new)
            done = found.end()
        return "".join((*words, said[done:])), came_from + at[done:]

    def _letter(self, letter: str) -> str:
        return self._same.get(letter, f" {letter} ")


def index(connection: sqlite3.Connection) -> None:
    """Bring the indexes up to the rows of the case, within the transaction that is open."""
    for table, rows in (("claim_search", "claims"), ("wording_search", "claim_mentions")):
        done = _last(connection, f"{table}_docsize")
        if _last(connection, rows) > done:
            add(connection, table, said(connection, table, after=done))
    _index_reports(connection)


def said(connection: sqlite3.Connection, table: str, *, after: int = 0) -> Iterator[Row]:
    """Yield what the index `table` is to hold of each row whose number is above `after`."""
    fold = Fold(connection)
    for number, about, text in connection.execute(INDEXES[table][1], (after,)):
        words = fold.places(text, own(connection, number))[0] if table == "report_search" else fold.text(text)
        yield number, fold.text(about), words


def own(connection: sqlite3.Connection, report: int) -> list[Span]:
    """Return the places of a report that are its own words, in order, as its last reading has them."""
    query = "SELECT start, end FROM searched WHERE report = ? ORDER BY start, end"
    return [Span(*row) for row in connection.execute(query, (report,))]


def add(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Put rows into the index `table`, of a case or one like it."""
    connection.executemany(f"INSERT INTO {table} (rowid, {INDEXES[table][0]}, words) VALUES (?, ?, ?)", rows)  # noqa: S608


def _index_reports(connection: sqlite3.Connection) -> None:
    """A report that is read anew may have another body: its old words leave the index, the new ones enter."""
    found = connection.execute("SELECT last FROM search_marks WHERE kind = 'readings'").fetchone()
    query = "SELECT max(id), report FROM readings WHERE id > ? AND stage = 'alone' GROUP BY report ORDER BY report"
    rows = connection.execute(query, (found[0] if found else 0,)).fetchall()
    for reading, report in rows:
        (json,) = connection.execute("SELECT json FROM readings WHERE id = ?", (reading,)).fetchone()
        article = msgspec.json.decode(json, type=_Kept).report
        _index_report(connection, report, {*article.body, *([article.headline] if article.headline else [])})
    if rows:
        last = (max(reading for reading, _ in rows),)
        connection.execute("REPLACE INTO search_marks (kind, last) VALUES ('readings', ?)", last)


def _index_report(connection: sqlite3.Connection, report: int, places: set[Span]) -> None:
    indexed = connection.execute("SELECT 1 FROM report_search_docsize WHERE id = ?", (report,)).fetchone()
    if indexed and places == set(own(connection, report)):
        return
    if indexed:
        forget = "INSERT INTO report_search (report_search, rowid, title, words) VALUES ('delete', ?, ?, ?)"
        connection.execute(forget, next(said(connection, "report_search", after=report - 1)))
    connection.execute("DELETE FROM searched WHERE report = ?", (report,))
    rows = [(report, start, end) for start, end in places]
    connection.executemany("INSERT INTO searched (report, start, end) VALUES (?, ?, ?)", rows)
    add(connection, "report_search", [next(said(connection, "report_search", after=report - 1))])


def _last(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])  # noqa: S608
