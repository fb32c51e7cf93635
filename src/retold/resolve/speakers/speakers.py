"""Who speaks: a named person or body, a document, someone unnamed, the report itself, or nobody that the report gives.

A source phrase is what its head word is: a name or a pronoun is the chain it belongs to, "the indictment" a document,
"two officials" unnamed people with a count. An unnamed source that is taken up later ("the people", "one of them")
stays the same source, with the words that described it first; the person spoken about and the go-between are others.
"I" and "we" are whoever speaks the words they stand in, outside all such words the report's own writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.model import Attribution, Chain, Findings, Mention, Speaker, SpeakerKind
from retold.resolve.speakers.anonymity import anonymity
from retold.resolve.speakers.asked import interviewed
from retold.resolve.speakers.heard import Heard
from retold.resolve.speakers.joint import among, joint, pair
from retold.resolve.speakers.named import by_capitals, is_text, person_in, several
from retold.resolve.speakers.phrase import phrase
from retold.resolve.speakers.policy import peoples, rules
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.silent import silent
from retold.resolve.speakers.source import Source
from retold.resolve.speakers.taken import fullest, one_of
from retold.resolve.speakers.unnamed import take_up, unnamed
from retold.resolve.speakers.via import via
from retold.resolve.speakers.writer import Writers

NEAR = 3
"""Sentences from somebody who spoke to a phrase that says what everybody knows of him."""
SHORT = 8
"""Words of a phrase that may stand for whom it names."""


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
    if source.words.lower().split()[-1] in rules().pronouns.words:
        return each
    return replace(each, speaker=replace(each.speaker, described=source.words))


def _first_person(source: Source) -> bool:
    return source.words.lower() in rules().pronouns.first


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
    if (answering := interviewed(each, source, scene, heard)) is not None:
        return answering
    if (earlier := _goes_on(each, source, scene, heard)) is not None:
        return earlier
    if (source.partitive or source.rest or not named) and (earlier := take_up(source, heard.lately())) is not None:
        return earlier
    if (thing := _outlet_or_text(source, scene, heard)) is not None:
        return thing
    if chain is not None and named and not source.partitive:
        return joint(source, scene, _named(chain, scene))
    if source.is_document and not source.is_person:
        return Speaker(kind="document", described=fullest(source, scene), chain=chain.id if chain else None)
    if (last := _prominent(each, source, scene, heard)) is not None:
        return last
    return _pronoun(each, source, scene, heard) if source.pronoun else _described(source, chain, scene)


def _outlet_or_text(source: Source, scene: Scene, heard: Heard) -> Speaker | None:
    """The report itself, a text that is no more than its title, or the outlet whose report a phrase is."""
    if source.own_voice:
        return Speaker(kind="outlet", name=scene.outlet or heard.writer.at(source.span.start), described=source.words)
    if source.titled_work:
        return Speaker(kind="document", described=source.words)
    return Speaker(kind="body", name=source.publication) if source.publication else None


def _prominent(each: Attribution, source: Source, scene: Scene, heard: Heard) -> Speaker | None:
    """The last person who spoke, where a phrase says an age, or not far off what everybody knows of him."""
    first = source.chain is None or scene.first.get(source.chain.id) is source.mention
    if not source.aged and not (source.prominent and first):
        return None
    near = (s for place, s in heard.before(each) if source.aged or scene.sentences_between(place, source.span.start) <= NEAR)
    return next((s for s in near if s.kind == "person"), None)


def _goes_on(each: Attribution, source: Source, scene: Scene, heard: Heard) -> Speaker | None:
    """ "They" right after two who spoke together are those two, "it" right after a text that spoke is the text."""
    word = source.words.lower()
    before = [(place, s) for place, s in heard.before(each) if scene.sentences_between(place, source.span.start) <= 1]
    if word in rules().pronouns.they:
        return next((s for _, s in before if s.name and s.described and s.kind in ("person", "body")), None)
    if word in rules().pronouns.thing and before and before[0][1].kind == "document":
        return before[0][1]
    return None


def _named(chain: Chain, scene: Scene) -> Speaker:
    """The person, body or people that a chain with a name is; a place that speaks is its government."""
    name = chain.name or ""
    outlet = scene.outlet_name(name)
    plain = name.lower().removeprefix("the ")
    if outlet is not None and (outlet.lower() == plain or (name.isupper() and plain in scene.outlets)):
        own = scene.outlet is not None and outlet.lower() == scene.outlet.lower().removeprefix("the ")
        return Speaker(kind="outlet" if own else "body", name=outlet, chain=chain.id)
    if several(chain):
        return Speaker(kind="unnamed", described=name, chain=chain.id)
    if chain.kind != "person" and is_text(name):
        return Speaker(kind="document", described=name, chain=chain.id)
    person = name if chain.kind == "person" else person_in(name)
    if person is None and name.isupper() and (known := scene.surnames.get(name.lower())) is not None:
        return Speaker(kind="person", name=known.name, chain=known.id)  # "HOLM:" in a transcript
    return Speaker(kind="person" if person else "body", name=person or name, chain=chain.id)


def _pronoun(each: Attribution, source: Source, scene: Scene, heard: Heard) -> Speaker:
    """A pronoun without a name: the chain that is only described, else who spoke last and agrees with it."""
    chain, word, rows = source.chain, source.words.lower(), rules().pronouns
    if chain is not None and chain.described and chain.described.lower() not in rows.words:
        return _only_described(source, chain, chain.described, scene)
    kinds = (
        rows.it_is if word in rows.it else rows.he_is if word in rows.he else rows.they_is if word in rows.they else frozenset()
    )
    if (last := heard.last(each, kinds)) is not None:
        return last
    if word in rows.each and (two := pair(source, scene)) is not None:
        return two
    if word == "one":
        texts = one_of(source, scene)
        return Speaker(
            kind="unnamed" if texts is None else "document", described=texts or word, count=1 if texts is None else None
        )
    kind: SpeakerKind = "unnamed" if word in rows.people else "unknown"
    return Speaker(kind=kind, described=source.words, chain=chain.id if chain else None)


def _only_described(source: Source, chain: Chain, words: str, scene: Scene) -> Speaker:
    if chain.kind != "person":
        return Speaker(kind="body", described=words, chain=chain.id)
    first = scene.first.get(chain.id)
    head = scene.words(first.head) if first is not None else words.split()[-1]
    return unnamed(replace(source, words=words, head=head), chain.id)


def _described(source: Source, chain: Chain | None, scene: Scene) -> Speaker:
    identity = chain.id if chain else None
    if (listed := among(source, scene)) is not None:
        return listed
    leading = source.leading_name
    if (name := source.trailing_name or (leading and person_in(leading))) is not None:
        return Speaker(kind="person", name=name, chain=identity)
    if source.part_of_whom or source.is_person or (chain is not None and chain.kind == "person" and not source.is_body):
        found = unnamed(source, identity)
        return replace(found, described=fullest(source, scene)) if source.definite or source.owned else found
    if (known := _taken_up(source, chain, scene)) is not None:
        return _named(known, scene)
    if source.is_body or (chain is not None and chain.kind in ("body", "place")):
        return Speaker(kind="body", name=scene.outlet_name(source.words), described=fullest(source, scene), chain=identity)
    return _in_capitals(source, scene, identity) or _guessed(source, scene, identity)


def _in_capitals(source: Source, scene: Scene, chain: str | None) -> Speaker | None:
    """What the capitals of a phrase say that no list holds, with an article ("the DOJ") and without."""
    if source.capitalised:
        outlet = scene.outlet_name(source.words)
        return Speaker(kind="body", name=outlet, chain=chain) if outlet else by_capitals(source, chain)
    if not source.definite or source.names is None:
        return None
    if not {source.noun, source.head.lower()}.isdisjoint(peoples()):
        return Speaker(kind="unnamed", described=source.words, chain=chain)
    return Speaker(kind="body", name=source.names, described=source.words, chain=chain)


def _taken_up(source: Source, chain: Chain | None, scene: Scene) -> Chain | None:
    """The named place or body that a description without a name takes up ("the state", "bloc")."""
    if source.definite and source.noun in rules().bodies.lands:
        return scene.land_before(source.span.start)
    if source.is_body and chain is None and (source.definite or source.bare):
        return scene.body_called(source.noun)
    return None


def _guessed(source: Source, scene: Scene, chain: str | None) -> Speaker:
    """What no list holds: a name in capitals, a thing by its ending or its plural ("calls"); else it cannot be told."""
    if (name := source.leading_name) is not None and not source.new:
        return Speaker(kind="person", name=name, chain=chain)
    if (noun := source.first_person_noun) is not None:
        return unnamed(replace(source, head=noun), chain)
    named = _inside(source, scene)
    if named is not None and (named.kind == "body" or not source.new):
        return _named(named, scene)
    some = source.first in rules().pronouns.people or source.head.lower() in rules().pronouns.people
    if source.plural and some:
        return Speaker(kind="unnamed", described=source.words, chain=chain)
    things = source.plural and source.head.islower() and len(source.head) > len("was")
    if source.inanimate or source.thing or things:
        return Speaker(kind="document", described=source.words if source.thing else fullest(source, scene), chain=chain)
    return Speaker(kind="unknown", described=source.words, chain=chain)


def _inside(source: Source, scene: Scene) -> Chain | None:
    """The first person or body that a short phrase names."""
    rows = scene.mentions_near(source.span.start) if len(source.words.split()) <= SHORT else ()
    chains = (scene.chain(m) for m in rows if m.form == "name" and m.span.end <= source.span.end)
    return next((c for c in chains if c is not None and c.name and c.kind != "place"), None)
