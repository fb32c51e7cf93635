"""A report without a date closes its open times by the day of the original that it retells, marked as such.

"Last month" in an undated copy is the original's last month: the words were written for that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from retold.model import Attribution, Fact, Period, Reading, Span, Telling
from retold.resolve.periods.intervals import periods
from retold.resolve.periods.spoken import spoken

Timed = TypeVar("Timed", Fact, Attribution)


def redated(readings: Sequence[Reading], tellings: Sequence[Telling]) -> tuple[Reading, ...]:
    """Return the readings; those without a date whose original is held and dated have its day, `published_from` "original"."""
    days = {r.report.name: r.report.published for r in readings}
    originals = {t.report: t.original.report for t in tellings if t.original and t.original.report}
    return tuple(_dated(r, days.get(originals.get(r.report.name, ""))) for r in readings)


def _dated(reading: Reading, day: str | None) -> Reading:
    if reading.report.published or not day:
        return reading
    times = periods(reading.times, published=day, spoken=spoken(reading.times, reading.attributions, reading.sentences))
    known = {t.span: t.period for t in times}
    return replace(
        reading,
        report=replace(reading.report, published=day, published_from="original"),
        times=times,
        attributions=tuple(timed(a, known) for a in reading.attributions),
        facts=tuple(timed(f, known) for f in reading.facts),
    )


def timed(each: Timed, known: Mapping[Span, Period | None]) -> Timed:
    """Return a fact or an attribution with the interval that is now known of the time that governs it."""
    if each.when is None or each.when.span not in known:
        return each
    return replace(each, when=replace(each.when, period=known[each.when.span]))
