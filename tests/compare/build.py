"""Readings made by hand, so that a comparison can be tested without the finders."""

from __future__ import annotations

from typing import Any

from retold.model import (
    Actor,
    Amount,
    Attribution,
    Chain,
    Fact,
    Member,
    Party,
    Reading,
    Report,
    Span,
    Speaker,
    Telling,
)


def at(text: str, words: str) -> Span:
    """Return where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def report(name: str, text: str, **more: Any) -> Report:
    return Report(name=name, text=text, digest=name, body=(Span(0, len(text)),), **more)


def party(name: str) -> Party:
    """A named party; its chain is its name."""
    return Party(described=name, chain=name, name=name)


def fact(text: str, kind: str, words: str, **more: Any) -> Fact:
    span = at(text, words)
    more.setdefault("pattern", kind)
    if isinstance(more.get("amount"), float | int):
        more["amount"] = Amount(value=float(more["amount"]), currency="USD", span=span)
    more.setdefault("trigger", span)
    return Fact(id=f"{kind}-{span.start}-{span.end}", kind=kind, span=span, **more)


def said(text: str, id_: str, words: str, **speaker: Any) -> Attribution:
    return Attribution(id=id_, source=(), cue=(at(text, words),), content=(), speaker=Speaker(**speaker))


def reading(made: Report, *facts: Fact, attributions: tuple[Attribution, ...] = ()) -> Reading:
    names = sorted({p.name for f in facts for p in (f.subject, f.object) if p and p.name})
    return Reading(
        report=made,
        sentences=(Span(0, len(made.text)),),
        chains=tuple(Chain(id=n, kind="person", name=n) for n in names),
        attributions=attributions,
        facts=facts,
    )


def actors(*readings: Reading, countries: dict[str, str] | None = None) -> list[Actor]:
    """One actor a name; names in `countries` are states or act for one."""
    found: dict[str, list[Member]] = {}
    for r in readings:
        for chain in r.chains:
            found.setdefault(chain.id, []).append(Member(report=r.report.name, chain=chain.id))
    land = countries or {}
    kinds = {n: "place" if land.get(n, "").isupper() else "body" for n in land}
    return [
        Actor(id=n, kind=kinds.get(n, "person"), name=n, country=land[n].upper() if n in land else None, members=tuple(m))  # type: ignore[arg-type]
        for n, m in found.items()
    ]


def alone(*readings: Reading) -> list[Telling]:
    return [Telling(report=r.report.name, role="independent") for r in readings]


def family(*readings: Reading) -> list[Telling]:
    """One family whose first report is the original."""
    roles = ["origin", *["edited copy"] * (len(readings) - 1)]
    return [Telling(report=r.report.name, role=role, family="f1") for r, role in zip(readings, roles, strict=True)]  # type: ignore[arg-type]
