"""What a source phrase is made of: its words, its head, its number, and the kinds of speaker that its head may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from retold.model import Chain, Mention, Span, Speaker
from retold.tables import table

PARTITIVE = re.compile(
    r"^(?:(?:at least|about|some|more than|nearly|almost|only)\s+)?(?P<part>[\w-]+)(?:\s+\w+)?\s+of\s+"
    r"(?:the|those|these|them|his|her|its|their|this|that)\b",
    re.IGNORECASE,
)
LEADING = re.compile(r"((?:[A-Z][\w’'.-]+\s+){1,3}[A-Z][\w’'-]+)(?=$|,|\s+\(|\s+(?:of|who|at|from)\b)")
TRAILING = re.compile(r"\b([a-z][\w-]+),?\s+((?:[A-Z][\w’'.-]+\s+){1,2}[A-Z][\w’'-]*[\w])(?:,(?:\s+\d{1,3})?)?$")
OF_WHAT = 4
"""Words at the head of a phrase, or after "most of", among which its noun is."""
AGED = 3
"""Words of "the 42-year-old", with at most one more."""
GROUP = re.compile(r"^(?:[\w-]+\s+){0,3}?([\w-]+)\s+of\s+((?:[\w’'-]+\s*){1,5})")
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")


@cache
def policy(section: str, key: str) -> frozenset[str]:
    """Return one list of `speakers.toml` as a set of lower-case words."""
    return frozenset(word.lower() for word in table("retold.resolve.speakers", "speakers.toml")[section][key])


@cache
def persons() -> frozenset[str]:
    """Return the nouns that the tables of names have for persons."""
    rows = table("retold.find.names", "titles.toml")
    return frozenset((*rows["persons"]["words"], *rows["offices"]["words"])) - policy("bodies", "nouns")


@cache
def peoples() -> frozenset[str]:
    """Return the words for the people of countries ("freedonian", "freedonians")."""
    rows = table("retold.find.names", "places.toml")
    found = {word.lower() for row in rows.values() for word in row.get("people", ())}
    return frozenset(found | {word + "s" for word in found})


def numbers() -> dict[str, int]:
    """Return the number words of `speakers.toml`."""
    found: dict[str, int] = table("retold.resolve.speakers", "speakers.toml")["numbers"]
    return found


def singular(word: str) -> str:
    """Return an English noun's singular as far as its ending tells."""
    low = word.lower()
    if low in ("people", "persons"):
        return "person"
    if low.endswith("women") or low.endswith("men"):
        return low[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source phrase with what is known of it."""

    span: Span
    words: str
    head: str
    """The head word as written."""
    mention: Mention | None
    chain: Chain | None
    publication: str | None = None
    """The outlet whose report the phrase is ("a report from the Ridge Tribune")."""
    through: str | None = None
    """The outlet that cites the speaker ("the Ridge Tribune, citing two officials")."""
    thing: bool = False
    """Whether "which" takes it up: then nobody speaks, but a body or a text."""

    @property
    def noun(self) -> str:
        """The head's singular in lower case."""
        return singular(self.head)

    @property
    def number(self) -> int | None:
        """How many a head that is a number word names ("the four")."""
        return numbers().get(self.head.lower()) if self.head.lower() not in ("a", "an", "one", "another") else None

    @property
    def plural(self) -> bool:
        """Whether the head is a plural."""
        if self.number is not None:
            return True
        return self.head.lower() in ("people", "they", "them", "those") or self.noun != self.head.lower()

    @property
    def pronoun(self) -> bool:
        """Whether the phrase is no more than a pronoun."""
        return self.words.lower() in policy("pronouns", "words")

    @property
    def first(self) -> str:
        """The first word in lower case."""
        match = WORD.search(self.words)
        return match.group().lower() if match else ""

    @property
    def definite(self) -> bool:
        """Whether it takes up what was mentioned before."""
        return self.first in policy("unnamed", "definite")

    @property
    def bare(self) -> bool:
        """Whether it is a noun alone, as in headlines ("Bloc aims ...")."""
        return " " not in self.words and self.words.lower() == self.noun

    @property
    def owned(self) -> bool:
        """Whether it is told whose it is by no more than a pronoun ("his advisers", "its report")."""
        return self.first in policy("pronouns", "owners")

    @property
    def partitive(self) -> str | None:
        """The number or quantity in "two of the officials", "one of them"."""
        match = PARTITIVE.match(self.words)
        return match["part"].lower() if match else None

    @property
    def own_voice(self) -> bool:
        """Whether the report speaks of itself: "this newspaper"."""
        return self.first in ("this", "our") and self.noun in policy("outlets", "selves")

    @property
    def is_document(self) -> bool:
        """Whether the head names a thing that is read."""
        if self.quantity or self.number is not None:
            return self._of_what & policy("documents", "nouns") != frozenset()
        return self.noun in policy("documents", "nouns") and self.head.lower() not in policy("unnamed", "nouns")

    @property
    def _of_what(self) -> frozenset[str]:
        """The nouns that "most of", "two of" may be a part of."""
        rest = self.words.partition(" of ")[2]
        return frozenset(singular(word) for word in WORD.findall(rest)[:OF_WHAT])

    @property
    def quantity(self) -> bool:
        """Whether the head is a part of many people and no number of them: "twelve percent", "a third", "most"."""
        return self.noun in policy("unnamed", "quantities") or self.head == "%"

    @property
    def is_person(self) -> bool:
        """Whether the head describes people."""
        if self.grouped:
            return True
        known = (
            self.noun in policy("unnamed", "nouns") or self.noun in persons() or self.head.lower() in policy("unnamed", "nouns")
        )
        if known or self.quantity or self.noun in ("person", "they") or self.number is not None:
            return True
        known = self.is_document or self._of_bodies or self.pronoun
        return not known and len(self.noun) > 4 and self.noun.endswith(tuple(policy("unnamed", "endings")))

    @property
    def is_body(self) -> bool:
        """Whether the head describes a body, and not only a group of people ("a group of experts")."""
        return not self.grouped and self._of_bodies

    @property
    def grouped(self) -> bool:
        """Whether a word such as "group" says no more than that several people speak."""
        match = GROUP.search(self.words)
        rest = [singular(word) for word in WORD.findall(match[2])] if match else []
        return match is not None and match[1].lower() in policy("taken", "groups") and any(word in persons() for word in rest)

    @property
    def _of_bodies(self) -> bool:
        return self.noun in policy("bodies", "nouns") or self.head.lower() in policy("bodies", "nouns")

    @property
    def inanimate(self) -> bool:
        """Whether the head's ending is that of things that are told, not of people."""
        return not self.is_body and len(self.noun) > 5 and self.noun.endswith(tuple(policy("documents", "endings")))

    @property
    def leading_name(self) -> str | None:
        """The name in capitals that opens the phrase, a comma, "of" or "who" after it; None where none does."""
        match = LEADING.match(self.words)
        return match[1] if match and not self.definite and not match[1].isupper() else None

    @property
    def trailing_name(self) -> str | None:
        """The name in capitals right after a noun for a person ("voter Mira Dahl, 45"), which no mention tells; else None."""
        match = TRAILING.search(self.words)
        if match is None or singular(match[1]) != match[1] or match[1] not in persons() | policy("unnamed", "nouns"):
            return None
        words = {word.lower() for word in match[2].split()}
        rows = table("retold.find.names", "bodies.toml")["names"]
        return match[2] if words.isdisjoint(rows["words"]) and words.isdisjoint(rows["place"]) else None

    @property
    def first_person_noun(self) -> str | None:
        """The noun for people that stands among its first words, whatever the parse takes for its head."""
        first = WORD.findall(self.words)[:OF_WHAT]
        return next((word for word in first if word.islower() and singular(word) in policy("unnamed", "nouns")), None)

    @property
    def aged(self) -> bool:
        """Whether somebody is taken up by no more than an age ("the 42-year-old")."""
        return self.definite and self.noun.endswith("year-old") and len(self.words.split()) <= AGED

    @property
    def prominent(self) -> bool:
        """Whether one is taken up by what everybody knows of him ("the front-runner")."""
        nouns = table("retold.resolve.people", "people.toml")["contested"]
        return self.definite and not self.plural and self.words.lower().split()[-1] in nouns

    @property
    def names(self) -> str | None:
        """The words after the article where each is written as a name ("the DOJ"); None where one is not."""
        rest = self.words.split()[1:]
        return " ".join(rest) if rest and all(word[0].isupper() for word in rest) else None

    @property
    def capitalised(self) -> bool:
        """Whether every longer word begins with a capital, as in a name."""
        longer = [word for word in WORD.findall(self.words) if len(word) > 3]
        return bool(longer) and all(word[0].isupper() for word in longer) and not self.definite


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An unnamed source that was heard before."""

    source: Source
    speaker: Speaker
