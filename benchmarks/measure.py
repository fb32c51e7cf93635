"""A command as a whole process, from outside: wall time and peak memory, medians over runs in turn with its peer."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Seconds of wall time and peak resident memory in MiB of one process."""

    seconds: float
    memory: float


def run(command: Sequence[str]) -> Run:
    """Run a command once; its output is thrown away. Raises `RuntimeError` when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Run(seconds=seconds, memory=usage.ru_maxrss / 1024)


def beside(name: str, ours: Sequence[str], peer_name: str, peer: Sequence[str], runs: int = 5) -> None:
    """Print medians of a command of ours and of its peer, run in turn after one warm-up each, and their ratio."""
    run(ours), run(peer)
    pairs = [(run(ours), run(peer)) for _ in range(runs)]
    mine, theirs = _median([a for a, _ in pairs]), _median([b for _, b in pairs])
    ratio = statistics.median(a.seconds / b.seconds for a, b in pairs)
    print(f"{name}: {mine.seconds:.2f} s, {mine.memory:.0f} MiB")
    print(f"  {peer_name}: {theirs.seconds:.2f} s, {theirs.memory:.0f} MiB; ratio of time {ratio:.2f}", flush=True)


def retold(*arguments: str) -> list[str]:
    """Return the command line of Retold in this environment."""
    return [str(Path(sys.executable).with_name("retold")), *arguments]


def python(code: str, *arguments: str) -> list[str]:
    """Return the command line that runs a piece of Python in this environment."""
    return [sys.executable, "-c", code, *arguments]


def _median(runs: Sequence[Run]) -> Run:
    return Run(
        seconds=statistics.median(r.seconds for r in runs),
        memory=statistics.median(r.memory for r in runs),
    )
