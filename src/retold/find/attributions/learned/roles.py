"""What a word can be to a cue, and how far from it: the words in which encoder, head and decoding talk to each other."""

from __future__ import annotations

import numpy as np

from retold.find.encoder.tokens import Ints

ROLES = ("none", "source begins", "source", "content begins", "content", "cue begins", "cue")
NONE, SOURCE_BEGINS, SOURCE, CONTENT_BEGINS, CONTENT, CUE_BEGINS, CUE = range(7)

STEPS = np.array([1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 64, 96], dtype=np.int64)
"""Distances in units at which a new step begins, on either side of the cue's surest word."""

DISTANCES = 2 * len(STEPS) + 1
APARTS = 7
"""Lines between word and cue, from three before to three after; what is further counts as three."""


def distances(count: int, peak: int) -> Ints:
    """Return the step of each of `count` units from a cue's surest word: 0 there, then before, then after."""
    away = np.arange(count, dtype=np.int64) - peak
    step = np.searchsorted(STEPS, np.abs(away), side="right")
    return np.where(away > 0, step + len(STEPS), step)


def aparts(lines: Ints, peak: int) -> Ints:
    """Return how many lines each unit stands from a cue's surest word, shifted to start at 0."""
    half = APARTS // 2
    away: Ints = np.clip(lines - lines[peak], -half, half) + half
    return away
