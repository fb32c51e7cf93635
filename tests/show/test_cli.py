"""The command line keeps its word whatever it is given: one line a refusal, the rest done, a status, never a traceback."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path

import pytest

from retold.pipeline import read
from retold.record import Case
from retold.record.check import check
from retold.show.cli import run
from retold.show.terminal import safe
from tests.affair import Affair
from tests.running import AFFAIR, METADATA, PLAIN, SLOW, TEXT, Ran, finders, nothing, ran, reports, started, without_progress
from tests.show.test_contract import schema

PLACE = re.compile(r"\[(\S+:\d+-\d+)\]$", re.MULTILINE)
MANY = 40
"""Reports of a run that is to be stopped in the middle."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with one good report."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(TEXT.format("Tessen"), encoding="utf-8")
    return tmp_path


# ---------------------------------------------------------------- the example affair, from end to end


def test_the_affair_is_traced_without_a_complaint(affair: Affair) -> None:
    assert (affair.first.status, affair.first.lines) == (0, [])
    assert affair.first.out.startswith("Who says what in 19 reports")


def test_a_second_run_prints_the_same_and_leaves_every_byte_of_the_case(affair: Affair) -> None:
    before = affair.case.read_bytes()
    again = ran("trace", AFFAIR, "--metadata", METADATA, "--case", affair.case)
    assert again.out == affair.first.out
    assert affair.case.read_bytes() == before


def test_the_brief_of_the_case_is_what_the_trace_printed(affair: Affair) -> None:
    assert ran("brief", affair.case) == affair.first.__class__(status=0, out=affair.first.out, err="")


def test_every_place_of_the_brief_can_be_shown(affair: Affair, monkeypatch: pytest.MonkeyPatch) -> None:
    places = sorted(set(PLACE.findall(affair.first.out)))
    assert len(places) > 100
    once = cache(lambda name: list(read(name)))
    monkeypatch.setattr("retold.pipeline.read", lambda name, **_: iter(once(name)))  # each report once, to save time
    with Case(affair.case, readonly=True) as case:
        texts = {r.report.name: r.report.text for r in case.readings()}
    for place in places:
        name, span = place.rsplit(":", 1)
        start, end = map(int, span.split("-"))
        shown = ran("show", place)
        assert (shown.status, shown.err) == (0, "")
        assert f"»{safe(texts[name][start:end])}«" in shown.out


def test_a_place_can_be_shown_from_the_case_when_the_file_is_gone(desk: Path) -> None:
    with finders(nothing):
        ran("trace", "good.txt", "--case", "a.case")
    (desk / "good.txt").unlink()
    assert ran("show", "good.txt:0-9", "--case", "a.case").out.startswith("»Oran Vell«, the minister")


def test_trace_prints_json_that_holds_to_its_schema_and_nothing_else(affair: Affair) -> None:
    import jsonschema

    shown = ran("trace", AFFAIR, "--metadata", METADATA, "--case", affair.case, "--json")
    assert shown.out.count("\n") == 1
    jsonschema.validate(json.loads(shown.out), schema("trace"))
    assert ran("brief", affair.case, "--json").out == shown.out


# ---------------------------------------------------------------- what cannot be read

BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "absent.txt": (Path.exists, "no such file or folder"),
    "folder": (lambda path: path.mkdir(), "no reports in this folder"),
    "empty.txt": (lambda path: path.touch(), "empty file"),
    "binary.txt": (lambda path: path.write_bytes(bytes(range(256)) * 9), "binary file, not text"),
    "huge.txt": (lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_WRONLY), 100_000_000), "over 20 MB"),
    "broken.txt": (lambda path: path.write_bytes("Vell said so: öäü".encode() + b"\xff."), "invalid UTF-8 at byte 20"),
    "vanished.txt": (lambda path: path.symlink_to("nowhere"), "no such file"),
    "menu.html": (lambda path: path.write_text("<html><body><a href=x>Home</a></body></html>"), "no article found"),
}


def test_each_file_that_cannot_be_read_is_one_line_and_the_others_are_done(desk: Path) -> None:
    for name, (make, _) in BAD.items():
        make(desk / name)
    with finders(nothing):
        shown = ran("trace", *BAD, "good.txt")
    assert shown.status == 1
    assert shown.out.startswith("Who says what in 1 report")
    assert sorted(line.split(": ")[1] for line in shown.lines) == sorted(BAD)
    for name, (_, why) in BAD.items():
        assert [why in line for line in shown.lines if line.startswith(f"retold: {name}: ")] == [True]


