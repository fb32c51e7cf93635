"""What is no fact, or not twice: attribution, imperatives, fears, outlets, titles that are part of a longer one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Three officials told the Inland Tribune on Monday.",
        "The exchanges were confidential.",
        "Vale joined the conversation.",
        "Tell me what you will do, Ana Brod.",
    ],
)
def test_words_to_an_outlet_or_about_talks_are_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


def test_who_could_be_arrested_was_not(found: Finder) -> None:
    assert found("Ana Brod could be arrested in Morland.", "measure") == ()


def test_the_minister_who_announces_is_not_the_accused(found: Finder) -> None:
    text = (
        "Halvany has raised to 5 million talers the reward for information leading to the arrest of Teo Maslik, "
        "the fugitive broker accused of smuggling Orvandi fuel, Justice Minister Greta Lomax announced on Wednesday."
    )
    accused = [f.object.described for f in found(text, "allegation") if f.object]
    assert accused == ["the fugitive broker accused of smuggling Orvandi fuel"]


def test_a_nations_office_is_not_read_from_a_ministry(found: Finder) -> None:
    assert found("The Morland justice ministry closed a road.", "office") == ()


def test_fit_to_be_chief_is_no_office(found: Finder) -> None:
    assert found("Ana Brod is unfit to be president of the bank.", "office") == ()


def test_a_report_called_a_lie_is_denied(found: Finder) -> None:
    facts = found('Ana Brod called the report by the agency "a lie".', "statement")
    assert [f.stance for f in facts] == ["denied"]


def test_neither_charged_nor_convicted_is_denied(found: Finder) -> None:
    facts = found("Ana Brod was not charged nor convicted.", "measure")
    assert {f.stance for f in facts} == {"denied"}


def test_to_lay_out_a_policy_is_no_lie(found: Finder) -> None:
    assert found("Ana Brod laid out a policy on water.", "allegation") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Foreign traders should be banned from the port.",
        "The guild called on Ana Brod to resign as mayor.",
        "Petitions for Ana Brod to resign were handed in.",
        "The harbour board debated whether to fine him, a position on banning barges.",
    ],
)
def test_what_is_only_wished_for_is_not_done(found: Finder, text: str) -> None:
    assert [f for f in found(text) if f.kind in ("measure", "office")] == []


def test_to_lead_in_a_poll_is_no_office(found: Finder) -> None:
    assert found("Ana Brod leads Ivo Lenk by four points.", "office") == ()


def test_an_election_that_is_called_is_no_demand(found: Finder) -> None:
    assert [f for f in found("The council called elections for May.", "statement") if f.pattern == "statement/demand"] == []


def test_a_chief_of_staff_is_whose_staff_it_is(found: Finder) -> None:
    (one,) = found("Ana Brod, the mayor's former chief of staff, left.", "office")
    assert one.object is not None and "staff" not in one.object.described.casefold()


def test_who_is_called_something_is_the_object_of_calling(found: Finder) -> None:
    (one,) = found("Ivo Lenk attacked Ana Brod as a criminal.", "allegation")
    assert one.object is not None and one.object.described == "Ana Brod"


def test_who_takes_a_prize_is_not_arrested(found: Finder) -> None:
    assert found("Ana Brod's capture of the cup was praised.", "measure") == ()


def test_who_never_came_back_did_not_decline(found: Finder) -> None:
    assert found("He fled to Morland and never returned.", "statement") == ()


def test_talk_of_leadership_is_no_control(found: Finder) -> None:
    assert found("Ana Brod spoke of Ivo Lenk's leadership.", "control") == ()


def test_who_is_a_person_even_behind_a_body(found: Finder) -> None:
    """The clause after "an analyst with the bank who" is about the analyst."""
    facts = found("Ana Brod, an analyst with the mill's trust who met Ivo Lenk, left.", "contact")
    assert [f.subject.described for f in facts if f.subject] == ["Ana Brod"]


def test_an_uncertain_thing_is_no_open_question(found: Finder) -> None:
    assert found("The list, which the board says has nine names, is an uncertain asset.", "unknown") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The speech fired him up.",
        "The mayor dropped Ivo Lenk off at school.",
        "The bank's press release was late.",
        "A reporter interviewed Ana Brod.",
        "The council will block Ana Brod's friends.",
        "Ana Brod suspended her campaign on Friday.",
    ],
)
def test_a_verb_of_authority_that_means_something_else_is_no_measure(found: Finder, text: str) -> None:
    assert found(text, "measure") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod called Ivo Lenk ‘a cancer in our town’.",
        "Ana Brod sees Ivo Lenk as a rival in the vote.",
        "The guild's appeal to voters is waning.",
        "The mayor turned the letters over to Ivo Lenk.",
        "Senior officials spoke only on condition of anonymity.",
    ],
)
def test_what_only_sounds_like_dealing_is_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


def test_two_sides_that_met_are_a_contact(found: Finder) -> None:
    assert len(found("The two ministers met on Friday.", "contact")) == 1


def test_what_is_threatened_is_threatened_with_all_its_verbs(found: Finder) -> None:
    facts = found("Ana Brod is threatening to sue and expel Ivo Lenk.", "measure")
    assert facts and {f.stance for f in facts} == {"planned"}


def test_a_name_is_no_title_and_accuses_nobody(found: Finder) -> None:
    assert [f for f in found("The rapper Killer Brod sang at the fair.") if f.kind in ("office", "allegation")] == []


def test_who_should_be_president_is_not(found: Finder) -> None:
    assert found("That is why Ana Brod should be president of the guild.", "office") == ()


def test_you_never_know_is_no_open_question(found: Finder) -> None:
    assert found("You don't know what it is like to run a port.", "unknown") == ()


def test_an_imagined_president_holds_no_office(found: Finder) -> None:
    assert found("The guild fears a President Brod.", "office") == ()


def test_no_question_denies_nothing(found: Finder) -> None:
    (one,) = found("“There is no question that the port must open,” Ada Holm said.", "statement")
    assert one.stance == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod has to convince the guild to settle.",
        "Ana Brod spoke about her deep ties to the guild.",
        "The Brod family settled in Varn and spent the summer with Ivo Lenk.",
    ],
)
def test_what_is_owed_or_only_spoken_of_is_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


def test_who_may_lie_has_not(found: Finder) -> None:
    assert found("“Ivo Lenk may lie,” Ana Brod said.", "allegation") == ()


def test_an_adviser_of_a_body_holds_an_office_and_one_of_a_person_is_tied(found: Finder) -> None:
    facts = [*found("Ana Brod, an adviser to the Dike Guard, left."), *found("Ana Brod, an adviser to Ivo Lenk, left.")]
    assert [f.kind for f in facts if f.detail and "adviser" in f.detail] == ["office", "tie"]


def test_an_unnamed_wife_beside_a_name_is_nobodys_brother(found: Finder) -> None:
    assert found("Ivo Lenk and his wife came to Varn.", "tie") == ()


def test_a_remark_in_brackets_is_not_whom_it_is_about(found: Finder) -> None:
    (one,) = found("“The port (like Morland) must wait,” Ada Holm said.", "statement")
    assert one.object is None or "Morland" not in one.object.described


def test_who_is_called_for_to_act_is_whom_a_demand_is_about(found: Finder) -> None:
    (one,) = found("Ana Brod is calling for the Morland treasury to step up its efforts.", "statement")
    assert one.object is not None and one.object.described == "the Morland treasury"


def test_a_street_with_its_number_is_no_party(found: Finder) -> None:
    (one,) = found("The fire began in front of 14 Mill Street, according to Ana Brod.", "statement")
    assert one.object is None


def test_what_somebody_likes_to_do_is_no_statement(found: Finder) -> None:
    assert found("Her daughter likes to sing in Varn.", "statement") == ()


@pytest.mark.parametrize("words", ["Electing Vale is right", "#Justsayit", "the piece on A10 is long", "Monday is late"])
def test_a_capital_alone_makes_nobody(found: Finder, words: str) -> None:
    attributions = found(f'Ana Brod said "{words}".', "statement")
    assert not [
        f for f in attributions if f.object and f.object.described.split()[0] in ("Electing", "Justsayit", "A10", "Monday")
    ]


def test_a_meeting_that_is_only_named_again_is_told_once(found: Finder) -> None:
    text = "Karl Lenk met Mira Tosk on Monday. The ministry would not describe the encounter with Tosk."
    assert len(found(text, "contact")) == 1


def test_what_a_law_requires_of_somebody_was_not_done(found: Finder) -> None:
    assert not found("Ana Brod disliked the law requiring local police to tell the ministry about it.", "contact")


def test_the_one_and_whose_office_are_no_parties(found: Finder) -> None:
    assert not found("The clubs, the one supporting Ana Brod among them, met in Varn.", "tie")
    assert not found("Ivo Brandt, whose office oversees the charities board, spoke.", "control")


def test_the_letter_of_a_party_with_a_seat_is_no_party_of_a_fact(found: Finder) -> None:
    facts = found(
        "“It is a big year,” said Ana Brod's niece, Del. Mia Holm (D-Varn Bay). Ivo Lenk (R-S.C.) met Ana Brod (D-Varn)."
    )
    assert not [f for f in facts for p in (f.subject, f.object) if p is not None and "-" in p.described[:2]]
