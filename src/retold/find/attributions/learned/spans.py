"""A text -> the attributions in it, as spans with a score: tokens, windows, two networks, decoding.

The design is one pass of the encoder over the text, then one cheap question of each cue to the words around it; after
the end-to-end models of attribution on PARC 3.0 (Pareti 2015; Newell, Margolin & Ruths 2018 for PolNeAR).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np

from retold.find.attributions.learned import roles
from retold.find.attributions.learned.decode import Floats, Found, Run, apart, cues, found, paths, softmax
from retold.find.attributions.marked import Marked
from retold.find.encoder.cut import Cut
from retold.find.encoder.tokens import Ints, Tokens
from retold.find.encoder.windows import Window
from retold.model import Span

LEAST = 1e-9
"""Below it a probability counts as this, so that its logarithm stays finite."""


class Network(Protocol):
    """What reads: the shipped model, or the one in training."""

    def encode(self, window: Window) -> tuple[Floats, Floats]:
        """Return the vectors (units, width) and the cue scores (units, 3) of a window's units."""
        ...

    def roles(self, vectors: Floats, cues: Floats, distance: Ints, apart: Ints) -> Floats:
        """Return role scores (cues, units, roles): what each unit is to each cue."""
        ...


def marked(cut: Cut, network: Network, *, threshold: float) -> list[Marked]:
    """Return the attributions of a text that was cut, in the order of their cues, with spans in code points of it.

    Cues under the threshold are dropped, so is what has no content. Takes time and memory in proportion to its length.
    """
    kept: list[Marked] = []
    for each in (one for window in cut.windows for one in _of_window(window, cut.tokens, network, threshold)):
        # Two windows may each have one half of a cue that lies on their border.
        if kept and each.cue.start < kept[-1].cue.end:
            kept[-1] = max(kept[-1], each, key=lambda one: one.score)
        else:
            kept.append(each)
    return kept


def _of_window(window: Window, cut: Tokens, network: Network, threshold: float) -> Iterator[Marked]:
    if not len(window.units):
        return
    vectors, scores = network.encode(window)
    first, last = window.owned
    # A cue belongs to the window that owns its surest unit.
    asked = [each for each in cues(scores, threshold) if first <= window.units[each.peak] < last]
    if not asked:
        return
    count, lines = len(window.units), cut.lines[window.units]
    peaks = np.array([each.peak for each in asked])
    distance = np.stack([roles.distances(count, each.peak) for each in asked])
    apart_lines = np.stack([roles.aparts(lines, each.peak) for each in asked])
    shares = np.log(np.maximum(softmax(network.roles(vectors, vectors[peaks], distance, apart_lines)), LEAST))
    every = [found(*each) for each in zip(asked, paths(shares), shares, strict=True)]
    yield from (_placed(each, cut, window.units) for each in apart(every) if each.content)


def _placed(one: Found, cut: Tokens, units: Ints) -> Marked:
    def span(run: Run) -> Span:
        return Span(int(cut.starts[units[run[0]]]), int(cut.ends[units[run[1] - 1]]))

    return Marked(
        source=tuple(span(run) for run in one.source),
        cue=span(one.cue),
        content=tuple(span(run) for run in one.content),
        score=one.score,
    )
