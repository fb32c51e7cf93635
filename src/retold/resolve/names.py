"""Two spellings of a name are compared by their parts, never as strings: accents, scripts, order and initials differ.

Everything is compared folded: transliterated to ASCII (anyascii), lower case, without full stops and hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from anyascii import anyascii

from retold.tables import table

FIRST_IDEOGRAPH = 0x3040
"""From here on scripts have a syllable a character, and names the family first: they are written "LinWeiMing" in ASCII."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SHORTEST_STEM = 3
"""Letters that an adjective has before its ending, at least one more."""
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Return the name in lower-case ASCII, words one space apart, without full stops, hyphens and possessive endings."""
    ascii_name = anyascii(name).lower().replace(".", "").replace("`", "'")
    return " ".join(_WORD.findall(re.sub(r"'s?\b(?=\s|$)", "", ascii_name)))


@lru_cache(maxsize=200_000)
def person_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a person's name without titles and generational suffixes, family name last."""
    rules = table("retold.resolve", "names.toml")
    name = re.sub(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_])", r"\1. ", name)
    if any(ord(c) > FIRST_IDEOGRAPH for c in name):
        name = _CAMEL.sub(" ", anyascii(name), count=1)
    family, _, given = name.partition(",")
    if given and fold(given) and fold(given).split()[0] not in rules["suffixes"]:
        name = f"{given} {family}"
    parts = [p for p in fold(name).split() if p not in rules["born"]]
    while len(parts) > 1 and parts[-1] in rules["suffixes"]:
        parts.pop()
    while len(parts) > 1 and parts[0] in rules["honorifics"]:
        parts.pop(0)
    return tuple(parts)


@lru_cache(maxsize=200_000)
def body_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a body's name without article and legal form."""
    rules = table("retold.resolve", "names.toml")
    spelt: dict[str, str] = rules["spellings"]
    parts = [spelt.get(p, p) for p in fold(name.replace("&", " and ")).split() if p != "the"]
    forms = rules["legal_forms"]
    while len(parts) > 1 and parts[-1] in forms:
        parts.pop()
    return tuple(parts)


@lru_cache(maxsize=200_000)
def generation(name: str) -> str | None:
    """Return what tells father from son at the end of a name ("jr", "iii"); None where nothing does."""
    parts = fold(name).split()
    ending = parts[-1] if len(parts) > 1 else ""
    return ending if ending in table("retold.resolve", "names.toml")["generations"] else None


def adjective(word: str, places: Iterable[str]) -> str | None:
    """Return which of these names a folded word is the adjective of ("ostranian", "ostrani" of "ostrania"), if any."""
    endings = table("retold.find.names", "names.toml")["of_places"]
    stems = [word.removesuffix(e) for e in endings if word.endswith(e) and len(word) - len(e) > SHORTEST_STEM]
    stems = [word, *stems] if stems else []
    return next((p for p in places if p != word and any(_grown(p, stem) for stem in stems)), None)


def _grown(place: str, stem: str) -> bool:
    """Whether a name is that stem with at most a vowel ending."""
    return place.startswith(stem) and len(place) <= len(stem) + 2 and not place[len(stem) :].strip("aeiouy")


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
