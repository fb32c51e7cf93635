"""What is marked as attributed and is nobody's words gives no statement; to speak to an outlet is no contact."""

from __future__ import annotations

import pytest

from tests.find.facts.conftest import Finder


@pytest.mark.parametrize(
    "text",
    ["The crisis shows that the town needs a plan.", "The dispute highlights the risk that the port may close."],
)
def test_a_thing_that_shows_something_states_nothing(found: Finder, text: str) -> None:
    assert found(text, "statement") == ()


def test_a_document_states(found: Finder) -> None:
    (one,) = found("The study shows that the town needs a plan.", "statement")
    assert one.subject is not None and one.subject.described == "The study"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm told Teo Wend of the Harbour Post that the port was shut.",
        "Ada Holm told reporter Teo Wend that the port was shut.",
        "Ada Holm spoke with the Harbour Post's Teo Wend on Friday.",
        "Ada Holm told Radio Varn that the port was shut.",
    ],
)
def test_to_speak_to_an_outlet_or_its_reporter_is_no_contact(found: Finder, text: str) -> None:
    assert found(text, "contact") == ()


def test_to_tell_a_mayor_is_a_contact(found: Finder) -> None:
    assert [f.object.described for f in found("Ada Holm told the mayor that the port was shut.", "contact") if f.object] == [
        "the mayor"
    ]
