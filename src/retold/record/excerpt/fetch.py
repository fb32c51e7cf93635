"""Values as of then, by their ids: read from the rows that were held, told by the reports that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Any

from retold.model import (
    Actor,
    Claim,
    Drift,
    Family,
    Passage,
    Reading,
    Report,
    Span,
    Telling,
)
from retold.record.excerpt.findings import Findings
from retold.record.excerpt.left import KnownReports, actor_left, claim_left
from retold.record.excerpt.left_families import family_left, telling_left
from retold.record.excerpt.raw import first_told, named_at, naming, shortened, telling, told_at
from retold.record.excerpt.raw import parts as only
from retold.record.excerpt.selected import Selected, listed
from retold.record.pack import unpack, unpack_reading

Parts = tuple[str, ...]
ALL: Parts = ("*",)
"""All findings of a reading."""
LOOKED = 12
"""Mentions of a claim, and chains of an actor, by which is told what is left of it in a list, where not all are known."""


class Fetch:
    """Values of one state of a case, each read once."""

    def __init__(self, chosen: Selected) -> None:
        self.chosen = chosen
        self.whole = chosen.state.origins is None
        self._readings: dict[tuple[str, Parts], Reading] = {}
        self._heads: dict[str, Reading] = {}
        self.findings = Findings(chosen, self.reading)

    # ------------------------------------------------------------------ claims and people

    def claim(self, id_: str) -> Claim | None:
        """Return a claim with all its mentions, as far as a report that is asked for tells them."""
        for (json,) in self.chosen.rows("SELECT c.json FROM claims AS c WHERE c.claim = ?2 AND HOLDS(c)", id_):
            found = unpack(json, Claim)
            return found if self.whole else claim_left(found, self.known)
        return None

    def claims(self, ids: Sequence[str], *, most: int = LOOKED) -> list[tuple[Claim, int]]:
        """Return claims in the order of `ids`, as far as a report that is asked for tells them, each with its first mentions,
        the weakest and the strongest, and how many mentions it has."""
        kept, looked = self.chosen.cut, max(most, LOOKED)
        if missing := [id_ for id_ in dict.fromkeys(ids) if (id_, looked) not in kept]:
            rows: dict[str, bytes] = dict(self.chosen.rows(_CLAIMS, listed(missing)))
            kept |= {(claim.id, looked): (claim, count) for claim, count in self._first(list(rows.values()), looked)}
        found = [kept[id_, looked] for id_ in ids if (id_, looked) in kept]
        return [(shortened(claim, 0, most), count) for claim, count in found]

    def _first(self, rows: Sequence[bytes], most: int) -> list[tuple[Claim, int]]:
        if self.whole:
            return [first_told(json, most) for json in rows]
        cut = [found for json in rows if (found := self._cut(json, most))]
        self.findings.look_up(m for claim, _, lost in cut if lost for m in claim.mentions if m.report in self.known)
        self.readings(_first_known((claim for claim, _, lost in cut if lost), self.known), ())
        made = [(claim_left(claim, self.known), count) for claim, count, _ in cut]
        return [(self._counted(left, most), count) for left, count in made if left]

    def _cut(self, json: bytes, most: int) -> tuple[Claim, int, bool] | None:
        """Return a claim with no more mentions than it takes to tell what is left of it, how many are left, and if any is not."""
        reports = telling(json)
        known = self.known.origins
        there = [at for at, report in enumerate(reports) if report in known]
        if not there:
            return None
        if len(there) == len(reports):
            return first_told(json, most)[0], len(there), False
        unknown = next(at for at, report in enumerate(reports) if report not in known)
        return told_at(json, sorted({0, *there[:most], unknown})), len(there), True

    def _counted(self, left: Claim, most: int) -> Claim:
        run, cut = self.chosen.order.run(left.id), shortened(left, 0, most)
        same = (cut.reports, cut.origins) == (run.reports, run.origins)
        return cut if same else replace(cut, reports=run.reports, origins=run.origins)

    def all_claims(self, ids: Sequence[str]) -> list[Claim]:
        """Return claims whole, in the order of `ids`, as far as a report that is asked for tells them."""
        query = "SELECT c.claim, c.json FROM claims AS c WHERE c.claim IN (SELECT value FROM json_each(?2)) AND HOLDS(c)"
        found = {claim: unpack(json, Claim) for claim, json in self.chosen.rows(query, listed(ids))}
        if not self.whole:
            self.findings.look_up(m for each in found.values() for m in each.mentions if m.report in self.known)
        return [
            left for id_ in ids if id_ in found and (left := found[id_] if self.whole else claim_left(found[id_], self.known))
        ]

    def stated_in(self, report: str, ids: Sequence[str]) -> list[Claim]:
        """Return claims, each with the mentions in one report alone."""
        rows: dict[str, bytes] = dict(self.chosen.rows(_CLAIMS, listed(ids)))
        made = []
        for claim, _ in self.claims(ids, most=1):
            json = rows[claim.id]
            here = told_at(json, [at for at, each in enumerate(telling(json)) if each == report]).mentions
            if here:
                made.append(replace(claim, mentions=here, weakest=None, strongest=None))
        return made

    def actors(self, ids: Sequence[str]) -> list[Actor]:
        """Return actors in the order of `ids`, as far as a report that is asked for names them, each with its first members."""
        rows: dict[str, bytes] = dict(self.chosen.rows(_ACTORS, listed(ids)))
        return [found for id_ in ids if id_ in rows and (found := self._first_named(rows[id_]))]

    def _first_named(self, json: bytes) -> Actor | None:
        if self.whole:
            return named_at(json, range(LOOKED))
        known, reports = self.known.origins, naming(json)
        there = list(islice((at for at, report in enumerate(reports) if report in known), LOOKED))
        unknown = next((at for at, report in enumerate(reports) if report not in known), None)
        return named_at(json, there) if unknown is None else actor_left(named_at(json, [*there, unknown]), self.known)

    def all_actors(self, ids: Sequence[str]) -> list[Actor]:
        """Return actors whole, in the order of `ids`, as far as a report that is asked for names them."""
        query = "SELECT a.actor, a.json FROM actors AS a WHERE a.actor IN (SELECT value FROM json_each(?2)) AND HOLDS(a)"
        found = {actor: unpack(json, Actor) for actor, json in self.chosen.rows(query, listed(ids))}
        known = self.known
        return [left for id_ in ids if id_ in found and (left := found[id_] if self.whole else actor_left(found[id_], known))]

    @cached_property
    def known(self) -> KnownReports:
        """Return what the reports that are asked for can be asked."""
        return KnownReports(
            origins=self.chosen.state.origins or {},
            stated=self.findings.stated,
            words=self._words,
            headline=lambda name: self.reading(name, ()).report.headline,
            names=self.findings.names,
            published=self._published,
            claims=lambda ids: set(filter(self.chosen.order.told, ids)),
        )

    def _words(self, place: Passage) -> str:
        return self.reading(place.report, ()).report.text[slice(*place.span)]

    def _published(self, name: str) -> tuple[str | None, str | None]:
        (head,) = self.heads([name])
        return head.report.published, head.report.outlet

    # ------------------------------------------------------------------ reports

    def reading(self, name: str, parts: Parts = ALL) -> Reading:
        """Return what stands in a report, or the findings that are named."""
        return self._readings.get((name, parts)) or self.readings([name], parts)[0]

    def readings(self, names: Iterable[str], parts: Parts = ALL) -> list[Reading]:
        """Return what stands in reports, with their texts, in the order given; those that are not known are left out.

        Of their findings they hold those that are named.
        """
        wanted = list(names)
        ids = self.chosen.among(name for name in wanted if (name, parts) not in self._readings)
        rows = {name: row for name, *row in self.chosen.rows(_READINGS, listed(ids.values()))}  # those that govern come last
        for name, (json, text) in rows.items():
            self._readings[name, parts] = unpack_reading(json.decode() if parts is ALL else only(json, parts), text)
        return [self._readings[name, parts] for name in wanted if (name, parts) in self._readings]

    def texts(self, names: Iterable[str]) -> dict[str, str]:
        """Return the texts of reports, of those that are known: what stands in them is not read."""
        return dict(self.chosen.rows(_TEXTS, listed(self.chosen.among(names).values())))

    def heads(self, names: Iterable[str]) -> list[Reading]:
        """Return what is told of reports, in the order given: readings without texts and findings."""
        wanted = list(names)
        ids = self.chosen.among(name for name in wanted if name not in self._heads)
        if ids:
            days = dict(self.chosen.rows(_REDATED, listed(ids.values())))
            rows = self.chosen.rows(_HEADS, listed(ids.values()))
            self._heads |= {name: _head(name, row, days) for name, *row in rows}
        return [self._heads[name] for name in wanted if name in self._heads]

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
        by_id, known = {f.id: f for f in families}, self.known
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
        known = self.known.origins
        parted = [f for f in found.values() if not known.keys() >= {*f.reports, f.original.report or f.reports[0]}]
        unled = (f for f in parted if not (f.original.held and f.original.report in known))  # another may stand in front of these
        self.heads(name for family in unled for name in family.reports if name in known)
        credits = self._credits(name for family in parted for name in family.reports)
        return [left for id_ in wanted if id_ in found and (left := family_left(found[id_], credits, self.known))]

    def _credits(self, reports: Iterable[str]) -> dict[str, Sequence[str]]:
        """Return whom each of some reports credits."""
        names = {id_: name for name, id_ in self.chosen.among(reports).items()}
        query = "SELECT t.report, t.credits FROM tellings AS t WHERE t.report IN (SELECT value FROM json_each(?2)) AND HOLDS(t)"
        return {names[id_]: credits.split("; ") if credits else () for id_, credits in self.chosen.rows(query, listed(names))}


def _first_known(claims: Iterable[Claim], known: KnownReports) -> Sequence[str]:
    """Return the reports by whose words some claims are likely to be shown, to be read at once."""
    found = (next((m.report for m in claim.mentions if m.report in known), None) for claim in claims)
    return [name for name in dict.fromkeys(found) if name]


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


_CLAIMS = """
SELECT c.claim, CAST(c.json AS BLOB) FROM claims AS c WHERE c.claim IN (SELECT value FROM json_each(?2)) AND HOLDS(c)
"""
_ACTORS = """
SELECT a.actor, CAST(a.json AS BLOB) FROM actors AS a WHERE a.actor IN (SELECT value FROM json_each(?2)) AND HOLDS(a)
"""
_READINGS = """
SELECT r.name, CAST(x.json AS BLOB), t.text FROM readings AS x
JOIN reports AS r ON r.id = x.report
JOIN texts AS t ON t.digest = r.text
WHERE x.report IN (SELECT value FROM json_each(?2)) AND EVER(x)
ORDER BY x.retracted_at IS NULL, x.retracted_at, x.stage, x.id
"""
_TEXTS = """
SELECT r.name, t.text FROM reports AS r JOIN texts AS t ON t.digest = r.text WHERE r.id IN (SELECT value FROM json_each(?2))
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
