"""Signs add up on scales, and scales speak for kinds; a contradiction needs a turn, two where slots tell of two matters."""

from __future__ import annotations

import pytest

from retold.compare.scales import reason, scales, shares, sums, verdict


def test_the_signs_of_a_scale_add_up_with_their_weights() -> None:
    rules = scales().scales["one matter"]
    found = sums({"same number": 1.0, "shared words": 0.5})
    assert found["one matter"] == pytest.approx(rules["same number"] + 0.5 * rules["shared words"])
    assert found["apart"] == 0.0
    assert found["always"] == 1.0


def test_what_is_firmer_and_what_is_looser_are_both_not_as_firm() -> None:
    assert sums({"stronger word": 1.0})["as firm"] == sums({"stronger word": -1.0})["as firm"] < 0


def test_shares_of_all_kinds_are_one_together_and_a_reversed_step_is_the_reversed_kind() -> None:
    up, down = shares({"stronger word": 1.0}), shares({"stronger word": -1.0})
    assert sum(up.values()) == pytest.approx(1.0)
    assert up["stronger"] > up["weaker"]
    assert down["weaker"] > down["stronger"]


def test_a_denial_of_what_is_evidently_one_matter_contradicts() -> None:
    assert verdict({"denied": 1.0, "best aligned": 1.0})[0] == "contradicts"


def test_one_turn_alone_is_no_evidence() -> None:
    """Half of what one negation or denial speaks for is something else."""
    assert shares({"denied": 1.0})["contradicts"] == max(shares({"denied": 1.0}).values())
    assert verdict({"denied": 1.0})[0] in ("updates", "unrelated")


def test_two_turns_are_enough() -> None:
    assert verdict({"denied": 1.0, "one negated": 1.0})[0] == "contradicts"


@pytest.mark.parametrize("part", scales().parts)
def test_one_turn_is_no_contradiction_where_slots_tell_of_two_matters(part: str) -> None:
    assert verdict({"denied": 1.0, "best aligned": 1.0, part: 1.0})[0] in ("updates", "unrelated")
    assert verdict({"denied": 1.0, part: 1.0, "one negated": 1.0})[0] == "contradicts"


def test_what_parts_two_passages_twice_is_not_outweighed_by_two_turns() -> None:
    parts = dict.fromkeys(scales().parts[:2], 1.0)
    assert verdict({"denied": 1.0, "one negated": 1.0, **parts})[0] != "contradicts"


def test_unlikeness_is_no_contradiction() -> None:
    assert verdict(dict.fromkeys(scales().parts, 1.0))[0] == "unrelated"


def test_the_reason_names_what_spoke_most_for_the_kind_alone() -> None:
    told = reason({"denied": 1.0, "one negated": 1.0, "shared words": 0.4}, "contradicts")
    assert told == "denied, one negated"


def test_where_no_sign_is_there_the_reason_says_so() -> None:
    assert reason({}, "unrelated") == "nothing speaks for anything else"
