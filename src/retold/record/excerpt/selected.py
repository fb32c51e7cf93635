"""Which reports are asked for, and in what order the claims stand that they tell: made once for a state of a case, kept for more.

Where no day is asked for, that is what the case has stored. For a day it follows from which report states which claim.
"""

from __future__ import annotations

import contextlib
import gc
import re
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from threading import Lock
from typing import Any, TypeVar

import msgspec

from retold.record.as_of import AsOf
from retold.record.case import Case

Value = TypeVar("Value")
WORDS = re.compile(r"(HOLDS|SEEN|EVER)\((\w+)\)")
_NOW = {"HOLDS": "{0}.retracted_at IS NULL", "SEEN": "+{0}.retracted_at IS NULL", "EVER": "1"}
_HELD = "({0}.recorded_at <= ?1 AND ({0}.retracted_at IS NULL OR {0}.retracted_at > ?1))"
_THEN = {"HOLDS": _HELD, "SEEN": _HELD, "EVER": "{0}.recorded_at <= ?1"}
"""What the words stand for: HOLDS, where now is asked for, in the very words by which an index is limited to it; SEEN in
others, for a question that reads all rows and has an index of its own."""
KEPT = 8
"""States of cases that are kept for the next question."""
MANY = 20_000
"""Claims up to which they stand in the very order of the trace."""
PLACES = 1 << 32
"""More than any report has characters."""
FEW = 4
"""Where fewer than one report in so many is asked for, their mentions are looked up; else all are read."""


@dataclass(slots=True, kw_only=True)
class Order:
    """Claims as they are told: those of most origins first, then in order of first telling."""

    all: Sequence[str]
    kinds: Mapping[str, Sequence[str]]
    place: Mapping[str, int]
    """Claim -> its place among all, from 0."""
    reports: Sequence[int]
    """How many reports each of them is told in, and of how many origins."""
    origins: Sequence[int]

    def rank(self, claim: str, kind: str) -> int:
        """Return a claim's place among those of its kind, from 1."""
        return bisect_left(self.kinds[kind], self.place[claim], key=self.place.__getitem__) + 1


@dataclass(slots=True, kw_only=True)
class State:
    """What is known of a state of a case once it has been asked."""

    origins: Mapping[str, str] | None = None
    """Each report that is asked for, by name, with its family or its own name; None where all are."""
    ids: Mapping[str, int] = field(default_factory=dict)
    """The row of the version of each, where not all are asked for."""
    undated: int = 0
    later: int = 0
    made: dict[str, Any] = field(default_factory=dict)
    """What was made of all of it, by name: to be asked again costs nothing."""


_STATES: OrderedDict[tuple[str, AsOf, int], State] = OrderedDict()
_LOCK = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A case as of then: what every question is asked of."""

    case: Case
    as_of: AsOf
    state: State

    def rows(self, query: str, *arguments: str | int | None) -> list[tuple[Any, ...]]:
        """Return the rows of a query in which HOLDS(x) and SEEN(x) stand for "the row x was held then", EVER(x) for "then or
        before"; its own arguments begin with ?2."""
        meant = _NOW if self.as_of.held is None else _THEN
        asked = WORDS.sub(lambda found: meant[found[1]].format(found[2]), query)
        return self.case.select(asked, self.as_of.moment, *arguments) if "?" in asked else self.case.select(asked)

    @property
    def order(self) -> Order:
        """Return the claims in their order."""
        return self.once("order", lambda: _stored_order(self) if self.state.origins is None else _filtered_order(self))

    def once(self, name: str, make: Callable[[], Value]) -> Value:
        """Return what `make` gives, made the first time that this state is asked for it."""
        if name not in self.state.made:
            with _uncollected():
                self.state.made[name] = make()
        found: Value = self.state.made[name]
        return found

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
            with _uncollected():
                _select(made)
        with _LOCK:
            _STATES[key] = state
            while len(_STATES) > KEPT:
                _STATES.popitem(last=False)
    return Selected(case=case, as_of=as_of, state=state)


def listed(values: Iterable[str | int]) -> str:
    """Return values as `json_each` takes them: any number in one argument."""
    return msgspec.json.encode(list(values)).decode()


