"""Whose a post is, who holds it, who tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


def told(facts: tuple[Fact, ...]) -> list[tuple[str, str]]:
    return [(f.subject.described if f.subject else "", f.object.described if f.object else "") for f in facts]


def test_a_body_before_the_word_is_nearer_than_a_country(found: Finder) -> None:
    ((_, body),) = told(found("Morland's far-right Harvest Party leader, Ana Brod, voiced support for the plan.", "office"))
    assert body == "Harvest Party"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Governor Ana Brod of Indiana left.", "Indiana"),
        ("Ana Brod, the former mayor of Bristol, stayed.", "Bristol"),
        ("Lenk and Ohio Gov. Ana Brod are here.", "Ohio"),
    ],
)
def test_a_place_is_whose_a_governor_is(found: Finder, text: str, place: str) -> None:
    ((who, body),) = told(found(text, "office"))
    assert "Ana Brod" in who and body == place


def test_where_a_spokesman_works_is_not_whom_he_speaks_for(found: Finder) -> None:
    ((_, body),) = told(found("Ana Brod, a military spokeswoman in London, spoke.", "office"))
    assert body == ""


def test_words_of_the_title_are_no_body_and_belong_to_what_is_told(found: Finder) -> None:
    (labor,) = found("Ana Brod, the secretary of labor, left.", "office")
    (general,) = found("Attorney General Ana Brod spoke.", "office")
    assert labor.detail == "the secretary of labor" and general.object is None


@pytest.mark.parametrize(
    "text",
    [
        "The film by famed director Ivo Lenk is out.",
        "Ana Brod, a political pollster, left.",
        "Pastor Ana Brod, a Bristol minister, spoke.",
        "Senior strategist Ivo Lenk stayed, said attorney Ana Brod.",
        "Major Companies left the port.",
        "Ana Brod, a civil rights leader, spoke.",
        "Ana Brod quit giving paid speeches.",
        "We think Ana Brod would be a good president.",
        "Ana Brod may become the next president.",
        "The trade, led by the Varn Clinic, grew.",
        "Groups representing schools objected.",
        "Ana Brod joined Ivo Lenk at fairs of the Harvest Party.",
        'The mayor referred to Ana Brod as the "personal senator" of Ivo Lenk.',
    ],
)
def test_what_somebody_does_for_a_living_or_is_teased_for_is_no_office(found: Finder, text: str) -> None:
    assert [f for f in found(text, "office") if f.detail and "mayor" not in f.detail] == []


def test_an_analyst_of_a_body_and_a_former_one_hold_or_held_a_post(found: Finder) -> None:
    assert found("Ana Brod, an analyst at Varn Bank, left.", "office")
    assert found("A former engineer, Ana Brod, left.", "office")


def test_an_apposition_is_of_the_name_it_follows(found: Finder) -> None:
    text = "Ana Brod - who abruptly fired Ivo Lenk, the Bristol police chief, on Tuesday - is gone."
    ((who, _),) = told(found(text, "office"))
    assert who == "Ivo Lenk"


def test_one_word_for_one_is_not_said_of_the_next_name(found: Finder) -> None:
    founder = found("I met Jan Orel, a co-founder of Varn Press, and Ivo Lenk.", "office")
    assert [who for who, _ in told(founder)] == ["Jan Orel"]
    kin = found("Her husband, former President Jan Orel and President Ivo Lenk came.", "tie")
    assert not any("Lenk" in who for who, _ in told(kin))


def test_who_quit_is_not_the_next_name(found: Finder) -> None:
    text = "Mr. Orel, who stepped down last week as Varn Bank's chief executive, and Ivo Lenk, the company's chief, left."
    gone = [f for f in found(text, "office") if f.pattern == "office/leave"]
    assert [who for who, _ in told(tuple(gone))] == ["Mr. Orel"]
    assert gone[0].detail is not None and gone[0].detail.startswith("stepped down")


def test_her_husband_beside_a_name_is_hers(found: Finder) -> None:
    facts = found("He is liked by the mayor's daughter Ana Orel and her husband, Ivo Lenk.", "tie")
    assert ("Ivo Lenk", "Ana Orel") in told(facts) and ("Ivo Lenk", "the mayor") not in told(facts)


def test_a_title_outside_quotation_marks_is_the_reports(found: Finder) -> None:
    (plain,) = found("Jan Orel said that President Ivo Lenk had failed.", "office")
    (quoted,) = found("“President Ivo Lenk has failed,” Jan Orel said.", "office")
    assert plain.attribution is None and quoted.attribution is not None


def test_a_persons_spokesman_is_a_tie(found: Finder) -> None:
    facts = found("Lenk spokeswoman Ana Brod confirmed it. Ivo Lenk was there.")
    assert [f.kind for f in facts if f.detail == "Lenk spokeswoman"] == ["tie"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod, whom one insider described as “his brother,” left.",
        "Ana Brod has become Ivo Lenk's backseat driver.",
        "Ana Brod becomes a likely pick as Ivo Lenk's running mate.",
        "She pushed Ivo Lenk to arm some Morland rebels.",
        "They unlocked the phone belonging to one of the rebels.",
    ],
)
def test_a_figure_of_speech_and_what_is_only_urged_tie_nobody(found: Finder, text: str) -> None:
    assert found(text, "tie") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lenk would be hard-pressed to sway voters in Varn.",
        "Ivo Lenk was hired to steer Mr. Brod through the fight.",
        "Ana Brod is still in control of the race.",
    ],
)
def test_who_sways_voters_controls_nobody(found: Finder, text: str) -> None:
    assert found(text, "control") == ()


def test_a_country_that_leads_a_coalition_controls_it(found: Finder) -> None:
    facts = found("The United States began strikes, leading an international coalition.")
    assert [f.kind for f in facts if f.detail == "leading"] == ["control"]


def test_a_rank_that_is_hedged_in_its_own_words_is_only_possible(found: Finder) -> None:
    (one,) = found("Ana Brod, perhaps the most powerful woman of the Varn council, spoke.", "rank")
    assert one.certainty == "possible"
    assert found("The dam is the biggest trouble spot for Ana Brod.", "rank") == ()


def test_a_city_before_a_living_is_no_body_but_a_country_is(found: Finder) -> None:
    assert found("Ana Brod, a Washington lawyer, spoke.", "office") == ()
    ((_, body),) = told(found("U.S. diplomat Ana Brod spoke.", "office"))
    assert body == "U.S."


def test_a_persons_attorney_is_a_tie(found: Finder) -> None:
    facts = found("Ivo Lenk left. Lenk's attorney, Ana Brod, spoke.")
    assert [f.kind for f in facts if f.detail == "Lenk's attorney"] == ["tie"]


def test_two_daughters_of_one_mother_are_hers(found: Finder) -> None:
    facts = found("Both her husband, former mayor Jan Orel, and her daughter, Ana Orel, stumped for Ada Holm.", "tie")
    assert all(body == "her" for _, body in told(facts))


def test_what_is_not_to_be_forgotten_is_not_denied(found: Finder) -> None:
    facts = found("Don't forget Ana Brod's husband Ivo Lenk.", "tie")
    assert [f.stance for f in facts] in ([], ["asserted"])


def test_who_heads_what_a_body_undertakes_is_of_the_body_or_of_that(found: Finder) -> None:
    assert told(found("Ivo Brod, director of the group's reading project, spoke.", "office")) == [("Ivo Brod", "the group")]
    assert told(found("Ana Brod, director of the Riverside reading program, spoke.", "office")) == [
        ("Ana Brod", "the Riverside reading program")
    ]


def test_what_is_joined_with_a_party_as_another_description_is_no_party(found: Finder) -> None:
    facts = found("Ivo Brod, the former campaign manager for Mr. Lenk and current mill analyst, spoke.", "office")
    assert [body for _, body in told(facts)] == ["Mr. Lenk"]


def test_a_mission_is_a_word_of_its_chiefs_title(found: Finder) -> None:
    facts = found("Ivo Brod, the deputy chief of mission for the Varn Embassy, spoke.", "office")
    assert [body for _, body in told(facts)] == ["the Varn Embassy"]


def test_what_stands_behind_the_last_word_of_a_title_is_whose_it_is(found: Finder) -> None:
    facts = found("Ivo Brod, former chief of staff of the Harbour Committee, agreed.", "office")
    assert [body for _, body in told(facts)] == ["the Harbour Committee"]


def test_a_city_before_an_adviser_is_no_body(found: Finder) -> None:
    assert found("Ana Brod, a Boston investment adviser, spoke.", "office") == ()
