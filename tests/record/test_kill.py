"""A process killed at any point leaves a case that opens, checks, and ends as if nothing had happened when run again."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from retold.model import Reading, Trace
from retold.record import Case
from retold.record.check import check
from retold.record.removal import remove

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

Make = Callable[..., Reading]
Run = Callable[[Path], None]
POINTS = 24
"""How many points of a run are tried; any number may be."""


@pytest.fixture
def run(reading: Make, trace: Callable[..., Trace]) -> Run:
    """A command on a case: a report that changed, one that is new, one that goes, and the trace over what is left."""

    def command(path: Path) -> None:
        with Case(path) as case:
            for each in (reading("tide.txt"), reading("gull.txt", outlet="Heron"), reading("buoy.txt")):
                if case.reading(each.report) is None:
                    case.keep_reading(each)

            def again() -> Trace:
                return trace(*sorted(case.readings(), key=lambda each: each.report.name))

            if case.current("reef.txt"):
                remove(case, ["reef.txt"], "a double", again=again)
            case.keep_trace(again())

    return command


@pytest.fixture
def start(reading: Make, trace: Callable[..., Trace]) -> Run:
    """The state before the command."""

    def command(path: Path) -> None:
        with Case(path) as case:
            case.keep_trace(trace(reading("gull.txt"), reading("reef.txt", "No ship was seen.")))

    return command


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


def dying(work: Callable[[], None], *, after: int) -> Callable[[], None]:
    """Return `work` that ends its process, as a kill does, after so many instructions."""
    left = iter(range(after))
    return lambda: watched(work, lambda: 0 if next(left, None) is not None else os._exit(9))


def record(path: Path) -> bytes:
    with Case(path, readonly=True) as case:
        assert check(case) == ()
        assert case.settled
        return msgspec.json.encode(case.trace())


def test_a_kill_within_any_statement_is_harmless(tmp_path: Path, start: Run, run: Run) -> None:
    undisturbed, counted = tmp_path / "undisturbed", 0
    start(undisturbed)

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    watched(lambda: run(undisturbed), count)
    for number in range(POINTS):
        path = tmp_path / f"killed-{number}"
        if number % 2:  # the others are killed while a new case is made
            start(path)
        point = counted * number // POINTS
        assert ended(forked(dying(lambda path=path: run(path), after=point))) == 9  # type: ignore[misc]
        if path.stat().st_size:
            with Case(path) as case:
                assert check(case) == ()
        run(path)
        assert record(path) == record(undisturbed)


def test_a_kill_from_outside_at_any_moment_is_harmless(tmp_path: Path, start: Run, run: Run) -> None:
    undisturbed = tmp_path / "undisturbed"
    start(undisturbed)
    before = time.monotonic()
    run(undisturbed)
    took = time.monotonic() - before
    chance = random.Random(20)
    for number in range(15):
        path = tmp_path / f"killed-{number}"
        start(path)
        child = forked(lambda path=path: run(path))  # type: ignore[misc]
        time.sleep(chance.uniform(0, took))
        os.kill(child, signal.SIGKILL)
        ended(child)
        with Case(path, readonly=True) as case:
            assert check(case) == ()
        run(path)
        assert record(path) == record(undisturbed)
        assert [each.name for each in tmp_path.glob(f"{path.name}*")] == [path.name]


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
