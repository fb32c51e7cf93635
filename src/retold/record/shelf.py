"""One more report is compared with a hundred thousand by looking up its marks, not by reading theirs again.

What is kept for that says nothing about the world: it follows from the readings and is made from them whenever it is not
there, or was made by another program. So its rows are replaced and removed, and a case without it is whole.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, TypeVar

from retold.record import store

Mark = str | int
Each = TypeVar("Each")

_TABLES = (
    "CREATE TABLE IF NOT EXISTS shelf (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version TEXT NOT NULL, print BLOB)",
    "CREATE TABLE IF NOT EXISTS shelf_marks (kind TEXT, mark, report INTEGER, PRIMARY KEY (kind, mark, report)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS shelf_counts (kind TEXT, mark, reports INTEGER, PRIMARY KEY (kind, mark)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS shelf_pairs (one INTEGER, other INTEGER, odds REAL, PRIMARY KEY (one, other)) WITHOUT ROWID",
)
_AT_ONCE = 4_000
"""Reports whose marks are sorted and added together."""
_ASKED = 400
"""Values in one question."""


class Entry(Protocol):
    """What is kept of a report: its marks in a form of the comparer's, and by what it is looked up and counted."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def version(self) -> str: ...  # noqa: D102
    @property
    def print(self) -> bytes: ...  # noqa: D102
    @property
    def marks(self) -> Mapping[str, Collection[Mark]]: ...  # noqa: D102
    @property
    def counts(self) -> Mapping[str, Collection[Mark]]: ...  # noqa: D102


