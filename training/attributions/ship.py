"""From trained checkpoints to the shipped model: export, choose the threshold, measure, write the model card.

The threshold is chosen on articles held out of train, the seed too; dev is measured and chooses nothing.
"""

from __future__ import annotations

import json
import shutil
import statistics
from collections.abc import Sequence
from pathlib import Path

import torch

from retold.find.attributions.learned.network import Shipped
from training.attributions import measure
from training.attributions.agreement import agreement
from training.attributions.examples import Example
from training.attributions.export import export
from training.attributions.train import Model, Settings

THRESHOLDS = tuple(i / 20 for i in range(7, 14))
HERE = Path(__file__).parent
PACKAGE = HERE.parents[1] / "src/retold/find/attributions/learned"
MEASURES = ("lenient", "strict", "cue", "token source", "token cue", "token content")


def exported(seed: int, settings: Settings, out: Path) -> Shipped:
    """Export a seed's checkpoint to `out/seed-N/` and return it as the package will load it."""
    model = Model(settings)
    model.load_state_dict(torch.load(out / f"seed-{seed}.pt"))
    folder = out / f"seed-{seed}"
    folder.mkdir(exist_ok=True)
    export(model, folder)
    return Shipped((folder / "encoder.onnx").read_bytes(), (folder / "roles.onnx").read_bytes())


def chosen(network: Shipped, kept: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """Return the threshold whose measures on held-out articles come to most together, and those measures."""
    by_threshold = {each: measure.everything(agreement(network, kept, each)) for each in THRESHOLDS}
    best = max(by_threshold, key=lambda each: sum(by_threshold[each].values()))
    return best, by_threshold[best]


def ship(seeds: Sequence[int], settings: Settings, out: Path, *, kept: Sequence[Example], dev: Sequence[Example]) -> None:
    """Export and measure every seed, put the one that is best on held-out articles into the package, write its card."""
    rows: dict[int, tuple[float, dict[str, float], dict[str, float]]] = {}
    for seed in seeds:
        network = exported(seed, settings, out)
        threshold, held = chosen(network, kept)
        rows[seed] = threshold, held, measure.everything(agreement(network, dev, threshold))
        print(f"seed {seed}: threshold {threshold}  held out {_line(held)}  dev {_line(rows[seed][2])}", flush=True)
    best = max(rows, key=lambda seed: sum(rows[seed][1].values()))
    for name in ("encoder.onnx", "roles.onnx"):
        shutil.copy(out / f"seed-{best}" / name, PACKAGE / name)
    (PACKAGE / "model.toml").write_text(
        "# The probability from which a cue is taken, chosen on articles held out of training, with the model beside it.\n"
        f"threshold = {rows[best][0]}\n"
    )
    (out / "measures.json").write_text(json.dumps({str(seed): row for seed, row in rows.items()}))
    card = (HERE / "card.md").read_text(encoding="utf-8")
    (HERE / "MODEL.md").write_text(card.replace("{measures}", _table(rows, best)), encoding="utf-8")


def _line(found: dict[str, float]) -> str:
    return "  ".join(f"{name} {found[name]:.4f}" for name in MEASURES)


def _table(rows: dict[int, tuple[float, dict[str, float], dict[str, float]]], best: int) -> str:
    lines = ["| seed | threshold | " + " | ".join(MEASURES) + " |", "|---" * (len(MEASURES) + 2) + "|"]
    for seed, (threshold, _, dev) in rows.items():
        shown = f"{seed} (shipped)" if seed == best else str(seed)
        lines.append(f"| {shown} | {threshold} | " + " | ".join(f"{dev[name]:.3f}" for name in MEASURES) + " |")
    means = (statistics.mean(row[2][name] for row in rows.values()) for name in MEASURES)
    lines.append("| mean | | " + " | ".join(f"{value:.3f}" for value in means) + " |")
    return "\n".join(lines)
