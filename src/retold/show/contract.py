"""The JSON of the contract: what `--json` prints, documented in docs/json.md and held to the schemas beside this file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from retold.model import (
    Attribution,
    Carried,
    Claim,
    ClaimMention,
    Declaration,
    Drift,
    Fact,
    Mark,
    Original,
    Party,
    Passage,
    Reading,
    Relation,
    Span,
    Speaker,
    Telling,
    TimeExpression,
    Trace,
    When,
    Wording,
)
from retold.moments import ends

Json = dict[str, Any]
LISTS = {"office": "offices", "tie": "ties", "rank": "ties", "control": "ties", "measure": "measures", "contact": "contacts"}
"""Under which list of an actor a claim of a kind stands."""


def reading_json(reading: Reading) -> Json:
    """Return one report as `retold find --json` prints it."""
    report = reading.report
    return {
        "report": report.name,
        "text": report.text,
        "body": _spans(report.body),
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "language": report.language,
        "published": report.published,
        "published_from": report.published_from,
        "notes": list(report.notes),
        "attributions": [_attribution(a) for a in reading.attributions],
        "mentions": [{"span": list(m.span), "kind": m.kind, "chain": m.chain, "name": m.name} for m in reading.mentions],
        "times": [_time(t) for t in reading.times],
        "facts": [fact_json(f) for f in reading.facts],
        "credits": [{"span": list(c.span), "name": c.name, "takes": c.takes, "by": c.by} for c in reading.credits],
    }


def fact_json(fact: Fact) -> Json:
    """Return one fact of a report."""
    return {
        "id": fact.id,
        "kind": fact.kind,
        "span": list(fact.span),
        "subject": _party(fact.subject),
        "object": _party(fact.object),
        "detail": fact.detail,
        "amount": {"value": fact.amount.value, "currency": fact.amount.currency} if fact.amount else None,
        "when": _when(fact.when),
        "where": fact.where,
        "via": _party(fact.via),
        "attribution": fact.attribution,
        "stance": fact.stance,
        "certainty": fact.certainty,
    }


def trace_json(trace: Trace) -> Json:
    """Return the whole record as `retold trace --json` prints it."""
    readings = {r.report.name: r for r in trace.readings}
    return {
        "reports": [_telling(readings[t.report], t) for t in trace.tellings],
        "facts": [{"report": r.report.name, **fact_json(f)} for r in trace.readings for f in r.facts],
        "claims": [_claim(c) for c in trace.claims],
        "actors": _actors(trace),
        "timeline": [
            {
                **ends(c.period),
                "text": c.text,
                "claim": c.id,
                "only_denied": c.only_denied,
                "reports": c.reports,
                "origins": c.origins,
            }
            for c in timeline(trace.claims)
        ],
        "unknowns": [
            {"question": c.text, "mentions": [_passage(m) for m in c.mentions]} for c in trace.claims if c.kind == "unknown"
        ],
        "problems": [{"where": p.where, "why": p.why} for p in trace.problems],
    }


def timeline(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims of which a time is known, earliest first; one with an open start stands at its end."""
    dated = [(start, c) for c in claims if c.period and (start := c.period.earliest or c.period.latest)]
    return [c for _, c in sorted(dated, key=lambda each: (each[0], each[1].id))]


def _when(when: When | None) -> Json | None:
    return {"span": list(when.span), **ends(when.period)} if when else None


def _attribution(attribution: Attribution) -> Json:
    return {
        "id": attribution.id,
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "stance": attribution.stance,
        "certainty": attribution.certainty,
        "when": _when(attribution.when),
        "speaker": _speaker(attribution.speaker),
    }


def _telling(reading: Reading, telling: Telling) -> Json:
    report, original = reading.report, telling.original
    return {
        "report": report.name,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published,
        "language": report.language,
        "family": telling.family,
        "role": telling.role,
        "retells": telling.retells,
        "original": _original(original),
        "through": list(telling.through),
        "credits": list(telling.credits),
        "declares": _declaration(telling.declares),
        "score": telling.score,
        "reason": telling.reason,
        "drift": [drift_json(d) for d in telling.drift],
        "rulings": [mark_json(m) for m in telling.ruled],
        "carries": [_carried(c) for c in telling.carries],
    }


