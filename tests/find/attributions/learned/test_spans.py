"""A text -> the attributions in it, with a network that sees what it is told."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from retold.find.attributions.learned.decode import Floats
from retold.find.attributions.learned.roles import CONTENT_BEGINS, CUE, CUE_BEGINS, ROLES
from retold.find.attributions.learned.spans import marked
from retold.find.encoder.cut import cut
from retold.find.encoder.tokens import Ints
from retold.find.encoder.windows import Window

LINE = 2_000
HALVES = 30


class Saying:
    """Takes every two hundredth unit for a cue of two words, the next for its content; a window knows its own units only."""

    def __init__(self) -> None:
        self.units = np.zeros(0, dtype=np.int64)

    def encode(self, window: Window) -> tuple[Floats, Floats]:
        self.units = window.units
        cue = window.units % 200 < 2
        scores = np.zeros((len(cue), 3), dtype=np.float32)
        scores[cue, 2] = 9
        scores[~cue, 0] = 9
        return np.zeros((len(cue), 4), dtype=np.float32), scores

    def roles(self, vectors: Floats, cues: Floats, distance: Ints, apart: Ints) -> Floats:  # noqa: ARG002
        found = np.zeros((len(cues), len(vectors), len(ROLES)), dtype=np.float32)
        for row in range(len(cues)):
            at = int(np.flatnonzero(distance[row] == 0)[0])
            first = at - int(self.units[at] % 200)
            for place, role in ((first, CUE_BEGINS), (first + 1, CUE), (first + 2, CONTENT_BEGINS)):
                if 0 <= place < len(vectors):
                    found[row, place, role] = 9
        return found


def test_no_cue_is_found_twice_wherever_windows_part() -> None:
    for shift in range(HALVES):
        text = "boat " * (LINE + shift)
        found = marked(cut(text), Saying(), threshold=0.5)
        starts = [each.cue.start for each in found]
        assert starts == [5 * unit for unit in range(0, LINE + shift - 2, 200)]
        assert all(a.cue.end <= b.cue.start for a, b in pairwise(found))


def test_a_text_without_words_says_nothing() -> None:
    assert marked(cut(" \n "), Saying(), threshold=0.5) == []
