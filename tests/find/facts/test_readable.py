"""What a reader sees of a fact: whole clauses, whole quotations, no dateline."""

from __future__ import annotations

import pytest

from retold.find.facts.readable import readable, with_preposition
from retold.model import Span


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "trigger", "wanted"),
    [
        ("Brod called it “a yarn”, he said.", "Brod called it “a yarn", "called", "Brod called it “a yarn”"),
        ('Brod called it "a yarn", he said.', 'Brod called it "a yarn', "called", 'Brod called it "a yarn"'),
        ("Vale, who met Brod, left.", "who met Brod,", "met", "who met Brod"),
        ("VARN (Wire) - Vale met Brod.", "VARN (Wire) - Vale met Brod", "met", "Vale met Brod"),
        ("Vale gave no answer to questions.", "Vale gave no answer to", "answer", "Vale gave no answer"),
    ],
)
def test_a_span_is_cut_or_completed_to_read_as_a_clause(text: str, words: str, trigger: str, wanted: str) -> None:
    start, end = readable(text, span_of(text, words), span_of(text, trigger))
    assert text[start:end] == wanted


def test_a_quotation_that_never_ends_is_left_as_it_stands() -> None:
    text = "Brod called it “a yarn and then spoke on for a very long time without an end to be seen anywhere in the line"
    assert readable(text, Span(0, 22), span_of(text, "called")) == Span(0, 22)


def test_a_year_keeps_its_preposition() -> None:
    text = "In 2020, Varn fined Vale."
    assert with_preposition(text, span_of(text, "2020")) == Span(0, 7)
