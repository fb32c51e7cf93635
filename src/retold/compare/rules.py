"""What makes two facts one claim, and what claims are to each other, is policy: `claims.toml` and `relations.toml`, typed here.

A table that says something else than it may is a `TableError` that names the row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from retold.tables import typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a kind of fact needs for two of it to be one claim; `claims.toml` says what each value means."""

    parties: Literal["ordered", "either"]
    needs: Literal["both", "subject", "object", "any", "none"]
    detail: Literal["words", "pattern", "pattern or words", "title", "none"]
    words: float
    apart: float
    least: int
    lasting: bool
    recurs: bool
    of: Literal["wording", "detail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """How much each agreement counts, 0 to 1; `retold` is the share of words that it takes between retellings."""

    loose: float
    act: float
    declined: float
    days: int
    retold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Which attributed contents are claims: words that say something, the share stated by facts that is too much, how they
    stand, and whose they may not be."""

    least: int
    stated: float
    stances: tuple[str, ...]
    voiceless: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """From where on a passage that tells what another passage tells states its claims too; `claims.toml` says each value."""

    least: int
    names: float
    words: float
    whole: float
    foreign: float
    mains: tuple[str, ...]
    strict: tuple[str, ...]
    asides: tuple[str, ...]
    versions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """How a description begins that takes up somebody named elsewhere."""

    definite: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The whole of `claims.toml`."""

    kinds: Mapping[str, Rule]
    default: Rule
    parties: Parties
    scores: Scores
    contents: Contents
    carried: Carried


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """Kinds of which a later sum updates an earlier one, with its score; `raises` are the rows and acts that change any sum.

    `instead` stands before a number that another corrects, `about` between them, `scales` behind it; `shared` is how many words
    the earlier telling must have of the correction. `counted` are further kinds that tell numbers, `growing` words for what is
    counted anew from day to day, `words` the share of like words from which on two numbers are of one matter.
    """

    kinds: tuple[str, ...]
    raises: tuple[str, ...]
    standing: tuple[str, ...]
    counted: tuple[str, ...]
    growing: tuple[str, ...]
    instead: tuple[str, ...]
    about: tuple[str, ...]
    scales: tuple[str, ...]
    shared: int
    words: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """Kinds whose parties follow each other, how sure it is, and the words of posts that several hold at once."""

    kinds: tuple[str, ...]
    score: float
    apart: int
    several: tuple[str, ...]
    bare: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequel:
    """Kinds of which one can end, be planned and then done, or lead to another act."""

    ended: tuple[str, ...]
    planned: tuple[str, ...]
    acts: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Which kinds a statement can deny: from which share of like words, and how surely one in the same sentence.

    The rest is of denials that stand in another sentence or report; `relations.toml` says what each means.
    """

    kinds: tuple[str, ...]
    flat: tuple[str, ...]
    words: float
    sentence: float
    score: float
    act: float
    named: float
    elsewhere: float
    days: int
    reach: int
    besides: int
    things: tuple[str, ...]
    false: tuple[str, ...]
    voices: tuple[str, ...]
    verbs: tuple[str, ...]
    own: tuple[str, ...]
    meant: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Kinds of which retellings that share such a share of words cannot both be right where day or sum differ."""

    kinds: tuple[str, ...]
    words: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Kinds of which accounts of different origins within so many days support each other."""

    kinds: tuple[str, ...]
    days: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The whole of `relations.toml`."""

    update: Update
    succession: Succession
    sequel: Sequel
    denial: Denial
    conflict: Conflict
    corroboration: Corroboration
    strength: Mapping[str, int]


def claim_rules() -> Claims:
    """Return what `claims.toml` says. Raises `TableError`."""
    return typed(Claims, "retold.compare", "claims.toml")


def rule_of(kind: str) -> Rule:
    """Return what `claims.toml` says for a kind of fact. Raises `TableError`."""
    rules = claim_rules()
    return rules.kinds.get(kind, rules.default)


def relation_rules() -> Relations:
    """Return what `relations.toml` says. Raises `TableError`."""
    return typed(Relations, "retold.compare", "relations.toml")
