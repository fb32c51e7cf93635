"""Scores of words -> names."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.find.encoder.base import Floats
from retold.find.names.learned.decode import KINDS, TAGS, runs, shares, tags

BEGIN = {kind: 2 * number + 1 for number, kind in enumerate(KINDS)}


def scores(*sure: int) -> Floats:
    """Scores of units that are sure of one tag each."""
    found = np.zeros((len(sure), TAGS), dtype=np.float32)
    found[np.arange(len(sure)), list(sure)] = 9
    return found


def test_a_name_runs_from_its_begin_to_its_last_inside() -> None:
    person, body = BEGIN["person"], BEGIN["body"]
    assert runs(tags(scores(0, person, person + 1, 0, body, body, body + 1))) == [(1, 3, 0), (4, 5, 1), (5, 7, 1)]


def test_a_name_that_goes_on_without_having_begun_begins_there() -> None:
    place = BEGIN["place"]
    assert runs(tags(scores(0, place + 1, place + 1))) == [(1, 3, KINDS.index("place"))]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.floats(-20, 20), min_size=TAGS, max_size=TAGS), max_size=40))
def test_whatever_the_scores_every_inside_follows_its_own_kind(rows: list[list[float]]) -> None:
    found = tags(np.array(rows, dtype=np.float32).reshape(-1, TAGS)).tolist()
    for before, tag in zip([0, *found], found, strict=False):
        assert tag % 2 == 1 or tag == 0 or before in (tag, tag - 1)
    covered = [at for first, end, _ in runs(np.array(found, dtype=np.int64)) for at in range(first, end)]
    assert covered == [at for at, tag in enumerate(found) if tag]


def test_shares_add_up_to_one() -> None:
    found = shares(scores(0, 1, 2, 8))
    assert np.allclose(found.sum(axis=1), 1)
    assert found.shape == (4, 1 + len(KINDS))
    assert found[1, 1] > 0.99
