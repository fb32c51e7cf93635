"""The shipped model: one ONNX graph above the encoder's base, loaded once, on one thread.

How it was made is told in `training/`, what it reaches in the model card there.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from retold.find.encoder.base import Floats, session, states
from retold.find.encoder.cut import Cut
from retold.find.encoder.windows import Window
from retold.find.names.learned.named import Named, named


class Shipped:
    """The graph as a network."""

    def __init__(self, graph: bytes) -> None:
        self._graph = session(graph)

    def tag(self, window: Window) -> Floats:
        """Return the tag scores (units, TAGS) of a window's units."""
        found = self._graph.run(None, {"states": states(window), "looks": window.looks, "firsts": window.firsts})
        out: Floats = found[0]
        return out


@cache
def network() -> Shipped:
    """Return the shipped model, loaded once in a process."""
    return Shipped(files("retold.find.names.learned").joinpath("names.onnx").read_bytes())


def read(text: Cut) -> Named:
    """Return what the shipped model marks in a text."""
    return named(text, network())
