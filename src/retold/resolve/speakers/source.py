"""What a source phrase is made of: its words, its head, its number, and the kinds of speaker that its head may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from retold.model import Chain, Mention, Span, Speaker
from retold.resolve.speakers.policy import either, literally, persons, rules, singular
from retold.tables import table

TRAILING = re.compile(r"\b([a-z][\w-]+),?\s+((?:[A-Z][\w’'.-]+\s+){1,2}[A-Z][\w’'-]*[\w])(?:,(?:\s+\d{1,3})?)?$")
OF_WHAT = 4
"""Words at the head of a phrase, or after "most of", among which its noun is."""
LONG_ENOUGH = 4
"""Letters of a noun beyond which its ending tells something."""
AGED = 3
"""Words of "the 42-year-old", with at most one more."""
GROUP = re.compile(r"^(?:[\w-]+\s+){0,3}?([\w-]+)\s+of\s+((?:[\w’'-]+\s*){1,5})")
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")


@cache
def _partitive() -> re.Pattern[str]:
    """A part of several: "two of the", "at least one of his"."""
    about, whole = either(rules().phrase.about), either(rules().phrase.whole)
    return re.compile(rf"^(?:{about}\s+)?(?P<part>[\w-]+)(?:\s+\w+)?\s+of\s+{whole}\b", re.IGNORECASE)


@cache
def _share() -> re.Pattern[str]:
    """A number that is a share: "33% of voters", "nearly four in 10 voters"."""
    digits = rf"(?:{literally(rules().numbers)}|\d{{1,3}})"
    return re.compile(rf"^(?:\w+ ){{0,2}}\d+%|\b{digits} (?:in|out of) (?:every )?{digits}\b", re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    """A name in capitals, and behind it the end or what says who it is."""
    behind = literally(rules().phrase.named)
    return re.compile(rf"((?:[A-Z][\w’'.-]+\s+){{1,3}}[A-Z][\w’'-]+)(?=$|,|\s+\(|\s+{behind}\b)")


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
        return rules().numbers.get(self.head.lower()) if self.head.lower() not in rules().numbers_not.articles else None

    @property
    def plural(self) -> bool:
        """Whether the head is a plural."""
        if self.number is not None:
            return True
        return self.head.lower() in rules().phrase.plural or self.noun != self.head.lower()

    @property
    def pronoun(self) -> bool:
        """Whether the phrase is no more than a pronoun."""
        return self.words.lower() in rules().pronouns.words

    @property
    def first(self) -> str:
        """The first word in lower case."""
        match = WORD.search(self.words)
        return match.group().lower() if match else ""

    @property
    def definite(self) -> bool:
        """Whether it takes up what was mentioned before."""
        return self.first in rules().unnamed.definite

    @property
    def bare(self) -> bool:
        """Whether it is a noun alone, as in headlines ("Bloc aims ...")."""
        return " " not in self.words and self.words.lower() == self.noun

    @property
    def owned(self) -> bool:
        """Whether it is told whose it is by no more than a pronoun ("his advisers", "its report")."""
        return self.first in rules().pronouns.owners

    @property
    def partitive(self) -> str | None:
        """The number or quantity in "two of the officials", "one of them"."""
        match = _partitive().match(self.words)
        return match["part"].lower() if match else None

    @property
    def own_voice(self) -> bool:
        """Whether the report speaks of itself: "this newspaper", a headline's "Exclusive"."""
        return self.words.lower() in rules().outlets.kickers or self._of_itself

    @property
    def _of_itself(self) -> bool:
        return self.first in ("this", "our") and self.noun in rules().outlets.selves

    @property
    def is_document(self) -> bool:
        """Whether the head names a thing that is read."""
        if self.quantity or self.number is not None:
            return self._of_what & rules().documents.nouns != frozenset()
        return self.noun in rules().documents.nouns and self.head.lower() not in rules().unnamed.nouns

    @property
    def _of_what(self) -> frozenset[str]:
        """The nouns that "most of", "two of" may be a part of."""
        rest = self.words.partition(" of ")[2]
        return frozenset(singular(word) for word in WORD.findall(rest)[:OF_WHAT])

    @property
    def quantity(self) -> bool:
        """Whether the head is a part of many people and no number of them: "twelve percent", "a third", "most"."""
        share = _share().search(self.words) is not None
        return self.noun in rules().unnamed.quantities or self.head == "%" or share

    @property
    def is_person(self) -> bool:
        """Whether the head describes people."""
        if self.grouped:
            return True
        if self.listed or self.quantity or self.noun in ("person", "they") or self.number is not None:
            return True
        known = self.is_document or self._of_bodies or self.pronoun or self.lone
        common = self.head.islower() or self.plural
        return common and not known and len(self.noun) > LONG_ENOUGH and self.noun.endswith(rules().unnamed.endings)

    @property
    def listed(self) -> bool:
        """Whether the tables have the head for people."""
        return not {self.noun, self.head.lower()}.isdisjoint(rules().unnamed.nouns) or self.noun in persons()

    @property
    def lone(self) -> bool:
        """Whether it is one word in capitals that is no plural, as a name is and a noun without an article is not."""
        return " " not in self.words and self.words[:1].isupper() and not self.plural

    @property
    def is_body(self) -> bool:
        """Whether the head describes a body, and not only a group of people ("a group of experts")."""
        return not self.grouped and self._of_bodies

    @property
    def grouped(self) -> bool:
        """Whether a word such as "group" says no more than that several people speak."""
        match = GROUP.search(self.words)
        rest = [singular(word) for word in WORD.findall(match[2])] if match else []
        return match is not None and match[1].lower() in rules().taken.groups and any(word in persons() for word in rest)

    @property
    def _of_bodies(self) -> bool:
        return self.noun in rules().bodies.nouns or self.head.lower() in rules().bodies.nouns

    @property
    def inanimate(self) -> bool:
        """Whether the head's ending is that of things that are told, not of people."""
        return not self.is_body and len(self.noun) > LONG_ENOUGH + 1 and self.noun.endswith(rules().documents.endings)

    @property
    def leading_name(self) -> str | None:
        """The name in capitals that opens the phrase, a comma, "of" or "who" after it; None where none does."""
        match = _leading().match(self.words)
        return match[1] if match and not self.definite and not match[1].isupper() else None

    @property
    def trailing_name(self) -> str | None:
        """The name in capitals right after a noun for a person ("voter Mira Dahl, 45"), which no mention tells; else None."""
        match = TRAILING.search(self.words)
        if match is None or singular(match[1]) != match[1] or match[1] not in persons() | rules().unnamed.nouns:
            return None
        words = {word.lower() for word in match[2].split()}
        rows = table("retold.find.names", "bodies.toml")["names"]
        return match[2] if words.isdisjoint(rows["words"]) and words.isdisjoint(rows["place"]) else None

    @property
    def first_person_noun(self) -> str | None:
        """The noun for people that stands among its first words, whatever the parse takes for its head."""
        first = WORD.findall(self.words)[:OF_WHAT]
        return next((word for word in first if word.islower() and singular(word) in rules().unnamed.nouns), None)

    @property
    def rest(self) -> bool:
        """Whether it is the one of whom no more is told than that he is not the first ("the other")."""
        return self.words.lower() in rules().unnamed.rest

    @property
    def part_of_whom(self) -> bool:
        """Whether it is a number of those just told of ("two of whom")."""
        return self.words.lower().endswith((" of whom", " of which"))

    @property
    def aged(self) -> bool:
        """Whether somebody is taken up by no more than an age ("the 42-year-old")."""
        return self.definite and self.words.lower().endswith("year-old") and len(self.words.split()) <= AGED

    @property
    def prominent(self) -> bool:
        """Whether one is taken up by what everybody knows of him ("the front-runner", "the retired surgeon")."""
        if not self.definite or self.plural:
            return False
        rows = table("retold.resolve.people", "people.toml")
        words = self.words.lower().split()
        life = any(word in rules().unnamed.lives or word.endswith("-born") for word in words[1:])
        return words[-1] in {*rows["contested"], *rows["roles"]} or (life and self.noun not in rules().unnamed.sources)

    @property
    def titled_work(self) -> bool:
        """Whether it is no more than a title in quotation marks."""
        return self.words[:1] in '“"‘' and self.words[-1:] in '”"’'

    @property
    def names(self) -> str | None:
        """The words after the article where each is written as a name ("the DOJ"); None where one is not."""
        rest = self.words.split()[1:]
        return " ".join(rest) if rest and all(word[0].isupper() for word in rest) else None

    @property
    def capitalised(self) -> bool:
        """Whether every longer word begins with a capital, as in a name, and no word before them brings in somebody new."""
        longer = [word for word in WORD.findall(self.words) if len(word) > len("the")]
        return bool(longer) and all(word[0].isupper() for word in longer) and not (self.definite or self.new)

    @property
    def new(self) -> bool:
        """Whether its first word brings in somebody of whom nothing was said ("another Freedonian", "some of you")."""
        return self.first in rules().phrase.new or self.first in rules().unnamed.quantities


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardBefore:
    """An unnamed source that was heard before."""

    source: Source
    speaker: Speaker
