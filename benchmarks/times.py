"""How many words a second finding and valuing times takes on one thread, beside dateparser's search.

Each runs in a process of its own over the same made-up reports, in turn; loading is measured apart. The tense that places
a bare weekday needs the parse that all finders share, so times are measured without it and with it.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from benchmarks import reports
from benchmarks.measure import paced

COUNT = 30
RUNS = 3

OURS = """
from retold.find.times.expressions import times
from retold.model import Report, Span
from retold.resolve.periods.intervals import periods
def read(text):
    return Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), language="en", published="2021-05-09")
def work(text, parses=()):
    report = read(text)
    return len(periods(times(report, parses), published=report.published))
"""
WARM = """
work(texts[0])
"""
PARSED = """
from retold.find.syntax import english, parse
english()
alone = work
def work(text):
    [(_, parses)] = parse([read(text)])
    return alone(text, parses)
"""
DATEPARSER = """
import datetime, warnings
warnings.simplefilter("ignore")
from dateparser.search import search_dates
seen = {"RELATIVE_BASE": datetime.datetime(2021, 5, 9)}
work = lambda text: len(search_dates(text, languages=["en"], settings=seen) or ())
"""
RIVALS = {
    "times": OURS + WARM,
    "times with the parse that tells tense": OURS + PARSED + WARM,
    "dateparser's search": DATEPARSER + WARM,
}


def main() -> None:
    """Print words a second and seconds to load, as medians; those of the parse include the parse."""
    with tempfile.TemporaryDirectory() as folder:
        reports.write(Path(folder), COUNT)
        runs: dict[str, list[tuple[float, float]]] = {name: [] for name in RIVALS}
        for _ in range(RUNS):
            for name, code in RIVALS.items():
                found = paced(code, folder)
                runs[name] += [found] if found is not None else []
    ours = statistics.median(run[0] for run in runs["times"])
    for name, done in runs.items():
        if not done:
            print(f"  {name}: not installed (make bench installs it)")
            continue
        pace, load = (statistics.median(run[i] for run in done) for i in (0, 1))
        lead, ratio = ("", "") if name == "times" else ("  ", f"; times alone are {ours / pace:.1f} times as fast")
        print(f"{lead}{name}: {pace:,.0f} words a second on one thread, {load:.2f} s to load{ratio}", flush=True)


if __name__ == "__main__":
    main()
