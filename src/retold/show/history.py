"""`retold history`: what each step did to a case, newest last, so that whoever relies on a record can see how it came to be.

Reports that were kept one after another are told in one line; --json tells each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby
from typing import TYPE_CHECKING, Any

from retold.show.arguments import AsJson, CasePath
from retold.show.periods import to_the_second

if TYPE_CHECKING:
    from retold.record.history import Change

TABLES = {
    "facts": "facts",
    "attributions": "attributions",
    "claims": "claims",
    "relations": "relations of claims",
    "families": "families",
    "actors": "people and bodies",
    "drifts": "changes in the telling",
    "rulings": "rulings",
}
"""The tables whose rows are told of, and what they are called."""
GATHERED = ("report kept", "report replaced", "report read again")
"""Steps of which many follow each other."""


def history(
    case: CasePath,
    as_json: AsJson = False,
) -> None:
    """Tell what each step did to a case, newest last: reports kept, replaced and removed, traces, rulings; when and why."""
    from retold.record.case import Case
    from retold.record.history import history as steps
    from retold.show.terminal import one_line, print_json

    with Case(case, create=False, readonly=True) as record:
        if as_json:
            print_json({"changes": [_json(each) for each in steps(record)]})
            return
        for line in lines(steps(record)):
            print(one_line(line))


def lines(changes: Iterable[Change]) -> Iterator[str]:
    """Yield a line for each step, or for all that do the same to one report after another."""
    alone = count()
    for _, group in groupby(changes, key=lambda each: each.act if each.act in GATHERED else next(alone)):
        some = list(group)
        yield _line(some[0]) if len(some) == 1 else _gathered(some)
        yield from _rulings(some[-1])


def _rulings(change: Change) -> Iterator[str]:
    """Yield what was ruled or taken back in a step, by whom and why."""
    if not (change.ruled or change.undone):
        return
    from retold.show.rulings import said, signed

    yield from (f"  ruling {each.id}: {said(each)}; {signed(each.by, None, each.reason)}" for each in change.ruled)
    yield from (f"  ruling {each.id} is taken back: {said(each)}" for each in change.undone)


def _line(change: Change) -> str:
    what = f": {change.report}" if change.report else ""
    why = f" because: {change.reason}" if change.reason and not change.ruled else ""  # each ruling tells its own
    return f"{to_the_second(change.at)}  {change.act}{what}{why}{_rows([change])}"


def _gathered(changes: list[Change]) -> str:
    """Tell many steps of one kind in a line: "12 reports kept: a.txt to l.txt, until 09:41"."""
    first, last = changes[0], changes[-1]
    act = first.act.removeprefix("report ")
    names = f"{first.report} to {last.report}"
    return f"{to_the_second(first.at)}  {len(changes):,} reports {act}: {names}, until {to_the_second(last.at)}{_rows(changes)}"


def _rows(changes: Iterable[Change]) -> str:
    """Return how many rows of which table were added and retracted, "(claims +4 −2)"."""
    told = []
    known = [each.rows for each in changes if each.rows]
    for table, called in TABLES.items():
        added, retracted = (sum(rows[table][end] for rows in known if table in rows) for end in (0, 1))
        counts = [f"{sign}{number:,}" for sign, number in (("+", added), ("−", retracted)) if number]
        if counts:
            told.append(f"{called} {' '.join(counts)}")
    return f" ({', '.join(told)})" if told else ""


def _json(change: Change) -> dict[str, Any]:
    from retold.show.rulings import ruling_json

    return {
        "at": change.at,
        "act": change.act,
        "report": change.report,
        "reason": change.reason,
        "added": change.added,
        "retracted": change.retracted,
        "rows": {table: list(counts) for table, counts in change.rows.items()} if change.rows is not None else None,
        "program": change.program,
        "ruled": [ruling_json(each) for each in change.ruled],
        "undone": [each.id for each in change.undone],
    }
