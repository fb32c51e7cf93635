"""Work spread over processes comes back in order, and a worker that dies loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from retold.workers import spread


def _squared(number: int) -> int:
    return number * number


def _deadly(number: int) -> int:
    """Kill the worker, never the process that started it."""
    if number == 3 and os.environ.get("RETOLD_TEST_PARENT") != str(os.getpid()):
        os._exit(9)
    return number


def test_results_come_in_the_order_of_the_work() -> None:
    assert list(spread(_squared, range(20))) == [n * n for n in range(20)]


def test_what_a_dead_worker_leaves_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETOLD_TEST_PARENT", str(os.getpid()))
    assert list(spread(_deadly, range(12))) == list(range(12))


def test_a_worker_that_dies_between_two_results_takes_no_piece_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETOLD_TEST_PARENT", str(os.getpid()))

    def slowly() -> Iterator[int]:
        for number in range(6):
            time.sleep(2.0 if number == 4 else 0)  # by then the worker that was given 3 is dead
            yield number

    assert list(spread(_deadly, slowly())) == list(range(6))


def test_a_caller_who_stops_early_is_not_kept_waiting() -> None:
    assert next(iter(spread(_squared, range(1000)))) == 0


def test_a_process_that_is_killed_leaves_no_worker_behind() -> None:
    """All of them hold its standard output, so that it ends only when the last of them is gone."""
    process = _begun("from tests.test_workers import _named\nlist(spread(_named, range(10**6)))", stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline()
    process.kill()
    process.communicate(timeout=30)


def test_what_is_wanted_no_more_is_not_waited_for() -> None:
    """Though a worker is still at it."""
    process = _begun("from tests.test_workers import _endless\nprint(next(spread(_endless, range(9))))", stdout=subprocess.PIPE)
    assert process.communicate(timeout=30)[0] == "0\n"


def test_ctrl_c_is_told_by_none_of_the_workers_though_they_have_only_just_started() -> None:
    program = (
        "import os, signal, time\nfrom tests.test_workers import _squared\n"
        "signal.signal(signal.SIGINT, lambda *_: None)\n"
        "def pieces():\n    yield from range(3)\n    time.sleep(0.2)\n    os.killpg(0, signal.SIGINT)\n"
        "print(list(spread(_squared, pieces())))"
    )
    process = _begun(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert process.communicate(timeout=30) == ("[0, 1, 4]\n", "")


def _begun(program: str, **options: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", f"from retold.workers import spread\n{program}"]
    return subprocess.Popen(command, text=True, cwd=Path(__file__).parents[1], **options)


def _endless(number: int) -> int:
    time.sleep(600 if number else 0)
    return number


def _named(number: int) -> int:
    print(os.getpid(), flush=True)
    time.sleep(0.05)
    return number
