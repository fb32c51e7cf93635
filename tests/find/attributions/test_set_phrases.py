"""A set phrase that has the verb of saying has no speaker; the same words in a sentence have."""

from __future__ import annotations

from retold.find.attributions.set_phrases import spoken
from tests.find.attributions.test_whole import marked


def test_nobody_speaks_in_a_set_phrase() -> None:
    text = "That said, the nomination went ahead."
    assert spoken([marked(text, "", "said", "the nomination went ahead")], text) == []


def test_the_same_words_in_a_sentence_are_somebodys() -> None:
    text = "Holm that said the port would close, and the clerk said, after a while, nothing."
    one = marked(text, "Holm", "said", "the port would close")
    assert spoken([one], text) == [one]
