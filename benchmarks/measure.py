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

BEGIN = """
import sys, time, pathlib
texts = [p.read_text() for p in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))]
words = sum(len(text.split()) for text in texts)
start = time.perf_counter()
"""
END = """
loaded = time.perf_counter()
count = sum(work(text) for text in texts)
print(words / (time.perf_counter() - loaded), loaded - start, count)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Seconds of wall time and peak resident memory in MiB of one process."""

    seconds: float
    memory: float


def run(command: Sequence[str]) -> Run:
    """Run a command once; its output is thrown away. Raises `RuntimeError` when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=as_a_user_has_it(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Run(seconds=seconds, memory=usage.ru_maxrss / 1024)


def as_a_user_has_it() -> dict[str, str]:
    """Return the environment without what some test machines set: compiled modules are kept, as everywhere else."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def paced(code: str, folder: str) -> tuple[float, float] | None:
    """Return words a second and seconds to load of code that defines `work(text)`; None where its package is not installed."""
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code + END, folder],
        env=as_a_user_has_it() | one | {"TOKENIZERS_PARALLELISM": "false"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        if "ModuleNotFoundError" in done.stderr:
            return None
        raise RuntimeError(done.stderr[-2000:])
    pace, load, _ = done.stdout.split()
    return float(pace), float(load)


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
