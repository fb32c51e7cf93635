"""How far a wording commits its report: by stance first, then by hedges, then by whose word it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retold.compare.slots import Slots, slots
from retold.compare.who import who_is
from retold.compare.wordings import commits, wordings
from tests.compare.build import actors, at, fact, party, reading, report, said

TEXT = "Orvane may have charged Brask, Renko said."


def _slot(**more: Any) -> Slots:
    voices = (said(TEXT, "a1", "said", kind="person", name="Renko"),) if more.get("attribution") else ()
    made = fact(TEXT, "measure", "Orvane may have charged Brask", object=party("Brask"), **more)
    found = reading(report("one", TEXT), made, attributions=voices)
    (slot,) = slots([found], who_is(actors(found)))
    return slot


def test_stance_goes_before_hedge_and_hedge_before_voice() -> None:
    ranked = [
        _slot(stance="alleged"),
        _slot(certainty="possible"),
        _slot(certainty="probable", attribution="a1"),
        _slot(certainty="certain", attribution="a1"),
        _slot(certainty="certain"),
    ]
    found = [rank for slot in ranked if (rank := commits(slot))]
    assert len(found) == len(ranked)
    assert found == sorted(found)


def test_the_hedge_is_told_in_the_reports_words() -> None:
    weakest, strongest = wordings([_slot(), _slot(certainty="possible", hedges=(at(TEXT, "may"),))])
    assert weakest and strongest
    assert (weakest.mention, strongest.mention) == (1, 0)
    assert "possible (may)" in weakest.reason


def test_wordings_that_commit_alike_have_no_weakest() -> None:
    assert wordings([_slot(), _slot()]) == (None, None)


def test_a_passage_whose_voice_is_not_known_and_a_refusal_are_left_out() -> None:
    passage = replace(_slot(certainty="possible"), states="passage")
    assert wordings([_slot(), passage, _slot(stance="declined")]) == (None, None)
