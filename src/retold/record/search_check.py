"""An index of words is trusted for as long as it holds what its rows say: every word of every row is counted once more."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from typing import Any

from retold.model import Problem
from retold.record import store
from retold.record.case import Case
from retold.record.words import INDEXES, TOKENS, add, said


def search_problems(case: Case, table: str) -> Iterator[Problem]:
    """Yield where an index is not what follows from the rows."""
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
