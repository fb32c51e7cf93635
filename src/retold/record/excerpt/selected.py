"""Which reports are asked for, and what is made of all that they tell: once for a state of a case, kept for more questions."""

from __future__ import annotations

import contextlib
import gc
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from threading import Lock, RLock
from typing import Any, TypeVar

import msgspec

from retold.model import Claim
from retold.record.as_of import AsOf, last_day
from retold.record.case import Case
from retold.record.excerpt.order import ordered
from retold.record.excerpt.runs import Order
from retold.record.then import told

Value = TypeVar("Value")
KEPT = 8
"""States of cases that are kept for the next question."""
SHOWN = 4_000
"""Claims of a state that are kept as they were shown."""


@dataclass(slots=True, kw_only=True)
class CaseState:
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
    making: AbstractContextManager[Any] = field(default_factory=RLock)
    """Held while something is made, for who asks meanwhile waits for no more than what is left."""


_STATES: OrderedDict[tuple[str, AsOf, int], CaseState] = OrderedDict()
_LOCK = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A case as of then: what every question is asked of."""

    case: Case
    as_of: AsOf
    state: CaseState

    def rows(self, query: str, *arguments: str | int | None) -> list[tuple[Any, ...]]:
        """Return the rows of a query as of then (`then.told`); its own arguments begin with ?2."""
        asked = told(query, now=self.as_of.held is None)
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
            with self.state.making:
                if name not in self.state.made:
                    with uncollected():
                        self.state.made[name] = make()
        found: Value = self.state.made[name]
        return found

    @property
    def base(self) -> Selected:
        """Return the case with all its reports, as it was held then: what is made of these serves any day."""
        return self if self.as_of.published is None else selected(self.case, replace(self.as_of, published=None))

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
        state = _STATES.setdefault(key, CaseState())
        _STATES.move_to_end(key)
        while len(_STATES) > KEPT:
            _STATES.popitem(last=False)
    made = Selected(case=case, as_of=as_of, state=state)
    if as_of.published is not None:
        made.once("listed", lambda: _select(made))
    return made


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


Listed = tuple[str, str | None, str | None]
"""A report, its day and its family."""


def listing(chosen: Selected) -> Sequence[Listed]:
    """Return every report by day, those of no known day last."""
    return chosen.once("listed", lambda: [(name, published, family) for name, _, published, family, _ in _every(chosen)])


def _every(base: Selected) -> Sequence[tuple[str, int, str | None, str | None, str]]:
    """Return every report with its row, by day, each with the day by which it surely was published; what sorts behind every day
    for none."""
    return base.once("every", lambda: _by_day(base))


def _by_day(base: Selected) -> list[tuple[str, int, str | None, str | None, str]]:
    query = "SELECT r.name, r.id, r.published, t.family FROM tellings AS t JOIN reports AS r ON r.id = t.report WHERE SEEN(t)"
    rows = sorted(base.rows(query), key=lambda row: (row[2] or "9999", row[0]))
    last = {published: last_day(published) or "~" for published in {row[2] for row in rows}}
    return [(*row, last[row[2]]) for row in rows]


def _select(made: Selected) -> list[Listed]:
    """Note the reports that were surely published by the day, and why the others were left out."""
    rows, day = _every(made.base), str(made.as_of.published)
    some = [row for row in rows if row[4] <= day]
    made.state.undated = sum(1 for row in rows if row[2] is None)
    made.state.later = len(rows) - len(some) - made.state.undated
    made.state.ids = {name: id_ for name, id_, *_ in some}
    made.state.origins = {name: family or name for name, _, _, family, _ in some}
    return [(name, published, family) for name, _, published, family, _ in some]
