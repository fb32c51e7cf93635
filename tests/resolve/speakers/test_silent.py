"""Who speaks where no source is marked."""

from __future__ import annotations

import pytest

from tests.resolve.speakers.marked import heard, who


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm [c1 is widely seen] [q1 as the next governor].",
        "The port [c1 is understood to] [q1 have been sold].",
        "The port was [c1 reportedly] [q1 sold].",
        "[c1 It is known] [q1 that the port was sold].",
        "The town lives with [c1 the fear of] [q1 a flood].",
        "Varn, [c1 also known as] [q1 Selby], is a port.",
    ],
)
def test_nobody_is_given(text: str) -> None:
    assert who(text).kind == "nobody"


@pytest.mark.parametrize(
    "text",
    ["The plan [c1 seems] [q1 to fail].", "[c1 It is clear] [q1 that the plan failed].", "The plan [c1 appears] [q1 dead]."],
)
def test_an_assessment_is_the_writers_own(text: str) -> None:
    speaker = who(text, outlet="The Harbour Post")
    assert (speaker.kind, speaker.name) == ("outlet", "The Harbour Post")


def test_an_assessment_within_somebodys_words_is_his() -> None:
    rows = heard("[q1 “The plan [c2 seems] [q2 to fail],”] [s1 Ada Holm] [c1 said].")
    assert {row.speaker.name for row in rows if row.speaker} == {"Ada Holm"}


def test_a_verb_that_goes_on_is_of_who_spoke_before_in_the_sentence() -> None:
    speaker = who("[s1 Two officials] [c1 said] [q1 the port was shut], [c2 adding] [q2 that it was late].")
    assert (speaker.kind, speaker.described, speaker.count) == ("unnamed", "Two officials", 2)
    assert who("[s1 Ada Holm] [c1 praised] [q1 the port] and [c2 called] [q2 the plan brave].").name == "Ada Holm"


def test_a_verb_whose_subject_was_left_out_is_of_its_subject() -> None:
    assert who("On Friday Ada Holm [c1 promised] [q1 that the port would open].").name == "Ada Holm"


def test_a_list_of_deeds_is_of_whom_the_report_speaks_of() -> None:
    speaker = who("Jonas Reed is known for three things. Reed never rests.\n[c1 Repeats] [q1 old slogans].")
    assert (speaker.kind, speaker.name) == ("person", "Jonas Reed")


def test_it_is_uncertain_goes_on_with_nobodys_words() -> None:
    speaker = who("[s1 Ada Holm] [c1 praised] [q1 the port], but [c2 it is uncertain] [q2 whether it will open].")
    assert (speaker.kind, speaker.name) == ("outlet", None)
