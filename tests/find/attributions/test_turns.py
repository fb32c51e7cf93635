"""The turns of a transcript: who speaks stands before a colon at the head of each."""

from __future__ import annotations

from retold.find.attributions.marked import Marked
from retold.find.attributions.turns import with_turns
from tests.find.attributions.test_whole import marked, parses, shown

TALK = [
    "ADA HOLM: Is the port shut?",
    "TEO WEND: It is. We closed it in May.",
    "I am sorry for it.",
    "HOLM: Who told you to?",
    "WEND: Nobody did.",
    "The talk was cut for length.",
]


def turns(paragraphs: list[str], *found: tuple[str, str, str]) -> list[tuple[list[str], str, list[str]]]:
    text = "\n\n".join(paragraphs)
    before: list[Marked] = [marked(text, *one) for one in found]
    return [shown(text, one) for one in with_turns(before, parses(text))]


def test_each_turn_is_its_speakers_up_to_the_next_and_the_last_ends_with_its_paragraph() -> None:
    assert turns(TALK) == [
        (["ADA HOLM"], ":", ["Is the port shut?"]),
        (["TEO WEND"], ":", ["It is. We closed it in May.", "I am sorry for it."]),
        (["HOLM"], ":", ["Who told you to?"]),
        (["WEND"], ":", ["Nobody did."]),
    ]


def test_what_was_marked_of_a_turn_gives_way_to_the_whole_of_it() -> None:
    assert turns(TALK, ("TEO WEND", ":", "It is."))[1] == (
        ["TEO WEND"],
        ":",
        ["It is. We closed it in May.", "I am sorry for it."],
    )


def test_what_is_said_within_a_turn_stays() -> None:
    talk = [*TALK[:3], "HOLM: The mayor said no.", *TALK[4:]]
    assert (["The mayor"], "said", ["no."]) in turns(talk, ("The mayor", "said", "no."))


def test_a_stage_direction_ends_a_turn() -> None:
    said = turns([*TALK[:2], "(LAUGHTER)", *TALK[2:]])
    assert said[1] == (["TEO WEND"], ":", ["It is. We closed it in May."])


def test_a_paragraph_that_names_the_speaker_is_the_reporters() -> None:
    said = turns([*TALK[:2], "Wend looked away.", *TALK[3:]])
    assert said[1] == (["TEO WEND"], ":", ["It is. We closed it in May."])


def test_a_question_and_an_answer_make_a_conversation() -> None:
    assert turns(["Q. Is the port shut?", "A. It is."]) == [(["Q"], ".", ["Is the port shut?"]), (["A"], ".", ["It is."])]


def test_labels_of_a_page_do_not_speak() -> None:
    page = [
        "Photo: The port in May.",
        "Photo: The port in June.",
        "Video: The mayor.",
        "Video: The ships.",
        "Holm: A short life.",
    ]
    assert turns(page) == []


def test_one_colon_makes_no_transcript() -> None:
    assert turns(["Holm: The port is shut.", "Ships left on Friday."]) == []


def test_a_question_whose_label_ran_into_its_first_word_ends_an_answer() -> None:
    text = "QWhy did she go?\nA: She was tired.\nShe left in May.\nQWhat then?\nA: She came back."
    said = [[text[a:b] for a, b in one.content] for one in with_turns([], parses(text))]
    assert said == [["She was tired.", "She left in May."], ["She came back."]]
