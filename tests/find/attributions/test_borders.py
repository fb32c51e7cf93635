"""Where one speaker's words end and another's begin, and what a quotation that runs on belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.find.attributions.borders import bordered
from retold.find.attributions.marked import Marked
from retold.find.attributions.quotations import quotations
from retold.find.attributions.running import running
from retold.model import Span
from tests.find.attributions.test_whole import at, marked, parses, shown
from tests.work import grows_in_proportion


def border(text: str, *found: Marked) -> list[tuple[list[str], str, list[str]]]:
    passages = parses(text)
    marks = quotations(text, [p.place for p in passages])
    return [shown(text, one) for one in bordered(found, text, passages, marks)]


def run(text: str, *found: Marked) -> list[list[str]]:
    paragraphs = [p.place for p in parses(text)]
    done = running(found, text, paragraphs, quotations(text, paragraphs))
    return [shown(text, one)[2] for one in done]


def test_a_content_ends_before_a_sentence_with_a_source_and_a_cue_of_its_own() -> None:
    text = "Holm said the port was shut. Ships had left. The mayor denied that it was shut."
    first = marked(text, "Holm", "said", "the port was shut. Ships had left. The mayor denied that it was shut.")
    second = marked(text, "The mayor", "denied", "that it was shut")
    assert border(text, first, second)[0][2] == ["the port was shut. Ships had left."]


def test_a_speaker_may_tell_of_others_within_the_quotation() -> None:
    text = "“It was shut. The mayor denied it,” said Holm."
    first = marked(text, "Holm", "said", "“It was shut. The mayor denied it,”")
    second = marked(text, "The mayor", "denied", "it,")
    assert border(text, second, first)[-1][2] == ["“It was shut. The mayor denied it,”"]


def test_a_quotation_that_hangs_on_the_next_speakers_word_is_not_the_first_ones() -> None:
    text = "“They will lose,” Holm said. “Nobody knows,” answered the mayor."
    first = Marked(
        source=(at(text, "Holm"),), cue=at(text, "said"), content=(at(text, "“They will lose,”"), at(text, "“Nobody knows,”"))
    )
    second = marked(text, "the mayor", "answered", "“Nobody knows,”")
    assert [one[2] for one in border(text, first, second)] == [["“They will lose,”"], ["“Nobody knows,”"]]


def test_a_quotation_is_one_speakers_to_its_end() -> None:
    text = "Holm said: “The port is shut. Nobody works. We wait.”"
    assert run(text, marked(text, "Holm", "said", "“The port is shut.")) == [["“The port is shut. Nobody works. We wait.”"]]


def test_a_quotation_of_two_speakers_is_left_as_it_was_marked() -> None:
    text = "“The port is shut. It is not safe,” Holm said and Wend agreed."
    first, second = marked(text, "Holm", "said", "“The port is shut."), marked(text, "Wend", "agreed", "It is not safe,”")
    assert run(text, first, second) == [["“The port is shut."], ["It is not safe,”"]]


def test_a_paragraph_of_nothing_but_quotation_goes_on_with_who_spoke_before() -> None:
    text = "“The port is shut,” Holm said.\n\n“Nobody has worked there since May.”\n\n“And nobody will work.”\n\nShips left."
    assert run(text, marked(text, "Holm", "said", "“The port is shut,”")) == [
        ["“The port is shut,”", "“Nobody has worked there since May.”", "“And nobody will work.”"]
    ]


def test_a_quotation_after_a_colon_is_the_last_ones_who_spoke() -> None:
    text = "Holm said this of the port:\n\n“Nobody has worked there since May.”"
    assert run(text, marked(text, "Holm", "said", "this")) == [["this", "“Nobody has worked there since May.”"]]


@pytest.mark.parametrize("between", ["Ships left.", "It is a long road."])
def test_a_quotation_is_nobodys_where_nobody_spoke_before(between: str) -> None:
    text = f"Holm said no.\n\n{between}\n\n“Nobody has worked there since May.”"
    assert run(text, marked(text, "Holm", "said", "no")) == [["no"]]


def test_time_grows_with_the_text() -> None:
    def many(count: int) -> None:
        text = "“It is shut,” Holm said. “We wait.” " * count
        marks = quotations(text, [at(text, text)])
        places = range(0, len(text), len(text) // count)
        found = [Marked(source=(), cue=Span(i + 19, i + 23), content=(Span(i, i + 12),)) for i in places]
        running(bordered(found, text, (), marks), text, [at(text, text)], marks)

    assert grows_in_proportion(many, 200)


def test_a_sentence_that_was_broken_off_goes_on_in_the_next_quotation() -> None:
    text = "“Every time you say that,” Holm said, referring to the dues, “you give hope to the guild.”"
    first = marked(text, "Holm", "said", "“Every time you say that,”")
    second = marked(text, "Holm", "referring", "to the dues, “you give hope to the guild.”")
    assert run(text, first) == [["“Every time you say that,”", "“you give hope to the guild.”"]]
    assert run(text, first, second)[0] == ["“Every time you say that,”", "“you give hope to the guild.”"]


def test_a_quotation_of_its_own_is_not_the_rest_of_a_sentence() -> None:
    text = "“The port is shut,” Holm said. “nobody works” was on the banner, “no pay,” on another."
    assert run(text, marked(text, "Holm", "said", "“The port is shut,”")) == [["“The port is shut,”"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Holm met Vale twice, Lind said. Vale's office denied it.", ("Holm met Vale twice,", "Vale's office denied it.")),
        ("Lind said the port was shut. Vale declined to comment.", ("the port was shut. Vale declined to comment.",)),
    ],
)
def test_what_another_replies_is_not_what_the_first_said(text: str, said: tuple[str, ...]) -> None:
    first = replace(marked(text, "Lind", "said", said[0]), content=tuple(at(text, piece) for piece in said))
    assert len(border(text, first)[0][2]) == 1
    assert "Vale de" not in border(text, first)[0][2][0]


def test_a_denial_that_is_told_of_in_the_same_quotation_stays() -> None:
    text = "“The port was shut. Vale denied it,” Lind said."
    first = marked(text, "Lind", "said", "The port was shut. Vale denied it,")
    assert border(text, first)[0][2] == ["The port was shut. Vale denied it,"]
