"""Who: people and bodies with their offices, standing and ties, and the numbers of the claims that they are part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from retold.model import Actor, Claim, Trace
from retold.show.brief.claims import relation, said
from retold.show.brief.lines import SHORT, Facts, Line, Numbers, facts_of, first_place, quoted, support
from retold.tables import table

About = Mapping[str, Sequence[Claim]]
"""Kind -> the claims of that kind about one actor."""


def who(trace: Trace, numbers: Numbers) -> Iterator[Line]:
    """Yield the actors of whom something is told, those of whom most is told first."""
    kinds: dict[str, str] = table("retold.show", "labels.toml")["about"]
    about: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in trace.claims:
        for id_ in dict.fromkeys((claim.subject_actor, claim.object_actor)):
            if claim.kind in kinds and id_:
                about[id_][claim.kind].append(claim)
    by_id, facts = {c.id: c for c in trace.claims}, facts_of(trace)
    told = [a for a in trace.actors if a.id in about]
    for actor in sorted(told, key=lambda a: (-sum(map(len, about[a.id].values())), a.name)):
        yield named(actor)
        yield from states(actor, about[actor.id], facts, by_id)
        yield from acts(about[actor.id], numbers)


def named(actor: Actor, most: int | None = None) -> Line:
    """Return who somebody is: name, kind and, at most so many of them, other names."""
    others = [a for a in actor.aliases if a != actor.name]
    more = f" and {len(others) - most} more" if most is not None and len(others) > most else ""
    return Line(text=f"{actor.name} ({actor.kind})" + (f", also {', '.join(others[:most])}{more}" if others else ""))


def states(actor: Actor, about: About, facts: Facts, by_id: Mapping[str, Claim]) -> Iterator[Line]:
    """Yield offices, standing, ties: what the actor is, each with its place."""
    for kind, heading in table("retold.show", "labels.toml")["states"].items():
        for claim in about.get(kind, ()):
            standing = "" if claim.only_denied else said(claim.mentions[0])
            text = f"{heading}: {_other(claim, actor, _stated(claim, facts))}{standing}{support(claim)}"
            yield Line(text=text, place=first_place(claim), depth=1)
            yield from (relation(r, by_id, {}) for r in claim.relations if r.claim in by_id)


def _stated(claim: Claim, facts: Facts) -> str:
    first = claim.mentions[0]
    fact = facts.get((first.report, first.fact)) if first.fact else None
    return fact.detail if fact and fact.detail else quoted(claim.text, SHORT)


def _other(claim: Claim, actor: Actor, stated: str) -> str:
    """What is stated and the other side of it: "ally → Anna Kol" seen from the ally, "Jan Brask → ally" seen from Kol."""
    if actor.id == claim.subject_actor:
        return f"{stated} → {claim.object}" if claim.object and claim.object not in stated else stated
    return f"{claim.subject} → {stated}" if claim.subject else stated


def acts(about: About, numbers: Numbers) -> Iterator[Line]:
    """Yield what the actor did or what was done to it, by number: it stands in full above."""
    labels: dict[str, str] = table("retold.show", "labels.toml")["about"]
    acts = [(labels[kind], [numbers[c.id] for c in about[kind] if c.id in numbers]) for kind in labels if kind in about]
    named = [f"{label} {' '.join(f'[{n}]' for n in sorted(found))}" for label, found in acts if found]
    if named:
        yield Line(text="; ".join(named), depth=1)
