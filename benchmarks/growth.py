"""What holding reports side by side costs as an affair grows; finding is a report at a time, so only this could outgrow it.

Families of a thousand reports, ten thousand and a hundred thousand, beside datasketch's MinHash with its index alone on the
same texts; each in a process of its own, so that its memory is known.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import copies
from benchmarks.measure import as_a_user_has_it
from retold.compare.fingerprints import Fingerprint, fingerprints
from retold.compare.retellings import compared
from retold.workers import processors, spread

SIZES = (1_000, 10_000, 100_000)
PERMUTATIONS, THRESHOLD, WORDS = 128, 0.3, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one way took: seconds of wall time and of processors, peak memory in MiB, and how right it was."""

    seconds: float
    processor: float
    memory: float
    marks: float
    """Seconds until every report's marks were taken."""
    found: float
    """Share of the pairs of reports of one story that are together."""
    right: float
    """Share of the pairs that are together that are of one story."""


def main(sizes: Sequence[int] = SIZES) -> None:
    """Print what families of so many reports take, beside MinHash, and how both grow."""
    before: dict[str, Taken] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            copies.write(Path(folder), size)
            for way, name in (("families", "families"), ("minhash", "  datasketch's MinHash alone")):
                taken = _apart(way, folder)
                if taken is None:
                    continue
                print(f"{name} of {size:,} reports: {_said(taken)}", end="")
                ratio = (
                    f"; {taken.processor / before[way].processor:.1f} times the work of the size before" if way in before else ""
                )
                print(ratio, flush=True)
                before[way] = taken


def _said(taken: Taken) -> str:
    shares = f"{taken.found:.3f} of the pairs of one story together, {taken.right:.3f} of those together right"
    marks = f"{taken.marks:.1f} s of them for marks"
    return f"{taken.seconds:.1f} s ({marks}), {taken.processor:.1f} s of processors, {taken.memory:,.0f} MiB, {shares}"


def _apart(way: str, folder: str) -> Taken | None:
    """Return what a way takes in a process of its own; None where its package is not installed."""
    command = [sys.executable, "-m", "benchmarks.growth", way, folder]
    done = subprocess.run(command, env=as_a_user_has_it(), capture_output=True, text=True, check=False)
    if done.returncode:
        if "ModuleNotFoundError" in done.stderr:
            return None
        raise RuntimeError(done.stderr[-2000:])
    return Taken(**json.loads(done.stdout))


def _measured(way: str, folder: Path) -> Taken:
    start = time.perf_counter()
    marks, found, right = _families(folder) if way == "families" else _minhash(folder)
    seconds = time.perf_counter() - start
    here, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(
        seconds=seconds,
        processor=here.ru_utime + here.ru_stime + workers.ru_utime + workers.ru_stime,
        memory=(here.ru_maxrss + processors() * workers.ru_maxrss) / 1024,
        marks=marks - start,
        found=found,
        right=right,
    )


def _families(folder: Path) -> tuple[float, float, float]:
    """Return when the marks were taken, and how much of the stories was found, and rightly."""
    stories, prints = list[int](), list[Fingerprint]()
    for numbers, made in spread(_marks, sorted(folder.glob("*.json"))):
        stories += numbers
        prints += made
    marked = time.perf_counter()
    together = [t.family or t.report for t in compared(prints).tellings]
    return marked, *_shares(stories, together)


def _marks(path: Path) -> tuple[list[int], list[Fingerprint]]:
    rows = copies.readings(path)
    return [story for story, _ in rows], fingerprints([reading for _, reading in rows])


def _minhash(folder: Path) -> tuple[float, float, float]:
    """Return the same for MinHash and its index: a report goes with the first that it is a candidate with."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found,unused-ignore]

    stories, marks = list[int](), []
    for story, text in copies.texts(folder):
        words = text.lower().split()
        mark = MinHash(num_perm=PERMUTATIONS)
        mark.update_batch({" ".join(words[i : i + WORDS]).encode() for i in range(max(1, len(words) - WORDS + 1))})
        stories.append(story)
        marks.append(mark)
    marked = time.perf_counter()
    index, together = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), list[int]()
    for number, mark in enumerate(marks):
        near = min(index.query(mark), default=number)
        together.append(near if near == number else together[near])
        index.insert(number, mark)
    return marked, *_shares(stories, together)


def _shares(stories: Sequence[int], together: Sequence[object]) -> tuple[float, float]:
    """Return which share of the pairs of one story are together, and which share of those together are of one story."""
    both = _pairs(zip(stories, together, strict=True))
    return both / _pairs(stories), both / max(1, _pairs(together))


def _pairs(groups: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


if __name__ == "__main__":
    if sys.argv[1:] and not sys.argv[1].isdigit():
        print(json.dumps(asdict(_measured(sys.argv[1], Path(sys.argv[2])))))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
