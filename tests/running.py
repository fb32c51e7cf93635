"""The command line as a test runs it: in this process where that is enough, in one of its own where signals matter."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from retold.model import Findings, Reading, Report
from retold.show.cli import run

AFFAIR = Path(__file__).parents[1] / "examples" / "affair"
METADATA = AFFAIR / "metadata.tsv"
TEXT = "Oran Vell, the minister, said the port of {} would close in March.\n\nTwo officials denied it.\n"
PROGRESS = re.compile(r"retold: \d+ of \d+ reports")

SLOW = """
import sys, time
from importlib import import_module
from retold.model import Findings, Reading

def slowly(reports):
    for report in reports:
        time.sleep(0.02)
        yield Findings(report=report)

import_module("retold.find.findings").findings = slowly
import_module("retold.resolve.reading").reading = lambda found: Reading(report=found.report)
from retold.show.cli import main
main()
"""
"""The command line with finders that find nothing, and take their time over it."""

PLAIN = "from retold.show.cli import main; main()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it said on standard error, without progress."""
        return without_progress(self.err)


def without_progress(said: str) -> list[str]:
    """Return the lines of standard error that are no progress."""
    return [line for line in said.splitlines() if not PROGRESS.fullmatch(line)]


def ran(*arguments: str | Path) -> Ran:
    """Run a command in this process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=how) for how in ("strict", "backslashreplace"))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run([str(argument) for argument in arguments])
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())
    return Ran(status=status, out=texts[0], err=texts[1])


def started(program: str, *arguments: str | Path, **options: Any) -> subprocess.Popen[str]:
    """Start a command in a process of its own, its standard error piped."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **options)


def reports(folder: Path, count: int) -> Path:
    """Write so many small reports, no two alike, and return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(TEXT.format(f"Port {number}"), encoding="utf-8")
    return folder


@contextlib.contextmanager
def finders(work: Callable[[Sequence[Report]], Iterable[Findings]]) -> Iterator[None]:
    """Put other finders in the place of ours: what matters here is what goes wrong around them."""
    find: Any = import_module("retold.find.findings")
    resolve: Any = import_module("retold.resolve.reading")
    real = find.findings, resolve.reading
    find.findings, resolve.reading = work, lambda found: Reading(report=found.report)
    try:
        yield
    finally:
        find.findings, resolve.reading = real


def nothing(reports: Sequence[Report]) -> Iterator[Findings]:
    """Find nothing, quickly."""
    return (Findings(report=report) for report in reports)
