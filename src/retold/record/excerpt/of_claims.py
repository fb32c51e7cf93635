"""Claims, of which a large case has hundreds of thousands: one page of them, or one of them with a page of its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from retold.model import Claim, Trace
from retold.moments import moment
from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import Fetch
from retold.record.excerpt.page import MENTIONS, PAGE, Excerpt, Page
from retold.record.excerpt.raw import shortened
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
        found = fetch.claim(id_)
        if found is None:
            return None
        start, end = page.bounds
        total = len(found.mentions)
        shown = shortened(found, start, end)
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
    found = fetch.claims(ids[start:end], most=mentions)
    shown = tuple(c for c, _ in found)
    beside = _beside(fetch, shown)
    return Excerpt(
        trace=Trace(claims=shown),
        total=len(ids),
        first=start + 1,
        ranks=_ranks(chosen, (*shown, *beside)),
        beside=beside,
        mentions={c.id: count for c, count in found},
    )


def _times(chosen: Selected) -> Sequence[tuple[str | None, str | None, str]]:
    """Return the claims that have a time, in order of it, with its ends."""
    query = f"SELECT c.earliest, c.latest, c.claim FROM claims AS c WHERE ({TIMED}) AND SEEN(c)"  # noqa: S608

    def made() -> list[tuple[str | None, str | None, str]]:
        rank = chosen.order.place
        rows = [(first, last, claim) for first, last, claim in chosen.rows(query) if claim in rank]
        return sorted(rows, key=lambda row: (row[0] or row[1], row[2]))

    return chosen.once("times", made)


def _meets(first: str | None, last: str | None, since: str | None, until: str | None) -> bool:
    return not (since and last and last < since) and not (until and first and first > until)


def _beside(fetch: Fetch, shown: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that some are related to, as far as it takes to name them."""
    there = {c.id for c in shown}
    ids = dict.fromkeys(r.claim for c in shown for r in c.relations if r.claim not in there)
    return tuple(replace(c, relations=(), drift=()) for c, _ in fetch.claims(list(ids), most=1))


def _ranks(chosen: Selected, claims: Sequence[Claim]) -> dict[str, int]:
    return {c.id: chosen.order.rank(c.id, c.kind) for c in claims}
