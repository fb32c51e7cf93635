"""What is told of somebody's mind, of what is still to come or of what deeds show is no statement of his."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Voters will also determine if new guilds can still rise in Varn.",
        "The flood in the heart of Varn posed questions about how the mayors would respond.",
        "Lark Oil stopped work on the mill, indicating a hard year ahead for the firm.",
        "It was a gift that Ana Brod knew would cheer the clerks.",
        "Morland should be grateful for the help of Ana Brod.",
        "The plan was meant for voters who are as concerned about the dues.",
    ],
)
def test_nobody_spoke(found: Finder, text: str) -> None:
    assert not found(text, "statement")


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("The clerks did not know that the mill had closed.", "that the mill had closed"),
        ("The letters show that Ivo Lenk wrote the study.", "that Ivo Lenk wrote the study"),
        ("Ivo Lenk said the mayor's plan -- new dues for all guilds and a higher wall -- is no answer.", None),
    ],
)
def test_what_somebody_or_a_text_tells_stays(found: Finder, text: str, detail: str | None) -> None:
    (fact,) = found(text, "statement")
    assert detail is None or fact.detail == detail


def test_a_view_of_somebody_is_that_of_the_one_who_holds_it(found: Finder) -> None:
    """That Brod is "too concerned" is no feeling of hers that the report tells, but what Lenk says of her."""
    (fact,) = found("Ana Brod is too concerned with the dues, Ivo Lenk said.", "statement")
    assert fact.subject is not None
    assert fact.subject.described == "Ivo Lenk"
