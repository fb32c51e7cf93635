"""Who the parties of a fact are is settled by the chains of the report: the mention that a party's words end in tells its name.

A pronoun takes the name of its chain, a description ("the company") that of whom it stands for. Where no mention is there, a
surname or a bare title ("Minister" in a headline) stands for the one chain that carries it, if there is just one.

Whose a bare post is, is settled in `posts_near`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from retold.model import Chain, Fact, Mention, Party, Period, Span, TimeExpression, When
from retold.resolve.posts import peoples, words
from retold.resolve.posts_near import placed
from retold.resolve.repeated import news
from retold.resolve.sides import two_sided
from retold.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """The mentions by the end of their head word, the chains by id, and the chains by a word that only they carry."""

    heads: Mapping[int, Mention]
    wholes: Mapping[int, Mention]
    """The names of bodies by where they end, which may be beyond their head ("Workers for Varn")."""
    ends: Sequence[int]
    chains: Mapping[str, Chain]
    words: Mapping[str, Chain]
    countries: Sequence[Chain]
    """Named places, those that a table knows for countries first."""

    @classmethod
    def of(cls, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Actors:
        """Return the mentions and chains of a report ready to look up."""
        heads = {m.head.end: m for m in mentions if m.chain is not None}
        places = [c for c in chains if c.name and (c.kind == "place" or c.name.casefold() in peoples()) and c.kind != "person"]
        return cls(
            heads=heads,
            wholes={m.span.end: m for m in mentions if m.chain is not None and m.form == "name" and m.kind == "body"},
            ends=sorted(heads),
            chains={c.id: c for c in chains},
            words=_last_words(chains),
            countries=sorted(places, key=lambda c: c.country is None),
        )

    def at(self, span: Span) -> Mention | None:
        """Return the mention whose head ends the span, else the last one in it that reaches to its end."""
        exact = self.heads.get(span.end)
        if exact is not None:
            return exact
        body = self.wholes.get(span.end)
        if body is not None and body.span.start >= span.start:
            return body
        at = bisect_left(self.ends, span.end) - 1
        last = self.heads[self.ends[at]] if at >= 0 else None
        whole = last is not None and last.span.end >= span.end
        return last if last is not None and last.head.start >= span.start and whole else None

    def within(self, span: Span) -> list[Mention]:
        """Return the mentions whose heads a span holds, in text order."""
        return [
            self.heads[end] for end in self.ends[bisect_left(self.ends, span.start + 1) : bisect_left(self.ends, span.end + 1)]
        ]


def _last_words(chains: Sequence[Chain]) -> dict[str, Chain]:
    """The last word of names and of titles, where one chain alone has it."""
    found: dict[str, list[Chain]] = {}
    for chain in chains:
        own = {chain.name.split()[-1].casefold()} if chain.name and chain.name.split() else set()
        titles = [t.casefold().split() for t in chain.titles]
        own |= {t[-1] for t in titles if t and t[:1] != ["prime"]} if chain.kind == "person" else set()
        for word in own:
            found.setdefault(word, []).append(chain)
    return {word: same[0] for word, same in found.items() if len(same) == 1}


def parties(
    facts: Sequence[Fact],
    *,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    times: Sequence[TimeExpression],
    text: str = "",
) -> tuple[Fact, ...]:
    """Return the facts with their parties' chains and names and their times' intervals filled in; ids and spans stay.

    The report's `text` says more of whose its posts are."""
    actors = Actors.of(mentions, chains)
    periods = {t.span: t.period for t in times}
    named = [_fact(f, actors, periods) for f in facts]
    return tuple(news(_once(placed(named, text=text, mentions=mentions, chains=chains))))


def _fact(fact: Fact, actors: Actors, periods: Mapping[Span, Period | None]) -> Fact:
    subject, obj = (_state(_party(p, actors), actors) for p in (fact.subject, fact.object))
    if fact.kind == "statement" and obj is not None and obj.described.casefold() in words("oneself"):
        subject, obj = _speaking(subject, obj), None
    subject, obj = two_sided(subject, obj, words("pronouns"), said=fact.kind == "statement")
    when = When(span=fact.when.span, period=periods.get(fact.when.span)) if fact.when else None
    return replace(fact, subject=_somebody(subject), object=_somebody(obj), via=_somebody(_party(fact.via, actors)), when=when)


def _speaking(subject: Party | None, own: Party) -> Party | None:
    """Who speaks: whose "I" stands in the words, where nothing else names him; of himself nobody is said to speak."""
    unnamed = subject is None or (subject.name is None and subject.described.casefold() in words("pronouns"))
    return own if unnamed and own.name is not None else subject


def _somebody(party: Party | None) -> Party | None:
    """A party who can be told apart: a pronoun that no chain explains names nobody."""
    if party is None or party.name is not None:
        return party
    shouted = party.described.isupper() and party.described != "I"  # "US" is no pronoun
    return None if party.described.casefold() in words("pronouns") and not shouted else party


def _state(party: Party | None, actors: Actors) -> Party | None:
    """The country of "Freedonian" or "US" before a noun: the adjective is no mention, but it names a country."""
    if party is None or party.chain is not None or party.name is not None or len(party.described.split()) > 2:
        return party
    word = party.described.casefold().removeprefix("the ")
    code = peoples().get(word)
    if code is not None and word.endswith("s") and word[:-1] in peoples():
        return party  # "Freedonians" are people
    for chain in actors.countries:
        if (code is not None and _is_land(chain, code)) or (code is None and _of(word, chain.name or "")):
            return replace(party, chain=chain.id, name=chain.name, kind="place")
    if code is None:
        return party
    return replace(party, name=table("retold.find.names", "places.toml")[code]["names"][0], kind="place")


