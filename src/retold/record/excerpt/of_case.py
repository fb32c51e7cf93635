"""The question a reporter comes with: how many reports, how many originals behind them, and what they carry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import Fetch
from retold.record.excerpt.of_actors import many as many_actors
from retold.record.excerpt.of_claims import excerpted
from retold.record.excerpt.of_reports import families, known
from retold.record.excerpt.order import by_then
from retold.record.excerpt.page import Changed, Counts, Overview, Page
from retold.record.excerpt.runs import Joined, Told
from retold.record.excerpt.selected import Selected, listing, selected

COMMON = ("statement", "office")
"""Kinds of claims that are words alone, or known to all: however many carry them, they are no news of the affair."""
LASTING = ("rank", "tie", "unknown")
"""Kinds of what holds and does not happen: they stand behind what was done, however many carry them."""


def counts(case: Case, as_of: AsOf = NOW) -> Counts:
    """Return how much there is."""
    with case.snapshot():
        chosen = selected(case, as_of)
        return chosen.once("counts", lambda: _counts(chosen))


def _counts(chosen: Selected) -> Counts:
    state, kinds, every = chosen.state, chosen.order.kinds, listing(chosen)
    held, named, inside = _originals(chosen)
    dated = [day for _, day, _ in every if day]
    today = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()  # it may have begun elsewhere
    return Counts(
        reports=len(every),
        undated=state.undated,
        later=state.later,
        held=held,
        named=named,
        alone=len(every) - inside,
        actors=many_actors(chosen),
        claims={kind: len(ids) for kind, ids in kinds.items()},
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
        ahead=sum(day[:10] > today for day in dated),
    )


def _originals(chosen: Selected) -> tuple[int, int, int]:
    """Return how many originals are held, how many only named, and how many reports are of a family."""
    if chosen.state.origins is None:
        rows = chosen.rows("SELECT f.original_held, count(*), sum(f.reports) FROM families AS f WHERE SEEN(f) GROUP BY 1")
        by_held = {held: count for held, count, _ in rows}
        return by_held.get(1, 0), by_held.get(0, 0), sum(inside for *_, inside in rows)
    base, sizes = chosen.base, known(chosen)
    query = "SELECT f.family, f.original_held, f.reports FROM families AS f WHERE SEEN(f)"
    stored = base.once("originals", lambda: {id_: (held, reports) for id_, held, reports in base.rows(query)})
    whole = [id_ for id_, count in sizes.items() if id_ in stored and count == stored[id_][1]]
    found = Fetch(chosen).families(sizes.keys() - set(whole))
    held = sum(stored[id_][0] for id_ in whole) + sum(f.original.held for f in found)
    inside = sum(sizes[id_] for id_ in whole) + sum(len(f.reports) for f in found)
    return held, len(whole) + len(found) - held, inside


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


def _several(chosen: Selected) -> tuple[Told, Told]:
    """Return the claims that several origins carry, in their order, and those that several reports carry on the word of one."""
    told = [run for run in chosen.order.runs if run.reports > 1 and run.kind not in COMMON]
    several = sorted((run for run in told if run.origins > 1), key=lambda run: run.kind in LASTING)
    alone = sorted((run for run in told if run.origins == 1), key=lambda run: (run.kind in LASTING, -run.reports))
    return Joined(runs=several), Joined(runs=alone)


def _denied(chosen: Selected) -> Sequence[str]:
    """Return the claims that somebody denies; where not all reports are asked for, as far as a known report tells it."""
    base = chosen.base
    denied: Sequence[str] = base.once("every denied", lambda: msgspec.json.decode(base.rows(_DENIED)[0][0], type=list[str]))
    if base is chosen:
        return chosen.order.sorted(denied)
    denials = base.once("denials", lambda: base.rows(_DENIALS))
    there = set(by_then(chosen, {other for _, other in denials}))
    told = {claim for claim, other in denials if other in there}
    return chosen.order.sorted(claim for claim in denied if claim in told)


_DENIED = "SELECT json_group_array(c.claim) FROM claims AS c WHERE c.denied_by IS NOT NULL AND SEEN(c)"
_DENIALS = "SELECT l.claim, l.other FROM relations AS l WHERE l.kind = 'denied by' AND SEEN(l)"


def _changed(chosen: Selected) -> dict[str, Changed]:
    """Return how often each kind of change was made in what claims state, as far as both reports are known, and the first."""
    day = str(chosen.as_of.published) if chosen.as_of.published else None
    rows = chosen.rows(_CHANGED, day)
    return {
        kind: Changed(times=times, earlier=one, earlier_words=was, later=two, later_words=now, reason=why)
        for kind, times, one, was, two, now, why in rows
    }


_CHANGED = """
SELECT f.kind, f.times, a.name, d.earlier_words, b.name, d.later_words, d.reason
FROM (
    SELECT d.kind, count(*) AS times, min(d.id) AS first FROM drifts AS d
    WHERE (?2 IS NULL OR d.published <= ?2) AND SEEN(d) GROUP BY d.kind
) AS f
JOIN drifts AS d ON d.id = f.first
JOIN reports AS a ON a.id = d.earlier_report
JOIN reports AS b ON b.id = d.later_report
ORDER BY f.times DESC, f.first
"""
