"""What is marked as attributed and is nobody's words gives no statement; to speak to an outlet is no contact."""

from __future__ import annotations

import pytest

from tests.find.facts.conftest import Finder


@pytest.mark.parametrize(
    "text",
    ["The crisis shows that the town needs a plan.", "The dispute highlights the risk that the port may close."],
)
def test_a_thing_that_shows_something_states_nothing(found: Finder, text: str) -> None:
    assert found(text, "statement") == ()


def test_a_document_states(found: Finder) -> None:
    (one,) = found("The study shows that the town needs a plan.", "statement")
    assert one.subject is not None and one.subject.described == "The study"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm told Teo Wend of the Harbour Post that the port was shut.",
        "Ada Holm told reporter Teo Wend that the port was shut.",
        "Ada Holm spoke with the Harbour Post's Teo Wend on Friday.",
        "Ada Holm told Radio Varn that the port was shut.",
    ],
)
def test_to_speak_to_an_outlet_or_its_reporter_is_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


def test_to_tell_a_mayor_is_a_contact(found: Finder) -> None:
    assert [f.object.described for f in found("Ada Holm told the mayor that the port was shut.", "contact") if f.object] == [
        "the mayor"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm has counted on the guild to pay for the quay.",
        "Ada Holm was declared the winner of the vote on the port.",
        "Most of the traders who want to be mayor met on Friday.",
        "One could say that the port was shut.",
    ],
)
def test_deeds_and_wishes_and_nobodys_words_state_nothing(found: Finder, text: str) -> None:
    assert [f for f in found(text, "statement") if f.pattern == "statement/attribution"] == []


def test_a_speech_with_two_cues_is_told_once(found: Finder) -> None:
    facts = found("Ada Holm posted a comment, saying, “The port is shut until the spring.”", "statement")
    assert len(facts) == 1


def test_a_feeling_in_quoted_words_is_told_by_the_quotation(found: Finder) -> None:
    (one,) = found("“I am proud of the harbour guild,” Ada Holm said.", "statement")
    assert one.pattern == "statement/attribution"


def test_that_things_are_so_is_not_planned(found: Finder) -> None:
    (one,) = found("“Our ideas of the port are different,” agrees Ada Holm.", "statement")
    assert one.stance == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "A judge ordered periodic releases at the end of each month.",
        "His administration continues to carve out exceptions for the farmers.",
        "The ministry long ago showed its inclination to rely on guards.",
        "Ana Brod learned she had been left out.",
        "A number of the candidates have by now decided to focus on two towns.",
        "The ministry is considering a request to open an inquiry.",
        "Reporters and editors know how many people are reading their work.",
        "Ana Brod may have thought the worst was over in April.",
        "Ana Brod continues to face questions about the delay.",
        "A pending initiative threatened to raise the wage more swiftly.",
        "Morland's plan to raise its wage to 15 crowns an hour is new.",
        "An official requested anonymity to discuss it.",
        "Ana Brod did not mention any of her rivals by name.",
        "The court agreed to take a second look at the case last June.",
        "Prosecutors declined to proceed with the case.",
        "Ivo Lenk never cited a source for his claim.",
        "Ivo Lenk signed a bill that created the ports.",
    ],
)
def test_what_somebody_did_learned_or_weighs_is_no_statement(found: Finder, text: str) -> None:
    assert not found(text, "statement")


def test_who_is_quoted_by_way_of_an_outlet_or_a_transcript_speaks_once(found: Finder) -> None:
    text = '"I will vote on Monday," Ana Brod said, according to a transcript of the interview.'
    assert [f.subject and f.subject.described for f in found(text, "statement")] == ["Ana Brod"]


def test_a_quotation_with_two_cues_of_one_speaker_is_told_once(found: Finder) -> None:
    text = 'Ivo Lenk fired back: "As a guardian of the law," he wrote, "we know whom you are rooting for."'
    assert len(found(text, "statement")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod released her plan in March.",
        "There is a gap between what Ana Brod says her plan would do and what it does.",
        "They may not let editorials tell them how to vote.",
    ],
)
def test_a_plan_released_a_clause_of_what_is_said_and_what_is_supposed_are_no_words(found: Finder, text: str) -> None:
    assert not found(text, "statement")