def _is_land(chain: Chain, code: str) -> bool:
    """Whether a chain is that of a country, be it told of by its seat: where only things happen in it, the seat is a city."""
    return chain.country == code and peoples().get((chain.name or "").casefold()) == code


def _of(word: str, country: str) -> bool:
    """Whether a word may be the adjective of a country that no table knows ("Morlandian" of "Morland")."""
    name = country.casefold()
    stem = next((n for n in range(min(len(word), len(name)), 3, -1) if word[:n] == name[:n]), 0)
    endings = word[stem:] in words("adjective_endings") and len(name) - stem <= 2
    return stem >= 4 and word != name and " " not in word and endings


def _party(party: Party | None, actors: Actors) -> Party | None:
    if party is None or party.span is None:
        return party
    mention = _headed(party, actors)
    if mention is None or mention.chain is None:
        return _by_word(party, actors)
    chain = actors.chains.get(mention.chain)
    name = mention.name or (chain.name if chain else None)
    described = party.described
    if mention.form == "pronoun" and name is None and chain is not None and chain.described:
        described = chain.described
    if name is None and mention.form == "description" and (other := _by_word(party, actors)).name is not None:
        return other
    return replace(party, chain=mention.chain, name=name, described=described, kind=mention.kind)


def _headed(party: Party, actors: Actors) -> Mention | None:
    """The mention that heads a party's words: not the last of them where a preposition stands before it ("polls in Varn"), but by
    whom a thing was made ("figures by Ada Holm of the bank")."""
    span = party.span
    mention = actors.at(span) if span is not None else None
    if span is None or mention is None or mention.span.start <= span.start:
        return mention
    before = party.described[: mention.span.start - span.start].casefold().split()
    if mention.head.start > span.start and not _hung(mention, before):
        return mention
    by = party.described.casefold().find(" by ")
    made = (m for m in actors.within(span) if by >= 0 and m.head.end > span.start + by + 4)
    return next(made, None) or next((m for m in actors.within(span) if m.span.start == span.start), None)


def _hung(mention: Mention, before: Sequence[str]) -> bool:
    """Whether the words before a name end in a preposition that hangs it on them; an office's field stands between too."""
    near = [w for w in before if w not in ("the", "a", "an")][-1 if mention.kind == "person" else -3 :]
    return not words("linking").isdisjoint(near)


def _by_word(party: Party, actors: Actors) -> Party:
    """The chain of a surname or title that stands alone ("Vale", "Minister", "the minister")."""
    words = [w for w in party.described.casefold().split() if w not in ("the", "a", "an")]
    if len(words) != 1 or party.described.casefold().startswith(("a ", "an ")):
        return party
    chain = actors.words.get(words[0])
    bodies: list[str] = table("retold.resolve.people", "people.toml")["own"]
    if words[0] in table("retold.resolve", "parties.toml")["parts"]:
        return party  # the "House" of "House Speaker" is no White House
    if chain is not None and words[0] in bodies and party.described.endswith(words[0]) and " " in (chain.name or ""):
        return party  # "the state" is no Morlandian State
    return replace(party, chain=chain.id, name=chain.name, kind=chain.kind) if chain else party


# ---------------------------------------------------------------- what is told twice in one place


def _once(facts: Sequence[Fact]) -> list[Fact]:
    """Of two facts that tell one event of the same parties in overlapping words, the fuller ("held talks" and "talked")."""
    kept: list[Fact] = []
    last: dict[tuple[object, ...], int] = {}
    for fact in facts:
        key = _event(fact)
        at = last.get(key) if key is not None else None
        if at is not None and _overlap(kept[at], fact):
            kept[at] = max(kept[at], fact, key=_fullness)
            continue
        if key is not None:
            last[key] = len(kept)
        kept.append(fact)
    return kept


def _event(fact: Fact) -> tuple[object, ...] | None:
    """What two tellings of one event share; nothing for facts of which two may stand side by side (posts, statements)."""
    if fact.kind not in ("contact", "measure", "tie", "control") or not (fact.subject or fact.object):
        return None
    parties = tuple((p.chain or p.described.casefold()) if p else None for p in (fact.subject, fact.object))
    sort = fact.kind if fact.kind == "contact" else fact.pattern.removesuffix("s")
    return (sort, *parties, fact.stance, fact.when.span if fact.when and fact.kind != "contact" else None)


def _overlap(one: Fact, other: Fact) -> bool:
    """Whether the words of one hold those of the other, or at least what made us look."""
    if one.span.start <= other.trigger.start < one.span.end:
        return not (one.when and other.when and one.when.span != other.when.span)
    return other.span.start <= one.trigger.start < other.span.end


def _fullness(fact: Fact) -> tuple[int, int, int]:
    told = sum(x is not None for x in (fact.subject, fact.object, fact.when, fact.where, fact.amount, fact.via))
    named = sum(p.described.casefold() not in words("pronouns") for p in (fact.subject, fact.object) if p is not None)
    return told, named, min(fact.span.end - fact.span.start, 200)
