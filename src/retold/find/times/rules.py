"""A pattern of a time table is written as the words are spoken, and becomes one regular expression per rule.

The language of the patterns (documented at the head of `en.toml`):

    last week           these words, also with a capital; a space is white space, also over one line break
    two~year            ~ is a space or a hyphen
    [the ]week          what stands in brackets may be missing
    (last|past) week    one of these
    UNIT                a word of the class UNIT, or what has the shape of that name (`times_shapes`)

A rule is tried only where its first two words stand, so that one pass over the words of a report serves all rules, and
an expression is compiled only when a text first asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from retold.errors import TableError
from retold.find.times.shapes import SHAPES
from retold.tables import table

TABLES = {code: f"{code}.toml" for code in ("en", "es", "pt", "fr", "de", "it", "ru", "bg")}
FALLBACK = "any.toml"
"""For reports in a language without a table: dates in figures."""

GAP = r"(?:[^\S\n]{1,4}|[^\S\n]{0,4}\n[^\S\n]{0,8})"
_PIECE = re.compile(r"[A-Z][A-Z0-9]+|[^\W_]+|\s+|.")
WORD = r"\d\w*|[^\W\d_][^\W_]*|['’‘](?=\d)"
ANY = "*"
_KEYS = {
    *("pattern", "type", "value", "unit", "shift", "anchor", "direction", "modifier", "number", "vague"),
    *("after", "not_after", "before", "not_before", "eg"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of a table, ready to be tried; the fields are those of the row."""

    regex: str
    starts: frozenset[tuple[str, ...]]
    type: str
    value: str
    unit: str | None
    shift: str | None
    anchor: str
    direction: str | None
    modifier: str | None
    number: str | None
    vague: str | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    eg: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The rules of one language by first word, and the meanings of the words of its classes."""

    rules: Mapping[str, Mapping[str, tuple[Rule, ...]]]
    """By first word, then by second; under ANY those that do not ask for a second."""
    classes: Mapping[str, Mapping[str, str]]
    lead: Mapping[str, str]
    """What a word right before an expression makes of it: "since" is ON_OR_AFTER."""
    toward: Mapping[str, str]
    """The side on which a word right before an expression says that it lies: "since" is past."""
    within: frozenset[str]
    """Words before a duration that reckon it from now, where the verb looks ahead: "will close in two weeks"."""
    ranges: Mapping[str, Sequence[str]]
    """By the word before the first of two expressions, those between them that make a range of both."""

    def meaning(self, name: str, text: str) -> str:
        """Return what the words that a class or shape matched stand for."""
        kind = name.rstrip("0123456789")
        if kind in SHAPES:
            return SHAPES[kind].read(text)
        return self.classes[kind][_plain(text)]


def _plain(text: str) -> str:
    return re.sub(r"[-\s]+", " ", text.lower()).rstrip(".").replace("’", "'")


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: its expression, and the words (two at most) that it may start with; () if it may have none."""

    regex: str
    starts: frozenset[tuple[str, ...]]


_NO_WORD: frozenset[tuple[str, ...]] = frozenset([()])


class _Reader:
    """Reads one pattern by recursive descent."""

    def __init__(self, pattern: str, classes: Mapping[str, Mapping[str, str]]) -> None:
        self.pieces = _PIECE.findall(pattern)
        self.pattern = pattern
        self.classes = classes
        self.used: set[str] = set()

    def read(self, closing: str = "") -> _Part:
        """Read alternatives up to the closing bracket (or the end)."""
        branches = [self._sequence()]
        while self.pieces and self.pieces[0] == "|":
            self.pieces.pop(0)
            branches.append(self._sequence())
        if closing and not (self.pieces and self.pieces.pop(0) == closing):
            raise TableError(f"pattern {self.pattern!r}: {closing!r} is missing")
        regex = branches[0].regex if len(branches) == 1 else f"(?:{'|'.join(b.regex for b in branches)})"
        return _Part(regex, frozenset().union(*(b.starts for b in branches)))

    def _sequence(self) -> _Part:
        regex, starts = "", _NO_WORD
        while self.pieces and self.pieces[0] not in "|])":
            part = self._atom()
            regex += part.regex
            starts = frozenset(
                a if len(a) > 1 else (a + b)[:2] for a in starts for b in (part.starts if len(a) < 2 else _NO_WORD)
            )
        return _Part(regex, starts)

    def _atom(self) -> _Part:
        piece = self.pieces.pop(0)
        if piece == "[":
            part = self.read("]")
            return _Part(f"(?:{part.regex})?", part.starts | _NO_WORD)
        if piece == "(":
            part = self.read(")")
            return _Part(f"(?:{part.regex})", part.starts)
        if piece.isspace():
            return _Part(GAP, _NO_WORD)
        if piece == "~":
            return _Part(f"(?:{GAP}|-)", _NO_WORD)
        if len(piece) > 1 and piece.isupper() and piece.isascii():
            return self._class(piece)
        return _Part("['’]" if piece in "'’" else _either(piece), frozenset([_starts(piece)]))

    def _class(self, name: str) -> _Part:
        kind = name.rstrip("0123456789")
        if name in self.used:
            raise TableError(f"pattern {self.pattern!r}: {name} stands twice, call one {kind}2")
        self.used.add(name)
        if kind in SHAPES:
            starts = frozenset((first, ANY) for first in SHAPES[kind].firsts)
            return _Part(f"(?P<{name}>(?i:{SHAPES[kind].regex}))", starts)
        if kind not in self.classes:
            raise TableError(f"pattern {self.pattern!r}: there is no class {kind}")
        words = sorted(self.classes[kind], key=len, reverse=True)
        return _Part(f"(?P<{name}>{'|'.join(_word(w) for w in words)})", frozenset(_starts(w) for w in words))


