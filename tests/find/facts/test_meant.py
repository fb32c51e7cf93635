"""What a party means to do or asks for is planned; what it foresees of others is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod said she would consider sending more ships to Morland.",
        "The ministry said it would take two months to repair the bridge.",
        "Ana Brod told reporters that her office would stop opposing the release next week.",
        "Ana Brod said she would no longer fight the release of the tape.",
        "Police officials said officers will wear body cameras.",
        "Ivo Lenk said Ana Brod will be following a different schedule.",
        "Ivo Lenk said that 5,500 troops would remain in Morland.",
        "Norvale is likely to drop its appeal, a member of the board said.",
        "Ivo Lenk said he would probably campaign with her.",
        '"We are going to start cutting the dues," Ivo Lenk said.',
        "The palace announced that Brazil would end a long ban on the export of tin.",
        "Ana Brod said Brazil would work with other members of the council.",
        'Ana Brod said Brazil will seek new dues "to show the town that there are consequences."',
    ],
)
def test_what_a_party_says_of_its_own_acts_or_announces_is_planned(found: Finder, text: str) -> None:
    assert [f.stance for f in found(text, "statement")] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod has called on the council to act.",
        "Ivo Lenk said the ministry should stand with the farmers, not declare itself neutral.",
        'Others shouted, "Stop the sale!"',
        '"Let\'s take this chance," Ivo Lenk concluded. "Please join me in supporting Ana Brod."',
    ],
)
def test_an_appeal_is_planned(found: Finder, text: str) -> None:
    assert [f.stance for f in found(text, "statement")] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod said the rival mayor Ivo Lenk would bring war and ruin to the coast.",
        "Some strategists predict that support will fall further this year.",
        "Critics argue that employers will simply lower the wage for most workers.",
        "Around 30 to 70 people would show up to each event, Ivo Lenk said.",
        "Ivo Lenk said he hoped that Minister Ana Brod would announce one shortly.",
        '"You\'ll have to ask a bear," Ivo Lenk said.',
        '"I\'ll tell you what, I like the mill," Ivo Lenk said.',
        'Ana Brod used her speech to offer "encouragement".',
        "Ana Brod asked Ivo Lenk pointedly whether she would run.",
        "Ivo Lenk has been asking about the release of the accounts of the mill on the coast.",
        "They say that Ana Brod just wants to keep the town safe.",
        "About four out of 10 voters said life for the next generation would be worse than life today.",
        "Ivo Lenk gave a speech, predicting he would win the state in May.",
        "Ivo Lenk said many mayors became more willing to take up the matter.",
        "Ana Brod said Brazil would lose many voters.",
        "Ivo Lenk said she would be a bad mayor who lacks strength.",
        "Teo Wend said Ivo Lenk would attend the fair in the past when he was home.",
    ],
)
def test_a_forecast_a_habit_and_a_manner_of_speaking_are_not_planned(found: Finder, text: str) -> None:
    assert [f.stance for f in found(text, "statement")] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Brod insisted that the council sing the anthem.", "planned"),
        ("The company said the advert will air in May.", "planned"),
        ("Ana Brod said she has fought to push through a new law.", "asserted"),
        ("Ana Brod said neither the mayor nor her office helped the singer.", "denied"),
        ("Ana Brod asked: “Why didn’t Ivo Lenk pay his dues?”", "asserted"),
        ("“There is no one more patient than Ivo Lenk,” Ana Brod said.", "asserted"),
    ],
)
def test_what_is_insisted_on_and_an_announced_airing_are_planned_neither_denies_a_question_and_praise_do_not(
    found: Finder, text: str, stance: str
) -> None:
    assert {f.stance for f in found(text, "statement")} == {stance}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Brod announced her intention to sue the harbour.", "planned"),
        ("Saunders said he will be opening two more berths in the coming weeks.", "planned"),
        ("The Varn Post, which first said it would cover the vote, said it would treat it as news.", "planned"),
        ("Brod suggested boycotting Lark Oil if the firm did not help the harbour.", "planned"),
        ("The company says it considered moving the mill to Varn but opted not to because of the tide.", "asserted"),
        ("One user commented that he would be a better mayor than Brod “no matter what.”", "asserted"),
        ("“We should never confuse those whom we want with those who win,” Brod said.", "asserted"),
    ],
)
def test_what_is_proposed_is_planned_and_what_was_weighed_or_judged_is_not(found: Finder, text: str, stance: str) -> None:
    assert {f.stance for f in found(text, "statement")} == {stance}
