"""A detail says what was done with what, about what, and what somebody was told; it is not cut to a bare verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        ("Ana Brod sent a letter to Ivo Lenk.", "contact", "sent a letter"),
        ("Ana Brod exchanged messages with Ivo Lenk.", "contact", "exchanged messages with Ivo Lenk"),
        (
            "Ana Brod wrote to Ivo Lenk, demanding that the mill close.",
            "contact",
            "wrote demanding that the mill close",
        ),
        ("“The dam is safe,” Ana Brod told the clerks.", "contact", "told “The dam is safe,”"),
        ("The Harbour Bank owns 40 percent of Vale Mills.", "control", "owns 40 percent of Vale Mills"),
        ("The guild is in secret talks with Ivo Lenk.", "contact", "is in secret talks"),
        ("The inspectors opened an inquiry.", "measure", "opened an inquiry"),
    ],
)
def test_what_completes_an_act_is_part_of_its_detail(found: Finder, text: str, kind: str, detail: str) -> None:
    assert [f.detail for f in found(text, kind)] == [detail]


def test_a_rank_is_told_whole_and_of_where_it_holds(found: Finder) -> None:
    (rank,) = found("Ana Brod ranks as Morland's second most powerful figure after Vale.", "rank")
    assert (rank.detail, rank.object and rank.object.described) == (
        "ranks as Morland's second most powerful figure after Vale",
        "Morland",
    )


def test_what_somebody_is_accused_of_is_told_behind_those_who_accuse_him(found: Finder) -> None:
    (accused,) = found("Ivo Lenk has been accused by two clerks of fraud.", "allegation")
    assert accused.detail == "accused of fraud"


def test_of_whom_a_paper_is_demanded_is_the_party_and_the_paper_is_the_detail(found: Finder) -> None:
    (asked,) = found("The committee has demanded documents from the Harbour Bank.", "measure")
    assert asked.object is not None
    assert (asked.object.described, asked.detail) == ("the Harbour Bank", "demanded documents from the Harbour Bank")
