"""Who does an act and whose a post is may stand elsewhere in the sentence; what is only mentioned is not told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact, Party

Finder = Callable[..., tuple[Fact, ...]]


def told(fact: Fact) -> tuple[str | None, str | None]:
    def words(party: Party | None) -> str | None:
        return party.described if party else None

    return words(fact.subject), words(fact.object)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("200 clerks of the Harbour Bank were fired.", "the Harbour Bank"),
        ("The Harbour Bank cheated its clients: 200 clerks were fired for their part.", "The Harbour Bank"),
    ],
)
def test_who_dismisses_staff_is_the_body_whose_staff_they_are(found: Finder, text: str, subject: str) -> None:
    assert [told(f)[0] for f in found(text, "measure")] == [subject]


def test_of_two_bodies_neither_is_taken_for_who_dismissed(found: Finder) -> None:
    (fact,) = found("The ministry and the company were silent: 200 clerks were fired.", "measure")
    assert fact.subject is None


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("In a meeting with Ana Brod on Monday, Ivo Lenk said he would go.", ("Ivo Lenk", "Ana Brod")),
        ("US in hidden talks with Ana Brod.", ("US", "Ana Brod")),
        (
            "The council, which in April imposed some of the heaviest sanctions yet against Orvand, met.",
            ("The council", "Orvand"),
        ),
    ],
)
def test_who_takes_part_is_told_by_the_clause(found: Finder, text: str, parties: tuple[str, str]) -> None:
    assert parties in [told(f) for f in found(text) if f.kind in ("contact", "measure")]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lenk had long been a voice in support of the sanctions on Morland's rulers.",
        '"It is good that towns see rewards for a new way of catching herring," Ana Brod said.',
        "Lenk introduced a bill that accommodated the waiver on restrictions on investment in farms.",
        '"After weeks of doubt and searching my own conscience, I will vote for her," Lenk said.',
        "Three senators said such letters could be grounds for a fraud case against Lenk.",
    ],
)
def test_what_is_only_mentioned_is_no_measure(found: Finder, text: str) -> None:
    assert found(text, "measure") == ()


@pytest.mark.parametrize(
    ("text", "subject", "stance"),
    [
        ("Prosecutors declined to pursue charges against Ana Brod.", "Prosecutors", "denied"),
        ("The prosecutor decided not to recommend charges against Ana Brod.", "The prosecutor", "denied"),
        ("The court declined to hear the appeal by Ana Brod.", "The court", "denied"),
        ("The regulator refused to act against the Harbour Bank.", "The regulator", "denied"),
        ("The ministry ordered a halt to exports.", "The ministry", "asserted"),
    ],
)
def test_an_order_and_declining_to_act_are_measures(found: Finder, text: str, subject: str, stance: str) -> None:
    assert [(told(f)[0], f.stance) for f in found(text, "measure")] == [(subject, stance)]


def test_declining_to_say_is_no_measure(found: Finder) -> None:
    assert found("The regulator declined to say whether it would act.", "measure") == ()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Rada Vell, a Varn-based developer and spokeswoman for the Harbour Coalition, left.", "the Harbour Coalition"),
        ("European Council President Doran Tull left.", "European Council"),
    ],
)
def test_the_body_of_a_joined_or_long_title_is_kept(found: Finder, text: str, body: str) -> None:
    assert body in [told(f)[1] for f in found(text, "office")]


def test_who_is_kept_from_a_post_does_not_hold_it(found: Finder) -> None:
    facts = found("The constitution prevented Ana Brod from becoming president of Morland.", "office")
    assert [f.stance for f in facts] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod recently presided over a summit of tribes and established a commission to study it.",
        "It is a great month for our potential senator, Ivo Lenk.",
    ],
)
def test_what_is_no_post_is_no_office(found: Finder, text: str) -> None:
    assert found(text, "office") == ()


def test_both_posts_of_a_former_holder_are_over(found: Finder) -> None:
    facts = found("Ana Brod, a former deputy governor and ambassador in the Lenk administration, could run.", "office")
    assert [f.ended for f in facts] == [True, True]


def test_a_member_of_a_pact_may_be_the_country_named_before(found: Finder) -> None:
    text = "Jean Marl, the foreign minister of Japan, a permanent member of the Harbour Council, left."
    assert ("Japan", "the Harbour Council") in [told(f) for f in found(text, "tie")]


@pytest.mark.parametrize(
    "text",
    [
        "The relationships between police and communities are timely.",
        '"She is one of the quietest members of the Senate," Ana Brod said.',
    ],
)
def test_a_tie_has_somebody_at_its_ends(found: Finder, text: str) -> None:
    assert found(text, "tie") == ()


def test_an_aside_is_the_reports_own_word(found: Finder) -> None:
    facts = found("A poll found that voters have left the Harvest party, led by Ivo Lenk, in droves.", "office")
    assert [f.attribution for f in facts if f.trigger and f.detail == "led"] == [None]


def test_what_hedges_the_main_clause_leaves_a_clause_of_time_sure(found: Finder) -> None:
    facts = found("The chatter may end now that the court has fined Ana Brod.", "measure")
    assert [f.certainty for f in facts] == ["certain"]


@pytest.mark.parametrize(
    "text",
    [
        "He sold prints, calling President Ivo Brod an “ignorant baboon” and posting a photo.",
        "Lenk attacked Brod, calling him, among other things, “a failed candidate.”",
        "One army, a group of rebels called Gull 7, fled.",
        "The broker wrote a $300,000 check for a guild in Varn.",
        "Ana Brod should have congratulated Ivo Lenk.",
        "It would be nice had Ana Brod congratulated Ivo Lenk.",
        "Candidates are not supposed to confer with staff.",
        "Ana Brod visited the Harbour Memorial in Varn on Monday.",
    ],
)
def test_a_name_given_a_wish_or_a_sight_seen_is_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


@pytest.mark.parametrize(
    "text",
    ["They support the people I am running against, Ivo Lenk said.", "There were charges of fraud on behalf of Ana Brod."],
)
def test_to_run_against_somebody_or_to_be_charged_is_no_control(found: Finder, text: str) -> None:
    assert found(text, "control") == ()


def test_who_takes_charge_controls(found: Finder) -> None:
    assert [told(f) for f in found("Ana Brod took charge of the company.", "control")] == [("Ana Brod", "the company")]


def test_who_is_remembered_is_not_dismissed(found: Finder) -> None:
    assert found("Now recalled for her calm, Ana Brod won twice.", "measure") == ()
    assert [told(f) for f in found("Morland recalled its ambassador.", "measure")] == [("Morland", "its ambassador")]


def test_a_country_is_nobodys_son(found: Finder) -> None:
    assert found("She was raised in Japan, the daughter of a teacher in Varn.", "tie") == ()


def test_who_is_called_a_fool_for_it_does_it(found: Finder) -> None:
    facts = found("Lenk called Varn voters “stupid” for supporting Brod.", "tie")
    assert [told(f) for f in facts] == [("Varn voters", "Brod")]


def test_an_incoming_envoy_is_not_one_yet(found: Finder) -> None:
    assert [f.stance for f in found("Rada Vell, the incoming ambassador, left.", "office")] == ["planned"]


def test_a_commander_in_chief_is_one_post(found: Finder) -> None:
    facts = found("Harris spoke to his commander in chief, President Ana Brod.", "office")
    assert [f.detail for f in facts] == ["his commander in chief", "President"]


def test_no_question_leaves_nothing_open(found: Finder) -> None:
    assert found('"There\'s no question that Lenk excites people, whether they like him or not," Vell said.', "unknown") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The people of Varn have spoken.",
        "Instead of reassuring Ana Brod, Lenk opted for a fight.",
        "They expect to see Ana Brod on the ballot in May.",
        "Calling the Harbour Guild by another name changes nothing, Lenk said.",
        "The Strategic and Economic Dialogue was held on Monday.",
    ],
)
def test_what_was_left_is_hoped_or_is_a_figure_is_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


@pytest.mark.parametrize(
    "text", ["Ana Brod tightened her grip on the race.", "The board gave the extraordinary power over the rules to Ana Brod."]
)
def test_who_leads_a_race_or_gives_power_away_controls_nothing(found: Finder, text: str) -> None:
    assert found(text, "control") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Asked if Brod is realistic enough to serve as president, clerks said yes.",
        "It was bad news to a would-be president Ivo Lenk.",
    ],
)
def test_who_would_or_could_hold_a_post_does_not(found: Finder, text: str) -> None:
    assert found(text, "office") == ()


def test_where_a_senator_is_from_and_not_what_one_runs_for(found: Finder) -> None:
    (senator,) = found("Ana Brod, the independent senator from Vermont, left.", "office")
    assert told(senator)[1] == "Vermont"
    (governor,) = found("Rada Vell is the only sitting governor running for the Harbour Senate.", "office")
    assert told(governor)[1] is None


@pytest.mark.parametrize(
    "text",
    [
        '"Until you have sat there, you don\'t know what it is like," Brod said.',
        "Ineligible voters do not determine the outcome.",
    ],
)
def test_a_manner_of_speaking_or_a_deed_asks_nothing(found: Finder, text: str) -> None:
    assert found(text, "unknown") == ()


def test_delegates_and_titles_are_not_taken_or_freed(found: Finder) -> None:
    assert found("Ana Brod had captured 1,944 delegates. The Conservative Case for Brod, was released Tuesday.", "measure") == ()


def test_kin_in_a_list_have_their_own_names(found: Finder) -> None:
    facts = found("Lenk said Brod had attacked his wife, Heda, and his father, Rafe Lenk.", "tie")
    assert [(told(f)[0], f.detail) for f in facts] == [("Heda", "his wife"), ("Rafe Lenk", "his father")]


def test_calls_of_nobody_are_not_those_told_of_before(found: Finder) -> None:
    facts = found("Ana Brod talked with Ivo Lenk. Clerks were asleep as late-night calls came in.", "contact")
    assert [f.detail for f in facts] == ["talked"]


@pytest.mark.parametrize(
    "text",
    [
        "Candidates who meet the threshold are eligible.",
        "Voters stopped as they approached the school in Varn.",
        "Brod saw Lenk pounce, calling her a robot.",
        "Lenk is open to negotiating with Ana Brod.",
        "Ana Brod charged into the fray against Ivo Lenk.",
    ],
)
def test_to_meet_a_standard_or_approach_a_house_is_no_dealing(found: Finder, text: str) -> None:
    assert [f.kind for f in found(text) if f.kind in ("contact", "measure")] == []


def test_unnamed_daughters_are_not_the_wife_before_them(found: Finder) -> None:
    facts = found("He told of his wife, Heda Lenk, their three daughters and his sisters.", "tie")
    assert [f.detail for f in facts] == ["his wife"]
