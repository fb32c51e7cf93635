"""A case that any earlier version made opens as one of this version, with all that it held; see old/ for such cases."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from retold.errors import CaseError
from retold.model import Reading, Trace
from retold.record import Case, rulings
from retold.record.check import check
from retold.record.store import VERSION

Make = Callable[..., Reading]
OLD = Path(__file__).parent / "old"
"""What `sqlite3 .dump` gives of a case that each version of the program made: the harbour affair, with a report that was
replaced, one that was removed and, from version 2 on, a ruling that was taken back and one that holds."""
VERSIONS = range(1, VERSION)


@pytest.fixture(params=VERSIONS, ids=lambda version: f"version {version}")
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return made(tmp_path / f"{request.param}.case", request.param)


def made(path: Path, version: int) -> Path:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript((OLD / f"{version}.sql").read_text(encoding="utf-8"))
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    connection.close()
    return path


@pytest.fixture
def held(
    reading: Make, trace: Callable[..., Trace], undated: Callable[[Reading], Reading], dated: Callable[[Reading], Reading]
) -> Trace:
    """What every one of these cases was left with."""
    return trace(reading("buoy.txt"), reading("gull.txt", outlet="Heron"), dated(undated(reading("tide.txt"))))


def shape(case: Case) -> dict[str, object]:
    """Tables with their columns in any order, indexes, triggers and views."""
    found: dict[str, object] = {}
    for kind, name, sql in case.select("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"):
        columns = sorted(row[1:] for row in case.select('SELECT 0, name, type, "notnull", pk FROM pragma_table_info(?)', name))
        keys = sorted(row[0] for row in case.select('SELECT "from" || "table" FROM pragma_foreign_key_list(?)', name))
        found[name] = (columns, keys) if kind == "table" else sql
    return found


def test_there_is_a_case_of_every_version() -> None:
    assert sorted(each.stem for each in OLD.glob("*.sql")) == [str(version) for version in VERSIONS]


def test_an_old_case_becomes_one_of_this_version(old: Path, tmp_path: Path, held: Trace) -> None:
    with Case(old) as case, Case(tmp_path / "new") as new:
        assert case.select("PRAGMA user_version") == [(VERSION,)]
        assert shape(case) == shape(new)
        assert check(case) == ()
        assert case.trace() == held
        assert case.settled
    assert [each.name for each in tmp_path.glob(f"{old.name}*")] == [old.name]


def test_nothing_that_it_held_is_lost(old: Path) -> None:
    before = sqlite3.connect(old)
    names = [name for (name,) in before.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {name: before.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    columns = {name: [row[1] for row in before.execute(f"PRAGMA table_info({name})")] for name in names}
    before.close()
    with Case(old) as case:
        for name in set(names) - {"sequences"}:
            left_out = {"key", "retracted_at"} if name not in ("reports", "texts", "readings") else {"retracted_at"}
            shown = ", ".join(column for column in columns[name] if column not in left_out)
            now = set(case.select(f"SELECT {shown} FROM {name}"))
            for row in rows[name]:
                cells = dict(zip(columns[name], row, strict=True))
                assert tuple(cells[column] for column in columns[name] if column not in left_out) in now


def test_what_it_held_at_a_time_is_still_told(old: Path) -> None:
    """The report that was removed, the version that was replaced, and what was claimed before the second report came."""
    with Case(old) as case:
        assert case.select("SELECT name, version FROM reports WHERE retracted_at IS NOT NULL ORDER BY id") == [
            ("gull.txt", 1),
            ("reef.txt", 1),
        ]
        first = (
            "SELECT reports, drift FROM (SELECT *, json_array_length(json, '$.drift') AS drift FROM claims) ORDER BY id LIMIT 1"
        )
        assert case.select(first) == [(1, 0)]


def test_it_is_brought_up_once_and_the_step_is_told(old: Path) -> None:
    Case(old).close()
    after = old.read_bytes()
    with Case(old) as case:
        acts = [act for (act,) in case.select("SELECT act FROM changes ORDER BY id")]
    assert old.read_bytes() == after
    assert acts.count("file brought to a newer version") == 1
    assert acts[-1] == "file brought to a newer version"


def test_it_can_be_read_where_it_cannot_be_written(old: Path, held: Trace, tmp_path: Path) -> None:
    before = old.read_bytes()
    old.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with Case(old, readonly=True) as case:
            assert case.trace() == held
            assert check(case) == ()
            assert case.settled
            with pytest.raises(CaseError, match="reading only"):
                case.keep_trace(Trace())
    finally:
        tmp_path.chmod(0o755)
    assert old.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [old.name]


def test_the_next_run_goes_on_in_it(old: Path, held: Trace, reading: Make, trace: Callable[..., Trace]) -> None:
    with Case(old) as case:
        found = "SELECT id, retracted_at FROM facts UNION ALL SELECT id, retracted_at FROM claims"
        before = case.select(found)
        case.keep_trace(held)
        assert case.select(found) == before, "what it held is what a run of this version keeps"
        more = (*held.readings, reading("reed.txt", "Ships come and go."))
        case.keep_trace(replace(trace(*more), readings=more))
        assert check(case) == ()


def test_a_ruling_goes_on_to_hold(tmp_path: Path) -> None:
    with Case(made(tmp_path / "2.case", 2)) as case:
        (ruling,) = rulings.held(case)
        assert (ruling.verdict, ruling.words, ruling.reason) == ("same", ("Ilse Marrow", "Ilse Marrow"), "same decree")


def test_a_damaged_case_is_left_as_it_is_but_can_be_read(old: Path) -> None:
    connection = sqlite3.connect(old, isolation_level=None)
    connection.execute("UPDATE facts SET words = 'Ilse Marrow was praised' WHERE id = 1")
    connection.close()
    with pytest.raises(CaseError, match="damaged, so it was left as it is: facts 1: "):
        Case(old)
    connection = sqlite3.connect(old)
    assert connection.execute("PRAGMA user_version").fetchone() == (int(old.stem),)
    connection.close()
    with Case(old, readonly=True) as case:
        assert len(case.trace().readings) == 3
        assert {problem.where for problem in check(case)} == {"facts 1"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_two_processes_that_open_it_at_once_bring_it_up_once(old: Path, held: Trace) -> None:
    children = []
    for _ in range(3):
        child = os.fork()
        if child == 0:
            try:
                Case(old, wait=20).close()
            except BaseException:
                os._exit(1)
            os._exit(0)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0, 0]
    with Case(old, readonly=True) as case:
        assert case.trace() == held
        assert case.select("SELECT count(*) FROM changes WHERE act LIKE 'file %'") == [(1,)]
