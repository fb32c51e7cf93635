"""What changed in a passage concerns the claim that states the words that changed: of several the one that takes up most of it.

A hedge concerns the claim over which it stands, and of these the narrowest: that somebody may have met another, not the whole
sentence in which an official says so and more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from retold.compare.slots import Matched, Slots
from retold.model import Drift, Passage, Span, Telling

Places = Mapping[str, Sequence[tuple[Slots, str]]]
"""Report -> what it states, with the ids of the claims."""
HEDGES = ("hedge dropped", "hedge added")
_QUOTED = re.compile("“([^”]{1,200})”")


def of_claims(ids: Sequence[str], groups: Sequence[Sequence[Matched]], tellings: Sequence[Telling]) -> Mapping[str, list[Drift]]:
    """Return the drifts of each claim, by id; a drift in words that state no claim is none's."""
    places: dict[str, list[tuple[Slots, str]]] = defaultdict(list)
    for id_, facts in zip(ids, groups, strict=True):
        for slot, _, _ in facts:
            places[slot.report].append((slot, id_))
    found: dict[str, list[Drift]] = defaultdict(list)
    for telling in tellings:
        for drift in telling.drift:
            claim = _claim(drift, places)
            if claim is not None:
                found[claim].append(drift)
    return found


def _claim(drift: Drift, places: Places) -> str | None:
    """Return the claim that both passages state, else that of the earlier one, which tells more, else that of the later one; each
    time one that has the words that changed, if any has."""
    earlier, later = (_stating(place, places) for place in (drift.earlier, drift.later))
    holding = _holding(drift, (*earlier, *later))
    one, two = _overlap(drift.earlier, earlier), _overlap(drift.later, later)
    both = {id_: min(one[id_], two[id_]) for id_ in one.keys() & two.keys()}
    for found in (both, one, two):
        having = {id_: holding[id_] for id_ in found if id_ in holding}
        if having and drift.kind in HEDGES:
            return min(sorted(having), key=lambda id_: having[id_])
        if found:
            some = {id_: found[id_] for id_ in having} or found
            return max(sorted(some), key=lambda id_: some[id_])
    return None


def _stating(place: Passage, places: Places) -> list[tuple[Slots, str]]:
    """Return what stands in a passage, with the ids of the claims."""
    return [each for each in places.get(place.report, ()) if _shared(each[0].fact.span, place.span) > 0]


def _overlap(place: Passage, stated: Iterable[tuple[Slots, str]]) -> dict[str, int]:
    """Return the claims that a passage states, with the characters of it that each takes up."""
    found: dict[str, int] = {}
    for slot, id_ in stated:
        found[id_] = max(found.get(id_, 0), _shared(slot.fact.span, place.span))
    return found


def _holding(drift: Drift, stated: Iterable[tuple[Slots, str]]) -> dict[str, int]:
    """Return the claims whose own words have what changed, each with the length of those; of a hedge, over which it stands."""
    said = {words.casefold() for words in _QUOTED.findall(drift.reason)}
    found: dict[str, int] = {}
    for slot, id_ in stated:
        text, span = slot.reading.report.text, slot.fact.span
        if drift.kind in HEDGES:
            has = any(text[h.start : h.end].casefold() in said for h in slot.fact.hedges)
        else:
            has = any(words in " ".join(text[span.start : span.end].casefold().split()) for words in said)
        if has:
            found[id_] = min(found.get(id_, span.end), span.end - span.start)
    return found


def _shared(one: Span, two: Span) -> int:
    return min(one.end, two.end) - max(one.start, two.start)
