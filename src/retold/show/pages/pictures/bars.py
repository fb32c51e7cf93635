"""Claims on a time axis: a bar from the earliest to the latest moment, which fades where an end is open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from markupsafe import Markup

from retold.model import Claim
from retold.show.pages.addresses import Addresses
from retold.show.pages.pictures.draw import svg
from retold.show.pages.words import plain
from retold.show.periods import in_words

MOST = 60
LONGEST = 64
"""Characters of a bar's label."""


def drawn(at: Addresses, claims: Iterable[Claim], title: str) -> Markup | None:
    """Return the picture of the claims that have a time, in the order given; None where none has."""
    dated = [c for c in claims if c.period and (c.period.earliest or c.period.latest)][:MOST]
    if not dated:
        return None
    moments = [m for c in dated for m in (c.period and (c.period.earliest, c.period.latest)) or () if m]
    first, last = min(moments), max(moments)
    margin = max((last - first) / 12, timedelta(days=2))
    rows = [_row(at, number, claim, first - margin, last + margin) for number, claim in enumerate(dated)]
    return svg("bars", title, signals={"rows": len(rows)}, bars=rows)


def _row(at: Addresses, number: int, claim: Claim, first: datetime, last: datetime) -> dict[str, object]:
    period = claim.period
    start, end = (period.earliest, period.latest) if period else (None, None)
    who = " – ".join(p for p in (claim.subject, claim.object) if p)
    told = f"{in_words(period)}: {who}: {claim.text}" if period else claim.text
    return {
        "row": number,
        "start": _milliseconds(start or first),
        "end": _milliseconds(end or last),
        "from": "open" if start is None else "known",
        "until": "open" if end is None else "known",
        "several": claim.origins > 1,
        "label": plain(f"{who}: {claim.text}" if who else claim.text, LONGEST),
        "told": plain(told, 200),
        "href": at.to("claim", id=claim.id),
    }


def _milliseconds(moment: datetime) -> float:
    return moment.timestamp() * 1000
