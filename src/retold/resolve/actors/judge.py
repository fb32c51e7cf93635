"""Two names alone tell much about whether they name one: how much, and why, is one judgement with a score.

A surname alone never tells; father and son, two middle initials and two given names keep apart. Spellings are compared by
their consonants (Hernández and Stolfo 1995 call such keys phonetic) and by Jaro-Winkler likeness, slips of one letter by the
distance of Damerau. All names are folded first (`resolve.names`), which takes care of accents, scripts and honorifics.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA, JaroWinkler

from retold.resolve.names import acronyms, body_parts, extends, fold, generation, person_parts, same_given
from retold.tables import table

Parts = tuple[str, ...]
SLIP = 6
"""Letters of a word in which one wrong letter may be a slip of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How likely two names name one, from 0 to 1, and why."""

    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether that is enough to take the two for one."""
        return self.score >= float(table("retold.resolve.actors", "actors.toml")["same"])


def judge(one: str, other: str, *, kind: Literal["person", "body"] = "person") -> Judgement:
    """Return the judgement of two names, as reports write them, on nothing but the names."""
    if kind == "body":
        return same_body(one, other)
    generations = {g for g in (generation(one), generation(other)) if g}
    if len(generations) > 1:
        return Judgement(score=0.05, reason="father and son have one name")
    return same_person(person_parts(one), person_parts(other))


# ------------------------------------------------------------------------------ persons


def same_person(one: Parts, other: Parts) -> Judgement:
    """Return the judgement of two persons' names in folded parts, family name last."""
    if min(len(one), len(other)) < 2:
        shared = bool(set(one) & set(other))
        return Judgement(score=0.3 if shared else 0.0, reason="a surname alone" if shared else "nothing in common")
    if one == other:
        return Judgement(score=1.0, reason="the same full name")
    long, short = sorted((_bare(one), _bare(other)), key=len, reverse=True)
    found = _fuller(long, short) or _joined(one, other) or _ordered(long, short) or _spelt(long, short)
    if found is None and long[-1] == short[-1]:
        return Judgement(score=0.1, reason="another given name")
    return found or Judgement(score=0.0, reason="other names")


def _bare(parts: Parts) -> Parts:
    """Return the parts without particles, where two are left."""
    small = table("retold.resolve", "names.toml")["particles"]
    bare = tuple(p for n, p in enumerate(parts) if n == 0 or p not in small)
    return bare if len(bare) > 1 else parts


def _fuller(long: Parts, short: Parts) -> Judgement | None:
    if not (extends(long, short) or extends(short, long)):
        return None
    if long == short:
        return Judgement(score=0.95, reason="the same name but for small words")
    if long[0] == short[0]:
        return Judgement(score=0.93, reason="the same given and family name, one in a longer form")
    if min(len(long[0]), len(short[0])) == 1:
        return Judgement(score=0.75, reason="the same family name, and the initial fits")
    return Judgement(score=0.85, reason="a short form of the given name")


def _joined(one: Parts, other: Parts) -> Judgement | None:
    """Judge names that differ in what is written as one word ("de la Cruz", "Delacruz"; "Wai-ming", "Waiming")."""
    if "".join(one) == "".join(other):
        return Judgement(score=0.9, reason="the same letters, written as other words")
    if same_given(one[0], other[0]) and "".join(one[1:]) == "".join(other[1:]):
        return Judgement(score=0.85, reason="the same family name, written as other words")
    return None


def _ordered(one: Parts, other: Parts) -> Judgement | None:
    """Judge names that hold the same parts, the family name before or after the given one."""
    turned = {"".join((*one[1:], one[0])), "".join((one[-1], *one[:-1]))}
    if sorted(one) == sorted(other) or "".join(other) in turned:
        return Judgement(score=0.85, reason="the same names in another order")
    return None


def _spelt(one: Parts, other: Parts) -> Judgement | None:
    """Judge names that sound alike: given and family name each, what stands between them not at odds."""
    middles = set(one[1:-1]), set(other[1:-1])
    if any(c.isdigit() for c in one[0] + one[-1]) or (all(middles) and not _fit(one[1:-1], other[1:-1])):
        return None
    given = 1.0 if same_given(one[0], other[0]) else _given_likeness(one[0], other[0])
    family = max(_likeness(part, other[-1]) for part in one[1:])
    least = min(given, family)
    return Judgement(score=round(0.9 * least, 2), reason="the same name, spelt otherwise") if least else None


