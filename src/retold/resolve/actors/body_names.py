"""What two names of bodies alone tell: words in any order, initials, a short name, a country by its government or capital.

A ministry is a part of a government and may speak for it, but it is not the government: parts stay actors of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from retold.resolve.actors.judgement import Judgement, Parts, scored
from retold.resolve.actors.spelling import likeness
from retold.resolve.names import acronyms, body_parts, fold
from retold.tables import table

_BRACKETS = re.compile(r"\s*\(([A-Za-z][\w.&\-]{1,12})\)\s*$")
SYLLABLES = 5
"""Letters of a name that may be made of the beginnings of words ("Petrolit")."""


def same_body(one: str, other: str) -> Judgement:
    """Return the judgement of two bodies' names as reports write them."""
    if (code := _state_or_house(one)) and code == _state_or_house(other):
        return _same_state(one, other)
    names = [_BRACKETS.sub("", name) or name for name in (one, other)]
    long, short = sorted(map(body_parts, names), key=lambda parts: (-len(parts), parts))
    if not long or not short:
        return scored("others")
    if long == short:
        return scored("same body")
    if any(_shortened(a, b) for a, b in ((one, other), (other, one))):
        return scored("initials")
    if "".join(long) == "".join(short):
        return scored("words in order")
    return _by_words(long, short)


def _same_state(one: str, other: str) -> Judgement:
    if " ".join(body_parts(one)) in _executives() or " ".join(body_parts(other)) in _executives():
        return scored("same body") if body_parts(one) == body_parts(other) else scored("executive")
    return scored("country") if body_parts(one) == body_parts(other) else scored("government")


def _by_words(long: Parts, short: Parts) -> Judgement:
    countries = [named_countries(parts) for parts in (long, short)]
    if all(countries) and countries[0] != countries[1]:
        return scored("countries")
    words = [tuple(w for w in core(parts) if w not in country_words()) for parts in (long, short)]
    if words[0] and words[0] == words[1]:
        return scored("words in order") if countries[0] == countries[1] else scored("with country")
    found = _parts(long, short) or _shorter(long, short) or _spelt(long, short)
    return found or _ministry(words[0], words[1]) or scored("other bodies")


def core(parts: Parts) -> Parts:
    """Return the words of a body's name that carry it, sorted: "Ministry of Ports" and "Ports Ministry" are one."""
    small = set(table("retold.resolve", "names.toml")["small_words"])
    same = {"department": "ministry", "affairs": ""} if "ministry" in parts else {}
    return tuple(sorted(w for w in (same.get(p, p) for p in parts if p not in small) if w))


# ------------------------------------------------------------------------------ countries and governments


@lru_cache(maxsize=50_000)
def state(name: str) -> str | None:
    """Return the code of the country that a name stands for: the country, its capital, its government."""
    parts = body_parts(name)
    words = set(table("retold.resolve", "names.toml")["governments"]["words"])
    small = table("retold.resolve", "names.toml")["small_words"]
    left = [p for p in parts if p not in words and p not in small]
    return _codes().get(" ".join(left)) if left else None


def _state_or_house(name: str) -> str | None:
    """Return the code of the country that a name stands for, also by the house of the head of its government."""
    return _executives().get(" ".join(body_parts(name))) or state(name)