class Shelf:
    """What comparing keeps in the case at `path`; every method raises `CaseError` where the file cannot be used."""

    def __init__(self, connection: sqlite3.Connection, path: Path, program: str) -> None:
        self._connection = connection
        self._path = path
        with store.guard(path), store.transaction(connection):
            for statement in _TABLES:
                connection.execute(statement)
            if self._one("SELECT mark FROM shelf_counts WHERE kind = 'program'") != program:
                for table in ("shelf", "shelf_marks", "shelf_counts", "shelf_pairs"):
                    connection.execute(f"DELETE FROM {table}")  # noqa: S608
                connection.execute("INSERT INTO shelf_counts VALUES ('program', ?, 1)", (program,))

    def size(self) -> int:
        """Return how many reports are kept."""
        return int(self._one("SELECT count(*) FROM shelf"))

    def missing(self) -> list[str]:
        """Return the names of the case's reports whose current version is not on the shelf."""
        query = "SELECT name, key FROM reports WHERE retracted_at IS NULL EXCEPT SELECT name, version FROM shelf"
        return sorted(row[0] for row in self._rows(query))

    def surplus(self) -> list[str]:
        """Return the names of reports on the shelf that are not in the case, or not in this version."""
        query = "SELECT name, version FROM shelf EXCEPT SELECT name, key FROM reports WHERE retracted_at IS NULL"
        return sorted(row[0] for row in self._rows(query))

    def version(self, name: str) -> str | None:
        """Return the version in which a report is kept, None if it is not; an empty one until it is `done`."""
        return self._one("SELECT version FROM shelf WHERE name = ?", name) or None

    def done(self, versions: Mapping[str, str]) -> None:
        """Note of reports that they are compared with the others, by name in which version.

        What was put on the shelf and not noted is `surplus` and `missing` both: an interruption between leaves no report
        that looks as if it had been compared.
        """
        with store.guard(self._path), store.transaction(self._connection):
            self._connection.executemany(
                "UPDATE shelf SET version = ? WHERE name = ?", ((version, name) for name, version in versions.items())
            )

    def clear(self) -> None:
        """Take everything off the shelf."""
        with store.guard(self._path), store.transaction(self._connection):
            for table in ("shelf", "shelf_marks", "shelf_pairs"):
                self._connection.execute(f"DELETE FROM {table}")  # noqa: S608
            self._connection.execute("DELETE FROM shelf_counts WHERE kind != 'program'")

    def put(self, entries: Iterable[Entry]) -> None:
        """Keep reports that are not on the shelf, all or none."""
        counted: dict[str, Counter[Mark]] = {}
        with store.guard(self._path), store.transaction(self._connection):
            for some in _parts(entries, _AT_ONCE):
                rows = []
                for entry in some:
                    number = self._add(entry)
                    rows += [(kind, mark, number) for kind, marks in entry.marks.items() for mark in marks]
                    for kind, marks in entry.counts.items():
                        counted.setdefault(kind, Counter()).update(marks)
                rows.sort(key=_sorted)  # the index takes them in its own order several times as fast
                self._connection.executemany("INSERT INTO shelf_marks VALUES (?, ?, ?)", rows)
            self._count(counted)

    def take(self, entry: Entry) -> None:
        """Take a report off the shelf."""
        with store.guard(self._path), store.transaction(self._connection):
            number = self._one("SELECT id FROM shelf WHERE name = ?", entry.name)
            rows = [(kind, mark, number) for kind, marks in entry.marks.items() for mark in marks]
            self._connection.executemany("DELETE FROM shelf_marks WHERE kind = ? AND mark = ? AND report = ?", rows)
            others = [row[0] for row in self._rows("SELECT other FROM shelf_pairs WHERE one = ?", number)]
            self._connection.executemany(
                "DELETE FROM shelf_pairs WHERE one = ? AND other = ?",
                [pair for other in others for pair in ((number, other), (other, number))],
            )
            self._connection.execute("DELETE FROM shelf WHERE id = ?", (number,))
            self._count({kind: Counter(dict.fromkeys(marks, -1)) for kind, marks in entry.counts.items()})

    def pair(self, odds: Mapping[tuple[str, str], float]) -> None:
        """Keep the log odds that pairs of reports, by their names, are of one original."""
        with store.guard(self._path), store.transaction(self._connection):
            ids = {name: number for number, name in self._rows("SELECT id, name FROM shelf")} if len(odds) > _ASKED else None
            rows = ((self._id(a, ids), self._id(b, ids), value) for (a, b), value in odds.items())
            both = [row for a, b, value in rows for row in ((a, b, value), (b, a, value))]
            self._connection.executemany("REPLACE INTO shelf_pairs VALUES (?, ?, ?)", sorted(both))

    def prints(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return what is kept of reports, by name."""
        return dict(self._asked("SELECT name, print FROM shelf WHERE name IN ({})", names))

    def counts(self, kind: str, marks: Iterable[Mark]) -> dict[Mark, int]:
        """Return in how many reports marks of a kind are, those in none left out."""
        return dict(
            self._asked("SELECT mark, reports FROM shelf_counts WHERE kind = ? AND reports > 0 AND mark IN ({})", marks, kind)
        )

    def every(self, kind: str) -> set[str]:
        """Return all marks of a kind that some report has."""
        return {row[0] for row in self._rows("SELECT mark FROM shelf_counts WHERE kind = ? AND reports > 0", kind)}

    def having(self, kind: str, mark: Mark, most: int) -> list[str]:
        """Return the names of the reports that have a mark, at most so many."""
        query = "SELECT s.name FROM shelf_marks AS m JOIN shelf AS s ON s.id = m.report WHERE m.kind = ? AND m.mark = ? LIMIT ?"
        return [row[0] for row in self._rows(query, kind, mark, most)]

    def pairs(self, name: str) -> dict[str, float]:
        """Return the reports that a report was compared with, with the log odds."""
        query = """SELECT o.name, p.odds FROM shelf AS s JOIN shelf_pairs AS p ON p.one = s.id
        JOIN shelf AS o ON o.id = p.other WHERE s.name = ?"""
        return dict(self._rows(query, name))

    def _add(self, entry: Entry) -> int:
        query = "INSERT INTO shelf (name, version, print) VALUES (?, ?, ?)"
        return int(self._connection.execute(query, (entry.name, entry.version, entry.print)).lastrowid or 0)

    def _count(self, counted: Mapping[str, Counter[Mark]]) -> None:
        query = "INSERT INTO shelf_counts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET reports = reports + excluded.reports"
        for kind in sorted(counted):
            rows = sorted(counted[kind].items(), key=lambda row: (isinstance(row[0], str), row[0]))
            self._connection.executemany(query, ((kind, mark, n) for mark, n in rows))

    def _id(self, name: str, ids: Mapping[str, int] | None) -> int:
        return ids[name] if ids else int(self._one("SELECT id FROM shelf WHERE name = ?", name))

    def _asked(self, query: str, values: Iterable[Mark], *first: Mark) -> Iterator[tuple[Any, Any]]:
        for some in _parts(values, _ASKED):
            yield from self._rows(query.format(", ".join("?" * len(some))), *first, *some)

    def _rows(self, query: str, *arguments: Mark) -> list[tuple[Any, ...]]:
        with store.guard(self._path):
            return self._connection.execute(query, arguments).fetchall()

    def _one(self, query: str, *arguments: Mark) -> Any:
        rows = self._rows(query, *arguments)
        return rows[0][0] if rows else 0


def _parts(values: Iterable[Each], size: int) -> Iterator[list[Each]]:
    waiting = iter(values)
    while some := list(islice(waiting, size)):
        yield some


def _sorted(row: tuple[str, Mark, int]) -> tuple[str, bool, Mark, int]:
    """Return the place of a row in the index: numbers before words."""
    kind, mark, number = row
    return kind, isinstance(mark, str), mark, number
