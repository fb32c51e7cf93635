"""What completes a fact after its parties is part of what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


def span(text: str, fact: Fact) -> str:
    return text[fact.span.start : fact.span.end]


def test_who_stands_before_the_one_who_is_ranked_belongs_to_the_rank(found: Finder) -> None:
    text = "Ada Vale, held to be Morland's most powerful man after Mr. Brod, sat down in Varn."
    (rank,) = found(text, "rank")
    assert span(text, rank).endswith("after Mr. Brod")
    assert (rank.detail or "").endswith("after Mr. Brod")


def test_a_time_after_a_rank_is_nobody_who_stands_before(found: Finder) -> None:
    (rank,) = found("Vale was the most powerful man in Morland after the war.", "rank")
    assert "after" not in (rank.detail or "")


@pytest.mark.parametrize(
    "tail",
    [
        "about the possibility of removing Ada Vale from office in exchange for future immunity",
        "with the president's permission and if it helps lift the embargo",
        "about the harbour dues, if the council agrees",
    ],
)
def test_topic_and_condition_of_a_contact_belong_to_it(found: Finder, tail: str) -> None:
    text = f"The harbour guild met with senior dock official Jon Brod {tail}, according to a report."
    meeting = found(text, "contact")[0]
    assert span(text, meeting).endswith(tail)
    assert (meeting.detail or "").endswith(tail.replace(",", ""))


def test_what_a_comma_parts_from_a_contact_stays_out(found: Finder) -> None:
    text = "The guild met Jon Brod to discuss the dues, with a second meeting likely in May."
    assert any(span(text, f).endswith("to discuss the dues") for f in found(text, "contact"))


def test_a_span_does_not_break_off_before_its_noun(found: Finder) -> None:
    text = "Jon Brod is a defendant in the same Morland salt smuggling case."
    (case,) = found(text, "measure")
    assert span(text, case).endswith("salt smuggling case")


def test_what_is_said_does_not_end_in_a_joining_word(found: Finder) -> None:
    text = "Ana Brod praised the clerks who had left but, after a pause, walked to the quay."
    told = [f.detail for f in found(text, "statement")]
    assert told and not any((detail or "").endswith(" but") for detail in told)


def test_who_is_called_the_mind_behind_something_is_accused_of_nothing(found: Finder) -> None:
    assert not found("Her digital mastermind, Ivo Lenk, joined the team in May.", "allegation")
