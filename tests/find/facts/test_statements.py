"""Statements and open questions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


def test_a_refusal_to_comment_is_declined(found: Finder) -> None:
    facts = found(
        "A spokesman for the mill declined to comment. Ana Brod did not reply. Ivo Lenk could not be reached.", "statement"
    )
    assert [f.stance for f in facts] == ["declined"] * 3


def test_what_another_fact_tells_is_no_statement_too(found: Finder) -> None:
    text = "Ana Brod said the Harbour Court had fined Ivo Lenk."
    assert [f.kind for f in found(text)] == ["measure"]
    (fact,) = found(text)
    assert fact.attribution is not None


def test_other_attributed_words_are_a_statement_by_their_source(found: Finder) -> None:
    (fact,) = found("Ana Brod said the mill was beautiful.", "statement")
    assert fact.subject is not None
    assert fact.subject.described == "Ana Brod"


def test_a_promise_is_planned(found: Finder) -> None:
    facts = found("Ana Brod promised to repay the farmers.", "statement")
    assert [f.stance for f in facts] == ["planned"]


def test_each_open_question_is_an_unknown(found: Finder) -> None:
    text = "It is unclear whether Ivo Lenk paid, or who sent the letter. What the letter says is not known."
    facts = found(text, "unknown")
    assert [f.detail for f in facts] == ["whether Ivo Lenk paid", "who sent the letter", "What the letter says"]
    assert all(f.subject is None and f.object is None and f.stance == "unknown" for f in facts)


def test_what_is_known_is_no_unknown(found: Finder) -> None:
    assert not found("It is known who sent the letter.", "unknown")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The bank said the sale will not happen.", "denied"),
        ("Vale was not told of the plan, an aide said.", "denied"),
        ("Vale said the mill that does not pay will be sold.", "planned"),
        ("The bank said it was an error, not a fraud.", "denied"),
        ("Brod said he did not take bribes.", "denied"),
        ("Brod said he never took bribes.", "denied"),
        ("Ana Brod said after the fair she would not accept his blessing if it were offered.", "denied"),
        ("Few experts believe that the port will close.", "denied"),
        ("A few experts believe that the port will close.", "asserted"),
        ("Ivo Lenk said the sale cannot be left without an answer.", "asserted"),
        ('"I will never forget the day when the port was shut," Ana Brod said.', "asserted"),
    ],
)
def test_what_is_said_is_denied_where_it_rejects_a_deed_or_is_all_of_it_negated(found: Finder, text: str, stance: str) -> None:
    assert [f.stance for f in found(text, "statement")] == [stance]


def test_what_somebody_was_about_to_do_is_not_planned(found: Finder) -> None:
    assert "planned" not in {f.stance for f in found("The guards were about to storm the ministry in Varn.")}


def test_a_denial_set_beside_an_accusation_is_not_the_accusers_word(found: Finder) -> None:
    text = "The treasury says Ada Vale took bribes, which she denies."
    (denial,) = [f for f in found(text, "statement") if f.stance == "denied"]
    assert denial.attribution is None
    assert denial.subject is not None and denial.subject.described == "she"


def test_what_somebody_sought_is_narration(found: Finder) -> None:
    assert found("The ministry sought a way to prevent unrest in the northern ports of Morland.", "statement") == ()


def test_what_others_are_called_is_no_part_of_who_calls_them_so(found: Finder) -> None:
    facts = found("Authorities released detainees, identified by the opposition as political prisoners.", "statement")
    assert [f.subject.described for f in facts if f.subject] == ["the opposition"]


def test_to_vow_silence_is_not_to_decline(found: Finder) -> None:
    assert "declined" not in {f.stance for f in found("The guards swore they would never speak to the police.")}


def test_a_rejection_is_the_word_of_who_rejects(found: Finder) -> None:
    (denial,) = found("An aide of Vale rejected the idea that she was selling the port.", "statement")
    assert denial.attribution == "a1"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Brod said the abuse is not new to Morland.", "asserted"),
        ('"Her years at the mill are a weakness, not an asset," said Ivo Lenk.', "asserted"),
        ("Ivo Lenk refused to work with the police.", "denied"),
        ("Ana Brod, however, declined to define what the deal would include.", "declined"),
        ('"Absolutely not," Ana Brod responded.', "asserted"),
        ('"There is no one tougher than Ana Brod," Ivo Lenk said.', "asserted"),
        ("Ana Brod downplayed her influence among farmers.", "asserted"),
        ('"I am not going to answer that," Ana Brod said.', "declined"),
    ],
)
def test_a_negated_word_denies_only_where_what_is_said_is_rejected(found: Finder, text: str, stance: str) -> None:
    assert [f.stance for f in found(text, "statement")] == [stance]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("The council voiced support for Ana Brod on Monday.", "voiced support for Ana Brod on Monday"),
        ("Ivo Lenk dismisses accusations that Ana Brod lied.", "dismisses accusations that Ana Brod lied"),
        ('Ana Brod called the trips "extremely careless" last month.', 'called the trips "extremely careless"'),
        ("Ivo Lenk has opposed closing the mill.", "opposed closing the mill"),
    ],
)
def test_a_detail_keeps_what_its_verb_governs_and_the_verb_that_rejects(found: Finder, text: str, detail: str) -> None:
    assert [f.detail for f in found(text, "statement")] == [detail]


def test_who_declines_to_go_on_with_a_case_does_not_decline_to_speak(found: Finder) -> None:
    assert not [f for f in found("Prosecutors declined to proceed with the case.", "statement") if f.stance == "declined"]


def test_two_denials_joined_in_one_speech_are_one_statement(found: Finder) -> None:
    text = "Ivo Lenk said the group is not a club and will raise no money for Ana Brod."
    assert [f.stance for f in found(text, "statement")] == ["denied"]


def test_what_another_report_passes_on_is_its_speakers_word(found: Finder) -> None:
    text = "According to the Varn Post, Brod Bank has stated it will not fund the meeting."
    (fact,) = found(text, "statement")
    assert fact.subject is not None
    assert (fact.subject.described, fact.stance) == ("Brod Bank", "denied")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Lenk declined to affirm his support for a united Varn.", "declined"),
        ("Lenk rebuffed several requests for interviews.", "declined"),
        ("No group has claimed responsibility for the killing.", "denied"),
        ("Investigators have no evidence to suggest that Lenk opened the letters.", "denied"),
        ("Brod said none of the letters was marked secret.", "denied"),
        ("“We don't sail to them, and they don't sail to us,” Mara Quist said.", "denied"),
        ("“It is a good plan. Brod is not a fool,” Lenk said.", "asserted"),
    ],
)
def test_what_nobody_said_or_nothing_shows_is_denied_and_no_interview_is_declined(found: Finder, text: str, stance: str) -> None:
    assert [f.stance for f in found(text, "statement")] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“I have no intention of being mayor,” Lenk said.", "denied"),
        ("Brod insisted that she had done nothing wrong.", "denied"),
        ("Lenk refused to rule out a strike.", "declined"),
        ("Lenk said the town had no money for the dam.", "asserted"),
    ],
)
def test_who_has_no_such_intention_denies_it(found: Finder, text: str, stance: str) -> None:
    assert [f.stance for f in found(text, "statement")] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "Brod went on to say she’s “confident” that once the vote is over, “these two sailors are going to build great ships.”",
        "“Lenk should retract his comments, not defend them,” Ana Brod said on Friday.",
        "In the coming weeks, clerks are likely to want to question Brod about the seal, officials said.",
        "The campaign said that Lenk has given paid speeches since announcing his bid.",
    ],
)
def test_a_part_of_what_is_said_is_no_second_statement(found: Finder, text: str) -> None:
    assert len(found(text, "statement")) == 1


def test_a_plan_beside_a_denial_is_a_second_statement(found: Finder) -> None:
    text = "Brod stressed that she does not support the dam, but would vote for it."
    assert [f.stance for f in found(text, "statement")] == ["denied", "planned"]
