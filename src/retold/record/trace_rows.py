"""What is known across reports, as rows: who retells whom, who is who, what is claimed, what changed in the telling.

Words are cut from the very version of the report that the trace was made of, so they stay right when it is replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    Reading,
    Relation,
    Telling,
    Trace,
    Wording,
)
from retold.moments import ends
from retold.record.as_of import last_day
from retold.record.pack import as_read, pack
from retold.record.rows import joined, passage, speaker_cells, words
from retold.record.sync import Row

WHOLE = {"tellings": Telling, "families": Family, "actors": Actor, "claims": Claim, "problems": Problem}
"""The tables whose rows hold a whole value as JSON, and its type, in the order of `Trace`'s fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldVersion:
    """The version of a report that a trace was made of: its row in `reports`, its text, and the day by which it was surely
    published, None where that is not known."""

    id: int
    text: str
    day: str | None


Shelf = Mapping[str, HeldVersion]


def on_shelf(number: int, reading: Reading) -> HeldVersion:
    """Return the version of a report whose row is `number`. A day that it has from its original is not its own."""
    return HeldVersion(id=number, text=reading.report.text, day=last_day(as_read(reading.report).published))


def trace_rows(trace: Trace, shelf: Shelf) -> dict[str, list[Row]]:
    """Return the rows of each table that `trace` fills. Raises `CaseError` if it names a report that is not on `shelf`."""
    claims, actors = trace.claims, trace.actors
    origins = {telling.report: telling.family or telling.report for telling in trace.tellings}
    return {
        "tellings": [_telling(telling, shelf) for telling in trace.tellings],
        "families": [_family(family) for family in trace.families],
        "actors": [_actor(actor) for actor in actors],
        "members": [_member(actor.id, member, shelf) for actor in actors for member in actor.members],
        "claims": [_claim(claim, shelf) for claim in claims],
        "claim_mentions": [row for claim in claims for row in _mentions(claim, origins, shelf)],
        "relations": [_relation(claim.id, relation, shelf) for claim in claims for relation in claim.relations],
        "drifts": [_drift(claim.id, drift, shelf) for claim in claims for drift in claim.drift],
        "problems": [_problem(problem) for problem in trace.problems],
    }


def _held(shelf: Shelf, report: str) -> HeldVersion:
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
    held = _held(shelf, member.report)
    where: Row = {"actor": actor, "report": held.id, "chain": member.chain, "published": held.day}
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
        **_spread([_held(shelf, mention.report).day for mention in claim.mentions]),
        "asserted_by": joined(claim.asserted_by),
        "denied_by": joined(claim.denied_by),
        "weakest": _wording(claim, claim.weakest, shelf),
        "strongest": _wording(claim, claim.strongest, shelf),
        "json": pack(claim),
    }


def _spread(days: Sequence[str | None]) -> Row:
    """Return from which day on reports tell a claim, and from which on all of them that the case holds do."""
    known = [day for day in days if day]
    return {
        "first_published": min(known, default=None),
        "last_published": max(known, default=None) if len(known) == len(days) else None,
    }


def _mentions(claim: Claim, origins: Mapping[str, str], shelf: Shelf) -> Iterator[Row]:
    """Yield the mentions of a claim, each with whether it is, by day of publication, the first of its report and of its origin.

    So that as of any day the reports and origins of a claim are the sums over the mentions published until then.
    """
    held = [_held(shelf, mention.report) for mention in claim.mentions]
    by_day = sorted(range(len(held)), key=lambda at: (held[at].day or "9999-99", claim.mentions[at].report, at))
    firsts: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for at in by_day:
        report = claim.mentions[at].report
        firsts[0].setdefault(report, at)
        firsts[1].setdefault(origins.get(report, report), at)
    reports, families = (set(first.values()) for first in firsts)
    for at, mention in enumerate(claim.mentions):
        counted: Row = {"new_report": int(at in reports), "new_origin": int(at in families)}
        yield {"claim": claim.id, **_mention(mention, held[at]), **counted}


def _mention(mention: ClaimMention, held: HeldVersion) -> Row:
    return {
        "report": held.id,
        "published": held.day,
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
    days = [_held(shelf, place.report).day for place in (drift.earlier, drift.later)]
    ends = {**_end("earlier", drift.earlier, shelf), **_end("later", drift.later, shelf)}
    return {"claim": claim, "kind": drift.kind, **ends, "published": _spread(days)["last_published"], "reason": drift.reason}


def _end(which: str, place: Passage, shelf: Shelf) -> Row:
    held = _held(shelf, place.report)
    cells: Row = {"report": held.id, **passage(held.text, place.span)}
    return {f"{which}_{name}": value for name, value in cells.items()}


def _problem(problem: Problem) -> Row:
    return {"concerns": problem.where, "why": problem.why, "json": pack(problem)}
