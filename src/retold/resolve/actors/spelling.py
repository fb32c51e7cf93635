"""Two spellings of a word are alike where its consonants sound the same and its vowels do not tell two names apart.

Consonants are compared as they sound (Hernández and Stolfo 1995 call such keys phonetic), whole words by Jaro-Winkler likeness,
slips of one letter by the distance of Damerau. Scripts that leave out short vowels are compared by what each letter may stand
for. All words are folded first (`resolve.names`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from retold.resolve.names import fold
from retold.tables import table

Sounds = list[tuple[re.Pattern[str], str]]
SLIP = 6
"""Letters of a word in which one wrong letter may be a slip of the pen."""
LONGEST = 40
"""Letters beyond which a word is no name: it is like nothing but itself."""
PLAIN = 4
"""Consonants that tell a name whatever its vowels."""
UNVOWELLED, HALF_VOWELS = 12, 3
"""Letters of a name without vowels, and those among them that may be vowels, beyond which it is not compared."""
_VOWELS = re.compile(r"[aeiouyj]+w?(?![aeiouyj])|[aeiouyj]+")
_GLIDE = re.compile("^[jy](?=[aeiou])")
_ENDS = {"a": "a", "e": "i", "i": "i", "y": "i", "j": "i", "o": "u", "u": "u"}


def likeness(one: str, other: str, *, slips: bool = True) -> float:
    """Return how alike two folded words are as names are spelt, from 0 (others) to 1; with `slips`, one letter may be wrong."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) < 2 or max(len(one), len(other)) > LONGEST:
        return 0.0
    if unvowelled(one) != unvowelled(other):
        return _written_out(*sorted((one, other), key=unvowelled, reverse=True))
    if min(len(one), len(other)) < 3 or _ends_apart(one, other):
        return 0.0
    alike = float(JaroWinkler.similarity(one, other))
    if skeleton(one) == skeleton(other):
        return _same_consonants(one, other, alike)
    slip = slips and min(len(one), len(other)) >= SLIP and OSA.distance(one, other, score_cutoff=1) <= 1
    return alike if slip and one[0] == other[0] and one[-1] == other[-1] else 0.0


def _same_consonants(one: str, other: str, alike: float) -> float:
    least: float = table("retold.resolve.actors", "actors.toml")["spelling"]
    if vowels(one) == vowels(other):
        return max(alike, least)
    enough = len(skeleton(one)) >= PLAIN and min(len(one), len(other)) >= SLIP
    enough = enough or (min(len(one), len(other)) > SLIP and OSA.distance(one, other, score_cutoff=1) <= 1)
    return max(alike, least) if enough else 0.0


def given_likeness(one: str, other: str, *, slips: bool = True) -> float:
    """Return how alike two given names are, 0 where an ending tells two sexes ("Peter" and "Petra", "René" and "Renée"), where
    both are well known, or where few consonants are the same and vowels differ ("Fang" and "Feng")."""
    if unvowelled(one) or unvowelled(other):
        return likeness(one, other)
    if any(one.endswith(vowel) != other.endswith(vowel) for vowel in "aeo") or other in (one + "e", one + "a"):
        return 0.0
    if one in (other + "e", other + "a") or {one, other} <= given_names():
        return 0.0
    if vowels(one) != vowels(other) and skeleton(one) == skeleton(other) and len(skeleton(one)) < PLAIN:
        return 0.0
    return likeness(one, other, slips=slips and one[-1] == other[-1])


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the folded given names that the tables know: two of them that differ in a letter are two names."""
    first = table("retold.find.names", "titles.toml")["first"]
    return frozenset(fold(name) for name in (*first["male"], *first["female"]))


def feminine(one: str, other: str) -> bool:
    """Whether two family names are those of a woman and a man of one family ("horakova", "horak")."""
    endings: dict[str, list[str]] = table("retold.resolve", "names.toml")["feminine"]
    for woman, man in ((one, other), (other, one)):
        for ending, rows in endings.items():
            stem = woman.removesuffix(ending)
            if stem != woman and len(stem) > 2 and man in {stem + row for row in rows}:
                return True
    return False


def _ends_apart(one: str, other: str) -> bool:
    """Whether two names end in vowels that tell them apart ("Herrero", "Herrera")."""
    ends = _ENDS.get(one[-1]), _ENDS.get(other[-1])
    return None not in ends and ends[0] != ends[1]


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word as they sound, whatever the spelling: "rodriguez", "rodriges" -> "rdrgs"."""
    if unvowelled(word):
        word = word[0] + re.sub("[wy]|h$", "", word[1:])
    beginnings, sounds = _sounds()
    for pattern, sound in beginnings:
        word = pattern.sub(sound, word)
    first = "" if word[:1] not in "aeiouyj" else "a"
    for pattern, sound in sounds:
        word = pattern.sub(sound, word)
    return first + word


@lru_cache(maxsize=1)
def _sounds() -> tuple[Sounds, Sounds]:
    """Return how words begin, and the rest, in order."""
    rows = table("retold.resolve.actors", "sounds.toml")
    beginnings, consonants = ([(re.compile(p), s) for p, s in rows[name]] for name in ("beginnings", "consonants"))
    return beginnings, consonants


@lru_cache(maxsize=200_000)
def vowels(word: str) -> tuple[str, ...]:
    """Return the vowels of a folded word as they sound, run by run: "youssef", "yusuf" differ, "khaled", "khalid" do not."""
    return tuple(_runs().get(run, run) for run in _VOWELS.findall(_GLIDE.sub("", word)))


@lru_cache(maxsize=1)
def _runs() -> dict[str, str]:
    rows = table("retold.resolve.actors", "sounds.toml")["vowels"]
    return {run: sound for sound, runs in rows.items() for run in runs}


@lru_cache(maxsize=200_000)
def unvowelled(word: str) -> bool:
    """Whether a folded word is written without vowels, as scripts that leave them out are transliterated."""
    return len(word) > 2 and word.isalpha() and not any(c in "aeiou" for c in word) and sum(c == "y" for c in word[1:]) < 2


def _written_out(short: str, full: str) -> float:
    """Return how alike a name without its short vowels and one with them are."""
    if len(short) > UNVOWELLED or sum(c in "wy" for c in short) > HALF_VOWELS:
        return 0.0
    return 0.9 if _written(short).fullmatch(full) else 0.0


@lru_cache(maxsize=20_000)
def _written(word: str) -> re.Pattern[str]:
    """Return what a word without vowels may be with them: at most one short vowel between its letters."""
    letters: dict[str, str] = table("retold.resolve.actors", "sounds.toml")["unvowelled"]
    pattern, at, word = "", 0, word.removesuffix("h")
    while at < len(word):
        two = word[at : at + 2]
        key = two if two in letters and len(two) == 2 else word[at]
        sound = letters.get(key, f"{re.escape(key)}{{1,2}}")
        pattern += ("" if not at else "(?:aa|ai|ei|ia|[aeiou])?") + sound
        at += len(key)
    return re.compile(f"a?{pattern}[ahe]{{0,2}}")
