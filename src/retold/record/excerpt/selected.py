"""Which reports are asked for, and what is made of all that they tell: once for a state of a case, kept for more questions."""

from __future__ import annotations

import contextlib
import gc
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import Any, TypeVar

import msgspec

from retold.model import Claim
from retold.record.as_of import AsOf
from retold.record.case import Case
from retold.record.excerpt.order import Order, ordered

Value = TypeVar("Value")
WORDS = re.compile(r"(HOLDS|SEEN|EVER)\((\w+)\)")
_NOW = {"HOLDS": "{0}.retracted_at IS NULL", "SEEN": "+{0}.retracted_at IS NULL", "EVER": "1"}
_HELD = "({0}.recorded_at <= ?1 AND ({0}.retracted_at IS NULL OR {0}.retracted_at > ?1))"
_THEN = {"HOLDS": _HELD, "SEEN": _HELD, "EVER": "{0}.recorded_at <= ?1"}
"""What the words stand for: HOLDS, where now is asked for, in the very words by which an index is limited to it; SEEN in
others, for a question that reads all rows and has an index of its own."""
KEPT = 8
"""States of cases that are kept for the next question."""
SHOWN = 4_000
"""Claims of a state that are kept as they were shown."""


@dataclass(slots=True, kw_only=True)
class State:
    """What is known of a state of a case once it has been asked."""

    origins: Mapping[str, str] | None = None
    """Each report that is asked for, by name, with its family or its own name; None where all are."""
    ids: Mapping[str, int] = field(default_factory=dict)
    """The row of the version of each, where not all are asked for."""
    undated: int = 0
    later: int = 0
    cut: dict[tuple[str, int], tuple[Claim, int]] = field(default_factory=dict)
    """Claims with their first so many mentions, as they were shown last, and how many they have."""
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
        asked = _asked(query, now=self.as_of.held is None)
        return self.case.select(asked, self.as_of.moment, *arguments) if "?" in asked else self.case.select(asked)

    @property
    def order(self) -> Order:
        """Return the claims in their order."""
        return self.once("order", lambda: ordered(self))

    @property
    def cut(self) -> dict[tuple[str, int], tuple[Claim, int]]:
        """Return the claims that were shown last, to be shown again or added to."""
        if len(self.state.cut) > SHOWN:
            self.state.cut = {}
        return self.state.cut

    def once(self, name: str, make: Callable[[], Value]) -> Value:
        """Return what `make` gives, made the first time that this state is asked for it."""
        if name not in self.state.made:
            with uncollected():
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


@cache
def _asked(query: str, *, now: bool) -> str:
    """Return the SQL of a query."""
    meant = _NOW if now else _THEN
    return WORDS.sub(lambda found: meant[found[1]].format(found[2]), query)


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
            with uncollected():
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
def uncollected() -> Iterator[None]:
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
    rows = made.rows(query)
    until = {published: made.as_of.includes(published) for published in {row[2] for row in rows}}
    for name, id_, published, family in rows:
        if until[published]:
            origins[name], ids[name] = family or name, id_
        elif published is None:
            made.state.undated += 1
        else:
            made.state.later += 1
    made.state.origins, made.state.ids = origins, ids
    made.state.made["listed"] = [(name, published, family) for name, _, published, family in rows if name in origins]
