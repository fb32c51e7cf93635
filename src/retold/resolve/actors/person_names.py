"""What two names of persons alone tell: a surname never enough, a full name much, and spellings as far as they sound alike.

Father and son, two middle initials and two given names keep apart. A given name may be short for another, stand after the
family name, or be written as several words; a woman may have the family name's own ending.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from retold.resolve.actors.judgement import Judgement, Parts, scored
from retold.resolve.actors.spelling import feminine, given_likeness, given_names, likeness
from retold.resolve.names import extends, same_given
from retold.tables import table


def same_person(one: Parts, other: Parts) -> Judgement:
    """Return the judgement of two persons' names in folded parts, family name last."""
    if min(len(one), len(other)) < 2:
        shared = bool(set(one) & set(other))
        return scored("surname") if shared else scored("nothing")
    if one == other:
        return scored("equal")
    long, short = sorted((bare(one), bare(other)), key=lambda parts: (-len(parts), parts))
    found = _fuller(long, short) or _joined(one, other) or _ordered(long, short) or _korean(long, short) or _spelt(long, short)
    if found is None and long[-1] == short[-1]:
        return scored("given")
    return found or scored("others")


def bare(parts: Parts) -> Parts:
    """Return the parts without particles, where two are left."""
    small = table("retold.resolve", "names.toml")["particles"]
    left = tuple(p for n, p in enumerate(parts) if n == 0 or p not in small)
    return left if len(left) > 1 else parts


def _fuller(long: Parts, short: Parts) -> Judgement | None:
    if not (extends(long, short) or extends(short, long)):
        return None
    if long == short:
        return scored("particles")
    if long[0] == short[0]:
        return scored("longer")
    if min(len(long[0]), len(short[0])) == 1:
        return scored("initial")
    return scored("middle") if len(long) > len(short) and long[-len(short) :] == short else scored("short form")


def _joined(one: Parts, other: Parts) -> Judgement | None:
    """Judge names that differ in what is written as one word ("de la Cruz", "Delacruz"; "Wai-ming", "Waiming")."""
    one, other = (tuple(p.replace("'", "") for p in parts) for parts in (one, other))
    if "".join(one) == "".join(other):
        return scored("letters")
    if same_given(one[0], other[0]) and "".join(one[1:]) == "".join(other[1:]):
        return scored("family letters")
    return None


def _ordered(long: Parts, short: Parts) -> Judgement | None:
    """Judge names that hold the same parts, the family name before or after the given one; two given names tell less."""
    turned = ((*long[1:], long[0]), (long[-1], *long[:-1]), (long[-1], *long[1:-1], long[0]))
    if sorted(long) == sorted(short) or any("".join(short) == "".join(t) or _same_but_middle(t, short) for t in turned):
        either = len(short) == 2 and set(short) <= given_names()
        return scored("either") if either else scored("order")
    return None


def _same_but_middle(turned: Sequence[str], short: Parts) -> bool:
    return len(short) > 1 and turned[0] == short[0] and len(turned[0]) > 1 and extends(turned, short)


def _korean(long: Parts, short: Parts) -> Judgement | None:
    """Judge Korean names, whose syllables are written in many ways; the family name may stand first or last."""
    for one in korean_orders(long):
        for other in korean_orders(short):
            if one == other:
                return scored("korean")
    return None


@lru_cache(maxsize=50_000)
def korean_orders(parts: Parts) -> tuple[tuple[str, str], ...]:
    """Return family name and given name in one spelling, in each order in which the family name is a Korean one."""
    rules = table("retold.resolve", "names.toml")
    families: dict[str, str] = rules["korean"]
    known = set(families) | set(families.values())
    splits = ((parts[0], parts[1:]), (parts[-1], parts[:-1]))
    return tuple((families.get(f, f), _syllables("".join(given))) for f, given in splits if f in known)


def _syllables(given: str) -> str:
    spellings: dict[str, str] = table("retold.resolve", "names.toml")["korean_syllables"]
    for written, sound in spellings.items():
        given = given.replace(written, sound)
    return given


def _spelt(one: Parts, other: Parts) -> Judgement | None:
    """Judge names that sound alike: given and family name each, what stands between them not at odds."""
    found = _spelt_in_order(one, other)
    for turned, fixed in (((*one[1:], one[0]), other), (one, (*other[1:], other[0]))):
        if found is None and (turned[0] == fixed[0] or turned[-1] == fixed[-1]):
            found = _spelt_in_order(turned, fixed)
    return found


def _spelt_in_order(one: Parts, other: Parts) -> Judgement | None:
    if any(c.isdigit() for c in one[0] + one[-1]) or not _fit(one[1:-1], other[1:-1]):
        return None
    same_first = same_given(one[0], other[0])
    initial = min(len(one[0]), len(other[0])) == 1
    given = 1.0 if same_first else given_likeness(one[0], other[0], slips=other[-1] in one[1:])
    if given and not initial and any(feminine(part, other[-1]) for part in one[1:]):
        return scored("feminine")
    family = max(likeness(part, other[-1], slips=same_first and not initial) for part in one[1:])
    if not min(given, family):
        return None
    found = scored("spelt initial" if initial else "spelt")
    return Judgement(score=round(found.score * min(given, family), 2), reason=found.reason)


def _fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each middle name of the shorter has one that sounds like it."""
    short, long = sorted((one, other), key=len)
    return not short or all(any(_alike_or_initial(a, b) for b in long) for a in short)


def _alike_or_initial(one: str, other: str) -> bool:
    return one[0] == other[0] if min(len(one), len(other)) == 1 else bool(likeness(one, other))
