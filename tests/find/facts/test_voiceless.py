"""Who calls a meeting, passes a law, sings or helps has said nothing; who finds evidence has."""

from __future__ import annotations

import pytest

from tests.find.facts.conftest import Finder


@pytest.mark.parametrize(
    "text",
    [
        "The council called an emergency meeting to discuss the test.",
        "Leaders found little unity on a plan for the coast.",
        "Her returns would also help assess broader questions about Ana Brod's honesty.",
        "Last week, deputies on the Harbour Committee approved a bill designed to weaken the fund.",
        "Has Ana Brod called for changing any of the rules that help her?",
        "Did Ana Brod meet Ivo Lenk in Oster?",
        "People would enroll, and then the leaders could call on their help in emergencies.",
        "Many countries agreed to share a single currency.",
        "Ana Brod found ways to pay nothing, which she considers “smart.”",
    ],
)
def test_acts_things_and_the_writers_questions_say_nothing(found: Finder, text: str) -> None:
    assert found(text) == ()


def test_a_plan_that_somebody_approves_is_their_view(found: Finder) -> None:
    assert [f.kind for f in found("Ana Brod approved the plan.")] == ["statement"]


def test_a_question_of_somebody_else_is_theirs(found: Finder) -> None:
    (fact,) = found("“Did Ana Brod meet Ivo Lenk in Oster?” Teo Wend asked.")
    assert (fact.kind, fact.subject and fact.subject.described) == ("statement", "Teo Wend")


def test_to_receive_a_guest_is_no_praise(found: Finder) -> None:
    assert not found("Ana Brod welcomed Ivo Lenk to a new house on the coast.", "statement")
    assert found("Ana Brod welcomed the reform.", "statement")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod was asked about the “not there yet” comment.",
        "Ivo Lenk repeatedly pronounced the name of the group “Varn” as if it were a dish.",
        "Ivo Lenk reminds us of the guest who will not leave.",
        "Brod would have to identify her views on the harbour and whether she will keep the levy.",
        "The report says so.",
        "Ivo Lenk called her to get together again.",
        "Ana Brod and Ivo Lenk signed on for “The Harbour Tales.”",
        "The “better bread” phrase Lenk cited on Wednesday has appeared in several speeches.",
        "Lenk has been taking heat at home for not condemning Brod's attacks on the judge.",
        "Deputies begin roll call vote to nominate Brod.",
        "A smuggler's friend denied bail.",
        "Lenk's loud attacks on Brod are rare and have prompted questions about how he would treat clerks.",
        "A plan that was rejected by large, but too small, majorities in the council will not last.",
        "In 2012, Vale Media started publishing its real-time index, which is updated daily.",
    ],
)
def test_questions_put_to_somebody_names_and_what_is_told_elsewhere_are_no_words(found: Finder, text: str) -> None:
    assert not found(text, "statement")


def test_a_line_of_a_table_is_nobodys_words(found: Finder) -> None:
    assert not found("THE COUNT\n\nAna Brod: 1,769.\n\nIvo Lenk: 1,501.", "statement")


def test_who_is_asked_and_answers_says_the_answer_only(found: Finder) -> None:
    (fact,) = found("Asked on Harbour Radio who leads the party, Brod said the mayor leads it.", "statement")
    assert fact.detail == "the mayor leads it"


def test_who_asks_still_asks(found: Finder) -> None:
    (fact,) = found("Ana Brod asked whether the mill would close.", "statement")
    assert fact.subject is not None
    assert fact.subject.described == "Ana Brod"
