"""What is known across reports, as rows: who retells whom, who is who, what is claimed, what changed in the telling.

Words are cut from the very version of the report that the trace was made of, so they stay right when it is replaced.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retold.errors import CaseError
from retold.model import (
    Actor,
    Claim,
    ClaimMention,
    Drift,
    Family,
    Member,
    Original,
    Passage,
    Problem,
    Relation,
    Telling,
    Trace,
    Wording,
)
from retold.moments import ends
from retold.record.pack import pack
from retold.record.rows import joined, passage, speaker_cells, words
from retold.record.sync import Row

WHOLE = {"tellings": Telling, "families": Family, "actors": Actor, "claims": Claim, "problems": Problem}
"""The tables whose rows hold a whole value as JSON, and its type, in the order of `Trace`'s fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The version of a report that a trace was made of: its row in `reports`, and its text."""

    id: int
    text: str


Shelf = Mapping[str, Held]


def trace_rows(trace: Trace, shelf: Shelf) -> dict[str, list[Row]]:
    """Return the rows of each table that `trace` fills. Raises `CaseError` if it names a report that is not on `shelf`."""
    claims, actors = trace.claims, trace.actors
    return {
        "tellings": [_telling(telling, shelf) for telling in trace.tellings],
        "families": [_family(family) for family in trace.families],
        "actors": [_actor(actor) for actor in actors],
        "members": [_member(actor.id, member, shelf) for actor in actors for member in actor.members],
        "claims": [_claim(claim, shelf) for claim in claims],
        "claim_mentions": [_mention(claim.id, mention, shelf) for claim in claims for mention in claim.mentions],
        "relations": [_relation(claim.id, relation, shelf) for claim in claims for relation in claim.relations],
        "drifts": [_drift(claim.id, drift, shelf) for claim in claims for drift in claim.drift],
        "problems": [_problem(problem) for problem in trace.problems],
    }


def _held(shelf: Shelf, report: str) -> Held:
    try:
        return shelf[report]
    except KeyError:
        raise CaseError(f"{report}: the trace speaks of this report but does not hold its reading") from None


def _original(original: Original | None) -> Row:
    return {
        "original": original.name if original else None,
        "original_held": int(original.held) if original else None,
        "original_published": original.published if original else None,
    }


def _telling(telling: Telling, shelf: Shelf) -> Row:
    return {
        "report": _held(shelf, telling.report).id,
        "role": telling.role,
        "family": telling.family,
        "retells": telling.retells,
        **_original(telling.original),
        "credits": joined(telling.credits),
        "score": telling.score,
        "reason": telling.reason,
        "json": pack(telling),
    }


def _family(family: Family) -> Row:
    return {
        "family": family.id,
        **_original(family.original),
        "reports": len(family.reports),
        "reason": family.reason,
        "json": pack(family),
    }


def _actor(actor: Actor) -> Row:
    return {
        "actor": actor.id,
        "kind": actor.kind,
        "name": actor.name,
        "aliases": joined(actor.aliases),
        "country": actor.country,
        "reports": len({member.report for member in actor.members}),
        "json": pack(actor),
    }


def _member(actor: str, member: Member, shelf: Shelf) -> Row:
    where: Row = {"actor": actor, "report": _held(shelf, member.report).id, "chain": member.chain}
    return {**where, "score": member.score, "reason": member.reason}


def _claim(claim: Claim, shelf: Shelf) -> Row:
    return {
        "claim": claim.id,
        "kind": claim.kind,
        "text": claim.text,
        "subject": claim.subject,
        "object": claim.object,
        "subject_actor": claim.subject_actor,
        "object_actor": claim.object_actor,
        **ends(claim.period),
        "reports": claim.reports,
        "origins": claim.origins,
        "asserted_by": joined(claim.asserted_by),
        "denied_by": joined(claim.denied_by),
        "weakest": _wording(claim, claim.weakest, shelf),
        "strongest": _wording(claim, claim.strongest, shelf),
        "json": pack(claim),
    }


def _mention(claim: str, mention: ClaimMention, shelf: Shelf) -> Row:
    held = _held(shelf, mention.report)
    return {
        "claim": claim,
        "report": held.id,
        **passage(held.text, mention.span),
        "fact": mention.fact,
        "attribution": mention.attribution,
        "stance": mention.stance,
        "certainty": mention.certainty,
        "hedges": words(held.text, mention.hedges),
        "through": joined(mention.chain, " ← "),
        **speaker_cells(mention.speaker),
        "score": mention.score,
        "reason": mention.reason or None,
    }


def _wording(claim: Claim, wording: Wording | None, shelf: Shelf) -> str | None:
    mention = claim.mentions[wording.mention] if wording else None
    return _words(Passage(report=mention.report, span=mention.span), shelf) if mention else None


def _words(place: Passage | None, shelf: Shelf) -> str | None:
    return _held(shelf, place.report).text[place.span.start : place.span.end] if place else None


def _relation(claim: str, relation: Relation, shelf: Shelf) -> Row:
    cells: Row = {"kind": relation.kind, "other": relation.claim, "by_whom": relation.by}
    both: Row = {"words": _words(relation.here, shelf), "other_words": _words(relation.there, shelf)}
    return {"claim": claim, **cells, **both, "score": relation.score, "reason": relation.reason}


def _drift(claim: str, drift: Drift, shelf: Shelf) -> Row:
    ends = {**_end("earlier", drift.earlier, shelf), **_end("later", drift.later, shelf)}
    return {"claim": claim, "kind": drift.kind, **ends, "reason": drift.reason}


def _end(which: str, place: Passage, shelf: Shelf) -> Row:
    held = _held(shelf, place.report)
    cells: Row = {"report": held.id, **passage(held.text, place.span)}
    return {f"{which}_{name}": value for name, value in cells.items()}


def _problem(problem: Problem) -> Row:
    return {"concerns": problem.where, "why": problem.why, "json": pack(problem)}
