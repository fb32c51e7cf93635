"""Fitted weights say whether two passages go together, then which kind it is; a contradiction needs a turn and a good share."""

from __future__ import annotations

import pytest

from retold.compare.against_weighed import ALWAYS, APART, TOGETHER, Weights, reason, shares, verdict, weights
from retold.compare.scales import Verdict, scales


def _made(**more: float) -> Weights:
    """Weights by which one sign alone speaks for each thing."""
    kinds: dict[Verdict, dict[str, float]] = {kind: {kind: 4.0} for kind in (*TOGETHER, *APART)}
    return Weights(usual={"near": 0.5, **more}, together={ALWAYS: 0.0, "near": 8.0}, kinds=kinds)


def test_shares_are_one_together() -> None:
    assert sum(shares({"shared words": 0.4, "denied": 1.0}).values()) == pytest.approx(1.0)


def test_what_is_beyond_the_usual_speaks_and_what_is_below_it_speaks_against() -> None:
    near, usual, far = (shares({"near": value}, _made())["same"] for value in (1.0, 0.5, 0.0))
    assert near > usual > far
    assert sum(shares({"near": 0.5}, _made())[kind] for kind in TOGETHER) == pytest.approx(0.5)


def test_whether_they_go_together_is_decided_before_the_kind() -> None:
    assert verdict({"near": 1.0, "unrelated": 1.0}, _made())[0] in TOGETHER
    assert verdict({"near": 0.0, "same": 1.0}, _made())[0] in APART


def test_without_a_turn_nothing_is_a_contradiction() -> None:
    far = {"near": 0.0, "contradicts": 1.0}
    assert verdict(far, _made())[0] != "contradicts"
    assert verdict({**far, scales().turns[0]: 1.0}, _made())[0] == "contradicts"


def test_a_contradiction_that_is_only_likeliest_is_none() -> None:
    unsure = {"near": 0.0, "contradicts": 0.2, scales().turns[0]: 1.0}
    likely = shares(unsure, _made())
    assert max(likely, key=lambda kind: likely[kind]) == "contradicts"
    assert likely["contradicts"] < scales().least
    assert verdict(unsure, _made())[0] in ("updates", "unrelated")


def test_a_hedge_in_one_of_two_like_wordings_is_the_difference() -> None:
    alike = {"near": 1.0, "same": 1.0, "first in second": 0.9, "second in first": 0.9}
    assert [verdict({**alike, "hedged": way}, _made())[0] for way in (1.0, -1.0)] == ["weaker", "stronger"]
    assert verdict({**alike, "second in first": 0.4, "hedged": 1.0}, _made())[0] == "same"


def test_signs_that_are_far_off_break_nothing() -> None:
    assert verdict({"near": 1e9}, _made())[1] <= 1.0
    assert verdict({"near": -1e9}, _made())[1] <= 1.0


def test_the_reason_names_what_spoke_for_the_kind_and_no_more_than_three() -> None:
    told = reason(
        {"first in second": 1.0, "second in first": 1.0, "letters alike": 1.0, "names shared": 3.0, "denied": 1.0}, "same"
    )
    assert told.count(", ") <= 2
    assert "denied" not in told


def test_what_is_shared_is_no_reason_for_what_parts_two_passages_but_that_little_is() -> None:
    assert "names shared" not in reason({"names shared": 3.0, "other subject": 1.0, "one negated": 1.0}, "unrelated")
    assert "little in common" in reason({"first in second": 0.01, "second in first": 0.01, "letters alike": 0.1}, "unrelated")


def test_a_sign_that_points_the_other_way_is_told_so() -> None:
    assert "tells more: the other way round" in reason({"tells more": -1.0}, "weaker")


def test_where_no_sign_is_there_the_reason_says_so() -> None:
    assert reason({}, "unrelated") == "nothing speaks for anything else"


def test_what_is_alike_is_known() -> None:
    assert set(scales().likeness) <= set(weights().usual)


def test_the_shipped_weights_speak_for_all_kinds_and_for_like_words() -> None:
    table = weights()
    assert set(table.kinds) == {*TOGETHER, *APART}
    for row in (table.together, *table.kinds.values()):
        assert set(row) <= {*table.usual, ALWAYS}
    assert table.together["first in second"] > 0
    assert table.together["second in first"] > 0
