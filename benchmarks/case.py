"""What asking a case of twenty thousand reports costs, each command as a process, beside plain SQLite on the same file.

The peer counts the mentions of each claim with the `sqlite3` module and nothing else: what any tool that opens the file
pays for one grouped question. A command that is to be measured is a row of `COMMANDS`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import affair, pages
from benchmarks.measure import beside, python, retold, run

SIZE = 20_000
RUNS = 3
REPORT = "world-001/01-astrel-oskan-talks.txt"
"""A report that every made-up affair holds."""
COMMANDS: Sequence[Sequence[str]] = (
    ("brief", "{case}"),
    ("brief", "{case}", "--section", "measure:41"),
    ("brief", "{case}", "--section", "who"),
    ("asof", "{case}", "2013-06-01"),
    ("asof", "{case}", "2020-01-01"),
    ("asof", "{case}", "2020-01-01", "--section", "who"),
    ("asof", "{case}", "--held", "{early}"),
    ("search", "{case}", "talks"),
    ("search", "{case}", "talks", "--asof", "2020-01-01"),
    ("people", "list", "{case}"),
    ("versions", "{case}"),
    ("versions", "{case}", REPORT),
    ("history", "{case}"),
    ("rule", "{case}"),
    ("show", f"{REPORT}:120-180", "--case", "{case}"),
)
PEER = """
import sqlite3, sys
case = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
print(len(case.execute("SELECT claim, count(*) FROM claim_mentions WHERE retracted_at IS NULL GROUP BY claim").fetchall()))
"""


def main(size: int = SIZE, made: Path | None = None) -> None:
    """Make a case of so many reports, unless one is `made`, and print what each command takes on it, and each page."""
    with tempfile.TemporaryDirectory() as folder:
        case = made or Path(folder) / "affair.case"
        if made is None:
            start = time.perf_counter()
            affair.write(case, size)
            print(
                f"a case of {size:,} reports: {time.perf_counter() - start:.0f} s, {case.stat().st_size / 1e6:,.0f} MB",
                flush=True,
            )
        filled = {"case": str(case), "early": affair.early(case)}
        peer = python(PEER, str(case))
        for command in COMMANDS:
            words = [word.format(**filled) for word in command]
            shown = " ".join(word.format(case="CASE", early="THEN") for word in command)
            beside(f"retold {shown}", retold(*words), "sqlite3, mentions counted by claim", peer, runs=RUNS)
        pages.main(made=case)
        whole(case, Path(folder))


def whole(case: Path, folder: Path) -> None:
    """Print, once each, what it takes to check all of a case, and to take a report out of a copy of it.

    Neither answers a question: a check holds every row and every passage against what was kept, and a removal compares what
    is left anew.
    """
    copy = Path(shutil.copy(case, folder / "copy.case"))
    for shown, words in (
        ("check CASE", ("check", str(copy))),
        ("remove CASE REPORT", ("remove", str(copy), REPORT, "--reason", "a benchmark")),
    ):
        took = run(retold(*words))
        print(f"retold {shown}: {took.seconds:.0f} s, {took.memory:.0f} MiB", flush=True)


if __name__ == "__main__":
    main(made=Path(sys.argv[1]) if sys.argv[1:] else None)