def pairs(values: Iterable[tuple[int, str]]) -> str:
    """Return pairs of a row and a name likewise."""
    return msgspec.json.encode(list(values)).decode()


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python not look for garbage while a million small values are made that all stay: it would look time and again."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _select(made: Selected) -> None:
    """Note the reports that were surely published by the day, and why the others were left out."""
    query = "SELECT r.name, r.id, r.published, t.family FROM tellings AS t JOIN reports AS r ON r.id = t.report WHERE SEEN(t)"
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
    """Return the order that was kept with the last trace.

    Of an earlier one it is not kept, and of one of very many claims it costs more than it tells: there claims of as many
    origins and reports stand as they were recorded.
    """
    (keys,) = made.rows("SELECT keys FROM sequences WHERE kind = 'claims'") or [("[]",)]
    if made.as_of.held is not None or len(keys[0]) > MANY * len(f'"{"0" * 20}",'):
        return _order(made.rows(_ORDERED))
    by_key = {
        key: row for key, *row in made.rows("SELECT c.key, c.claim, c.kind, c.reports, c.origins FROM claims AS c WHERE HOLDS(c)")
    }
    return _order([by_key[key] for key in msgspec.json.decode(keys[0], type=list[str]) if key in by_key])


_ORDERED = """
SELECT c.claim, c.kind, c.reports, c.origins FROM claims AS c WHERE SEEN(c)
ORDER BY c.origins DESC, c.reports DESC, c.id
"""


def _filtered_order(made: Selected) -> Order:
    """Return the order as it follows from the mentions in the reports that are asked for."""
    ids, origins = made.state.ids, made.state.origins or {}
    days = dict(made.rows("SELECT r.name, r.published FROM tellings AS t JOIN reports AS r ON r.id = t.report WHERE SEEN(t)"))
    first = {ids[name]: n * PLACES for n, name in enumerate(sorted(ids, key=lambda name: (days[name], name)))}
    family = {ids[name]: origin for name, origin in origins.items()}
    kinds = dict(made.rows("SELECT c.claim, c.kind FROM claims AS c WHERE SEEN(c)"))
    rows = []
    for claim, mentions in groupby(_mentions(made, len(days)), key=itemgetter(0)):
        told = [(first[report] + start, report) for _, report, start in mentions if report in first]
        if told and claim in kinds:
            reports = {report for _, report in told}
            families = {family[report] for report in reports}
            rows.append((-len(families), -len(reports), min(told)[0], claim))
    if len(rows) <= MANY:  # of one report's claims the trace knows the order better than their places do
        place = _stored_order(made).place
        rows = [(families, reports, at // PLACES * PLACES + place[claim], claim) for families, reports, at, claim in rows]
    rows.sort()
    return _order([(claim, kinds[claim], -reports, -count) for count, reports, _, claim in rows])


def _mentions(made: Selected, reports: int) -> list[tuple[str, int, int]]:
    """Return which claim is mentioned where, by claim: from the reports that are asked for where they are few."""
    if len(made.state.ids) * FEW > reports:
        return made.rows(_ALL_MENTIONS)
    return made.rows(_SOME_MENTIONS, listed(made.state.ids.values()))


_ALL_MENTIONS = "SELECT m.claim, m.report, m.start FROM claim_mentions AS m WHERE SEEN(m) ORDER BY m.claim"
_SOME_MENTIONS = """
SELECT m.claim, m.report, m.start FROM claim_mentions AS m
WHERE m.report IN (SELECT value FROM json_each(?2)) AND SEEN(m) ORDER BY m.claim
"""


def _order(rows: Sequence[Sequence[Any]]) -> Order:
    """Return the order of rows of claim, kind, reports and origins."""
    every, kind_of, reports, origins = zip(*rows, strict=True) if rows else ((), (), (), ())
    kinds: dict[str, list[str]] = defaultdict(list)
    for claim, kind in zip(every, kind_of, strict=True):
        kinds[kind].append(claim)
    place = dict(zip(every, range(len(every)), strict=True))
    return Order(all=every, kinds=kinds, place=place, reports=reports, origins=origins)
