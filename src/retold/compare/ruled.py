"""A person may move a report to another family, let it stand alone, or say whose retelling it is; and reject what changed in it.

A report is moved before its new family is told, so that roles, originals and numbers of origins follow by the same rules as
ever; only what the ruling itself says goes over these. The later ruling goes over the earlier where two cannot both hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from retold.compare.slots import Matched, Slots
from retold.model import Claim, Drift, Family, Mark, Original, Passage, Reading, Ruling, Span, State, Telling, What

Apart = Mapping[str, Sequence[tuple[Span, What]]]
"""Report -> where somebody rejected what it states: a fact, or a wording as one of its claim."""
MOVES = ("alone", "with", "retells")
Regroup = Callable[[list[list[str]]], list[list[str]]]
"""Puts reports, by name, into other groups."""
Marks = Mapping[tuple[str, str | Span], Sequence[Mark]]
"""What was ruled, by a report and its fact or attribution (by id) or its passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Where people put reports."""

    governing: Mapping[str, Ruling] = field(default_factory=dict)
    """Report -> the ruling that moves it."""
    states: Mapping[int, State] = field(default_factory=dict)

    def regrouped(self, groups: list[list[str]]) -> list[list[str]]:
        """Return the groups with every report that was moved in its own place; no group is empty."""
        kept = [[name for name in group if name not in self.governing] for group in groups]
        at = {name: group for group in kept for name in group}
        for name in (name for group in groups for name in group if name in self.governing):
            root = self._root(name)
            group = at.get(root)
            if group is None:
                at[root] = group = []
                kept.append(group)
            group.append(name)
            at[name] = group
        order = {name: n for n, name in enumerate(name for group in groups for name in group)}
        return sorted((sorted(g, key=order.__getitem__) for g in kept if g), key=lambda g: order[g[0]])

    def _root(self, name: str) -> str:
        """Return the report by whose group it is known where a report belongs: that of a circle is its first by name."""
        seen = [name]
        while (target := _target(self.governing.get(seen[-1]))) is not None:
            if target in seen:
                return min(seen[seen.index(target) :])
            seen.append(target)
        return seen[-1]


def moves(rulings: Iterable[Ruling], reports: Iterable[str]) -> Moves:
    """Return which rulings move reports, which later ones overrule, and which wait for a report that is not there."""
    held = set(reports)
    governing: dict[str, Ruling] = {}
    states: dict[int, State] = {}
    for ruling in sorted((r for r in rulings if r.verdict in MOVES), key=lambda each: -each.id):
        report, target = ruling.one.report, _target(ruling)
        if report not in held or (target is not None and target not in held):
            states[ruling.id] = "waits"
        elif report in governing or not _admitted(ruling, governing):
            states[ruling.id] = "overruled"
        else:
            states[ruling.id], governing[report] = "governs", ruling
    return Moves(governing=governing, states=states)


def _target(ruling: Ruling | None) -> str | None:
    return ruling.other.report if ruling and ruling.other else None


def _admitted(ruling: Ruling, governing: Mapping[str, Ruling]) -> bool:
    """Whether a report can be moved so beside the moves that govern: nobody is with one that stands alone or retells itself."""
    if ruling.verdict == "alone":
        return all(_target(each) != ruling.one.report for each in governing.values())
    target = _target(ruling)
    if target is not None and (stands := governing.get(target)) and stands.verdict == "alone":
        return False
    while ruling.verdict == "retells" and target is not None:
        further = governing.get(target)
        target = _target(further) if further and further.verdict == "retells" else None
        if target == ruling.one.report:
            return False
    return True


def placed(
    readings: Sequence[Reading], found: tuple[tuple[Telling, ...], tuple[Family, ...]], given: Moves
) -> tuple[tuple[Telling, ...], tuple[Family, ...]]:
    """Return tellings and families of groups that were regrouped, with what the rulings say of places in them."""
    if not given.governing:
        return found
    tellings = {t.report: t for t in found[0]}
    families = {f.reports: f for f in found[1]}
    kin = {name: f.reports for f in found[1] for name in f.reports}
    held = {r.report.name: r for r in readings}
    for ruling in sorted(given.governing.values(), key=lambda each: each.id):
        telling = tellings[ruling.one.report]
        if ruling.verdict == "retells" and ruling.other:
            reports = kin[telling.report]
            families[reports] = _turned(families[reports], telling, held[ruling.other.report], tellings)
            telling = replace(tellings[telling.report], retells=ruling.other.report)
        elif ruling.verdict == "alone":
            families.pop((telling.report,), None)
            telling = replace(telling, role="independent", family=None, retells=None, original=None)
        tellings[telling.report] = _marked(telling, ruling)
    return tuple(tellings[t.report] for t in found[0]), tuple(families.values())


def _turned(family: Family, telling: Telling, model: Reading, tellings: dict[str, Telling]) -> Family:
    """Let a family that was taken to descend from a report descend from the one that it retells; return it."""
    name = model.report.name
    if telling.role == "origin":
        tellings[telling.report] = replace(telling, role="rewrite")
    if tellings[name].retells == telling.report:
        tellings[name] = replace(tellings[name], retells=None)
    if family.original.report != telling.report:
        return family
    original = Original(name=model.report.outlet or name, held=True, report=name, published=model.report.published)
    for report in family.reports:
        tellings[report] = replace(tellings[report], original=original)
    tellings[name] = replace(tellings[name], role="origin", retells=None)
    return replace(family, original=original, reason=f"a person ruled that {telling.report} retells it")


def _marked(telling: Telling, ruling: Ruling) -> Telling:
    to = f" {ruling.other.report}" if ruling.other else ""
    did = {"alone": "stands alone", "with": f"of one original with{to}", "retells": f"retells{to}"}[ruling.verdict]
    told = Mark(ruling=ruling.id, did=f"moved: {did}", by=ruling.by, reason=ruling.reason, passage=ruling.one)
    reason = (
        f"{did} by ruling {ruling.id}"
        + (f" of {ruling.by}" if ruling.by else "")
        + (f": {ruling.reason}" if ruling.reason else "")
    )
    rest = "" if ruling.verdict == "alone" else f"; {telling.reason}"
    return replace(telling, score=1.0, reason=reason + rest, ruled=(*telling.ruled, told))


def judged(tellings: Sequence[Telling], rulings: Iterable[Ruling], spans: Mapping[int, Span]) -> tuple[Telling, ...]:
    """Return the tellings without the changes that people rejected, and with what they ruled on changes and credits.

    `spans` says where the passages of the rulings that govern stand now.
    """
    about: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        if ruling.id in spans and ruling.what in ("drift", "credit"):
            about[ruling.one.report].append(ruling)
    return tuple(_judged(t, about[t.report], spans) if t.report in about else t for t in tellings)


def _judged(telling: Telling, rulings: Sequence[Ruling], spans: Mapping[int, Span]) -> Telling:
    marks = []
    drift = telling.drift
    for ruling in rulings:
        span = spans[ruling.id]
        if ruling.what == "drift":
            same = _same(drift, ruling, span)
            drift = tuple(d for d in drift if d not in same) if ruling.verdict == "rejected" else drift
        said = f"{ruling.kind or ruling.what} {ruling.verdict}"
        passage = Passage(report=telling.report, span=span)
        marks.append(Mark(ruling=ruling.id, did=said, by=ruling.by, reason=ruling.reason, passage=passage))
    return replace(telling, drift=drift, ruled=(*telling.ruled, *marks))


def _same(drifts: Sequence[Drift], ruling: Ruling, span: Span) -> list[Drift]:
    """Return the changes that a ruling speaks of: of several of a kind in one passage, that of its reason, where one is."""
    found = [d for d in drifts if d.kind == ruling.kind and d.later.span == span]
    return [d for d in found if d.reason == ruling.about] or found


def taken_out(groups: Sequence[Sequence[Matched]], apart: Apart) -> list[list[Matched]]:
    """Return the groups of what states the same without the wordings that somebody took out; what is found there by itself is
    a claim of its own, a passage that only tells what another tells is none."""
    if not apart:
        return [list(group) for group in groups]
    kept: list[list[Matched]] = []
    for group in groups:
        stays = [not _taken(slot, apart.get(slot.report, ())) for slot, _, _ in group]
        kept.append([each for each, in_ in zip(group, stays, strict=True) if in_])
        out = [slot for (slot, _, _), in_ in zip(group, stays, strict=True) if not in_ and slot.states != "passage"]
        kept += [[(slot, 1.0, "apart by a ruling")] for slot in out]
    return [group for group in kept if group]


def _taken(slot: Slots, spans: Sequence[tuple[Span, What]]) -> bool:
    """Whether a wording was taken out of its claim; a rejected fact takes a passage that states it along."""
    here = slot.fact.span
    if slot.states == "passage":
        return any(here.start < span.end and span.start < here.end for span, _ in spans)
    return (here, "claim") in spans


def marked(claims: Sequence[Claim], tellings: Sequence[Telling], marks: Marks) -> tuple[Claim, ...]:
    """Return the claims, each with what people ruled on it and on what it rests on."""
    places = {t.report: t.ruled for t in tellings if t.ruled}
    if not marks and not places:
        return tuple(claims)
    return tuple(_with(claim, marks, places) for claim in claims)


def _with(claim: Claim, marks: Marks, places: Mapping[str, Sequence[Mark]]) -> Claim:
    found: list[Mark] = []
    for mention in claim.mentions:
        keys: list[str | Span] = [mention.span, *(each for each in (mention.fact, mention.attribution) if each)]
        found += [m for key in keys for m in marks.get((mention.report, key), ())]
        found += [m for m in places.get(mention.report, ()) if _counts(m, claim) or _changed(m, claim)]
    return replace(claim, ruled=tuple(dict.fromkeys(found))) if found else claim


def _counts(mark: Mark, claim: Claim) -> bool:
    """Whether a ruling is on how many origins a claim has."""
    return mark.did.startswith("moved") and claim.reports > 1


def _changed(mark: Mark, claim: Claim) -> bool:
    """Whether a ruling is on a change that stands with a claim."""
    return any(d.later == mark.passage and mark.did == f"{d.kind} confirmed" for d in claim.drift)
