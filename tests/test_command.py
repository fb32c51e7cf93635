"""The command ends in a line when it is broken off, however early that is."""

from __future__ import annotations

import signal

import pytest

from tests.running import started

EARLY = """
import signal, sys

class Bell:
    def find_spec(self, name, path=None, target=None):
        if name == "{module}":
            signal.raise_signal(signal.{signal})

sys.meta_path.insert(0, Bell())
from retold_command import main
main()
"""
"""The command line, stopped when it begins to load a module."""


@pytest.mark.parametrize("module", ["retold.model", "typer", "sqlite3"])
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stop_while_the_command_is_loaded_is_told_in_a_line(module: str, number: signal.Signals, status: int) -> None:
    process = started(EARLY.format(module=module, signal=number.name), "history", "absent.case")
    _, said = process.communicate(timeout=60)
    assert process.returncode == status
    assert said.startswith("retold: broken off; ") and said.count("\n") == 1


def test_a_command_that_was_not_to_hear_ctrl_c_does_not() -> None:
    """As one that a shell script has put in the background."""
    deaf = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    process = started(deaf + EARLY.format(module="typer", signal="SIGINT"), "history", "absent.case")
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (1, "retold: absent.case: no such case file\n")


def test_a_stop_when_all_is_done_ends_the_process_without_a_word() -> None:
    late = "import atexit, signal; atexit.register(signal.raise_signal, signal.SIGINT)\n"
    process = started(late + "from retold_command import main; main()", "history", "absent.case")
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (-signal.SIGINT, "retold: absent.case: no such case file\n")
