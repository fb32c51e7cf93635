"""What was marked together and is not: a source within its cue or content, a listener within what is said."""

from __future__ import annotations

from retold.find.attributions.marked import Marked
from retold.find.attributions.parted import parted
from tests.find.attributions.test_whole import at, marked, parses, shown


def part(text: str, one: Marked) -> tuple[list[str], str, list[str]]:
    (done,) = parted([one], parses(text))
    return shown(text, done)


def test_the_last_words_before_a_cue_that_are_its_subject_are_the_source() -> None:
    text = "The docks were sold in March, two people with knowledge of the matter told the wire."
    one = marked(text, "", "told", "The docks were sold in March, two people with knowledge of the matter")
    assert part(text, one) == (["two people with knowledge of the matter"], "told", ["The docks were sold in March"])


def test_a_subject_behind_its_verb_is_no_part_of_the_cue() -> None:
    text = "The council knew of it, say insiders."
    assert part(text, marked(text, "", "say insiders", "The council knew of it")) == (
        ["insiders"],
        "say",
        ["The council knew of it"],
    )


def test_who_is_told_is_no_part_of_what_is_said() -> None:
    text = "Holm has proposed to the council that the port should be sold."
    one = marked(text, "Holm", "has proposed", "to the council that the port should be sold")
    assert part(text, one)[2] == ["that the port should be sold"]


def test_an_infinitive_is_said() -> None:
    text = "Holm has proposed to sell the ships that pay no fee."
    assert part(text, marked(text, "Holm", "has proposed", "to sell the ships that pay no fee"))[2] == [
        "to sell the ships that pay no fee"
    ]


def test_a_lone_article_is_no_content() -> None:
    text = "Holm told the paper that the port was shut."
    one = Marked(source=(at(text, "Holm"),), cue=at(text, "told"), content=(at(text, "the"), at(text, "that the port was shut")))
    assert part(text, one)[2] == ["that the port was shut"]


def test_a_source_that_was_marked_stays() -> None:
    text = "The port was shut, the mayor said."
    one = marked(text, "the mayor", "said", "The port was shut")
    assert parted([one], parses(text)) == [one]


def test_who_is_named_behind_the_verb_says_what_goes_before_it() -> None:
    text = "The ship had left, said two officials, who asked not to be named."
    wrong = Marked(source=(at(text, "The ship"),), cue=at(text, "said"), content=(at(text, "two officials"),))
    right = (["two officials, who asked not to be named"], "said", ["The ship had left"])
    assert part(text, wrong) == right


def test_the_first_words_of_the_next_sentence_are_no_content() -> None:
    text = "The docks were sold, Holm said. Whether any of it was paid is not known."
    one = Marked(
        source=(at(text, "Holm"),), cue=at(text, "said"), content=(at(text, "The docks were sold"), at(text, "Whether any"))
    )
    assert part(text, one)[2] == ["The docks were sold"]
