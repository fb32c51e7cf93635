"""A fact as typed slots: two facts are compared by kind, parties and time first, by their words second.

Comparing meaning alone joins what merely sounds alike ("sanctioned the minister", "sanctioned the bank"); slots keep
apart what differs in who, whom or when.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from retold.compare.acts import act_of
from retold.compare.contents import contents
from retold.compare.likeness import fold, stems, stems_of
from retold.compare.quantities import Quantity, quantities
from retold.compare.rules import claim_rules, relation_rules, rule_of
from retold.compare.who import Who
from retold.model import Amount, Attribution, Fact, Party, Passage, Period, Reading, Span, Speaker
from retold.tables import table

States = Literal["fact", "content", "passage"]
"""What states it: a typed fact, an attributed content that is none, or a passage that retells one that has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """A fact of a report, ready to be compared. Party keys are actor ids, country keys, or folded descriptions."""

    reading: Reading
    fact: Fact
    attribution: Attribution | None
    subject: frozenset[str]
    object: frozenset[str]
    actors: tuple[str | None, str | None]
    """Actor ids of subject and object."""
    ruled_names: tuple[str | None, str | None] = (None, None)
    """Names of subject and object as rulings on who they are have them."""
    voice: Speaker | None = None
    """Who is said to say it, by the name that rulings on who he is give him; None in the outlet's own voice."""
    words: frozenset[str]
    act: frozenset[str]
    """Stems of the word that tells the act ("met"): two meetings are not alike because both are meetings."""
    title: frozenset[str]
    """Stems of the detail: for an office, its title."""
    told_of: tuple[Quantity, ...] = ()
    """How many and how much its words tell, not what they say it is not."""
    states: States = "fact"

    @property
    def report(self) -> str:
        """Name of the report that states it."""
        return self.reading.report.name

    @property
    def kind_of_act(self) -> str:
        """The act that it tells, whether by verb or by noun ("sanction", "sanctions")."""
        return act_of(self.act, self.fact.pattern)

    @property
    def period(self) -> Period | None:
        """When it was so, as far as the report says."""
        return self.fact.when.period if self.fact.when else None

    @property
    def told(self) -> str | None:
        """The day on which the report tells it, as far as that is known."""
        published = self.reading.report.published
        return published[:10] if published else None

    @property
    def place(self) -> Passage:
        """Where it is stated."""
        return Passage(report=self.report, span=self.fact.span)

    @property
    def speaker(self) -> str | None:
        """Name or description of who is said to say it; None in the outlet's own voice."""
        return (self.voice.name or self.voice.described) if self.voice else None

    @property
    def denier(self) -> str | None:
        """Who says that it is not so: the speaker, else the party that denies it by its own words ("Brask denies talks")."""
        rules, party = relation_rules().denial, self.fact.subject
        if self.fact.stance != "denied" or self.speaker or self.fact.kind not in rules.own or party is None:
            return self.speaker
        return self.subject_called if self.words & stems_of(rules.verbs) else None

    @property
    def subject_called(self) -> str | None:
        """Name or description of who is its subject."""
        party = self.fact.subject
        return (self.ruled_names[0] or party.name or party.described) if party else None

    @property
    def wording(self) -> str:
        """The words that state it."""
        return self.reading.report.text[self.fact.span.start : self.fact.span.end]


Matched = tuple[Slots, float, str]
"""A fact in its group, with the score and the reason that brought it there."""


def slots(readings: Sequence[Reading], who: Who) -> Iterator[Slots]:
    """Yield every fact of every report, and what else is attributed in it, as slots: reports by time of publication
    (unknown last), facts in text order."""
    for reading in sorted(readings, key=lambda r: (r.report.published or "9999", r.report.name)):
        attributions = {a.id: a for a in reading.attributions}
        sums = dict(_sums(reading))
        for fact in reading.facts:
            summed = replace(fact, amount=fact.amount or sums.get(fact.id))
            yield _slots(reading, summed, attributions.get(fact.attribution or ""), who)
        for fact, attribution in contents(reading):
            yield replace(_slots(reading, fact, attribution, who), states="content")


def _sums(reading: Reading) -> Iterator[tuple[str, Amount]]:
    """Yield the sums of facts that name none, where their sentence tells one sum and of one such fact alone."""
    kinds = relation_rules().update.kinds
    placed: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        if fact.kind in kinds:
            placed.setdefault(bisect_right(reading.sentences, fact.trigger.start, key=lambda s: s.start) - 1, []).append(fact)
    for at, facts in placed.items():
        if at >= 0 and len(facts) == 1 and facts[0].amount is None:
            span = reading.sentences[at]
            told = {(q.value, q.unit) for q in quantities_of(reading, span) if q.money and not q.rejected}
            if len(told) == 1:
                yield from ((facts[0].id, Amount(value=value, currency=unit, span=span)) for value, unit in told)


def quantities_of(reading: Reading, span: Span) -> tuple[Quantity, ...]:
    """Return how many and how much a span of a report tells, the dates in it left out."""
    words = reading.report.text[span.start : span.end]
    if not any(c.isdigit() for c in words):
        return ()
    dated = [t.span for t in reading.times if span.start <= t.span.start < span.end]
    return quantities(words, reading.report.language, [Span(t.start - span.start, t.end - span.start) for t in dated])


