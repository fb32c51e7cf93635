"""The brief of a case too large to be printed whole: the first of each section, how many more there are, and how to see them.

Claims keep the numbers that they have in the whole; what is asked for with --section goes on where the brief leaves off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from retold.model import Claim, Drift, Trace
from retold.record import Case, excerpt
from retold.record.as_of import AsOf
from retold.record.excerpt import Counts, Excerpt, Page
from retold.show.brief.claims import claim_lines
from retold.show.brief.lines import (
    SHORT,
    Line,
    Section,
    facts_of,
    first_place,
    number,
    parties,
    quoted,
    readings_of,
    ref,
    support,
)
from retold.show.brief.sources import alone_lines, family_lines
from retold.show.brief.summary import DATED_AHEAD
from retold.show.brief.unknowns import unknowns
from retold.show.brief.who import acts, named, states
from retold.show.periods import in_words
from retold.tables import table

FIRST = 8
"""Items of a section that the brief shows."""
PEOPLE = 12
"""People and bodies, each with what they are told to be and to have done, that one page shows."""
WORDINGS = 6
"""Wordings of a claim, and reports of an original, that are shown."""
NAMES = 4
"""Other names of somebody, claims of a kind about somebody, and relations and changes of a claim, that are shown."""
OTHERS = ("originals", "alone", "when", "who", "unknown")
"""Sections beside those of the kinds of claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Long:
    """A large case as of then; `again` is the command by which it is asked again."""

    case: Case
    as_of: AsOf
    counts: Counts
    again: str

    def sections(self) -> Iterator[Section]:
        """Yield the sections of the brief."""
        first = Page(most=FIRST)
        yield Section(heading="In short", lines=tuple(self._short()))
        sources = (*self.section("originals", first), *self.section("alone", first))
        yield Section(heading="Where it comes from", lines=sources)
        kinds = [(kind, heading) for kind, heading in _kinds().items() if self.counts.claims.get(kind)]
        told = (line for kind, heading in kinds for line in (Line(text=heading), *self.section(kind, first)))
        yield Section(heading="What is claimed", lines=tuple(told))
        yield Section(heading="When", lines=tuple(self.section("when", first)))
        yield Section(heading="Who", lines=tuple(self.section("who", first)))
        yield Section(heading="Not known", lines=tuple(self.section("unknown", first)))

    def section(self, name: str, page: Page) -> tuple[Line, ...]:
        """Return one page of a section and, if there is more, how to see it."""
        made = {
            "originals": self._originals,
            "alone": self._alone,
            "when": self._when,
            "who": self._who,
            "unknown": self._unknown,
        }
        page = replace(page, most=min(page.most, PEOPLE)) if name == "who" else page
        with excerpt.uncollected():
            lines, total = made[name](page) if name in made else self._claims(name, page)
        start, end = page.bounds
        if total <= end:
            return tuple(lines)
        more = f"and {total - end:,} more: {self.again} --section {name}:{max(end, start) + 1}"
        return (*lines, Line(text=more))

    @property
    def _offsets(self) -> Mapping[str, int]:
        """How many claims stand before those of each kind."""
        kinds = list(_kinds())
        counts = [self.counts.claims.get(kind, 0) for kind in kinds]
        return dict(zip(kinds, accumulate([0, *counts]), strict=False))

    def _numbers(self, found: Excerpt) -> dict[str, int]:
        return self._numbered((*found.trace.claims, *found.beside), found.ranks)

    def _numbered(self, claims: tuple[Claim, ...], ranks: Mapping[str, int]) -> dict[str, int]:
        before = self._offsets
        return {c.id: before[c.kind] + ranks[c.id] for c in claims if c.kind in before and c.id in ranks}

    # ------------------------------------------------------------------ sections

    def _short(self) -> Iterator[Line]:
        with excerpt.uncollected():
            found, count = excerpt.overview(self.case, self.as_of), self.counts
        originals = f"{number(count.held + count.named, 'original')}, {count.held:,} held and {count.named:,} only named"
        yield Line(text=f"{number(count.reports, 'report')}: {originals}; {count.alone:,} standing alone.")
        yield Line(text="Most widely told:")
        yield from self._recalled(found.widest)
        if found.single.total:
            single = number(found.single.total, "claim")
            yield Line(text=f"Told by several reports on the word of one origin: {single}, the first of them:")
            yield from self._recalled(found.single)
        if found.denied.total:
            yield Line(text=f"Denied: {number(found.denied.total, 'claim')}, the first of them:")
            yield from self._recalled(found.denied, denied=True)
        if found.changed:
            told = ", ".join(f"{kind} ({each.times:,})" for kind, each in found.changed.items())
            yield Line(text=f"Changed in the retelling: {told}.")
        if found.unknown.total:
            yield Line(text=f"Said not to be known: {number(found.unknown.total, 'question')}.")
        if count.ahead:
            yield Line(text=f"{DATED_AHEAD}: {number(count.ahead, 'report')}.")

    def _recalled(self, found: Excerpt, *, denied: bool = False) -> Iterator[Line]:
        numbers = self._numbers(found)
        for claim in found.trace.claims:
            by = f", by {', '.join(claim.denied_by[:NAMES])}" if denied else ""
            text = f"{ref(claim, numbers)}{parties(claim)}{quoted(claim.text, SHORT)}{support(claim)}{by}"
            yield Line(text=text, place=first_place(claim), depth=1)

    def _originals(self, page: Page) -> tuple[list[Line], int]:
        found = excerpt.families(self.case, self.as_of, page=page, members=WORDINGS, read=("credits",))
        readings = readings_of(found.trace)
        lines: list[Line] = []
        for family in found.trace.families:
            lines += family_lines(family, found.trace, readings, _unclaimed(found))
            if len(family.reports) > WORDINGS:
                lines.append(Line(text=f"and {number(len(family.reports) - WORDINGS, 'more report')}", depth=1))
        return lines, found.total

    def _alone(self, page: Page) -> tuple[list[Line], int]:
        found = excerpt.reports(self.case, self.as_of, page=page, alone=True, read=("credits",))
        readings, drifts = readings_of(found.trace), _unclaimed(found)
        return [line for t in found.trace.tellings for line in alone_lines(t, found.trace, readings, drifts)], found.total

    def _claims(self, kind: str, page: Page) -> tuple[list[Line], int]:
        found = excerpt.claims(self.case, self.as_of, kind=kind, page=page, mentions=WORDINGS)
        by_id, numbers = {c.id: c for c in (*found.beside, *found.trace.claims)}, self._numbers(found)
        lines: list[Line] = []
        for claim in found.trace.claims:
            cut = replace(claim, relations=claim.relations[:NAMES], drift=claim.drift[:NAMES])
            lines += claim_lines(cut, by_id, numbers)
            if (more := found.mentions[claim.id] - len(claim.mentions)) > 0:
                lines.append(Line(text=f"and {number(more, 'more wording')}", depth=2))
        return lines, found.total

    def _when(self, page: Page) -> tuple[list[Line], int]:
        found = excerpt.timeline(self.case, self.as_of, page=page)
        numbers, lines = self._numbers(found), []
        for claim in found.trace.claims:
            when = in_words(claim.period) if claim.period else ""
            text = f"{when}: {ref(claim, numbers)}{quoted(claim.text, SHORT)}{support(claim)}"
            lines.append(Line(text=text, place=first_place(claim)))
        return lines, found.total

    def _who(self, page: Page) -> tuple[list[Line], int]:
        found = excerpt.actors(self.case, self.as_of, page=page)
        told = excerpt.about(self.case, self.as_of, [a.id for a in found.trace.actors], most=NAMES)
        shown = [c for kinds in told.values() for each in kinds.values() for c in each.claims]
        stated = [c.mentions[0].report for c in shown if c.kind in table("retold.show", "labels.toml")["states"]]
        facts = facts_of(Trace(readings=excerpt.readings(self.case, self.as_of, stated, read=("facts",))))
        lines: list[Line] = []
        for actor in found.trace.actors:
            about = {kind: each.claims for kind, each in told[actor.id].items()}
            ranks = {id_: rank for each in told[actor.id].values() for id_, rank in each.ranks.items()}
            lines.append(named(actor, NAMES))
            lines += states(actor, about, facts, {c.id: c for c in shown})
            lines += acts(about, self._numbered(tuple(c for each in about.values() for c in each), ranks))
            if more := sum(each.total - len(each.claims) for each in told[actor.id].values()):
                lines.append(Line(text=f"and {number(more, 'more claim')}", depth=1))
        return lines, found.total

    def _unknown(self, page: Page) -> tuple[list[Line], int]:
        found = excerpt.unknowns(self.case, self.as_of, page=page)
        return list(unknowns(found.trace)), found.total


def names() -> tuple[str, ...]:
    """Return what the sections are called on the command line; kinds that stand under people can be asked for by themselves."""
    return (*_kinds(), *table("retold.show", "labels.toml")["states"], *OTHERS)


def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = table("retold.show", "labels.toml")["claims"]
    return kinds


def _unclaimed(found: Excerpt) -> dict[str, list[Drift]]:
    """Return what each report changed in words that state no claim."""
    drifts = {t.report: [d for d in dict.fromkeys(t.drift) if d not in found.claimed] for t in found.trace.tellings}
    return {report: some for report, some in drifts.items() if some}
