"""Contacts, measures and allegations, under the guises in which reports tell them."""

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
        "The Harbour Court fined Ana Brod.",
        "Ana Brod was fined by the Harbour Court.",
        "Ana Brod, fined by the Harbour Court, left the town.",
        "The Harbour Court, which fined Ana Brod, sits in Varn.",
        "The Harbour Court met and fined Ana Brod.",
        "Ana Brod, whom the Harbour Court fined, left the town.",
    ],
)
def test_who_fined_whom_is_the_same_in_every_guise(found: Finder, text: str) -> None:
    fines = [f for f in found(text, "measure") if "fine" in text[f.trigger.start : f.trigger.end]]
    assert [("Court" in words(f)[0], "Brod" in words(f)[1]) for f in fines] == [(True, True)]


def test_a_passive_without_agent_leaves_the_party_open(found: Finder) -> None:
    (fact,) = found("Ivo Lenk was arrested in Varn.", "measure")
    assert fact.subject is None
    assert fact.object is not None
    assert fact.object.described == "Ivo Lenk"


def test_persons_joined_by_and_get_a_fact_each(found: Finder) -> None:
    facts = found("The Treasury sanctioned Ivo Lenk and his brother.", "measure")
    assert [words(f)[1] for f in facts] == ["Ivo Lenk", "his brother"]


def test_a_noun_carried_by_a_verb_takes_its_parties_from_the_verb(found: Finder) -> None:
    (fact,) = found("Minister Ana Brod held secret talks with Ivo Lenk in Varn on 3 May.", "contact")
    assert ("Brod" in words(fact)[0], "Lenk" in words(fact)[1]) == (True, True)
    assert fact.when is not None


def test_the_passive_of_a_carried_noun_keeps_its_direction(found: Finder) -> None:
    (fact,) = found("Sanctions were imposed on Ivo Lenk by the Treasury.", "measure")
    assert ("Treasury" in words(fact)[0], "Lenk" in words(fact)[1]) == (True, True)


def test_who_faces_charges_undergoes_them(found: Finder) -> None:
    facts = found("Ivo Lenk faces charges in Varn.", "measure")
    assert [words(f) for f in facts] == [("", "Ivo Lenk")]


def test_a_sum_and_its_currency_are_numbers(found: Finder) -> None:
    (fact,) = found("The Treasury offered a $3 million reward for the capture of Ivo Lenk.", "measure")
    assert fact.amount is not None
    assert (fact.amount.value, fact.amount.currency) == (3_000_000, "USD")


def test_a_currency_without_a_code_keeps_its_word(found: Finder) -> None:
    (fact,) = found("The Harbour Court fined the Varn Bank 70 million crowns.", "measure")
    assert fact.amount is not None
    assert (fact.amount.value, fact.amount.currency) == (70_000_000, "crown")


def test_what_was_not_done_is_denied_and_what_lies_ahead_is_planned(found: Finder) -> None:
    (not_done,) = found("Ivo Lenk has not been charged.", "measure")
    (ahead,) = found("The Harbour Court will question Ivo Lenk next week.", "measure")
    assert (not_done.stance, ahead.stance) == ("denied", "planned")


def test_a_demand_that_something_be_done_is_not_the_deed(found: Finder) -> None:
    assert not found("Ana Brod demanded that the Harbour Court arrest Ivo Lenk.", "measure")


def test_a_right_to_do_something_is_not_the_deed(found: Finder) -> None:
    assert not found("The charter gives him the right to dismiss Ana Brod.", "measure")


def test_a_question_whether_it_was_done_is_not_the_deed(found: Finder) -> None:
    assert not found("It is unclear whether Ivo Lenk met Ana Brod.", "contact")


def test_to_tell_an_outlet_is_no_contact(found: Finder) -> None:
    assert not found("Ana Brod told the Varn Gazette that the mill would close.", "contact")
    assert found("Ana Brod told investigators that the mill would close.", "contact")


def test_the_go_between_is_kept(found: Finder) -> None:
    (fact,) = found("Ana Brod exchanged messages with Ivo Lenk through a lawyer.", "contact")
    assert fact.via is not None
    assert fact.via.described == "a lawyer"


