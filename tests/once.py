"""What costs much is made once for all workers of a test run: the first that needs it makes it, the others wait for it."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of this name that `make` filled, in this process or in that of another worker of the same run."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with folder.with_name(f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = folder.with_name(f"{name}.made")
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # what one that failed left
            folder.mkdir()
            make(folder)
            made.touch()
    return folder
