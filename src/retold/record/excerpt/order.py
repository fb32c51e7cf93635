"""In what order claims are told: those of most origins first; and how many reports and origins each has as of then.

Few claims stand in the very order of the trace, or as it follows from the days of the reports that are asked for. Of many,
those of as many origins and reports stand as they were recorded: SQLite gives them in groups, from indexes alone, once for a
state of the case. As of a day each group is cut where its claims have reports of later days, and those of which some reports
are earlier and some later stand where their count of that day belongs; nothing is listed that is not looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec

from retold.record.excerpt.runs import Order, Place, Run, Until

if TYPE_CHECKING:
    from retold.record.excerpt.selected import Selected

MANY = 20_000
"""Claims up to which they stand in the very order of the trace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A claim that reports of more than one day tell, all of them by `last`: on which `days`, and until each of these how many
    reports and origins."""

    kind: str
    last: str
    days: Sequence[str]
    reports: Sequence[int]
    origins: Sequence[int]


def ordered(chosen: Selected) -> Order:
    """Return the claims that are told as of then, in their order."""
    some = chosen.state.origins is not None
    if chosen.rows("SELECT 1 FROM claims AS c WHERE SEEN(c) LIMIT 1 OFFSET ?2", MANY):
        return _many_filtered(chosen) if some else _many(chosen)
    return _filtered(chosen) if some else _stored(chosen)


def by_then(chosen: Selected, claims: Collection[str]) -> Collection[str]:
    """Return those of some claims of the case that are told as of then."""
    if chosen.state.origins is None:
        return claims
    if chosen.order.finds is None:
        return list(filter(chosen.order.told, claims))
    since, day = told_since(chosen.base), str(chosen.as_of.published)
    return [claim for claim in claims if since[claim] <= day]


def any_by_then(chosen: Selected, groups: Mapping[str, Collection[str]], called: str) -> list[str]:
    """Return the names of those groups of claims of the case of which one is told as of then; `called` is what the case knows all
    the groups by, which are the same on any day."""
    if chosen.state.origins is None:
        return list(groups)
    if chosen.order.finds is None:
        return [name for name, claims in groups.items() if any(map(chosen.order.told, claims))]
    base, day = chosen.base, str(chosen.as_of.published)
    known = {name: claims for name, claims in groups.items() if claims}
    firsts = base.once(f"since {called}", lambda: {name: min(map(told_since(base).__getitem__, c)) for name, c in known.items()})
    return [name for name, first in firsts.items() if first <= day]


def told_since(base: Selected) -> Mapping[str, str]:
    """Return from which day on a report tells each claim; what sorts behind every day for none. Of a case with many claims."""
    return base.once("since", lambda: _since(base))


# ---------------------------------------------------------------------------- many


def _many(chosen: Selected) -> Order:
    runs = [
        Run(kind=kind, origins=origins, reports=reports, claims=_told(claims), last=_told(last))
        for origins, reports, kind, claims, last in chosen.rows(_GROUPED)
    ]
    order = Order(runs=runs)
    order.place  # noqa: B018 - made here, where no garbage is looked for meanwhile
    return order


def _many_filtered(chosen: Selected) -> Order:
    """Return the order as of a day: claims that all of their reports tell by then, and those that only some do."""
    base, day = chosen.base.order, str(chosen.as_of.published)
    whole = {(-run.origins, -run.reports, run.kind): n for n, run in enumerate(base.runs) if run.days[0] <= day}
    partly: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for claim, spread in _spread(chosen.base).items():
        if spread.days[0] <= day < spread.last:
            at = bisect_right(spread.days, day) - 1
            partly[-spread.origins[at], -spread.reports[at], spread.kind].append(claim)
    groups = sorted(whole.keys() | partly.keys())
    runs: list[Run] = []
    places: dict[str, Place] = {}
    for number, group in enumerate(groups):
        origins, reports, kind = group
        run = base.runs[whole[group]] if group in whole else None
        claims = Until(run, day, partly.get(group, ()))
        places |= {claim: (number, at) for at, claim in enumerate(claims.others, len(run.last) if run else 0)}
        runs.append(Run(kind=kind, origins=-origins, reports=-reports, claims=claims))
    numbers = {whole[group]: number for number, group in enumerate(groups) if group in whole}
    return Order(runs=runs, finds=_finder(base, day, numbers, places))


def _finder(base: Order, day: str, numbers: Mapping[int, int], places: Mapping[str, Place]) -> Callable[[str], Place | None]:
    """Return what tells where a claim stands as of a day: of the claims that only some of their reports tell by then by their
    `places`, of others by the run of the case, whose number is then another."""

    def find(claim: str) -> Place | None:
        if (partly := places.get(claim)) or (found := base.find(claim)) is None:
            return partly
        run, at = found
        return (numbers[run], at) if base.runs[run].last[at] <= day else None

    return find


def _told(claims: str) -> list[str]:
    return msgspec.json.decode(claims, type=list[str])


def _spread(base: Selected) -> Mapping[str, Spread]:
    """Return the claims that reports of more than one day tell, as they were recorded."""
    return base.once("spread", lambda: dict(_spreads(base)))


def _spreads(base: Selected) -> Iterator[tuple[str, Spread]]:
    known: dict[str, str] = {}  # many claims have reports of the same days
    for claim, kind, last, told in base.rows(_SPREAD):
        days, reports, origins = zip(*msgspec.json.decode(told, type=list[tuple[str, int, int]]), strict=True)
        yield (
            claim,
            Spread(
                kind=kind,
                last=last,
                days=[known.setdefault(day, day) for day in days],
                reports=list(accumulate(reports)),
                origins=list(accumulate(origins)),
            ),
        )


def _since(base: Selected) -> Mapping[str, str]:
    last = chain.from_iterable(run.last for run in base.order.runs)
    return {**dict(zip(base.order.all, last, strict=True)), **{claim: s.days[0] for claim, s in _spread(base).items()}}


_GROUPED = """
SELECT c.origins, c.reports, c.kind, json_group_array(c.claim), json_group_array(coalesce(c.last_published, '~'))
FROM claims AS c WHERE SEEN(c)
GROUP BY c.origins, c.reports, c.kind ORDER BY c.origins DESC, c.reports DESC, c.kind
"""
_SPREAD = """
SELECT c.claim, c.kind, coalesce(c.last_published, '~'), (
    SELECT json_group_array(json_array(d.published, d.reports, d.origins)) FROM (
        SELECT m.published, sum(m.new_report) AS reports, sum(m.new_origin) AS origins
        FROM claim_mentions AS m INDEXED BY claim_mentions_claim
        WHERE m.claim = c.claim AND m.published IS NOT NULL AND SEEN(m)
        GROUP BY m.published ORDER BY m.published
    ) AS d
)
FROM claims AS c INDEXED BY claims_spread
WHERE c.reports > 1 AND c.first_published IS NOT NULL AND c.first_published IS NOT c.last_published AND SEEN(c)
ORDER BY c.id
"""
"""A subquery for each, not a join, since SQLite would sort all mentions to group them."""

# ---------------------------------------------------------------------------- few


def _stored(chosen: Selected) -> Order:
    """Return the order that was kept with the last trace; of an earlier one it is not kept."""
    if chosen.as_of.held is not None:
        return _order(chosen.rows(_RECORDED))
    (keys,) = chosen.rows("SELECT keys FROM sequences WHERE kind = 'claims'") or [("[]",)]
    rows = chosen.rows("SELECT c.key, c.claim, c.kind, c.reports, c.origins FROM claims AS c WHERE HOLDS(c)")
    by_key = {key: row for key, *row in rows}
    return _order([by_key[key] for key in msgspec.json.decode(keys[0], type=list[str]) if key in by_key])


_RECORDED = """
SELECT c.claim, c.kind, c.reports, c.origins FROM claims AS c WHERE SEEN(c)
ORDER BY c.origins DESC, c.reports DESC, c.id
"""


def _filtered(chosen: Selected) -> Order:
    """Return the order as it follows from the mentions in the reports that are asked for: by the first of these, and of one
    report's claims as the trace has them, which knows better than their places do."""
    ids, origins = chosen.state.ids, chosen.state.origins or {}
    days = dict(chosen.rows("SELECT r.name, r.published FROM tellings AS t JOIN reports AS r ON r.id = t.report WHERE SEEN(t)"))
    first = {ids[name]: n for n, name in enumerate(sorted(ids, key=lambda name: (days[name], name)))}
    family = {ids[name]: origin for name, origin in origins.items()}
    stored = _stored(chosen)
    rows = []
    for claim, mentions in groupby(chosen.rows(_MENTIONS), key=itemgetter(0)):
        reports = {report for _, report in mentions if report in first}
        if reports and claim in stored.place:
            families = {family[report] for report in reports}
            rows.append((-len(families), -len(reports), min(first[r] for r in reports), stored.place[claim], claim))
    rows.sort()
    kinds = {claim: run.kind for run in stored.runs for claim in run.claims}
    return _order([(claim, kinds[claim], -reports, -families) for families, reports, *_, claim in rows])


_MENTIONS = "SELECT m.claim, m.report FROM claim_mentions AS m WHERE SEEN(m) ORDER BY m.claim"


def _order(rows: Iterable[Sequence[Any]]) -> Order:
    """Return the order of rows of claim, kind, reports and origins."""
    return Order(runs=list(_runs(rows)))


def _runs(rows: Iterable[Sequence[Any]]) -> Iterator[Run]:
    for (kind, reports, origins), some in groupby(rows, key=lambda row: tuple(row[1:])):
        yield Run(kind=kind, origins=origins, reports=reports, claims=[claim for claim, *_ in some])
