"""What is no fact, or not twice: attribution, imperatives, fears, outlets, titles that are part of a longer one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Three officials told the Inland Tribune on Monday.",
        "The exchanges were confidential.",
        "Vale joined the conversation.",
        "Tell me what you will do, Ana Brod.",
    ],
)
def test_words_to_an_outlet_or_about_talks_are_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


def test_who_could_be_arrested_was_not(found: Finder) -> None:
    assert found("Ana Brod could be arrested in Morland.", "measure") == ()


def test_the_minister_who_announces_is_not_the_accused(found: Finder) -> None:
    text = (
        "Halvany has raised to 5 million talers the reward for information leading to the arrest of Teo Maslik, "
        "the fugitive broker accused of smuggling Orvandi fuel, Justice Minister Greta Lomax announced on Wednesday."
    )
    accused = [f.object.described for f in found(text, "allegation") if f.object]
    assert accused == ["the fugitive broker accused of smuggling Orvandi fuel"]


def test_a_nations_office_is_not_read_from_a_ministry(found: Finder) -> None:
    assert found("The Morland justice ministry closed a road.", "office") == ()


def test_fit_to_be_chief_is_no_office(found: Finder) -> None:
    assert found("Ana Brod is unfit to be president of the bank.", "office") == ()


def test_a_report_called_a_lie_is_denied(found: Finder) -> None:
    facts = found('Ana Brod called the report by the agency "a lie".', "statement")
    assert [f.stance for f in facts] == ["denied"]


def test_neither_charged_nor_convicted_is_denied(found: Finder) -> None:
    facts = found("Ana Brod was not charged nor convicted.", "measure")
    assert {f.stance for f in facts} == {"denied"}


def test_to_lay_out_a_policy_is_no_lie(found: Finder) -> None:
    assert found("Ana Brod laid out a policy on water.", "allegation") == ()
