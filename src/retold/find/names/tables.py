"""The vocabulary of names: what titles, body words and countries tell, as sets and maps ready to look up.

The words stand in `titles.toml`, `bodies.toml` and `places.toml`; everything here is looked up in lower case without
full stops, so that "Sen." and "sen" and "U.S." and "US" are one entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from retold.model import Sex
from retold.tables import table

PACKAGE = "retold.find.names"


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Return the word as tables hold it: lower case, no full stops, straight apostrophes."""
    return word.lower().replace(".", "").replace("\u2019", "'").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What may stand before a name, or for a person."""

    honorifics: dict[str, Sex | None]
    offices: frozenset[str]
    introducing: frozenset[str]
    modifiers: frozenset[str]
    foreign: frozenset[str]
    persons: frozenset[str]
    relations: frozenset[str]
    sex: dict[str, Sex]
    first: dict[str, Sex]

    def leads(self, word: str) -> bool:
        """Whether the word may be the last of a title that stands before a name."""
        return word in self.honorifics or word in self.offices

    def calls(self, lemma: str) -> bool:
        """Whether a common noun before a name says what the person is by calling, not whose friend or heir."""
        return self.describes(lemma) and lemma not in self.relations

    def describes(self, lemma: str) -> bool:
        """Whether a common noun denotes a person."""
        return lemma in self.persons or lemma in self.offices


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """What makes a name that of a body, a place or something else; and the common nouns for bodies."""

    names: frozenset[str]
    place: frozenset[str]
    place_first: frozenset[str]
    other: frozenset[str]
    never: frozenset[str]
    foreign: frozenset[str]
    nouns: frozenset[str]
    firms: frozenset[str]
    states: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Country codes by name, seat of government, and people, in lower case."""

    names: dict[str, str]
    seats: dict[str, str]
    people: dict[str, str]
    other: dict[str, str]
    bodies: dict[str, str]
    """Organs of state that news names without their country."""
    known: frozenset[str]
    """Towns and regions, countries and their seats."""
    longest: int

    def country(self, words: str) -> str | None:
        """Return the code of the country that these words name, or whose seat of government they name."""
        return self.names.get(words) or self.seats.get(words)

    def acts_for(self, words: Sequence[str]) -> str | None:
        """Return the code of the country whose organ these words name, by itself or with the country before it."""
        if code := self.bodies.get(" ".join(words)):
            return code
        size = next((n for n in range(min(self.longest, len(words) - 1), 0, -1) if self._leads(words[:n])), 0)
        if not size or (words[-1] not in bodies().names and " ".join(words[size:]) not in self.bodies):
            return None
        return self._leads(words[:size])

    def _leads(self, words: Sequence[str]) -> str | None:
        joined = " ".join(words)
        return self.names.get(joined) or self.people.get(joined)


def _set(rows: list[str]) -> frozenset[str]:
    return frozenset(plain(w) for w in rows)


@cache
def titles() -> Titles:
    """Return the titles table."""
    t = table(PACKAGE, "titles.toml")
    honorifics: dict[str, Sex | None] = {plain(w): None for w in t["honorifics"]["any"]}
    first: dict[str, Sex] = {}
    sex: dict[str, Sex] = {}
    pairs: tuple[tuple[str, Sex], ...] = (("male", "male"), ("female", "female"))
    for key, value in pairs:
        honorifics |= {plain(w): value for w in t["honorifics"][key]}
        sex |= {plain(w): value for w in t["sex"][key]}
        first |= {plain(w): value for w in t["first"][key]}
    for both in set(t["first"]["male"]) & set(t["first"]["female"]):
        del first[plain(both)]
    return Titles(
        honorifics=honorifics,
        offices=_set(t["offices"]["words"]),
        introducing=_set(t["offices"]["introducing"]),
        modifiers=_set(t["modifiers"]["words"]),
        foreign=_set(t["foreign"]["words"]),
        persons=_set(t["persons"]["words"]),
        relations=_set(t["persons"]["relations"]),
        sex=sex,
        first=first,
    )


@cache
def bodies() -> Bodies:
    """Return the bodies table."""
    t = table(PACKAGE, "bodies.toml")
    return Bodies(
        names=_set(t["names"]["words"]),
        place=_set(t["names"]["place"]),
        place_first=_set(t["names"]["place_first"]),
        other=_set(t["names"]["other"]),
        never=_set(t["names"]["never"]),
        foreign=_set(t["names"]["foreign"]),
        nouns=_set(t["nouns"]["words"]),
        firms=_set(t["nouns"]["firms"]),
        states=_set(t["nouns"]["states"]),
    )


@cache
def places() -> Places:
    """Return the countries table."""
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    people: dict[str, str] = {}
    other: dict[str, str] = {}
    organs: dict[str, str] = {}
    for code, row in table(PACKAGE, "places.toml").items():
        names |= {plain(w): code for w in row["names"]}
        seats |= {plain(w): code for w in row.get("seats", ())}
        people |= {plain(w): code for w in row.get("people", ())}
        other |= {plain(w): code for w in row.get("other", {}).values()}
        organs |= {plain(w): code for w in row.get("bodies", ())}
    longest = max(len(n.split()) for n in (*names, *seats, *people))
    known = _set(table(PACKAGE, "names.toml")["places"]) | names.keys() | seats.keys()
    return Places(names=names, seats=seats, people=people, other=other, bodies=organs, known=known, longest=longest)
