"""The lower half of the encoder: word pieces in, what stands at each of them out, for every network that reads on from there.

These layers are MiniLM's as they came; what is learned for names and for attributions lies above them. A window is read
once, whoever asks first.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retold.find.encoder.windows import Window

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

HELD = 128
"""Windows whose states are kept, 400 kB each: enough for a report of 20,000 words. What is longer is read anew by each."""


def session(graph: bytes) -> InferenceSession:
    """Open a graph on one thread: reports are spread over processes, not over threads."""
    import onnxruntime

    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


@cache
def _shipped() -> InferenceSession:
    return session(files("retold.find.encoder").joinpath("base.onnx").read_bytes())


@lru_cache(maxsize=HELD)
def states(window: Window) -> Floats:
    """Return the vectors (pieces, 384) of a window's pieces after the lower layers."""
    found = _shipped().run(None, {"ids": window.ids})
    out: Floats = found[0]
    return out
