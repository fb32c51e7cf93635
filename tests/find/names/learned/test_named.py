"""A text -> the names in it, with a network that sees what it is told and with the shipped one."""

from __future__ import annotations

import numpy as np

from retold.find.encoder.base import Floats
from retold.find.encoder.cut import cut
from retold.find.encoder.windows import Window
from retold.find.names.learned.decode import KINDS, TAGS
from retold.find.names.learned.named import named
from retold.find.names.learned.network import read
from retold.model import Span


class Hundredth:
    """Takes each hundredth unit of the text and the one after it for a person."""

    def tag(self, window: Window) -> Floats:
        found = np.zeros((len(window.units), TAGS), dtype=np.float32)
        found[:, 0] = 5
        found[window.units % 100 == 0, 1] = 9
        found[window.units % 100 == 1, 2] = 9
        return found


def test_a_long_text_is_read_through_windows_as_one() -> None:
    text = "boat " * 3_000
    found = named(cut(text), Hundredth())
    assert [name.span for name in found.names] == [Span(5 * at, 5 * at + 9) for at in range(0, 3_000, 100)]


def test_what_lies_within_a_span_is_found_by_it() -> None:
    found = named(cut("boat " * 400), Hundredth())
    assert [name.span.start for name in found.within(Span(400, 1_200))] == [500, 1_000]
    assert list(found.within(Span(501, 999))) == []


def test_how_likely_words_name_a_kind_is_their_mean() -> None:
    found = named(cut("boat " * 10), Hundredth())
    sure, half = found.likely(Span(0, 4)), found.likely(Span(5, 14))
    assert sure is not None
    assert half is not None
    assert sure.keys() == set(KINDS)
    assert sure["person"] > 0.9
    assert 0.4 < half["person"] < 0.6
    assert found.likely(Span(4, 5)) is None


def test_a_text_without_words_names_nobody() -> None:
    assert read(cut(" \n ")).names == ()


def test_the_shipped_model_knows_a_person_from_a_place() -> None:
    text = "Ana Holm, a teacher from the town of Westmere, was arrested in Westmere on Friday, her lawyer said."
    kinds = {text[name.span.start : name.span.end]: name.kind for name in read(cut(text)).names}
    assert kinds["Ana Holm"] == "person"
    assert kinds["Westmere"] == "place"
