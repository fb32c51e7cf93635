"""In what order claims are told: those of most origins first; and how many reports and origins each has as of then.

Few claims stand in the very order of the trace, or as it follows from the days of the reports that are asked for. Of many,
those of as many origins and reports stand as they were recorded: SQLite gives them in groups, from indexes alone, and as
of a day it counts the mentions of no claim but those that some of the reports asked for tell and others do not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, compress, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from retold.record.excerpt.selected import Selected

MANY = 20_000
"""Claims up to which they stand in the very order of the trace."""
PLACES = 1 << 31
"""More origins than a case has, so that two counts fit into one number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Claims of one kind that follow each other, each told in as many reports of as many origins."""

    kind: str
    origins: int
    reports: int
    claims: Sequence[str]
    last: Sequence[str] = ()
    """Of each, where there are many, the day by which all its reports surely were; what sorts behind every day for none."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """Claims as they are told: those of most origins first, then of most reports."""

    runs: Sequence[Run]

    @cached_property
    def all(self) -> Sequence[str]:
        """Return every claim."""
        return list(chain.from_iterable(run.claims for run in self.runs))

    @cached_property
    def kinds(self) -> Mapping[str, Sequence[str]]:
        """Return the claims of each kind."""
        found: dict[str, list[str]] = defaultdict(list)
        for run in self.runs:
            found[run.kind] += run.claims
        return dict(found)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Return each claim's place among all, from 0."""
        return dict(zip(self.all, range(len(self.all)), strict=True))

    @cached_property
    def _starts(self) -> Sequence[int]:
        return list(accumulate((len(run.claims) for run in self.runs), initial=0))[:-1]

    @cached_property
    def _before(self) -> Sequence[int]:
        """Return how many claims of its kind stand before each run."""
        counts: dict[str, int] = defaultdict(int)
        before = []
        for run in self.runs:
            before.append(counts[run.kind])
            counts[run.kind] += len(run.claims)
        return before

    def run(self, claim: str) -> Run:
        """Return the run in which a claim stands."""
        return self.runs[bisect_right(self._starts, self.place[claim]) - 1]

    def rank(self, claim: str) -> int:
        """Return a claim's place among those of its kind, from 1."""
        place = self.place[claim]
        at = bisect_right(self._starts, place) - 1
        return self._before[at] + place - self._starts[at] + 1

    def sorted(self, claims: Iterable[str]) -> list[str]:
        """Return those of some claims that are told, in their order."""
        place = self.place
        return sorted((claim for claim in claims if claim in place), key=place.__getitem__)


def ordered(chosen: Selected) -> Order:
    """Return the claims that are told as of then, in their order."""
    some = chosen.state.origins is not None
    if chosen.rows("SELECT 1 FROM claims AS c WHERE SEEN(c) LIMIT 1 OFFSET ?2", MANY):
        order = Order(runs=_many_filtered(chosen) if some else _many(chosen))
        order.place  # noqa: B018 - made here, where no garbage is looked for meanwhile
        return order
    return _filtered(chosen) if some else _stored(chosen)


# ---------------------------------------------------------------------------- many


def _many(chosen: Selected) -> list[Run]:
    return [
        Run(kind=kind, origins=origins, reports=reports, claims=_told(claims), last=_told(last))
        for origins, reports, kind, claims, last in chosen.rows(_GROUPED)
    ]


def _many_filtered(chosen: Selected) -> list[Run]:
    """Return the runs as of a day: claims that all of their reports tell by then, and those that only some do."""
    day = str(chosen.as_of.published)
    groups: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for run in chosen.base.order.runs:
        if told := list(compress(run.claims, map(day.__ge__, run.last))):
            groups[-run.origins, -run.reports, run.kind] = told
    for claim, kind, counts in chosen.rows(_PARTLY, day):
        if counts:
            reports, origins = divmod(counts, PLACES)
            groups[-origins, -reports, kind].append(claim)
    return [
        Run(kind=kind, origins=-origins, reports=-reports, claims=claims)
        for (origins, reports, kind), claims in sorted(groups.items(), key=itemgetter(0))
    ]


def _told(claims: str) -> list[str]:
    return msgspec.json.decode(claims, type=list[str])


_GROUPED = """
SELECT c.origins, c.reports, c.kind, json_group_array(c.claim), json_group_array(coalesce(c.last_published, '~'))
FROM claims AS c WHERE SEEN(c)
GROUP BY c.origins, c.reports, c.kind ORDER BY c.origins DESC, c.reports DESC, c.kind
"""
_PARTLY = f"""
SELECT c.claim, c.kind, (
    SELECT sum(m.new_report) * {PLACES} + sum(m.new_origin) FROM claim_mentions AS m
    INDEXED BY claim_mentions_claim WHERE m.claim = c.claim AND m.published <= ?2 AND SEEN(m)
)
FROM claims AS c INDEXED BY claims_spread
WHERE c.reports > 1 AND c.first_published <= ?2 AND (c.last_published > ?2 OR c.last_published IS NULL) AND SEEN(c)
ORDER BY c.id
"""  # noqa: S608
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
