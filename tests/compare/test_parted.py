"""Reports on one event are a family where something shows a common original."""

from __future__ import annotations

from retold.compare.retellings import retellings
from retold.model import Reading, Telling
from tests.compare.test_retellings import REWRITE, STORY, credit, reading

SAME = (
    "The harbour fund of Velmora misses 14.6 million crowns, said auditor Ida Holmgren; kin of Otto Brandvik, 61, got them.",
    "Brandvik, the harbour master, blames Lene Stavik for the contracts with the dredging firms and denies all.",
)


def told(*given: Reading) -> dict[str, Telling]:
    return {t.report: t for t in retellings(given)[0]}


def test_two_who_tell_of_one_event_in_their_own_words_and_credit_nobody_are_two() -> None:
    found = told(reading("a", *REWRITE, published="2031-03-01"), reading("b", *SAME, published="2031-03-01"))
    assert {t.role for t in found.values()} == {"independent"}
    assert "nobody is credited" in found["a"].reason


def test_a_credit_for_the_whole_story_shows_whose_it_is() -> None:
    wire = (credit("Coastal Wire"),)
    found = told(reading("a", *REWRITE, credits=wire, published="2031-03-01"), reading("b", *SAME, published="2031-03-01"))
    assert found["a"].family == found["b"].family is not None


def test_passages_in_common_show_it_too() -> None:
    found = told(reading("a", *STORY, published="2031-03-01"), reading("b", *STORY[:2], *REWRITE, published="2031-03-01"))
    assert found["a"].family == found["b"].family is not None


def test_one_outlet_that_tells_a_thing_again_within_days_shows_it_too() -> None:
    first = reading("a", *REWRITE, outlet="The Gull", published="2031-03-01")
    again, tide = (reading("b", *SAME, outlet=outlet, published="2031-03-03") for outlet in ("The Gull", "The Tide"))
    late = reading("b", *SAME, outlet="The Gull", published="2031-05-03")
    assert told(first, again)["b"].family is not None
    assert told(first, tide)["b"].family is None
    assert told(first, late)["b"].family is None
