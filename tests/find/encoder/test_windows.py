"""A text in windows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.find.encoder.tokens import tokens
from retold.find.encoder.windows import LENGTH, windows


def words(count: int, line: int = 0) -> str:
    gaps = ("\n" if line and i % line == 0 else " " for i in range(1, count + 1))
    return "".join(["boat", "harbourmasters", "x"][i % 3] + gap for i, gap in enumerate(gaps))


@settings(deadline=None)
@given(st.integers(0, 1500), st.integers(20, 300), st.integers(2, 16), st.integers(0, 60))
def test_every_unit_is_owned_by_one_window_that_holds_it(count: int, length: int, overlap: int, line: int) -> None:
    cut = tokens(words(count, line))
    owned = list[int]()
    for window in windows(cut, length=length, overlap=overlap):
        assert len(window.ids) <= length
        mine = range(*window.owned)
        assert set(mine) <= set(window.units.tolist())
        owned += mine
    assert owned == list(range(len(cut.starts)))


def test_each_unit_points_at_its_first_piece() -> None:
    text = words(900)
    cut = tokens(text)
    for window in windows(cut):
        for unit, first in zip(window.units, window.firsts, strict=True):
            assert window.ids[first] == cut.ids[list(cut.units).index(unit)]


def test_a_text_without_words_has_no_window() -> None:
    assert list(windows(tokens(" \n "))) == []


def test_a_window_begins_with_a_line_where_there_is_one() -> None:
    cut = tokens(words(2000, 40))
    found = list(windows(cut))
    assert len(found) > 5
    for one in found[1:]:
        first = one.units[0]
        assert cut.lines[first] > cut.lines[first - 1] and one.owned[0] == first


def test_a_cue_inside_a_long_line_has_context_on_both_sides() -> None:
    cut = tokens(words(2000))
    for window in list(windows(cut))[1:-1]:
        first, last = window.owned
        held = window.units.tolist()
        assert held.index(first) >= 5 and len(held) - held.index(last - 1) >= 5
        assert len(window.ids) == LENGTH
