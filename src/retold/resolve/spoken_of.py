"""Whom words are about is weighed among all whom they name or take up, who stand beside them, and who was told of just before.

`find` picks by grammar whom a statement is about before it is known who "he" is; here the report's chains are known. Each
candidate, nobody, and one who is only described, has its evidence; the weights in `spoken_of.toml` are those of a softmax over
the candidates of a statement (a conditional logit: McFadden 1974), and the likeliest is taken.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from retold.model import Attribution, Chain, Fact, Mention, Party, Span
from retold.tables import table

ATTRIBUTED = "statement/attribution"
ACTS = frozenset({"subject", "passive subject"})
BEFORE = 12
"""Mentions before a statement among which are those told of just before."""
MOST = 60
"""Mentions in words, and beside them, that are looked at."""
FAR = 200
"""Code points into the words that count as one step."""
LONG = 250
"""Code points of words that are long."""
FEW, STEPS = 4, 2
"""Counts beyond which more say no more; steps into the words likewise."""
CLOSE = 1
"""Sentences before a statement in which somebody was told of just before."""

Evidence = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody whom words may be about, or nobody, and what speaks for it."""

    party: Party | None
    evidence: Evidence


class Cast:
    """The mentions of a report in text order with their chains, for all its statements."""

    def __init__(self, mentions: Iterable[Mention], chains: Iterable[Chain], sentences: Sequence[Span]) -> None:
        self.mentions = sorted((m for m in mentions if m.chain is not None), key=lambda m: (m.span.start, -m.span.end))
        self.starts = [m.span.start for m in self.mentions]
        self.chains = {c.id: c for c in chains}
        self.counts = Counter(m.chain for m in self.mentions)
        self.ends = [s.end for s in sentences]

    def within(self, span: Span) -> list[Mention]:
        """Return the first mentions that begin in a span."""
        first = bisect_left(self.starts, span.start)
        return self.mentions[first : min(bisect_left(self.starts, span.end), first + MOST)]

    def before(self, place: int) -> list[Mention]:
        """Return the mentions of the sentence of a place and of the one before it that stand before the place."""
        sentence, at = bisect_left(self.ends, place + 1) - CLOSE, bisect_left(self.starts, place)
        return [m for m in self.mentions[max(0, at - BEFORE) : at] if m.sentence >= sentence]


def spoken_of(facts: Sequence[Fact], told: Sequence[Attribution], cast: Cast) -> tuple[Fact, ...]:
    """Return the facts, each statement that is told from an attribution with the party that it is likeliest about."""
    weights: Mapping[str, float] = table("retold.resolve", "spoken_of.toml")["weights"]
    by_id = {a.id: a for a in told}
    done, last = list[Fact](), None
    for fact in facts:
        if weighed(fact):
            among = candidates(fact, by_id.get(fact.attribution or ""), cast, last)
            fact = _about(fact, max(among, key=lambda each: worth(each, weights)).party)
        if fact.kind == "statement" and fact.object is not None and fact.object.chain:
            last = fact.object.chain
        done.append(fact)
    return tuple(done)


def _about(fact: Fact, party: Party | None) -> Fact:
    """Return a statement about somebody; of himself nobody is said to speak."""
    himself = party is not None and fact.subject is not None and party.chain == fact.subject.chain is not None
    return fact if party == fact.object else replace(fact, object=None if himself else party)


def weighed(fact: Fact) -> bool:
    """Return whether whom a statement is about is to be weighed: where a pattern of its own says it ("promised X to") it is not,
    and what is planned is about whom it is promised to."""
    return fact.pattern == ATTRIBUTED and not (fact.stance == "planned" and fact.object is not None)


