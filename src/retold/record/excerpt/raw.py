"""A claim that thousands of reports tell is shown by a few of its mentions, so no more of them are read.

The others are stepped over as bytes (msgspec.Raw), which costs a fraction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from retold.model import Actor, Claim
from retold.record.pack import unpack

RELATED = 50
"""Relations, and changes, of one claim that are returned."""


class Mention(msgspec.Struct, gc=False):
    """Of a mention of a claim, or a member of an actor, the report alone."""

    report: str


class Marked(msgspec.Struct):
    """The place of a wording."""

    mention: int


class Told(msgspec.Struct):
    """Of a claim, what tells which of its mentions to read."""

    mentions: msgspec.Raw
    weakest: Marked | None = None
    strongest: Marked | None = None


class Named(msgspec.Struct):
    """Of an actor, the members, as bytes."""

    members: msgspec.Raw


_TOLD, _NAMED = msgspec.json.Decoder(Told), msgspec.json.Decoder(Named)
_PARTS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_REPORTS, _ITEMS = msgspec.json.Decoder(list[Mention]), msgspec.json.Decoder(list[msgspec.Raw])


def telling(json: bytes) -> list[str]:
    """Return the report of each mention of a claim."""
    return [each.report for each in _REPORTS.decode(_TOLD.decode(json).mentions)]


def naming(json: bytes) -> list[str]:
    """Return the report of each member of an actor."""
    return [each.report for each in _REPORTS.decode(_NAMED.decode(json).members)]


def first_told(json: bytes, most: int) -> tuple[Claim, int]:
    """Return a claim with the first mentions, the weakest and the strongest, and how many it has."""
    told = _TOLD.decode(json)
    items = _ITEMS.decode(told.mentions)
    marked = [each.mention for each in (told.weakest, told.strongest) if each]
    return _cut(json, told, items, list(dict.fromkeys([*range(min(max(most, 1), len(items))), *marked]))), len(items)


def told_at(json: bytes, places: Sequence[int]) -> Claim:
    """Return a claim with some of its mentions."""
    told = _TOLD.decode(json)
    return _cut(json, told, _ITEMS.decode(told.mentions), places)


def _cut(json: bytes, told: Told, items: Sequence[msgspec.Raw], places: Sequence[int]) -> Claim:
    claim = unpack(_with(json, b"mentions", told.mentions, [items[place] for place in places]), Claim)
    at = {place: n for n, place in enumerate(places)}
    weakest, strongest = (
        replace(each, mention=at[each.mention]) if each and each.mention in at else None
        for each in (claim.weakest, claim.strongest)
    )
    relations, drift = claim.relations[:RELATED], claim.drift[:RELATED]
    if (weakest, strongest, relations, drift) == (claim.weakest, claim.strongest, claim.relations, claim.drift):
        return claim
    return replace(claim, weakest=weakest, strongest=strongest, relations=relations, drift=drift)


def named_at(json: bytes, places: Sequence[int]) -> Actor:
    """Return an actor with those of its members that stand at some places."""
    members = _NAMED.decode(json).members
    items = _ITEMS.decode(members)
    return unpack(_with(json, b"members", members, [items[place] for place in places if place < len(items)]), Actor)


def _with(json: bytes, name: bytes, old: msgspec.Raw, items: Sequence[msgspec.Raw]) -> str:
    """Return a value's JSON with other items in a list of it; nothing before that list is called by its name."""
    key = b'"%b":' % name
    start = json.index(key) + len(key)
    new = b",".join(bytes(item) for item in items)
    return b"".join([json[:start], b"[", new, b"]", json[start + len(memoryview(old)) :]]).decode()


def parts(json: bytes, names: Sequence[str]) -> str:
    """Return a reading's JSON with its report and those findings alone that are named; all would cost ten times as much."""
    held = _PARTS.decode(json)
    kept = ",".join(f'"{name}":{bytes(held[name]).decode()}' for name in ("report", *names) if name in held)
    return f"{{{kept}}}"


def shortened(claim: Claim, start: int, end: int) -> Claim:
    """Return a claim with the first mention, those of a page, and the weakest and strongest wording; counts stay.

    Of its relations and of its changes it keeps the first `RELATED`.
    """
    if max(len(claim.relations), len(claim.drift)) > RELATED:
        claim = replace(claim, relations=claim.relations[:RELATED], drift=claim.drift[:RELATED])
    if not start and end >= len(claim.mentions):
        return claim
    marked = [w.mention for w in (claim.weakest, claim.strongest) if w]
    places = list(dict.fromkeys([0, *range(start, min(end, len(claim.mentions))), *marked]))
    at = {place: n for n, place in enumerate(places)}
    return replace(
        claim,
        mentions=tuple(claim.mentions[place] for place in places),
        weakest=claim.weakest and replace(claim.weakest, mention=at[claim.weakest.mention]),
        strongest=claim.strongest and replace(claim.strongest, mention=at[claim.strongest.mention]),
    )
