"""Nobody deals with themselves."""

from __future__ import annotations

from retold.model import Party
from retold.resolve.sides import two_sided

PRONOUNS = frozenset({"he", "her"})


def test_of_two_sides_that_are_one_the_surer_stays() -> None:
    name, pronoun = Party(described="Ada Vale", name="Ada Vale", chain="c1"), Party(described="her", name="Ada Vale", chain="c1")
    assert two_sided(pronoun, name, PRONOUNS) == (None, name)
    assert two_sided(name, pronoun, PRONOUNS) == (name, None)


def test_the_same_words_without_a_chain_are_one_party_too() -> None:
    assert two_sided(Party(described="the guild"), Party(described="The guild"), PRONOUNS)[1] is None


def test_two_parties_stay_two() -> None:
    vale, brod = Party(described="Vale", chain="c1"), Party(described="Brod", chain="c2")
    assert two_sided(vale, brod, PRONOUNS) == (vale, brod)


def test_what_is_said_of_oneself_keeps_who_says_it() -> None:
    he, own = Party(described="he", name="Ada Vale", chain="c1"), Party(described="the only one", name="Ada Vale", chain="c1")
    assert two_sided(he, own, PRONOUNS, said=True) == (he, None)