@lru_cache(maxsize=1)
def _executives() -> dict[str, str]:
    return dict(table("retold.resolve", "names.toml")["executives"])


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Return the code of each country by its folded names, people and seats; a name of two countries is left out."""
    small = table("retold.resolve", "names.toml")["small_words"]
    found: dict[str, set[str]] = {}
    for code, row in table("retold.find.names", "places.toml").items():
        for name in (*row.get("names", ()), *row.get("people", ()), *row.get("seats", ()), *row.get("other", {}).values()):
            found.setdefault(" ".join(p for p in body_parts(name) if p not in small), set()).add(code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


@lru_cache(maxsize=50_000)
def named_countries(parts: Parts) -> frozenset[str]:
    """Return the codes of the countries that a name holds, of one word or two."""
    runs = (" ".join(parts[n : n + k]) for k in (1, 2) for n in range(len(parts) - k + 1))
    return frozenset(code for run in runs if (code := _codes().get(run)))


@lru_cache(maxsize=1)
def country_words() -> frozenset[str]:
    """Return the folded words that name countries and their people."""
    rows = table("retold.find.names", "places.toml").values()
    names = (body_parts(n) for row in rows for n in (*row.get("names", ()), *row.get("people", ())))
    return frozenset(word for parts in names for word in parts if len(parts) == 1) | {"united", "states", "kingdom"}


# ------------------------------------------------------------------------------ short names


def _shortened(short: str, full: str) -> bool:
    """Whether one name is what the other may be shortened to, or what it gives in brackets itself."""
    word = "".join(body_parts(short))
    given = _BRACKETS.search(full)
    if given and fold(given[1]).replace(" ", "") == word:
        return True
    return word in acronyms(_BRACKETS.sub("", full)) or word in _with_legal_form(full)


def _with_legal_form(name: str) -> frozenset[str]:
    """Return the initials of a name with those of its legal form ("Petróleos del Litoral S.A.": pdlsa, plsa)."""
    spaced = re.sub(r"\b(\w)\.\s?(?=\w\b)", r"\1 ", anyascii(name))
    return acronyms(spaced.replace(".", " ")) if spaced != name else frozenset()


def _parts(long: Parts, short: Parts) -> Judgement | None:
    """Judge a name that holds the other's and a word for a part of it ("Quendale Bank Foundation")."""
    if len(long) <= len(short):
        return None
    units = table("retold.resolve", "names.toml")["units"]["words"]
    rest = [p for p in long if p not in short]
    return scored("part") if set(short) <= set(long) and len(short) > 1 and set(rest) & set(units) else None


def _shorter(long: Parts, short: Parts) -> Judgement | None:
    """Judge a name against the other's first word or words, or the beginnings of its words."""
    if len(short) == 1 and long[0] == short[0] and stands_alone(short[0]):
        return scored("first word")
    if len(short) == 1 and len(short[0]) >= SYLLABLES and _of_syllables(short[0], long):
        return scored("syllables")
    distinct = any(stands_alone(p) for p in short)
    return scored("first words") if len(long) > len(short) > 1 and long[: len(short)] == short and distinct else None


def _of_syllables(word: str, parts: Parts) -> bool:
    """Whether a word is made of the beginnings, two letters and more, of two or more words in order."""
    small = table("retold.resolve", "names.toml")["small_words"]
    ends = {0: 0}
    for part in (p for p in parts if p not in small):
        for start, count in list(ends.items()):
            for size in range(2, len(part)):
                if word.startswith(part[:size], start):
                    ends[start + size] = max(ends.get(start + size, 0), count + 1)
    return ends.get(len(word), 0) > 1


def stands_alone(word: str) -> bool:
    """Whether the first word of a body's name says enough to stand for the whole of it."""
    return len(word) > 3 and word not in table("retold.resolve", "names.toml")["generic"] and word not in country_words()


def says_little(parts: Parts) -> bool:
    """Whether a name is one word that many bodies share ("House", "National")."""
    return len(parts) == 1 and parts[0] in table("retold.resolve", "names.toml")["generic"]


def _ministry(one: Parts, other: Parts) -> Judgement | None:
    """Judge a ministry against what some call a department of the same name."""
    plain = [tuple(sorted("ministry" if w == "department" else w for w in words)) for words in (one, other)]
    return scored("ministry or department") if one != other and plain[0] == plain[1] else None


def _spelt(long: Parts, short: Parts) -> Judgement | None:
    small = table("retold.resolve", "names.toml")["small_words"]
    one, other = ([p for p in parts if p not in small] for parts in (long, short))
    if len(one) != len(other):
        return None
    odd = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(odd) == 1 and not set(odd[0]) & country_words() and (alike := likeness(*odd[0])):
        found = scored("spelt body")
        return Judgement(score=round(found.score * alike, 2), reason=found.reason)
    return None
