"""Offices, ranks, ties and control: what somebody is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


def words(fact: Fact) -> tuple[str, str]:
    return (fact.subject.described if fact.subject else "", fact.object.described if fact.object else "")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod, the director of Varn Bank, spoke.",
        "The director of Varn Bank, Ana Brod, spoke.",
        "Varn Bank's director, Ana Brod, spoke.",
        "Ana Brod is the director of Varn Bank.",
        "Ana Brod was named director of Varn Bank.",
        "Varn Bank director Ana Brod spoke.",
    ],
)
def test_an_office_is_found_in_every_guise(found: Finder, text: str) -> None:
    facts = found(text, "office")
    assert ["Brod" in words(f)[0] and "Varn" in words(f)[1] for f in facts] == [True]


def test_a_portfolio_is_no_body(found: Finder) -> None:
    (fact,) = found("Interior Minister Ana Brod spoke.", "office")
    assert fact.object is None


def test_a_former_office_is_over(found: Finder) -> None:
    facts = found("Ivo Lenk, a former engineer at Varn Bank, spoke. Ana Brod resigned as head of Varn Bank.", "office")
    assert [f.ended for f in facts] == [True, True]


def test_an_office_without_a_name_is_none(found: Finder) -> None:
    assert not found("A spokesman for the bank spoke.", "office")


def test_a_persons_lawyer_is_a_tie_and_a_bodys_an_office(found: Finder) -> None:
    assert [f.kind for f in found("Ivo Lenk's lawyer, Ana Brod, spoke.") if f.kind in ("tie", "office")] == ["tie"]
    assert [f.kind for f in found("The bank's lawyer, Ana Brod, spoke.") if f.kind in ("tie", "office")] == ["office"]


def test_a_rank_needs_an_order(found: Finder) -> None:
    (fact,) = found("Ivo Lenk is seen as the third richest man in the party.", "rank")
    assert words(fact) == ("Ivo Lenk", "the party")
    assert not found("Ivo Lenk is seen as a rich man in the party.", "rank")


def test_each_ally_is_a_tie(found: Finder) -> None:
    facts = found("Ivo Lenk has long been an ally of Ana Brod and her predecessor Jan Orel.", "tie")
    assert [f for f in facts if words(f)[1].endswith("Ana Brod")]
    assert [f for f in facts if words(f)[1].endswith("Jan Orel") and words(f)[0] == "Ivo Lenk"]


def test_a_relative_clause_without_a_pronoun_gives_what_is_controlled(found: Finder) -> None:
    (fact,) = found("They spoke of the units he commands.", "control")
    assert words(fact) == ("he", "the units")


def test_who_stands_for_the_name_that_a_description_belongs_to(found: Finder) -> None:
    (fact,) = found("Ivo Lenk, a broker who was once her business partner, was charged in Varn.", "tie")
    assert words(fact)[0] == "Ivo Lenk"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ('"The mill trade has moved sideways," WFB chief economist Ana Brod said.', "WFB"),
        ("Homeland Security Secretary Karl Lenk left the hall on Monday.", "Homeland Security"),
    ],
)
def test_the_body_inside_a_title_is_the_body_of_the_post(found: Finder, text: str, body: str) -> None:
    assert [words(f)[1] for f in found(text, "office")] == [body]


def test_a_citys_attorney_holds_an_office(found: Finder) -> None:
    assert [f.kind for f in found("City Attorney Peter Hall arrived late.") if f.kind in ("office", "tie")] == ["office"]


def test_an_adviser_of_a_family_is_theirs(found: Finder) -> None:
    facts = found("Ana Brod, a longtime political adviser to the Lorne family, arrived late.")
    assert [f.kind for f in facts if f.kind in ("office", "tie")] == ["tie"]


@pytest.mark.parametrize(
    "text",
    [
        "If Dora Finn becomes mayor, the town will pay.",
        "The town will pay if the party wins the vote in May and Dora Finn becomes mayor.",
        "Either Dora Finn or Karl Lenk will be mayor of Varn.",
    ],
)
def test_who_may_come_to_hold_a_post_holds_none(found: Finder, text: str) -> None:
    assert not found(text, "office")
