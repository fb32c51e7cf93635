"""The facts of a whole report: order, offsets, bounds, and quality on the measuring data."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


def test_ids_follow_the_text_and_spans_hold_their_triggers(found: Finder) -> None:
    text = "Ana Brod, head of the mill, met Ivo Lenk in Varn. The court fined the mill. Ana Brod declined to comment."
    facts = found(text)
    assert [f.id for f in facts] == [f"f{n}" for n in range(1, len(facts) + 1)]
    assert [f.span.start for f in facts] == sorted(f.span.start for f in facts)
    assert all(0 <= f.span.start <= f.trigger.start < f.trigger.end <= f.span.end <= len(text) for f in facts)


def test_a_fact_told_again_without_news_is_one(found: Finder) -> None:
    facts = found("Interior Minister Ana Brod spoke. Interior Minister Ana Brod left.", "office")
    assert len(facts) == 1


@settings(max_examples=25, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            ["met", "fined", "the", "Vale", "talks", "with", ",", "“", "who", "of", "accused", "\u00a0", "said", "Йо"]
        ),
        max_size=40,
    )
)
def test_no_order_of_words_breaks_it(found: Finder, words: list[str]) -> None:
    text = " ".join(words) or "x"
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in found(text))


def test_a_long_line_is_bounded(found: Finder) -> None:
    facts = found("Ana Brod met Ivo Lenk and " * 400)
    assert all(f.span.end - f.span.start <= 400 for f in facts)
