"""Who speaks: a named person or body, a document, someone unnamed, or nobody that the report says.

A source phrase is what its head word is: a name or a pronoun is the chain it belongs to, "the indictment" a document,
"two officials" unnamed people with a count. An unnamed source that is taken up later ("the people", "one of them")
stays the same source, with the words that described it first; the person spoken about and the go-between are others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.model import Attribution, Chain, Findings, Mention, Speaker
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import Known, Source
from retold.resolve.speakers.unnamed import take_up, unnamed
from retold.resolve.speakers.via import via

KINDS = {"person": "person", "body": "body", "place": "body"}
"""A place that speaks is its government ("Washington said")."""

FIRST_PERSONS = frozenset({"i", "we", "me", "us", "my", "our"})


def speakers(findings: Findings, mentions: Sequence[Mention], chains: Sequence[Chain]) -> tuple[Attribution, ...]:
    """Return the attributions of a report with their speakers, in the order given; nothing else of them changes."""
    scene = Scene.of(findings, mentions, chains)
    known: list[Known] = []
    done = {each.id: _with_speaker(each, scene, known) for each in sorted(findings.attributions, key=_place)}
    return tuple(done[each.id] for each in findings.attributions)


def _place(each: Attribution) -> tuple[int, int]:
    return (each.source[0].start if each.source else each.cue[0].start, each.cue[0].start)


def _with_speaker(each: Attribution, scene: Scene, known: list[Known]) -> Attribution:
    source = scene.source(each)
    speaker = Speaker(kind="unknown") if source is None else _speaker(source, scene, known)
    # Who was heard through an outlet at first is heard through it when taken up.
    speaker = replace(speaker, via=via(each, source, speaker, scene) or speaker.via)
    if source is not None and speaker.kind == "unnamed":
        known.append(Known(source=source, speaker=speaker))
    return replace(each, speaker=speaker)


def _speaker(source: Source, scene: Scene, known: Sequence[Known]) -> Speaker:
    """Who a source phrase stands for: what it takes up, else a chain with a name, else what it describes."""
    chain = source.chain
    if source.partitive or (chain is None or chain.name is None):
        earlier = take_up(source, known)
        if earlier is not None:
            return earlier
    if source.publication:
        return Speaker(kind="body", name=source.publication)
    if chain is not None and chain.name is not None and not source.partitive:
        return _named(chain, scene)
    if source.is_document and not source.is_person:
        return Speaker(kind="document", described=source.words, chain=chain.id if chain else None)
    return _described(source, chain, scene)


def _named(chain: Chain, scene: Scene) -> Speaker:
    outlet = scene.outlet_name(chain.name or "")
    if outlet is not None and outlet.lower() == (chain.name or "").lower().removeprefix("the "):
        return Speaker(kind="body", name=outlet, chain=chain.id)
    if KINDS.get(chain.kind, "body") == "person":
        return Speaker(kind="person", name=chain.name, chain=chain.id)
    return Speaker(kind="body", name=chain.name, chain=chain.id)


def _described(source: Source, chain: Chain | None, scene: Scene) -> Speaker:
    identity = chain.id if chain else None
    if source.pronoun:
        if chain is not None and chain.described and chain.kind == "person":
            return Speaker(kind="unnamed", described=chain.described, chain=identity)
        if chain is not None and chain.described and chain.kind == "body":
            return Speaker(kind="body", described=chain.described, chain=identity)
        return Speaker(kind="unknown", described=None if source.words.lower() in FIRST_PERSONS else source.words, chain=identity)
    if source.is_person:
        return unnamed(source, identity)
    if source.is_body or (chain is not None and chain.kind in ("body", "place")):
        return Speaker(kind="body", name=scene.outlet_name(source.words), described=source.words, chain=identity)
    if chain is not None and chain.kind == "person":
        return unnamed(source, identity)
    if source.capitalised:
        return Speaker(kind="person" if source.words.count(" ") == 1 else "body", name=source.words, chain=identity)
    return Speaker(kind="unknown", described=source.words, chain=identity)
