"""A process killed at any point leaves a case that opens, checks, and ends as if nothing had happened when run again."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest

from retold.errors import CaseError
from retold.model import Passage, Reading, Ruling, Span, Trace
from retold.pipeline import BATCH
from retold.record import Case
from retold.record.check import check
from retold.record.removal import remove
from retold.record.rulings import rule
from retold.record.store import VERSION
from retold.show.contract import trace_json
from tests.record.test_migrate import made
from tests.running import SLOW, finders, nothing, ran, reports, started

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

Make = Callable[..., Reading]
Run = Callable[[Path], None]
POINTS = 200
"""How many points are tried, over all runs; any number may be."""
KILLS = 2
"""How often the command line is killed."""
REEF = "No ship was seen."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is one: what a process wrote outlives it there too, and 200 runs wait for no disk."""
    if not os.access("/dev/shm", os.W_OK):  # noqa: S108
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="retold-") as folder:
        yield Path(folder)


@pytest.fixture
def run(reading: Make, trace: Callable[..., Trace]) -> Run:
    """A command on a case, of any version: reports that are new and one that changed, the trace, a ruling, a report that
    goes. Each part is done where it is not done yet, as the command line does it."""

    def command(path: Path) -> None:
        with Case(path) as case:
            for each in (reading("reef.txt", REEF), reading("tide.txt"), reading("gull.txt", outlet="Kite")):
                if not case.select("SELECT 1 FROM reports WHERE key = ?", key(each)):
                    case.keep_reading(each)

            def again() -> Trace:
                return trace(*sorted(case.readings(), key=lambda each: each.report.name))

            case.keep_trace(again())
            one, other = (Passage(report=name, span=Span(0, 4)) for name in ("gull.txt", "tide.txt"))
            rule(case, [Ruling(verdict="same", one=one, other=other, words=(), reason="said so")], again=lambda _: again())
            if case.current("reef.txt"):
                remove(case, ["reef.txt"], "of another affair", again=again)

    return command


def key(reading: Reading) -> str:
    from retold.record.keep import version_key

    return version_key(reading.report)


@pytest.fixture
def starts(desk: Path, reading: Make, trace: Callable[..., Trace]) -> list[Path | None]:
    """Cases on which the command is run: none, those of older versions, and one of this version."""
    now = desk / "now"
    with Case(now) as case:
        case.keep_trace(trace(reading("gull.txt"), reading("reef.txt", REEF)))
    return [None, *(made(desk / f"version-{version}", version) for version in range(1, VERSION)), now]


def begun(start: Path | None, path: Path) -> Path:
    """Return `path` with a copy of the case to start from."""
    path.unlink(missing_ok=True)
    if start:
        shutil.copy(start, path)
    return path