def test_a_huge_file_is_refused_without_reading_it_whole_and_read_when_asked(desk: Path) -> None:
    import tracemalloc

    path = desk / "huge.txt"
    path.write_text("He said so. " * 200_000, encoding="utf-8")
    tracemalloc.start()
    try:
        assert "raise the bound with --max-size" in ran("find", path, "--max-size", "0.1").err
        assert tracemalloc.get_traced_memory()[1] < 1_500_000
    finally:
        tracemalloc.stop()
    with finders(nothing):
        assert ran("find", path, "--max-size", "3").status == 0


@pytest.mark.parametrize("size", ["nan", "inf", "-1", "0", "1e99", "many"])
def test_a_bound_that_is_none_is_wrong_usage(desk: Path, size: str) -> None:
    shown = ran("find", "good.txt", f"--max-size={size}")
    assert (shown.status, shown.out) == (2, "")
    assert "max-size" in shown.err


def test_a_run_that_could_read_nothing_prints_no_brief(desk: Path) -> None:
    shown = ran("trace", "absent.txt")
    assert (shown.status, shown.out) == (1, "")
    assert shown.lines == [
        "retold: no report could be read, so there is no brief",
        "retold: absent.txt: no such file or folder",
    ]


def test_json_tells_what_could_not_be_read_too(desk: Path) -> None:
    shown = ran("trace", "absent.txt", "--json")
    assert shown.status == 1
    assert json.loads(shown.out)["problems"] == [{"where": "absent.txt", "why": "no such file or folder"}]


def test_rows_of_the_metadata_that_cannot_be_used_are_told_and_the_rest_is_used(desk: Path) -> None:
    rows = "report\tpublished\toutlet\ngood.txt\t2031-02-30\tTessen Post\nother.txt\t2031-01-01\tX\n"
    (desk / "table.tsv").write_text(rows, encoding="utf-8")
    with finders(nothing):
        shown = ran("trace", "good.txt", "--metadata", "table.tsv")
    assert shown.status == 1
    assert [line.split(": ")[1:3] for line in shown.lines] == [
        ["table.tsv", "line 2"],
        ["table.tsv", "line 3"],
    ]
    assert "2031-02-30" in shown.lines[0]
    assert "other.txt" in shown.lines[1]
    assert "Tessen Post" in shown.out


@pytest.mark.parametrize("rows", [None, "", "name,date\n1,2\n", "\0\1\2"])
def test_a_table_of_metadata_that_cannot_be_used_stops_the_run(desk: Path, rows: str | None) -> None:
    if rows is not None:
        (desk / "table.tsv").write_text(rows, encoding="utf-8")
    shown = ran("trace", "good.txt", "--metadata", "table.tsv")
    assert (shown.status, shown.out) == (1, "")
    assert len(shown.lines) == 1
    assert shown.lines[0].startswith("retold: table.tsv: ")


# ---------------------------------------------------------------- cases


@pytest.mark.parametrize("command", ["trace", "brief", "show"])
@pytest.mark.parametrize("kind", ["text", "another database", "newer", "folder", "nowhere"])
def test_a_case_that_cannot_be_used_is_one_line(desk: Path, kind: str, command: str) -> None:
    path = desk / ("no/such.case" if kind == "nowhere" else "a.case")
    _spoil(path, kind)
    before = path.read_bytes() if path.is_file() else None
    given = {"trace": ("good.txt", "--case"), "brief": (), "show": ("good.txt:0-4", "--case")}[command]
    shown = ran(command, *given, path)
    assert (shown.status, shown.out, len(shown.lines)) == (1, "", 1)
    assert shown.lines[0].startswith(f"retold: {path}: ")
    assert (path.read_bytes() if path.is_file() else None) == before


def _spoil(path: Path, kind: str) -> None:
    import sqlite3
    from contextlib import closing

    if kind == "text":
        path.write_text("Not a case at all. " * 100, encoding="utf-8")
    elif kind == "folder":
        path.mkdir()
    elif kind == "newer":
        Case(path).close()
    if kind in ("another database", "newer"):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE birds (name)")
            connection.execute("PRAGMA user_version = 99")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_case_in_a_folder_that_cannot_be_written_is_one_line(desk: Path) -> None:
    (desk / "locked").mkdir(mode=0o500)
    shown = ran("trace", "good.txt", "--case", "locked/a.case")
    assert (shown.status, shown.out, len(shown.lines)) == (1, "", 1)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder in which not even root may write")
