"""What one passage is against another: the same, weaker, stronger, a contradiction, an update, or about something else.

What the claims of a record say of both passages comes first: two wordings of one claim, two claims that deny or update each
other. Where the passages are in no claims that meet, signs are weighed (`signs.py`, `against_measures.py`) by weights fitted to
labelled pairs (`against_weighed.py`); that is weak evidence, as its score says, and a contradiction needs more of it than
anything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from retold.compare.against_measures import joined, measures
from retold.compare.against_weighed import reason, verdict
from retold.compare.drift.aligned import Pair
from retold.compare.drift.passages import Text, text_of
from retold.compare.scales import Verdict, scales
from retold.compare.sides import side
from retold.compare.signs import alignment, signs
from retold.model import Claim, ClaimMention, Passage, Span, Trace
from retold.strength import CERTAINTY

RELATED: Mapping[str, Verdict] = {
    "contradicts": "contradicts",
    "denied by": "contradicts",
    "denies": "contradicts",
    "updates": "updates",
    "updated by": "updates",
    "later holder than": "updates",
    "earlier holder than": "updates",
}
"""What a relation between claims makes of passages that state them; the others decide nothing."""
STANCES = ("planned", "alleged", "asserted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """What a passage is against another; `score` is 0 to 1, `reason` tells in words what spoke for it."""

    kind: Verdict
    score: float
    reason: str


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A record whose passages can be held against each other; what was looked up once is kept."""

    trace: Trace
    _texts: dict[str, Text] = field(default_factory=dict)
    _pairs: dict[tuple[str, str], Sequence[Pair]] = field(default_factory=dict)
    _stated: dict[str, list[tuple[ClaimMention, Claim]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for claim in self.trace.claims:
            for mention in claim.mentions:
                self._stated[mention.report].append((mention, claim))

    def against(self, a: Passage, b: Passage) -> Against:
        """Return what passage `b` is against passage `a`. Raises `KeyError` for a report that the record does not hold."""
        return self._by_claims(a, b) or _weighed(self.signs(a, b))

    def signs(self, a: Passage, b: Passage) -> Mapping[str, float]:
        """Return the signs that two passages give."""
        one, two = self._text(a.report), self._text(b.report)
        key = (a.report, b.report)
        if key not in self._pairs:
            self._pairs[key] = alignment(one, two)
        first, second = side(one, a.span), side(two, b.span)
        found = {**signs(first, second, self._pairs[key]), **self._apart(a, b), **measures(first, second)}
        return {**found, **joined(found)}

    def _apart(self, a: Passage, b: Passage) -> dict[str, float]:
        """Return a sign of passages that both state claims of one kind, and none that is the other's."""
        one, two = (list(self._within(place)) for place in (a, b))
        if not one or not two or {c.id for c in one} & {c.id for c in two}:
            return {}
        kinds = {c.kind for c in one} & {c.kind for c in two}
        return {"claims of one kind held apart": 1.0} if kinds - set(scales().measures.asides) else {}

    def _within(self, place: Passage) -> Iterator[Claim]:
        """Yield the claims of which a passage states the words, whatever else it states."""
        for mention, claim in self._stated.get(place.report, ()):
            shared = min(mention.span.end, place.span.end) - max(mention.span.start, place.span.start)
            shorter = min(mention.span.end - mention.span.start, place.span.end - place.span.start)
            if shared > scales().measures.most * shorter:
                yield claim

    def _text(self, report: str) -> Text:
        if report not in self._texts:
            readings = {r.report.name: r for r in self.trace.readings}
            self._texts[report] = text_of(readings[report])
        return self._texts[report]

    def _by_claims(self, a: Passage, b: Passage) -> Against | None:
        """Return what the claims of both tell, None where they have none that meet."""
        earlier, later = list(self._states(a)), list(self._states(b))
        related = [(rel, here) for _, here in earlier for rel in here.relations]
        for mention, claim in later:
            for relation, here in related:
                if relation.claim == claim.id and relation.kind in RELATED and here.id != claim.id:
                    return Against(kind=RELATED[relation.kind], score=relation.score, reason=relation.reason)
            for other, here in earlier:
                if here.id == claim.id and claim.kind not in ("office", "rank") and other is not mention:
                    return _wording(other, mention)
        return None

    def _states(self, place: Passage) -> Iterator[tuple[ClaimMention, Claim]]:
        for mention, claim in self._stated.get(place.report, ()):
            if mention.fact is not None and _most(mention.span, place.span):
                yield mention, claim


def _most(one: Span, other: Span) -> bool:
    """Whether two spans are mostly one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    longer = max(one.end - one.start, other.end - other.start)
    return shared >= scales().measures.most * longer


def _wording(a: ClaimMention, b: ClaimMention) -> Against:
    """Return how the second wording of a claim stands to the first: by stance, then by hedges."""
    ranks = [(_rank(m.stance), CERTAINTY[m.certainty]) for m in (a, b)]
    kind: Verdict = "same" if ranks[0] == ranks[1] else "stronger" if ranks[1] > ranks[0] else "weaker"
    told = f"one claim, {a.stance} and {a.certainty}, then {b.stance} and {b.certainty}"
    return Against(kind=kind, score=min(a.score, b.score), reason=told)


def _rank(stance: str) -> int:
    return STANCES.index(stance) if stance in STANCES else len(STANCES) - 1


def _weighed(found: Mapping[str, float]) -> Against:
    """Return the kind that the signs speak for most, with what spoke for it most."""
    kind, share = verdict(found)
    return Against(kind=kind, score=round(share, 2), reason=reason(found, kind))
