"""What a ruling did, or would do, to the record: claims that are gone, new or told otherwise, and reports that stand elsewhere.

Ids may change with the first mention of a claim, so that two claims are one if they share a mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.model import Claim, ClaimMention, Span, Telling, Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The difference between two traces of the same reports, in the order in which the later one tells them."""

    gone: tuple[Claim, ...]
    new: tuple[Claim, ...]
    changed: tuple[tuple[Claim, Claim], ...]
    """Claims told otherwise: before and after."""
    moved: tuple[tuple[Telling, Telling], ...]
    """Reports that stand elsewhere among the retellings: before and after."""
    actors: tuple[int, int]
    """How many people and bodies there were, and are."""


def effect(before: Trace, after: Trace) -> Effect:
    """Return what is otherwise in `after`."""
    pairs, gone, new = _paired(before.claims, after.claims)
    places = {t.report: t for t in before.tellings}
    moved = [(places[t.report], t) for t in after.tellings if t.report in places]
    return Effect(
        gone=tuple(gone),
        new=tuple(new),
        changed=tuple((one, other) for one, other in pairs if _told(one) != _told(other)),
        moved=tuple((one, other) for one, other in moved if _place(one) != _place(other)),
        actors=(len(before.actors), len(after.actors)),
    )


Mention = tuple[str, Span, str | None, str | None]


def _paired(before: Sequence[Claim], after: Sequence[Claim]) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Return the claims that stayed, as they were and are; those that are gone; and those that are new."""
    ids = {claim.id: claim for claim in before}
    by_mention = {mention: claim for claim in before for mention in _mentions(claim)}
    pairs, new, taken = [], [], set()
    order = sorted(after, key=lambda claim: claim.id not in ids)
    for claim in order:
        shared = [old for mention in _mentions(claim) if (old := by_mention.get(mention)) and old.id not in taken]
        one = next((old for old in shared if old.id == claim.id), shared[0] if shared else None)
        if one is None:
            new.append(claim)
        else:
            taken.add(one.id)
            pairs.append((one, claim))
    return pairs, [claim for claim in before if claim.id not in taken], new


def _mentions(claim: Claim) -> Iterator[Mention]:
    yield from ((m.report, m.span, m.fact, m.attribution) for m in claim.mentions)


def _told(claim: Claim) -> tuple[object, ...]:
    """What a reader is told of a claim, but for ids and scores."""
    relations = sorted((r.kind, r.by or "", r.reason) for r in claim.relations)
    drifts = [(d.kind, d.earlier, d.later) for d in claim.drift]
    mentions = sorted((m.report, m.span, _voice(m)) for m in claim.mentions)
    parties = (claim.subject, claim.object)
    marks = [m for m in claim.ruled if not m.did.startswith("moved")]  # what a move does to a claim, its origins tell
    return (parties, claim.period, claim.origins, claim.denied_by, relations, drifts, mentions, marks)


def _voice(mention: ClaimMention) -> tuple[str, ...]:
    return (mention.stance, mention.certainty, *mention.chain)


def _place(telling: Telling) -> tuple[object, ...]:
    original = telling.original
    drifts = tuple((d.kind, d.earlier, d.later) for d in telling.drift)
    return (telling.role, telling.retells, telling.credits, original and (original.name, original.report), drifts, telling.ruled)
