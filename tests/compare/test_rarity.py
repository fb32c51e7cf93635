"""How much each thing that reports share says."""

from __future__ import annotations

import pytest

from retold.compare.rarity import candidates, nearest, rarity


def test_the_same_rare_name_says_more_than_a_common_one() -> None:
    bundles = [
        frozenset({"common", "rare"}),
        frozenset({"common", "rare"}),
        frozenset({"common", "x"}),
        frozenset({"common", "y"}),
    ]
    rare = rarity(bundles)
    assert rare.cosine(0, 1) == pytest.approx(1.0)
    assert rare.cosine(0, 1) > rare.cosine(0, 2) > 0
    assert (0, 1) in candidates(rare)


def test_nothing_shared_is_no_likeness() -> None:
    assert rarity([frozenset(), frozenset({"a"})]).cosine(0, 1) == 0.0


def test_of_many_the_highest_are_near_and_ties_stand_in_one_order() -> None:
    scores = {f"{n:03}": float(n % 3) for n in range(90)}
    found = nearest(scores)
    assert 0 < len(found) < 30
    assert found == nearest(dict(reversed(scores.items())))
    assert {scores[each] for each in found} == {2.0}
