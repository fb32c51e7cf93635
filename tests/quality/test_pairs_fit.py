"""Weights fitted to labelled pairs follow the labels, in the shape that the table has."""

from __future__ import annotations

import pytest

from tests.quality.claim_pairs import LABELS
from tests.quality.pairs_fit import as_table, fit

pytest.importorskip("scipy")

MADE = {
    "same": {"same number": 1.0},
    "weaker": {"same number": 1.0, "stronger word": -1.0},
    "stronger": {"same number": 1.0, "stronger word": 1.0},
    "contradicts": {"denied": 1.0},
    "updates": {"was open": 1.0},
    "unrelated": {"other acts": 1.0},
}
"""One made-up pair of each kind."""


def test_a_step_in_firmness_speaks_for_the_one_and_against_the_other_alike() -> None:
    weights = fit([MADE[kind] for kind in LABELS] * 4, list(LABELS) * 4)
    assert weights["stronger"]["firmer"] == -weights["weaker"]["firmer"] > 0
    assert min(weights["contradicts"]["turned"], weights["updates"]["later"], weights["unrelated"]["apart"]) > 0


def test_the_lines_are_a_table() -> None:
    import tomllib

    weights = fit([MADE[kind] for kind in LABELS], list(LABELS))
    assert tomllib.loads("\n".join(as_table(weights)))["kinds"] == weights
