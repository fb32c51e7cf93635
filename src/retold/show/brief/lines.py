"""What a line of the brief is made of: words, a depth, and the place that they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from retold.model import Claim, Fact, Passage, Reading, Span, Trace
from retold.show.marks import denied, touched

CLIP = 260
"""Code points of a passage that a line shows; `retold show` prints the whole."""
SHORT = 110
"""The same, where a line only recalls a claim that stands elsewhere in full."""

Readings = Mapping[str, Reading]
Numbers = Mapping[str, int]
"""Claim id -> its number in the section of claims."""
Facts = Mapping[tuple[str, str], Fact]
"""(report, id) -> fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the brief; `place` is REPORT:START-END as `retold show` takes it."""

    text: str
    place: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    lines: tuple[Line, ...]


def readings_of(trace: Trace) -> Readings:
    """Return the readings of a record by the name of their report."""
    return {r.report.name: r for r in trace.readings}


def facts_of(trace: Trace) -> Facts:
    """Return the facts of a record by report and id."""
    return {(r.report.name, f.id): f for r in trace.readings for f in r.facts}


def place(report: str, span: Span) -> str:
    """Return a place as `retold show` takes it."""
    return f"{report}:{span.start}-{span.end}"


def place_of(passage: Passage) -> str:
    """Return the place of a passage as `retold show` takes it."""
    return place(passage.report, passage.span)


def first_place(claim: Claim) -> str:
    """Return the place of the words by which a claim is shown."""
    return place(claim.mentions[0].report, claim.mentions[0].span)


def quoted(text: str, longest: int = CLIP) -> str:
    """Return words of a report in quotation marks, on one line, cut at `longest` code points."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= longest else line[: longest - 1].rstrip() + '…'}”"


def number(count: int, singular: str, plural: str | None = None) -> str:
    """Return "1 report", "1,200 reports"."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def support(claim: Claim, *, ruled: bool = True) -> str:
    """Return that a claim is only denied, how many reports and origins carry it, where it is more than one, and what people ruled
    on it, in short."""
    counted = f"{number(claim.reports, 'report')}, {number(claim.origins, 'origin')}" if claim.reports > 1 else ""
    told = "; ".join(each for each in (denied(claim), counted) if each)
    return (f" ({told})" if told else "") + (touched(claim.ruled) if ruled else "")


def parties(claim: Claim) -> str:
    """Return who a claim is about, "Orvane – Renko: ", nothing where nobody is named."""
    named = " – ".join(p for p in (claim.subject, claim.object) if p)
    return f"{named}: " if named else ""


def called(reading: Reading) -> str:
    """Return how a reader knows a report: its outlet and day, else its file."""
    report = reading.report
    known = known_as(report.name, report.outlet, report.published)
    return f"{known} (its original's day)" if report.published_from == "original" else known


def known_as(report: str, outlet: str | None, published: str | None) -> str:
    """Return the same from what is known of a report without its reading."""
    return f"{outlet or PurePath(report).name}, {published[:10] if published else 'undated'}"


def ref(claim: Claim, numbers: Numbers) -> str:
    """Return the number by which other sections point at a claim, "[12] ", nothing where it has none."""
    return f"[{numbers[claim.id]}] " if claim.id in numbers else ""