def _fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each middle name of the shorter has one that sounds like it."""
    short, long = sorted((one, other), key=len)
    return all(any(a[0] == b[0] if min(len(a), len(b)) == 1 else _likeness(a, b) for b in long) for a in short)


def _given_likeness(one: str, other: str) -> float:
    """Return how alike two given names are, 0 where the ending tells two sexes ("Peter" and "Petra")."""
    if any(one.endswith(vowel) != other.endswith(vowel) for vowel in "aeo"):
        return 0.0
    return _likeness(one, other, slips=one[-1] == other[-1] and not {one, other} <= given_names())


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the folded given names that the tables know: two of them that differ in a letter are two names."""
    first = table("retold.find.names", "titles.toml")["first"]
    return frozenset(fold(name) for name in (*first["male"], *first["female"]))


def _likeness(one: str, other: str, *, slips: bool = True) -> float:
    """Return how alike two words are as names are spelt, from 0 (others) to 1."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) < 3:
        return 0.0
    least: float = table("retold.resolve.actors", "actors.toml")["spelling"]
    alike = float(JaroWinkler.similarity(one, other))
    if skeleton(one) == skeleton(other):
        return alike if alike >= least else (least if len(skeleton(one)) >= 4 else 0.0)
    slip = slips and min(len(one), len(other)) >= SLIP and OSA.distance(one, other, score_cutoff=1) <= 1
    return alike if slip and one[0] == other[0] else 0.0


_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|schtsch|tsch|sch|sh|tch|ch|zh|cz|sz|ts|tz|dj", "s"),
        (r"ph|ff?|w", "v"),
        (r"kh|gh", "h"),
        (r"gu(?=[ei])", "g"),
        (r"qu(?=[ei])", "k"),
        (r"c(?=[eiy])", "s"),
        (r"[ckq]", "k"),
        (r"x", "ks"),
        (r"[zs]", "s"),
        (r"th", "t"),
        (r"[aeiouyj']", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word as they sound, whatever the spelling: "rodriguez", "rodriges" -> "rdrgs"."""
    first = "" if word[:1] not in "aeiouyj" else "a"
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return first + word


# ------------------------------------------------------------------------------ bodies


def same_body(one: str, other: str) -> Judgement:
    """Return the judgement of two bodies' names as reports write them."""
    long, short = sorted((body_parts(one), body_parts(other)), key=len, reverse=True)
    if not long or not short:
        return Judgement(score=0.0, reason="other names")
    if long == short:
        return Judgement(score=1.0, reason="the same name but for article and legal form")
    names = (one, other)
    if any("".join(body_parts(a)) in acronyms(b) for a, b in (names, names[::-1])):
        return Judgement(score=0.7, reason="the initials of the other")
    if core(long) == core(short) or "".join(long) == "".join(short):
        return Judgement(score=0.9, reason="the same words in another order")
    return _shorter_body(long, short) or _spelt_body(long, short) or Judgement(score=0.1, reason="other names")


def core(parts: Parts) -> Parts:
    """Return the words of a body's name that carry it, sorted: "Ministry of Ports" and "Ports Ministry" are one."""
    small = set(table("retold.resolve", "names.toml")["small_words"])
    same = {"department": "ministry"} if "ministry" in parts else {}
    words = sorted(same.get(p, p) for p in parts if p not in small)
    return tuple(words)


def _shorter_body(long: Parts, short: Parts) -> Judgement | None:
    """Judge a name against itself with a country before it, or against its first word."""
    if len(short) > 1 and len(long) > len(short) and set(core(long)) > set(core(short)):
        rest = set(core(long)) - set(core(short))
        if rest <= country_words():
            return Judgement(score=0.7, reason="the same name with its country")
    if len(short) == 1 and long[0] == short[0] and stands_alone(short[0]):
        return Judgement(score=0.55, reason="its first word")
    return None


def stands_alone(word: str) -> bool:
    """Whether the first word of a body's name says enough to stand for the whole of it."""
    return len(word) > 3 and word not in table("retold.resolve", "names.toml")["generic"] and word not in country_words()


def _spelt_body(long: Parts, short: Parts) -> Judgement | None:
    if len(long) != len(short):
        return None
    odd = [(a, b) for a, b in zip(long, short, strict=True) if a != b]
    if len(odd) == 1 and (likeness := _likeness(*odd[0])) and not set(odd[0]) & country_words():
        return Judgement(score=round(0.9 * likeness, 2), reason="the same name, spelt otherwise")
    return None


@lru_cache(maxsize=1)
def country_words() -> frozenset[str]:
    """Return the folded words that name countries and their people."""
    rows = table("retold.find.names", "places.toml").values()
    names = (body_parts(n) for row in rows for n in (*row.get("names", ()), *row.get("people", ())))
    return frozenset(word for parts in names for word in parts if len(parts) == 1) | {"united", "states", "kingdom"}
