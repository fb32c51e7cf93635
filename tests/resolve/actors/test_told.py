"""What reports tell of two forbids that they are one, or speaks for it."""

from __future__ import annotations

import pytest

from retold.resolve.actors.judge import judge
from retold.resolve.actors.told import NOTHING, Held, Told, both, conflict, shared_office


def held(title: str, of: str, first: int, last: int, *, ended: bool = False) -> Told:
    return Told(offices=(Held(title=title, of=of, first=first, last=last, ended=ended, told=True),))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Told(born=(1931, 1931)), Told(born=(1964, 1965)), "born 1931 and 1964/1965"),
        (Told(died=(1990, 1990)), Told(died=(2009, 2009)), "died 1990 and 2009"),
        (Told(died=(1990, 1990)), Told(born=(1995, 1995)), "one died in 1990, the other was born in 1995"),
        (Told(died=(1990, 1990)), Told(alive=2009), "one died in 1990, the other is told of with an age in 2009"),
        (Told(sexes=frozenset({"female"})), Told(sexes=frozenset({"male"})), "one is told of as a woman, the other as a man"),
        (Told(generation="jr"), Told(generation="sr"), "father and son have one name"),
        (held("mayor", "haldan", 10, 20), held("mayor", "selmar", 15, 15), "mayor of haldan and of selmar at one time"),
    ],
)
def test_what_forbids_a_merge_is_said_in_words(one: Told, other: Told, why: str) -> None:
    assert conflict(one, other) == conflict(other, one) == why
    judgement = judge("Karl Steiner", "Karl Steiner", told=(one, other))
    assert not judgement.same
    assert judgement.doubtful
    assert judgement.reason == f"the same full name, but {why}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Told(born=(1964, 1964)), Told(born=(1963, 1965))),
        (Told(born=(1964, 1964)), Told(born=(1966, 1966))),
        (Told(died=(2009, 2009)), Told(alive=2010)),
        (held("mayor", "haldan", 10, 20), held("mayor", "selmar", 21, 30)),
        (held("mayor", "haldan", 10, 20), held("mayor", "selmar", 15, 15, ended=True)),
        (held("mayor", "haldan", 10, 20), held("minister", "selmar", 15, 15)),
        (NOTHING, Told(sexes=frozenset({"male"}))),
    ],
)
def test_what_may_be_of_one_forbids_nothing(one: Told, other: Told) -> None:
    assert conflict(one, other) is None
    assert conflict(other, one) is None


def test_tellings_are_kept_together() -> None:
    joined = both(Told(born=(1963, 1965), alive=2019), Told(born=(1964, 1966), died=(2021, 2021)))
    assert (joined.born, joined.died, joined.alive) == ((1964, 1965), (2021, 2021), 2019)


def test_an_office_is_evidence_and_never_identity() -> None:
    mine, theirs = held("mayor", "haldan", 10, 10), held("mayor", "haldan", 400, 400)
    assert shared_office(mine, theirs) == "mayor of haldan"
    surname = judge("Steiner", "Karl Steiner", told=(mine, theirs))
    assert surname.same
    assert surname.reason == "a surname alone, and the same office: mayor of haldan"
    assert not judge("Anna Brandt", "Karl Steiner", told=(mine, theirs)).same
    assert not judge("Anna Steiner", "Karl Steiner", told=(mine, theirs)).same
