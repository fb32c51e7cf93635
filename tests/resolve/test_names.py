"""The parts of names, folded: what is no part, what is written in several ways, and what may stand for what."""

from __future__ import annotations

import pytest

from retold.resolve.names import (
    acronyms,
    adjective,
    body_parts,
    extends,
    fold,
    forms,
    generation,
    nicknames,
    person_parts,
    same_given,
)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dr. Tomas Veldran, Jr.", ("tomas", "veldran")),
        ("Veldran, Tomas", ("tomas", "veldran")),
        ('Robert "Bobby" Teague', ("robert", "teague")),
        ("Robert (Bobby) Teague", ("robert", "teague")),
        ("Inga Dahl (née Lindqvist)", ("inga", "dahl", "lindqvist")),
        ("JP Lindqvist", ("j", "p", "lindqvist")),
        ("Abd al-Rahman Nouri", ("abdulrahman", "nouri")),
        ("Abdel Rahman Nouri", ("abdulrahman", "nouri")),
        ("Abdullah Nouri", ("abdullah", "nouri")),
        ("Robert Castle the Younger", ("robert", "castle")),
        ("Antônio Prado Filho", ("antonio", "prado")),
        ("João Neto", ("joao", "neto")),
        ("김민수", ("kim", "minsu")),
        ("林伟明", ("lin", "weiming")),
        ("Ю. Цветкова", ("y", "tsvetkova")),
        ("Кръстев", ("krastev",)),
        ("Шульц", ("shults",)),
        ("", ()),
    ],
)
def test_a_name_in_parts(name: str, parts: tuple[str, ...]) -> None:
    assert person_parts(name) == parts


def test_an_arabic_article_is_a_word_of_its_own() -> None:
    assert person_parts("محمد الحداد")[:1] == ("mhmd",)
    assert len(person_parts("محمد الحداد")) == 3


@pytest.mark.parametrize(
    ("name", "told"),
    [("Peter Holm Jr.", "jr"), ("Peter Holm junior", "jr"), ("Ana Ruiz Soto", None), ("Haldan IV", "iv"), ("João Neto", None)],
)
def test_what_tells_father_from_son(name: str, told: str | None) -> None:
    assert generation(name) == told


def test_a_nickname_is_told_by_its_marks() -> None:
    assert nicknames('Robert "Bobby" Teague') == ("bobby",)
    assert nicknames("Inga Dahl (née)") == ()


def test_given_names_that_may_be_one() -> None:
    assert same_given("dima", "dmytro")
    assert same_given("bill", "william")
    assert same_given("j", "jan")
    assert not same_given("bill", "bob")
    assert not same_given("patrick", "patricia")
    assert forms("unheard-of") == {"unheard-of"}


def test_a_longer_name_may_be_the_shorter_in_full() -> None:
    assert extends(("tomas", "andres", "veldran", "soto"), ("tomas", "veldran"))
    assert not extends(("tomas", "veldran"), ("maria", "veldran"))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("The Quayside Trading Corp.", ("quayside", "trading")),
        ("Litoral Energía S.A. de C.V.", ("litoral", "energia")),
        ("ООО Тайдмарк", ("taydmark",)),
        ("AS Quendale", ("as", "quendale")),
        ("Smith & Sons", ("smith", "and", "sons")),
    ],
)
def test_a_body_in_parts(name: str, parts: tuple[str, ...]) -> None:
    assert body_parts(name) == parts


def test_words_beside_names() -> None:
    assert fold("Nicolás O\u2019Neill-Soto\u2019s") == "nicolas o'neill soto"
    assert acronyms("Ministry of Ports and Lights") == {"mpl", "mopal"}
    assert adjective("ostranian", ["ostrania"]) == "ostrania"


@pytest.mark.parametrize("name", ["(" * 3000, '"' * 3000, "abd " * 2000, "A" * 20_000, "ال" * 3000, "\u0000", "김" * 500])
def test_odd_names_are_read_too(name: str) -> None:
    assert isinstance(person_parts(name), tuple)
    assert isinstance(body_parts(name), tuple)