def key(word: str) -> str:
    """Return what a word of a text is looked up by: "#" for figures, "'" for an apostrophe before them."""
    return "#" if word[0].isdigit() else "'" if word[0] in "'’‘" else word.lower()


def _starts(words: str) -> tuple[str, ...]:
    return tuple(key(w) for w in re.findall(WORD, words)[:2])


def _word(word: str) -> str:
    """Return the expression for a word of a class: a capital there stands for a capital (or capitals) in the text."""
    if word[0].isupper():
        plain = _spaced(re.escape(word))
        return plain if " " in word else f"{plain}|{_spaced(re.escape(word.upper()))}"
    return _either(word)


def _either(word: str) -> str:
    """Return the expression for a word that may begin with a capital. Words in capitals throughout are not looked for."""
    first, rest = word[0], _spaced(re.escape(word[1:]))
    return f"[{first}{first.upper()}]{rest}" if first.upper() != first and len(first.upper()) == 1 else _spaced(re.escape(word))


def _spaced(words: str) -> str:
    return words.replace("\\ ", r"[-\s]").replace("'", "['’]")


def _context(words: str | None) -> re.Pattern[str] | None:
    if words is None:
        return None
    return re.compile(rf"(?<!\w)(?:{words})[\s(“\"'‘-]{{1,2}}$", re.IGNORECASE)


def _rules(row: Mapping[str, Any], classes: Mapping[str, Mapping[str, str]]) -> Iterator[Rule]:
    """Yield one rule for each pattern of a row."""
    if unknown := set(row) - _KEYS:
        raise TableError(f"rule {row.get('pattern')!r}: unknown keys {sorted(unknown)}")
    patterns = row["pattern"] if isinstance(row["pattern"], list) else [row["pattern"]]
    for pattern in patterns:
        part = _Reader(pattern, classes).read()
        look = "".join(f"({sign}{_Reader(row[key], classes).read().regex})" for key, sign in _LOOK if key in row)
        yield Rule(
            regex=rf"{part.regex}(?!\w){look}",
            starts=part.starts,
            type=row.get("type", "DATE"),
            value=row["value"],
            unit=row.get("unit"),
            shift=str(row["shift"]) if "shift" in row else None,
            anchor=row.get("anchor", "published" if "shift" in row else "none"),
            direction=row.get("direction"),
            modifier=row.get("modifier"),
            number=row.get("number"),
            vague=row.get("vague"),
            after=_context(row.get("after")),
            not_after=_context(row.get("not_after")),
            eg=row.get("eg"),
        )


def _indexed(rules: Sequence[Rule]) -> dict[str, dict[str, tuple[Rule, ...]]]:
    """Return the rules by first and second word, in the order of the table."""
    index: dict[str, dict[str, set[int]]] = {}
    for n, rule in enumerate(rules):
        for first, second in ((*start, ANY)[:2] for start in rule.starts if start):
            index.setdefault(first, {ANY: set()}).setdefault(second, set()).add(n)
    return {
        first: {second: tuple(rules[n] for n in sorted(numbers | seconds[ANY])) for second, numbers in seconds.items()}
        for first, seconds in index.items()
    }


@cache
def compiled(regex: str) -> re.Pattern[str]:
    """Return an expression, compiled at its first use: a short report needs few of them."""
    return re.compile(regex)


_LOOK = (("before", "?="), ("not_before", "?!"))


@cache
def grammar(language: str | None) -> Grammar:
    """Return the compiled table of a language (ISO 639-1; None is English). Raises `TableError` where a row is malformed."""
    name = TABLES.get(language or "en", FALLBACK)
    data = table("retold.find.times", name)
    classes = {kind: {_plain(k): v for k, v in words.items()} for kind, words in data.get("class", {}).items()}
    try:
        rules = [rule for row in data["rule"] for rule in _rules(row, data.get("class", {}))]
    except (re.error, KeyError, TableError) as error:
        raise TableError(f"retold.find/{name}: {error}") from error
    return Grammar(
        rules=_indexed(rules),
        classes=classes,
        lead=data.get("lead", {}),
        toward=data.get("toward", {}),
        within=frozenset(data.get("tense", {}).get("within", ())),
        ranges=data.get("range", {}),
    )
