"""An affair of twenty thousand reports, made of a few hundred that were read once: a case as years of following one leave it.

Each world repeats the sample under other names, outlets and days. Some claims and some people run through all worlds, as
the heart of an affair does, some through a few, and half of what is stated is stated once and never again.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from hashlib import sha256
from itertools import islice
from pathlib import Path
from zlib import crc32

import msgspec

from benchmarks import reports
from retold.model import (
    Actor,
    Claim,
    ClaimMention,
    Drift,
    Family,
    Member,
    Original,
    Passage,
    Reading,
    Relation,
    Telling,
    Trace,
    Wording,
)
from retold.pipeline import trace as traced
from retold.record import Case

READ, WORDS = 60, 420
"""Reports made up beside the example affair, and their words; all are read once."""
FIRST = date(2012, 1, 2)
DAYS, SPREAD = 5000, 40
"""Days over which the worlds begin, and those that one takes."""
OUTLETS = 300
EARLY = 0.1
"""Share of the reports that the case held before the others came."""
SYLLABLES = (
    "ba",
    "dor",
    "ek",
    "fi",
    "gal",
    "hun",
    "is",
    "jo",
    "kel",
    "lam",
    "mor",
    "nev",
    "ost",
    "per",
    "qui",
    "ras",
    "sel",
    "tum",
)


def write(path: Path, count: int) -> None:
    """Make a case of `count` reports at `path`, in two steps; the same count gives the same record."""
    sample = _sample()
    worlds = [World(number=n, sample=sample) for n in range(-(-count // len(sample.readings)))]
    early = max(1, round(len(worlds) * EARLY))
    with Case(path) as case:
        case.keep_trace(_together(worlds[:early]))
        case.keep_trace(_together(worlds, count))


def early(path: Path) -> str:
    """Return the moment at which such a case held its first reports only."""
    with Case(path, create=False, readonly=True) as case:
        ((moment,),) = case.select("SELECT min(at) FROM changes WHERE act = 'trace kept'")
    return str(moment)


def _sample() -> Trace:
    with tempfile.TemporaryDirectory() as folder:
        reports.write(Path(folder), READ, words=WORDS)
        return traced([str(reports.EXAMPLES), folder], metadata=reports.EXAMPLES / "metadata.tsv")


@dataclass(frozen=True, kw_only=True)
class World:
    """The sample once more: `number` decides names, outlets and days."""

    number: int
    sample: Trace

    @cached_property
    def draw(self) -> random.Random:
        """Return what decides by chance, the same each time."""
        return random.Random(self.number)  # noqa: S311

    @cached_property
    def names(self) -> dict[str, str]:
        """Return another word of the same length for each word of the sample's names, so that places stay."""
        words = {w for a in self.sample.actors for n in (a.name, *a.aliases) for w in re.findall(r"[A-Z][a-z]{3,}", n)}
        return {word: self._word(len(word)) for word in sorted(words)} if self.number else {}

    def _word(self, length: int) -> str:
        return "".join(self.draw.choices(SYLLABLES, k=length))[:length].capitalize()

    def report(self, name: str) -> str:
        """Return what a report is called here."""
        return f"world-{self.number:03}/{Path(name).name}"

    def own(self, id_: str) -> str:
        """Return what goes by an id here: one through all worlds, through eight, or here alone."""
        share = crc32(id_.encode()) % 10
        return id_ if share == 0 else f"{id_}-e{self.number // 8}" if share < 4 else f"{id_}-{self.number}"

    def renamed(self, value: object) -> bytes:
        """Return a value as JSON with the names of this world."""
        json = msgspec.json.encode(value).decode()
        if not self.names:
            return json.encode()
        pattern = re.compile(r"\b(?:" + "|".join(self.names) + r")\b")
        return pattern.sub(lambda found: self.names[found[0]], json).encode()

    def readings(self) -> Iterator[Reading]:
        """Yield the sample's readings as this world has them."""
        start = FIRST + timedelta(days=self.draw.randrange(DAYS))
        for reading in self.sample.readings:
            made = msgspec.json.decode(self.renamed(reading), type=Reading)
            text = f"{made.report.text}\n\nNumber {crc32(self.report(made.report.name).encode())} of this service."
            report = replace(
                made.report,
                name=self.report(made.report.name),
                text=text,
                digest=sha256(text.encode()).hexdigest(),
                outlet=f"{_outlet(self.draw.randrange(OUTLETS))}",
                published=(start + timedelta(days=self.draw.randrange(SPREAD))).isoformat()
                if self.draw.random() > 0.02
                else None,
                published_from="metadata",
            )
            yield replace(made, report=report if report.published else replace(report, published_from=None))

    def tellings(self) -> Iterator[Telling]:
        """Yield the places of this world's reports."""
        for each in msgspec.json.decode(self.renamed(self.sample.tellings), type=list[Telling]):
            original = each.original and replace(each.original, report=each.original.report and self.report(each.original.report))
            drift = tuple(map(self.drift, each.drift))
            carries = tuple(
                replace(c, source=self.passage(c.source), family=c.family and f"{c.family}-{self.number}") for c in each.carries
            )
            kin = {
                "family": each.family and f"{each.family}-{self.number}",
                "retells": each.retells and self.report(each.retells),
            }
            yield replace(each, report=self.report(each.report), original=original, drift=drift, carries=carries, **kin)  # type: ignore[arg-type]

    def families(self) -> Iterator[Family]:
        """Yield the families of this world."""
        for each in msgspec.json.decode(self.renamed(self.sample.families), type=list[Family]):
            original = replace(each.original, report=each.original.report and self.report(each.original.report))
            names = tuple(map(self.report, each.reports))
            yield replace(each, id=f"{each.id}-{self.number}", original=original, reports=names)

    def drift(self, each: Drift) -> Drift:
        """Return a drift between reports of this world."""
        return replace(each, earlier=self.passage(each.earlier), later=self.passage(each.later))

    def passage(self, each: Passage) -> Passage:
        """Return a place in a report of this world."""
        return replace(each, report=self.report(each.report))

    def relation(self, each: Relation) -> Relation:
        """Return a relation of claims of this world."""
        here, there = (place and self.passage(place) for place in (each.here, each.there))
        return replace(each, claim=self.own(each.claim), here=here, there=there)

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of this world, half of their later mentions each as a claim of its own."""
        for each in msgspec.json.decode(self.renamed(self.sample.claims), type=list[Claim]):
            mentions = [replace(m, report=self.report(m.report)) for m in each.mentions]
            alone = [m for m in mentions[1:] if crc32(f"{m.report}{m.span}".encode()) % 2]
            kept = replace(
                each,
                id=self.own(each.id),
                mentions=tuple(m for m in mentions if m not in alone),
                relations=tuple(map(self.relation, each.relations)),
                drift=tuple(map(self.drift, each.drift)),
                subject_actor=each.subject_actor and self.own(each.subject_actor),
                object_actor=each.object_actor and self.own(each.object_actor),
            )
            yield kept
            for n, mention in enumerate(alone):
                yield replace(kept, id=f"{each.id}-{self.number}-{n}", mentions=(mention,), relations=(), drift=())

    def actors(self) -> Iterator[Actor]:
        """Yield the people and bodies of this world."""
        for each in msgspec.json.decode(self.renamed(self.sample.actors), type=list[Actor]):
            yield replace(
                each, id=self.own(each.id), members=tuple(replace(m, report=self.report(m.report)) for m in each.members)
            )


def _outlet(number: int) -> str:
    draw = random.Random(-number)  # noqa: S311
    return f"{''.join(draw.choices(SYLLABLES, k=2)).capitalize()} {draw.choice(('Post', 'Herald', 'Wire', 'Courier', 'Radio'))}"


def _together(worlds: Sequence[World], count: int | None = None) -> Trace:
    """Return the trace over the first `count` reports of some worlds."""
    readings = tuple(islice((r for world in worlds for r in world.readings()), count))
    names = {r.report.name for r in readings}
    tellings = tuple(_left(t, names) for world in worlds for t in world.tellings() if t.report in names)
    kin = {t.report: t.family or t.report for t in tellings}
    families = (
        replace(f, reports=tuple(r for r in f.reports if r in names), original=_known(f.original, names))
        for world in worlds
        for f in world.families()
    )
    claims = _claims((c for world in worlds for c in world.claims()), kin)
    return Trace(
        readings=readings,
        tellings=tellings,
        families=tuple(f for f in families if f.reports),
        actors=_actors((a for world in worlds for a in world.actors()), names),
        claims=tuple(sorted(claims, key=lambda c: (-c.origins, -c.reports))),
    )


def _left(telling: Telling, names: set[str]) -> Telling:
    """Return a report's place without what it says of reports that the case has no room for."""
    return replace(
        telling,
        retells=telling.retells if telling.retells in names else None,
        original=telling.original and _known(telling.original, names),
        drift=tuple(d for d in telling.drift if {d.earlier.report, d.later.report} <= names),
        carries=tuple(c for c in telling.carries if c.source.report in names),
    )


