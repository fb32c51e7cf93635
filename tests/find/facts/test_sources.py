"""Persons who speak together speak each; a demand in quotation marks is told with its words."""

from __future__ import annotations

import pytest

from tests.find.facts.conftest import Finder

CLAIM = "suggested that the claims could be grounds for a case."


@pytest.mark.parametrize(
    "speakers",
    [
        "Ana Brod and Ivo Lenk",
        "Ana Brod, Teo Wend and Ivo Lenk",
        "Sens. Ana Brod (L-Ore.), Teo Wend (L-Ohio) and Ivo Lenk (L-N.J.) all",
    ],
)
def test_each_of_several_persons_speaks(found: Finder, speakers: str) -> None:
    facts = found(f"{speakers} {CLAIM}", "statement")
    told = [f.subject.described for f in facts if f.subject]
    assert told[0] == "Ana Brod" and told[-1] == "Ivo Lenk" and len(told) == speakers.count(",") + 2


def test_a_group_that_speaks_is_one(found: Finder) -> None:
    facts = found(f"Farmers and traders {CLAIM}", "statement")
    assert len(facts) == 1


def test_a_demand_is_told_with_the_words_in_quotation_marks(found: Finder) -> None:
    (fact,) = found("“Why isn't this clear proof that the bank is too big to fail?” Ana Brod demanded.", "statement")
    assert fact.detail is not None and fact.detail.startswith("“Why isn't this")


def test_the_sign_of_party_and_town_is_nobody_who_speaks(found: Finder) -> None:
    facts = found("Speaker Ana Brod (L-Varn) said the port was shut.", "statement")
    assert [f.subject and f.subject.described for f in facts] == ["Speaker Ana Brod"]


def test_whose_letters_reveal_something_speaks_by_them(found: Finder) -> None:
    (fact,) = found("The smuggler whose letters first revealed that Ana Brod used a private seal was jailed.", "statement")
    assert fact.subject is not None
    assert fact.subject.described == "The smuggler"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Farmers and traders applauded the plan.", "Farmers and traders"),
        ("Some other guilds and harbour firms claimed the dam would harm the town.", "Some other guilds and harbour firms"),
        ("The mayor's chief adviser and strategist Ana Brod said the port was shut.", "Ana Brod"),
        ("The port will close next year, according to a report Tuesday from Varn Radio, the rival of the Post.", "Varn Radio"),
        ("Aides to Gov. Ivo Lenk of Norvale, a former clerk, said the port was shut.", "Aides to Gov. Ivo Lenk"),
    ],
)
def test_who_speaks_is_told_with_what_tells_him_apart(found: Finder, text: str, who: str) -> None:
    (fact,) = found(text, "statement")
    assert fact.subject is not None and fact.subject.described.endswith(who)


def test_a_text_is_not_the_one_in_whose_house_it_lay(found: Finder) -> None:
    (fact,) = found("Letters on the table of the late clerk Ivo Lenk indicate that the dam was his idea.", "statement")
    assert fact.subject is not None and fact.subject.span is not None
    assert fact.subject.span.end == len("Letters")
