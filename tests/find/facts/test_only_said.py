"""What only looks like a tie, a post, a meeting or a measure: supports of measures, habits, hopes, figures of speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


def objects(facts: tuple[Fact, ...]) -> list[str]:
    return [f.object.described if f.object else "" for f in facts]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod is a member of the Varn Lawyers Association.",
        "Ana Brod, a teacher and a member of the guild's board, spoke.",
        "Ana Brod was a lobbyist for a drug firm.",
        "Ana Brod, who belonged to a local women's club, left.",
    ],
)
def test_a_seat_in_a_body_is_an_office_and_no_tie(found: Finder, text: str) -> None:
    assert [f.kind for f in found(text) if f.kind in ("office", "tie")] == ["office"]


@pytest.mark.parametrize(
    "text",
    [
        '"I support parents making the best choices for their children," Ana Brod said.',
        "Other candidates said they support harbour schools and ferries.",
        "A poll shows more voters view Brod unfavorably than support her.",
        "The yard was founded in 2004 by the British accountant Ivo Lenk.",
        "The police looked for a potential connection between Lenk and Brod in 2014.",
        "Some question his true connection to the Harvest Party, Ivo Lenk said.",
        "Some would like to see Ivo Lenk come around to supporting Ana Brod sooner.",
        "Ivo Lenk tried to press Brod on whether or not she would be Marsh's running mate.",
        "Only someone who is not closely related to Ana Brod could laugh.",
    ],
)
def test_a_choice_a_doubt_a_wish_and_a_nationality_are_no_tie(found: Finder, text: str) -> None:
    assert found(text, "tie") == ()


def test_support_of_a_person_is_a_tie(found: Finder) -> None:
    assert objects(found("Ivo Lenk supports Ana Brod.", "tie")) == ["Ana Brod"]


def test_a_name_before_the_word_tells_whose_ally_somebody_is(found: Finder) -> None:
    facts = found("Ivo Lenk, a longtime Brod loyalist and dean of the Varn School of Public Service, spoke.")
    assert objects(tuple(f for f in facts if f.kind == "tie")) == ["Brod"]
    assert "Varn School" in objects(tuple(f for f in facts if f.kind == "office"))[0]


@pytest.mark.parametrize(
    "text",
    [
        "He cited the Head Start program as one.",
        "A joke is told by family patriarch Ivo Lenk.",
        '"We must make sure Ana Brod is our next president of Varn," Ivo Lenk said.',
        "Ivo Lenk became the first Harvest senator running for re-election to break with Brod.",
    ],
)
def test_a_programme_a_part_and_a_hope_are_no_office(found: Finder, text: str) -> None:
    assert found(text, "office") == ()


def test_the_party_in_a_title_is_its_body(found: Finder) -> None:
    assert objects(found('"It is a flap," said Harvest party boss Ivo Lenk.', "office")) == ["Harvest party"]


def test_a_post_that_will_be_taken_over_is_planned_one_left_before_the_name_is_over(found: Finder) -> None:
    (one,) = found("Ivo Lenk will take over as the head of Clean the Harbour.", "office")
    assert one.stance == "planned"
    (one,) = found("He will face former Varn Lt. Gov. Ana Brod.", "office")
    assert one.ended
    (one,) = found("Former House Speaker Ivo Lenk spoke.", "office")
    assert objects((one,)) == ["House"]
    assert one.ended and one.detail == "Former House Speaker"


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lenk spoke after the president meets with Ana Brod in Varn on Thursday.",
        "Ivo Lenk and Ana Brod are meeting up next week to look at it.",
        '"I want to wait until I meet with Ana Brod," Ivo Lenk said.',
    ],
)
def test_a_meeting_to_come_is_planned(found: Finder, text: str) -> None:
    assert [f.stance for f in found(text, "contact")] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        'Ana Brod said, "Thank God they can mend it."',
        "When a man tells a clerk that he is moaning, he is wrong.",
        "People are especially keen on telling women to stop nagging.",
        "The guild knew Ivo Lenk, who saw Brod for the last time on Friday.",
        "The paper was bad, and Ana Brod called them on it.",
    ],
)
def test_a_habit_a_sight_and_a_sigh_are_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


@pytest.mark.parametrize(
    "text",
    [
        "No reasonable prosecutor would bring charges against Ana Brod, Ivo Lenk said.",
        "A decision to charge someone would need Attorney General Ana Brod.",
        "The guild ignored a movement to free members to vote as they like.",
        "Ana Brod mentioned a recent Varn case of a teacher without a licence.",
    ],
)
def test_what_nobody_does_to_anybody_is_no_measure(found: Finder, text: str) -> None:
    assert found(text, "measure") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The judge overseeing Varn lawsuits, the islander Ivo Lenk, cannot be fair.",
        "There is someone in Ivo Lenk who may be the master of ships and songs.",
        "Volunteers running a phone bank for Ana Brod left.",
        "The focus should be on the government's influence over education.",
    ],
)
def test_suits_a_temper_and_phones_are_under_nobodys_control(found: Finder, text: str) -> None:
    assert found(text, "control") == ()


def test_where_somebody_ranks_is_not_told(found: Finder) -> None:
    assert found("Ivo Lenk said Brod cared where rich people rank on the lists.", "rank") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The longer those charges go unanswered, the worse for Ivo Lenk.",
        "Ivo Lenk said the mayor did not know what he was talking about.",
        "Voters pull the lever, not knowing who's who.",
    ],
)
def test_an_insult_and_a_charge_leave_nothing_open(found: Finder, text: str) -> None:
    assert found(text, "unknown") == ()


def test_the_end_of_a_post_stands_in_its_words(found: Finder) -> None:
    (one,) = found("The prize went to former Gov. Ana Brod of Varn.", "office")
    assert one.ended and one.detail == "former Gov."


@pytest.mark.parametrize(
    "text",
    [
        "The address will lay out his case against Ana Brod.",
        "Most state parties release Ana Brod if she loses.",
        "Voters support temporarily banning Ivo Lenk from the fair.",
        "Mr. Brod sees Mr. Lenk as captured by a hard line.",
    ],
)
def test_an_argument_a_rule_and_a_view_are_no_measure(found: Finder, text: str) -> None:
    assert found(text, "measure") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod has never asked God to forgive her.",
        "Ivo Lenk can ask them to support Ana Brod.",
        "Ivo Lenk and Ana Brod talked past each other for years.",
        "Ivo Lenk visited Israel in March.",
    ],
)
def test_a_prayer_a_power_and_a_journey_are_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


def test_who_wins_over_a_rival_does_not_control_him(found: Finder) -> None:
    assert found("Ana Brod has dominated Ivo Lenk in the south.", "control") == ()
    assert found("Ivo Lenk is tied with Ana Brod in the polls.", "tie") == ()
    assert objects(found("Ana Brod dominates the market.", "control")) == ["the market"]


def test_a_case_that_is_opened_is_a_measure(found: Finder) -> None:
    assert objects(found("Prosecutors opened a case against Ivo Lenk.", "measure")) == ["Ivo Lenk"]
