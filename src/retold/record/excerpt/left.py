"""What is left of a claim or a person when only some of the reports are known: nothing that only the others say.

What reports state, how they say it and who they name is theirs alone, so it can be selected. What is one claim, one person
or one family is the case's judgement over all that it holds; it is kept, and never told by the words of a report that is
left out. docs/case-file.md says what follows from that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from retold.model import (
    Actor,
    Claim,
    ClaimMention,
    Drift,
    Member,
    Passage,
    Period,
    Relation,
    Span,
    Wording,
)
from retold.strength import extremes, narrowest, rank, why
from retold.tables import table

STATED = 100
"""Mentions by which is told who and when a claim is about: where that many do not say it, no other will."""
SILENT = ("declined", "unknown", "asked")
"""Stances in which nobody asserts anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledParty:
    """A party as one fact has it: what it is called, whether that is a name, and the actor that it is."""

    called: str
    named: bool
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the finding behind a mention says beyond the mention itself."""

    subject: CalledParty | None = None
    object: CalledParty | None = None
    detail: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownReports:
    """The reports that are known, and what can be asked of them."""

    origins: Mapping[str, str]
    """Each known report's family, or its own name where it stands alone."""
    stated: Callable[[Sequence[ClaimMention]], Sequence[Stated]]
    words: Callable[[Passage], str]
    headline: Callable[[str], Span | None]
    names: Callable[[Sequence[Member]], Sequence[tuple[str, Sequence[str]]]]
    """The name and the other names of chains that are named."""
    published: Callable[[str], tuple[str | None, str | None]]
    """A report's time of publication and outlet."""
    claims: Callable[[Iterable[str]], AbstractSet[str]]
    """Which of some claims a known report states."""

    def __contains__(self, report: str | None) -> bool:
        return report in self.origins


def claim_left(claim: Claim, known: KnownReports) -> Claim | None:
    """Return what known reports tell of a claim; None where none states it."""
    mentions = tuple(m for m in claim.mentions if m.report in known)
    if not mentions:
        return None
    kept = mentions if mentions[0] == claim.mentions[0] else _led(mentions, known)
    relations, drift = _relations(claim, known), tuple(d for d in claim.drift if drift_known(d, known))
    if claim.ruled:
        claim = replace(claim, ruled=tuple(mark for mark in claim.ruled if mark.passage.report in known))
    if len(kept) == len(claim.mentions):
        denied_by = _deniers(claim, kept, relations)
        if (relations, drift, denied_by) == (claim.relations, claim.drift, claim.denied_by):
            return claim
        return replace(claim, relations=relations, drift=drift, denied_by=denied_by)
    return _retold(replace(claim, relations=relations, drift=drift), kept, known)


def _retold(claim: Claim, kept: tuple[ClaimMention, ...], known: KnownReports) -> Claim:
    """Return a claim as some of its mentions tell it."""
    reports = dict.fromkeys(m.report for m in kept)
    weakest, strongest = _wordings(claim, kept)
    stated = known.stated(kept[:STATED])
    periods = [s.period for s in stated if s.period]
    subject, object_ = (_actor(sides) for sides in ((s.subject for s in stated), (s.object for s in stated)))
    return replace(
        claim,
        text=_text(claim, kept[0], stated[0], known),
        subject=_title(claim, (claim.subject, claim.subject_actor), subject, [s.subject for s in stated]),
        object=_title(claim, (claim.object, claim.object_actor), object_, [s.object for s in stated]),
        subject_actor=subject,
        object_actor=object_,
        period=claim.period if claim.period in periods else narrowest(periods),
        mentions=kept,
        reports=len(reports),
        origins=len({known.origins[r] for r in reports}),
        asserted_by=_asserting(claim, kept),
        denied_by=_deniers(claim, kept, claim.relations),
        weakest=weakest,
        strongest=strongest,
    )


def drift_known(drift: Drift, known: KnownReports) -> bool:
    """Return whether both passages of a change are known."""
    return drift.earlier.report in known and drift.later.report in known


def _led(mentions: Sequence[ClaimMention], known: KnownReports) -> tuple[ClaimMention, ...]:
    """Return mentions with the one in front by whose words the claim is shown: asserted, and not in a headline."""
    lead = next((m for m in mentions if m.stance == "asserted" and not _in_headline(m, known)), mentions[0])
    return (lead, *(m for m in mentions if m is not lead))


def _in_headline(mention: ClaimMention, known: KnownReports) -> bool:
    headline = known.headline(mention.report)
    return bool(headline and headline.start <= mention.span.start < headline.end)


