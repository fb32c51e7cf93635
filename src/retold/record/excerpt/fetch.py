"""Values as of then, by their ids: read from the rows that were held, told by the reports that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from retold.model import (
    Actor,
    Claim,
    ClaimMention,
    Drift,
    Family,
    Member,
    Passage,
    Period,
    Reading,
    Report,
    Span,
    Telling,
)
from retold.record.excerpt.left import Known, Side, Stated, actor_left, claim_left, family_left, telling_left
from retold.record.excerpt.selected import Selected, listed
from retold.record.pack import unpack, unpack_reading

LOOKED = 300
"""Mentions of a claim, and chains of an actor, of which is looked up what they say where not all are asked for."""
RELATED = 50
"""Relations, and changes, of one claim that are returned."""


class Fetch:
    """Values of one state of a case, each read once."""

    def __init__(self, chosen: Selected) -> None:
        self.chosen = chosen
        self.whole = chosen.state.origins is None
        self._readings: dict[str, Reading] = {}

    # ------------------------------------------------------------------ claims and people

    def claims(self, ids: Sequence[str]) -> list[Claim]:
        """Return claims in the order of `ids`, as far as a report that is asked for tells them."""
        query = "SELECT c.claim, c.json FROM claims AS c WHERE c.claim IN (SELECT value FROM json_each(?2)) AND HOLDS(c)"
        found = {claim: unpack(json, Claim) for claim, json in self.chosen.rows(query, listed(ids))}
        if self.whole:
            return [found[id_] for id_ in ids if id_ in found]
        known = self.known()
        return [left for id_ in ids if id_ in found and (left := claim_left(found[id_], known))]

    def actors(self, ids: Sequence[str]) -> list[Actor]:
        """Return actors in the order of `ids`, as far as a report that is asked for names them."""
        query = "SELECT a.actor, a.json FROM actors AS a WHERE a.actor IN (SELECT value FROM json_each(?2)) AND HOLDS(a)"
        found = {actor: unpack(json, Actor) for actor, json in self.chosen.rows(query, listed(ids))}
        if self.whole:
            return [found[id_] for id_ in ids if id_ in found]
        known = self.known()
        return [left for id_ in ids if id_ in found and (left := actor_left(found[id_], known))]

    def known(self) -> Known:
        """Return what the reports that are asked for can be asked."""
        return Known(
            origins=self.chosen.state.origins or {},
            stated=self._stated,
            words=self._words,
            headline=lambda name: self.reading(name).report.headline,
            names=self._names,
            published=self._published,
            claims=lambda ids: {id_ for id_ in ids if id_ in self.chosen.order.rank},
        )

    def _stated(self, mentions: Sequence[ClaimMention]) -> list[Stated]:
        asked = mentions[:LOOKED]
        ids = self.chosen.among({m.report for m in asked})
        rows = listed(ids.values())
        facts = {(report, fact): row for report, fact, *row in self.chosen.rows(_FACTS, rows)}
        named = {(report, chain) for report, chain, *_ in self.chosen.rows(_CHAINS, rows)}
        actors = {(report, chain): actor for report, chain, actor in self.chosen.rows(_MEMBERS, rows)}

        def side(report: int, called: str | None, chain: str | None) -> Side | None:
            key = report, chain
            return Side(called=called, named=key in named, actor=actors.get(key)) if called else None

        def stated(mention: ClaimMention) -> Stated:
            report, speaker = ids[mention.report], mention.speaker
            if (row := facts.get((report, mention.fact))) is not None:
                subject, subject_chain, object_, object_chain, detail, *ends = row
                sides = side(report, subject, subject_chain), side(report, object_, object_chain)
                return Stated(subject=sides[0], object=sides[1], detail=detail, period=_period(*ends))
            if mention.attribution is None or speaker is None:
                return Stated()
            said = Side(
                called=speaker.name or speaker.described or "",
                named=bool(speaker.name),
                actor=actors.get((report, speaker.chain)),
            )
            return Stated(subject=said, period=self._said_when(mention))

        return [stated(mention) for mention in asked]

    def _said_when(self, mention: ClaimMention) -> Period | None:
        whens = (a.when for a in self.reading(mention.report).attributions if a.id == mention.attribution)
        return next((when.period for when in whens if when), None)

    def _words(self, place: Passage) -> str:
        return self.reading(place.report).report.text[slice(*place.span)]

    def _names(self, members: Sequence[Member]) -> list[tuple[str, Sequence[str]]]:
        asked = members[:LOOKED]
        ids = self.chosen.among({m.report for m in asked})
        rows = {(report, chain): rest for report, chain, *rest in self.chosen.rows(_CHAINS, listed(ids.values()))}
        found = [rows[key] for m in asked if (key := (ids.get(m.report), m.chain)) in rows]
        return [(name or "", aliases.split("; ") if aliases else ()) for name, aliases in found]

    def _published(self, name: str) -> tuple[str | None, str | None]:
        (head,) = self.heads([name])
        return head.report.published, head.report.outlet

    # ------------------------------------------------------------------ reports

    def reading(self, name: str) -> Reading:
        """Return what stands in a report."""
        return self._readings.get(name) or self.readings([name])[0]

    def readings(self, names: Iterable[str]) -> list[Reading]:
        """Return what stands in reports, with their texts, in the order given; those that are not known are left out."""
        wanted = list(names)
        ids = self.chosen.among(name for name in wanted if name not in self._readings)
        rows = self.chosen.rows(_READINGS, listed(ids.values()))
        for json, text in rows:  # those that govern come last
            reading = unpack_reading(json, text)
            self._readings[reading.report.name] = reading
        return [self._readings[name] for name in wanted if name in self._readings]

    def heads(self, names: Iterable[str]) -> list[Reading]:
        """Return what is told of reports, in the order given: readings without texts and findings."""
        wanted = list(names)
        ids = self.chosen.among(wanted)
        rows = {name: row for name, *row in self.chosen.rows(_HEADS, listed(ids.values()))}
        days = dict(self.chosen.rows(_REDATED, listed(ids.values())))
        return [_head(name, rows[name], days) for name in wanted if name in rows]

    def tellings(self, names: Iterable[str]) -> tuple[list[Telling], list[Family]]:
        """Return the places of reports in the order given, and their families as far as they are known."""
        wanted = list(names)
        ids = self.chosen.among(wanted)
        query = "SELECT t.json FROM tellings AS t WHERE t.report IN (SELECT value FROM json_each(?2)) AND HOLDS(t)"
        found = {t.report: t for (json,) in self.chosen.rows(query, listed(ids.values())) for t in [unpack(json, Telling)]}
        families = self.families(dict.fromkeys(t.family for t in found.values() if t.family))
        told = [found[name] for name in wanted if name in found]
        if self.whole:
            return told, families
        by_id, known = {f.id: f for f in families}, self.known()
        return [telling_left(t, by_id.get(t.family or ""), known) for t in told], families

    def claimed(self, tellings: Sequence[Telling]) -> frozenset[Drift]:
        """Return the changes that some tellings made in words that state a claim."""
        made = {
            (d.kind, d.reason, d.earlier.report, d.earlier.span, d.later.report, d.later.span): d
            for t in tellings
            for d in t.drift
        }
        ids = self.chosen.among({t.report for t in tellings if t.drift})
        rows = self.chosen.rows(_DRIFTS, listed(ids.values()))
        keys = ((kind, why, a, Span(s, e), b, Span(x, y)) for kind, why, a, s, e, b, x, y in rows)
        return frozenset(made[key] for key in keys if key in made)

    def families(self, ids: Iterable[str]) -> list[Family]:
        """Return families in the order given, as far as a report that is asked for is of them."""
        wanted = list(ids)
        query = "SELECT f.family, f.json FROM families AS f WHERE f.family IN (SELECT value FROM json_each(?2)) AND HOLDS(f)"
        found = {id_: unpack(json, Family) for id_, json in self.chosen.rows(query, listed(wanted))}
        if self.whole:
            return [found[id_] for id_ in wanted if id_ in found]
        known = self.known()
        return [left for id_ in wanted if id_ in found and (left := family_left(found[id_], self._credits(found[id_]), known))]

    def _credits(self, family: Family) -> dict[str, Sequence[str]]:
        """Return whom each known report of a family credits."""
        ids = self.chosen.among(family.reports)
        names = {id_: name for name, id_ in ids.items()}
        query = "SELECT t.report, t.credits FROM tellings AS t WHERE t.report IN (SELECT value FROM json_each(?2)) AND HOLDS(t)"
        return {names[id_]: credits.split("; ") if credits else () for id_, credits in self.chosen.rows(query, listed(names))}


def shortened(claim: Claim, start: int, end: int) -> Claim:
    """Return a claim with the first mention, those of a page, and the weakest and strongest wording; counts stay.

    Of its relations and of its changes it keeps the first `RELATED`.
    """
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


def _head(name: str, row: Sequence[Any], days: dict[str, str]) -> Reading:
    digest, outlet, title, byline, dateline, url, language, published, published_from = row
    if published is None and name in days:
        published, published_from = days[name], "original"
    report = Report(
        name=name,
        text="",
        digest=digest,
        body=(),
        headline=None,
        outlet=outlet,
        title=title,
        byline=byline,
        dateline=dateline,
        url=url,
        language=language,
        published=published,
        published_from=published_from,
    )
    return Reading(report=report)


def _period(earliest: str | None, latest: str | None) -> Period | None:
    return Period(earliest=_time(earliest), latest=_time(latest)) if earliest or latest else None


@cache
def _time(moment: str | None) -> datetime | None:
    return datetime.fromisoformat(moment) if moment else None


_FACTS = """
SELECT x.report, x.fact, x.subject, x.subject_chain, x.object, x.object_chain, x.detail, x.earliest, x.latest
FROM facts AS x
WHERE x.report IN (SELECT value FROM json_each(?2)) AND EVER(x)
ORDER BY x.retracted_at IS NULL, x.retracted_at, x.id
"""
"""What stands in a version of a report stays with it, though the version has been replaced since the trace spoke of it."""
_CHAINS = """
SELECT x.report, x.chain, x.name, x.aliases FROM chains AS x
WHERE x.report IN (SELECT value FROM json_each(?2)) AND x.name IS NOT NULL AND EVER(x)
ORDER BY x.retracted_at IS NULL, x.retracted_at, x.id
"""
_MEMBERS = "SELECT m.report, m.chain, m.actor FROM members AS m WHERE m.report IN (SELECT value FROM json_each(?2)) AND HOLDS(m)"
_READINGS = """
SELECT x.json, t.text FROM readings AS x
JOIN reports AS r ON r.id = x.report
JOIN texts AS t ON t.digest = r.text
WHERE x.report IN (SELECT value FROM json_each(?2)) AND EVER(x)
ORDER BY x.retracted_at IS NULL, x.retracted_at, x.stage, x.id
"""
_DRIFTS = """
SELECT d.kind, d.reason, a.name, d.earlier_start, d.earlier_end, b.name, d.later_start, d.later_end FROM drifts AS d
JOIN reports AS a ON a.id = d.earlier_report
JOIN reports AS b ON b.id = d.later_report
WHERE d.later_report IN (SELECT value FROM json_each(?2)) AND HOLDS(d)
"""
_HEADS = """
SELECT r.name, r.digest, r.outlet, r.title, r.byline, r.dateline, r.url, r.language, r.published, r.published_from
FROM reports AS r WHERE r.id IN (SELECT value FROM json_each(?2))
"""
_REDATED = """
SELECT r.name, json_extract(g.json, '$.report.published') FROM reports AS r
JOIN readings AS g ON g.report = r.id
WHERE r.id IN (SELECT value FROM json_each(?2)) AND r.published IS NULL AND g.stage = 'together' AND HOLDS(g)
"""
