"""Which words stand in quotation marks, whatever the marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.find.attributions.quotations import quotations
from retold.model import Span


def marked(text: str) -> list[str]:
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [text[q.span.start : q.span.end] for q in quotations(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said “yes” and "no".', ["“yes”", '"no"']),
        ("„Ja“, sagte er. »Nein«, sie. « Oui », dit-il.", ["„Ja“", "»Nein«", "« Oui »"]),
        ("groups known as “harbourers“.", ["“harbourers“"]),
        ("''She is here,'' he said. ''Now.''", ["''She is here,''", "''Now.''"]),
        ("the owners' boat and Holm's 'lucky' net", ["'lucky'"]),
        (
            "He spoke of “selling, and of buying. He is also the “King of Ports.”",
            ["“selling, and of buying.", "“King of Ports.”"],
        ),
        ("“One.\n“Two.\n“Three,” he said.", ["“One.", "“Two.", "“Three,”"]),
    ],
)
def test_marks_of_any_kind_are_paired_by_what_stands_around_them(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@given(st.text(alphabet="“”\"'«»„‘’ab. ,\n", max_size=80))
def test_quotations_lie_in_order_inside_their_paragraphs(text: str) -> None:
    found = marked(text)
    assert all(found)
