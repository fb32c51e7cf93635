"""Who the parties of a fact are is settled by the chains of the report: the mention that a party's words end in tells its name.

A pronoun takes the name of its chain, a description ("the company") that of whom it stands for. A post that is told bare
("the chief executive", "the defence minister") is one in the body or country that the report is about: it is completed from
where the same person's post is told in full, else from the body that the report speaks of most, since that is how a reader
completes it. Nothing is taken from outside the report.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from retold.model import Chain, Fact, Mention, Party, Period, Span, TimeExpression, When

STATE = frozenset({"office/government"})
BODY = frozenset({"office/body"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """The mentions by the end of their head word, and the chains by id."""

    heads: Mapping[int, Mention]
    ends: Sequence[int]
    chains: Mapping[str, Chain]

    @classmethod
    def of(cls, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Actors:
        """Return the mentions of a report ready to look up."""
        heads = {m.head.end: m for m in mentions if m.chain is not None}
        return cls(heads=heads, ends=sorted(heads), chains={c.id: c for c in chains})

    def at(self, span: Span) -> Mention | None:
        """Return the mention whose head ends the span, else the last whose head lies in it."""
        exact = self.heads.get(span.end)
        if exact is not None:
            return exact
        at = bisect_left(self.ends, span.end) - 1
        last = self.heads[self.ends[at]] if at >= 0 else None
        return last if last is not None and last.head.start >= span.start and _name_ends(last, span) else None


def _name_ends(mention: Mention, span: Span) -> bool:
    """Whether a mention inside a phrase is the phrase, not a name in front of another head ("the Vale spokesman")."""
    return mention.span.end >= span.end or mention.span.start <= span.start


def parties(
    facts: Sequence[Fact], *, mentions: Sequence[Mention], chains: Sequence[Chain], times: Sequence[TimeExpression]
) -> tuple[Fact, ...]:
    """Return the facts with their parties' chains and names and their times' intervals filled in; ids and spans stay."""
    actors = Actors.of(mentions, chains)
    periods = {t.span: t.period for t in times}
    named = [_fact(f, actors, periods) for f in facts]
    return tuple(_completed(named, actors, mentions))


def _fact(fact: Fact, actors: Actors, periods: Mapping[Span, Period | None]) -> Fact:
    subject, obj = (_party(p, actors) for p in (fact.subject, fact.object))
    if subject and obj and subject.chain and subject.chain == obj.chain:
        obj = None
    when = When(span=fact.when.span, period=periods.get(fact.when.span)) if fact.when else None
    return replace(fact, subject=subject, object=obj, via=_party(fact.via, actors), when=when)


def _party(party: Party | None, actors: Actors) -> Party | None:
    if party is None or party.span is None:
        return party
    mention = actors.at(party.span)
    if mention is None or mention.chain is None:
        return party
    chain = actors.chains.get(mention.chain)
    name = mention.name or (chain.name if chain else None)
    described = party.described
    if mention.form == "pronoun" and name is None and chain is not None and chain.described:
        described = chain.described
    return replace(party, chain=mention.chain, name=name, described=described, kind=mention.kind)


# ---------------------------------------------------------------- bare posts


def _completed(facts: Sequence[Fact], actors: Actors, mentions: Sequence[Mention]) -> list[Fact]:
    """Give a bare post its body: the one told elsewhere for the same person, else the one the report is about."""
    told = {
        (f.subject.chain, _post(f)): f.object for f in facts if f.kind == "office" and f.subject and f.subject.chain and f.object
    }
    counted = Counter(m.chain for m in mentions if m.chain is not None)
    body = _most(actors, counted, body=True)
    state = _most(actors, counted, body=False)
    return [_complete(f, told, body if f.pattern in BODY else state if f.pattern in STATE else None) for f in facts]


def _complete(fact: Fact, told: Mapping[tuple[str, str], Party], otherwise: Party | None) -> Fact:
    if fact.kind != "office" or fact.object is not None or fact.subject is None:
        return fact
    known = told.get((fact.subject.chain or "", _post(fact)))
    found = known if known is not None else otherwise
    if found is None or found.chain == fact.subject.chain:
        return fact
    return replace(fact, object=found)


def _post(fact: Fact) -> str:
    return (fact.detail or "").rsplit(" ", 1)[-1].casefold()


def _most(actors: Actors, counted: Mapping[str, int], *, body: bool) -> Party | None:
    """The named body (or the country) that the report mentions most, when it leads clearly."""
    wanted = [c for c in actors.chains.values() if c.name and (c.kind == "body" if body else c.kind == "place" and c.country)]
    ranked = sorted(wanted, key=lambda c: -counted.get(c.id, 0))
    if not ranked or (len(ranked) > 1 and counted[ranked[0].id] < 2 * counted[ranked[1].id]):
        return None
    first = ranked[0]
    return Party(described=first.name or "", chain=first.id, name=first.name, kind=first.kind)
