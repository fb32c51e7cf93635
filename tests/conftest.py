"""What every test may ask for."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Find measuring data beside the checkout, or skip the test with a reason."""

    def find(name: str) -> Path:
        path = SHARED / name
        if not path.exists():
            pytest.skip(f"needs the measuring data {name}, which is not beside this checkout")
        return path

    return find


@pytest.fixture(scope="session", autouse=True)
def _heard() -> None:
    """A shell has what it runs in the background ignore Ctrl-C, and so would every program that is started and stopped here."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


pytest_plugins = ["tests.affair"]
