"""A person rules on what stands at a place; what follows from it can be told before it is kept, and taken back after.

The command line and the pages go the same way: from a place to the rulings that it may mean (`at`), from these to what they
would change (`trial`) and to the record as it then is (`rule`). Nothing is read anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from retold.errors import CaseError, ReportError
from retold.model import ClaimMention, Mention, Passage, Reading, Ruling, Side, Span, State, Trace, Verdict, What
from retold.there import actor_at, mention_there, refuse_outside

if TYPE_CHECKING:
    from retold.compare.effect import Effect
    from retold.record.case import Case
    from retold.record.rulings import Again
    from retold.resolve.pointed import Found

START = Span(0, 0)
"""The place by which a ruling speaks of a whole report."""
PREPARED = 2_000
"""Reports up to which a trial is made ready while somebody fills in a form."""
TIMED = ("fact", "time")
"""What has a time that can be corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What rulings did to the record, or would do, or what taking them back does."""

    rulings: tuple[Ruling, ...]
    """Those that were made, or taken back; as they are kept."""
    before: Trace
    after: Trace
    overruled: tuple[int, ...] = ()
    """Rulings that governed and cannot hold beside these."""

    @property
    def effect(self) -> Effect:
        """The difference."""
        from retold.compare.effect import effect

        return effect(self.before, self.after)


def at(case: Case, place: Passage, verdict: Verdict) -> list[Ruling]:
    """Return the rulings of a verdict that a place may mean, one for each finding there; none is kept yet.

    A claim's wording that is no finding by itself can be rejected or confirmed too. Raises `ReportError` where the report
    or the place is not in the case.
    """
    from retold.record import excerpt
    from retold.record.as_of import NOW
    from retold.resolve.pointed import changes, findings, pointed, wordings

    reading = standing_there(case, place)
    held = excerpt.report(case, NOW, place.report)
    among = [f for f in (*findings(reading), *changes(held.telling if held else None)) if verdict != "dated" or f.what in TIMED]
    found = pointed(place.span, among)
    worded = wordings(held.claims, place) if held and verdict != "dated" else ()
    return [ruling_on(verdict, reading, each) for each in dict.fromkeys((*(_same(f) for f in found), *worded))]


def chosen(options: Sequence[Ruling], kind: str | None = None, about: str | None = None) -> list[Ruling]:
    """Return those of `at` that a kind means (of a finding, a fact or a change: "credit", "measure", "hedge dropped") and whose
    parties, source or reason hold the words `about`. A claim's wording is meant only by that kind, or where all else fails, and
    an attribution whose content is a fact only by its kind."""
    among = [each for each in options if kind in (None, each.kind, each.what)]
    if kind != "claim":
        among = [each for each in among if each.what != "claim"] or among
    if kind is None and any(each.what == "fact" for each in among):
        among = [each for each in among if each.what != "attribution"]
    return [each for each in among if about is None or about.casefold() in (each.about or "").casefold()]


def throughout(case: Case, wanted: Ruling) -> list[Ruling]:
    """Return a ruling on a fact and the like on every other wording of the claim that it states, the headline's among them."""
    from retold.resolve.pointed import findings, meant

    reading, trace = standing_there(case, wanted.one), case.trace()
    ids = {found.id for found in meant(wanted, reading)}
    made = [wanted]
    stating = [c for c in trace.claims if any(m.report == wanted.one.report and m.fact in ids for m in c.mentions if m.fact)]
    for mention in (m for claim in stating for m in claim.mentions):
        held = standing_there(case, Passage(report=mention.report, span=START))
        found = _finding(mention, findings(held))
        if found and not (found.what != "fact" if wanted.what in get_args(Side) else wanted.period and found.what not in TIMED):
            made.append(_like(wanted, ruling_on(wanted.verdict, held, _same(found))))
    return list(dict.fromkeys(made))


