"""The question a reporter comes with: how many reports, how many originals behind them, and what they carry."""

from __future__ import annotations

from collections.abc import Sequence

from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import Fetch
from retold.record.excerpt.of_actors import ranked as ranked_actors
from retold.record.excerpt.of_claims import excerpted
from retold.record.excerpt.of_reports import families, listing
from retold.record.excerpt.page import Counts, Overview, Page
from retold.record.excerpt.selected import Selected, selected

SAID = "statement"
"""The kind of claim that is words alone: however many carry it, it is no news of the affair."""


def counts(case: Case, as_of: AsOf = NOW) -> Counts:
    """Return how much there is."""
    with case.snapshot():
        chosen = selected(case, as_of)
        return chosen.once("counts", lambda: _counts(chosen))


def _counts(chosen: Selected) -> Counts:
    state, kinds, every = chosen.state, chosen.order.kinds, listing(chosen)
    held, named, inside = _originals(chosen)
    dated = [day for _, day, _ in every if day]
    return Counts(
        reports=len(every),
        undated=state.undated,
        later=state.later,
        held=held,
        named=named,
        alone=len(every) - inside,
        actors=len(ranked_actors(chosen)),
        claims={kind: len(ids) for kind, ids in kinds.items()},
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
    )


def _originals(chosen: Selected) -> tuple[int, int, int]:
    """Return how many originals are held, how many only named, and how many reports are of a family."""
    if chosen.state.origins is None:
        rows = chosen.rows("SELECT f.original_held, count(*), sum(f.reports) FROM families AS f WHERE SEEN(f) GROUP BY 1")
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
        page = Page(most=most)
        several, alone = chosen.once("several", lambda: _several(chosen))
        return Overview(
            counts=counts(case, as_of),
            families=families(case, as_of, page=page, members=most),
            widest=excerpted(chosen, several, page, most),
            single=excerpted(chosen, alone, page, most),
            denied=excerpted(chosen, chosen.once("denied", lambda: _denied(chosen)), page, most),
            changed=chosen.once("changed", lambda: _changed(chosen)),
            unknown=excerpted(chosen, chosen.order.kinds.get("unknown", ()), page, most),
        )


def _several(chosen: Selected) -> tuple[Sequence[str], Sequence[str]]:
    """Return the claims that several reports carry, in their order, and those of them that one origin alone carries."""
    order = chosen.order
    said = set(order.kinds.get(SAID, ()))
    several = [at for at, reports in enumerate(order.reports) if reports > 1 and order.all[at] not in said]
    alone = sorted((at for at in several if order.origins[at] == 1), key=lambda at: -order.reports[at])
    return [order.all[at] for at in several], [order.all[at] for at in alone]


def _denied(chosen: Selected) -> Sequence[str]:
    """Return the claims that somebody denies; where not all reports are asked for, as far as a known report tells it."""
    denied = {claim for (claim,) in chosen.rows("SELECT c.claim FROM claims AS c WHERE c.denied_by IS NOT NULL AND SEEN(c)")}
    ids = [claim for claim in chosen.order.all if claim in denied]
    if chosen.state.origins is None:
        return ids
    rank = chosen.order.place
    rows = chosen.rows("SELECT l.claim, l.other FROM relations AS l WHERE l.kind = 'denied by' AND HOLDS(l)")
    told = {claim for claim, other in rows if other in rank}
    return [claim for claim in ids if claim in told]


def _changed(chosen: Selected) -> dict[str, int]:
    query = "SELECT d.kind, d.earlier_report, d.later_report FROM drifts AS d WHERE SEEN(d)"
    asked = None if chosen.state.origins is None else set(chosen.state.ids.values())
    found: dict[str, int] = {}
    for kind, earlier, later in chosen.rows(query):
        if asked is None or {earlier, later} <= asked:
            found[kind] = found.get(kind, 0) + 1
    return dict(sorted(found.items(), key=lambda each: -each[1]))
