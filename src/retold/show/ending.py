"""However a run ends, it ends with a status and at most one line on standard error, never with a traceback."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from retold.errors import RetoldError

_asked: list[int] = []
"""The signals by which the run was asked to end: what is imported meanwhile may turn `Stopped` into a failure of its own."""


class Stopped(BaseException):
    """The user or the system asked the run to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


def stoppable() -> None:
    """Let Ctrl-C and a request to terminate raise `Stopped`, unless the caller had this process ignore them."""
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def done() -> None:
    """What is left to do is to tidy up: who asks the run to end now ends it, without a word."""
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is _stop:
            signal.signal(number, signal.SIG_DFL)


def ended(work: Callable[[], object], *, kept: str = "what was not whole is not kept") -> int:
    """Do `work` and return the exit status; what it raises is told in one line. `kept` says what is left of it if broken off."""
    _asked.clear()
    try:
        _mend_streams()
        try:
            work()
        finally:
            sys.stdout.flush()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Stopped as stopped:
        _say(f"broken off; {kept}")
        return stopped.status
    except Exception as error:
        if _asked:
            _say(f"broken off; {kept}")
            return Stopped(_asked[0]).status
        _tell(error)
        return 1
    return 0


def _tell(error: Exception) -> None:
    if isinstance(error, BrokenPipeError):  # the reader of a pipe has seen enough
        _give_up_output()
    elif isinstance(error, RetoldError):
        _say(str(error))
    elif isinstance(error, OSError):
        _say(f"{error.filename or 'output'}: {error.strerror or error}")
        _give_up_output()
    elif os.environ.get("RETOLD_TRACEBACK"):
        raise error
    else:
        why = f"{type(error).__name__}: {error}"
        _say(f"a fault in Retold itself: {why} (RETOLD_TRACEBACK=1 in the environment shows where)")


def _say(text: str) -> None:
    from retold.show.terminal import say

    say(text)


def _stop(number: int, _frame: FrameType | None) -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_DFL)  # a second one ends the process at once
    _asked.append(number)
    raise Stopped(number)


def _mend_streams() -> None:
    """Where a stream was closed by the caller write to nowhere; what the locale cannot write stands as its code."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _give_up_output() -> None:
    """Let what is still to be written go nowhere: the interpreter would try again when it ends, and complain."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
