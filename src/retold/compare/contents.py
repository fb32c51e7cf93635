"""What somebody is said to say and no typed fact states is a claim too: a statement of its speaker.

Contents that the finder of facts took up already, whole or in parts, are left to those facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.compare.likeness import stems
from retold.compare.rules import claim_rules
from retold.model import Attribution, Fact, Party, Reading, Span


def contents(reading: Reading) -> Iterator[tuple[Fact, Attribution]]:
    """Yield each attributed content that no fact states, as a statement of its speaker; its id is the attribution's."""
    rules = claim_rules().contents
    for attribution in reading.attributions:
        party = _speaker(attribution, reading)
        if party is None or attribution.stance not in rules.stances or not attribution.content:
            continue
        span = Span(attribution.content[0].start, max(s.end for s in attribution.content))
        said = " ".join(reading.report.text[s.start : s.end] for s in attribution.content)
        if len(stems(said)) >= rules.least and _stated(attribution, reading.facts) < rules.stated:
            yield _statement(attribution, party, span, " ".join(said.split())), attribution


def _statement(attribution: Attribution, party: Party, span: Span, said: str) -> Fact:
    return Fact(
        id=attribution.id,
        kind="statement",
        span=span,
        trigger=attribution.cue[0] if attribution.cue else span,
        pattern="statement/content",
        subject=party,
        detail=said,
        when=attribution.when,
        attribution=attribution.id,
        stance=attribution.stance,
        certainty=attribution.certainty,
        hedges=attribution.hedges,
    )


def _speaker(attribution: Attribution, reading: Reading) -> Party | None:
    """Who says it, where that is somebody beside the report's own outlet."""
    speaker = attribution.speaker
    if speaker is None or speaker.kind in claim_rules().contents.voiceless:
        return None
    named = speaker.name or speaker.described
    if not named or named == reading.report.outlet:
        return None
    return Party(described=speaker.described or named, name=speaker.name, chain=speaker.chain)


def _stated(attribution: Attribution, facts: Sequence[Fact]) -> float:
    """Return the share of a content that facts state; all of it where one of them is its own statement, or where the cue is
    an act that one of them tells ("a court charged him with ...")."""
    own = [f for f in facts if f.kind == "statement"]
    if any(f.attribution == attribution.id or _shared(attribution.cue, f.span) for f in own):
        return 1.0
    if any(_shared(attribution.cue, f.trigger) for f in facts):
        return 1.0
    size = sum(s.end - s.start for s in attribution.content)
    covered = sum(_shared(attribution.content, f.span) for f in facts)
    return covered / size if size else 1.0


def _shared(spans: Sequence[Span], span: Span) -> int:
    return sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in spans)