def test_talks_told_of_again_are_between_those_told_of_before(found: Finder) -> None:
    facts = found("Ana Brod held talks with Ivo Lenk in May. The talks continued in June.", "contact")
    assert [words(f) for f in facts] == [("Ana Brod", "Ivo Lenk")] * 2


def test_an_accusation_names_accuser_and_accused_and_swallows_the_deed(found: Finder) -> None:
    (fact,) = found("Ana Brod accused Ivo Lenk of bribing inspectors.", "allegation")
    assert (words(fact), fact.stance) == (("Ana Brod", "Ivo Lenk"), "alleged")


def test_the_reason_for_a_fine_is_an_allegation_by_who_fined(found: Finder) -> None:
    text = "The Harbour Court fined the Varn Bank for forging invoices."
    (fact,) = found(text, "allegation")
    assert ("Court" in words(fact)[0], "Bank" in words(fact)[1]) == (True, True)


def test_a_denied_wrong_is_a_statement_and_no_allegation(found: Finder) -> None:
    text = "Ivo Lenk denied that he had forged invoices."
    assert not found(text, "allegation")
    assert [f.stance for f in found(text, "statement")] == ["denied"]


@pytest.mark.parametrize(
    ("text", "sum_told"),
    [
        ("Morland raised the reward for Ivo Lenk from $10 million to $25 million.", 25e6),
        ("The fine against the Brod Bank was cut to 2 million crowns.", 2e6),
        ("The court fined Ana Brod 20,000 crowns.", 20e3),
    ],
)
def test_a_sum_is_the_one_that_holds_from_now_on(found: Finder, text: str, sum_told: float) -> None:
    assert [f.amount.value for f in found(text, "measure") if f.amount] == [sum_told]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The licence of the Brod Bank was revoked by the regulator.", ("the regulator", "the Brod Bank")),
        ("Ana Brod was dismissed as minister by President Ivo Lenk.", ("President Ivo Lenk", "Ana Brod")),
    ],
)
def test_who_acts_on_whom_in_a_passive(found: Finder, text: str, parties: tuple[str, str]) -> None:
    (one,) = found(text, "measure")
    assert (one.subject and one.subject.described, one.object and one.object.described) == parties


def test_two_sides_in_contact_through_a_go_between(found: Finder) -> None:
    (one,) = found("The two sides have been in contact for months through intermediaries.", "contact")
    assert one.via is not None and one.via.described == "intermediaries"


def test_who_is_summoned_before_a_court_or_a_committee_is_measured_an_ambassador_is_dealt_with(found: Finder) -> None:
    (court,) = found("Ada Holm was summoned by the Harbour Court on Tuesday.", "measure")
    assert (court.subject and court.subject.described, court.object and court.object.described) == (
        "the Harbour Court",
        "Ada Holm",
    )
    assert not found("President Orel Brask summoned Ada Holm to the palace.", "measure")
    assert len(found("The foreign ministry summoned the ambassador, Ada Holm.", "contact")) == 1


@pytest.mark.parametrize(
    ("text", "parties", "stance"),
    [
        ("The prosecutor of Selm opened an inquiry on Tuesday.", ("The prosecutor of Selm", None), "asserted"),
        ("Police have opened a criminal case over the leak.", ("Police", None), "asserted"),
        ("An inquiry into the fire was opened by the harbour court.", ("the harbour court", None), "asserted"),
        ("The regulator will launch an investigation in June.", ("The regulator", None), "planned"),
        ("The harbour court opened a case against Ada Holm.", ("The harbour court", "Ada Holm"), "asserted"),
    ],
)
def test_an_authority_that_opens_an_inquiry_takes_one_measure_whomever_it_is_into(
    found: Finder, text: str, parties: tuple[str | None, str | None], stance: str
) -> None:
    (one,) = found(text, "measure")
    assert ((one.subject and one.subject.described, one.object and one.object.described), one.stance) == (parties, stance)


@pytest.mark.parametrize("text", ["The author opened a case of wine.", "Police started a case study.", "The lecture was opened."])
def test_who_is_no_authority_opens_no_case_and_a_study_is_none(found: Finder, text: str) -> None:
    assert not found(text, "measure")
