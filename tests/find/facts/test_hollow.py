"""Words of an act tell none where anybody could do it, where a rule would, or where something else is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "A miller can run this town.",
        "Vale Mills bid for the shares of Harbour Freight that it doesn't already own.",
        "Vale Mills took a one-time charge of 14 million talers.",
    ],
)
def test_power_that_nobody_has_is_no_control(found: Finder, text: str) -> None:
    assert found(text, "control") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The new rule punishes clerks.",
        "President Vale would have never proposed banning Ana Brod.",
        "It was never about punishing Ana Brod.",
        "She is a baker who has repeatedly pledged to ban all ferries.",
    ],
)
def test_what_only_would_be_done_is_no_measure(found: Finder, text: str) -> None:
    assert found(text, "measure") == ()


def test_whom_the_police_arrested_is_told_though_he_has_no_name(found: Finder) -> None:
    assert [f.object and f.object.described for f in found("The police arrested smugglers in Varn.", "measure")] == ["smugglers"]


@pytest.mark.parametrize("text", ["It is hard to blame Ana Brod for the flood.", "The law makes it a crime for a clerk to lie."])
def test_what_would_be_a_wrong_accuses_nobody(found: Finder, text: str) -> None:
    assert found(text, "allegation") == ()


@pytest.mark.parametrize("text", ["The clerks did what we asked them to do.", "As the guild tells it, the mill needs to close."])
def test_what_is_only_taken_up_is_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Act bars mills from selling their shares.",
        "Vale says the court can't indict Ana Brod.",
        "The council ruled for those who would block the use of the records of the mill.",
    ],
)
def test_what_a_rule_does_or_a_court_can_do_is_no_measure(found: Finder, text: str) -> None:
    assert [f for f in found(text, "measure") if f.pattern != "measure/rule"] == []


def test_who_is_willing_to_lie_has_not_lied(found: Finder) -> None:
    assert found("Ana Brod says that clerks are willing to lie.", "allegation") == ()


def test_meals_without_an_article_are_not_those_told_of_before(found: Finder) -> None:
    text = "Ana Brod met Ivo Lenk on Monday. Their days are filled with breakfasts and second dinners."
    assert [f.detail for f in found(text, "contact")] == ["meeting"]


def test_why_a_rule_would_fine_somebody_accuses_nobody(found: Finder) -> None:
    assert found("The guild dropped a rule that fined clerks for misconduct.", "allegation") == ()


def test_what_an_event_does_to_a_body_is_no_measure(found: Finder) -> None:
    assert found("The flood has removed the Harbour Bank as a rival of the mill.", "measure") == ()


def test_who_speaks_for_a_campaign_is_not_tied_to_the_candidate(found: Finder) -> None:
    assert found("Ivo Lenk, a Brod campaign spokesman, did not reply.", "tie") == ()
