"""The shipped model: two ONNX graphs above the encoder's base, loaded once, on one thread.

`upper.onnx` reads on from the base's states of a window, `roles.onnx` says what each of its words is to each cue.
`model.toml` holds the threshold that was chosen with them. How they were made is told in `training/`, what they reach in
the model card.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from retold.find.attributions.learned.decode import Floats
from retold.find.encoder.base import session, states
from retold.find.encoder.tokens import Ints
from retold.find.encoder.windows import Window
from retold.tables import table

HERE = "retold.find.attributions.learned"


class Shipped:
    """The two graphs as one network."""

    def __init__(self, upper: bytes, roles: bytes) -> None:
        self._upper, self._roles = session(upper), session(roles)

    def encode(self, window: Window) -> tuple[Floats, Floats]:
        """Return the vectors (units, 384) and the cue scores (units, 3) of a window's units."""
        vectors, cues = self._upper.run(None, {"states": states(window), "looks": window.looks, "firsts": window.firsts})
        return vectors, cues

    def roles(self, vectors: Floats, cues: Floats, distance: Ints, apart: Ints) -> Floats:
        """Return role scores (cues, units, roles)."""
        found = self._roles.run(None, {"vectors": vectors, "cues": cues, "distance": distance, "apart": apart})
        out: Floats = found[0]
        return out


@cache
def network() -> Shipped:
    """Return the shipped model, loaded once in a process."""
    folder = files(HERE)
    return Shipped(folder.joinpath("upper.onnx").read_bytes(), folder.joinpath("roles.onnx").read_bytes())


@cache
def threshold() -> float:
    """Return the probability from which a cue is taken, chosen on articles held out of training."""
    return float(table(HERE, "model.toml")["threshold"])