def worth(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """Return what speaks for a candidate."""
    return sum(weights.get(name, 0.0) * value for name, value in candidate.evidence.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is said in one statement: who is told of in it, beside it and just before it."""

    fact: Fact
    content: Sequence[Span]
    inside: Sequence[Mention]
    beside: Sequence[Mention]
    before: Sequence[Mention]
    quoted: bool
    first: Mention | None
    """The first who does something in the words."""
    others: int
    """How many are told of in the words."""

    @classmethod
    def of(cls, fact: Fact, told: Attribution | None, cast: Cast) -> Words:
        """Return the words of a statement as its attribution has them, else those of the fact."""
        content = told.content if told is not None and told.content else (fact.span,)
        sources = [*(told.source if told is not None else ())]
        sources += [fact.subject.span] if fact.subject is not None and fact.subject.span is not None else []
        inside = [m for span in content for m in cast.within(span)]
        held = {m.span for m in inside} | {m.span for span in sources for m in cast.within(span)}
        beside = [m for m in cast.within(fact.span) if m.span not in held]
        return cls(
            fact=fact,
            content=content,
            inside=inside,
            beside=beside,
            before=cast.before(fact.span.start),
            quoted=told is not None and told.quoted,
            first=next((m for m in inside if m.grammar in ACTS), None),
            others=len({m.chain for m in inside}),
        )

    @property
    def speaker(self) -> str | None:
        """The chain of whoever speaks."""
        return self.fact.subject.chain if self.fact.subject is not None else None


def candidates(fact: Fact, told: Attribution | None, cast: Cast, last: str | None) -> list[Candidate]:
    """Return whom a statement may be about, nobody among them; `last` is the chain that the statement before is about."""
    words = Words.of(fact, told, cast)
    found = dict[str, Evidence]()
    _note_inside(found, words)
    _note_beside(found, words.beside)
    _note_before(found, words)
    at = {m.chain: m for m in (*reversed(words.before), *reversed(words.beside), *reversed(words.inside))}
    rows = [_of_chain(words, cast, at[key], {**evidence, "last": float(key == last)}) for key, evidence in found.items()]
    return [*(row for row in rows if row is not None), _nobody(words), *_otherwise(words, found)]


def _note_inside(found: dict[str, Evidence], words: Words) -> None:
    """Note how somebody stands in the words."""
    first = words.first
    for m in words.inside:
        own = found.setdefault(m.chain or "", {})
        if not own:
            place = min((m.span.start - words.content[0].start) / FAR, STEPS)
            own |= {"within": 1.0, "place": place, "rank": min(len(found) - 1, FEW) / FEW}
        own["mentions"] = min(own.get("mentions", 0) + 1, FEW)
        own |= {"subject": 1.0} if m.grammar in ACTS else {}
        own |= {"first subject": 1.0} if m is first else {}
        own |= {"named": 1.0} if m.form == "name" else {}
        own |= {"no owner": 1.0} if m.grammar != "possessive" else {}


def _note_beside(found: dict[str, Evidence], beside: Sequence[Mention]) -> None:
    """Note who stands beside the words, in the sentence that tells them: of whom, to whom, against whom they are said."""
    for m in beside:
        own = found.setdefault(m.chain or "", {})
        own["beside"] = 1.0
        if "within" not in own:
            own["only beside"] = own[f"beside as {m.grammar}"] = 1.0


def _note_before(found: dict[str, Evidence], words: Words) -> None:
    """Note who was told of just before, and is not told of in the words or beside them."""
    for m in words.before:
        own = found.setdefault(m.chain or "", {})
        if "beside" not in own and "within" not in own:
            own["only before"], own["only before a quotation"] = 1.0, float(words.quoted)
            own |= {"before as subject": 1.0} if m.grammar in ACTS else {}


def _of_chain(words: Words, cast: Cast, at: Mention, evidence: Evidence) -> Candidate | None:
    """Return a chain with a name as candidate, and one without where `find` chose it; None for others."""
    fact, chain = words.fact, cast.chains.get(at.chain or "")
    chosen = fact.object is not None and fact.object.chain == at.chain
    if chain is None or (chain.name is None and not chosen):
        return None
    speaks, within, others = words.speaker == chain.id, "within" in evidence, words.others
    own = evidence | {
        f"a {chain.kind}": 1.0,
        "often": math.log1p(cast.counts[chain.id]),
        "chosen": float(chosen),
        "speaker": float(speaks),
        "speaker within": float(speaks and within),
        "speaker first": float(speaks and "first subject" in evidence),
        "person as subject": float(chain.kind == "person" and "subject" in evidence),
        "place within": float(chain.kind == "place" and within),
        "alone": float(within and others == 1),
        "among": min(others, FEW) / FEW if within else 0.0,
        "where none was chosen": float(fact.object is None and within),
    }
    party = Party(described=chain.name or "", span=at.span, chain=chain.id, name=chain.name, kind=chain.kind)
    return Candidate(party=fact.object if chosen else party, evidence=own)


def _nobody(words: Words) -> Candidate:
    first = words.first
    evidence = {
        "nobody": 1.0,
        "nobody chosen": float(words.fact.object is None),
        "nobody within": float(not words.inside),
        "nobody among": min(words.others, FEW) / FEW,
        "nobody, the speaker first": float(first is not None and first.chain == words.speaker is not None),
        "nobody, no subject": float(first is None),
        "nobody, not asserted": float(words.fact.stance != "asserted"),
        "nobody, long": float(words.content[-1].end - words.content[0].start > LONG),
    }
    return Candidate(party=None, evidence=evidence)


def _otherwise(words: Words, found: Mapping[str, Evidence]) -> list[Candidate]:
    """Return whom `find` chose where that is none of the chains: who is only described, or named by no mention."""
    chosen = words.fact.object
    if chosen is None or chosen.chain in found:
        return []
    kind = "named otherwise" if chosen.name is not None else "described"
    several, among = float(chosen.described.endswith("s")), min(words.others, FEW) / FEW
    evidence = {kind: 1.0, f"{kind}, several": several, f"{kind} among": among, f"{kind}, quoted": float(words.quoted)}
    return [Candidate(party=chosen, evidence=evidence)]
