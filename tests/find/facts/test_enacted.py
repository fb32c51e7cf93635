"""Who rules, grants or agrees on a sale acts by words: a measure or a dealing, and no statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        ("Two guild courts have ruled that the harbour board can not close the road.", "measure", "asserted"),
        ("Gov. Ivo Lenk vetoed the bill.", "measure", "asserted"),
        ("A third of the court voted to uphold a law on dues.", "measure", "asserted"),
        ("Harbour officials had threatened to revoke the baker's licence.", "measure", "planned"),
        ("Ana Brod denied the request.", "measure", "asserted"),
        ("Lark Oil agreed to sell three mills to Norvale for 3 million crowns.", "contact", "asserted"),
        ("Minister Ana Brod formally requested that the Harbour Bureau move the lamp.", "contact", "asserted"),
        ("President Brod discussed the floods with Prime Minister Ivo Lenk.", "contact", "asserted"),
    ],
)
def test_words_that_are_acts_are_told_as_acts(found: Finder, text: str, kind: str, stance: str) -> None:
    assert [(f.kind, f.stance) for f in found(text) if f.kind in ("measure", "contact", "statement")] == [(kind, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod discussed the floods.",
        "The tenants said the council should approve the law.",
        "Ana Brod would not agree to sell the mill.",
        "The paper said the court could rule that the road is closed.",
    ],
)
def test_what_is_only_talked_of_is_no_act(found: Finder, text: str) -> None:
    assert not [f for f in found(text) if f.kind in ("measure", "contact")]


def test_who_tells_of_an_act_is_its_source(found: Finder) -> None:
    (act,) = found("Ana Brod said the court approved the law on dues.", "measure")
    assert act.subject is not None
    assert act.subject.described == "the court"
    assert act.attribution is not None