def _slots(reading: Reading, fact: Fact, attribution: Attribution | None, who: Who) -> Slots:
    wording = reading.report.text[fact.span.start : fact.span.end]
    hit, report = _holder(reading, fact), reading.report.name
    return Slots(
        reading=reading,
        fact=fact,
        attribution=attribution,
        subject=party_keys(report, fact.subject, who),
        object=party_keys(report, hit, who),
        actors=(_actor(reading, fact.subject, who), _actor(reading, hit, who)),
        ruled_names=(who.ruled(report, fact.subject), who.ruled(report, fact.object)),
        voice=who.speaking(report, attribution),
        words=stems(fact.detail if fact.detail and rule_of(fact.kind).of == "detail" else wording) - _named(fact),
        act=stems(reading.report.text[fact.trigger.start : fact.trigger.end]),
        title=_title(fact, wording),
        told_of=tuple(q for q in quantities_of(reading, fact.span) if not q.rejected),
    )


def _title(fact: Fact, wording: str) -> frozenset[str]:
    """The words for a post; where the detail tells only that it was left ("resigned"), those of the wording."""
    told = stems(fact.detail or wording) - _names(fact)
    return stems(wording) - _names(fact) if fact.kind == "office" and fact.ended and len(told) < 2 else told


def _holder(reading: Reading, fact: Fact) -> Party | None:
    """The object of a fact; of a sum that somebody holds ("40 million crowns of Tarvik Lines") the holder: a sum is no party."""
    party = fact.object
    if party is None or party.name or party.chain or not any(c.isdigit() for c in party.described):
        return party
    named = [c for c in reading.chains if c.name and c.name in party.described]
    best = max(named, key=lambda c: len(c.name or ""), default=None)
    return replace(party, name=best.name, chain=best.id) if best else party


def _actor(reading: Reading, party: Party | None, who: Who) -> str | None:
    actor = who.of(reading.report.name, party.chain) if party else None
    return actor.id if actor else None


def in_headline(slot: Slots) -> bool:
    """Tell whether a headline states it: a headline has no room for sources and hedges, and seldom whole names."""
    headline = slot.reading.report.headline
    return bool(headline and headline.start <= slot.fact.trigger.start < headline.end)


def party_keys(report: str, party: Party | None, who: Who) -> frozenset[str]:
    """Return what a party can be recognised by: its actor, the state it acts for, else the words that describe it.

    A definite description that nothing in the report takes up ("the country", "the group") may be anybody: it is open.
    """
    if party is None:
        return frozenset()
    actor = who.of(report, party.chain)
    if actor is None:
        words = " ".join(sorted(stems(party.name or party.described)))
        definite = not party.name and party.described.casefold().startswith(claim_rules().parties.definite)
        return frozenset({f"open:{words}" if definite else f"words:{words}"}) if words else frozenset()
    keys = {actor.id, *([] if who.parted(actor) else [f"name:{' '.join(sorted(stems(actor.name)))}"])}
    if actor.country and actor.kind in ("body", "place"):
        keys.add(f"of:{actor.country}")
        if actor.kind == "place" or fold(actor.name) in _states().get(actor.country, ()):
            keys.add(f"state:{actor.country}")
    return frozenset(keys)


def is_open(keys: frozenset[str]) -> bool:
    """Tell whether a party is left open: not named at all, or by a description that may be anybody's."""
    return all(key.startswith("open:") for key in keys)


def is_unnamed(keys: frozenset[str]) -> bool:
    """Tell whether a party is only described: "an official", "two of the people"."""
    return bool(keys) and all(key.startswith(("open:", "words:")) for key in keys)


def same_party(a: frozenset[str], b: frozenset[str], *, kin: bool = False) -> bool:
    """Tell whether two parties can be one: the same actor, or a state and a body that acts for it.

    Two bodies of one state (its bank, its police) are not one party. Of reports that are `kin`, retellings of one
    original, the same name means the same party, also where it is not full enough to tell who it is by itself.
    """
    shared = a & b
    if any(not key.startswith(("of:", "name:")) or (kin and key.startswith("name:")) for key in shared):
        return True
    return any(key.startswith("of:") for key in shared) and any(key.startswith("state:") for key in a | b)


def called_after(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether one of two parties is called after the other, as a ministry is after its state."""
    names = [
        [frozenset(key.split(":", 1)[1].split()) for key in party if key.startswith(("name:", "words:"))] for party in (a, b)
    ]
    return any(one <= other or other <= one for one in names[0] for other in names[1] if one and other)


def namesakes(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two parties go by the same name, whoever they are."""
    return any(key.startswith("name:") for key in a & b)


@cache
def _states() -> dict[str, frozenset[str]]:
    """Names of states and of their seats of government, folded, by country code."""
    rows = table("retold.find.names", "places.toml").items()
    return {code: frozenset(map(fold, (*row.get("names", ()), *row.get("seats", ())))) for code, row in rows}


def told_on(slot: Slots) -> str:
    """Return the day on which something was told, to order by; what has no day comes last."""
    return slot.told or "9999"


def told_within(a: Slots, b: Slots, days: int) -> bool:
    """Tell whether two things were told within so many days of each other; an unknown day excludes nothing."""
    return not a.told or not b.told or abs((date.fromisoformat(a.told) - date.fromisoformat(b.told)).days) <= days


def can_meet(a: Period | None, b: Period | None) -> bool:
    """Tell whether two times can be one; an open or unknown end excludes nothing."""
    if a is None or b is None:
        return True
    early = a.latest and b.earliest and a.latest < b.earliest
    late = b.latest and a.earliest and b.latest < a.earliest
    return not (early or late)


def _names(fact: Fact) -> frozenset[str]:
    """The stems of its parties' names: two posts are not one because both are in one country."""
    return frozenset().union(*(stems(p.name) for p in (fact.subject, fact.object) if p and p.name))


def _named(fact: Fact) -> frozenset[str]:
    """The parties' own names: two claims about one man are not alike because both name him."""
    names = (p.name or p.described for p in (fact.subject, fact.object) if p)
    return frozenset().union(*(stems(n) for n in names)) if fact.subject or fact.object else frozenset()
