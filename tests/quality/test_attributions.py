"""Floors of what is said of marked attributions; they can be raised and not lowered. Figures for both halves together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.quality.labels import judged, labels, measures, seen_while_building

FLOORS = {"kind": 0.925, "short": 0.855, "described": 0.73, "count": 0.965, "stance": 0.93, "certainty": 0.89}


@pytest.mark.corpus
def test_what_is_said_of_attributions_does_not_fall_below_its_floors(shared: Callable[[str], Path]) -> None:
    every = list(judged(shared("data/polnear/dev"), lambda label: True))
    assert len(every) == len(labels()), "every label points at an attribution of its article"
    found = measures(every)
    fallen = {name: getattr(found, name) for name, floor in FLOORS.items() if getattr(found, name) < floor}
    assert fallen == {}


def test_enough_attributions_are_labelled_and_half_of_them_are_held_back() -> None:
    every = labels()
    assert len(every) >= 300
    assert 0.4 < sum(map(seen_while_building, every)) / len(every) < 0.6
