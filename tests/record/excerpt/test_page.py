"""A page is bounded however it is asked for."""

from __future__ import annotations

import pytest

from retold.record.excerpt.page import MOST, Page


@pytest.mark.parametrize(
    ("page", "bounds"),
    [
        (Page(), (0, 50)),
        (Page(first=41, most=10), (40, 50)),
        (Page(first=0, most=10), (0, 10)),
        (Page(first=3, most=-1), (2, 2)),
        (Page(first=2, most=10**12), (1, 1 + MOST)),
    ],
)
def test_bounds_are_those_of_a_slice_within_what_is_allowed(page: Page, bounds: tuple[int, int]) -> None:
    assert page.bounds == bounds
