"""What a report tells in its own voice is no part of what its source says."""

from __future__ import annotations

from retold.find.attributions.marked import Marked
from retold.find.attributions.narrated import narrated
from tests.find.attributions.test_whole import at, marked, parses, shown


def one(text: str, source: str, cue: str, *content: str) -> tuple[list[str], str, list[str]]:
    each = Marked(source=(at(text, source),), cue=at(text, cue), content=tuple(at(text, part) for part in content))
    (done,) = narrated([each], parses(text))
    return shown(text, done)


def test_a_denial_ends_where_a_further_clause_begins() -> None:
    text = "Mr. Reed has denied that that was the case, and he and Mr. Holm still speak frequently."
    said = "that that was the case, and he and Mr. Holm still speak frequently"
    assert one(text, "Mr. Reed", "has denied", said)[2] == ["that that was the case"]


def test_what_is_said_beside_a_denial_goes_on_elsewhere() -> None:
    text = "Mr. Reed has said that that was the case, and he and Mr. Holm still speak frequently."
    said = "that that was the case, and he and Mr. Holm still speak frequently"
    assert one(text, "Mr. Reed", "has said", said)[2] == [said]


def test_an_aside_in_a_relative_clause_covers_that_clause() -> None:
    text = 'Holm has been meeting with a man whose book, according to its summary, "draws a troubling portrait of Voss."'
    first = "Holm has been meeting with a man whose book"
    quote = '"draws a troubling portrait of Voss."'
    assert one(text, "its summary", "according to", first, quote)[2] == ["whose book", quote]


def test_an_aside_in_the_main_clause_covers_all_of_it() -> None:
    text = "The port, according to the memo, was sold to a man who fled."
    assert one(text, "the memo", "according to", "The port", "was sold to a man who fled")[2][0] == "The port"


def test_who_forwards_a_text_is_not_its_source() -> None:
    text = 'Reed forwarded an article that included the line "President Odum has turned to the sea."'
    said = 'an article that included the line "President Odum has turned to the sea."'
    assert one(text, "Reed", "forwarded", said)[0] == ["an article"]


def test_anything_she_said_tells_of_no_words() -> None:
    text = "The defence of Reed was as harmful to Holm as anything the senator said on stage."
    said = marked(text, "the senator", "said on stage", "The defence of Reed was as harmful to Holm as anything")
    assert narrated([said], parses(text)) == []


def test_a_credit_in_brackets_is_for_what_stands_in_them() -> None:
    text = "Old towns (nine in ten of them were poor, according to a survey) and villages vote first."
    said = ("Old towns (nine in ten of them were poor", "and villages vote first")
    assert one(text, "a survey", "according to", *said)[2] == ["nine in ten of them were poor"]
