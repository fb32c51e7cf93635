"""What reports tell of, in any language, by the beginnings of words."""

from __future__ import annotations

import pytest

from retold.compare.matters import matters
from retold.model import Report, Span
from tests.work import grows_in_proportion


def told(text: str) -> set[str]:
    report = Report(name="r", text=text, digest="d", body=(Span(0, len(text)),))
    return {key.removeprefix("m:") for key in matters(report)}


@pytest.mark.parametrize(
    "text",
    [
        "In a letter the council was warned of the dam.",
        "Una carta advirtió al consejo sobre la presa.",
        "Une lettre avertissait le conseil.",
        "In einem offenen Brief mahnten die Forscher.",
        "В письме совет директоров предупреждали.",
        "وحذرت رسالة من ذلك",
        "有人写信提醒市政府。",
    ],
)
def test_a_letter_of_warning_is_one_in_every_language(text: str) -> None:
    assert told(text) >= {"letter", "warning"}


def test_a_beginning_stands_at_the_beginning_and_a_whole_word_is_whole() -> None:
    assert "poll" not in told("The pollen lay on the harbour.")
    assert "oil" not in told("Soiled sails hung in the turmoil.")


def test_arabic_words_are_known_with_what_is_written_together_with_them() -> None:
    assert told("والرسالة") == told("رسالة") == {"letter"}


def test_letters_of_another_script_are_not_read_as_latin_ones() -> None:
    """The Bulgarian for a customs duty sounds like the German for "with"."""
    assert told("Er kam mit der Bahn.") == told("Er kam der Bahn.")


def test_what_stands_outside_the_body_tells_nothing() -> None:
    text = "Strike and protest\nThe tide was low."
    assert matters(Report(name="r", text=text, digest="d", body=(Span(19, len(text)),))) == frozenset()


def test_looking_words_up_grows_in_proportion_to_the_text() -> None:
    texts = {n: " ".join(f"under{i:x}taking in no way" for i in range(n)) + "信" * n for n in (500, 2000, 4000)}
    assert grows_in_proportion(lambda n: told(texts[n]), 2000)
