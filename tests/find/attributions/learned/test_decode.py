"""From scores to spans."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from retold.find.attributions.learned.decode import Cue, Floats, Found, apart, cues, found, paths
from retold.find.attributions.learned.roles import CONTENT, CONTENT_BEGINS, CUE, CUE_BEGINS, NONE, ROLES, SOURCE, SOURCE_BEGINS

WORDS = 12
AT_THREE = Cue(start=3, end=4, peak=3, score=0.9)


def scores(best: list[int], margin: float = 3.0) -> Floats:
    made = np.zeros((1, len(best), len(ROLES)), dtype=np.float32)
    made[0, np.arange(len(best)), best] = margin
    return made


def test_what_is_likeliest_everywhere_is_the_path() -> None:
    best = [SOURCE_BEGINS, SOURCE, NONE, CUE_BEGINS, CUE, CONTENT_BEGINS, CONTENT, NONE, CONTENT_BEGINS, CONTENT]
    given = scores(best)
    assert paths(given)[0].tolist() == best
    one = found(AT_THREE, np.array(best), given[0])
    assert (one.source, one.cue, one.content) == ([(0, 2)], (3, 5), [(5, 7), (8, 10)])


def test_one_doubtful_word_does_not_tear_a_content() -> None:
    given = scores([NONE, CONTENT_BEGINS, CONTENT, CONTENT, CONTENT, CONTENT])
    given[0, 3] = 0
    given[0, 3, NONE] = 1
    assert paths(given)[0].tolist() == [NONE, CONTENT_BEGINS, CONTENT, CONTENT, CONTENT, CONTENT]


def test_of_two_sources_the_surer_is_kept() -> None:
    best = [SOURCE_BEGINS, NONE, SOURCE_BEGINS, NONE, CONTENT_BEGINS]
    given = scores(best)
    given[0, 2] *= 2
    assert found(AT_THREE, np.array(best), given[0]).source == [(2, 3)]


def test_a_cue_that_the_path_does_not_mark_keeps_its_run() -> None:
    best = [CUE_BEGINS, CUE, NONE, NONE, CONTENT_BEGINS]
    assert found(AT_THREE, np.array(best), scores(best)[0]).cue == (3, 4)


def test_of_two_cues_that_share_a_word_the_surer_stays() -> None:
    def one(start: int, end: int, score: float) -> Found:
        return Found(cue=(start, end), source=[], content=[(8, 9)], score=score)

    assert [each.cue for each in apart([one(0, 2, 0.5), one(1, 3, 0.9), one(4, 5, 0.4)])] == [(1, 3), (4, 5)]


@given(arrays(np.float32, (2, WORDS, len(ROLES)), elements=st.floats(-9, 9, width=32)))
def test_nothing_goes_on_that_has_not_begun(given: Floats) -> None:
    for path in paths(given):
        for before, role in zip([NONE, *path[:-1]], path, strict=True):
            assert role != SOURCE or before in (SOURCE_BEGINS, SOURCE)
            assert role != CONTENT or before in (CONTENT_BEGINS, CONTENT)
            assert role != CUE or before in (CUE_BEGINS, CUE)


def test_cue_words_beside_each_other_are_one_cue_unless_the_second_begins_anew() -> None:
    given = np.zeros((7, 3), dtype=np.float32)
    for i, tag in enumerate([0, 1, 2, 0, 1, 1, 2]):
        given[i, tag] = 5
    assert [(each.start, each.end) for each in cues(given, 0.5)] == [(1, 3), (4, 5), (5, 7)]


def test_a_cue_under_the_threshold_is_none() -> None:
    given = np.zeros((3, 3), dtype=np.float32)
    given[1] = (0, 1, 1)
    assert list(cues(given, 0.9)) == []
    assert [(each.start, each.end, each.peak) for each in cues(given, 0.6)] == [(0, 3, 1)]
