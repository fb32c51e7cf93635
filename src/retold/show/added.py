"""Who adds a report to a case asks one thing first: is this something new, or a retelling of what we have?

Each report is told as soon as it is compared: what the case had of it, how it tells the story and from whom, and what it
changed. The words are those of the brief.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from retold.model import Family, Trace
from retold.show.brief.lines import Line, called, place_of, readings_of
from retold.show.brief.sources import sources
from retold.show.contract import trace_json
from retold.show.terminal import EVERY, one_line, say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from retold.addition import Joined

STATES = {
    "new": "added",
    "changed": "added, in place of the version that the case held",
    "held": "the case holds it already in this version",
}
BARS = {"taken up": "Taking up the case", "found": "Adding reports"}
STALE = "Claims and people in the case are as of its last trace; to bring them up to date: retold trace --case"


def added_json(joined: Joined) -> dict[str, Any]:
    """Return a report that was added as `retold add --json` prints it: as `trace --json` does, its state and its kin."""
    reading = readings_of(Trace(readings=joined.readings))[joined.report]
    (report,) = trace_json(Trace(readings=(reading,), tellings=(joined.telling,)))["reports"]
    family = _family(joined)
    return {"state": joined.state, **report, "family_reports": list(family.reports) if family else []}


def print_added(joined: Joined) -> None:
    """Print what is told of a report that was added."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    console.print(Text(one_line(f"{joined.report}: {STATES[joined.state]}"), style="bold"))
    for line in lines(joined):
        text = Text("  " * (line.depth + 1) + one_line(line.text))
        if line.place:
            text.append(f"  [{one_line(line.place)}]", style="dim")
        console.print(text)
    sys.stdout.flush()


def lines(joined: Joined) -> Iterator[Line]:
    """Yield how a report tells its story, and why we say so; whom it retells; its family; what it changed."""
    telling, family = joined.telling, _family(joined)
    kin = tuple(t for t in joined.tellings if t is telling or (family and t.family == family.id))
    readings = readings_of(Trace(readings=joined.readings))
    told = list(sources(Trace(tellings=kin, families=(family,) if family else ()), readings))
    at = next(i for i, line in enumerate(told) if line.place and line.place.rpartition(":")[0] == joined.report)
    yield Line(text=told[at].text, place=told[at].place)
    if telling.reason:
        yield Line(text=f"because {telling.reason}", depth=1)
    if telling.retells:
        yield Line(text=f"follows {called(readings[telling.retells])} ({telling.retells}) most closely")
    if family and len(family.reports) > 1:
        yield Line(text=f"family: {told[0].text}")
    for drift in telling.drift:
        yield Line(text=f"! {drift.kind}: {drift.reason}, from {place_of(drift.earlier)}", place=place_of(drift.later))


def _family(joined: Joined) -> Family | None:
    return next((f for f in joined.families if f.id == joined.telling.family), None)


@dataclass(slots=True, kw_only=True)
class Steps:
    """How far an addition is, on standard error: a bar in a terminal, else a line now and then."""

    totals: dict[str, int]
    bars: Progress | None = None
    tasks: dict[str, TaskID] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    told: float = field(default_factory=time.monotonic)

    def watch(self, done: str, count: int) -> None:
        """Take note of what was done; see `retold.pipeline.Watch`."""
        if done == "missing":
            self.totals["taken up"] = count
            return
        self.done[done] += count
        if self.bars:
            if done not in self.tasks:
                self.tasks[done] = self.bars.add_task(BARS[done], total=self.totals[done] or None)
            self.bars.update(self.tasks[done], completed=self.done[done])
        elif time.monotonic() - self.told > EVERY:
            self.told = time.monotonic()
            say(f"{self.done[done]} of {self.totals[done]} reports{' of the case taken up' if done == 'taken up' else ''}")

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while something is printed."""
        if self.bars:
            self.bars.stop()
        yield
        if self.bars:
            self.bars.start()


@contextlib.contextmanager
def steps(total: int) -> Iterator[Steps]:
    """Show how far the addition of so many reports is."""
    shown = Steps(totals={"found": total})
    if not sys.stderr.isatty():
        yield shown
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as shown.bars:
        yield shown
