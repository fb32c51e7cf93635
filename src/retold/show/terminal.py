"""What a person sees: the brief and single passages on standard output, progress on standard error.

Piped output is plain text, one line an item, unwrapped, without colour.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from unicodedata import category

if TYPE_CHECKING:
    from retold.model import Report, Span
    from retold.pipeline import Watch
    from retold.show.brief.lines import Section

EVERY = 5.0
"""Seconds between two lines of progress where standard error is no terminal."""
ALLOWED = "\n\t\u200c\u200d"
"""Control characters that pass: line feed, tab, and the joiners that Persian and Indic scripts need."""
CONTEXT = 200
"""Code points shown before and after a passage."""


def print_brief(heading: str, sections: Sequence[Section]) -> None:
    """Print a brief."""
    if not sys.stdout.isatty():
        print("\n".join([one_line(heading), *(line for section in sections for line in _plain(section))]))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    console.print(Text(one_line(heading), style="bold"))
    for section in sections:
        console.print()
        console.print(Text(section.heading, style="bold underline"))
        for line in section.lines or ():
            text = Text("  " * line.depth + one_line(line.text))
            if line.place:
                text.append(f"  [{one_line(line.place)}]", style="dim")
            console.print(text)
        if not section.lines:
            console.print(Text("nothing found", style="dim"))


def _plain(section: Section) -> Iterator[str]:
    yield from ("", section.heading)
    for line in section.lines:
        place = f"  [{one_line(line.place)}]" if line.place else ""
        yield f"{'  ' * line.depth}{one_line(line.text)}{place}"
    if not section.lines:
        yield "nothing found"


def print_json(value: dict[str, Any]) -> None:
    """Print a JSON object on one line, in UTF-8 whatever the locale; a lone surrogate stands escaped, as JSON allows."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    print(json.dumps(value, ensure_ascii=False), flush=True)


def say(text: str) -> None:
    """Print one line on standard error; that nobody can read it is no reason to stop."""
    with contextlib.suppress(OSError, ValueError):
        print("retold:", one_line(text), file=sys.stderr, flush=True)


def print_passage(report: Report, span: Span) -> None:
    """Print a passage in its context, between » and «."""
    text, (start, end) = report.text, span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    lead = "…" if start > CONTEXT else ""
    tail = "…" if end + CONTEXT < len(text) else ""
    print(safe(f"{lead}{before}»{text[start:end]}«{after}{tail}"))


def safe(text: str) -> str:
    """Return text without what could steer a terminal: control characters and bidirectional overrides become spaces."""
    if text.isprintable():
        return text
    return "".join(c if c in ALLOWED or category(c)[0] != "C" else " " for c in text)


def one_line(text: str) -> str:
    """Return safe text without line breaks: a file name may hold one."""
    return safe(text).translate({ord(char): " " for char in "\n\t\u2028\u2029"})


@contextlib.contextmanager
def progress(total: int) -> Iterator[Watch]:
    """Show how many reports are through, on standard error: a bar in a terminal, else a line now and then."""
    if not sys.stderr.isatty():
        yield _lines(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading reports", total=total or None)

        def watch(done: str, count: int) -> None:
            if done == "found":
                bar.advance(task, count)

        yield watch


def _lines(total: int) -> Watch:
    state = {"done": 0, "told": time.monotonic()}

    def watch(done: str, count: int) -> None:
        if done != "found":
            return
        state["done"] += count
        if time.monotonic() - state["told"] > EVERY:
            state["told"] = time.monotonic()
            say(f"{state['done']:.0f} of {total} reports")

    return watch
