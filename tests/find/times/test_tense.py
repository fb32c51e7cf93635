"""Which side of the publication a bare weekday or month lies on is told by its verb."""

from __future__ import annotations

import pytest

from retold.find.syntax import parse
from retold.find.times.expressions import times
from retold.model import Report, Span


def directions(text: str) -> list[str | None]:
    [(report, parses)] = parse([Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),))])
    return [t.direction for t in times(report, parses)]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The council met the envoy on Friday.", "past"),
        ("The council will meet the envoy on Friday.", "future"),
        ("The council is meeting the envoy on Friday.", "future"),
        ("The council plans to meet the envoy on Friday.", "future"),
        ("The offer had been due to expire on Friday.", "past"),
        ("The vote is expected in December.", "future"),
        ("Prices rose in December.", "past"),
        ("Monday's debate will be the last.", "future"),
        ("They will appeal Monday's ruling.", None),
        ("The council planned a rally for Friday.", None),
        ("The issue is expected to dominate a summit set for Friday.", "future"),
        ("Much will change when the case is heard on Friday.", "future"),
        ("The ministers meet on Friday.", "future"),
        ("The case is heard on Friday.", None),
        ("The mine will close in two weeks.", "future"),
        ("They built it in two weeks.", None),
        ("He was arrested on March 3, 2015.", "past"),
        ("They extended the offer to March 3, 2015.", None),
        ("They sought a way to keep calm after the January 3 raid.", None),
    ],
)
def test_the_verb_tells_the_direction(text: str, direction: str | None) -> None:
    assert directions(text) == [direction]


def test_the_present_of_a_headline_tells_nothing_of_the_side() -> None:
    text = "Ministers meet on Friday"
    made = Report(name="made.txt", text=text, digest="", body=(), headline=Span(0, len(text)))
    [(report, parses)] = parse([made])
    assert [t.direction for t in times(report, parses)] == [None]


def test_without_syntax_the_direction_stays_open() -> None:
    text = "The council met the envoy on Friday."
    made = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),))
    assert [t.direction for t in times(made, ())] == [None]
