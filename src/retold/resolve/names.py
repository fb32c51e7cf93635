"""Two spellings of a name are compared by their parts, never as strings: accents, scripts, order and initials differ.

Everything is compared folded: transliterated to ASCII (anyascii), lower case, without full stops and hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii

from retold.tables import table

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Return the name in lower-case ASCII, words one space apart, without full stops, hyphens and possessive endings."""
    ascii_name = anyascii(name).lower().replace(".", "").replace("`", "'")
    return " ".join(_WORD.findall(re.sub(r"'s?\b(?=\s|$)", "", ascii_name)))


@lru_cache(maxsize=200_000)
def person_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a person's name without titles and generational suffixes, family name last."""
    parts = fold(name).split()
    rules = table("retold.resolve", "names.toml")
    while len(parts) > 1 and parts[-1] in rules["suffixes"]:
        parts.pop()
    while len(parts) > 1 and parts[0] in rules["honorifics"]:
        parts.pop(0)
    return tuple(parts)


@lru_cache(maxsize=200_000)
def body_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a body's name without article and legal form."""
    parts = [p for p in fold(name).split() if p != "the"]
    forms = table("retold.resolve", "names.toml")["legal_forms"]
    while len(parts) > 1 and parts[-1] in forms:
        parts.pop()
    return tuple(parts)


def acronyms(name: str) -> frozenset[str]:
    """Return what a body's name may be shortened to, in lower case: initials with and without its small words."""
    words = [w for w in re.split(r"[\s\-]+", anyascii(name)) if w and w[0].isalnum()]
    small = frozenset(table("retold.resolve", "names.toml")["small_words"])
    large = [w for w in words if w.lower() not in small]
    if len(large) < 2:
        return frozenset()
    return frozenset({"".join(w[0] for w in rows).lower() for rows in (words, large)})


def same_given(one: str, other: str) -> bool:
    """Whether two given names may be one: equal, an initial of the other, or a known short form."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    short: dict[str, list[str]] = table("retold.resolve", "names.toml")["short_forms"]
    return other in short.get(one, ()) or one in short.get(other, ())


def extends(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether a person's longer name may be the shorter one in full ("juan carlos perez soto", "juan perez")."""
    if len(short) == 1:
        return short[0] in long
    if not same_given(long[0], short[0]):
        return tuple(long[-len(short) :]) == tuple(short)
    rest = list(long[1:])
    return all(any(p == r or (min(len(p), len(r)) == 1 and p[0] == r[0]) for r in rest) for p in short[1:])