def _like(wanted: Ruling, other: Ruling) -> Ruling:
    """Return a ruling on another wording by which the same is decided as by the one that is wanted."""
    if wanted.what in get_args(Side):
        words = (*other.words, *wanted.words[1:])
        other = replace(other, what=wanted.what, other=wanted.other, words=words, named=wanted.named, sort=wanted.sort)
    return replace(other, period=wanted.period, by=wanted.by, reason=wanted.reason)


def moved(case: Case, report: str, verdict: Verdict, other: str | None = None) -> Ruling:
    """Return the ruling that moves a report: "alone", "with" another or "retells" another. Raises `ReportError`."""
    for name in (report, *([other] if other else [])):
        standing_there(case, Passage(report=name, span=START))
    if report == other:
        raise ReportError(report, "is the same report; a ruling is about two")
    target = Passage(report=other, span=START) if other else None
    return Ruling(verdict=verdict, one=Passage(report=report, span=START), other=target, words=("", "") if other else ("",))


def told_from(case: Case, report: str) -> Ruling:
    """Return the ruling on the day that a report's times are told from; which day is not said yet. Raises `ReportError`."""
    place = Passage(report=report, span=START)
    standing_there(case, place)
    return Ruling(verdict="dated", one=place, words=("",), what="report")


def persons(case: Case, verdict: Verdict, one: Passage, other: Passage) -> Ruling:
    """Return the ruling that the mentions at two places are one person or body ("same"), or two ("different").

    Raises `ReportError` where somebody is not mentioned there, where both are one within their report, or kinds differ.
    """
    trace = case.trace()
    first, second = mention_there(trace, one), mention_there(trace, other)
    if (one.report, first.chain) == (other.report, second.chain):
        _refuse_one(case, verdict, (first, second), other)
    a, b = actor_at(trace, one), actor_at(trace, other)
    if verdict == "same" and a.kind != b.kind:
        raise ReportError(other.report, f"{b.name} is a {b.kind}, {a.name} a {a.kind}: they cannot be one")
    places = [replace(place, span=found.span) for place, found in ((one, first), (other, second))]
    texts = {r.report.name: r.report.text for r in trace.readings}
    words = tuple(texts[place.report][slice(*place.span)] for place in places)
    return Ruling(verdict=verdict, one=places[0], other=places[1], words=words)


def _refuse_one(case: Case, verdict: Verdict, two: tuple[Mention, Mention], other: Passage) -> None:
    """Raise `ReportError` for two mentions of one chain that cannot be ruled on: only a name can be said to be another."""
    if verdict == "same" or two[0].span == two[1].span:
        raise ReportError(other.report, "both places are one within the report; a ruling is about two")
    if two[1].form != "name":
        where = f"{other.span.start}-{other.span.end}"
        off = f"retold rule {case.path} reject {other.report}:{where} --kind mention"
        raise ReportError(other.report, f"has no name at {where}; so that it stands for nobody: {off}")


def trial(case: Case, wanted: Sequence[Ruling]) -> Outcome:
    """Return what rulings would change; nothing is kept."""
    from retold.record import rulings

    planned = rulings.planned(case, wanted)
    new = planned[len(planned) - len(wanted) :]
    return _outcome(case, new, _trace(case, planned), planned)


def prepare(case: Case) -> None:
    """Make ready what a trial needs, where it takes long: the trace of a case that another program traced."""
    from retold.record import rulings
    from retold.record.traced import fresh

    if case.select("SELECT count(*) FROM reports WHERE retracted_at IS NULL")[0][0] <= PREPARED and not fresh(case):
        _trace(case, rulings.held(case))


def rule(case: Case, wanted: Sequence[Ruling]) -> Outcome:
    """Keep rulings, with the trace as it then is. Raises `CaseError`, and `ReportError` for a place that is not in the case."""
    from retold.record import rulings

    before, known = _before(case), standing(case)
    made: list[Trace] = []
    kept = rulings.rule(case, wanted, again=_into(made, case))
    return Outcome(rulings=kept, before=before, after=made[-1], overruled=_overruled(known, standing(case)))


