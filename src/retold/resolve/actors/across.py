"""Who is who across reports: a full name is evidence, a surname alone is not, and every merge says why.

Persons and bodies are compared only with those that share a key (Hernández and Stolfo 1995, blocking): the same folded
name, the same given name and family name, the same consonants ("Rodriges", "Rodríguez"). So the time grows with the
number of names, not with the number of pairs. Ids come from the names alone and stay when reports are added.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from retold.model import Actor, Chain, Kind, Member, Reading, Ruling
from retold.resolve.actors.bodies import join_bodies
from retold.resolve.actors.groups import Entry, Group
from retold.resolve.actors.kinds import settled
from retold.resolve.actors.lives import lives, told_of
from retold.resolve.actors.persons import join_persons
from retold.resolve.actors.ruled import ruled
from retold.resolve.actors.told import NOTHING, Told
from retold.resolve.names import body_parts, fold, person_parts


def actors(readings: Sequence[Reading], rulings: Sequence[Ruling] = ()) -> tuple[Actor, ...]:
    """Return the persons and bodies of all readings that have a name, those in most reports first; each member with score
    and reason. What `rulings` say goes over every score. Ids are stable from run to run."""
    entries = entries_of(readings)
    persons = join_persons([e for e in entries if e.chain.kind == "person"])
    bodies = join_bodies([e for e in entries if e.chain.kind != "person"])
    groups = [g for g in ruled((*persons, *bodies), rulings, readings) if any(e.chain.kind != "place" for e in g.entries)]
    made, taken = [], set[str]()
    for group in sorted(groups, key=lambda g: (-len(g.entries), g.parts, g.entries[0].report)):
        actor = _actor(group, taken)
        taken.add(actor.id)
        made.append(actor)
    return tuple(made)


def entries_of(readings: Sequence[Reading]) -> list[Entry]:
    """Return the chains of all readings that have a name, with what each report tells of them."""
    told = {reading.report.name: lives(reading) for reading in readings}
    return [_entry(report, chain, told[report].get(chain.id, NOTHING)) for report, chain in settled(readings)]


def _entry(report: str, chain: Chain, life: Told) -> Entry:
    name = chain.name or ""
    parts = person_parts(name) if chain.kind == "person" else body_parts(name)
    return Entry(report=report, chain=chain, parts=parts or (fold(name) or name,), told=told_of(chain, life))


def _actor(group: Group, taken: Iterable[str]) -> Actor:
    kind: Kind = "person" if group.entries[0].chain.kind == "person" else "body"
    names = Counter(e.chain.name or "" for e in group.entries)
    name = max(names, key=lambda n: (_latin(n), len(fold(n).split()) > 1, not n.isupper(), names[n], len(n), n))
    aliases = dict.fromkeys(n for e in group.entries for n in (e.chain.name or "", *e.chain.aliases) if n and n != name)
    members = tuple(
        Member(report=e.report, chain=e.chain.id, score=group.why[n][0], reason=group.why[n][1])
        for n, e in enumerate(group.entries)
    )
    country = next((e.chain.country for e in group.entries if e.chain.country), None) if kind == "body" else None
    return Actor(id=_id(group, kind, taken), kind=kind, name=name, aliases=tuple(aliases), country=country, members=members)


def _latin(name: str) -> bool:
    return all(ord(c) < 0x250 for c in name if c.isalpha())


def _id(group: Group, kind: Kind, taken: Iterable[str]) -> str:
    """Return an id made of the name; where two actors have one name, the report that names one first tells them apart."""
    parts = group.parts
    key = f"{parts[0]}-{parts[-1]}" if kind == "person" and len(parts) > 1 else "-".join(parts)
    digest = hashlib.sha256(f"{kind}:{key}".encode()).hexdigest()[:6]
    plain = f"{key[:60].replace(' ', '-')}-{digest}"
    if len(parts) > 1 and plain not in taken:
        return plain
    first = min((e.report, e.chain.id) for e in group.entries)
    if kind == "body" and plain not in taken:
        return plain
    return f"{plain}-{hashlib.sha256(repr((first, parts)).encode()).hexdigest()[:6]}"
