"""In whose words a place of a report is."""

from __future__ import annotations

from retold.find.facts.told_by import cued_at, innermost
from retold.model import Attribution, Span

OUTER = Attribution(id="a1", source=(Span(0, 3),), cue=(Span(4, 8),), content=(Span(9, 60),))
INNER = Attribution(id="a2", source=(Span(9, 12),), cue=(Span(13, 17),), content=(Span(18, 40),))


def test_the_innermost_words_around_a_place_are_whose_they_are() -> None:
    assert innermost((OUTER, INNER), Span(20, 25)) == INNER
    assert innermost((OUTER, INNER), Span(38, 45)) == OUTER
    assert innermost((OUTER, INNER), Span(0, 3)) is None


def test_a_cue_is_whose_it_is_and_ends_before_the_next_word() -> None:
    assert cued_at((OUTER, INNER), 13) == INNER
    assert cued_at((OUTER, INNER), 17) is None
