"""The brief: one affair on paper, in the order in which a reader asks. Every line gives report and place.

Where it comes from; what is claimed; when; who; not known. The brief says who reported what, never what is true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from retold.model import Actor, Claim, ClaimMention, Fact, Passage, Reading, Relation, Span, Telling, Trace
from retold.show.contract import timeline
from retold.show.periods import in_words
from retold.tables import table

CLIP = 260
"""Code points of a passage that a line shows; `retold show` prints the whole."""
SHORT = 110
"""The same, where a line only recalls a claim that stands above in full."""
STATES = ("office", "rank", "tie")
"""Kinds whose detail says it all: a post, a standing, a relation."""
DENIALS = ("denies", "denied by")
"""Relations that the line on who denies a claim has told."""

Facts = dict[tuple[str, str], Fact]
"""(report, id) -> fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the brief; `place` is REPORT:START-END as `retold show` takes it."""

    text: str
    place: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    lines: tuple[Line, ...]


def brief(trace: Trace) -> tuple[Section, ...]:
    """Return the brief of a record, section by section."""
    readings = {r.report.name: r for r in trace.readings}
    facts = {(r.report.name, f.id): f for r in trace.readings for f in r.facts}
    return (
        Section(heading="Where it comes from", lines=tuple(_sources(trace, readings))),
        Section(heading="What is claimed", lines=tuple(_claims(trace))),
        Section(heading="When", lines=tuple(_times(trace, readings, facts))),
        Section(heading="Who", lines=tuple(_actors(trace, facts))),
        Section(heading="Not known", lines=tuple(_unknowns(trace))),
    )


def place(report: str, span: Span) -> str:
    """Return a place as `retold show` takes it."""
    return f"{report}:{span.start}-{span.end}"


def quoted(text: str, longest: int = CLIP) -> str:
    """Return words of a report in quotation marks, on one line, cut at `longest` code points."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= longest else line[: longest - 1].rstrip() + '…'}”"


def number(count: int, singular: str, plural: str | None = None) -> str:
    """Return "1 report", "2 reports"."""
    return f"{count} {singular if count == 1 else plural or singular + 's'}"


# ---------------------------------------------------------------- where it comes from


def _sources(trace: Trace, readings: dict[str, Reading]) -> Iterator[Line]:
    tellings = {t.report: t for t in trace.tellings}
    alone = [t for t in trace.tellings if not t.family]
    yield _counted(trace, len(alone))
    for family in trace.families:
        state = "held" if family.original.held else "named, not held"
        yield Line(text=f"{family.original.name} (original {state}): {number(len(family.reports), 'report')}")
        for report in family.reports:
            yield from _telling(tellings[report], readings[report])
    for telling in alone:
        yield from _telling(telling, readings[telling.report], depth=0)
    yield from _noted(trace, readings)


def _counted(trace: Trace, alone: int) -> Line:
    held = sum(f.original.held for f in trace.families)
    return Line(
        text=f"{number(len(trace.tellings), 'report')}: {number(len(trace.families), 'family', 'families')} of retellings"
        f" ({held} with the original held, {len(trace.families) - held} whose original is only named), {alone} standing alone."
    )


def _noted(trace: Trace, readings: dict[str, Reading]) -> Iterator[Line]:
    """What a reader must know of the whole: which reports were not read for facts, which retell without a word of it."""
    foreign = ", ".join(called(r) for r in trace.readings if r.report.language not in (None, "en"))
    if foreign:
        yield Line(text=f"Compared as retellings only, their language is not yet read for facts: {foreign}")
    silent = [t.report for t in trace.tellings if t.family and not t.credits and t.role != "origin"]
    if silent:
        yield Line(text="Retell and credit nobody: " + ", ".join(called(readings[report]) for report in silent))


def called(reading: Reading) -> str:
    """Return how a reader knows a report: its outlet and day, else its file."""
    report = reading.report
    name = report.outlet or PurePath(report.name).name
    return f"{name}, {report.published[:10]}" if report.published else f"{name}, undated"


def _telling(telling: Telling, reading: Reading, depth: int = 1) -> Iterator[Line]:
    role = "stands alone" if not telling.family else telling.role
    credited = f"credits {', '.join(telling.credits)}" if telling.credits else "credits nobody"
    spans = [c.span for c in reading.credits if c.name in telling.credits]
    at = spans[0] if spans else Span(*(reading.report.headline or next(iter(reading.report.body), Span(0, 0))))
    yield Line(text=f"{called(reading)}: {role}; {credited}", place=place(telling.report, at), depth=depth)
    if telling.reason:
        yield Line(text=f"because {telling.reason}", depth=depth + 1)


# ---------------------------------------------------------------- what is claimed


def _claims(trace: Trace) -> Iterator[Line]:
    headings: dict[str, str] = table("retold.show", "labels.toml")["claims"]
    texts = {c.id: c.text for c in trace.claims}
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in trace.claims:
        by_kind[claim.kind].append(claim)
    for kind, heading in headings.items():
        if by_kind[kind]:
            yield Line(text=heading)
        for claim in by_kind[kind]:
            yield from _claim(claim, texts)


