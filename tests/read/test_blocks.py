"""How a text falls into blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.read.blocks import blocks

WRAPPED = """The bridge over the Sel will be closed for a month from Monday while
engineers look at the cracks that a diver found in its third pier, the
ministry said. Buses will take passengers across by the old ferry road,
which has been resurfaced for the purpose.

A spokesman for the town of Ostrava Mala said that nobody had asked it
what a month without the bridge would cost the shops on the left bank.
"""


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def test_each_line_is_a_block_where_lines_are_not_wrapped() -> None:
    assert texts("One line.\nAnother.\n\nA third.") == ["One line.", "Another.", "A third."]


def test_hard_wrapped_lines_make_one_block_a_paragraph() -> None:
    found = texts(WRAPPED)
    assert len(found) == 2
    assert found[0].endswith("for the purpose.")


def test_long_lines_are_never_taken_for_wrapped() -> None:
    long = "The minister spoke for an hour and then some " * 4
    assert len(texts("\n".join([long] * 6))) == 6


def test_a_scrapers_marks_part_blocks() -> None:
    assert texts("Headline ### By Ann Vale ### The lead.") == ["Headline", "By Ann Vale", "The lead."]


def test_one_lone_mark_is_text() -> None:
    assert texts("Ticket ### lost") == ["Ticket ### lost"]


def test_a_blank_line_is_told_with_every_line_end() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert [block.apart for block in blocks(end.join(["One.", "Two.", "", "Three."]))] == [True, False, True], repr(end)


@given(st.text(alphabet=st.characters(codec="utf-8")) | st.text(alphabet="ab .\n\r\u00a0#\ufeff\u2028"))
def test_blocks_lie_in_order_in_the_text_and_hold_all_its_letters(text: str) -> None:
    found = blocks(text)
    end = 0
    for block in found:
        assert end <= block.start < block.end
        assert text[block.start : block.end] == block.text
        end = block.end
    assert end <= len(text)
    assert sum(map(str.isalnum, text)) == sum(sum(map(str.isalnum, block.text)) for block in found)
