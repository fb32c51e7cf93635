"""Whether two are one is judged by their names first, then by what is told of each: dates, sexes and offices.

What is told can forbid a merge, whatever the names say; the same office makes a name that is not enough by itself enough, but
never a name out of none.
"""

from __future__ import annotations

from typing import Literal

from retold.resolve.actors.body_names import same_body
from retold.resolve.actors.judgement import Judgement, Parts, scored, threshold
from retold.resolve.actors.person_names import same_person
from retold.resolve.actors.told import NOTHING, Told, both, conflict, shared_office
from retold.resolve.names import fold, generation, nicknames, person_parts
from retold.tables import table


def judge(
    one: str, other: str, *, kind: Literal["person", "body"] = "person", told: tuple[Told, Told] = (NOTHING, NOTHING)
) -> Judgement:
    """Return the judgement of two names, as reports write them, and of what is told of each."""
    if kind == "body":
        return weighed(same_body(one, other), told)
    mine, theirs = both(told[0], _named(one)), both(told[1], _named(other))
    parts = person_parts(one), person_parts(other)
    names = by_names(*parts, numbers=(mine.generation, theirs.generation))
    for short, full in ((one, other), (other, one)):
        if not names.same and _by_nickname(short, full):
            names = scored("nickname")
    return weighed(names, (mine, theirs))


def by_names(one: Parts, other: Parts, *, numbers: tuple[str | None, str | None]) -> Judgement:
    """Return what two persons' names tell, `numbers` being what stands after them ("ii", "jr"): a name with one is whole, so
    that "John Paul II" is nobody with a family name after it, and "Haldan IV" needs no other name."""
    names = same_person(one, other)
    if not any(numbers):
        return names
    if numbers[0] == numbers[1] and one == other and len(one) == 1:
        return scored("regnal")
    return scored("others") if names.same and one[-1] != other[-1] and len(one) != len(other) else names


def weighed(names: Judgement, told: tuple[Told, Told]) -> Judgement:
    """Return what names tell, weighed with what is told: forbidden, strengthened by an office, or as it is."""
    if names.score <= scored("given").score:
        return names
    if why := conflict(*told):
        return Judgement(score=min(names.score, threshold("forbidden")), reason=f"{names.reason}, but {why}")
    if names.same or names.score < threshold("office_needs"):
        return names
    office = shared_office(*told)
    if office is None:
        return names
    score = round(names.score + threshold("office_adds"), 2)
    return Judgement(score=score, reason=f"{names.reason}, and the same office: {office}")


def _named(name: str) -> Told:
    """Return what a name and the title before it tell: father or son, woman or man."""
    rows = table("retold.find.names", "titles.toml")["honorifics"]
    words = fold(name).split()
    first = words[0] if len(words) > 1 else ""
    sexes = frozenset(sex for sex in ("male", "female") if first in map(fold, rows[sex]))
    return Told(sexes=sexes or _of_given(person_parts(name)), generation=generation(name))  # type: ignore[arg-type]


def _of_given(parts: Parts) -> frozenset[str]:
    """Return the sex that a given name tells, where it is one sex's alone."""
    first = table("retold.find.names", "titles.toml")["first"]
    given = parts[0] if len(parts) > 1 else ""
    found = {sex for sex in ("male", "female") if given in first[sex]}
    return frozenset(found) if len(found) == 1 else frozenset()


def _by_nickname(short: str, full: str) -> bool:
    """Whether a name is the other's nickname with its family name."""
    family = person_parts(full)[-1:]
    return any(person_parts(short) == (nickname, *family) for nickname in nicknames(full))
