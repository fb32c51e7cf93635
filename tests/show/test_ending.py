"""A run that is broken off says so, whatever the code that it was in makes of that."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from retold.show.ending import Stopped, ended, stoppable


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    stoppable()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def swallowed() -> None:
    """Be stopped inside of what turns it into a failure of its own, as importing a large library may."""
    try:
        signal.raise_signal(signal.SIGINT)
    except BaseException as error:
        raise ImportError("half a module") from error


def test_what_turns_a_stop_into_a_fault_is_still_told_to_be_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(swallowed, kept="nothing is") == 130
    assert capsys.readouterr().err == "retold: broken off; nothing is\n"


def test_a_stop_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    def stop() -> None:
        raise Stopped(signal.SIGTERM)

    assert ended(stop) == 143
    assert capsys.readouterr().err == "retold: broken off; what was not whole is not kept\n"


def test_a_fault_after_another_run_was_stopped_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    ended(swallowed)
    stoppable()

    def fail() -> None:
        raise ImportError("no such module")

    assert ended(fail) == 1
    assert "a fault in Retold itself: ImportError: no such module" in capsys.readouterr().err
