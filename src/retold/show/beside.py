"""Two reports side by side: who compares them wants to see which passage tells which, and what was changed in it.

In a terminal wide enough they stand in two columns; where one of them is written from right to left, or columns would be
narrow, one stands below the other. Piped output has a line for each pair, each drift and each passage that stands alone.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import bidirectional

from retold.compare.drift.compared import Aligned, Comparison
from retold.model import Drift, Passage, Reading, Report, Span
from retold.show.brief.lines import called, number, place_of, quoted
from retold.show.contract import drift_json
from retold.show.terminal import one_line

NARROW = 72
"""Columns of a terminal below which one passage stands below the other."""
LEGEND = "= told by both   ! changed by the second   + in the second alone   - in the first alone"
LOOKED_AT = 400
"""Characters of a report by which its direction is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A passage of each report, or of one where the other has none, and what changed between them."""

    earlier: Passage | None
    later: Passage | None
    drift: tuple[Drift, ...] = ()


def beside_json(readings: tuple[Reading, Reading], found: Comparison) -> dict[str, Any]:
    """Return two reports side by side as `retold compare --json` prints them."""
    return {
        "reports": [_report(r.report) for r in readings],
        "aligned": [{"from": _place(a.earlier), "to": _place(a.later), "score": a.score} for a in found.aligned],
        "drift": [drift_json(d) for d in found.drift],
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "report": report.name,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published,
        "language": report.language,
    }


def _place(passage: Passage) -> dict[str, Any]:
    return {"report": passage.report, "span": list(passage.span)}


def print_beside(readings: tuple[Reading, Reading], found: Comparison) -> None:
    """Print two reports side by side, every drift below the passages that it is about."""
    from rich.console import Console

    told = rows(readings, found)
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    if not sys.stdout.isatty():
        for line in _lines(readings, told):
            console.print(line, markup=False)
    elif console.width < NARROW or any(_leftward(r.report) for r in readings):
        _stack(console, readings, told)
    else:
        _columns(console, readings, told)


def rows(readings: tuple[Reading, Reading], found: Comparison) -> list[Row]:
    """Return the later report's passages in order, each beside what it draws on most, then what only the earlier one has."""
    best: dict[Span, Aligned] = {}
    for pair in found.aligned:
        if pair.later.span not in best or pair.score > best[pair.later.span].score:
            best[pair.later.span] = pair
    drift: dict[Span, list[Drift]] = defaultdict(list)
    for each in found.drift:
        drift[each.later.span].append(each)
    earlier, later = (r.report for r in readings)
    rows = [
        Row(earlier=best[s].earlier if s in best else None, later=Passage(report=later.name, span=s), drift=tuple(drift[s]))
        for s in found.passages[1]
    ]
    taken = {row.earlier.span for row in rows if row.earlier}
    left = [Row(earlier=Passage(report=earlier.name, span=s), later=None) for s in found.passages[0] if s not in taken]
    return rows + left


def summary(readings: tuple[Reading, Reading], rows: Sequence[Row]) -> str:
    """Return in a sentence what the two have in common and how often the second changed it."""
    one, two = (r.report.text for r in readings)
    both = sum(1 for row in rows if row.earlier and row.later)
    if one == two:
        return "The two texts are the same."
    if not both:
        return "No passage of one tells what a passage of the other tells."
    alone, left = sum(1 for row in rows if not row.earlier), sum(1 for row in rows if not row.later)
    changed = sum(len(row.drift) for row in rows)
    changes = "no change found" if not changed else "1 change" if changed == 1 else f"{changed} changes"
    of_it, of_first = number(both + alone, "passage"), number(left, "passage")
    told = f"{both} of the {of_it} of the second {'tells' if both == 1 else 'tell'} what the first tells ({changes})"
    return f"{told}; {of_first} of the first {'is' if left == 1 else 'are'} not retold."


def _lines(readings: tuple[Reading, Reading], rows: Sequence[Row]) -> Iterator[str]:
    """Yield a line for each thing to say, its kind first: "=" a pair, "!" a drift, "+" and "-" what one alone has."""
    one, two = readings
    yield one_line(f"{called(one)} [{one.report.name}] beside {called(two)} [{two.report.name}]")
    yield summary(readings, rows)
    yield LEGEND
    for row in rows:
        if row.earlier and row.later:
            yield one_line(f"= {_told(one, row.earlier)} | {_told(two, row.later)}")
        elif row.later:
            yield one_line(f"+ {_told(two, row.later)}")
        elif row.earlier:
            yield one_line(f"- {_told(one, row.earlier)}")
        yield from (one_line(f"! {_change(d)} [{place_of(d.earlier)}] [{place_of(d.later)}]") for d in row.drift)


def _told(reading: Reading, passage: Passage) -> str:
    start, end = passage.span
    return f"{quoted(reading.report.text[start:end])} [{place_of(passage)}]"


def _change(drift: Drift) -> str:
    return f"{drift.kind}: {drift.reason}"


def _text(reading: Reading, passage: Passage | None) -> str:
    if passage is None:
        return ""
    return one_line(" ".join(reading.report.text[passage.span.start : passage.span.end].split()))


def _columns(console: Any, readings: tuple[Reading, Reading], rows: Sequence[Row]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, expand=True, padding=(0, 2, 1, 0), show_header=True, header_style="bold")
    for reading in readings:
        table.add_column(Text(one_line(called(reading))), ratio=1, overflow="fold")
    for row in rows:
        style = "" if row.earlier and row.later else "dim"
        cell = Text(_text(readings[1], row.later), style=style)
        for drift in row.drift:
            cell.append(f"\n! {one_line(_change(drift))}", style="bold red")
        table.add_row(Text(_text(readings[0], row.earlier), style=style), cell)
    console.print(table)
    console.print(Text(summary(readings, rows)))


def _stack(console: Any, readings: tuple[Reading, Reading], rows: Sequence[Row]) -> None:
    from rich.text import Text

    for mark, reading in zip("AB", readings, strict=True):
        console.print(Text(f"{mark}: {one_line(called(reading))}", style="bold"))
    for row in rows:
        console.print()
        style = "" if row.earlier and row.later else "dim"
        for mark, reading, passage in zip("AB", readings, (row.earlier, row.later), strict=True):
            if passage:
                console.print(Text(f"{mark}: {_text(reading, passage)}", style=style))
        for drift in row.drift:
            console.print(Text(f"! {one_line(_change(drift))}", style="bold red"))
    console.print()
    console.print(Text(summary(readings, rows)))


def _leftward(report: Report) -> bool:
    """Whether a report is written from right to left: in columns its lines would change sides."""
    letters = [bidirectional(c) for c in report.text[:LOOKED_AT]]
    return sum(c in ("R", "AL") for c in letters) > sum(c == "L" for c in letters)
