"""Claims on a time axis: a bar from the earliest to the latest moment, which fades where an end is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from retold.model import Claim
from retold.show.marks import denied
from retold.show.pages.addresses import Addresses
from retold.show.pages.pictures.axis import ticks
from retold.show.pages.pictures.draw import svg
from retold.show.pages.words import plain
from retold.show.periods import in_words

MOST = 60
SHORT, MEDIUM, LONGEST = 41, 64, 118
"""Characters of a bar's label on a small screen, on one of middle size, and on a large one."""
BEFORE, WIDTH = 6, 90
"""Hundredths of a picture on the left of its axis, and those of the axis: a picture is as wide as the screen."""
ROW, TOP = 36, 24
"""Pixels of a bar with its label, and those of the axis above."""
SHORTEST = 0.7
DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """From when to when a picture reaches, in seconds since 1970."""

    first: float
    last: float

    def at(self, moment: float) -> float:
        return BEFORE + (moment - self.first) / (self.last - self.first) * WIDTH


def drawn(at: Addresses, claims: Iterable[Claim], title: str) -> Markup | None:
    """Return the picture of the claims that have a time, in the order given; None where none has."""
    dated = [c for c in claims if c.period and (c.period.earliest or c.period.latest)][:MOST]
    if not dated:
        return None
    moments = [m.timestamp() for c in dated for m in (c.period and (c.period.earliest, c.period.latest)) or () if m]
    margin = max((max(moments) - min(moments)) / 12, 2 * DAY)
    opened = any(c.period and None in (c.period.earliest, c.period.latest) for c in dated)
    beyond = margin if opened else margin / 8
    axis = _Axis(first=min(moments) - beyond, last=max(moments) + beyond)
    rows = [_row(at, number, claim, axis) for number, claim in enumerate(dated)]
    marks = [{"x": axis.at(moment), "text": text} for moment, text in ticks(axis.first, axis.last)]
    return svg("bars", title, (100, len(rows) * ROW + TOP), bars=rows, ticks=marks)


def _row(at: Addresses, number: int, claim: Claim, axis: _Axis) -> dict[str, object]:
    period = claim.period
    start, end = (period.earliest, period.latest) if period else (None, None)
    said = f"{who}: {claim.text}" if (who := _who(claim)) else claim.text
    said = f"({only}) {said}" if (only := denied(claim)) else said
    told = f"{in_words(period)}: {said}" if period else said
    first = axis.at(start.timestamp() if start else axis.first)
    last = axis.at(end.timestamp() if end else axis.last)
    return {
        "y": number * ROW,
        "x": min(first, BEFORE + WIDTH - SHORTEST),
        "width": max(last - first, SHORTEST),
        "ends": _ends(start, end),
        "several": claim.origins > 1,
        **_cut(said),
        "told": plain(told, 200),
        "href": at.to("claim", id=claim.id),
    }


def _who(claim: Claim) -> str:
    """Return the parties of a claim that its own words do not name."""
    words = claim.text.casefold()
    parties = [party for party in (claim.subject, claim.object) if party]
    told = all(party.split()[-1].casefold() in words for party in parties)
    return "" if told else " – ".join(parties)


def _cut(said: str) -> dict[str, str]:
    """Return a label in pieces: what every screen shows, what larger ones show beside it, and the dots where each leaves off."""
    short, medium, long = (plain(said, most).removesuffix("…") for most in (SHORT, MEDIUM, LONGEST))
    whole = plain(said, len(said) + 1)
    dots = {f"cut_{n}": "…" if len(each) < len(whole) else "" for n, each in enumerate((short, medium, long), 1)}
    return {"first": short, "more_1": medium[len(short) :], "more_2": long[len(medium) :], **dots}


def _ends(start: datetime | None, end: datetime | None) -> str:
    """Return how a bar ends: open on a side, on both, softly where it says within what time something was, or plainly."""
    if start is None or end is None:
        return "open" if start is end else "before" if start is None else "after"
    return "soft" if (end - start).total_seconds() > 1.5 * DAY else "plain"