def _known(original: Original, names: set[str]) -> Original:
    return original if original.report is None or original.report in names else replace(original, held=False, report=None)


def _claims(made: Iterator[Claim], kin: Mapping[str, str]) -> list[Claim]:
    same: dict[str, list[Claim]] = defaultdict(list)
    for claim in made:
        same[claim.id].append(claim)
    joined = [_joined(each, kin) for each in same.values()]
    there = {c.id for c in joined if c.mentions}
    return [replace(c, relations=tuple(r for r in c.relations if r.claim in there)) for c in joined if c.mentions]


def _joined(parts: Sequence[Claim], kin: Mapping[str, str]) -> Claim:
    mentions: tuple[ClaimMention, ...] = tuple(m for part in parts for m in part.mentions if m.report in kin)
    held = {m.report for m in mentions}
    drift = tuple(d for p in parts for d in p.drift if {d.earlier.report, d.later.report} <= kin.keys())
    relations = tuple(dict.fromkeys(r for p in parts for r in p.relations if _at_hand(r, kin)))
    least = Wording(mention=0, reason="first told") if len(mentions) > 1 else None
    return replace(
        parts[0],
        mentions=mentions,
        reports=len(held),
        origins=len({kin[r] for r in held}),
        relations=relations[:20],
        drift=drift,
        weakest=least,
        strongest=least,
    )


def _at_hand(relation: Relation, kin: Mapping[str, str]) -> bool:
    return all(place is None or place.report in kin for place in (relation.here, relation.there))


def _actors(made: Iterator[Actor], names: set[str]) -> tuple[Actor, ...]:
    same: dict[str, list[Actor]] = defaultdict(list)
    for actor in made:
        same[actor.id].append(actor)
    found = []
    for parts in same.values():
        members: tuple[Member, ...] = tuple(m for part in parts for m in part.members if m.report in names)
        called = dict.fromkeys(n for part in parts for n in (part.name, *part.aliases) if n != parts[0].name)
        if members:
            found.append(replace(parts[0], members=members, aliases=tuple(called)))
    return tuple(sorted(found, key=lambda a: -len(a.members)))
