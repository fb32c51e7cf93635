"""A fact is told by a source as far as its words reach, else by the report."""

from __future__ import annotations

import pytest

from retold.find.attributions.voices import telling, voiced
from retold.find.facts import facts
from retold.find.syntax import parse
from retold.model import Attribution, Fact
from tests.find.attributions.test_attributions import report
from tests.find.attributions.test_whole import at


def told(text: str, kind: str, *, source: str, cue: str, content: str) -> Fact:
    """The first fact of a kind in a text with one attribution."""
    one = Attribution(id="a1", source=(at(text, source),), cue=(at(text, cue),), content=(at(text, content),))
    ((made, parses),) = parse([report(text)])
    found = facts(made, parses, mentions=(), times=(), attributions=(one,))
    return next(fact for fact in voiced(found, made, parses, (one,)) if fact.kind == kind)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ada Brod has endorsed Senator Jonas Holm.", "Ada Brod", "has endorsed", "Senator Jonas Holm"),
        (
            "Ada Brod called for a boycott after Apex chief executive Jonas Holm refused to help.",
            "Ada Brod",
            "called for",
            "a boycott after Apex chief executive Jonas Holm refused to help",
        ),
    ],
)
def test_a_title_in_what_is_no_clause_is_the_reports(text: str, source: str, cue: str, content: str) -> None:
    assert told(text, "office", source=source, cue=cue, content=content).attribution is None


def test_a_title_in_quoted_words_is_the_sources() -> None:
    text, content = 'Ada Brod said "the old fool, President Jonas Holm."', '"the old fool, President Jonas Holm."'
    assert told(text, "office", source="Ada Brod", cue="said", content=content).attribution == "a1"


def test_what_is_told_in_a_clause_is_the_sources() -> None:
    text, content = "Ada Brod said that Jonas Holm met Irma Voss.", "that Jonas Holm met Irma Voss"
    assert told(text, "contact", source="Ada Brod", cue="said", content=content).attribution == "a1"


def test_what_somebody_says_is_not_known_is_said_by_him() -> None:
    text = "Jonas Reed said that it was not known who had paid."
    one = told(text, "unknown", source="Jonas Reed", cue="said", content="that it was not known who had paid")
    assert one.attribution == "a1"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "tells"),
    [
        ("The plan failed, Reed said, referring to the old mayor.", "Reed", "referring to", "the old mayor", False),
        ("You prefer to vote as I did.", "You", "prefer", "to vote as I did", False),
        ("Reed prefers to vote as I did.", "Reed", "prefers", "to vote as I did", True),
        ('Reed said "you prefer to hide."', "you", "prefer", "to hide", True),
    ],
)
def test_the_reader_and_the_writers_gloss_tell_nothing(text: str, source: str, cue: str, content: str, tells: bool) -> None:
    one = Attribution(id="a1", source=(at(text, source),), cue=(at(text, cue),), content=(at(text, content),))
    ((made, parses),) = parse([report(text)])
    assert bool(telling(made, parses, (one,))) is tells
