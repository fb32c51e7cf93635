"""The first screen: how many origins there are, what is told most widely, denied, and changed on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from retold.model import Claim, Trace
from retold.resolve.periods.trust import trusted
from retold.show.brief.drifts import unclaimed
from retold.show.brief.lines import SHORT, Line, Numbers, Readings, called, first_place, number, parties, quoted, ref, support

DATED_AHEAD = "Dated after today, or before what they tell as past, so that “on Monday” and the like stay open"
MOST = 5
"""Claims that a line of the summary names at the most."""


def summary(trace: Trace, readings: Readings, numbers: Numbers) -> Iterator[Line]:
    """Yield the lines of the summary."""
    alone = sum(not t.family for t in trace.tellings)
    originals = ", ".join(f"{f.original.name} ({'held' if f.original.held else 'named, not held'})" for f in trace.families)
    yield Line(
        text=f"{number(len(trace.tellings), 'report')}: {number(len(trace.families), 'original')}"
        + (f", {originals}" if originals else "")
        + f"; {alone} standing alone."
    )
    shown = [c for c in trace.claims if c.id in numbers]
    yield from _widely(shown, numbers)
    yield from _denied(shown, numbers)
    yield from _changed(trace, shown, numbers)
    asked = sum(c.kind == "unknown" for c in trace.claims)
    if asked:
        yield Line(text=f"Said not to be known: {number(asked, 'question')}.")
    yield from _limits(readings)


def _widely(shown: list[Claim], numbers: Numbers) -> Iterator[Line]:
    """What several reports carry, told by most origins first; the reports of one family are one origin."""
    several = [c for c in shown if c.reports > 1 and c.kind != "statement"][:MOST]
    if several:
        yield Line(text="Most widely told:")
    for claim in several:
        text = f"{ref(claim, numbers)}{parties(claim)}{quoted(claim.text, SHORT)}{support(claim)}"
        yield Line(text=text, place=first_place(claim), depth=1)


def _denied(shown: list[Claim], numbers: Numbers) -> Iterator[Line]:
    denied = [c for c in shown if c.denied_by and not any(r.kind == "denies" for r in c.relations)]
    if denied:
        yield Line(text="Denied: " + ", ".join(f"[{numbers[c.id]}] by {', '.join(c.denied_by)}" for c in denied[:MOST]) + ".")


def _changed(trace: Trace, shown: list[Claim], numbers: Numbers) -> Iterator[Line]:
    """What was changed, by kind, with the claims that it was changed in and the reports that changed something else."""
    others = unclaimed(trace, numbers)
    kinds = Counter(d.kind for drifts in ([c.drift for c in shown], others.values()) for each in drifts for d in each)
    if not kinds:
        return
    where = " ".join(f"[{numbers[c.id]}]" for c in shown if c.drift)
    told = ", ".join(f"{kind} ({count})" for kind, count in kinds.most_common())
    beside = f"{number(sum(map(len, others.values())), 'change')} under “Where it comes from”" if others else ""
    yield Line(text=f"Changed in the retelling: {told}: {'; '.join(each for each in (where, beside) if each)}")


def _of_no_day(readings: Readings) -> Iterator[Line]:
    """What is told from a day that cannot be right has no time, which nobody would guess from a report that has a date."""
    wrong = [r for r in readings.values() if r.report.published and trusted(r.report.published, r.times) is None]
    if wrong:
        more = f" and {number(len(wrong) - MOST, 'more report')}" if len(wrong) > MOST else ""
        named = ", ".join(f"{called(r)} ({PurePath(r.report.name).name})" for r in wrong[:MOST])
        yield Line(text=f"{DATED_AHEAD}: {named}{more}; --metadata can give the right day.")


def _limits(readings: Readings) -> Iterator[Line]:
    foreign = [r for r in readings.values() if r.report.language not in (None, "en")]
    if foreign:
        named = ", ".join(map(called, foreign))
        why = "Not in English, so that only what they retell is in this brief, and nothing that they alone claim or deny"
        yield Line(text=f"{why}: {named}.")
    yield from _of_no_day(readings)
    undated = sum(not r.report.published for r in readings.values())
    if undated:
        yield Line(
            text=f"Without a day of publication: {number(undated, 'report')}; --metadata can give it, and fix their times."
        )
