"""A case outlives the program that made it: a file of an older version becomes one of this version, all of it or nothing.

The scripts in migrations/N/ lead from version N - 1 to N and say what changes in the tables. What follows from that is done
here, for every table alike: views and indexes are made anew, a row that was given another column is known by its new
content, and rows follow from what was kept as this program has them. No row is lost: what was retracted stays, and what now
reads otherwise is retracted and added, as in any other step.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from retold.errors import CaseError
from retold.record import keep, store
from retold.record.sync import UNKEYED, Row, Step, row_key

if TYPE_CHECKING:
    from retold.record.case import Case

ACT = "file brought to a newer version"
Columns = dict[str, list[str]]


def upgrade(case: Case) -> None:
    """Bring a case that is open to `store.VERSION`, and check it. Raises `CaseError`; the file is then as it was.

    What is only read is the copy that `store.connect` gave, which is not checked: damage must not keep anyone from reading.
    """
    connection = case.connection
    if not case.readonly:
        case.ready_to_write()
    for switch in ("foreign_keys = OFF", "legacy_alter_table = ON"):  # as https://sqlite.org/lang_altertable.html has it
        connection.execute(f"PRAGMA {switch}")
    with store.transaction(connection):
        if store.outdated(connection):  # another process may have done it meanwhile
            _run(connection)
            _derive(case)
            if not case.readonly:
                _refuse_damaged(case)
    connection.execute("PRAGMA legacy_alter_table = OFF")
    store.seal(connection, readonly=case.readonly)


def _run(connection: sqlite3.Connection) -> None:
    """Change the tables."""
    known = _columns(connection)
    for (view,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        connection.execute(f"DROP VIEW {view}")
    for version in range(store.version(connection) + 1, store.VERSION + 1):
        for script in store.scripts(f"migrations/{version}"):
            store.run(connection, script)
    for (index,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall():
        connection.execute(f"DROP INDEX {index}")
    for script in store.scripts("schema"):
        store.run(connection, script, only=("CREATE VIEW", "CREATE INDEX", "CREATE UNIQUE INDEX"))
    _name_anew(connection, known)
    connection.execute(f"PRAGMA user_version = {store.VERSION}")


def _columns(connection: sqlite3.Connection) -> Columns:
    """Return the columns of every table whose rows are known by their content."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    told = {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in tables}
    keyed = {"key", "recorded_at"}
    return {table: names for table, names in told.items() if keyed <= set(names) and table not in ("reports", "readings")}


def _name_anew(connection: sqlite3.Connection, known: Columns) -> None:
    """Give the rows of tables that have other columns than the `known` the keys that follow from them."""
    for table, names in _columns(connection).items():
        if table in known and set(names) != set(known[table]):
            keys = dict(_new_keys(connection, table, names, known[table]))
            connection.executemany(f"UPDATE {table} SET key = ? WHERE id = ?", ((new, row) for row, (_, new) in keys.items()))  # noqa: S608
            _renamed(connection, table, dict(keys.values()))


def _new_keys(
    connection: sqlite3.Connection, table: str, names: list[str], known: list[str]
) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the id, old and new key of each row, but of one that no longer held what its key said: the check is to tell that."""
    left_out = UNKEYED | ({"report"} if table in keep.FINDINGS else set())
    for values in connection.execute(f"SELECT {', '.join(names)} FROM {table}"):  # noqa: S608
        row: Row = dict(zip(names, values, strict=True))
        content: Row = {name: value for name, value in row.items() if name not in left_out}
        before: Row = {name: value for name, value in content.items() if name in known}
        whole = {name for name in known if name not in left_out} <= set(before)
        if not whole or row_key(table, before) == row["key"]:
            yield int(row["id"] or 0), (str(row["key"]), row_key(table, content))


def _renamed(connection: sqlite3.Connection, table: str, names: Mapping[str, str]) -> None:
    found = connection.execute("SELECT keys FROM sequences WHERE kind = ?", (table,)).fetchone()
    if found:
        keys = msgspec.json.decode(found[0], type=list[str])
        json = msgspec.json.encode([names.get(each, each) for each in keys]).decode()
        connection.execute("UPDATE sequences SET keys = ? WHERE kind = ?", (json, table))


def _derive(case: Case) -> None:
    """Let rows follow from the readings and the trace that were kept as this program has them."""
    step = Step(case.connection, case.moment())
    keep.derive(step, case.trace())
    step.note(ACT, None)


def _refuse_damaged(case: Case) -> None:
    from retold.record.check import check

    found = check(case)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        why = f"of an earlier version and damaged, so it was left as it is: {found[0].where}: {found[0].why}{more}"
        raise CaseError(f"{case.path}: is {why}; restore it from a copy, or trace the reports into a new case")
