"""A text in units and word pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.find.encoder.tokens import BREAK, CASES, LOOKS, PLACES, SPACES, tokens


def look(text: str, word: str) -> tuple[str, str, str]:
    cut = tokens(text)
    unit = next(i for i in range(len(cut.starts)) if text[cut.starts[i] : cut.ends[i]] == word)
    number = int(cut.looks[list(cut.units).index(unit)])
    return CASES[number // (len(SPACES) * len(PLACES))], SPACES[number // len(PLACES) % len(SPACES)], PLACES[number % len(PLACES)]


def test_a_word_with_inner_marks_is_one_unit() -> None:
    text = "They don't sell U.S. half-made boats."
    cut = tokens(text)
    assert [text[a:b] for a, b in zip(cut.starts, cut.ends, strict=True)] == [
        "They",
        "don't",
        "sell",
        "U.S",
        ".",
        "half-made",
        "boats",
        ".",
    ]


def test_the_look_of_a_word_tells_case_space_and_quotation() -> None:
    text = 'Ada Holm said: “Sell NOW,” and left.\n\nThe port "is McKay\'s".'
    assert look(text, "Ada") == ("title", "paragraph", "outside")
    assert look(text, "said") == ("lower", "blank", "outside")
    assert look(text, "Sell") == ("title", "none", "inside")
    assert look(text, "NOW") == ("upper", "blank", "inside")
    assert look(text, "”") == ("mark", "none", "mark")
    assert look(text, "and") == ("lower", "blank", "outside")
    assert look(text, "The") == ("title", "paragraph", "outside")
    assert look(text, "McKay's") == ("mixed", "blank", "inside")


def test_capitals_say_nothing_in_a_line_of_capitals() -> None:
    text = "MINISTER: PORT OF THE NORTH SHUT\nThe ANC agreed."
    assert look(text, "MINISTER")[0] == look(text, "SHUT")[0] == "lower"
    assert look(text, "ANC")[0] == "upper"


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert look('"We sold it.\nNobody knew.', "Nobody")[2] == "outside"


def test_a_paragraph_sign_counts_as_an_empty_line() -> None:
    assert look(f"One.{BREAK}Two", "Two")[1] == "paragraph"


@given(st.text(max_size=300))
def test_any_text_gives_pieces_in_order_within_the_text(text: str) -> None:
    cut = tokens(text)
    assert (cut.ends > cut.starts).all() and (cut.starts[1:] >= cut.ends[:-1]).all()
    assert len(cut.ids) == len(cut.looks) == len(cut.units)
    assert (cut.units[1:] >= cut.units[:-1]).all()
    assert ((cut.looks >= 0) & (cut.looks < LOOKS)).all()
    assert not len(cut.ends) or cut.ends[-1] <= len(text)


def test_a_run_of_signs_without_space_is_bounded() -> None:
    cut = tokens("x" * 100_000)
    assert len(cut.starts) == len(cut.ids) == 1