def _text(claim: Claim, lead: ClaimMention, stated: Stated, known: KnownReports) -> str:
    """Return the words by which a claim is shown; of an unknown, the question."""
    if lead == claim.mentions[0]:
        return claim.text
    words = known.words(Passage(report=lead.report, span=lead.span))
    return " ".join((stated.detail if claim.kind == "unknown" and stated.detail else words).split())


def _called(sides: Iterable[CalledParty | None]) -> str | None:
    """Return the first name that a telling gives, else the first description."""
    told = [side for side in sides if side]
    return next((side.called for side in told if side.named), told[0].called if told else None)


def _actor(sides: Iterable[CalledParty | None]) -> str | None:
    return next((side.actor for side in sides if side and side.actor), None)


def _title(
    claim: Claim, before: tuple[str | None, str | None], actor: str | None, sides: Iterable[CalledParty | None]
) -> str | None:
    """Return what a side is called by what is left; of whom a person ruled who he is, he keeps the name that he has by that."""
    name, whole = before
    return name if claim.ruled and actor is not None and actor == whole else _called(sides)


def _relations(claim: Claim, known: KnownReports) -> tuple[Relation, ...]:
    """Return the relations whose passages are known, to claims that a known report states."""
    found = [r for r in claim.relations if all(place is None or place.report in known for place in (r.here, r.there))]
    there = known.claims(r.claim for r in found)
    return tuple(r for r in found if r.claim in there)


def _deniers(claim: Claim, kept: Sequence[ClaimMention], relations: Sequence[Relation]) -> tuple[str, ...]:
    """Return who denies it: those of whom a denial that is left is told."""
    denials = [_speaker(m) for m in kept if m.stance == "denied"]
    parties = (claim.subject, claim.object) if None in denials else ()  # a headline may name no speaker: "Brask denies talks"
    said = {*denials, *parties, *(r.by for r in relations if r.kind == "denied by")}
    return tuple(name for name in claim.denied_by if name in said)


def _asserting(claim: Claim, kept: Sequence[ClaimMention]) -> tuple[str, ...]:
    """Return who says it: neither who denies it, nor an outlet whose headline leaves out the source that its text gives."""
    named: dict[str, str] = {}
    asserting = {_plainly(name) for name in claim.asserted_by}
    for mention in kept:
        name = _speaker(mention) or next(iter(mention.chain), mention.report)
        if mention.stance not in SILENT and _plainly(name) in asserting:
            named.setdefault(_plainly(name), name)
    return tuple(named.values())


@lru_cache(maxsize=10_000)
def _plainly(name: str) -> str:
    """Return a name without what makes no difference to who is meant: "The official" and "the official" are one."""
    return " ".join(sorted(set(re.findall(r"[^\W_]+", name.casefold())) - _dull())) or name


@cache
def _dull() -> frozenset[str]:
    return frozenset(table("retold.compare", "words.toml")["function_words"])


def _speaker(mention: ClaimMention) -> str | None:
    return (mention.speaker.name or mention.speaker.described) if mention.speaker else None


def _wordings(claim: Claim, kept: Sequence[ClaimMention]) -> tuple[Wording | None, Wording | None]:
    """Return the weakest and the strongest wording of those that are left, with the stored reason where it is the same one."""
    found = extremes([rank(m.stance, m.certainty, _speaker(m)) if m.fact or m.attribution else None for m in kept])
    if found is None:
        return None, None
    reasons = {claim.mentions[w.mention]: w.reason for w in (claim.weakest, claim.strongest) if w}
    least, most = (Wording(mention=at, reason=reasons.get(kept[at]) or _why(kept[at])) for at in found)
    return least, most


def _why(mention: ClaimMention) -> str:
    return why(mention.stance, mention.certainty, _speaker(mention))


def actor_left(actor: Actor, known: KnownReports) -> Actor | None:
    """Return a person or body as known reports name it; None where none does. Its id is another where that would tell more."""
    members = tuple(m for m in actor.members if m.report in known)
    if not members:
        return None
    if len(members) == len(actor.members):
        return actor
    called = known.names(members)
    names = Counter(name for name, _ in called if name)
    if not names:
        return None
    name = actor.name if actor.name in names else max(names, key=lambda n: _fullness(n, names[n]))
    aliases = dict.fromkeys(n for own, others in called for n in (own, *others) if n and n != name)
    return replace(actor, name=name, aliases=tuple(aliases), members=members)


def _fullness(name: str, count: int) -> tuple[bool, bool, bool, int, int, str]:
    """The order in which the case itself prefers names: in Latin letters, of several words, not in capitals, widely used."""
    latin = all(ord(c) < 0x250 for c in name if c.isalpha())
    return latin, len(name.split()) > 1, not name.isupper(), count, len(name), name
