"""The shipped model: two ONNX graphs, loaded once, on one thread.

`encoder.onnx` reads a window of word pieces, `roles.onnx` says what each of its words is to each cue. `model.toml` holds
the threshold that was chosen with them. How they were made is told in `training/`, what they reach in the model card.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from retold.find.attributions.learned.decode import Floats
from retold.find.attributions.learned.tokens import Ints
from retold.find.attributions.learned.windows import Window
from retold.tables import table

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

HERE = "retold.find.attributions.learned"


class Shipped:
    """The two graphs as one network."""

    def __init__(self, encoder: bytes, roles: bytes) -> None:
        self._encoder, self._roles = _session(encoder), _session(roles)

    def encode(self, window: Window) -> tuple[Floats, Floats]:
        """Return the vectors (units, 384) and the cue scores (units, 3) of a window's units."""
        vectors, cues = self._encoder.run(None, {"ids": window.ids, "looks": window.looks, "firsts": window.firsts})
        return vectors, cues

    def roles(self, vectors: Floats, cues: Floats, distance: Ints, apart: Ints) -> Floats:
        """Return role scores (cues, units, roles)."""
        found = self._roles.run(None, {"vectors": vectors, "cues": cues, "distance": distance, "apart": apart})
        out: Floats = found[0]
        return out


def _session(graph: bytes) -> InferenceSession:
    """Open a graph on one thread: reports are spread over processes, not over threads."""
    import onnxruntime

    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


@cache
def network() -> Shipped:
    """Return the shipped model, loaded once in a process."""
    folder = files(HERE)
    return Shipped(folder.joinpath("encoder.onnx").read_bytes(), folder.joinpath("roles.onnx").read_bytes())


@cache
def threshold() -> float:
    """Return the probability from which a cue is taken, chosen on articles held out of training."""
    return float(table(HERE, "model.toml")["threshold"])
