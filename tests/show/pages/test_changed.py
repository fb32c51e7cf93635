"""Two passages beside each other show which words were struck and which were put in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.show.pages.changed import changed


@pytest.mark.parametrize(
    ("was", "now", "struck", "put"),
    [
        ("The board fined the ferry 40 crowns.", "The board fined the ferry 60 crowns.", ["40"], ["60"]),
        ("Both were probably held, he said.", "Both were held, he said.", ["probably"], []),
        ("The two were held.", "The TWO were held", ["."], []),
        ("He left the port at 9.30.", "He left the port at 9.45.", ["9.30"], ["9.45"]),
        ("The clerk of the court wrote it.", "The clerk of a court wrote it.", ["the"], ["a"]),
        ("Nobody was hurt.", "Nobody was hurt.", [], []),
    ],
)
def test_words_that_one_passage_alone_has_are_marked(was: str, now: str, struck: list[str], put: list[str]) -> None:
    earlier, later = changed(was, now)
    assert [text for text, marked in earlier if marked] == struck
    assert [text for text, marked in later if marked] == put


def test_of_a_passage_told_in_other_words_none_are_marked() -> None:
    was, now = "The ferry sank in the strait at dawn.", "Early that morning a ship went down between both islands."
    assert changed(was, now) == ([(was, False)], [(now, False)])


@given(st.text(alphabet="ab \u202e.,\n", max_size=60), st.text(alphabet="ab \u202e.,\n", max_size=60))
def test_the_pieces_are_the_passages_and_what_both_have_is_the_same(was: str, now: str) -> None:
    earlier, later = changed(was, now)
    assert ("".join(text for text, _ in earlier), "".join(text for text, _ in later)) == (was, now)
    if any(marked for _, marked in (*earlier, *later)):
        kept = ["".join("".join(text.split()) for text, marked in pieces if not marked) for pieces in (earlier, later)]
        assert kept[0] == kept[1]


def test_giant_passages_that_repeat_themselves_cost_little() -> None:
    start = time.process_time()
    for _ in range(20):
        changed("a a a a " * 100, "a b a b " * 100)
        changed("a " * 100_000, "a b " * 100_000)
    assert time.process_time() - start < 10
