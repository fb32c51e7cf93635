"""Claims, of which a large case has hundreds of thousands: one page of them, or one of them with a page of its mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import msgspec

from retold.model import Claim, Trace
from retold.moments import moment
from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import Fetch
from retold.record.excerpt.order import any_by_then, by_then
from retold.record.excerpt.page import MENTIONS, PAGE, Excerpt, Page
from retold.record.excerpt.raw import shortened
from retold.record.excerpt.runs import Joined, Told
from retold.record.excerpt.selected import Selected, selected


def claims(  # noqa: PLR0913 - one question, asked for as much as is shown
    case: Case,
    as_of: AsOf = NOW,
    *,
    kind: str | None = None,
    page: Page = PAGE,
    mentions: int = MENTIONS,
    related: bool = True,
) -> Excerpt:
    """Return the claims of a kind, or of all, those of most origins first; each with its first `mentions`, and unless `related`
    is false those that they are related to."""
    with case.snapshot():
        chosen = selected(case, as_of)
        order = chosen.order
        return excerpted(chosen, order.kinds.get(kind, ()) if kind else order.all, page, mentions, related=related)


def unknowns(case: Case, as_of: AsOf = NOW, *, page: Page = PAGE, mentions: int = MENTIONS, related: bool = True) -> Excerpt:
    """Return what reports say is not known."""
    return claims(case, as_of, kind="unknown", page=page, mentions=mentions, related=related)


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
    """Return the claims whose time can meet the window, earliest first; one with an open start stands at its end. As of a day,
    those whose time only later reports tell are given beside them."""
    with case.snapshot():
        chosen = selected(case, as_of)
        found = excerpted(chosen, _met(chosen, moment(since), moment(until)), page, 1)
        dated = [(at, c) for c in found.trace.claims if c.period and (at := c.period.earliest or c.period.latest)]
        ordered = tuple(c for _, c in sorted(dated, key=lambda each: (each[0], each[1].id)))
        lost = tuple(c for c in found.trace.claims if not c.period or (c.period.earliest is None and c.period.latest is None))
        return replace(found, trace=Trace(claims=ordered), beside=lost)


def months(case: Case, as_of: AsOf = NOW) -> tuple[str, ...]:
    """Return the months ("2019-08") in which the time of claims begins, or ends where it has no beginning, earliest first."""
    with case.snapshot():
        chosen = selected(case, as_of)
        base = chosen.base
        every: Mapping[str, Sequence[str]] = base.once("months", lambda: dict(_months(base)))
        return tuple(any_by_then(chosen, every, "months"))


def _months(base: Selected) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each month with the claims whose time begins, or ends, in it."""
    return ((month, msgspec.json.decode(claims, type=list[str])) for month, claims in base.rows(_MONTHS))


def untimed(case: Case, as_of: AsOf = NOW, *, page: Page = PAGE) -> Excerpt:
    """Return the claims of which no report tells a time, those of most origins first."""
    with case.snapshot():
        chosen = selected(case, as_of)
        return excerpted(chosen, chosen.once("untimed", lambda: _untimed(chosen)), page, 1)


def _untimed(chosen: Selected) -> Told:
    return Joined(runs=chosen.order.runs, without=frozenset(_met(chosen, None, None)))


def excerpted(chosen: Selected, ids: Told, page: Page, mentions: int, *, related: bool = False) -> Excerpt:
    """Return one page of some claims, and those that they are related to if that is asked for."""
    start, end = page.bounds
    fetch = Fetch(chosen)
    found = fetch.claims(ids[start:end], most=mentions)
    shown = tuple(c for c, _ in found)
    beside = _beside(fetch, shown) if related else ()
    return Excerpt(
        trace=Trace(claims=shown),
        total=len(ids),
        first=start + 1,
        ranks=_ranks(chosen, (*shown, *beside)),
        beside=beside,
        mentions={c.id: count for c, count in found},
    )


def _met(chosen: Selected, since: str | None, until: str | None) -> Sequence[str]:
    """Return the claims whose time can meet the window, in order of time."""
    if since is None and until is None:
        base = chosen.base
        every = base.once("times", lambda: _timed(base, since, until))
        return every if base is chosen else chosen.once("times", lambda: list(by_then(chosen, every)))
    return list(by_then(chosen, _timed(chosen, since, until)))


def _timed(chosen: Selected, since: str | None, until: str | None) -> Sequence[str]:
    ((claims,),) = chosen.rows(_TIMED, since, until)
    return msgspec.json.decode(claims, type=list[str])


_TIMED = """
SELECT json_group_array(claim) FROM (
    SELECT c.claim FROM claims AS c
    WHERE coalesce(c.earliest, c.latest) IS NOT NULL
        AND (?2 IS NULL OR c.latest IS NULL OR c.latest >= ?2) AND (?3 IS NULL OR c.earliest IS NULL OR c.earliest <= ?3)
        AND SEEN(c)
    ORDER BY coalesce(c.earliest, c.latest), c.claim
)
"""


_MONTHS = """
SELECT substr(coalesce(c.earliest, c.latest), 1, 7) AS month, json_group_array(c.claim) FROM claims AS c
WHERE coalesce(c.earliest, c.latest) IS NOT NULL AND SEEN(c) GROUP BY 1 ORDER BY 1
"""


def _beside(fetch: Fetch, shown: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that some are related to, as far as it takes to name them."""
    there = {c.id for c in shown}
    ids = dict.fromkeys(r.claim for c in shown for r in c.relations if r.claim not in there)
    return tuple(replace(c, relations=(), drift=()) for c, _ in fetch.claims(list(ids), most=1))


def _ranks(chosen: Selected, claims: Sequence[Claim]) -> dict[str, int]:
    return {c.id: chosen.order.rank(c.id) for c in claims}
