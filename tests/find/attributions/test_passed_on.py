"""Outlets and recordings that pass on what somebody said are no speakers of it."""

from __future__ import annotations

from retold.find.attributions.marked import Marked
from retold.find.attributions.passed_on import passed_on
from tests.find.attributions.test_whole import at, marked, parses, shown


def told(text: str, *found: Marked) -> list[tuple[list[str], str, list[str]]]:
    return [shown(text, one) for one in passed_on(found, text, parses(text))]


def test_the_main_clause_of_what_an_outlet_reports_has_the_speaker() -> None:
    text = "According to the Varn Journal, Apex has stated it will not pay for the fair."
    found = marked(text, "the Varn Journal", "According to", "Apex has stated it will not pay for the fair")
    assert told(text, found) == [(["Apex"], "has stated", ["it will not pay for the fair"])]


def test_what_was_marked_twice_is_the_speakers_with_all_its_pieces() -> None:
    text = '"I will vote in March," Reed said, according to the Varn Times. "And for Holm."'
    inner = marked(text, "Reed", "said", '"I will vote in March,"')
    outer = Marked(
        source=(at(text, "the Varn Times"),),
        cue=at(text, "according to"),
        content=(at(text, '"I will vote in March," Reed said'), at(text, '"And for Holm."')),
    )
    assert told(text, inner, outer) == [(["Reed"], "said", ['"I will vote in March,"', '"And for Holm."'])]


def test_a_transcript_is_a_way_to_the_words() -> None:
    text = '"It is a general debate," Voss asked, according to a transcript of the interview.'
    inner = marked(text, "Voss", "asked", '"It is a general debate,"')
    outer = marked(text, "a transcript of the interview", "according to", '"It is a general debate,"')
    assert told(text, inner, outer) == [(["Voss"], "asked", ['"It is a general debate,"'])]


def test_who_follows_the_word_reports_reports() -> None:
    text = '"You are not welcome," said Krista Day, head of the union, reports USA Today.'
    inner = marked(text, "Krista Day, head of the union, reports USA Today", "said", '"You are not welcome,"')
    outer = marked(text, "Krista Day, head of the union", "reports", '"You are not welcome," said')
    assert told(text, inner, outer) == [(["Krista Day, head of the union"], "said", ['"You are not welcome,"'])]


def test_a_person_who_tells_of_what_another_said_is_the_speaker() -> None:
    text = "According to Jonas Reed, Holm said the port was sold."
    found = marked(text, "Jonas Reed", "According to", "Holm said the port was sold")
    assert told(text, found) == [(["Jonas Reed"], "According to", ["Holm said the port was sold"])]


def test_an_outlet_that_tells_what_happened_is_the_speaker() -> None:
    text = "The Varn Journal reported that Holm met the owner."
    found = marked(text, "The Varn Journal", "reported", "that Holm met the owner")
    assert told(text, found) == [(["The Varn Journal"], "reported", ["that Holm met the owner"])]
