"""From trained checkpoints to the shipped model: average, export, choose the threshold, measure, write the model card.

Networks that start from the same weights lie close enough together that the mean of their weights is a network too, and
mostly a better one (Wortsman et al. 2022, model soups); it costs no more to run than one of them. The threshold is chosen on
articles held out of train, and so is the network that ships; dev is measured and chooses nothing.
"""

from __future__ import annotations

import json
import shutil
import statistics
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from retold.find.attributions.learned.decode import Floats
from retold.find.attributions.learned.network import Shipped
from retold.find.attributions.learned.spans import Network
from retold.find.encoder.windows import Window
from training.attributions import measure
from training.attributions.agreement import agreement
from training.attributions.examples import Example
from training.attributions.export import export
from training.attributions.train import Model, Settings

THRESHOLDS = tuple(i / 20 for i in range(7, 14))
HERE = Path(__file__).parent
PACKAGE = HERE.parents[1] / "src/retold/find/attributions/learned"
BASE = HERE.parents[1] / "src/retold/find/encoder/base.onnx"
MEASURES = ("lenient", "strict", "cue", "token source", "token cue", "token content")


AVERAGE = "average"

Row = tuple[float, dict[str, float], dict[str, float]]
"""Threshold, measures on held-out articles, measures on dev."""


def checkpoints(seeds: Sequence[int], out: Path) -> dict[str, dict[str, Tensor]]:
    """Return the weights of every seed by name, and their mean where there are several."""
    every = {str(seed): torch.load(out / f"seed-{seed}.pt") for seed in seeds}
    if len(every) > 1:
        every[AVERAGE] = {name: _mean([each[name] for each in every.values()]) for name in every[str(seeds[0])]}
    return every


def _mean(weights: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(weights)).mean(dim=0)


def exported(name: str, weights: dict[str, Tensor], settings: Settings, out: Path) -> Shipped:
    """Export weights to `out/NAME/` and return the network as the package will load it."""
    model = Model(settings)
    model.load_state_dict(weights)
    folder = out / name
    folder.mkdir(exist_ok=True)
    export(model, folder)
    return Shipped((folder / "upper.onnx").read_bytes(), (folder / "roles.onnx").read_bytes())


class _Remembering:
    """A network that reads each window once, however often it is asked: thresholds change what is kept, not what is read."""

    def __init__(self, network: Network) -> None:
        self._network, self._read = network, dict[bytes, tuple[Floats, Floats]]()
        self.roles = network.roles

    def encode(self, window: Window) -> tuple[Floats, Floats]:
        """Return what the network gives for a window."""
        key = window.ids.tobytes() + window.looks.tobytes()
        if key not in self._read:
            self._read[key] = self._network.encode(window)
        return self._read[key]


def thresholded(network: Network, kept: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """Return the threshold whose measures on held-out articles come to most together, and those measures."""
    reader = _Remembering(network)
    by_threshold = {each: measure.everything(agreement(reader, kept, each)) for each in THRESHOLDS}
    best = max(by_threshold, key=lambda each: sum(by_threshold[each].values()))
    return best, by_threshold[best]


def measured(seeds: Sequence[int], out: Path, *, kept: Sequence[Example], dev: Sequence[Example]) -> dict[str, Row]:
    """Export every seed's network and their mean, and return what each reaches, by name."""
    rows: dict[str, Row] = {}
    for name, weights in checkpoints(seeds, out).items():
        network = exported(name, weights, Settings(), out)
        threshold, held = thresholded(network, kept)
        rows[name] = threshold, held, measure.everything(agreement(network, dev, threshold))
        print(f"{name}: threshold {threshold}  held out {_line(held)}  dev {_line(rows[name][2])}", flush=True)
    return rows


def ship(rows: dict[str, Row], out: Path, *, chosen: str | None = None) -> None:
    """Put the network that is `chosen` by name, else the best on held-out articles, into the package; write its card."""
    best = chosen or max(rows, key=lambda name: sum(rows[name][1].values()))
    for part in ("upper.onnx", "roles.onnx"):
        shutil.copy(out / best / part, PACKAGE / part)
    shutil.copy(out / best / "base.onnx", BASE)
    (PACKAGE / "model.toml").write_text(
        "# The probability from which a cue is taken, chosen on articles held out of training, with the model beside it.\n"
        f"threshold = {rows[best][0]}\n"
    )
    (out / "measures.json").write_text(json.dumps(rows))
    card = (HERE / "card.md").read_text(encoding="utf-8")
    (HERE / "MODEL.md").write_text(card.replace("{measures}", _table(rows, best)), encoding="utf-8")


def _line(found: dict[str, float]) -> str:
    return "  ".join(f"{name} {found[name]:.4f}" for name in MEASURES)


def _table(rows: dict[str, Row], best: str) -> str:
    lines = ["| network | threshold | " + " | ".join(MEASURES) + " |", "|---" * (len(MEASURES) + 2) + "|"]
    for name, (threshold, _, dev) in rows.items():
        called = "the seeds' average" if name == AVERAGE else f"seed {name}"
        shown = f"{called} (shipped)" if name == best else called
        lines.append(f"| {shown} | {threshold} | " + " | ".join(f"{dev[each]:.3f}" for each in MEASURES) + " |")
    seeds = [dev for name, (*_, dev) in rows.items() if name != AVERAGE]
    means = (statistics.mean(dev[each] for dev in seeds) for each in MEASURES)
    lines.append("| mean of the seeds | | " + " | ".join(f"{value:.3f}" for value in means) + " |")
    return "\n".join(lines)
