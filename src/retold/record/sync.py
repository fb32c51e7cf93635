"""Rows are never rewritten: what is the same stays untouched, what is gone is retracted, what is new is added.

So a second run over the same reports leaves no trace in the file, and every earlier state of the record can be told.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

import msgspec

from retold.record import program, words
from retold.record.pack import key

Value = str | int | float | None
"""What SQLite knows; it gives a bool back as a number, so rows hold none."""

Row = dict[str, Value]

UNKEYED = frozenset({"id", "key", "recorded_at", "retracted_at"})
"""Columns that a row's key does not tell of."""


class Differs(Exception):  # noqa: N818 - news, not an error
    """A trial step found something to write."""


@dataclass(slots=True)
class Step:
    """One step in progress: its moment, what it is called, and how many rows of which table it has added and retracted
    since its last note.

    A `trial` writes nothing, but raises `Differs` at the first row that it would write.
    """

    connection: sqlite3.Connection
    at: str
    trial: bool = False
    act: str = ""
    added: Counter[str] = field(default_factory=Counter)
    retracted: Counter[str] = field(default_factory=Counter)

    def write(self, statement: str, *arguments: Value) -> int:
        """Run `statement`, the only way to change the case, and return the id of a row that it added."""
        if self.trial:
            raise Differs
        return int(self.connection.execute(statement, arguments).lastrowid or 0)

    def write_all(self, statement: str, rows: Iterable[Iterable[Value]]) -> None:
        """Run `statement` for each of `rows`, several times as fast as one by one."""
        waiting = iter(rows)
        first = next(waiting, None)
        if first is not None and self.trial:
            raise Differs
        if first is not None:
            self.connection.executemany(statement, map(tuple, chain([first], waiting)))

    def note(self, act: str, report: str | None, reason: str | None = None) -> None:
        """Note under `changes` what was done since the last note, or since the step began, and index its words."""
        rows = {table: (self.added[table], self.retracted[table]) for table in sorted(self.added | self.retracted)}
        query = "INSERT INTO changes (at, act, report, reason, added, retracted, rows, program) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        counts = self.added.total(), self.retracted.total(), msgspec.json.encode(rows).decode()
        self.write(query, self.at, act, report, reason, *counts, program.program())
        self.added, self.retracted = Counter(), Counter()
        words.index(self.connection)


def row_key(table: str, row: Row) -> str:
    """Return what `row` is known by: its content, whatever the order of its columns."""
    return key(table, [row[name] for name in _in_order(tuple(row))])


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return columns in the order in which a row's key tells of them."""
    return tuple(sorted(names))


@cache
def _in_order(names: tuple[str, ...]) -> tuple[str, ...]:
    return in_order(names)


def add(step: Step, table: str, row: Row) -> int:
    """Add `row` to `table` and return its id."""
    row = {**row, "recorded_at": step.at}
    number = step.write(_insert(table, tuple(row)), *row.values())
    step.added[table] += 1
    return number


@cache
def _insert(table: str, names: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


def retract(step: Step, table: str, ids: Iterable[int]) -> None:
    """Say of the rows `ids` of `table` that they hold no longer."""
    numbers = list(ids)
    step.write_all(f"UPDATE {table} SET retracted_at = ? WHERE id = ?", ((step.at, number) for number in numbers))  # noqa: S608
    step.retracted[table] += len(numbers)


def sync(step: Step, table: str, rows: Iterable[Row], *, report: int | None = None) -> list[str]:
    """Make `rows` the current ones of `table`, or of its part on `report`, and return their keys in order."""
    keyed = [(row_key(table, row), row) for row in rows]
    new = dict(keyed)
    part, arguments = ("", ()) if report is None else (" AND report = ?", (report,))
    found = step.connection.execute(f"SELECT key, id FROM {table} WHERE retracted_at IS NULL{part}", arguments)  # noqa: S608
    old: dict[str, int] = dict(found.fetchall())
    retract(step, table, [number for name, number in old.items() if name not in new])
    _add_all(step, table, {name: row for name, row in new.items() if name not in old}, report)
    return [name for name, _ in keyed]


def _add_all(step: Step, table: str, rows: Mapping[str, Row], report: int | None) -> None:
    """Add rows that have the same columns, by their keys."""
    before: Row = {"recorded_at": step.at} if report is None else {"recorded_at": step.at, "report": report}
    names = next((tuple(row) for row in rows.values()), ())
    values = ((name, *before.values(), *row.values()) for name, row in rows.items())
    step.write_all(_insert(table, ("key", *before, *names)), values)
    step.added[table] += len(rows)
