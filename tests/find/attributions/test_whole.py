"""Marked spans made whole by paragraphs, quotations and syntax."""

from __future__ import annotations

import pytest

from retold.find.attributions.headlines import headlines
from retold.find.attributions.marked import Marked
from retold.find.attributions.mended import mended
from retold.find.attributions.quotations import quotations
from retold.find.attributions.silences import silences
from retold.find.attributions.whole import whole
from retold.find.syntax import Parse, parse
from retold.model import Span
from tests.find.attributions.test_attributions import report


def parses(text: str, *, headline: bool = False) -> tuple[Parse, ...]:
    ((_, found),) = parse([report(text, headline=headline)])
    return found


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def marked(text: str, source: str, cue: str, content: str) -> Marked:
    return Marked(source=(at(text, source),) if source else (), cue=at(text, cue), content=(at(text, content),))


def shown(text: str, one: Marked) -> tuple[list[str], str, list[str]]:
    return [text[a:b] for a, b in one.source], text[one.cue.start : one.cue.end], [text[a:b] for a, b in one.content]


def mend(text: str, one: Marked) -> tuple[list[str], str, list[str]]:
    paragraphs = [p.place for p in parses(text)]
    (done,) = mended([one], text, paragraphs, quotations(text, paragraphs))
    return shown(text, done)


def test_a_content_that_runs_a_word_into_the_next_paragraph_ends_with_its_own() -> None:
    text = "Holm said the port was shut.\n\nShips left on Friday."
    one = marked(text, "Holm", "said", "the port was shut.\n\nShips")
    assert mend(text, one)[2] == ["the port was shut."]


def test_a_quotation_left_open_goes_on_through_the_paragraphs_that_open_anew() -> None:
    text = "Holm said: “The port is shut.\n\n“It is not safe.”\n\nShips left."
    one = marked(text, "Holm", "said:", "“The port is shut.")
    assert mend(text, one) == (["Holm"], "said", ["“The port is shut.", "“It is not safe.”"])


def test_a_source_does_not_end_in_a_comma() -> None:
    text = "Ada Holm, the minister, said no."
    assert mend(text, marked(text, "Ada Holm, the minister,", "said", "no"))[0] == ["Ada Holm, the minister"]


@pytest.mark.parametrize(
    ("text", "source", "wanted"),
    [
        (
            "An aide to Holm, reached by telephone, said no.",
            "An aide to Holm, reached by",
            "An aide to Holm, reached by telephone",
        ),
        ("The Harbour Board of Selmar said no.", "The Harbour", "The Harbour Board"),
        ("That is according to four people, the Selmar Post reports.", "four people, the Selmar Post reports", "four people"),
    ],
)
def test_a_source_is_neither_cut_nor_run_together_with_another_clause(text: str, source: str, wanted: str) -> None:
    cue = "according to" if "according" in text else "said"
    (one,) = whole([marked(text, source, cue, "no" if "no." in text else "That")], parses(text))
    assert shown(text, one)[0] == [wanted]


def test_what_stands_before_its_cue_is_the_sentence_up_to_there() -> None:
    text = "SELMAR (Lodestar) - Envoys met the minister in May, pressing her to stay out, four people said."
    one = marked(text, "four people", "said", "pressing her to stay out")
    (done,) = whole([one], parses(text))
    assert shown(text, done)[2] == ["Envoys met the minister in May, pressing her to stay out"]


def test_the_first_words_of_the_next_sentence_are_cut_off() -> None:
    text = "The board offered to pay, two people said. Whether any money moved is not known."
    one = marked(text, "two people", "said", "The board offered to pay, two people said. Whether any")
    (done,) = whole([one], parses(text))
    assert shown(text, done)[2] == ["The board offered to pay, two people said."]


def test_a_subject_for_the_sake_of_grammar_is_nobody() -> None:
    text = "It is unclear whether the port is shut."
    (one,) = whole([marked(text, "It", "is unclear", "whether the port is shut")], parses(text))
    assert one.source == ()


def test_who_did_not_answer_is_found_and_who_was_never_asked_is_not() -> None:
    text = "Holm could not be reached. The board did not respond to a request. The winch did not return. He vowed not to reply."
    found = [shown(text, one) for one in silences(parses(text))]
    assert found == [(["Holm"], "could not be", ["reached"]), (["The board"], "did not respond", ["to a request"])]


def test_a_headline_colon_sets_its_source_apart_from_what_it_says() -> None:
    text = "Harbour Post: Port to close\n\nShips left."
    assert [shown(text, one) for one in headlines(parses(text, headline=True))] == [(["Harbour Post"], ":", ["Port to close"])]
    assert list(headlines(parses("Analysis: Port to close\n\nShips left.", headline=True))) == []


def test_a_content_goes_on_with_the_clause_that_its_last_word_begins() -> None:
    text = "Staff threaten to leave unless the board resigns."
    one = marked(text, "Staff", "threaten", "to leave unless the board")
    assert shown(text, whole([one], parses(text))[0])[2] == ["to leave unless the board resigns"]


def test_a_content_does_not_go_on_into_another_cue() -> None:
    text = "Holm denied that the port, Wend said, was shut."
    first, second = marked(text, "Holm", "denied", "that the port"), marked(text, "Wend", "said", "was shut")
    assert shown(text, whole([first, second], parses(text))[0])[2] == ["that the port"]


def test_a_cue_does_not_end_before_the_noun_of_a_time() -> None:
    text = "Holm said last month that the port was shut."
    assert shown(text, whole([marked(text, "Holm", "said last", "that the port was shut")], parses(text))[0])[1] == "said"


def test_a_subject_or_agent_that_was_left_out_is_the_source() -> None:
    text = "The sale was first reported by the wire."
    one = marked(text, "", "was first reported by", "The sale")
    assert shown(text, whole([one], parses(text))[0])[0] == ["the wire"]


def test_who_stands_accused_does_not_accuse() -> None:
    text = "Holm stands accused of selling the docks."
    (done,) = whole([marked(text, "Holm", "stands accused of", "selling the docks")], parses(text))
    assert shown(text, done)[0] == []


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    text = "Holm attacked the rules and has called for a new tax on tin."
    one = marked(text, "", "has called for", "a new tax on tin")
    assert shown(text, whole([one], parses(text))[0])[0] == ["Holm"]


def test_of_a_relative_clause_only_its_subject_speaks() -> None:
    text = "The mayor forced Holm, who was under questioning over the sale, to admit that the clerks had left."
    one = marked(text, "who was under questioning over the sale", "to admit", "that the clerks had left")
    assert shown(text, whole([one], parses(text))[0])[0] == ["who"]


def test_a_content_does_not_end_within_a_number() -> None:
    text = "Clerks earned some $41,000 to $72,000 a year."
    one = marked(text, "", "earned", "some $41,")
    assert shown(text, whole([one], parses(text))[0])[2] == ["some $41,000 to $72,000 a year"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("These clerks, Holm said in March, were paid well.", ["These clerks", "were paid well"]),
        ("On Friday, Holm said in March, were paid clerks.", ["were paid clerks"]),
    ],
)
def test_what_stands_before_who_speaks_belongs_to_the_clause_that_is_about_it(text: str, wanted: list[str]) -> None:
    one = marked(text, "Holm", "said", wanted[-1])
    assert shown(text, whole([one], parses(text))[0])[2] == wanted
