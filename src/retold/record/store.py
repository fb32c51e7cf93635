"""A case is one SQLite file that survives whatever happens to the process that writes it.

While a case is written it is in WAL mode, so that readers never wait and a kill leaves either all of a step or none of
it; a clean close puts it back into a single file without companions, which can be mailed, or opened from a read-only
disk. A run that finds nothing to write never leaves that state: not a byte of the file changes, and a hash taken of it
stays good. Every failure is a `CaseError` of one line that names the file.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from retold.errors import CaseError

APPLICATION = 0x52544C44
"""`PRAGMA application_id` of a case: "RTLD"."""

VERSION = 3
"""`PRAGMA user_version`: the version of the tables in schema/ that this program reads and writes; migrations/ leads there."""

CACHE = 65_536
"""KiB of the file that are kept in memory: an index takes keys in no order, and would be read anew for each of them."""

_REASONS = (
    ("SQLITE_FULL", "the disk is full; this step was not kept, earlier ones are safe"),
    ("SQLITE_BUSY", "is being written by another process; try again when it is done"),
    ("SQLITE_LOCKED", "is being written by another process; try again when it is done"),
    ("SQLITE_NOTADB", "is not a case file (not an SQLite database)"),
    ("SQLITE_CORRUPT", "is damaged; restore it from a copy, or trace the reports into a new case"),
    ("SQLITE_READONLY", "cannot be written (no permission, or a read-only disk)"),
    ("SQLITE_PERM", "cannot be opened (no permission)"),
    ("SQLITE_CANTOPEN", "cannot be opened"),
    ("SQLITE_IOERR", "the disk refused to read or write"),
)


def connect(path: Path, *, create: bool, readonly: bool, wait: float) -> sqlite3.Connection:
    """Return a connection to the case at `path`, made first if it is absent and `create` is set.

    `wait` is how many seconds to wait for another process that writes. A case of an older version is given as it is, or as
    a copy of its own to one who only reads: `outdated` tells. Raises `CaseError`.
    """
    _refuse_path(path, create=create and not readonly)
    mode = "rwc" if create and not readonly else "rw" if os.access(path, os.W_OK) else "ro"
    with guard(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=wait)
    try:
        with guard(path):
            _prepare(connection, path, create=create and not readonly)
            if readonly and outdated(connection):
                return _copy(connection)
            seal(connection, readonly=readonly)
    except BaseException:
        connection.close()
        raise
    return connection


def version(connection: sqlite3.Connection) -> int:
    """Return the version of the case's file."""
    return _number(connection, "user_version")


def outdated(connection: sqlite3.Connection) -> bool:
    """Return whether the case is of an older version than `VERSION`."""
    return version(connection) < VERSION


def seal(connection: sqlite3.Connection, *, readonly: bool) -> None:
    """Let nothing be written that points at nothing, and nothing at all if the case is only read."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA query_only = {int(readonly)}")


def disconnect(connection: sqlite3.Connection, *, readonly: bool) -> None:
    """Close, and leave a single file behind unless another process still has the case open."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if not readonly:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error:
        pass  # another process has it open, or the disk is full: the log stays beside the file and nothing is lost
    finally:
        connection.close()


def write_ahead(connection: sqlite3.Connection, *, wait: float) -> None:
    """Make ready to write; SQLite may refuse at once while another process reads the file, so ask again for `wait` seconds."""
    until = time.monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if time.monotonic() >= until or error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            time.sleep(0.05)


@contextlib.contextmanager
def guard(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a `CaseError` that names the case."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", None) or ""
        why = next((words for start, words in _REASONS if code.startswith(start)), f"cannot be used: {error}")
        raise CaseError(f"{path}: {why}") from error


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing, whatever interrupts it; the lock to write is taken at the start, so that it cannot fail halfway."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Let several questions be answered from one state of the case."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _refuse_path(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise CaseError(f"{path}: is a folder, not a case file")
    if path.exists():
        return
    if not create:
        raise CaseError(f"{path}: no such case file")
    if not path.absolute().parent.is_dir():
        raise CaseError(f"{path}: its folder does not exist")


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    """Recognise the file as a case of ours, or make an empty file into one."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    if create and _is_empty(connection):
        with transaction(connection):
            if _is_empty(connection):  # another process may have made it meanwhile
                _create(connection)
    if _is_empty(connection):
        raise CaseError(f"{path}: is empty: nothing was kept in it yet")
    held = version(connection)
    if _number(connection, "application_id") != APPLICATION or held < 1:
        raise CaseError(f"{path}: is not a Retold case")
    if held > VERSION:
        raise CaseError(f"{path}: was written by a newer Retold (file version {held}, this one knows {VERSION})")


def _copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy that only this process sees and that goes with it, for what has to be changed and must not be written."""
    copy = sqlite3.connect("", isolation_level=None)
    try:
        connection.backup(copy)
    except BaseException:
        copy.close()
        raise
    connection.close()
    return copy


def _is_empty(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return not tables and _number(connection, "application_id") == 0


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _create(connection: sqlite3.Connection) -> None:
    for script in scripts("schema"):
        run(connection, script)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def scripts(folder: str) -> list[str]:
    """Return the SQL scripts of a folder of this package in the order of their names."""
    parts = [each for each in resources.files("retold.record").joinpath(folder).iterdir() if each.name.endswith(".sql")]
    return [each.read_text(encoding="utf-8") for each in sorted(parts, key=lambda each: each.name)]


def run(connection: sqlite3.Connection, script: str, *, only: tuple[str, ...] = ("",)) -> None:
    """Run a script statement by statement: `executescript` would end the transaction that keeps a kill harmless.

    With `only`, statements that begin with none of these words are left out.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += "" if line.startswith("--") else line
        if sqlite3.complete_statement(statement):
            if statement.lstrip().startswith(only):
                connection.execute(statement)
            statement = ""
