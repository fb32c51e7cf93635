"""Words that belong to one row of a table say the same kind of thing in every language: so tellings are compared, untranslated.

The rows stand in `lexicon.toml`; each word of a passage is looked up once, at a cost that grows with the passage alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from retold.tables import table

LONGEST_PREFIX = 24
"""Letters of a word at which a row's beginning of a word is looked for."""

MOST_WORDS = 100_000
"""Words of a language of which what was looked up is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a passage that belong to a row: its kind, its name, and the first and the last word with one beyond."""

    kind: str
    row: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Term:
    kind: str
    row: str
    words: tuple[str, ...]

    def fits(self, words: Sequence[str], at: int) -> bool:
        """Return whether it stands at this word, by which it was looked up: only what follows is read."""
        if at + len(self.words) > len(words):
            return False
        for i in range(1, len(self.words)):
            term, word = self.words[i], words[at + i]
            if not (word.startswith(term[:-1]) if term[-1] == "*" else word == term):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of one language by their first word, whole or as its beginning."""

    whole: dict[str, list[_Term]] = field(default_factory=dict)
    beginnings: dict[str, list[_Term]] = field(default_factory=dict)
    looked_up: dict[str, tuple[_Term, ...]] = field(default_factory=dict)
    """The terms that may begin with a word, of words met before."""

    def marks(self, words: Sequence[str]) -> list[Mark]:
        """Return what the words (in small letters) belong to: of each kind the longest at each place, none inside another."""
        found: list[Mark] = []
        reach: dict[str, int] = {}
        for at, word in enumerate(words):
            terms = self._at(word)
            if not terms:
                continue
            best: dict[str, Mark] = {}
            for term in terms:
                end = at + len(term.words)
                longer = term.kind not in best or end > best[term.kind].end
                if longer and at >= reach.get(term.kind, 0) and term.fits(words, at):
                    best[term.kind] = Mark(kind=term.kind, row=term.row, start=at, end=end)
            for mark in best.values():
                reach[mark.kind] = mark.end
                found.append(mark)
        return found

    def _at(self, word: str) -> tuple[_Term, ...]:
        found = self.looked_up.get(word)
        if found is None:
            if len(self.looked_up) >= MOST_WORDS:
                self.looked_up.clear()
            found = self.looked_up[word] = tuple(self._terms(word))
        return found

    def _terms(self, word: str) -> Iterator[_Term]:
        yield from self.whole.get(word, ())
        if self.beginnings:
            for size in range(1, min(len(word), LONGEST_PREFIX) + 1):
                yield from self.beginnings.get(word[:size], ())


@cache
def lexicon(language: str | None) -> Lexicon:
    """Return the terms of a language (ISO 639-1); a report whose language is not known is read by English ones.

    Raises `TableError`.
    """
    from retold.compare.drift.words import split

    made = Lexicon()
    for kind, row, terms in _rows(table("retold.compare.drift", "lexicon.toml"), language or "en"):
        for term in terms:
            words = tuple(split(term.casefold()))
            if not words:
                continue
            first = words[0]
            index, key = (made.beginnings, first[:-1]) if first.endswith("*") else (made.whole, first)
            index.setdefault(key, []).append(_Term(kind, row, words))
    return made


def _rows(rows: Mapping[str, Any], language: str) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield kind, row and terms; of a kind of three levels ("level.school.1") the first two are the kind."""
    for kind, named in rows.items():
        for name, languages in named.items():
            if any(isinstance(each, Mapping) for each in languages.values()):
                yield from ((f"{kind}.{name}", sub, own[language]) for sub, own in languages.items() if language in own)
            elif language in languages:
                yield kind, name, languages[language]


@cache
def pairs_of_strength() -> tuple[str, ...]:
    """Return the kinds that have a weak and a strong row."""
    return tuple(k for k, named in table("retold.compare.drift", "lexicon.toml").items() if set(named) == {"weak", "strong"})


@cache
def levels() -> tuple[str, ...]:
    """Return the kinds whose rows are degrees: "level.school"."""
    return tuple(f"level.{name}" for name in table("retold.compare.drift", "lexicon.toml").get("level", ()))
