"""Groups hang together as a whole; single likenesses do not chain them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.compare.grouping import ALLOWANCE, groups


def grouped(count: int, likes: dict[tuple[int, int], float], *, cut: float = 0.0) -> list[list[int]]:
    return groups(count, likes, lambda i, j: likes.get((i, j), -5.0), cut=cut, sample=6)


def test_likes_join_and_others_stay_alone() -> None:
    assert grouped(4, {(0, 1): 3.0, (2, 3): -1.0}) == [[0, 1], [2], [3]]


def test_one_in_the_middle_does_not_join_two_groups() -> None:
    likes = {(0, 1): 5.0, (2, 3): 5.0, (0, 4): 2.0, (1, 4): 2.0, (2, 4): 2.0, (3, 4): 2.0}
    assert [0, 1, 2, 3, 4] not in grouped(5, likes)
    assert len([g for g in grouped(5, likes) if len(g) > 1]) == 2


def test_a_chain_of_single_likenesses_is_no_group() -> None:
    assert max(map(len, grouped(8, {(i, i + 1): 1.0 for i in range(7)}))) == 2


def test_comparisons_grow_with_the_reports_not_with_their_square() -> None:
    asked = 0

    def odds(_i: int, _j: int) -> float:
        nonlocal asked
        asked += 1
        return 3.0

    count = 400
    pairs = {(i, j) for i in range(count) for j in range(i + 1, min(count, i + 4))}
    assert groups(count, pairs, odds, cut=0.0, sample=6) == [list(range(count))]
    assert asked <= len(pairs) + ALLOWANCE * count + 36


@given(
    st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(-5, 5), max_size=30)
)
def test_every_report_is_in_one_group(likes: dict[tuple[int, int], float]) -> None:
    assert sorted(i for g in grouped(10, likes) for i in g) == list(range(10))
