"""Who is quoted by another is the source of the words, and the word of saying is the cue."""

from __future__ import annotations

import pytest

from retold.find.attributions.marked import Marked
from retold.find.attributions.relayed import relayed
from tests.find.attributions.test_whole import at, marked, parses, shown


def only(text: str, *found: Marked) -> tuple[list[str], str, list[str]]:
    (one,) = relayed(found, parses(text))
    return shown(text, one)


def test_an_outlet_that_quotes_an_official_is_not_the_source() -> None:
    text = "The wire quoted one official as saying that the sale was agreed."
    found = marked(text, "The wire", "quoted", "one official as saying that the sale was agreed")
    assert only(text, found) == (["one official"], "as saying", ["that the sale was agreed"])


def test_the_word_of_saying_alone_may_have_been_marked() -> None:
    text = "The wire quoted Ada Holm, the mayor, as saying she would not resign."
    first = marked(text, "The wire", "quoted", "Ada Holm, the mayor")
    second = marked(text, "The wire", "saying", "she would not resign")
    assert only(text, first, second) == (["Ada Holm, the mayor"], "as saying", ["she would not resign"])


def test_who_hears_it_is_no_content() -> None:
    text = "The paper cited two aides as telling it that the talks were over."
    found = marked(text, "The paper", "cited", "two aides as telling it that the talks were over")
    assert only(text, found) == (["two aides"], "as telling", ["that the talks were over"])


def test_the_quotation_may_stand_before() -> None:
    text = "“It is a farce,” the wire quoted Ada Holm as saying."
    found = marked(text, "the wire", "quoted", "Ada Holm as saying")
    assert only(text, found) == (["Ada Holm"], "as saying", ["“It is a farce,”"])


def test_a_passive_keeps_its_subject_and_its_whole_cue() -> None:
    text = "Ada Holm was quoted as saying that the vote was near."
    found = marked(text, "Ada Holm", "was quoted", "as saying that the vote was near")
    assert only(text, found) == (["Ada Holm"], "was quoted as saying", ["that the vote was near"])


@pytest.mark.parametrize("text", ["The mayor cited the law as a reason to stay.", "The mayor described Ada Holm as a liar."])
def test_an_as_without_a_word_of_saying_changes_nothing(text: str) -> None:
    verb = text.split()[2]
    found = Marked(
        source=(at(text, "The mayor"),), cue=at(text, verb), content=(at(text, text.split(verb + " ")[1].rstrip(".")),)
    )
    assert relayed([found], parses(text)) == [found]
