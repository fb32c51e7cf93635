"""Work spread over processes comes back in order, and a worker that dies loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

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
    program = "from tests.test_workers import _named\nfrom retold.workers import spread\nlist(spread(_named, range(10**6)))"
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    assert process.stdout
    assert process.stdout.readline()
    process.kill()
    process.communicate(timeout=30)


def _named(number: int) -> int:
    print(os.getpid(), flush=True)
    time.sleep(0.05)
    return number
