"""The question a reporter comes with: how many reports, how many originals behind them, and what they carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import Fetch
from retold.record.excerpt.of_actors import ranked as ranked_actors
from retold.record.excerpt.of_claims import excerpted
from retold.record.excerpt.of_reports import families
from retold.record.excerpt.page import Counts, Excerpt, Overview, Page
from retold.record.excerpt.selected import Selected, selected

SAID = "statement"
"""The kind of claim that is words alone: however many carry it, it is no news of the affair."""


def counts(case: Case, as_of: AsOf = NOW) -> Counts:
    """Return how much there is."""
    with case.snapshot():
        return _counts(selected(case, as_of))


def _counts(chosen: Selected) -> Counts:
    state, kinds = chosen.state, chosen.order.kinds
    held, named, inside = _originals(chosen)
    query = "SELECT r.name, r.published FROM reports AS r JOIN tellings AS t ON t.report = r.id WHERE HOLDS(t)"
    days = {name: day for name, day in chosen.rows(query) if state.origins is None or name in state.origins}
    dated = sorted(day for day in days.values() if day)
    return Counts(
        reports=len(days),
        undated=state.undated,
        later=state.later,
        held=held,
        named=named,
        alone=len(days) - inside,
        actors=len(ranked_actors(chosen)),
        claims={kind: len(ids) for kind, ids in kinds.items()},
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
    )


def _originals(chosen: Selected) -> tuple[int, int, int]:
    """Return how many originals are held, how many only named, and how many reports are of a family."""
    if chosen.state.origins is None:
        rows = chosen.rows("SELECT f.original_held, count(*), sum(f.reports) FROM families AS f WHERE HOLDS(f) GROUP BY 1")
        by_held = {held: count for held, count, _ in rows}
        return by_held.get(1, 0), by_held.get(0, 0), sum(inside for *_, inside in rows)
    ids = dict.fromkeys(origin for name, origin in chosen.state.origins.items() if origin != name)
    found = Fetch(chosen).families(ids)
    held = sum(f.original.held for f in found)
    return held, len(found) - held, sum(len(f.reports) for f in found)


def overview(case: Case, as_of: AsOf = NOW, *, most: int = 5) -> Overview:
    """Return the first page of a case: at most so many of everything."""
    with case.snapshot():
        chosen = selected(case, as_of)
        page, order = Page(most=most), chosen.order
        said = set(order.kinds.get(SAID, ()))
        several = [c for c in order.all if order.support[c][0] > 1 and c not in said]
        alone = sorted((c for c in several if order.support[c][1] == 1), key=lambda c: -order.support[c][0])
        return Overview(
            counts=_counts(chosen),
            families=families(case, as_of, page=page, members=most),
            widest=excerpted(chosen, several, page, most),
            single=excerpted(chosen, alone, page, most),
            denied=_denied(chosen, most),
            changed=_changed(chosen),
            unknown=excerpted(chosen, order.kinds.get("unknown", ()), page, most),
        )


def _denied(chosen: Selected, most: int) -> Excerpt:
    """Return claims that somebody denies; where not all reports are asked for, those of which a known report tells it."""
    rows = chosen.rows("SELECT c.claim FROM claims AS c WHERE c.denied_by IS NOT NULL AND HOLDS(c)")
    denied = {claim for (claim,) in rows}
    ids = [claim for claim in chosen.order.all if claim in denied]
    if chosen.state.origins is None:
        return excerpted(chosen, ids, Page(most=most), most)
    found = list(islice(_still(Fetch(chosen), ids, most), most))
    return excerpted(chosen, found, Page(most=most), most)


def _still(fetch: Fetch, ids: Sequence[str], most: int) -> Iterator[str]:
    for at in range(0, len(ids), most):
        yield from (claim.id for claim in fetch.claims(ids[at : at + most]) if claim.denied_by)


def _changed(chosen: Selected) -> dict[str, int]:
    query = "SELECT d.kind, d.earlier_report, d.later_report FROM drifts AS d WHERE HOLDS(d)"
    asked = None if chosen.state.origins is None else set(chosen.state.ids.values())
    found: dict[str, int] = {}
    for kind, earlier, later in chosen.rows(query):
        if asked is None or {earlier, later} <= asked:
            found[kind] = found.get(kind, 0) + 1
    return dict(sorted(found.items(), key=lambda each: -each[1]))