def _claim(claim: Claim, texts: dict[str, str]) -> Iterator[Line]:
    parties = " – ".join(p for p in (claim.subject, claim.object) if p)
    support = f"{number(claim.reports, 'report')}, {number(claim.origins, 'origin')}"
    yield Line(text=f"{parties}: {quoted(claim.text)} ({support})" if parties else f"{quoted(claim.text)} ({support})", depth=1)
    told: set[tuple[str, str]] = set()
    for mention in claim.mentions:
        text = f"{' < '.join(mention.chain)}: {said(mention)}"
        if (mention.report, text) not in told:
            told.add((mention.report, text))
            yield Line(text=text, place=place(mention.report, mention.span), depth=2)
    if claim.denied_by:
        yield Line(text=f"denied by {', '.join(claim.denied_by)}", depth=2)
    yield from (_relation(r, texts) for r in claim.relations if r.kind not in DENIALS)
    for drift in claim.drift:
        yield Line(text=f"{drift.kind}: {drift.reason}, from {_at(drift.earlier)}", place=_at(drift.later), depth=2)


def said(mention: ClaimMention) -> str:
    """Return stance and hedges in words."""
    return mention.stance if mention.certainty == "certain" else f"{mention.stance}, {mention.certainty}"


def _relation(relation: Relation, texts: dict[str, str], depth: int = 2) -> Line:
    return Line(text=f"{relation.kind} {quoted(texts.get(relation.claim, relation.claim))}: {relation.reason}", depth=depth)


def _at(passage: Passage) -> str:
    return place(passage.report, passage.span)


# ---------------------------------------------------------------- when, who, not known


def _times(trace: Trace, readings: dict[str, Reading], facts: Facts) -> Iterator[Line]:
    for claim in timeline(trace.claims):
        at = claim.mentions[0]
        support = f"{number(claim.reports, 'report')}, {number(claim.origins, 'origin')}"
        if claim.period:
            yield Line(text=f"{in_words(claim.period)}: {quoted(claim.text)} ({support})", place=place(at.report, at.span))
    open_times = [(c, words) for c in trace.claims if not _dated(c) and (words := _time_words(c, readings, facts))]
    if open_times:
        yield Line(text="Told with a time that the reports at hand do not fix:")
    for claim, words in open_times:
        at = claim.mentions[0]
        yield Line(text=f"{quoted(words)}: {quoted(claim.text)}", place=place(at.report, at.span), depth=1)


def _dated(claim: Claim) -> bool:
    return bool(claim.period and (claim.period.earliest or claim.period.latest))


def _time_words(claim: Claim, readings: dict[str, Reading], facts: Facts) -> str | None:
    for mention in claim.mentions:
        fact = facts.get((mention.report, mention.fact))
        if fact and fact.when:
            return readings[mention.report].report.text[fact.when.span.start : fact.when.span.end]
    return None


def _actors(trace: Trace, facts: Facts) -> Iterator[Line]:
    kinds: dict[str, str] = table("retold.show", "labels.toml")["about"]
    who = {c.id: c.subject or c.text for c in trace.claims}
    about: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in trace.claims:
        for id_ in dict.fromkeys((claim.subject_actor, claim.object_actor)):
            if claim.kind in kinds and id_:
                about[id_][claim.kind].append(claim)
    ranked = sorted((a for a in trace.actors if a.id in about), key=lambda a: (-sum(map(len, about[a.id].values())), a.name))
    for actor in ranked:
        yield _actor(actor)
        for kind, heading in kinds.items():
            for claim in about[actor.id][kind]:
                yield _about(claim, actor, heading, facts)
                yield from (_relation(r, who, depth=2) for r in claim.relations if claim.kind == "office")


def _actor(actor: Actor) -> Line:
    others = [a for a in actor.aliases if a != actor.name]
    return Line(text=f"{actor.name} ({actor.kind})" + (f", also {', '.join(others)}" if others else ""))


def _about(claim: Claim, actor: Actor, heading: str, facts: Facts) -> Line:
    at = claim.mentions[0]
    fact = facts.get((at.report, at.fact))
    stated = fact.detail if fact and fact.detail and claim.kind in STATES else quoted(claim.text, SHORT)
    more = f" ({number(claim.reports, 'report')}, {number(claim.origins, 'origin')})" if claim.reports > 1 else ""
    return Line(text=f"{heading}: {_with(claim, actor, stated)}{more}", place=place(at.report, at.span), depth=1)


def _with(claim: Claim, actor: Actor, stated: str) -> str:
    """What is stated and the other side of it: "ally → Anna Kol" seen from the ally, "Jan Brask → ally" seen from Kol."""
    if actor.id == claim.subject_actor:
        return f"{stated} → {claim.object}" if claim.object and claim.object not in stated else stated
    return f"{claim.subject} → {stated}" if claim.subject else stated


def _unknowns(trace: Trace) -> Iterator[Line]:
    for claim in trace.claims:
        if claim.kind == "unknown":
            first, *others = claim.mentions
            yield Line(text=quoted(claim.text), place=place(first.report, first.span))
            yield from (Line(text="also", place=place(m.report, m.span), depth=1) for m in others)
