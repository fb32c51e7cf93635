"""From scores to spans: runs of cue words, and for each cue the best path of roles over the words of its window.

The tagger says where somebody is said to say something, the path says which words say so: a cue's surest word is the
question, its borders are part of the answer. The path is found by Viterbi's algorithm under what an attribution is: a
span begins before it goes on, a source and a cue are in one piece, a content in at most three.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.find.attributions.learned.roles import CONTENT, CONTENT_BEGINS, CUE, CUE_BEGINS, NONE, ROLES, SOURCE, SOURCE_BEGINS
from retold.find.encoder.tokens import Ints

Floats = NDArray[np.float32]
Run = tuple[int, int]

PIECES = 3
"""Pieces of a content that are kept; no annotator marked more than one time in three hundred."""

NEVER = np.float32(-1e9)


def _moves() -> Floats:
    """Which role may follow which: 0 where it may, else never."""
    moves = np.zeros((len(ROLES), len(ROLES)), dtype=np.float32)
    for begins, goes_on in ((SOURCE_BEGINS, SOURCE), (CONTENT_BEGINS, CONTENT), (CUE_BEGINS, CUE)):
        moves[:, goes_on] = NEVER
        moves[[begins, goes_on], goes_on] = 0
        moves[[begins, goes_on], begins] = NEVER
    return moves


MOVES = _moves()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A run of units that says that somebody says: half-open, with the probability of its surest unit."""

    start: int
    end: int
    peak: int
    """Its surest unit."""
    score: float


def softmax(scores: Floats) -> Floats:
    """Return probabilities along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    out: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return out


def cues(scores: Floats, threshold: float) -> Iterator[Cue]:
    """Yield the runs of units whose probability of being a cue reaches the threshold; `scores` are (units, 3)."""
    shares = softmax(scores)
    inside = 1 - shares[:, 0]
    start: int | None = None
    for i in range(len(inside) + 1):
        held = i < len(inside) and inside[i] >= threshold
        new = held and shares[i, 1] > shares[i, 2]
        if start is not None and (not held or new):
            peak = start + int(inside[start:i].argmax())
            yield Cue(start=start, end=i, peak=peak, score=float(inside[peak]))
            start = None
        if held and start is None:
            start = i


def paths(scores: Floats) -> Ints:
    """Return the best path of roles for each cue; `scores` are log probabilities (cues, units, ROLES)."""
    count, length, roles = scores.shape
    back = np.zeros((length, count, roles), dtype=np.int8)
    best = scores[:, 0] + np.where(np.isin(np.arange(roles), (SOURCE, CONTENT, CUE)), NEVER, np.float32(0))
    for i in range(1, length):
        steps = best[:, :, None] + MOVES
        back[i] = steps.argmax(axis=1)
        best = steps.max(axis=1) + scores[:, i]
    path = np.zeros((count, length), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    rows = np.arange(count)
    for i in range(length - 1, 0, -1):
        path[:, i - 1] = back[i, rows, path[:, i]]
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One attribution as runs of units."""

    cue: Run
    source: list[Run]
    content: list[Run]
    score: float


def found(cue: Cue, path: Ints, scores: Floats) -> Found:
    """Return the attribution of one cue from its path; `scores` are its log probabilities (units, ROLES)."""
    gain = scores[np.arange(len(path)), path] - scores[:, NONE]
    sources, contents = _runs(path, (SOURCE_BEGINS, SOURCE)), _runs(path, (CONTENT_BEGINS, CONTENT))
    best = sorted(sources, key=lambda run: -float(gain[slice(*run)].sum()))[:1]
    kept = sorted(contents, key=lambda run: -float(gain[slice(*run)].sum()))[:PIECES]
    own = [run for run in _runs(path, (CUE_BEGINS, CUE)) if run[0] <= cue.peak < run[1]]
    return Found(cue=own[0] if own else (cue.start, cue.end), source=best, content=sorted(kept), score=cue.score)


def apart(every: Sequence[Found]) -> list[Found]:
    """Return attributions in the order of their cues; of two whose cues share a word the surer one stays."""
    kept: list[Found] = []
    for each in sorted(every, key=lambda one: -one.score):
        if all(each.cue[1] <= other.cue[0] or other.cue[1] <= each.cue[0] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one.cue)


def _runs(path: Ints, roles: tuple[int, int]) -> list[Run]:
    """Return the runs of a role; each begins anew where the role that begins it stands."""
    starts = np.flatnonzero(path == roles[0])
    stops = np.append(np.flatnonzero(path != roles[1]), len(path))
    ends = stops[np.searchsorted(stops, starts, side="right")]
    return list(zip(starts.tolist(), ends.tolist(), strict=True))
