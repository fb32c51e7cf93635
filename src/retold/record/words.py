"""What is searched is what can be written in more than one way, so it is folded; where a word stood is found again from the fold.

The index (schema/6_search.sql) is kept in the very step that keeps the rows, so no kill can part them. No text is kept
twice: views fold it in SQL, and `unfolded` does the same here, letter by letter, with the place that each letter came from.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from retold.model import Span

INDEXES = (
    ("report_search", "searched_reports", "title, words"),
    ("claim_search", "searched_claims", "parties, words"),
    ("wording_search", "searched_wordings", "speaker, words"),
)
"""Each index, the view that it reads, and its columns."""

SPREAD = re.compile("[ก-໿က-႟ក-៿々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿가-힣豈-\ufaffｦ-ﾟ\U00020000-\U0003ffff]")
"""Letters of scripts that put no space between words, each indexed as a word; as in schema/6_search.sql."""

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}

_LEARN = "INSERT INTO report_search (rowid, title, words) SELECT id, title, words FROM searched_reports WHERE id = ?"
_FORGET = _LEARN.replace("(rowid", "(report_search, rowid").replace("SELECT id", "SELECT 'delete', id")


class _Article(msgspec.Struct):
    body: list[Span]
    headline: Span | None = None


class _Kept(msgspec.Struct):
    """As much of a kept reading as says what is its report's own."""

    report: _Article


def index(connection: sqlite3.Connection) -> None:
    """Bring the index up to the rows of the case, within the transaction that is open."""
    _index_reports(connection)
    for table, source in (("claims", INDEXES[1]), ("claim_mentions", INDEXES[2])):
        name, view, columns = source
        last, done = (_last(connection, each) for each in (table, f"{name}_docsize"))
        if last > done:
            query = f"INSERT INTO {name} (rowid, {columns}) SELECT id, {columns} FROM {view} WHERE id > ?"  # noqa: S608
            connection.execute(query, (done,))


def unfolded(text: str, places: Iterable[Span], folds: Mapping[str, str], *, about: str = "") -> tuple[str, Sequence[int]]:
    """Return the words at `places` of `text` as they are indexed, and for each letter of them the place in `text` that it
    came from. `folds` are those of the case (`search_folds`), `about` is the title, whose letters decide too what is taken apart.
    """
    said = [(letter, at) for start, end in sorted(places) for at, letter in _with_end(text, start, end)]
    apart = bool(SPREAD.search(about)) or any(SPREAD.match(letter) for letter, _ in said)
    letters: list[str] = []
    came_from: list[int] = []
    for letter, at in said:
        new = folded(letter, folds, apart=apart)
        letters.append(new)
        came_from.extend([at] * len(new))
    return "".join(letters), came_from


def folded(text: str, folds: Mapping[str, str], *, apart: bool = True) -> str:
    """Return `text` as it is indexed: with `apart`, scripts without spaces are taken apart."""
    text = "".join(folds.get(letter, letter) for letter in text)
    return SPREAD.sub(r" \g<0> ", text).translate(_FULL_WIDTH) if apart else text


def _with_end(text: str, start: int, end: int) -> Iterable[tuple[int, str]]:
    """The letters of a paragraph with their places, and the line feed that parts it from the next."""
    yield from enumerate(text[start:end], start)
    yield end, "\n"


def _index_reports(connection: sqlite3.Connection) -> None:
    """A report that is read anew may have another body: its old words leave the index, the new ones enter."""
    found = connection.execute("SELECT last FROM search_marks WHERE kind = 'readings'").fetchone()
    query = "SELECT max(id), report FROM readings WHERE id > ? AND stage = 'alone' GROUP BY report"
    last = found[0] if found else 0
    for reading, report in connection.execute(query, (last,)).fetchall():
        _index_report(connection, report, reading)
        last = max(last, reading)
    if last > (found[0] if found else 0):
        connection.execute("REPLACE INTO search_marks (kind, last) VALUES ('readings', ?)", (last,))


def _index_report(connection: sqlite3.Connection, report: int, reading: int) -> None:
    (json,) = connection.execute("SELECT json FROM readings WHERE id = ?", (reading,)).fetchone()
    article = msgspec.json.decode(json, type=_Kept).report
    new = {*article.body, *([article.headline] if article.headline else [])}
    old = set(connection.execute("SELECT start, end FROM searched WHERE report = ?", (report,)).fetchall())
    indexed = connection.execute("SELECT 1 FROM report_search_docsize WHERE id = ?", (report,)).fetchone()
    if indexed and new == old:
        return
    if indexed:
        connection.execute(_FORGET, (report,))
    connection.execute("DELETE FROM searched WHERE report = ?", (report,))
    rows = [(report, start, end) for start, end in new]
    connection.executemany("INSERT INTO searched (report, start, end) VALUES (?, ?, ?)", rows)
    connection.execute(_LEARN, (report,))


def _last(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])  # noqa: S608
