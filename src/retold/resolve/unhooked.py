"""A mention that a person took off its chain stands for nobody; a name stands for a person or body of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from retold.model import Attribution, Chain, Fact, Mention, Party, Reading, Ruling, Span
from retold.resolve.actors.ruled import mention_of, own


def parted(readings: Sequence[Reading], rulings: Iterable[Ruling]) -> tuple[Reading, ...]:
    """Return the readings with the chains taken apart in which a person said that two names are two.

    The second goes, with the other mentions by that very name, to the chain that has this name in the report, else to one of its
    own; what takes up a name that goes, goes with it.
    """
    held = {r.report.name: r for r in readings}
    for ruling in rulings:
        other = ruling.other
        if ruling.verdict == "different" and other and other.report == ruling.one.report and other.report in held:
            one, two = (mention_of(*each, held) for each in zip((ruling.one, other), ruling.words, strict=True))
            if one and two and one.chain == two.chain and one is not two:
                held[other.report] = _parted(held[other.report], one, two, own(ruling))
    return tuple(held[r.report.name] for r in readings)


def _parted(reading: Reading, one: Mention, two: Mention, new: str) -> Reading:
    words = _words(two, reading.report.text)
    same = _same(reading, one, two) or [two]
    home = next((c.id for c in reading.chains if c.id != two.chain and words in (c.name, *c.aliases)), new)
    takers = _takers([m for m in reading.mentions if m.chain == two.chain], same)
    for mention in same:
        reading = unhooked(reading, mention.span, home)
    for mention, name in takers:
        reading = unhooked(reading, mention.span, home, name=_words(name, reading.report.text))
    return reading


def _same(reading: Reading, one: Mention, two: Mention) -> list[Mention]:
    """Return the mentions that go with the second of two names: all by that very name; where it is but a part of the first, which
    then goes by it too, those from this one on until somebody is named in full again."""
    text = reading.report.text
    words, whole = _words(two, text), _words(one, text)
    names = sorted((m for m in reading.mentions if m.chain == two.chain and m.form == "name"), key=lambda m: m.span.start)
    if words == whole:
        return []
    if set(words.split()) < set(whole.split()):
        names = list(takewhile(lambda m: _words(m, text) == words, (m for m in names if m.span.start >= two.span.start)))
    return [m for m in names if _words(m, text) == words]


def _takers(chain: Sequence[Mention], gone: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the pronouns and descriptions of a chain whose last name before them is gone, each with that name."""
    spans, last = {m.span for m in gone}, None
    for mention in sorted(chain, key=lambda m: m.span.start):
        if mention.form == "name":
            last = mention if mention.span in spans else None
        elif last is not None:
            yield mention, last


def unhooked(reading: Reading, span: Span, new: str, *, name: str | None = None) -> Reading:
    """Return a reading whose mention at `span` is not of its chain; `new` is the id of the chain that a name then has, or what
    takes up this `name`.

    What takes up a name keeps its words. A chain that no mention is left of is gone.
    """
    mention = next((m for m in reading.mentions if m.span == span and m.chain), None)
    if mention is None or mention.chain is None:
        return reading
    old, text = mention.chain, reading.report.text
    alone = _alone(mention, text, new) if name is None else replace(mention, chain=new, name=name)
    mentions = tuple(alone if m is mention else m for m in reading.mentions)
    left = [m for m in mentions if m.chain == old]
    gone = {old} if not left else set()
    chains = [_shorter(c, mention, left, text) if c.id == old else c for c in reading.chains if c.id not in gone]
    if alone.chain and all(c.id != new for c in chains):
        chains.append(Chain(id=new, kind=mention.kind, name=alone.name, sex=mention.sex, plural=mention.plural))
    return replace(
        reading,
        mentions=mentions,
        chains=tuple(chains),
        attributions=tuple(_voice(a, alone, old, gone) for a in reading.attributions),
        facts=tuple(_fact(f, alone, old, gone) for f in reading.facts),
    )


def _alone(mention: Mention, text: str, new: str) -> Mention:
    if mention.form != "name":
        return replace(mention, chain=None, name=None)
    return replace(mention, chain=new, name=_words(mention, text))


def _words(mention: Mention, text: str) -> str:
    return " ".join(text[slice(*(mention.bare or mention.span))].split())


def _shorter(chain: Chain, mention: Mention, left: list[Mention], text: str) -> Chain:
    """Return a chain without a name that only the mention gave it."""
    words, named = _words(mention, text), [_words(m, text) for m in left if m.form == "name"]
    if mention.form != "name" or words in named:
        return chain
    name = max(named, key=len, default=None) if chain.name == words else chain.name
    titles = {m.title for m in left}
    return replace(
        chain,
        name=name,
        aliases=tuple(a for a in chain.aliases if a not in (words, name)),
        titles=tuple(t for t in chain.titles if t != mention.title or t in titles),
    )


def _voice(attribution: Attribution, alone: Mention, old: str, gone: set[str]) -> Attribution:
    """Return an attribution whose speaker is not the chain, where the mention was its source or nothing is left of the chain."""
    speaker = attribution.speaker
    source = any(s.start <= alone.span.start and alone.span.end <= s.end for s in attribution.source)
    if speaker is None or speaker.chain is None or not (speaker.chain in gone or (source and speaker.chain == old)):
        return attribution
    if source:
        return replace(attribution, speaker=replace(speaker, name=alone.name, chain=alone.chain))
    return replace(attribution, speaker=replace(speaker, name=None, chain=None))


def _fact(fact: Fact, alone: Mention, old: str, gone: set[str]) -> Fact:
    sides = (fact.subject, fact.object, fact.via)
    subject, object_, via = (_party(side, alone, old, gone) for side in sides)
    return fact if (subject, object_, via) == sides else replace(fact, subject=subject, object=object_, via=via)


def _party(party: Party | None, alone: Mention, old: str, gone: set[str]) -> Party | None:
    if party is None:
        return None
    if party.chain == old and at(party, alone.span):
        return replace(party, chain=alone.chain, name=alone.name)
    return replace(party, chain=None, name=None) if party.chain in gone else party


def at(party: Party, span: Span) -> bool:
    """Return whether a party's words are at a place."""
    return party.span is not None and party.span.start < span.end and span.start < party.span.end