def forked(work: Callable[[], None]) -> int:
    """Do `work` in a process of its own and return its id."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return child


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def watched(work: Callable[[], None], look: Callable[[], int]) -> None:
    """Do `work` while SQLite calls `look` before every instruction of its own, the opening of the file included."""
    connect = sqlite3.connect

    def opened(*arguments: Any, **options: Any) -> Any:
        connection = connect(*arguments, **options)
        connection.set_progress_handler(look, 1)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", opened)
        work()


def counted(work: Callable[[], None]) -> int:
    """Do `work` and return how many instructions it took."""
    count = 0

    def look() -> int:
        nonlocal count
        count += 1
        return 0

    watched(work, look)
    return count


def dying(work: Callable[[], None], *, after: int) -> Callable[[], None]:
    """Return `work` that ends its process, as a kill does, after so many instructions."""

    def killed() -> Iterator[int]:
        os._exit(9)
        yield 0

    return lambda: watched(work, chain(repeat(0, after), killed()).__next__)


def printed(path: Path) -> bytes:
    """Return the JSON of a whole case as `retold trace --json` prints it."""
    with Case(path, readonly=True) as case:
        assert check(case) == ()
        assert case.settled
        return json.dumps(trace_json(case.trace()), ensure_ascii=False).encode()


def opens(path: Path) -> None:
    """A case opens and checks, unless the kill came before its first row."""
    if path.exists():
        try:
            with Case(path, readonly=True) as case:
                assert check(case) == ()
        except CaseError as error:
            assert "is empty" in str(error)


def test_a_kill_within_any_statement_is_harmless(desk: Path, starts: list[Path | None], run: Run) -> None:
    chance, path = random.Random(7), desk / "killed"
    for start in starts:
        undisturbed = begun(start, desk / "undisturbed")
        length = counted(lambda path=undisturbed: run(path))  # type: ignore[misc]
        wanted = printed(undisturbed)
        for point in sorted(chance.sample(range(length), POINTS // len(starts))):
            begun(start, path)
            assert ended(forked(dying(lambda: run(path), after=point))) == 9
            opens(path)
            run(path)
            assert printed(path) == wanted, f"killed after {point} of {length} instructions, from {start}"


def test_a_kill_from_outside_at_any_moment_is_harmless(desk: Path, starts: list[Path | None], run: Run) -> None:
    """SIGKILL also comes between SQLite's instructions: while it writes, while the log goes into the file, while it is closed."""
    chance, path = random.Random(20), desk / "killed"
    for start in starts:
        undisturbed = begun(start, desk / "undisturbed")
        before = time.monotonic()
        run(undisturbed)
        took, wanted = time.monotonic() - before, printed(undisturbed)
        for _ in range(5):
            begun(start, path)
            child = forked(lambda: run(path))
            time.sleep(chance.uniform(0, took))
            os.kill(child, signal.SIGKILL)
            ended(child)
            opens(path)
            run(path)
            assert printed(path) == wanted
            assert [each.name for each in desk.glob(f"{path.name}*")] == [path.name]


def test_a_trace_that_is_killed_again_and_again_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    """The command line itself, killed from outside: each run goes on where the last was killed."""
    folder, path, whole = reports(tmp_path / "reports", KILLS * (BATCH + 1)), tmp_path / "killed.case", tmp_path / "whole.case"
    chance, held = random.Random(3), 0
    for _ in range(KILLS):
        process = started(SLOW, "trace", folder, "--case", path, stdout=-3)
        until = time.monotonic() + 60
        while process.poll() is None and count(path) <= held and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.1))
        process.kill()
        process.communicate(timeout=30)
        opens(path)
        assert count(path) > held, "what one run read the next need not read again"
        held = count(path)
    with finders(nothing):
        last, undisturbed = (ran("trace", folder, "--json", "--case", each) for each in (path, whole))
        assert (last.status, undisturbed.status) == (0, 0)
        assert last.out.encode() == undisturbed.out.encode()
    assert printed(path) == printed(whole)


def count(path: Path) -> int:
    """Return how many reports a case holds, 0 while it is being made."""
    with contextlib.suppress(CaseError), Case(path, readonly=True) as case:
        return len(case.select("SELECT 1 FROM reports"))
    return 0


def test_processes_may_write_and_read_one_case_at_once(tmp_path: Path, reading: Make) -> None:
    path = tmp_path / "c"
    Case(path).close()

    def write(name: str) -> None:
        for number in range(10):
            with Case(path, wait=20) as case:
                case.keep_reading(reading(f"{name}{number}", f"{name} {number} ships"))

    def read() -> None:
        held = 0
        while held < 20:
            with Case(path, readonly=True) as case:
                now = len(case.readings())
                assert now >= held
                held = now

    children = [forked(lambda name=name: write(name)) for name in ("gull", "tide")]  # type: ignore[misc]
    children.append(forked(read))
    assert [ended(child) for child in children] == [0, 0, 0]
    with Case(path) as case:
        assert len(case.readings()) == 20
        assert check(case) == ()
