"""A kind of fact is a table: its rows say which words make us look and which place in the sentence holds which party.

Every `*.toml` beside this file with a `kind` is read, and every one in the folder that the environment names as
RETOLD_FACTS, so a newsroom adds a kind, or rows to one, by writing a table. Rows are of two sorts:

- `[[act]]`, something done: `verbs`, `nouns`, `adjectives` (a particle or further words after a space: "sit down",
  "take into custody"), and the places of its parties.
- `[[post]]`, what somebody is: `nouns` that describe a party ("chief executive", "ally"), and the places of the other.

Places are:

- "doer", "undergoer": the logical subject and object (see `grammar`); or any preposition: "with", "on", "to";
- "poss" (whose), "modifier" (a name or a nationality before a noun), "host" (the noun that "under her control" hangs on);
- "inner": who is named in the clause that follows; "causer": who "made clerks forge it";
- "post": the body of "resigned as head of", "own": that of "the bank's head quit", "owner": whose the things seized are;
- "stake": the body of "40 percent of the bank"; "dative": who is given it; "employer": whose the staff is that is dismissed;
- "ranked": what somebody ranks in ("ranks as Morland's second richest");
- "partaker": who says or does something "at a dinner with" the other;
- "speaker": who is reported to say so; "base", "punished": who did, and who underwent, that for which this is the reason
  ("fined for forging");
- "prosecutor": the country in "a defendant in the Morland case".
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args

from retold.errors import TableError
from retold.model import Stance
from retold.tables import table

PACKAGE = "retold.find.facts"

FOLDER = "RETOLD_FACTS"
"""The environment's name for a folder of further tables; worker processes inherit it."""

