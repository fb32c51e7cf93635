"""From a checkpoint to what the package ships: two ONNX graphs with eight-bit weights.

The encoder's products run in eight bits with activations quantised on the way (dynamic quantisation); the role head is
small and stays in floating point, and so does the last product of the layers that were not trained further: MiniLM's own
values there reach so far out that eight bits cost a point of F1. Graphs are stored optimised, so that loading need not do
it again.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor, nn

from retold.find.attributions.learned.tokens import LOOKS
from training.attributions.network import WIDTH, Encoder, RoleHead
from training.attributions.train import Model

OPSET = 17


class _Reading(nn.Module):
    """The encoder for one window, the three parts of a look in one table."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.looks = nn.Embedding.from_pretrained(encoder.look(torch.arange(LOOKS)).detach())

    def forward(self, ids: Tensor, looks: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        x = self.encoder.norm(self.encoder.words(ids) + self.encoder.places.weight[: ids.shape[0]]).unsqueeze(0)
        for i, layer in enumerate(self.encoder.layers):
            if i == self.encoder.frozen:
                x = x + self.looks(looks).unsqueeze(0)
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
    """Write `encoder.onnx` and `roles.onnx` of a model into a folder."""
    model.eval()
    with TemporaryDirectory() as place, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        raw, small = Path(place) / "raw.onnx", Path(place) / "small.onnx"
        _encoder(model.encoder, raw)
        _quantised(raw, small, model.encoder.frozen)
        _optimised(small, folder / "encoder.onnx")
        _roles(model.head, raw)
        _optimised(raw, folder / "roles.onnx")


def _encoder(encoder: Encoder, out: Path) -> None:
    length = torch.arange(8)
    torch.onnx.export(
        _Reading(encoder).eval(),
        (length, length % LOOKS, length[1:4]),
        str(out),
        input_names=["ids", "looks", "firsts"],
        output_names=["vectors", "cues"],
        dynamic_axes={"ids": {0: "pieces"}, "looks": {0: "pieces"}, "firsts": {0: "units"}},
        opset_version=OPSET,
        dynamo=False,
    )


def _quantised(raw: Path, out: Path, frozen: int) -> None:
    """Store the weights of a graph in eight bits, the last products of the frozen layers left out."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        raw,
        out,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        # Without dot products of eight bits a processor adds up in sixteen: seven bits a weight cannot overflow there.
        reduce_range=True,
        nodes_to_exclude=[f"/layers.{i}/shrink/MatMul" for i in range(frozen)],
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
