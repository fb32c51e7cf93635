"""Which reports are asked for, and in what order the claims stand that they tell: made once for a state of a case, kept for more.

Where no day is asked for, that is what the case has stored. For a day it follows from which report states which claim.
"""

from __future__ import annotations

import re
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import msgspec

from retold.record.as_of import AsOf
from retold.record.case import Case

HOLDS, EVER = re.compile(r"HOLDS\((\w+)\)"), re.compile(r"EVER\((\w+)\)")
_NOW = r"\1.retracted_at IS NULL", "1"
_THEN = r"(\1.recorded_at <= ?1 AND (\1.retracted_at IS NULL OR \1.retracted_at > ?1))", r"\1.recorded_at <= ?1"
"""What the words stand for; where now is asked for, in the very words by which an index is limited to it."""
KEPT = 8
"""States of cases that are kept for the next question."""


@dataclass(slots=True, kw_only=True)
class Order:
    """Claims as they are told: those of most origins first, then in order of first telling."""

    all: Sequence[str]
    kinds: Mapping[str, Sequence[str]]
    rank: Mapping[str, int]
    """Claim -> its place among those of its kind, from 1."""
    place: Mapping[str, int]
    """Claim -> its place among all, from 0."""
    support: Mapping[str, tuple[int, int]]
    """Claim -> reports and origins."""


@dataclass(slots=True, kw_only=True)
class State:
    """What is known of a state of a case once it has been asked."""

    origins: Mapping[str, str] | None = None
    """Each report that is asked for, by name, with its family or its own name; None where all are."""
    ids: Mapping[str, int] = field(default_factory=dict)
    """The row of the version of each, where not all are asked for."""
    undated: int = 0
    later: int = 0
    order: Order | None = None
    actors: Sequence[tuple[str, int]] | None = None
    """Actors with the number of reports that name them, those in most first."""
    times: Sequence[tuple[str | None, str | None, str]] | None = None


_STATES: OrderedDict[tuple[str, AsOf, int], State] = OrderedDict()
_LOCK = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A case as of then: what every question is asked of."""

    case: Case
    as_of: AsOf
    state: State

    def rows(self, query: str, *arguments: str | int | None) -> list[tuple[Any, ...]]:
        """Return the rows of a query in which HOLDS(x) stands for "the row x was held then", EVER(x) for "then or before"; its
        own arguments begin with ?2."""
        held, ever = _NOW if self.as_of.held is None else _THEN
        asked = EVER.sub(ever, HOLDS.sub(held, query))
        return self.case.select(asked, self.as_of.moment, *arguments) if "?" in asked else self.case.select(asked)

    @property
    def order(self) -> Order:
        """Return the claims in their order."""
        if self.state.order is None:
            self.state.order = _filtered_order(self) if self.state.origins is not None else _stored_order(self)
        return self.state.order

    def among(self, names: Iterable[str]) -> dict[str, int]:
        """Return the rows of the versions of some reports that the record speaks of."""
        if self.state.origins is not None:
            return {name: self.state.ids[name] for name in names if name in self.state.ids}
        query = """
        SELECT r.name, r.id FROM reports AS r JOIN tellings AS t ON t.report = r.id
        WHERE r.name IN (SELECT value FROM json_each(?2)) AND HOLDS(t)
        """
        return dict(self.rows(query, listed(names)))


def selected(case: Case, as_of: AsOf) -> Selected:
    """Return a case as of then."""
    changed = case.select("SELECT max(id) FROM changes")[0][0] or 0
    key = (str(case.path.absolute()), as_of, changed)
    with _LOCK:
        state = _STATES.get(key)
        if state is not None:
            _STATES.move_to_end(key)
    if state is None:
        state = State()
        made = Selected(case=case, as_of=as_of, state=state)
        if as_of.published is not None:
            _select(made)
        with _LOCK:
            _STATES[key] = state
            while len(_STATES) > KEPT:
                _STATES.popitem(last=False)
    return Selected(case=case, as_of=as_of, state=state)


def listed(values: Iterable[str | int]) -> str:
    """Return values as `json_each` takes them: any number in one argument."""
    return msgspec.json.encode(list(values)).decode()


def _select(made: Selected) -> None:
    """Note the reports that were surely published by the day, and why the others were left out."""
    query = "SELECT r.name, r.id, r.published, t.family FROM tellings AS t JOIN reports AS r ON r.id = t.report WHERE HOLDS(t)"
    origins, ids = {}, {}
    for name, id_, published, family in made.rows(query):
        if made.as_of.includes(published):
            origins[name], ids[name] = family or name, id_
        elif published is None:
            made.state.undated += 1
        else:
            made.state.later += 1
    made.state.origins, made.state.ids = origins, ids


def _stored_order(made: Selected) -> Order:
    """Return the order that was kept with the last trace; of an earlier one it is not kept, and follows from what was."""
    query = "SELECT c.claim, c.kind, c.reports, c.origins, c.key FROM claims AS c WHERE HOLDS(c)"
    if made.as_of.held is not None:
        rows = made.rows(f"{query} ORDER BY c.origins DESC, c.reports DESC, c.id")
        return _order((claim, kind, reports, origins) for claim, kind, reports, origins, _ in rows)
    by_key = {key: row for *row, key in made.rows(query)}
    (keys,) = made.rows("SELECT keys FROM sequences WHERE kind = 'claims'") or [("[]",)]
    return _order(tuple(by_key[key]) for key in msgspec.json.decode(keys[0], type=list[str]) if key in by_key)


def _filtered_order(made: Selected) -> Order:
    """Return the order as it follows from the mentions in the reports that are asked for."""
    ids, origins = made.state.ids, made.state.origins or {}
    days = dict(made.rows("SELECT r.name, r.published FROM reports AS r JOIN tellings AS t ON t.report = r.id WHERE HOLDS(t)"))
    first = {ids[name]: n for n, name in enumerate(sorted(ids, key=lambda name: (days[name], name)))}
    family = {ids[name]: origin for name, origin in origins.items()}
    told: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for claim, report, start in made.rows("SELECT m.claim, m.report, m.start FROM claim_mentions AS m WHERE HOLDS(m)"):
        if (n := first.get(report)) is not None:
            told[claim].append((n, start, report))
    kinds = dict(made.rows("SELECT c.claim, c.kind FROM claims AS c WHERE HOLDS(c)"))
    rows = []
    for claim, places in told.items():
        reports = {report for _, _, report in places}
        support = len(reports), len({family[report] for report in reports})
        rows.append((-support[1], -support[0], min(places), claim, support))
    rows.sort()
    return _order((claim, kinds[claim], *support) for _, _, _, claim, support in rows if claim in kinds)


def _order(rows: Iterable[tuple[str, str, int, int]]) -> Order:
    kinds: dict[str, list[str]] = defaultdict(list)
    rank, support = {}, {}
    for claim, kind, reports, origins in rows:
        of_kind = kinds[kind]
        of_kind.append(claim)
        rank[claim], support[claim] = len(of_kind), (reports, origins)
    every = list(rank)
    return Order(all=every, kinds=kinds, rank=rank, place={claim: n for n, claim in enumerate(every)}, support=support)
