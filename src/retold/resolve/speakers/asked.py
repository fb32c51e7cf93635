"""Questions and answers: "Q" is whoever writes the report, "A" the person whom its opening names most.

A label has no name, and what is told in an answer is that person's; a party of a fact that is no more than the source of an
attribution is its speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from retold.model import Attribution, Chain, Fact, Party, Span, Speaker, SpeakerKind
from retold.resolve.speakers.heard import Heard
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import Source
from retold.tables import table

NAMED = frozenset({"person", "body"})
"""Kinds of speakers whose name a party may take."""
SPEAKING = frozenset({"person", "body", "unnamed", "document"})
"""Kinds of speakers that a statement may be of."""
_POINTS_BACK = re.compile(r"(?:the|this|that|these|those) \S+", re.IGNORECASE)
"""Words that only point back at somebody told of before: "the official"."""
STATED = "statement/attribution"
"""How facts are called that are what somebody says and nothing else."""


def interviewed(each: Attribution, source: Source, scene: Scene, heard: Heard) -> Speaker | None:
    """Return who speaks in a turn that a bare "Q" or "A" heads, None where the source is no such label or nobody was named."""
    rows = table("retold.find.attributions", "cues.toml")["turns"]
    cue = scene.words(each.cue[0])
    if cue not in (":", ".") or source.words not in (*rows["questions"], *rows["answers"]):
        return None
    if source.words in rows["questions"]:
        return Speaker(kind="outlet", name=scene.outlet or heard.writer.at(source.span.start), described=source.words)
    chain = _first_named(each, scene) or scene.main
    return Speaker(kind="person", name=chain.name, chain=chain.id) if chain is not None else None


def _first_named(each: Attribution, scene: Scene) -> Chain | None:
    """The person named most before the first turn, of two the first."""
    labels = (a.source[0].start for a in scene.findings.attributions if a.source and scene.words(a.cue[0]) in (":", "."))
    first = min(labels, default=each.source[0].start)
    before = (scene.chain(m) for m in scene.mentions if m.span.start < first)
    often = Counter(c.id for c in before if c is not None and c.kind == "person" and c.name and not c.plural)
    return scene.chains[often.most_common(1)[0][0]] if often else None


def voiced_parties(facts: Sequence[Fact], attributions: Sequence[Attribution]) -> tuple[Fact, ...]:
    """Return the facts, where a party that nothing names is the source of an attribution with the name of its speaker, or in the
    words that tell who "the official" is, and a statement of nobody ("they insisted") with its speaker as its subject."""
    by = {a.source[0]: a.speaker for a in attributions if a.source and a.speaker is not None}
    said = {a.id: a.speaker for a in attributions if a.source and a.speaker is not None}
    named = (replace(f, subject=_named(f.subject, by), object=_named(f.object, by)) for f in facts)
    whole = (replace(f, subject=_who_speaks(f, said)) for f in named)
    return tuple(replace(f, attribution=None) if _of_another(f, said) else f for f in whole)


def _of_another(fact: Fact, said: dict[str, Speaker]) -> bool:
    """Whether a statement is of one of those who speak together and not of the first, under whose name they stand: the report
    tells that he does."""
    speaker = said.get(fact.attribution or "") if fact.kind == "statement" else None
    name = fact.subject.name if fact.subject is not None else None
    if speaker is None or speaker.name is None or name is None or name == speaker.name or fact.pattern == STATED:
        return False
    return (speaker.described or "").startswith(speaker.name + ",") or (speaker.described or "").startswith(
        speaker.name + " and "
    )


def _who_speaks(fact: Fact, said: dict[str, Speaker]) -> Party | None:
    """Return the subject of a fact; who says words is one, so that "they" of whom the speaker is known are no others."""
    subject, speaker = fact.subject, said.get(fact.attribution or "")
    if subject is None:
        return _subject(fact, said)
    named = speaker is not None and speaker.kind in NAMED and speaker.name not in (None, subject.name)
    pronoun = subject.described.casefold() in table("retold.resolve", "parties.toml")["pronouns"]
    return _subject(fact, said) or subject if named and pronoun else subject


def named_by_parties(attributions: Sequence[Attribution], facts: Sequence[Fact]) -> tuple[Attribution, ...]:
    """Return the attributions, a speaker without a name with that of the subject of what he says, where his words end in it."""
    by = {f.attribution: f.subject for f in facts if f.pattern == STATED and f.subject is not None and f.subject.name}
    return tuple(_named_by(a, by.get(a.id)) for a in attributions)


def _named_by(each: Attribution, party: Party | None) -> Attribution:
    speaker = each.speaker
    if party is None or party.span is None or speaker is None or speaker.name or speaker.kind not in (*NAMED, "unnamed"):
        return each
    words = (speaker.described or "").casefold()
    whole = words.removeprefix("the ") == party.described.casefold().removeprefix("the ")
    if not whole and not words.endswith(f", {party.described.casefold()}"):
        return each
    kind: SpeakerKind = "person" if party.kind == "person" else "body"
    return replace(each, speaker=replace(speaker, kind=kind, name=party.name, chain=party.chain))


def _subject(fact: Fact, said: dict[str, Speaker]) -> Party | None:
    """Who speaks in a statement whose source is a pronoun that no chain explains."""
    speaker = said.get(fact.attribution or "") if fact.pattern == STATED else None
    if speaker is None or speaker.kind not in SPEAKING:
        return None
    words = speaker.name or speaker.described
    kind = speaker.kind if speaker.kind in ("person", "body") else None
    return Party(described=words, name=speaker.name, chain=speaker.chain, kind=kind) if words else None


def _named(party: Party | None, by: dict[Span, Speaker]) -> Party | None:
    speaker = by.get(party.span) if party is not None and party.span is not None and party.name is None else None
    if party is None or speaker is None:
        return party
    if speaker.kind == "unnamed" and speaker.described and _POINTS_BACK.fullmatch(party.described):
        return replace(party, described=speaker.described)
    if speaker.name is None or speaker.kind not in NAMED:
        return party
    return replace(party, name=speaker.name, chain=speaker.chain, kind="person" if speaker.kind == "person" else "body")
