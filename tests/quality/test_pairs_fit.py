"""Weights fitted to labelled pairs follow the labels, whichever way round a pair stands, in the shape that the table has."""

from __future__ import annotations

import tomllib

import pytest

from retold.compare.against_weighed import verdict
from tests.quality.claim_pairs import LABELS
from tests.quality.pairs_fit import Example, as_table, fit, out_of_fold

MADE = {
    "same": {"near": 1.0},
    "weaker": {"near": 1.0, "more": -1.0},
    "stronger": {"near": 1.0, "more": 1.0},
    "contradicts": {"denied": 1.0, "one denies": 1.0},
    "updates": {"was open": 1.0},
    "unrelated": {"other acts": 1.0},
}
"""One made-up pair of each kind."""


def _examples(times: int) -> list[Example]:
    return [
        Example(signs=signs, exchanged={**signs, "more": -signs.get("more", 0.0)}, label=label)
        for label, signs in MADE.items()
        for _ in range(times)
    ]


def test_every_kind_is_called_by_weights_fitted_to_it() -> None:
    fitted = fit(_examples(300))
    assert [verdict(MADE[label], fitted)[0] for label in LABELS] == list(LABELS)


def test_what_speaks_for_stronger_speaks_alike_against_weaker() -> None:
    """Each pair is learned from both ways round."""
    fitted = fit([each for each in _examples(20) if each.label != "weaker"])
    assert fitted.kinds["stronger"]["more"] == pytest.approx(-fitted.kinds["weaker"]["more"], abs=0.002)
    assert fitted.kinds["stronger"]["more"] > 0


def test_a_pair_is_called_by_weights_that_did_not_see_its_group() -> None:
    odd = Example(signs={"rare": 1.0}, exchanged={"rare": 1.0}, label="same")
    usual = [Example(signs={"rare": 0.0}, exchanged={"rare": 0.0}, label="unrelated")] * 40 + _examples(2)
    seen = [verdict(odd.signs, fit([*usual, *[odd] * 40]))[0]]
    kept = {called[-1] for called in out_of_fold([*usual, *[odd] * 40], [*map(str, range(len(usual))), *["odd"] * 40])}
    assert seen == ["same"]
    assert kept == {"unrelated"}


def test_the_lines_are_a_table() -> None:
    fitted = fit(_examples(4))
    read = tomllib.loads("\n".join(as_table(fitted)))
    assert (read["usual"], read["together"], read["kinds"]) == (fitted.usual, fitted.together, fitted.kinds)
