"""What is typed is words, phrases and what stands between them; nothing of it is the index's own language."""

from __future__ import annotations

import sqlite3

import pytest

from retold.record.asked import expression, typed
from retold.record.words import Fold


@pytest.fixture
def fold() -> Fold:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE search_folds (letter, folded)")
        return Fold(connection)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("quay crane", '("quay") AND ("crane")'),
        ("quay AND crane", '("quay") AND ("crane")'),
        ('"old quay" crane*', '("old quay") AND ("crane" *)'),
        ("„alte Mole“ «vieux quai»", '("alte Mole") AND ("vieux quai")'),
        ("quay OR mole crane", '("quay" OR "mole") AND ("crane")'),
        ("quay NOT crane -mole", '(("quay")) NOT ("crane" OR "mole")'),
        ("quay NOT crane OR mole", '(("quay")) NOT ("crane" OR "mole")'),
        ('"open quay', '("open quay")'),
        ("title:quay ^a NEAR(b,2)", '("title quay") AND ("a") AND ("NEAR b 2")'),
        ("OR quay OR", '("quay")'),
        ("not or", '("not") AND ("or")'),
    ],
)
def test_words_become_what_the_index_is_asked(fold: Fold, words: str, asked: str) -> None:
    assert expression(words, fold) == asked


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["quay", "crane"], "quay crane"),
        (["old quay", "crane"], '"old quay" crane'),
        (['"old quay" crane'], '"old quay" crane'),
        (["quay OR crane"], "quay OR crane"),
        (["quay crane*"], "quay crane*"),
    ],
)
def test_an_argument_of_several_words_was_quoted_at_the_shell(arguments: list[str], words: str) -> None:
    assert typed(arguments) == words
