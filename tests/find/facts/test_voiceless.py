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
