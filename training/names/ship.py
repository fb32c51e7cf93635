"""From checkpoints to what the package ships: their mean, the layers above the base as one ONNX graph, eight-bit weights, a card.

Seeds start from the same weights, so that the mean of their networks is a network (Wortsman et al. 2022, model soups).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from retold.find.names.learned.network import Shipped
from training.attributions.export import Upper, small
from training.names.annotated import Document
from training.names.measure import measures
from training.names.train import Settings, Tagger

HERE = Path(__file__).parent
GRAPH = HERE.parents[1] / "src/retold/find/names/learned/names.onnx"


class _Tagging(nn.Module):
    """The tags alone."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.upper = Upper(model.encoder)

    def forward(self, states: Tensor, looks: Tensor, firsts: Tensor) -> Tensor:
        """Return the tag scores of a window's units."""
        scores: Tensor = self.upper(states, looks, firsts)[1]
        return scores


def averaged(seeds: Sequence[int], out: Path) -> Tagger:
    """Return the network whose weights are the mean of those of the seeds."""
    every = [torch.load(out / f"names-{seed}.pt") for seed in seeds]
    model = Tagger(Settings())
    model.load_state_dict({name: torch.stack([each[name] for each in every]).mean(dim=0) for name in every[0]})
    return model


def ship(model: Tagger, kept: Sequence[Document]) -> None:
    """Put a network into the package and write its card, with what it reaches on documents kept out of building."""
    model.eval()
    small(_Tagging(model), GRAPH, outputs=["tags"])
    found = measures(Shipped(GRAPH.read_bytes()), kept)
    print("  ".join(f"{kind} {value:.3f}" for kind, value in found.items()), flush=True)
    rows = "\n".join(f"| {kind} | {value:.3f} |" for kind, value in found.items())
    card = (HERE / "card.md").read_text(encoding="utf-8")
    (HERE / "MODEL.md").write_text(card.replace("{measures}", f"| kind | F1 |\n|---|---|\n{rows}"), encoding="utf-8")
