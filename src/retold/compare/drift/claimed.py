"""What changed in a passage concerns the claim that the passage states: of several the one that takes up most of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from retold.compare.slots import Matched
from retold.model import Drift, Passage, Span, Telling

Places = Mapping[str, Sequence[tuple[Span, str]]]
"""Report -> where it states claims, with their ids, in order of the text."""


def of_claims(ids: Sequence[str], groups: Sequence[Sequence[Matched]], tellings: Sequence[Telling]) -> Mapping[str, list[Drift]]:
    """Return the drifts of each claim, by id; a drift in words that state no claim is none's."""
    places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for id_, facts in zip(ids, groups, strict=True):
        for slot, _, _ in facts:
            places[slot.report].append((slot.fact.span, id_))
    found: dict[str, list[Drift]] = defaultdict(list)
    for telling in tellings:
        for drift in telling.drift:
            claim = _claim(drift, places)
            if claim is not None:
                found[claim].append(drift)
    return found


def _claim(drift: Drift, places: Places) -> str | None:
    """Return the claim that both passages state, else that of the earlier one, which tells more, else that of the later one."""
    earlier, later = (_overlap(place, places) for place in (drift.earlier, drift.later))
    both = {id_: min(earlier[id_], later[id_]) for id_ in earlier.keys() & later.keys()}
    for found in (both, earlier, later):
        if found:
            return max(sorted(found), key=lambda id_: found[id_])
    return None


def _overlap(place: Passage, places: Places) -> dict[str, int]:
    """Return the claims that a passage states, with the characters of it that each takes up."""
    found: dict[str, int] = {}
    for span, id_ in places.get(place.report, ()):
        shared = min(span.end, place.span.end) - max(span.start, place.span.start)
        if shared > 0:
            found[id_] = max(found.get(id_, 0), shared)
    return found