def test_a_case_where_nobody_may_write_is_one_line(desk: Path) -> None:
    shown = ran("trace", "good.txt", "--case", "/proc/self/a.case")
    assert (shown.status, shown.out) == (1, "")
    assert shown.lines == ["retold: /proc/self/a.case: cannot be opened"]


def test_a_case_whose_trace_never_ended_has_no_brief_yet(desk: Path) -> None:
    Case(desk / "a.case").close()
    shown = ran("brief", "a.case")
    assert (shown.status, shown.out) == (1, "")
    assert shown.lines == [
        "retold: a.case: holds no brief yet: the trace into it was broken off; run it again, it goes on where it was"
    ]


# ---------------------------------------------------------------- show


@pytest.mark.parametrize("place", ["good.txt", "good.txt:5", "good.txt:a-b", "good.txt:1-" + "9" * 5000, ":1-2"])
def test_what_is_no_place_is_wrong_usage(desk: Path, place: str) -> None:
    assert ran("show", place).status == 2


@pytest.mark.parametrize("place", ["good.txt:0-9999", "good.txt:4-4", "good.txt:9-4", "absent.txt:0-4", ".:0-4"])
def test_a_place_that_is_not_there_is_one_line(desk: Path, place: str) -> None:
    shown = ran("show", place)
    assert (shown.status, shown.out, len(shown.lines)) == (1, "", 1)
    assert shown.lines[0].startswith(f"retold: {place.split(':')[0]}: ")


@pytest.mark.parametrize(
    ("place", "why"),
    [(":50-10", ":50-10 names no report"), ("good.txt:9-4", "good.txt: has no place 9-4: it ends before it begins")],
)
def test_why_a_place_is_none_is_told(desk: Path, place: str, why: str) -> None:
    assert why in ran("show", place).err


def test_pages_are_not_written_where_a_file_is(desk: Path) -> None:
    done = ran("pages", "a.case", "good.txt")
    assert done.status == 2
    assert "is a file" in done.err


# ---------------------------------------------------------------- names and streams


def test_names_that_are_no_text_or_would_steer_a_terminal_are_printed_tamely(desk: Path) -> None:
    for name in (b"\xff.txt", b"new\nline.txt", b"\x1b[31m.txt", "\u202egnp.txt".encode(), b"[bold].txt", b"\xfe-empty.txt"):
        Path(os.fsdecode(name)).write_text("" if b"empty" in name else TEXT.format("Tessen"), encoding="utf-8")
    for options in ([], ["--case", "a.case"]):
        with finders(nothing):
            shown = ran("trace", ".", *options)
        assert shown.status == 1
        assert "\x1b" not in shown.out + shown.err
        assert "\u202e" not in shown.out
        assert re.search(r"  \[\[bold\]\.txt:0-\d+\]$", shown.out, re.MULTILINE)
        assert all(line.startswith("retold: ") for line in shown.err.splitlines())
    assert "rename the file" in shown.err


def test_json_of_a_name_that_is_no_text_comes_back_the_same(desk: Path) -> None:
    name = os.fsdecode(b"\xff.txt")
    (desk / name).write_text(TEXT.format("Tessen"), encoding="utf-8")
    with finders(nothing):
        assert json.loads(ran("find", name, "--json").out)["report"] == name
        assert json.loads(ran("trace", name, "--json").out)["reports"][0]["report"] == name


def test_a_locale_that_cannot_write_the_words_stops_nothing(desk: Path) -> None:
    import io

    with io.TextIOWrapper(io.BytesIO(), encoding="ascii") as out, redirect_stdout(out), finders(nothing):
        assert run(["trace", "good.txt"]) == 0


def test_the_same_report_given_twice_is_read_once(desk: Path) -> None:
    with finders(nothing):
        assert len(ran("find", "good.txt", "./good.txt", ".", "--json").out.splitlines()) == 1


