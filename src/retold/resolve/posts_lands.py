"""Of which country or region a bare post is, the report tells by what it names most and by the town from which it was sent.

"President Brod" is one of the country that a report speaks of far more than of others, or from whose seat it is sent; a
country that has no such post is not meant. Where two countries stand close, none is taken.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from retold.model import Chain, Kind, Mention, Party
from retold.tables import table

TOP = 700
"""Code points of a report in which its dateline stands."""
SENT = 2.0
TOGETHER = 0.5
AHEAD = 0.69
"""Weights of the town it is sent from and of standing in one sentence with the country, and how far the first must be ahead:
twice as many mentions."""
LEAST = 3
"""Mentions that a country or region needs, where no dateline speaks for it."""
ENOUGH = 12
"""Mentions of a country beyond which more say no more."""
BACK = 40
"""Mentions before a place that are looked at."""
APART = 4
"""How many times more a report of one region, or country, must name it than its state, or another that it names repeatedly."""

_DATELINE = re.compile(
    r"^\s{0,9}(?P<town>[A-Z][A-Z'. -]{2,30}?)(?:, [^\n(]{1,30})?\s{0,3}(?:\([^)\n]{2,30}\)\s{0,3})?(?:--|[\u2013\u2014_])",
    re.MULTILINE,
)


@cache
def regions() -> Mapping[str, tuple[str, str]]:
    """Return the name and the country of each region by its names and short forms, in lower case without full stops."""
    found: dict[str, tuple[str, str]] = {}
    for country, rows in table("retold.resolve", "posts_own.toml")["regions"].items():
        for name, short in rows.items():
            found |= {plain(each): (name, country) for each in (name, *short)}
    return found


def plain(words: str) -> str:
    """Return words in lower case, single-spaced, without full stops."""
    return " ".join(words.replace(".", "").casefold().split())


def possible(country: str, title: str) -> bool:
    """Return whether a country may have a post of that title, in lower case."""
    rows = table("retold.resolve", "posts_own.toml")
    never = max((t for t in rows["never"] if _ends(title, t)), key=len, default=None)
    only = max((t for t in rows["only"] if _ends(title, t)), key=len, default=None)
    return (never is None or country not in rows["never"][never]) and (only is None or country in rows["only"][only])


def _ends(title: str, words: str) -> bool:
    return title == words or title.endswith(f" {words}")


def by_name(name: str, chain: Chain | None, kind: Kind) -> Party:
    """Return a party by a name that the report may not use, of the chain that is called so, if there is one."""
    return Party(described=name, chain=chain.id if chain is not None else None, name=name, kind=kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lands:
    """How often a report names what is of each country, and each region; where it was sent from."""

    countries: Mapping[str, int]
    regions: Mapping[str, int]
    sent: str | None
    """The country from whose seat of government the report was sent."""
    town: Chain | None
    """The town from which it was sent."""
    called: Mapping[str, Chain]
    """The chains of places and bodies by their names, in lower case."""
    states: Mapping[str, Chain]
    """The chain of each country that the report names."""
    together: Mapping[tuple[str, str], int]
    """In how many sentences somebody (by chain) stands together with a country."""

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Lands:
        """Return what a report tells of countries and regions."""
        by_id = {c.id: c for c in chains}
        told = [(m, by_id[m.chain]) for m in mentions if m.chain in by_id]
        counted = Counter(c.country for _, c in told if c.country and c.kind != "person")
        areas = Counter(regions()[plain(c.name)][0] for _, c in told if c.name and _region(c, counted))
        countries = {c: n for c, n in counted.items() if n > sum(areas[r] for r in areas if _code(r) == c)}
        sent = found.group("town").strip() if (found := _DATELINE.search(text[:TOP])) is not None else ""
        called = {plain(n): c for c in reversed(chains) if c.kind != "person" for n in (*c.aliases, c.name) if n}
        return cls(
            countries=countries,
            regions=areas,
            sent=_seats().get(plain(sent)),
            town=called.get(plain(sent)) if plain(sent) not in _seats() else None,
            called=called,
            states={c.country: c for c in reversed(chains) if c.country and plain(c.name or "") in _names(c.country)},
            together=Counter(_beside(told)),
        )

    def state(self, country: str) -> Party:
        """Return a country as a party."""
        chain = self.states.get(country)
        name = chain.name if chain is not None and chain.name else table("retold.find.names", "places.toml")[country]["names"][0]
        return by_name(name, chain, "place")

    def region(self, name: str) -> Party:
        """Return a region as a party."""
        return by_name(name, self.called.get(plain(name)), "place")

    def ahead(self, title: str, who: str | None, without: frozenset[str]) -> tuple[str, float] | None:
        """Return the country in which a post most likely is, and what speaks for it; None where two stand close."""
        scores = {c: self._score(c, who) for c in self.countries if c not in without and possible(c, title)}
        first, second, *_ = *sorted(scores.items(), key=lambda row: -row[1]), ("", 0.0), ("", 0.0)
        clear = first[0] == self.sent is not None or self._alone(first[0], second[0], scores)
        return first if first[0] and clear and first[1] - second[1] >= AHEAD else None

    def _alone(self, first: str, second: str, among: Mapping[str, float]) -> bool:
        """Whether a report tells of one country alone: no other is named more than in passing, nor are its
        regions named as if it were known."""
        counted = self.countries.get(first, 0)
        other = self.countries.get(second, 0)
        home = {regions()[plain(r)][1] for r in self.regions}
        return counted >= LEAST and (other < LEAST or counted >= APART * other) and not (home - {first}) & set(among)

    def _score(self, country: str, who: str | None) -> float:
        beside = self.together.get((who, country), 0) if who is not None else 0
        return math.log1p(min(self.countries[country], ENOUGH)) + SENT * (country == self.sent) + TOGETHER * math.log1p(beside)

    def own_region(self, *, alone: bool = False) -> str | None:
        """Return the region of which a report tells: named far more than any other, and than the state it is in, which is not
        named at all where it is to tell of the region `alone`."""
        first, second, *_ = *Counter(self.regions).most_common(2), ("", 0), ("", 0)
        above = self.countries.get(regions()[plain(first[0])][1], 0) if first[0] else 0
        clear = first[1] >= max(LEAST, 2 * second[1], APART * above) and not (alone and above)
        return first[0] if first[0] and clear else None

    def tells_of(self, country: str) -> bool:
        """Return whether a report speaks of a country or of its regions."""
        return country in self.countries or any(regions()[plain(r)][1] == country for r in self.regions)


def _region(chain: Chain, countries: Mapping[str, int]) -> bool:
    """Whether a place is a region; where a country has its name, too, the one whose state the report tells of."""
    name = plain(chain.name or "")
    if chain.kind == "person" or name not in regions():
        return False
    return chain.country is None or (chain.country == _code(name) and regions()[name][1] in countries)


@cache
def _codes() -> Mapping[str, str]:
    """The country of each name that one has."""
    rows = table("retold.find.names", "places.toml")
    return {name: code for code, row in reversed(rows.items()) for name in row.get("names", ())}


def _code(name: str) -> str | None:
    """The country of that name, the first that has it."""
    return _codes().get(name.title())


@cache
def _names(country: str) -> frozenset[str]:
    row = table("retold.find.names", "places.toml").get(country, {})
    return frozenset(plain(name) for name in row.get("names", ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report as the posts in it are read."""

    text: str
    mentions: Sequence[Mention]
    chains: Sequence[Chain]
    lands: Lands
    starts: Sequence[int]
    by_id: Mapping[str, Chain]
    ending: Mapping[str, Sequence[Chain]]
    """The chains by the last word of their names, in lower case."""
    described: Mapping[str, Sequence[Mention]]
    """The descriptions of each chain, in the order of the text."""
    town: Chain | None
    """The town from which it was sent, else the one that it names far more than any other."""

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Page:
        """Return a report ready to look up."""
        ordered = sorted(mentions, key=lambda m: m.span.start)
        lands = Lands.of(text, mentions, chains)
        ending: dict[str, list[Chain]] = {}
        for chain in (c for c in chains if plain(c.name or "")):
            ending.setdefault(plain(chain.name or "").split()[-1], []).append(chain)
        described: dict[str, list[Mention]] = {}
        for mention in (m for m in ordered if m.form == "description" and m.chain is not None):
            described.setdefault(mention.chain or "", []).append(mention)
        return cls(
            text=text,
            mentions=ordered,
            chains=chains,
            lands=lands,
            starts=[m.span.start for m in ordered],
            by_id={c.id: c for c in chains},
            ending=ending,
            described=described,
            town=lands.town or _foremost_town(ordered, chains),
        )

    def before(self, place: int, sentences: int) -> list[Mention]:
        """Return the mentions before a place, of its own sentence and of so many before that, nearest first."""
        at = bisect_right(self.starts, place)
        here = self.mentions[at - 1].sentence if at else 0
        near = self.mentions[max(0, at - BACK) : at]
        return [m for m in reversed(near) if m.sentence >= here - sentences and m.span.end <= place]


def _foremost_town(mentions: Sequence[Mention], chains: Sequence[Chain]) -> Chain | None:
    """The town that a report names far more than any other."""
    places = [c for c in chains if c.kind == "place" and c.name and c.country is None and plain(c.name) not in regions()]
    counted = Counter(m.chain for m in mentions)
    ranked = sorted(places, key=lambda c: -counted[c.id])
    ahead = ranked and counted[ranked[0].id] >= 3 and (len(ranked) == 1 or counted[ranked[0].id] >= 2 * counted[ranked[1].id])
    return ranked[0] if ahead else None


@cache
def _seats() -> Mapping[str, str]:
    """The country by its seats of government."""
    return {plain(seat): code for code, row in table("retold.find.names", "places.toml").items() for seat in row.get("seats", ())}


def _beside(told: Sequence[tuple[Mention, Chain]]) -> Iterator[tuple[str, str]]:
    states: dict[int, set[str]] = {}
    for mention, chain in told:
        if chain.country is not None and chain.kind != "person":
            states.setdefault(mention.sentence, set()).add(chain.country)
    seen = {(c.id, m.sentence) for m, c in told if c.kind == "person"}
    return ((who, country) for who, sentence in seen for country in states.get(sentence, ()))
