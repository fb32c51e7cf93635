"""What holding reports side by side costs as an affair grows; finding is a report at a time, so only this could outgrow it."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks import reports
from retold import pipeline
from retold.model import Reading

FEW = 50
TIMES = 4


def main() -> None:
    """Print the time to find and to compare `FEW` reports and so many times more, and by how much each has grown."""
    _seconds(1)  # so that loading the parser and the tables counts for neither
    (finding, comparing), (more_finding, more_comparing) = _seconds(FEW), _seconds(FEW * TIMES)
    print(f"comparing {FEW} reports: {comparing:.2f} s, {FEW * TIMES} reports: {more_comparing:.2f} s")
    print(f"  {TIMES} times the reports take {more_comparing / comparing:.1f} times as long", end="")
    print(f"; finding in them, {more_finding / finding:.1f} times", flush=True)


def _seconds(count: int) -> tuple[float, float]:
    """Return the seconds that finding and comparing take for made-up reports."""
    with tempfile.TemporaryDirectory() as folder:
        reports.write(Path(folder), count)
        start = time.perf_counter()
        readings = [each for each in pipeline.find(pipeline.read(folder)) if isinstance(each, Reading)]
        found = time.perf_counter()
        pipeline.compare(readings)
        return found - start, time.perf_counter() - found