def undo(case: Case, numbers: Sequence[int], *, keep: bool = True, by: str | None = None, reason: str = "") -> Outcome:
    """Take rulings back, unless `keep` is False; return what that changes. Raises `CaseError` where one does not hold."""
    from retold.record import rulings

    held = {each.id: each for each in rulings.held(case)}
    for number in numbers:
        if number not in held:
            raise CaseError(f"{case.path}: holds no ruling {number}")
    before = _before(case)
    made: list[Trace] = []
    if keep:
        rulings.undo(case, numbers, again=_into(made, case), by=by, reason=reason)
    else:
        made.append(_trace(case, tuple(each for number, each in held.items() if number not in numbers)))
    return Outcome(rulings=tuple(held[number] for number in numbers), before=before, after=made[-1])


def standing(case: Case, extra: Sequence[Ruling] | None = None) -> tuple[tuple[Ruling, State], ...]:
    """Return the rulings that hold, in the order in which they were made, each with what became of it.

    `extra` is looked at in place of those that the case holds.
    """
    from retold.compare.ruled import moves
    from retold.record import rulings
    from retold.resolve.actors.ruled import force
    from retold.resolve.ruled import ruled

    held = rulings.held(case) if extra is None else extra
    names = {place.report for each in held for place in (each.one, each.other) if place}
    readings = [current[0] for name in sorted(names) if (current := case.current(name))]
    found = ruled(readings, held)
    pairs = force(held, found.readings)
    states: dict[int, State] = {**found.states, **moves(held, (r.report.name for r in readings)).states}
    for number in (*pairs.governing, *pairs.overruled):
        states[number] = "overruled" if number in pairs.overruled else "governs"
    return tuple((each, states.get(each.id, "waits")) for each in held)


def _outcome(case: Case, new: tuple[Ruling, ...], after: Trace, planned: Sequence[Ruling]) -> Outcome:
    overruled = _overruled(standing(case), standing(case, planned))
    return Outcome(rulings=new, before=_before(case), after=after, overruled=overruled)


def _overruled(before: Sequence[tuple[Ruling, State]], after: Sequence[tuple[Ruling, State]]) -> tuple[int, ...]:
    governed = {ruling.id for ruling, state in before if state == "governs"}
    return tuple(ruling.id for ruling, state in after if state == "overruled" and ruling.id in governed)


def _before(case: Case) -> Trace:
    """Return the trace that the case holds, made anew where this program would make another of the same."""
    from retold.record import rulings
    from retold.record.traced import fresh

    return case.trace() if fresh(case) else _trace(case, rulings.held(case))


def _into(made: list[Trace], case: Case) -> Again:
    """Return what makes the trace of a case as some rulings have it, and leaves it in `made` too: a step may ask twice."""

    def again(held: tuple[Ruling, ...]) -> Trace:
        made.append(_trace(case, held))
        return made[-1]

    return again


def _trace(case: Case, rulings: Sequence[Ruling]) -> Trace:
    from retold.pipeline import compare
    from retold.record.weighed import weighed

    return weighed(case, rulings, compare)


def standing_there(case: Case, place: Passage) -> Reading:
    """Return the reading of a report, as it gives it alone. Raises `ReportError` where it or the place is not there."""
    current = case.current(place.report)
    if current is None:
        raise ReportError(place.report, "is not in the case")
    if place.span != START:
        refuse_outside(place, current[0])
    return current[0]


def _finding(mention: ClaimMention, among: Iterator[Found]) -> Found | None:
    """Return what states a claim in a report."""
    what: What = "fact" if mention.fact else "attribution"
    wanted = mention.fact or mention.attribution
    return next((f for f in among if wanted and (f.what, f.id) == (what, wanted)), None)


def _same(found: Found) -> Found:
    """Return a finding without what tells nobody apart: two that read the same are ruled on together."""
    return replace(found, id=None, also=())


def ruling_on(verdict: Verdict, reading: Reading, found: Found) -> Ruling:
    """Return the ruling of a verdict on a finding."""
    report = reading.report
    return Ruling(
        verdict=verdict,
        one=Passage(report=report.name, span=found.span),
        words=(report.text[slice(*found.span)],),
        what=found.what,
        kind=found.kind,
        about=found.about,
    )
