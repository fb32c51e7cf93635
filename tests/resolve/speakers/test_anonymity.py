"""What is said of those who are not named: standing, side, reason."""

from __future__ import annotations

import pytest

from tests.resolve.speakers.marked import heard, who


@pytest.mark.parametrize(
    ("source", "standing"),
    [
        ("three people familiar with the matter", "familiar with the matter"),
        ("an aide close to the president", "close to the president"),
        ("an official briefed on the talks", "briefed on the talks"),
        ("a person with direct knowledge of the sale", "with direct knowledge of the sale"),
        ("an official who was not authorised to speak publicly", "not authorised to speak publicly"),
        ("an official", None),
    ],
)
def test_standing_is_how_they_come_to_know(source: str, standing: str | None) -> None:
    assert who(f"[q1 The port was sold], [c1 according to] [s1 {source}].").standing == standing


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("two senior US officials", "US"),
        ("opposition lawmakers", "opposition"),
        ("a former government adviser", "government"),
        ("an official of the ministry", "of the ministry"),
        ("a spokesman for the Harbour Guard", "for the Harbour Guard"),
        ("Reed campaign aides", "Reed campaign"),
        ("three senior officials", None),
        ("people familiar with the talks", None),
    ],
)
def test_side_is_the_words_that_tell_whose_they_are(source: str, side: str | None) -> None:
    assert who(f"[q1 The port was sold], [c1 according to] [s1 {source}].").side == side


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "[s1 An official], who spoke on condition of anonymity because he feared for his job, [c1 said] [q1 it rained].",
            "he feared for his job",
        ),
        (
            "[s1 An official who was not authorised to speak publicly] [c1 said] [q1 it rained].",
            "not authorised to speak publicly",
        ),
        (
            "[s1 An official], speaking on condition of anonymity to discuss private talks, [c1 said] [q1 it rained].",
            "to discuss private talks",
        ),
        ("[s1 An official], citing the rain, [c1 said] [q1 the port was shut].", None),
    ],
)
def test_the_reason_is_given_where_they_speak(text: str, reason: str | None) -> None:
    assert who(text).reason == reason


def test_the_reason_in_a_sentence_of_its_own_belongs_to_those_officials_throughout() -> None:
    rows = heard(
        "[s1 Two officials] [c1 said] [q1 the port was sold]. [s2 Ada Holm] [c2 denied] [q2 it]. "
        "The officials spoke on condition of anonymity because they were not allowed to brief reporters. "
        "[q3 The price was low], [s3 the officials] [c3 said]."
    )
    reasons = [row.speaker.reason for row in rows if row.speaker]
    assert reasons == ["they were not allowed to brief reporters", None, "they were not allowed to brief reporters"]


def test_the_reason_of_one_official_is_not_that_of_several_others() -> None:
    rows = heard(
        "[s1 Three lawmakers] [c1 said] [q1 the port was sold]. [s2 A diplomat] [c2 said] [q2 it was not]. "
        "They spoke on condition of anonymity because they feared for their seats."
    )
    assert [row.speaker.reason for row in rows if row.speaker] == ["they feared for their seats", None]


def test_who_is_named_has_neither_standing_nor_side() -> None:
    speaker = who("[s1 Ada Holm, a US official familiar with the matter,] [c1 said] [q1 it rained].")
    assert (speaker.kind, speaker.standing, speaker.side) == ("person", None, None)


def test_the_reason_holds_for_a_source_that_is_taken_up_by_another_noun() -> None:
    rows = heard(
        "[s1 A senior figure], who spoke on condition of anonymity because he feared for his job, [c1 said] [q1 it rained]. "
        "[q2 It was late], [s2 the official] [c2 said]."
    )
    assert [row.speaker.reason for row in rows if row.speaker] == ["he feared for his job"] * 2
