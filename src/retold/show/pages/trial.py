"""What a ruling would change, as whoever agrees to it reads it: the claims and the reports themselves, not their numbers."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from retold.model import Claim, Passage, Ruling, Telling, Trace
from retold.record.case import Case
from retold.ruling import START, Outcome
from retold.show.brief.lines import number
from retold.show.pages.asked import heads
from retold.show.rulings import MOST, differs, said

MARKED = "told otherwise"
"""What `differs` says where nothing but the mark of the ruling is new."""


def shown(case: Case, outcome: Outcome, *, undo: str) -> Mapping[str, Any]:
    """Return what the page of a trial shows: the rulings, and the first of what each of them changes."""
    found = outcome.effect
    own = {each.id for each in outcome.rulings}
    changed = [(after, _differs(before, after, own)) for before, after in islice(found.changed, MOST)]
    moved = [(before, after, _changes(before, after)) for before, after in islice(found.moved, MOST)]
    claims = (*found.gone[:MOST], *found.new[:MOST], *(claim for claim, _ in changed))
    places = [place for each in outcome.rulings for place in _places(each)]
    spoken = Trace(claims=claims, tellings=tuple(after for _, after, _ in moved))
    named = [name for before, after, _ in moved for name in (before.retells, after.retells) if name]
    return {
        "told": [(each, said(each), None if each.one.span == START else each.one) for each in outcome.rulings[:MOST]],
        "undo": undo,
        "overruled": outcome.overruled,
        "gone": found.gone[:MOST],
        "new": found.new[:MOST],
        "changed": changed,
        "moved": moved,
        "actors": found.actors,
        "totals": {
            "told": len(outcome.rulings),
            "gone": len(found.gone),
            "new": len(found.new),
            "changed": len(found.changed),
            "moved": len(found.moved),
        },
        "heads": heads(case, spoken, [*(place.report for place in places), *named]),
    }


def _differs(before: Claim, after: Claim, own: Container[int]) -> str:
    """Return in what a claim would be told otherwise; "" where it would only be marked with the ruling itself."""
    told = differs(_without(before, own), _without(after, own))
    return "" if told == MARKED else told


def _without(claim: Claim, own: Container[int]) -> Claim:
    return replace(claim, ruled=tuple(mark for mark in claim.ruled if mark.ruling not in own))


def _changes(before: Telling, after: Telling) -> str:
    """Return how many changes of a report there would be more, or fewer; "" for as many."""
    more = len(after.drift) - len(before.drift)
    return f"{number(abs(more), 'change')} {'more' if more > 0 else 'fewer'} in the retelling" if more else ""


def _places(ruling: Ruling) -> Iterator[Passage]:
    yield ruling.one
    if ruling.other:
        yield ruling.other
