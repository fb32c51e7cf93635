"""A content that was cut in a word or before its main clause goes on to its end."""

from __future__ import annotations

import pytest

from retold.find.attributions.ended import ended
from tests.find.attributions.test_whole import marked, parses, shown


@pytest.mark.parametrize(
    ("text", "cue", "cut", "whole"),
    [
        (
            "The clerks said they would drop songs by R. Brod and Ivo Lenk.",
            "said",
            "they would drop songs by R",
            "they would drop songs by R. Brod and Ivo Lenk",
        ),
        (
            "The clerks said if the bid by Norvale is accepted, the mill will close.",
            "said",
            "if the bid by Norvale is accepted",
            "if the bid by Norvale is accepted, the mill will close",
        ),
        ("The clerks said the mill was shut.", "said", "the mill was shut", "the mill was shut"),
    ],
)
def test_what_is_said_goes_on_to_its_end(text: str, cue: str, cut: str, whole: str) -> None:
    (done,) = ended([marked(text, "The clerks", cue, cut)], parses(text))
    assert shown(text, done)[2] == [whole]
