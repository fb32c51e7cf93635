"""Languages without a parse: what a quotation and a word of saying beside it show."""

from __future__ import annotations

import re

import pytest

from retold.find.attributions.quotations import CAPITAL
from tests.find.attributions.test_attributions import found, words


def one(text: str, language: str) -> tuple[list[str], list[str], str]:
    (only,) = found(text, language=language)
    return words(text, only.source), words(text, only.cue), only.stance


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("«Hay un plan», dijo este lunes la ministra durante una visita a la costa.", "la ministra"),
        ("El alcalde, Teo Wend, aseguró en una charla con la prensa que «hay un plan».", "Teo Wend"),
        ("«Hay un plan», dijo el portavoz del puerto, Teo Wend, en la costa.", "el portavoz del puerto, Teo Wend"),
        ("Según la alcaldesa, «hay un plan».", "la alcaldesa"),
    ],
)
def test_a_spanish_source_ends_where_time_and_place_begin(text: str, source: str) -> None:
    assert one(text, "es")[0] == [source]


def test_a_russian_source_ends_before_where_and_when_it_was_said() -> None:
    text = "«План есть», — заявила министр портов Ада Хольм на встрече с жителями города в понедельник."
    assert one(text, "ru") == (["министр портов Ада Хольм"], ["заявила"], "asserted")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("«Es falso», negó Wend.", "es"),
        ("«No hay un plan», dijo Wend.", "es"),
        ("«Это ложь», — отрицает Венд.", "ru"),
        ("«Мы ничего не подписывали», — сказал Венд.", "ru"),
    ],
)
def test_a_word_of_denial_and_a_negated_quotation_deny(text: str, language: str) -> None:
    assert one(text, language)[2] == "denied"


def test_a_negation_deep_in_a_quotation_does_not_deny() -> None:
    assert one("«Hay un plan para quien no tiene casa», dijo Wend.", "es")[2] == "asserted"


def test_a_source_is_never_cut_within_a_word() -> None:
    text = "«План есть», — сказал " + "представитель " * 9 + "порта"
    (only,) = found(text, language="ru")
    assert all(span.end == len(text) or not text[span.end].isalnum() for span in only.source)


@pytest.mark.parametrize(("letter", "begins"), [("ú", False), ("Ú", True), ("ё", False), ("Ж", True), ("7", False), ("港", True)])
def test_a_name_begins_with_a_capital_of_any_script_that_has_them(letter: str, begins: bool) -> None:
    assert bool(re.match(CAPITAL, letter)) == begins