Needs = Literal["subject", "object", "both", "either", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a kind's table."""

    kind: str
    sort: Literal["act", "post"]
    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subject: tuple[str, ...] = ("doer",)
    object: tuple[str, ...] = ("undergoer",)
    needs: Needs = "object"
    """Which parties must stand in the sentence."""
    actors: tuple[str, ...] = ("subject", "object")
    """Which parties must be persons, bodies or countries."""
    agents: tuple[str, ...] = ()
    """Words of which one must stand in the subject ("a COURT ordered")."""
    forbidden: tuple[str, ...] = ()
    """Words that the object's head may not be."""
    things: tuple[str, ...] = ()
    """Words that the object's head may be beside actors ("froze the ACCOUNTS")."""
    only: tuple[str, ...] = ()
    """Words of which the object's head must be one."""
    holder: Literal["person", "body"] | None = None
    """Whether the other party must be a person or a body (a person's lawyer is a tie, a body's an office)."""
    complement: tuple[str, ...] = ()
    """Words of which one must stand within the clause after the trigger ("refused to COMMENT")."""
    not_outlets: bool = False
    """Whether to tell an outlet or an audience so does not count."""
    mutual: bool = False
    """Whether "A and B met" gives both parties."""
    about: tuple[str, ...] = ()
    """Words of which one must be what it is done to ("raised the REWARD"); the parties are those told of before."""
    never: tuple[str, ...] = ()
    """Words of which none may be what it is done to ("rejected the REQUEST" denies nothing)."""
    unless: tuple[str, ...] = ()
    """Words of which none may stand right before the trigger ("a press RELEASE" frees nobody)."""
    places: bool = False
    """Whether a place may stand for who acts there."""
    agent: Literal["person", "body"] | None = None
    """Whether who does it, or is described, must be a person or a body (a person leads a party, a country a coalition)."""
    attached: bool = False
    """For posts: only in a body, of a country or with a portfolio ("an analyst" alone is what somebody does for a living)."""
    inverse: bool = False
    """For posts: whether the one described is the object ("the defendant")."""
    negated: bool | None = None
    """True: only when the clause denies it ("did not reply"); False: never when it does."""
    bare: bool = False
    """Whether what it is called or asked to do must be absent ("called him" is a contact, "called him a liar" is not)."""
    finite: bool = False
    """Whether an infinitive ("to condemn") does not count."""
    passive: bool | None = None
    light: bool = True
    """For nouns: whether a verb that only carries the noun gives a party ("held talks")."""
    echo: bool = False
    """For nouns: "the talks" without parties are those told of before."""
    named: bool = False
    """For posts: only with a name."""
    superlative: bool = False
    """For posts: only with a superlative, or an ordinal ("the third-largest mill")."""
    modifiers: tuple[str, ...] = ()
    """For posts: one of these must stand before the noun."""
    amount: bool = False
    """Whether a sum of money in the clause belongs to it."""
    stance: Stance | None = None
    ended: bool = False
    detail: str | None = None

    @property
    def name(self) -> str:
        """Return "measure/sanction", as `Fact.pattern` has it."""
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One trigger of a row: its head word, and the further words that must stand before or after it."""

    row: Row
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Return how many words it takes; more is more certain."""
        return 1 + len(self.before) + len(self.after)


Index = Mapping[tuple[str, str], tuple[Entry, ...]]

_NUMBERS = frozenset({"one", "two", "three", "four", "1", "2", "3", "4"})
_FIELDS = {f.name for f in fields(Row)} - {"kind", "sort"}
_TYPES = {f.name: str(f.type) for f in fields(Row)}
_SHAPES = {
    name: "a list of words" if kind.startswith("tuple") else "true or false" if kind.startswith("bool") else "a word"
    for name, kind in _TYPES.items()
}
_CHOICES: dict[str, frozenset[str]] = {
    "needs": frozenset(get_args(Needs)),
    "stance": frozenset(get_args(Stance)),
    "holder": frozenset({"person", "body"}),
    "agent": frozenset({"person", "body"}),
}
_JOINTS = frozenset({"in", "of", "at", "to"})
_FEWEST = {"act": ("verbs", "nouns", "adjectives"), "post": ("nouns", "modifiers")}


@cache
def rows() -> tuple[Row, ...]:
    """Return the rows of all kinds, own tables first, in the order of the tables' names. Raises `TableError`."""
    files = sorted(f.name for f in resources.files(PACKAGE).iterdir() if f.name.endswith(".toml"))
    own = ((f"{PACKAGE}/{name}", table(PACKAGE, name)) for name in files)
    return tuple(row for name, content in (*own, *_outside()) for row in _read(name, content))


def _outside() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the tables of the folder that the environment names, with their paths."""
    if not (folder := os.environ.get(FOLDER)):
        return
    if not Path(folder).is_dir():
        raise TableError(f"{FOLDER}: {folder}: no such folder")
    for path in sorted(Path(folder).glob("*.toml")):
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise TableError(f"{path}: {error}") from error
        if not isinstance(content.get("kind"), str):
            raise TableError(f'{path}: a table of facts opens with its kind (kind = "strike")')
        yield str(path), content


def _read(name: str, content: dict[str, Any]) -> list[Row]:
    if "kind" not in content:
        return []
    shared = content.get("defaults", {})
    strange = {key for key, value in content.items() if isinstance(value, list) and value and isinstance(value[0], dict)}
    if strange - {"act", "post"}:
        raise TableError(f"{name}: rows are [[act]] or [[post]], not {', '.join(sorted(strange - {'act', 'post'}))}")
    return [_row(name, content["kind"], sort, shared | row) for sort in ("act", "post") for row in content.get(sort, ())]


def _row(name: str, kind: str, sort: str, row: dict[str, Any]) -> Row:
    strange = set(row) - _FIELDS
    if strange:
        raise TableError(f"{name}: {row.get('id')}: no such key: {', '.join(sorted(strange))}")
    if "id" not in row or not any(row.get(key) for key in _FEWEST[sort]):
        raise TableError(f"{name}: a row needs an id and triggers ({', '.join(_FEWEST[sort])})")
    for key, value in row.items():
        if _wrong(key, value):
            raise TableError(f"{name}: {row['id']}: {key} must be {_SHAPES[key]}, not {value!r}")
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Row(kind=kind, sort="act" if sort == "act" else "post", **values)


def _wrong(key: str, value: object) -> bool:
    """Whether a value is not of its key's shape: a list of words, a word, or true or false."""
    shape = _SHAPES[key]
    if shape == "a list of words":
        return not (isinstance(value, list) and all(isinstance(word, str) and word.strip(" -") for word in value))
    if shape == "true or false":
        return not isinstance(value, bool)
    return not isinstance(value, str) or (key in _CHOICES and value not in _CHOICES[key])


@cache
def index() -> Index:
    """Return the triggers by (part of speech, head word), those of most words first."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for row in rows():
        for verb in row.verbs:
            parts = verb.split()
            found.setdefault(("verb", parts[0]), []).append(Entry(row=row, after=tuple(parts[1:])))
        for adjective in row.adjectives:
            found.setdefault(("adjective", adjective), []).append(Entry(row=row))
        for noun in row.nouns or (("*",) if row.sort == "post" else ()):
            head, before, after = _split(noun)
            found.setdefault((row.sort, head), []).append(Entry(row=row, before=before, after=after))
    return {key: tuple(sorted(entries, key=lambda e: (-e.words, not e.row.agents))) for key, entries in found.items()}


def _split(noun: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return a noun's head and what stands around it: "arrest warrant" hangs on its last word, "brother-in-law" on its first."""
    parts = noun.replace("-", " ").split()
    if parts[-1] in _NUMBERS and len(parts) == 2:
        return parts[0], (), (parts[1],)
    if len(parts) > 2 and parts[1] in _JOINTS:
        return parts[0], (), tuple(parts[1:])
    return parts[-1], tuple(parts[:-1]), ()
