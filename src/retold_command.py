"""The command can be broken off from its first moment on, when nothing of it is loaded yet and nothing is done.

It stands outside the package, since to load that takes some tenths of a second, in which Ctrl-C would print Python's own
traceback. What it says of a stop is said by the operating system's means alone: half a library may be loaded by then.
"""

from __future__ import annotations

import os
import signal


def main() -> None:
    """Run the command line and end the process with its exit status."""
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)
    from retold.show.cli import main as begun

    begun()


def _stop(number: int, _frame: object) -> None:
    os.write(2, b"retold: broken off; nothing was done yet\n")
    os._exit(128 + number)
