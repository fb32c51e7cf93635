"""Words of authority and of dealing that tell neither here, and whose clause an act is in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod sat on a panel charged with mending the dam.",
        "The suit was filed in Bristol on Monday.",
        "More is known, according to a fact sheet lawmakers released Monday.",
        "Foes say the tax will push companies to leave the state or lay off workers.",
        "The letter asked for the investigation of the guild.",
        "The ministry must list its releases.",
    ],
)
def test_a_task_a_day_a_paper_and_a_forecast_are_no_measure(found: Finder, text: str) -> None:
    assert found(text, "measure") == ()


def test_a_curly_apostrophe_negates_as_a_straight_one(found: Finder) -> None:
    assert [f.stance for f in found("Ivo Lenk wasn’t charged.", "measure")] == ["denied"]


def test_who_is_charged_with_a_wrong_is_charged(found: Finder) -> None:
    (one,) = found("Ivo Lenk was charged with stealing boats.", "measure")
    assert one.object is not None and one.object.described == "Ivo Lenk"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod is to speak on Thursday, along with the singer Ivo Lenk.",
        "The faction tells itself that it can win.",
        "The moves were hammered out beginning on Sunday in meetings at the club of Mr. Lenk.",
        "The conversation ended with Orel asking Ana Brod whether she would run.",
    ],
)
def test_side_by_side_or_at_the_end_nobody_deals_with_anybody(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


def test_the_next_clause_has_its_own_doer_and_its_own_words(found: Finder) -> None:
    fired = [
        f
        for f in found("The court charged him with fraud and Ana Brod fired the police chief.", "measure")
        if f.detail == "fired"
    ]
    assert [f.subject.described for f in fired if f.subject] == ["Ana Brod"]


def test_who_calls_to_offer_help_offers_it(found: Finder) -> None:
    (one,) = found("Ana Brod called Ivo Lenk to offer help.", "contact")
    assert one.subject is not None and one.subject.described == "Ana Brod"


def test_another_time_is_not_shared(found: Finder) -> None:
    facts = found("He backed Ivo Lenk in 2012 and has supported Ana Brod.", "tie")
    assert [(f.object.described, f.when is not None) for f in facts if f.object] == [("Ivo Lenk", True), ("Ana Brod", False)]


def test_a_year_in_a_name_is_no_time(found: Finder) -> None:
    (one,) = found("David Orel, president of the Cleveland 2016 Host Committee, spoke.", "office")
    assert one.when is None


def test_both_of_those_between_whom_it_was_are_named(found: Finder) -> None:
    (one,) = found("In one exchange between Ana Brod and her chief of staff Cheryl Lenk in April, mails were lost.", "contact")
    assert one.subject is not None and one.object is not None and one.object.described.endswith("Cheryl Lenk")
