"""Whom a description means that the report never explains: through the speakers of made-up reports."""

from __future__ import annotations

import pytest

from tests.resolve.speakers.marked import heard, who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # of two candidates the one of that party
        (
            "Ada Holm (R-Varn) met Jonas Reed (D-Selby). Holm spoke. [s1 The Democratic candidate] [c1 said] [q1 it rained].",
            "Jonas Reed",
        ),
        # a former post is another post
        (
            "Mira Dahl is the inspector general. General Jonas Reed left. [s1 The inspector general] [c1 said] [q1 so].",
            "Mira Dahl",
        ),
        # a spouse has the family's name
        ("Jonas Reed was shot. Lena Reed wept. [s1 Jonas Reed's wife] [c1 said] [q1 it was late].", "Lena Reed"),
        # of a family whom the report means by the surname, though another of them was named just now
        (
            "Former Secretary Ada Holm met Jonas Reed. Holm smiled. Reed named Piet Holm. [s1 Secretary Holm] [c1 said] [q1 so].",
            "Ada Holm",
        ),
        # of two presidents the one of that country, though the other was named last
        (
            "French President Jonas Reed met President Ada Holm. Holm left. [s1 The French president] [c1 said] [q1 so].",
            "Jonas Reed",
        ),
        # "the House" is no palace
        ("The Blue House was lit. The House voted. [s1 The House] [c1 said] [q1 that it was late].", "House"),
        # the name without the mark of an owner, whatever mark it is
        ("[s1 Ada Holm\u2018s] [c1 remark] was [q1 that it rained].", "Ada Holm"),
        # a headline's bare noun is named below
        ("Lawmaker wants port shut.\n[s1 Senator Ada Holm] [c1 said] [q1 it was late].", "Ada Holm"),
    ],
)
def test_a_role_is_who_fits_it(text: str, name: str) -> None:
    assert who(text).name == name


def test_a_headlines_bare_noun_is_whom_the_report_names_with_that_title() -> None:
    assert who("[s1 Lawmaker] [c1 urges] [q1 closure of port].\nSenator Ada Holm spoke in Varn. It rained.").name == "Ada Holm"


def test_the_woman_is_the_one_whom_the_report_names_by_a_first_name_alone() -> None:
    text = "The Post met a woman in Varn. [s1 The woman] [c1 said] [q1 it was late]. Lena lives in Varn with Jonas Reed."
    assert who(text).name == "Lena"


def test_somebody_elses_lawyer_is_not_his_lawyer() -> None:
    speaker = who("Jonas Reed paid Ada Holm. [s1 Reed's lawyer] [c1 said] [q1 so].\nA lawyer for Holm, Mira Dahl, left.")
    assert (speaker.kind, speaker.name) == ("unnamed", None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Union and OSRV met. [s1 OSRV] [c1 said] [q1 so]. [s2 The agency] [c2 added] [q2 that it rained].", "OSRV"),
        ("[s1 The Varn Commission] [c1 said] [q1 so]. [s2 The panel] [c2 added] [q2 that it rained].", "Varn Commission"),
    ],
)
def test_a_body_that_speaks_on_may_be_called_by_what_it_is(text: str, name: str) -> None:
    assert who(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Top donor Ada Holm spoke in Varn. Jonas Reed listened. [s1 The donor] [c1 said] [q1 it was late].",
            "Ada Holm",
        ),
        ("[s1 Port Authority chairman] [c1 says] [q1 it is late].\n\nChairman Jonas Reed spoke on Friday.", "Jonas Reed"),
        (
            "Acme Corp. met the Varn Relief Fund on Friday. [s1 The company] [c1 said] [q1 it rained].",
            "Acme Corp.",
        ),
    ],
)
def test_a_description_is_whom_the_report_gives_that_title_or_sort(text: str, name: str) -> None:
    assert who(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "[q1 “It is late,”] [c1 said] [s1 Peter Vale]. Peter Reed lost in May. Many never trusted him, "
            "because [s2 he] [c2 favours] [q2 a new port].",
            "Peter Reed",
        ),
        (
            "[q1 “It is late,”] [c1 said] [s1 Mary Vale]. [q2 “It is early,”] [c2 said] [s2 Anna Reed], a waitress in the Old "
            "Harbour restaurant. [s3 She] [c3 said] [q3 the town was calm].",
            "Anna Reed",
        ),
    ],
)
def test_he_or_she_who_speaks_is_of_the_same_sentence_or_spoke_last(text: str, name: str) -> None:
    assert who(text).name == name


def test_a_woman_of_the_lead_is_who_is_then_named_without_a_word_of_who_she_is() -> None:
    lead = "[s1 A woman who lost her house] [c1 said] [q1 the port was late]. "
    (first, *_) = heard(lead + "On Friday Mira Dahl, [s2 who] [c2 said] [q2 she was sad], wept.")
    assert first.speaker is not None
    assert first.speaker.name is None
    rows = heard(lead + "[s2 Mira Dahl] [c2 recounted] [q2 the storm].")
    assert [row.speaker.name for row in rows if row.speaker] == ["Mira Dahl"] * 2
    rows = heard(lead + "[s2 Officer Mira Dahl] [c2 recounted] [q2 the storm].")
    assert [row.speaker.name for row in rows if row.speaker] == [None, "Mira Dahl"]


def test_who_only_spoke_in_an_aside_is_not_he_with_whom_the_next_sentence_begins() -> None:
    text = (
        "Peter Vale runs the port. Peter Vale was backed by the mayor, whom [s1 Jonas Reed] [c1 supported] [q1 in May]. "
        "[s2 He] [c2 declared] [q2 that the port was safe]."
    )
    assert who(text).name == "Peter Vale"


def test_the_person_is_the_unnamed_source_just_before() -> None:
    rows = heard(
        "[s1 A clerk at the Harbour Ministry] [c1 said] [q1 it rained]. [s2 The person] [c2 added] [q2 that it was late]."
    )
    assert len({each.speaker.chain for each in rows if each.speaker}) == 1


def test_the_actress_is_who_was_brought_in_just_before() -> None:
    text = "Ada Holm is an actress. Holm sang. She left. It rained. The day was long. It snowed. Mira Dahl spoke in Varn. "
    assert who(text + "[s1 The actress] [c1 said] [q1 it was late].").name == "Mira Dahl"
