"""How alike two spellings of a word are."""

from __future__ import annotations

import time

import pytest

from retold.resolve.actors.spelling import feminine, given_likeness, likeness, skeleton, unvowelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rodriguez", "rodriges"),
        ("hrinko", "grinko"),
        ("jimenez", "ximenez"),
        ("mansour", "mansur"),
        ("mnswr", "mansour"),
        ("zydn", "zeidan"),
        ("ftmh", "fatima"),
        ("adeyemi", "adeyami"),
        ("schaefer", "schafer"),
    ],
)
def test_one_word_in_two_spellings(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) >= 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lindt", "lundt"),
        ("herrero", "herrera"),
        ("marlow", "barlow"),
        ("mhmd", "mahmoud"),
        ("khld", "khalil"),
        ("fang", "wang"),
        ("kohl", "k"),
        ("harris", "harrison"),
    ],
)
def test_two_words(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("petra", "peter"), ("rene", "renee"), ("fang", "feng"), ("marina", "mariana"), ("salim", "salam"), ("jan", "jane")],
)
def test_two_given_names(one: str, other: str) -> None:
    assert given_likeness(one, other) == given_likeness(other, one) == 0.0


def test_a_womans_and_a_mans_family_name() -> None:
    assert feminine("horakova", "horak")
    assert feminine("ivanov", "ivanova")
    assert feminine("zhuravskaya", "zhuravsky")
    assert not feminine("costa", "cost")
    assert not feminine("ina", "in")


def test_what_sounds_alike_has_one_skeleton() -> None:
    assert skeleton("mnswr") == skeleton("mansour")
    assert unvowelled("mnswr")
    assert not unvowelled("mansour")


def test_no_word_takes_long() -> None:
    start = time.process_time()
    likeness("wywywywywywy", "o" * 39 + "x")
    likeness("w" * 5000, "oui" * 3000)
    likeness("y" * 30, "ieyai" * 8)
    assert time.process_time() - start < 1
