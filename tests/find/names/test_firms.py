"""Names of firms and peoples that are written in ways of their own, and common nouns that are a firm only where they speak."""

from __future__ import annotations

import pytest

from tests.find.names.test_mentions import found, one


def names(text: str) -> list[str]:
    return [words for words, mention in found(text) if mention.form == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Holm, Dahl & Reed Securities Corp. fell on Monday.", "Holm, Dahl & Reed Securities Corp."),
        ("He works as an analyst with Bright, Selby amp Co., which fell.", "Bright, Selby amp Co."),
        ("Harrow Federal Savings amp Loan Association reported a loss.", "Harrow Federal Savings amp Loan Association"),
        ("He spoke of Morland-Americans in the port, whom he knew.", "Morland-Americans"),
    ],
)
def test_a_name_is_whole_whatever_joins_its_words(text: str, name: str) -> None:
    assert name in names(text)


def test_towns_before_a_firm_are_no_partners_of_its() -> None:
    assert "New York" in names("He has lived in New York, Reed & Co. said on Monday.")


def test_what_ends_in_a_legal_form_is_a_body() -> None:
    assert one("Peter Holm Ltd. said it would leave.", "Peter Holm Ltd.").kind == "body"


def test_a_noun_that_says_other_things_too_is_a_firm_where_it_speaks() -> None:
    assert one("The truck maker said it would leave.", "The truck maker").kind == "body"
    assert not [
        words for words, _ in found("He has shown concern for the unit in a letter.") if "unit" in words or "concern" in words
    ]


def test_the_first_name_that_only_a_headline_gives_is_part_of_the_name() -> None:
    text = "Anna Holm Leaves Growing Debts to the Next Keeper.\n\nMs. Holm said the growing debts of the mill had worried her."
    assert "Anna Holm" in names(text)
