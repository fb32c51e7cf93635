"""From a checkpoint to what the package ships: ONNX graphs with eight-bit weights.

The encoder's products run in eight bits with activations quantised on the way (dynamic quantisation); the role head is
small and stays in floating point, and so does the last product of the layers that were not trained further: MiniLM's own
values there reach so far out that eight bits cost a point of F1. Graphs are stored optimised, so that loading need not do
it again.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor, nn

from retold.find.encoder.tokens import LOOKS
from training.attributions.network import WIDTH, Encoder, RoleHead
from training.attributions.train import Model

OPSET = 17


class _Base(nn.Module):
    """The layers of the encoder that were not trained further, for one window."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        x = self.encoder.norm(self.encoder.words(ids) + self.encoder.places.weight[: ids.shape[0]]).unsqueeze(0)
        for layer in self.encoder.layers[: self.encoder.frozen]:
            x = layer(x, None)
        return x[0]


class Upper(nn.Module):
    """The layers above, the three parts of a look in one table; gives what the encoder gives for one window."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.looks = nn.Embedding.from_pretrained(encoder.look(torch.arange(LOOKS)).detach())

    def forward(self, states: Tensor, looks: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """Return the units' vectors and cue scores."""
        x = (states + self.looks(looks)).unsqueeze(0)
        for layer in self.encoder.layers[self.encoder.frozen :]:
            x = layer(x, None)
        units = x[0].index_select(0, firsts)
        return units, self.encoder.cues(units)


class _Asking(nn.Module):
    """The role head for the cues of one window."""

    def __init__(self, head: RoleHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, vectors: Tensor, cues: Tensor, distance: Tensor, apart: Tensor) -> Tensor:
        out: Tensor = self.head(vectors.unsqueeze(0), torch.zeros_like(cues[:, 0], dtype=torch.int64), cues, distance, apart)
        return out


def export(model: Model, folder: Path) -> None:
    """Write `base.onnx`, `upper.onnx` and `roles.onnx` of a model into a folder."""
    model.eval()
    base(model.encoder, folder / "base.onnx")
    small(Upper(model.encoder), folder / "upper.onnx", outputs=["vectors", "cues"])
    with TemporaryDirectory() as place, _quiet():
        raw = Path(place) / "raw.onnx"
        _roles(model.head, raw)
        _optimised(raw, folder / "roles.onnx")


def base(encoder: Encoder, out: Path) -> None:
    """Write the layers that were not trained further."""
    with TemporaryDirectory() as place, _quiet():
        raw, quantised = Path(place) / "raw.onnx", Path(place) / "small.onnx"
        torch.onnx.export(
            _Base(encoder).eval(),
            (torch.arange(8),),
            str(raw),
            input_names=["ids"],
            output_names=["states"],
            dynamic_axes={"ids": {0: "pieces"}},
            opset_version=OPSET,
            dynamo=False,
        )
        _quantised(raw, quantised, spared=[f"/layers.{i}/shrink/MatMul" for i in range(encoder.frozen)])
        _optimised(quantised, out)


def small(upper: nn.Module, out: Path, *, outputs: list[str]) -> None:
    """Write a graph that takes states, looks and firsts of one window and gives `outputs`, a row a unit."""
    looks = torch.arange(8)
    with TemporaryDirectory() as place, _quiet():
        raw, quantised = Path(place) / "raw.onnx", Path(place) / "small.onnx"
        torch.onnx.export(
            upper.eval(),
            (torch.zeros(8, WIDTH), looks, looks[1:4]),
            str(raw),
            input_names=["states", "looks", "firsts"],
            output_names=outputs,
            dynamic_axes={"states": {0: "pieces"}, "looks": {0: "pieces"}, "firsts": {0: "units"}},
            opset_version=OPSET,
            dynamo=False,
        )
        _quantised(raw, quantised, spared=[])
        _optimised(quantised, out)


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _quantised(raw: Path, out: Path, *, spared: list[str]) -> None:
    """Store the weights of a graph in eight bits, those of the products that are `spared` left out."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        raw,
        out,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        # Without dot products of eight bits a processor adds up in sixteen: seven bits a weight cannot overflow there.
        reduce_range=True,
        nodes_to_exclude=spared,
    )


def _roles(head: RoleHead, out: Path) -> None:
    places = torch.zeros(2, 6, dtype=torch.int64)
    torch.onnx.export(
        _Asking(head).eval(),
        (torch.zeros(6, WIDTH), torch.zeros(2, WIDTH), places, places.clone()),
        str(out),
        input_names=["vectors", "cues", "distance", "apart"],
        output_names=["roles"],
        dynamic_axes={
            "vectors": {0: "units"},
            "cues": {0: "count"},
            "distance": {0: "count", 1: "units"},
            "apart": {0: "count", 1: "units"},
        },
        opset_version=OPSET,
        dynamo=False,
    )


def _optimised(graph: Path, out: Path) -> None:
    """Fuse what any processor can run fused, and store that."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(out)
    onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
