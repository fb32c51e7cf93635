"""A file that cannot be used is refused in one line that names it; a case is a single file when it is closed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.errors import CaseError
from retold.model import Reading, Trace
from retold.record import Case
from retold.record.check import check
from retold.record.store import APPLICATION, VERSION

Make = Callable[..., Reading]
MakeTrace = Callable[..., Trace]


def refused(path: Path, **options: bool) -> str:
    with pytest.raises(CaseError) as caught:
        Case(path, **options)  # type: ignore[arg-type]
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_a_missing_folder_is_refused_and_not_made(tmp_path: Path) -> None:
    assert "folder does not exist" in refused(tmp_path / "none" / "c")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("options", [{"create": False}, {"readonly": True}])
def test_a_command_that_reads_makes_no_case(tmp_path: Path, options: dict[str, bool]) -> None:
    assert "no such case" in refused(tmp_path / "c", **options)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"These are minutes of the harbour board.\n" * 30, b"\0" * 4096, b"SQLite format 3\0"])
def test_what_is_not_sqlite_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    assert "not a case file" in refused(path)
    assert path.read_bytes() == content


def test_another_program_s_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ships.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE ships (name)")
    connection.close()
    before = path.read_bytes()
    assert "not a Retold case" in refused(path)
    assert path.read_bytes() == before


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    Case(tmp_path / "c").close()
    connection = sqlite3.connect(tmp_path / "c")
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    assert f"newer Retold (file version {VERSION + 1}, this one knows {VERSION})" in refused(tmp_path / "c")
    assert "newer Retold" in refused(tmp_path / "c", readonly=True)


def test_a_case_says_what_it_is(case: Case) -> None:
    assert case.select("PRAGMA application_id") == [(APPLICATION,)]
    assert case.select("PRAGMA user_version") == [(VERSION,)]


def test_an_empty_file_becomes_a_case(tmp_path: Path, reading: Make) -> None:
    """A kill before the first byte was written leaves one behind."""
    (tmp_path / "c").touch()
    assert "is empty" in refused(tmp_path / "c", readonly=True)
    with Case(tmp_path / "c") as case:
        case.keep_reading(reading("gull.txt"))
    assert check(Case(tmp_path / "c", readonly=True)) == ()


def test_a_closed_case_is_a_single_file_that_opens_from_a_read_only_folder(tmp_path: Path, reading: Make) -> None:
    folder = tmp_path / "shelf ?#%"
    folder.mkdir()
    path = folder / "harbour.case"
    with Case(path) as case:
        case.keep_reading(reading("gull.txt"))
    assert [each.name for each in folder.iterdir()] == ["harbour.case"]
    assert path.read_bytes()[18:20] == b"\1\1", "the header says that no write-ahead log is needed to read it"
    with Case(path, readonly=True) as case:
        assert len(case.readings()) == 1
    assert [each.name for each in folder.iterdir()] == ["harbour.case"]


def test_a_second_writer_waits_and_then_is_told(tmp_path: Path, reading: Make) -> None:
    with Case(tmp_path / "c") as one, Case(tmp_path / "c", wait=0.1) as other:
        one.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="is being written by another process"):
            other.keep_reading(reading("gull.txt"))
        one.connection.execute("COMMIT")
        other.keep_reading(reading("gull.txt"))
        assert len(one.readings()) == 1


def test_a_reader_is_not_kept_waiting_by_a_writer(tmp_path: Path, reading: Make, trace: MakeTrace) -> None:
    with Case(tmp_path / "c") as writer:
        writer.keep_trace(trace(reading("gull.txt")))
        writer.connection.execute("BEGIN IMMEDIATE")
        writer.connection.execute("UPDATE claims SET text = 'half done'")
        with Case(tmp_path / "c", readonly=True, wait=0) as reader:
            assert reader.trace() == trace(reading("gull.txt"))
        writer.connection.execute("ROLLBACK")


def test_a_file_locked_by_another_program_is_told(tmp_path: Path) -> None:
    Case(tmp_path / "c").close()
    connection = sqlite3.connect(tmp_path / "c", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    with pytest.raises(CaseError, match="is being written by another process"):
        Case(tmp_path / "c", wait=0.1)
    connection.close()


def test_a_case_open_for_reading_is_not_written(tmp_path: Path, reading: Make) -> None:
    Case(tmp_path / "c").close()
    before = (tmp_path / "c").read_bytes()
    with Case(tmp_path / "c", readonly=True) as case, pytest.raises(CaseError, match="reading only"):
        case.keep_reading(reading("gull.txt"))
    assert (tmp_path / "c").read_bytes() == before


def test_a_full_disk_is_told_and_what_was_kept_before_stays(tmp_path: Path, reading: Make, trace: MakeTrace) -> None:
    long = reading("long.txt", "The harbour was calm. " * 20_000)
    with Case(tmp_path / "c") as case:
        case.keep_reading(reading("gull.txt"))
        pages = case.select("PRAGMA page_count")[0][0]
        case.select(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(CaseError, match="the disk is full"):
            case.keep_reading(long)
        with pytest.raises(CaseError, match="the disk is full"):
            case.keep_trace(trace(reading("gull.txt"), long))
    with Case(tmp_path / "c") as case:
        assert case.readings() == (reading("gull.txt"),)
        assert check(case) == ()
        case.keep_trace(trace(reading("gull.txt"), long))


def test_a_damaged_case_is_told(tmp_path: Path, reading: Make) -> None:
    with Case(tmp_path / "c") as case:
        case.keep_reading(reading("gull.txt"))
    whole = (tmp_path / "c").read_bytes()
    (tmp_path / "c").write_bytes(whole[:5000])
    assert "is damaged" in refused(tmp_path / "c")


def test_a_value_of_another_model_is_told(case: Case, reading: Make) -> None:
    case.keep_reading(reading("gull.txt"))
    case.select("UPDATE readings SET json = '{}'")
    with pytest.raises(CaseError, match="another version of Retold"):
        case.readings()
