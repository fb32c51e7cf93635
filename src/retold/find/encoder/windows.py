"""A long text in windows that overlap: each cue is read where it has most context on both sides.

The time it takes grows with the length of the text and with nothing else: a transcript of 20,000 words is a hundred
windows, a report in one line no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from retold.find.encoder.tokens import Ints, Tokens

LENGTH = 256
"""Word pieces in a window, its first and last sign included."""

OVERLAP = 32
"""Word pieces that a window sees beyond what it answers for. In a line longer than a window two neighbours share them, and
the cues of the first half are read in the one, of the second in the other."""

FIRST_SIGN, LAST_SIGN = 101, 102
"""[CLS] and [SEP] of the vocabulary."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """Some pieces of a text between the two signs, and which units of it this window answers for."""

    ids: Ints
    looks: Ints
    units: Ints
    """The units that start in the window, in order; a unit cut off at the window's start is not in it."""
    firsts: Ints
    """The place in `ids` of each unit's first piece."""
    owned: tuple[int, int]
    """Half-open range of the text's units whose cues are read here."""


def windows(tokens: Tokens, *, length: int = LENGTH, overlap: int = OVERLAP) -> Iterator[Window]:
    """Yield the windows of a text in order; every unit is owned by one window and one only.

    A window begins with a line where it can: what is said seldom reaches back over one. It sees some pieces on from
    where the next begins.
    """
    room, total = length - 2, len(tokens.ids)
    lines = np.flatnonzero(np.diff(tokens.lines[tokens.units], prepend=-1)) if total else tokens.units
    start = owned = 0
    while start < total:
        end = min(total, start + room)
        if end == total:
            yield window(tokens, start, end, owned=(owned, len(tokens.starts)))
            return
        last = int(np.searchsorted(lines, end - overlap, side="right")) - 1
        if last >= 0 and lines[last] > start + room // 2:
            border, after = int(tokens.units[lines[last]]), int(lines[last])
        else:
            border, after = int(tokens.units[end - overlap // 2]), end - overlap
        yield window(tokens, start, end, owned=(owned, border))
        start, owned = after, border


def window(tokens: Tokens, start: int, end: int, *, owned: tuple[int, int]) -> Window:
    """Return the window of the pieces from `start` to `end`."""
    of = tokens.units[start:end]
    before = tokens.units[start - 1] if start else -1
    new = np.flatnonzero(np.diff(of, prepend=before))
    return Window(
        ids=np.concatenate(([FIRST_SIGN], tokens.ids[start:end], [LAST_SIGN])),
        looks=np.concatenate(([0], tokens.looks[start:end], [0])),
        units=of[new],
        firsts=new + 1,
        owned=owned,
    )
