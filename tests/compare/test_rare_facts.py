"""Names across scripts, numbers across notations."""

from __future__ import annotations

import pytest

from retold.compare.rare_facts import coarse, skeleton, traits, words
from retold.model import Report, Span


def report(text: str) -> Report:
    return Report(name="r", text=text, digest="d", body=(Span(0, len(text)),))


def facts(*texts: str) -> list[frozenset[str]]:
    return [t.facts for t in traits([words(report(t)) for t in texts])]


@pytest.mark.parametrize(
    ("one", "other"), [("Brandvik", "Брандвик"), ("Kirchner", "Кирхнер"), ("Madarov", "Мадаров"), ("Hernández", "Hernandez")]
)
def test_a_name_is_the_same_in_other_letters(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_a_name_in_chinese_is_known_by_its_sounds() -> None:
    here, there = facts("Reporters asked Bartani for the keys.", "港口主任巴尔塔尼对记者说,基金已经用完。")
    assert {coarse(k) for k in here} & {coarse(k) for k in there}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lost 14.6 million crowns", "perdió 14,6 millones de coronas"),
        ("had 1,200 men", "hatte 1.200 Mann"),
        ("had 2 billion", "2000 million"),
    ],
)
def test_a_number_is_the_same_in_other_notations(one: str, other: str) -> None:
    first, second = facts(one, other)
    assert {k for k in first & second if k.startswith("N:")}


def test_a_capital_that_only_opens_a_sentence_is_no_name() -> None:
    assert facts("Yesterday it rained. Tomorrow it snows.") == [frozenset()]
