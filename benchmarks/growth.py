"""What holding reports side by side costs as an affair grows; finding is a report at a time, so only this could outgrow it.

Families of a thousand reports, ten thousand and a hundred thousand, beside datasketch's MinHash with its index alone on the
same texts; each in a process of its own, so that its memory is known.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from benchmarks import copies
from benchmarks.measure import as_a_user_has_it
from retold.compare.adding import added, by_name, entry
from retold.compare.fingerprints import Fingerprint, fingerprint, fingerprints
from retold.compare.retellings import Compared, compared
from retold.record import Case
from retold.workers import processors, spread

SIZES = (1_000, 10_000, 100_000)
PERMUTATIONS, THRESHOLD, WORDS = 128, 0.3, 5
MORE = 21
"""Reports added one by one."""


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
    adding: tuple[float, float] | None = None
    """Seconds to add one more report to a case that holds all these: the median and the longest of `MORE`."""


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
                if taken.adding:
                    print(f"  one more report: {taken.adding[0]:.2f} s, {taken.adding[1]:.2f} s at most", flush=True)
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
    prints = list[Fingerprint]()
    found = compared(())
    if way == "families":
        marks, stories, prints = _fingerprints(folder)
        found = compared(prints)
        together: Sequence[object] = [t.family or t.report for t in found.tellings]
    else:
        marks, stories, together = _minhash(folder)
    seconds = time.perf_counter() - start
    here, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    rate, right = _shares(stories, together)
    taken = Taken(
        seconds=seconds,
        processor=here.ru_utime + here.ru_stime + workers.ru_utime + workers.ru_stime,
        memory=(here.ru_maxrss + processors() * workers.ru_maxrss) / 1024,
        marks=marks - start,
        found=rate,
        right=right,
    )
    return replace(taken, adding=_adding(prints, found)) if prints else taken


def _adding(prints: Sequence[Fingerprint], found: Compared) -> tuple[float, float]:
    """Return the seconds to add one more telling of a story to a case: the median and the longest."""
    taken = []
    with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "many.case") as case:
        shelf = case.shelf()
        shelf.put(map(entry, prints))
        shelf.pair(by_name(prints, found))
        for story in range(MORE):
            reading = copies.one_more(story)
            start = time.perf_counter()
            shelf.put([entry(fingerprint(reading))])
            shelf.pair(added(shelf, reading.report.name).pairs)
            taken.append(time.perf_counter() - start)
    return statistics.median(taken), max(taken)


def _fingerprints(folder: Path) -> tuple[float, list[int], list[Fingerprint]]:
    """Return when the marks were taken, the story of each report, and the marks."""
    stories, prints = list[int](), list[Fingerprint]()
    for numbers, made in spread(_marks, sorted(folder.glob("*.json"))):
        stories += numbers
        prints += made
    return time.perf_counter(), stories, prints


def _marks(path: Path) -> tuple[list[int], list[Fingerprint]]:
    rows = copies.readings(path)
    return [story for story, _ in rows], fingerprints([reading for _, reading in rows])


def _minhash(folder: Path) -> tuple[float, list[int], list[int]]:
    """Return the same for MinHash and its index, and with which report each goes: the first that it is a candidate with."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found,import-untyped,unused-ignore]

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
    return marked, stories, together


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
