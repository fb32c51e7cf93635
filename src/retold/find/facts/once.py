"""One speech is told once: of two attributions of one speaker, one of which lies within the other, the whole is kept.

The finder of attributions may mark a speech by two of its cues ("tweeted a comment, saying ..."), or a quotation and a
clause of it. Who speaks is compared by the name's or noun's last word, since a report names people in full but once.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.find.facts import grammar
from retold.find.facts.parties import Scene, named, words
from retold.model import Attribution, Fact

SHARED = 0.7
"""The share of the shorter one's words that must lie in the other."""

NEARLY = 0.85
"""The share of a content that is another's whole speech."""

MOST = 200
"""Attributions of a passage that are held against each other (hostile input)."""


def once(scene: Scene, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions without those that lie within another of the same speaker, in the order given.

    Each must have a source and a content.
    """
    if len(attributions) > MOST:
        return list(attributions)
    speakers = {one.id: _speaker(scene, one) for one in attributions}
    kept: list[Attribution] = []
    for one in sorted(attributions, key=_length, reverse=True):
        if any(_own_view(scene, one, o) for o in kept):
            continue
        same = [o for o in kept if (speakers[o.id] == speakers[one.id] or _one_voice(scene, one, o)) and _within(one, o)]
        # "Vale: the town Mr Vale said ..." has its own speaker in what is said: a heading before the sentence.
        headed = [other for other in same if any(s.start <= one.source[0].start < s.end for s in other.content)]
        kept = [other for other in kept if other not in headed]
        if len(headed) == len(same):
            kept.append(one)
    return [one for one in attributions if one in kept and not _passes_on(scene, one, kept)]


def whole(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts without statements whose words stand within those of another statement of the same speech.

    "Said she is “worried” about the dam" is one statement; what is said to be done beside what is denied is a second.
    """
    said: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind == "statement" and fact.attribution is not None and fact.detail:
            said.setdefault(fact.attribution, []).append(fact)
    kept = [f for f in facts if not any(_told_in(f, other) for other in said.get(f.attribution or "", ())[:MOST])]
    return [f for f in kept if not _of_oneself(f)]


def _of_oneself(fact: Fact) -> bool:
    """Whether the one who accuses would be the accused: "what many believed to be a killer" is another."""
    return (
        fact.kind == "allegation"
        and fact.subject is not None
        and fact.object is not None
        and fact.subject.span == fact.object.span
    )


def _told_in(fact: Fact, other: Fact) -> bool:
    """Whether a statement is a proper part of another."""
    if fact.kind != "statement" or other.detail is None or fact.detail is None or len(fact.detail) >= len(other.detail):
        return False
    beside = other.stance == "denied" and fact.stance in ("asserted", "planned")
    lies = other.span.start <= fact.span.start and fact.span.end <= other.span.end
    return lies and not beside and fact.detail.strip(' .,"“”') in other.detail


def _passes_on(scene: Scene, one: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether an outlet or a text only carries what another says in the same words ("Vale said, according to the Post")."""
    speaker = scene.head(one.source[0])
    if speaker is None:
        return False
    carries = scene.outlet(speaker) or grammar.lemma(speaker) in words("documents")
    return any(
        o is not one and o.source != one.source and ((carries and _within(one, o) and _within(o, one)) or _only_frames(one, o))
        for o in others
    )


def _own_view(scene: Scene, one: Attribution, other: Attribution) -> bool:
    """Whether somebody says what he thinks within his own words ("I think it fair", Vale said): all of it is told there."""
    own = all(t.lower_ in words("first") for t in scene.inside(one.source[0]))
    # "I felt lost" tells what was, "I think" only how sure he is.
    own = own and any(t.tag_ == "VBP" and t.lemma_ != "mean" for t in scene.among(one.cue))
    pieces = (*one.source, *one.cue, *one.content)
    held = all(any(s.start <= p.start and p.end <= s.end for s in other.content) for p in pieces)
    return own and held and one.stance == other.stance and _length(one) < _length(other)


def _one_voice(scene: Scene, one: Attribution, other: Attribution) -> bool:
    """Whether of two who speak the same quoted words one is only a pronoun ("Vale fired back: ..., he wrote")."""
    heads = [scene.head(a.source[0]) for a in (one, other)]
    return one.quoted and other.quoted and any(h is not None and h.pos_ == "PRON" for h in heads)


def _only_frames(one: Attribution, other: Attribution) -> bool:
    """Whether the content of the first is the whole of the other, who speaks included: "'I will', Vale said"."""
    frame = [*other.source, *other.cue]
    if not all(any(s.start <= f.start and f.end <= s.end for s in one.content) for f in frame):
        return False
    said = [*frame, *other.content]
    held = sum(max(0, min(s.end, o.end) - max(s.start, o.start)) for s in one.content for o in said)
    return held >= NEARLY * _length(one)


def _speaker(scene: Scene, one: Attribution) -> object:
    head = scene.head(one.source[0])
    return named(head).lower_ if head is not None else one.source[0]


def _length(one: Attribution) -> int:
    return sum(s.end - s.start for s in one.content)


def _within(one: Attribution, other: Attribution) -> bool:
    """Whether most of the first's content lies in what the other covers, its cue included."""
    start, end = min(s.start for s in other.content), max(s.end for s in other.content)
    shared = sum(max(0, min(s.end, end) - max(s.start, start)) for s in one.content)
    return shared >= SHARED * _length(one)
