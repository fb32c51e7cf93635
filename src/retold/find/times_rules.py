"""A pattern of a time table is written as the words are spoken, and becomes one regular expression per rule.

The language of the patterns (documented at the head of `times.toml`):

    last week           these words, in any case; a space is white space, also over one line break
    two~year            ~ is a space or a hyphen
    [the ]week          what stands in brackets may be missing
    (last|past) week    one of these
    UNIT                a word of the class UNIT, or what has the shape of that name (`times_shapes`)

A rule is tried only where its first word stands, so that one pass over the words of a report serves all rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from retold.errors import TableError
from retold.find.times_shapes import SHAPES
from retold.tables import table

TABLES = {"en": "times.toml"} | {code: f"times_{code}.toml" for code in ("es", "pt", "fr", "de", "it", "ru", "bg")}
FALLBACK = "times_any.toml"
"""For reports in a language without a table: dates in figures."""

GAP = r"(?:[^\S\n]{1,4}|[^\S\n]{0,4}\n[^\S\n]{0,8})"
_PIECE = re.compile(r"[A-Z][A-Z0-9]+|[^\W_]+|\s+|.")
_FIRST = re.compile(r"\d|[^\W\d_][^\W_]*|['’‘]")
_KEYS = {
    *("pattern", "type", "value", "unit", "shift", "anchor", "direction", "modifier", "vague"),
    *("after", "not_after", "before", "not_before", "eg"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of a table, ready to be tried; the fields are those of the row."""

    regex: re.Pattern[str]
    firsts: frozenset[str]
    type: str
    value: str
    unit: str | None
    shift: str | None
    anchor: str
    direction: str | None
    modifier: str | None
    vague: str | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    eg: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The rules of one language by first word, and the meanings of the words of its classes."""

    rules: Mapping[str, tuple[Rule, ...]]
    classes: Mapping[str, Mapping[str, str]]
    lead: Mapping[str, str]
    """What a word right before an expression makes of it: "since" is ON_OR_AFTER."""
    toward: Mapping[str, str]
    """The side on which a word right before an expression says that it lies: "since" is past."""

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
    """A piece of a pattern: its expression, the words it may start with, and whether it may be empty."""

    regex: str
    firsts: frozenset[str]
    empty: bool


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
        return _Part(regex, frozenset().union(*(b.firsts for b in branches)), any(b.empty for b in branches))

    def _sequence(self) -> _Part:
        regex, firsts, empty = "", frozenset[str](), True
        while self.pieces and self.pieces[0] not in "|])":
            part = self._atom()
            regex += part.regex
            if empty:
                firsts |= part.firsts
            empty = empty and part.empty
        return _Part(regex, firsts, empty)

    def _atom(self) -> _Part:
        piece = self.pieces.pop(0)
        if piece == "[":
            part = self.read("]")
            return _Part(f"(?:{part.regex})?", part.firsts, True)
        if piece == "(":
            part = self.read(")")
            return _Part(f"(?:{part.regex})", part.firsts, part.empty)
        if piece.isspace():
            return _Part(GAP, frozenset(), False)
        if piece == "~":
            return _Part(f"(?:{GAP}|-)", frozenset(), False)
        if len(piece) > 1 and piece.isupper() and piece.isascii():
            return self._class(piece)
        if piece in "'’":
            return _Part("['’]", frozenset("'"), False)
        return _Part(re.escape(piece), frozenset([_first(piece)]), False)

    def _class(self, name: str) -> _Part:
        kind = name.rstrip("0123456789")
        if name in self.used:
            raise TableError(f"pattern {self.pattern!r}: {name} stands twice, call one {kind}2")
        self.used.add(name)
        if kind in SHAPES:
            return _Part(f"(?P<{name}>{SHAPES[kind].regex})", frozenset(SHAPES[kind].firsts), False)
        if kind not in self.classes:
            raise TableError(f"pattern {self.pattern!r}: there is no class {kind}")
        words = self.classes[kind]
        regex = "|".join(_word(w) for w in sorted(words, key=len, reverse=True))
        firsts = frozenset(_first(f.group()) for w in words if (f := _FIRST.match(w)))
        return _Part(f"(?P<{name}>{regex})", firsts, False)


def _first(piece: str) -> str:
    """Return the key of a first word, as `words_of` yields it."""
    return "#" if piece[0].isdigit() else "'" if piece[0] in "’‘" else piece.lower()


def _word(word: str) -> str:
    """Capital letters at the start of a word of a class stand for capitals in the text; small ones for either."""
    words = re.sub(r"\\ ", r"[-\\s]", re.escape(word)).replace("'", "['’]")
    if not (word[0].isupper() and word.isascii()):
        return words
    return f"(?-i:{words})" if " " in word else f"(?-i:{words}|{words.upper()})"


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
            regex=re.compile(rf"{part.regex}(?!\w){look}", re.IGNORECASE),
            firsts=part.firsts,
            type=row.get("type", "DATE"),
            value=row["value"],
            unit=row.get("unit"),
            shift=str(row["shift"]) if "shift" in row else None,
            anchor=row.get("anchor", "published" if "shift" in row else "none"),
            direction=row.get("direction"),
            modifier=row.get("modifier"),
            vague=row.get("vague"),
            after=_context(row.get("after")),
            not_after=_context(row.get("not_after")),
            eg=row.get("eg"),
        )


_LOOK = (("before", "?="), ("not_before", "?!"))


@cache
def grammar(language: str | None) -> Grammar:
    """Return the compiled table of a language (ISO 639-1; None is English). Raises `TableError` where a row is malformed."""
    name = TABLES.get(language or "en", FALLBACK)
    data = table("retold.find", name)
    classes = {kind: {_plain(k): v for k, v in words.items()} for kind, words in data.get("class", {}).items()}
    by_first: dict[str, list[Rule]] = {}
    try:
        for row in data["rule"]:
            for rule in _rules(row, data.get("class", {})):
                for first in rule.firsts:
                    by_first.setdefault(first, []).append(rule)
    except (re.error, KeyError, TableError) as error:
        raise TableError(f"retold.find/{name}: {error}") from error
    return Grammar(
        rules={first: tuple(rules) for first, rules in by_first.items()},
        classes=classes,
        lead=data.get("lead", {}),
        toward=data.get("toward", {}),
    )
