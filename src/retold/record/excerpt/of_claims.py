"""Claims, of which a large case has hundreds of thousands: one page of them, or one of them with a page of its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from retold.model import Claim, Trace
from retold.moments import moment
from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import Fetch, shortened
from retold.record.excerpt.page import MENTIONS, PAGE, Excerpt, Page
from retold.record.excerpt.selected import Selected, selected

TIMED = "c.earliest IS NOT NULL OR c.latest IS NOT NULL"


def claims(case: Case, as_of: AsOf = NOW, *, kind: str | None = None, page: Page = PAGE, mentions: int = MENTIONS) -> Excerpt:
    """Return the claims of a kind, or of all, those of most origins first; each with its first `mentions`."""
    with case.snapshot():
        chosen = selected(case, as_of)
        order = chosen.order
        return excerpted(chosen, order.kinds.get(kind, ()) if kind else order.all, page, mentions)


def unknowns(case: Case, as_of: AsOf = NOW, *, page: Page = PAGE) -> Excerpt:
    """Return what reports say is not known."""
    return claims(case, as_of, kind="unknown", page=page)


def claim(case: Case, as_of: AsOf, id_: str, *, page: Page = PAGE) -> Excerpt | None:
    """Return a claim with one page of its mentions, its relations and drifts, and the reports that it is told in; None if it is
    not told."""
    with case.snapshot():
        chosen = selected(case, as_of)
        fetch = Fetch(chosen)
        found = fetch.claims([id_])
        if not found:
            return None
        start, end = page.bounds
        total = len(found[0].mentions)
        shown = shortened(found[0], start, end)
        names = dict.fromkeys(m.report for m in shown.mentions)
        beside = _beside(fetch, [shown])
        return Excerpt(
            trace=Trace(readings=tuple(fetch.heads(names)), claims=(shown,)),
            total=total,
            first=start + 1,
            ranks=_ranks(chosen, (shown, *beside)),
            beside=beside,
            mentions={id_: total},
        )


def timeline(
    case: Case, as_of: AsOf = NOW, *, since: datetime | None = None, until: datetime | None = None, page: Page = PAGE
) -> Excerpt:
    """Return the claims whose time can meet the window, earliest first; one with an open start stands at its end."""
    with case.snapshot():
        chosen = selected(case, as_of)
        start, end = moment(since), moment(until)
        met = [c for first, last, c in _times(chosen) if _meets(first, last, start, end)]
        found = excerpted(chosen, met, page, 1)
        dated = [(at, c) for c in found.trace.claims if c.period and (at := c.period.earliest or c.period.latest)]
        ordered = tuple(c for _, c in sorted(dated, key=lambda each: (each[0], each[1].id)))
        return Excerpt(
            trace=Trace(claims=ordered), total=found.total, first=found.first, ranks=found.ranks, mentions=found.mentions
        )


def excerpted(chosen: Selected, ids: Sequence[str], page: Page, mentions: int) -> Excerpt:
    """Return one page of some claims."""
    start, end = page.bounds
    fetch = Fetch(chosen)
    found = fetch.claims(ids[start:end])
    shown = tuple(shortened(c, 0, mentions) for c in found)
    beside = _beside(fetch, shown)
    return Excerpt(
        trace=Trace(claims=shown),
        total=len(ids),
        first=start + 1,
        ranks=_ranks(chosen, (*shown, *beside)),
        beside=beside,
        mentions={c.id: len(c.mentions) for c in found},
    )


def _times(chosen: Selected) -> Sequence[tuple[str | None, str | None, str]]:
    """Return the claims that have a time, in order of it, with its ends."""
    if chosen.state.times is None:
        query = f"SELECT c.earliest, c.latest, c.claim FROM claims AS c WHERE ({TIMED}) AND HOLDS(c)"  # noqa: S608
        rows = chosen.rows(query)
        if chosen.state.origins is not None:
            rows = [row for row in rows if row[2] in chosen.order.rank]
        chosen.state.times = sorted(((a, b, c) for a, b, c in rows), key=lambda row: (row[0] or row[1], row[2]))
    return chosen.state.times


def _meets(first: str | None, last: str | None, since: str | None, until: str | None) -> bool:
    return not (since and last and last < since) and not (until and first and first > until)


def _beside(fetch: Fetch, shown: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that some are related to, as far as it takes to name them."""
    there = {c.id for c in shown}
    ids = dict.fromkeys(r.claim for c in shown for r in c.relations if r.claim not in there)
    return tuple(_named(c) for c in fetch.claims(list(ids)))


def _named(claim: Claim) -> Claim:
    return replace(claim, mentions=claim.mentions[:1], relations=(), drift=(), weakest=None, strongest=None)


def _ranks(chosen: Selected, claims: Sequence[Claim]) -> dict[str, int]:
    rank = chosen.order.rank
    return {c.id: rank[c.id] for c in claims if c.id in rank}
