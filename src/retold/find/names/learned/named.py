"""A cut text -> the names in it and how likely each word is in one: the marks that names are then made of.

One pass of the encoder that attributions share, four layers of its own above, a tag for each word; after the usual taggers of
named entities (Devlin et al. 2019). What kind a name has is decided by the whole report, not here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from retold.find.encoder.base import Floats
from retold.find.encoder.cut import Cut
from retold.find.encoder.windows import Window
from retold.find.names.learned.decode import KINDS, TAGS, Ints, runs, shares, tags
from retold.model import Kind, Span


class Network(Protocol):
    """What reads: the shipped model, or the one in training."""

    def tag(self, window: Window) -> Floats:
        """Return the tag scores (units, TAGS) of a window's units."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that the network marks."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The names of a text in order, and what the network holds each word for."""

    names: tuple[Name, ...]
    starts: Ints
    ends: Ints
    shares: Floats

    def within(self, span: Span) -> Iterator[Name]:
        """Yield the names that lie within a span, in order."""
        at = bisect_left(self.names, span.start, key=lambda name: name.span.start)
        while at < len(self.names) and self.names[at].span.end <= span.end:
            yield self.names[at]
            at += 1

    def likely(self, span: Span) -> dict[Kind, float] | None:
        """Return how likely the words of a span name each kind, on average; None where the span holds no word."""
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        last = int(np.searchsorted(self.starts, span.end, side="left"))
        if last <= first:
            return None
        found = self.shares[first:last].mean(axis=0)
        return {kind: float(found[number]) for number, kind in enumerate(KINDS, start=1)}


def named(cut: Cut, network: Network) -> Named:
    """Return what the network marks in a text. Takes time and memory in proportion to the text's length."""
    text = cut.tokens
    scores = np.zeros((len(text.starts), TAGS), dtype=np.float32)
    for window in cut.windows:
        if len(window.units):
            own = (window.units >= window.owned[0]) & (window.units < window.owned[1])
            scores[window.units[own]] = network.tag(window)[own]
    found = tuple(
        Name(span=Span(int(text.starts[first]), int(text.ends[end - 1])), kind=KINDS[kind])
        for first, end, kind in runs(tags(scores))
    )
    return Named(names=found, starts=text.starts, ends=text.ends, shares=shares(scores))
