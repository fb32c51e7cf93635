"""Who speaks: a named person or body, a document, someone unnamed, the report itself, or nobody that the report gives.

A source phrase is what its head word is: a name or a pronoun is the chain it belongs to, "the indictment" a document,
"two officials" unnamed people with a count. An unnamed source that is taken up later ("the people", "one of them")
stays the same source, with the words that described it first; the person spoken about and the go-between are others.
"I" and "we" are whoever speaks the words they stand in, outside all such words the report's own writer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from retold.model import Attribution, Chain, Findings, Mention, Span, Speaker, SpeakerKind
from retold.resolve.speakers.anonymity import anonymity
from retold.resolve.speakers.heard import Heard
from retold.resolve.speakers.phrase import phrase
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.silent import silent
from retold.resolve.speakers.source import Source, peoples, persons, policy, singular
from retold.resolve.speakers.taken import fullest, one_of
from retold.resolve.speakers.unnamed import take_up, unnamed
from retold.resolve.speakers.via import via
from retold.resolve.speakers.writer import Writers

SHORT = 8
"""Words of a phrase that may stand for whom it names."""
CAMEL = re.compile(r"[a-z]{2,}[A-Z]|[A-Z]{2,}[a-z]{2,}")
"""Capitals within a word, as in the names of sites and firms."""


def speakers(findings: Findings, mentions: Sequence[Mention], chains: Sequence[Chain]) -> tuple[Attribution, ...]:
    """Return the attributions of a report with their speakers, in the order given; nothing else of them changes."""
    scene = Scene.of(findings, mentions, chains)
    heard = Heard(findings.attributions, Writers.of(findings, mentions))
    phrases = {each.id: phrase(each, scene) for each in findings.attributions}
    done: dict[str, Attribution] = {}
    for second in (False, True):
        # Whose words "I" stands in, and whose speech goes on, is known once those with a source are done.
        for each in heard.ordered:
            source = phrases[each.id]
            if (source is None or _first_person(source)) is second:
                speaker = _speaker(each, source, scene, heard)
                heard.note(each, source, speaker)
                done[each.id] = replace(each, speaker=speaker)
    named = anonymity([done[each.id] for each in findings.attributions], phrases, scene)
    return tuple(_part(each, phrases[each.id]) for each in named)


def _part(each: Attribution, source: Source | None) -> Attribution:
    """ "two of the officials" are called so, and not "three officials", whose standing and reason they share; "one of them"
    alone says nothing, and is called by the words that described them."""
    if source is None or not source.partitive or each.speaker is None or each.speaker.kind != "unnamed":
        return each
    if source.words.lower().split()[-1] in policy("pronouns", "words"):
        return each
    return replace(each, speaker=replace(each.speaker, described=source.words))


def _first_person(source: Source) -> bool:
    return source.words.lower() in policy("pronouns", "first")


def _speaker(each: Attribution, source: Source | None, scene: Scene, heard: Heard) -> Speaker:
    if source is None:
        speaker = silent(each, scene, heard)
    elif _first_person(source):
        speaker = _self(each, source, scene, heard)
    else:
        speaker = _told(each, source, scene, heard)
    # Who was heard through an outlet at first is heard through it when taken up.
    return replace(speaker, via=via(each, source, speaker, scene) or speaker.via)


def _self(each: Attribution, source: Source, scene: Scene, heard: Heard) -> Speaker:
    """Who says "I" or "we": the speaker of the words it stands in, else the one whose speech the report is, else its writer."""
    outer = heard.around(source.span.start, each)
    if outer is not None:
        return outer
    writer = heard.writer.at(source.span.start)
    if source.chain is not None and source.chain.name and not writer:
        return _named(source.chain, scene)
    return Speaker(kind="outlet", name=writer or scene.outlet)


def _told(each: Attribution, source: Source, scene: Scene, heard: Heard) -> Speaker:
    """Who a source phrase stands for: what it takes up, else a chain with a name, else what it describes."""
    chain = source.chain
    named = chain is not None and chain.name is not None and not (chain.plural and chain.kind == "person")
    if source.partitive or not named:
        earlier = take_up(source, heard.lately())
        if earlier is not None:
            return earlier
    if source.own_voice:
        return Speaker(kind="outlet", name=scene.outlet or heard.writer.at(source.span.start), described=source.words)
    if source.publication:
        return Speaker(kind="body", name=source.publication)
    if chain is not None and named and not source.partitive:
        return _named(chain, scene)
    if source.is_document and not source.is_person:
        return Speaker(kind="document", described=fullest(source, scene), chain=chain.id if chain else None)
    if (source.aged or (chain is None and source.prominent)) and (
        last := heard.last(each, policy("pronouns", "he_is"))
    ) is not None:
        return last
    if source.pronoun:
        return _pronoun(each, source, scene, heard)
    return _described(source, chain, scene)


def _named(chain: Chain, scene: Scene) -> Speaker:
    name = chain.name or ""
    outlet = scene.outlet_name(name)
    if outlet is not None and outlet.lower() == name.lower().removeprefix("the "):
        own = scene.outlet is not None and outlet.lower() == scene.outlet.lower().removeprefix("the ")
        return Speaker(kind="outlet" if own else "body", name=outlet, chain=chain.id)
    last = name.rsplit(" ", 1)[-1]
    if (
        last.endswith("s")
        and singular(last) in policy("unnamed", "nouns") | persons()
        and (chain.kind != "person" or last == name)
    ):
        return Speaker(kind="unnamed", described=name, chain=chain.id)  # "Scholars", "Senate Liberals"
    # A place that speaks is its government.
    return Speaker(kind="person" if chain.kind == "person" else "body", name=chain.name, chain=chain.id)


def _pronoun(each: Attribution, source: Source, scene: Scene, heard: Heard) -> Speaker:
    """A pronoun without a name: the chain that is only described, else who spoke last and agrees with it."""
    chain = source.chain
    if chain is not None and chain.described and chain.described.lower() not in policy("pronouns", "words"):
        return _only_described(source, chain, chain.described, scene)
    word = source.words.lower()
    kinds = next(
        (policy("pronouns", f"{key}_is") for key in ("it", "he", "they") if word in policy("pronouns", key)), frozenset[str]()
    )
    if (last := heard.last(each, kinds)) is not None:
        return last
    if word in policy("pronouns", "each") and (joint := _joined(source, scene)) is not None:
        return joint
    if word == "one":
        texts = one_of(source, scene)
        kind: SpeakerKind = "unnamed" if texts is None else "document"
        return Speaker(kind=kind, described=texts or source.words, count=1 if texts is None else None)
    if word in policy("pronouns", "people"):
        return Speaker(kind="unnamed", described=source.words, count=None, chain=chain.id if chain else None)
    return Speaker(kind="unknown", described=source.words, chain=chain.id if chain else None)


def _only_described(source: Source, chain: Chain, words: str, scene: Scene) -> Speaker:
    if chain.kind != "person":
        return Speaker(kind="body", described=words, chain=chain.id)
    first = scene.first.get(chain.id)
    head = scene.words(first.head) if first is not None else words.split()[-1]
    return unnamed(replace(source, words=words, head=head), chain.id)


def _joined(source: Source, scene: Scene) -> Speaker | None:
    """The named persons that open the sentence in which "each" or "both" takes them up."""
    sentence = scene.sentence(source.span.start)
    rows = [m for m in scene.mentions_near(sentence.start) if m.span.end <= source.span.start] if sentence else []
    for first, second in pairwise(rows):
        between = scene.text[first.span.end : second.span.start].strip()
        if between == "and" and {first.form, second.form} == {"name"} and {first.kind, second.kind} == {"person"}:
            return Speaker(kind="person", described=scene.words(Span(first.span.start, second.span.end)))
    return None


def _described(source: Source, chain: Chain | None, scene: Scene) -> Speaker:
    identity = chain.id if chain else None
    if (name := source.trailing_name) is not None:
        return Speaker(kind="person", name=name, chain=identity)
    if source.is_person or (chain is not None and chain.kind == "person" and not source.is_body):
        found = unnamed(source, identity)
        return replace(found, described=fullest(source, scene)) if source.definite or source.owned else found
    if (known := _taken_up(source, chain, scene)) is not None:
        return _named(known, scene)
    if source.is_body or (chain is not None and chain.kind in ("body", "place")):
        return Speaker(kind="body", name=scene.outlet_name(source.words), described=source.words, chain=identity)
    if source.capitalised:
        return _by_capitals(source, identity)
    if source.definite and source.names is not None:
        kind: SpeakerKind = "unnamed" if source.noun in peoples() or source.head.lower() in peoples() else "body"
        return Speaker(kind=kind, name=source.names if kind == "body" else None, described=source.words, chain=identity)
    return _guessed(source, scene, identity)


def _taken_up(source: Source, chain: Chain | None, scene: Scene) -> Chain | None:
    """The named place or body that a description without a name takes up ("the state", "bloc")."""
    if source.definite and source.noun in policy("bodies", "lands"):
        return scene.land_before(source.span.start)
    if source.is_body and chain is None and (source.definite or source.bare):
        return scene.body_called(source.noun)
    return None


def _guessed(source: Source, scene: Scene, chain: str | None) -> Speaker:
    """What no list holds: a name in capitals, a thing by its ending, people by their plural; else it cannot be told."""
    if (name := source.leading_name) is not None:
        return Speaker(kind="person", name=name, chain=chain)
    if (noun := source.first_person_noun) is not None:
        return unnamed(replace(source, head=noun), chain)
    if (named := _inside(source, scene)) is not None:
        return _named(named, scene)
    if source.inanimate:
        return Speaker(kind="document", described=fullest(source, scene), chain=chain)
    if source.thing:
        return Speaker(kind="document", described=source.words, chain=chain)
    plural = source.plural and source.head.islower() and len(source.head) > len("was")
    return Speaker(kind="unnamed" if plural else "unknown", described=source.words, chain=chain)


def _inside(source: Source, scene: Scene) -> Chain | None:
    """The first person or body that a short phrase names."""
    rows = scene.mentions_near(source.span.start) if len(source.words.split()) <= SHORT else ()
    chains = (scene.chain(m) for m in rows if m.form == "name" and m.span.end <= source.span.end)
    return next((c for c in chains if c is not None and c.name and c.kind != "place"), None)


def _by_capitals(source: Source, chain: str | None) -> Speaker:
    """A phrase in capitals that no chain explains: a common noun that opens its sentence, a person, or a body."""
    words = source.words.split()
    if len(words) == 1 and source.plural and not source.words.isupper():
        return Speaker(kind="unnamed", described=source.words, chain=chain)
    if any(CAMEL.search(word) or word.lower().endswith(tuple(policy("bodies", "endings"))) for word in words):
        return Speaker(kind="body", name=source.words, chain=chain)
    person = len(words) <= 3 and not any((w.isupper() and len(w) > 1) or w.lower() in policy("bodies", "nouns") for w in words)
    return Speaker(kind="person" if person else "body", name=source.words, chain=chain)
