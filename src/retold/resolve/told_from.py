"""The day that a report's times are told from may be wrong: a person corrects it at its words, or for the whole report.

What the words leave open ("on Monday") is then reckoned from that day; what they say whole stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from retold.model import Period, Reading, Span
from retold.resolve.periods.calendar import days
from retold.resolve.periods.given import written
from retold.resolve.periods.intervals import reckoned
from retold.resolve.periods.spoken import spoken
from retold.resolve.redated import timed

CHROME = ("date", "dateline", "byline")
"""Words of the page that tell when a report was published."""


def day_words(reading: Reading) -> set[Span]:
    """Return the places of the words that tell the day from which the report's times are told."""
    report = reading.report
    day = days(report.published[:10]) if report.published else None
    if day is None:
        return set()
    lines = [each.span for each in report.chrome if each.kind in CHROME]
    if report.body:
        start = report.body[0].start
        lines.append(Span(start, start + max(1, len(report.dateline or ""))))
    told = {t.span for t in reading.times if t.value and days(t.value.partition("T")[0]) == day}
    return {span for span in told if any(line.start <= span.start < line.end for line in lines)}


def hanging(reading: Reading) -> set[Span]:
    """Return the places of the words whose time is reckoned from another, or would be."""
    return {t.span for t in reading.times if t.pattern is not None or "X" in (t.value or "")}


def told_from(reading: Reading, period: Period) -> Reading:
    """Return a reading whose times are told from another day; from none, where the period is longer than a day."""
    day = written(period)
    said = spoken(reading.times, reading.attributions, reading.sentences)
    times = reckoned(reading.times, published=day if len(day) == len("2031-05-03") else None, spoken=said)
    known = dict(_changed(reading, {t.span: t.period for t in times}))
    return replace(
        reading,
        times=times,
        attributions=tuple(timed(a, known) for a in reading.attributions),
        facts=tuple(timed(f, known) for f in reading.facts),
    )


def _changed(reading: Reading, periods: dict[Span, Period | None]) -> Iterator[tuple[Span, Period | None]]:
    """Yield what is of another time now."""
    yield from ((t.span, periods[t.span]) for t in reading.times if periods[t.span] != t.period)