def _carried(carried: Carried) -> Json:
    return {
        "family": carried.family,
        "span": list(carried.span),
        "from": _passage(carried.source),
        "reason": carried.reason,
    }


def _original(original: Original | None) -> Json | None:
    if original is None:
        return None
    where = {"name": original.name, "held": original.held, "report": original.report}
    return {**where, "published": original.published, "byline": original.byline}


def _declaration(declaration: Declaration | None) -> Json | None:
    if declaration is None:
        return None
    return {
        "kind": declaration.kind,
        "span": list(declaration.span) if declaration.span else None,
        "besides": list(declaration.besides) if declaration.besides else None,
        "reason": declaration.reason,
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "text": claim.text,
        "kind": claim.kind,
        "subject": claim.subject,
        "object": claim.object,
        **ends(claim.period),
        "mentions": [_mention(m) for m in claim.mentions],
        "reports": claim.reports,
        "origins": claim.origins,
        "asserted_by": list(claim.asserted_by),
        "denied_by": list(claim.denied_by),
        "weakest": _wording(claim.weakest),
        "strongest": _wording(claim.strongest),
        "relations": [_relation(r) for r in claim.relations],
        "drift": [drift_json(d) for d in claim.drift],
        "rulings": [mark_json(m) for m in claim.ruled],
    }


def _mention(mention: ClaimMention) -> Json:
    return {
        "report": mention.report,
        "span": list(mention.span),
        "fact": mention.fact,
        "attribution": mention.attribution,
        "stance": mention.stance,
        "certainty": mention.certainty,
        "chain": list(mention.chain),
        "speaker": _speaker(mention.speaker),
        "score": mention.score,
        "reason": mention.reason,
    }


def _relation(relation: Relation) -> Json:
    where = {"kind": relation.kind, "claim": relation.claim, "by": relation.by}
    places = {name: _passage(each) if each else None for name, each in (("here", relation.here), ("there", relation.there))}
    return {**where, **places, "score": relation.score, "reason": relation.reason}


def _wording(wording: Wording | None) -> Json | None:
    return {"mention": wording.mention, "reason": wording.reason} if wording else None


def drift_json(drift: Drift) -> Json:
    """Return what changed between two tellings, with both passages."""
    return {"kind": drift.kind, "from": _passage(drift.earlier), "to": _passage(drift.later), "reason": drift.reason}


def mark_json(mark: Mark) -> Json:
    """Return what a person ruled on something that is told, with the words that it is about; no place for a whole report."""
    return {"ruling": mark.ruling, "did": mark.did, "by": mark.by, "reason": mark.reason, **_passage(mark.passage)}


def _passage(passage: Passage | ClaimMention) -> Json:
    return {"report": passage.report, "span": list(passage.span)}


def _actors(trace: Trace) -> list[Json]:
    about: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in trace.claims:
        listed = LISTS.get(claim.kind)
        for actor in dict.fromkeys((claim.subject_actor, claim.object_actor)):
            if listed and actor:
                about[actor][listed].append(claim.id)
    return [
        {
            "id": a.id,
            "name": a.name,
            "kind": a.kind,
            "aliases": list(a.aliases),
            "reports": sorted({m.report for m in a.members}),
            **{name: about[a.id][name] for name in dict.fromkeys(LISTS.values())},
        }
        for a in trace.actors
    ]


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "count": speaker.count,
        "described": speaker.described,
        "standing": speaker.standing,
        "side": speaker.side,
        "reason": speaker.reason,
        "via": list(speaker.via),
    }


def _party(party: Party | None) -> Json | None:
    """A named party as {name}, one who is only described as {described}."""
    if party is None:
        return None
    return {"name": party.name} if party.name else {"described": party.described}


def _time(time: TimeExpression) -> Json:
    return {"span": list(time.span), "type": time.type, "value": time.value, **ends(time.period)}


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [list(s) for s in spans]