def test_a_fault_of_ours_is_one_line_and_no_traceback(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("retold.pipeline.compare", fail)
    with finders(nothing):
        shown = ran("trace", "good.txt")
    assert shown.status == 1
    assert shown.lines == [
        "retold: a fault in Retold itself: ZeroDivisionError: of all things (RETOLD_TRACEBACK=1 in the environment shows where)"
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_to_a_full_disk_is_one_line(desk: Path) -> None:
    with finders(nothing):
        ran("trace", "good.txt", "--case", "a.case")
    with Path("/dev/full").open("w") as full:
        process = started(PLAIN, "brief", "a.case", stdout=full)
        assert process.communicate()[1] == "retold: output: No space left on device\n"
    assert process.returncode == 1


def test_output_to_a_closed_pipe_ends_in_silence(desk: Path) -> None:
    with finders(nothing):
        ran("trace", "good.txt", "--case", "a.case")
    there, here = os.pipe()
    os.close(there)
    process = started(PLAIN, "brief", "a.case", stdout=here)
    os.close(here)
    assert process.communicate()[1] == ""
    assert process.returncode == 1


def test_closed_streams_stop_nothing(desk: Path) -> None:
    close = "import sys; sys.stdout = sys.stderr = None; " + SLOW
    process = started(close, "trace", "good.txt", "absent.txt", "--case", "a.case")
    assert process.communicate()[1] == ""
    assert process.returncode == 1
    assert ran("brief", "a.case").out.startswith("Who says what in 1 report")


# ---------------------------------------------------------------- runs that are broken off


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_leaves_a_whole_case_and_the_next_goes_on(desk: Path, number: signal.Signals, status: int) -> None:
    folder = reports(desk / "reports", MANY)
    process = started(SLOW, "trace", "reports", "--case", "a.case", stdout=subprocess.DEVNULL)
    _wait(desk / "a.case", process)
    process.send_signal(number)
    said = process.communicate()[1]
    assert process.returncode == status
    assert without_progress(said) == [
        "retold: broken off; with --case what was read so far is kept, and the next run goes on from there"
    ]
    assert sorted(path.name for path in desk.glob("a.case*")) == ["a.case"]
    with Case(desk / "a.case") as case:
        kept = {r.report.name for r in case.readings()}
        assert check(case) == ()
    assert 0 < len(kept) < MANY
    _goes_on(folder, kept)


def _wait(path: Path, process: subprocess.Popen[str]) -> None:
    """Wait until some reports are kept."""
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        if path.exists() and path.stat().st_size and _kept(path) > 3:
            return
        time.sleep(0.02)


def _kept(path: Path) -> int:
    with Case(path, create=False, readonly=True) as case:
        return len(case.readings())


def _goes_on(folder: Path, kept: set[str]) -> None:
    """The next run finds only what the broken one did not, and ends as a run that nothing disturbed."""
    found: list[str] = []

    def counted(batch: object) -> object:
        found.extend(report.name for report in batch)  # type: ignore[attr-defined]
        return nothing(batch)  # type: ignore[arg-type]

    with finders(counted):  # type: ignore[arg-type]
        after = ran("trace", folder.name, "--case", "a.case")
    assert not set(found) & kept
    assert len(found) + len(kept) == MANY
    with finders(nothing):
        assert ran("trace", folder.name) == Ran(status=0, out=after.out, err=after.err)


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of resources")
def test_a_full_disk_under_the_case_is_one_line_and_the_next_run_goes_on(desk: Path) -> None:
    folder = reports(desk / "reports", MANY)
    Case(desk / "empty.case").close()
    most = (desk / "empty.case").stat().st_size + 60_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    process = started(SLOW, "trace", folder.name, "--case", "a.case", stdout=subprocess.DEVNULL, preexec_fn=limit)
    said = without_progress(process.communicate()[1])
    assert process.returncode == 1
    assert len(said) == 1
    assert said[0].startswith("retold: a.case: the disk ")
    with Case(desk / "a.case") as case:
        kept = {r.report.name for r in case.readings()}
        assert check(case) == ()
    assert 0 < len(kept) < MANY
    _goes_on(folder, kept)


# ---------------------------------------------------------------- help


@pytest.mark.parametrize("command", ["trace", "find", "brief", "show"])
def test_help_says_how_with_examples(command: str) -> None:
    shown = ran(command, "--help")
    assert shown.status == 0
    assert f"  retold {command} " in shown.out.split("Examples:")[1]


def test_no_arguments_print_the_help_and_wrong_ones_say_so() -> None:
    assert "Commands:" in ran().out + ran().err
    assert ran("trace").status == 2
    assert ran("nosuch").status == 2
    assert ran("--version").out.startswith("retold ")
