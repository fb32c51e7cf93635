"""The source of an attribution is who the grammar of its cue says, or nobody."""

from __future__ import annotations

import pytest

from retold.find.attributions.grounded import grounded
from tests.find.attributions.test_whole import marked, parses, shown


def sources(text: str, source: str, cue: str, content: str) -> list[str]:
    (one,) = grounded([marked(text, source, cue, content)], parses(text))
    return shown(text, one)[0]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "who"),
    [
        (
            "Prosecutors charged the officer with murder and Holm fired his police chief, acknowledging that trust was lost.",
            "Prosecutors",
            "acknowledging",
            "that trust was lost",
            ["Holm"],
        ),
        (
            "The mayor scolded Holm for dismissing the idea that the port was sold.",
            "The mayor",
            "dismissing",
            "the idea that the port was sold",
            ["Holm"],
        ),
        (
            "The hub is part of a larger network of bases the Defence Ministry is envisioning to fight the rebels.",
            "a larger network of bases the Defence Ministry",
            "is envisioning",
            "to fight the rebels",
            ["the Defence Ministry"],
        ),
        (
            "Critics rejected that. Holm's comments warned that the port was lost.",
            "Holm's comments",
            "warned",
            "that the port was lost",
            ["Holm"],
        ),
        ("A socialist, he backed the dockers in 2012.", "A socialist", "backed", "the dockers", ["he"]),
    ],
)
def test_who_speaks_is_the_subject_of_the_cue(text: str, source: str, cue: str, content: str, who: list[str]) -> None:
    assert sources(text, source, cue, content) == who


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Holm made the news when it was revealed that he paid for the suit.",
            "Holm",
            "was revealed",
            "that he paid for the suit",
        ),
        ("These calls for more soldiers have come late.", "These", "calls for", "more soldiers"),
        ("The gift fell to just 75,000 pledged for this year.", "just 75,000", "pledged for", "this year"),
        ("Two aides left. But it indicates that she will keep her style.", "it", "indicates", "that she will keep her style"),
    ],
)
def test_a_thing_a_sum_or_who_stands_near_speaks_not(text: str, source: str, cue: str, content: str) -> None:
    assert sources(text, source, cue, content) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "A poll came out on Monday. It shows that voters want the port closed.",
            "It",
            "shows",
            "that voters want the port closed",
        ),
        ("It was revealed by Holm that the port was sold.", "Holm", "was revealed", "that the port was sold"),
        ("Holm fired the chief, acknowledging that trust was lost.", "Holm", "acknowledging", "that trust was lost"),
        ("Holm scolded him for dismissing the idea and said it was true.", "Holm", "said", "it was true"),
        ("Some 2,000 said they would leave.", "Some 2,000", "said", "they would leave"),
    ],
)
def test_a_text_an_agent_and_a_subject_of_its_own_stay(text: str, source: str, cue: str, content: str) -> None:
    assert sources(text, source, cue, content) == [source]
