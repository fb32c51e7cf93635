"""Through whom words reached the outlet: nearest first, as far as the text says it, and only where a credit governs."""

from __future__ import annotations

import pytest

from tests.resolve.speakers.marked import heard, who

STORY = "The port was sold, according to a report from the Associated Press.\n\n"
DATELINE = "VARN, May 3 (Reuters) - The port was sold on Monday.\n\n"
OUTLET = "The Harbour Post"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The Post reported that the Tribune had learned from [s1 two officials] [c1 who said] [q1 it was late].",
            ("Post", "Tribune"),
        ),
        ("The Post reported that [s1 the Tribune] [c1 had learned] [q1 it was late].", ("Post",)),
        ("[q1 It was late], [s1 Ada Holm] [c1 told] the Harbour Post.", ("Harbour Post",)),
        (
            "[q1 The port was sold], [s1 an official] [c1 told] the Coastal Times, the Harbour Post reported.",
            ("Harbour Post", "Coastal Times"),
        ),
        (
            "According to the Harbour Post, [s1 an official] [c1 told] the Associated Press [q1 that it was late].",
            ("Harbour Post", "Associated Press"),
        ),
        ("[q1 It was late], [s1 Ada Holm] [c1 said], according to the Coastal Times.", ("Coastal Times",)),
        ("[s1 Ada Holm] [c1 noted] [q1 that it was late], reported the Coastal Times.", ("Coastal Times",)),
        ("In an interview with the Coastal Times, [s1 Ada Holm] [c1 said] [q1 it was late].", ("Coastal Times",)),
        ("[s1 A memo seen by the Coastal Times] [c1 says] [q1 that it was late].", ("Coastal Times",)),
    ],
)
def test_a_sentence_tells_its_chain_from_this_outlet_outward(text: str, chain: tuple[str, ...]) -> None:
    assert who(text).via == chain


@pytest.mark.parametrize(
    "text",
    [
        "The Coastal Times reported a fire, but [s1 Ada Holm] [c1 said] [q1 it was late].",
        "[s1 Ada Holm] [c1 said] [q1 it was late], and the Coastal Times reported a fire.",
        "[s1 The Coastal Times] [c1 said] [q1 it was late].",
    ],
)
def test_an_outlet_that_reports_another_matter_or_speaks_itself_stands_before_nobody(text: str) -> None:
    assert who(text).via == ()


@pytest.mark.parametrize(
    "said",
    [
        "[s1 Two officials] [c1 said] [q1 it was late].",
        "[s1 A source close to the owner] [c1 said] [q1 it was late].",
        "[s1 An aide of the minister] [c1 rejected] [q1 the idea].",
    ],
)
def test_a_credit_in_the_lead_governs_the_unnamed_sources_of_the_story_retold(said: str) -> None:
    assert who(STORY + said, outlet=OUTLET).via == ("Associated Press",)


@pytest.mark.parametrize(
    "added",
    [
        "[s1 An official] [c1 told] this newspaper [q1 that it was late].",
        "[s1 An official] [c1 told] the Post [q1 that it was late].",
        "[s1 A spokesman] [c1 did not respond] [q1 to a request for comment].",
        "[s1 Some officials] [c1 said] [q1 it was late].",
        "[s1 Ada Holm] [c1 said] [q1 it was late].",
        "[s1 The Coastal Times] [c1 reported] [q1 that it was late].",
    ],
)
def test_a_retold_story_does_not_govern_what_the_outlet_added(added: str) -> None:
    assert who(STORY + added, outlet=OUTLET).via == ()


def test_another_outlets_sources_in_a_retold_story_came_through_that_outlet() -> None:
    assert who(STORY + "[s1 An official] [c1 told] the Coastal Times [q1 that it was late].", outlet=OUTLET).via == (
        "Coastal Times",
    )


