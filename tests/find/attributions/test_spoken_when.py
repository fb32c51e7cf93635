"""When something was said: the time that hangs on the word of saying."""

from __future__ import annotations

import pytest

from retold import pipeline
from retold.model import Attribution, Reading, Report, Span


def said(text: str, published: str | None = "2025-03-14") -> tuple[Attribution, ...]:
    report = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), language="en", published=published)
    (reading,) = pipeline.find(report)
    assert isinstance(reading, Reading)
    return reading.attributions


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minister said on Friday that she had resigned in May.", "on Friday"),
        ("On Monday, the union said the talks had failed.", "Monday"),
        ("The talks failed in April, Ana Holm told reporters last week.", "last week"),
    ],
)
def test_the_time_that_hangs_on_the_cue_is_when_it_was_said(text: str, words: str) -> None:
    (found,) = said(text)
    assert found.when is not None
    assert text[found.when.span.start : found.when.span.end] in (words, words.removeprefix("on "))


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that she had resigned in May.",
        "The talks failed in April, Ana Holm said.",
    ],
)
def test_a_time_within_what_was_said_is_not_when_it_was_said(text: str) -> None:
    (found,) = said(text)
    assert found.when is None


def test_its_interval_is_told_from_the_day_of_publication() -> None:
    (found,) = said("The minister said on Friday that the port was safe.", "2025-03-17")
    assert found.when is not None
    assert found.when.period is not None
    assert found.when.period.earliest is not None
    assert found.when.period.earliest.date().isoformat() == "2025-03-14"


def test_without_a_day_of_publication_it_stays_open() -> None:
    (found,) = said("The minister said on Friday that the port was safe.", None)
    assert found.when is not None
    assert found.when.period is None or found.when.period.earliest is None
