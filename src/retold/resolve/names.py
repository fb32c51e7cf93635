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
HANGUL = (0xAC00, 0xD7A3)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=^I)(?=[A-Z])")
SHORTEST_STEM = 3
"""Letters that an adjective has before its ending, at least one more."""
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_SIGNS = re.compile("[ьЬ]|ъ(?![бвгджзклмнпрстфхцчшщ])")
_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{2})")
_NICKNAME = re.compile('["\u201c\u201e\u00ab]([^"\u201c\u201d\u00ab\u00bb]{2,20})["\u201d\u201c\u00bb]|\\(([^()\\s]{2,20})\\)')
_TWO_INITIALS = re.compile(r"^([A-Z])([A-Z])(?= +[A-Z][a-z])")
_CYRILLIC_INITIAL = re.compile(r"(?<!\w)([\u0400-\u04ff])\.")


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Return the name in lower-case ASCII, words one space apart, without full stops, hyphens and possessive endings."""
    if not name.isascii():
        name = _CYRILLIC_INITIAL.sub(lambda m: f"{anyascii(m[1])[:1]}.", name)
        name = _ARTICLE.sub("ال ", _SIGNS.sub("", name)).replace("ъ", "a").replace("ου", "ou")
    ascii_name = anyascii(name).lower().replace(".", "").replace("`", "'")
    return " ".join(_WORD.findall(re.sub(r"'s?\b(?=\s|$)", "", ascii_name)))


@lru_cache(maxsize=200_000)
def person_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a person's name without titles and generational suffixes, family name last."""
    rules = table("retold.resolve", "names.toml")
    name = re.sub(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_])", r"\1. ", _NICKNAME.sub(" ", name))
    name = _TWO_INITIALS.sub(r"\1. \2.", name.strip())
    name, korean = _spelt_out(name)
    family, _, given = name.partition(",")
    if given and fold(given) and fold(given).split()[0] not in rules["suffixes"]:
        name = f"{given} {family}"
    parts = [p for p in fold(name).split() if p not in rules["born"]]
    if korean and parts:
        parts[0] = rules["korean"].get(parts[0], parts[0])
    while len(parts) > 1 and _ends_name(parts):
        parts.pop()
        if len(parts) > 1 and parts[-1] == "the":
            parts.pop()
    while len(parts) > 1 and parts[0] in rules["honorifics"]:
        parts.pop(0)
    return _joined(parts)


def _spelt_out(name: str) -> tuple[str, bool]:
    """Return a name in a script of syllables in Latin letters, family name first, and whether it is Korean."""
    if name.isascii():
        return name, False
    korean = any(HANGUL[0] <= ord(c) <= HANGUL[1] for c in name)
    if any(ord(c) > FIRST_IDEOGRAPH for c in name):
        name = _CAMEL.sub(" ", anyascii(name), count=1)
    return name, korean


def _ends_name(parts: Sequence[str]) -> bool:
    rules = table("retold.resolve", "names.toml")
    return parts[-1] in rules["suffixes"] or (len(parts) > 2 and parts[-1] in rules["late_generations"])


def _joined(parts: Sequence[str]) -> tuple[str, ...]:
    """Write as one word what some write as two or three: "abd al rahman", "abdel rahman", "abdulrahman"."""
    if not any(p.startswith("abd") for p in parts):
        return tuple(parts)
    rules = table("retold.resolve", "names.toml")
    made: list[str] = []
    waiting = False
    for n, part in enumerate(parts):
        if waiting:
            if part in rules["articles"] and n + 1 < len(parts):
                continue
            made[-1] += part
            waiting = False
        elif part in rules["joined"] and n + 1 < len(parts):
            made.append("abdul")
            waiting = True
        else:
            made.append(re.sub(r"^abd(?:[aeo]l|oul|u[rs]|el)(?=\w{3})", "abdul", part))
    return tuple(made)


def nicknames(name: str) -> tuple[str, ...]:
    """Return the folded words that a name holds in quotation marks or brackets (`Robert "Bobby" Teague`)."""
    born = table("retold.resolve", "names.toml")["born"]
    found = (fold(a or b) for a, b in _NICKNAME.findall(name))
    return tuple(n for n in found if n and " " not in n and n not in born)


@lru_cache(maxsize=200_000)
def body_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a body's name without article and legal form."""
    rules = table("retold.resolve", "names.toml")
    spelt: dict[str, str] = rules["spellings"]
    parts = [spelt.get(p, p) for p in fold(name.replace("&", " and ")).split() if p != "the"]
    forms = rules["legal_forms"]
    while len(parts) > 1 and (parts[-1] in forms or (parts[-1] == "and" and len(parts) > 2)):
        parts.pop()
    while len(parts) > 1 and parts[0] in rules["leading_forms"]:
        parts.pop(0)
    return tuple(parts)


@lru_cache(maxsize=200_000)
def generation(name: str) -> str | None:
    """Return what tells father from son at the end of a name ("jr", "iii"); None where nothing does."""
    rules = table("retold.resolve", "names.toml")
    parts = fold(name).split()
    ending = parts[-1] if len(parts) > 1 else ""
    told = ending in rules["generations"] or (len(parts) > 2 and ending in rules["late_generations"])
    return str(rules["same_generation"].get(ending, ending)) if told else None


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


@lru_cache(maxsize=50_000)
def forms(given: str) -> frozenset[str]:
    """Return what a given name may stand for: itself, or the first of its spellings, and the names it is short for."""
    rules = table("retold.resolve", "names.toml")
    return frozenset(_spellings().get(name, name) for name in (given, *rules["short_forms"].get(given, ())))


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    rows: list[list[str]] = table("retold.resolve", "names.toml")["same_names"]
    return {name: row[0] for row in rows for name in row}


def same_given(one: str, other: str) -> bool:
    """Whether two given names may be one: equal, an initial of the other, two spellings of one, or a short form."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return not forms(one).isdisjoint(forms(other))


def extends(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether a person's longer name may be the shorter one in full ("juan carlos perez soto", "juan perez")."""
    if len(short) == 1:
        return short[0] in long
    if not same_given(long[0], short[0]):
        return tuple(long[-len(short) :]) == tuple(short)
    rest = list(long[1:])
    return all(any(p == r or (min(len(p), len(r)) == 1 and p[0] == r[0]) for r in rest) for p in short[1:])