@pytest.mark.parametrize(
    ("said", "chain"),
    [
        ("[s1 Two officials] [c1 said] [q1 it was late].", ("Reuters",)),
        ("[s1 Ada Holm] [c1 said] [q1 it was late].", ("Reuters",)),
        ("[s1 The ministry] [c1 declined to comment] [q1 on the sale].", ("Reuters",)),
        ("[s1 The Coastal Times] [c1 reported] [q1 that it was late].", ("Reuters",)),
        ("[s1 An official] [c1 told] the Coastal Times [q1 that it was late].", ("Reuters", "Coastal Times")),
        ("[s1 Ada Holm] [c1 told] this newspaper [q1 that it was late].", ()),
        ("[s1 The agency] [c1 reports] [q1 that it was late].", ()),
    ],
)
def test_a_dateline_governs_the_whole_copy_but_not_the_outlets_own_interviews(said: str, chain: tuple[str, ...]) -> None:
    assert who(DATELINE + said, outlet=OUTLET).via == chain


def test_a_credit_further_down_governs_its_paragraph_alone() -> None:
    start = "The port was sold on Monday.\n\n" * 6
    text = start + "The Coastal Times first reported the sale. [s1 Two officials] [c1 said] [q1 it was late].\n\n"
    near, far = heard(text + "[s2 Three inspectors] [c2 said] [q2 it was early].\n\n" + start, outlet=OUTLET)
    assert near.speaker is not None and far.speaker is not None
    assert (near.speaker.via, far.speaker.via) == (("Coastal Times",), ())


def test_who_is_taken_up_was_heard_through_the_same_outlet() -> None:
    text = STORY + "[s1 Two officials] [c1 said] [q1 it was late].\n\n[s2 The officials] [c2 said] [q2 it rained]."
    assert who(text, outlet=OUTLET).via == ("Associated Press",)


def test_the_reports_own_voice_has_nobody_before_it() -> None:
    assert who(DATELINE + "[s1 This newspaper] [c1 has learned] [q1 that it was late].", outlet=OUTLET).via == ()


def test_a_retold_story_ends_where_the_report_turns_to_its_own_interviews() -> None:
    turn = "[s1 An official] [c1 told] us [q1 that it was late]."
    assert who(f"{STORY}{turn}\n\n[s2 Two inspectors] [c2 said] [q2 it rained].", outlet=OUTLET).via == ()


def test_a_retold_story_ends_where_another_outlets_begins() -> None:
    turn = "[s1 The Coastal Times] [c1 reported] [q1 a fire]."
    assert who(f"{STORY}{turn}\n\n[s2 Two inspectors] [c2 said] [q2 it rained].", outlet=OUTLET).via == ("Coastal Times",)


def test_a_credit_behind_a_speaker_in_the_paragraph_is_of_another_matter() -> None:
    start = "The port was sold on Monday.\n\n" * 6
    text = start + "[s1 Two officials] [c1 said] [q1 it was late]. The Coastal Times first reported the sale.\n\n" + start
    assert who(text, outlet=OUTLET).via == ()


@pytest.mark.parametrize(
    "text",
    [
        "[s1 The Coastal Times] [c1 quoted] [q1 one official as saying that it was late].",
        "[q1 It was late], [s1 the Coastal Times] [c1 reported], citing one official.",
    ],
)
def test_whom_an_outlet_quotes_is_the_speaker_and_the_outlet_a_link(text: str) -> None:
    speaker = who(text)
    assert (speaker.kind, speaker.described, speaker.count, speaker.via) == ("unnamed", "one official", 1, ("Coastal Times",))


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("As the Coastal Times reported, [s1 an official] [c1 said] [q1 it was late].", ("Coastal Times",)),
        ("[s1 Ada Holm] [c1 said] [q1 it was late] (Jonas Reed wrote in the Coastal Times of a fire).", ()),
        ("[s1 Ada Holm] [c1 said] [q1 it was late], a day after his remarks to the Coastal Times.", ()),
        ("The Coastal Times met owners. [s1 An official] [c1 told] the Times [q1 it was late].", ("Coastal Times",)),
    ],
)
def test_an_outlet_is_a_link_only_for_words_that_went_through_it(text: str, chain: tuple[str, ...]) -> None:
    assert who(text).via == chain
