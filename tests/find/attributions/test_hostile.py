"""Attributions of texts as the open web has them: broken marks, transcripts, tables, capitals, other languages."""

from __future__ import annotations

import pytest

from retold.find.syntax import LONGEST
from retold.model import Attribution
from tests.find.attributions.test_attributions import found, report, words
from tests.work import grows_in_proportion

TURN = (
    "MODERATOR: Thank you, minister. What do you say to that?\n\n"
    "HOLM: I said last week that the port would stay open, and I say so again.\n\n"
)
TABLE = "Port | Ships | Tons\n--- | --- | ---\nNorth | 12 | 4,000\nSouth | 7 | 1,250\n" * 30
MARKS = {
    "half a mark": 'Holm said: "The port is shut. Nobody told us.\n\nShips left on Friday.',
    "half a mark at the end": 'The port is shut," Holm said.\n\nShips left on Friday.',
    "nested": "“They told me ‘it is shut’ and hung up,” Holm said.",
    "mixed": "“The port is shut\", Holm said. ''Nobody told us.“",
    "wrong way round": "”The port is shut,“ Holm said.",
    "none but marks": "\"“”'‘’«»„" * 40,
}


def whole(text: str, every: tuple[Attribution, ...]) -> bool:
    """Whether all spans lie inside the text, in order, and start and end with something."""
    for each in every:
        for spans in (each.source, each.cue, each.content):
            assert list(spans) == sorted(spans)
            for span in spans:
                assert 0 <= span.start < span.end <= len(text)
                assert text[span.start : span.end] == text[span.start : span.end].strip()
    return True


@pytest.mark.parametrize("name", MARKS)
def test_broken_marks_cost_no_offset(name: str) -> None:
    assert whole(MARKS[name], found(MARKS[name]))


@pytest.mark.parametrize("name", ["half a mark", "nested", "mixed", "wrong way round"])
def test_whoever_speaks_is_found_in_spite_of_broken_marks(name: str) -> None:
    text = MARKS[name]
    assert any(words(text, each.source) == ["Holm"] and words(text, each.cue) == ["said"] for each in found(text))


def test_a_transcript_of_twenty_thousand_words_is_read_to_its_end() -> None:
    text = TURN * 850
    assert len(text.split()) > 20_000
    every = found(text)
    assert whole(text, every)
    assert every[-1].cue[0].start > len(text) * 0.9


def test_a_report_in_one_long_line_is_read_like_any_other() -> None:
    text = "Ada Holm said that the port would close. The ships left on Friday. " * 150
    assert len(text) > 2 * LONGEST
    every = found(text)
    assert whole(text, every)
    assert len(every) > 130


def test_twice_the_length_is_twice_the_work() -> None:
    def read(times: int) -> None:
        found(TURN * times)

    assert grows_in_proportion(read, 40)


def test_capitals_do_not_hide_who_speaks() -> None:
    text = "ADA HOLM SAYS PORT WILL CLOSE IN MAY\n\nShips left on Friday."
    assert [words(text, each.source) for each in found(text, headline=True)] == [["ADA HOLM"]]


def test_a_table_says_nothing() -> None:
    assert found(TABLE) == ()


def test_chrome_neither_speaks_nor_is_spoken() -> None:
    text = "Ada Holm said the shop sells mugs.\n\nThe port lies in the north."
    made = report(text)
    from dataclasses import replace

    from retold.find.attributions.attributions import attributions
    from retold.find.encoder.cut import passages
    from retold.find.syntax import parse

    ((masked, parses),) = parse([replace(made, body=made.body[1:])])
    assert attributions(masked, parses, passages(parses)) == ()


def test_a_language_that_is_not_read_gives_only_what_is_safe() -> None:
    text = "Le ministre a dit que le port fermerait. «Il n'est pas sûr», a déclaré Ada Holm."
    assert all(each.quoted for each in found(text, language="fr"))
