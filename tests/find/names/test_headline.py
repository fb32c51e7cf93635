"""What is written like a headline names only whom running text names."""

from __future__ import annotations

import pytest

from tests.find.names.test_mentions import found

BODY = "Ada Holm said on Monday that growing costs joined a list of worries. Others were refusing to back Peter Brask, she said."


def names(text: str) -> list[str]:
    return [words for words, mention in found(text) if mention.form == "name"]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holm Joins Growing List of Mayors Refusing to Back Brask.",
        "ADA HOLM JOINS GROWING LIST OF MAYORS REFUSING TO BACK BRASK",
        "3. Growing List of Mayors Refusing to Back Ada Holm After Brask Costs",
    ],
)
def test_a_line_within_the_body_is_read_like_the_headline(line: str) -> None:
    rows = names(f"{line}\n\n{BODY}")
    assert {words.lower() for words in rows} == {"ada holm", "brask", "peter brask"}


def test_the_headline_of_another_report_in_quotation_marks_is_read_like_one() -> None:
    text = f"{BODY} His team sent an email: \u201cMayor Ada Holm Joins Growing List of Mayors Refusing to Back Brask.\u201d"
    assert set(names(text)) == {"Ada Holm", "Mayor Ada Holm", "Peter Brask", "Brask"}


def test_a_report_in_capitals_throughout_still_names_people() -> None:
    text = "MAYOR ADA HOLM SAID ON MONDAY SHE WOULD BACK PETER BRASK"
    assert names(text)


def test_who_made_a_picture_is_named_in_its_caption() -> None:
    assert "Ada Holm" in names(f"What Growing Costs Said to the List, by Ada Holm\n\n{BODY.replace('Ada Holm', 'The mayor')}")
