"""`python -m training.names PEOPLE REPORTS OUT`: train networks for names, average them, measure them, ship the average.

PEOPLE holds text/ and mentions.tsv, every mention of every document marked; REPORTS is a folder of reports that nobody
marked; OUT takes checkpoints. A seed that is already trained there is not trained again.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

AGREED = 600
"""Reports that nobody marked from which is learned what spaCy and the rules agree on."""


def main() -> None:
    """Do it all; prints loss after each epoch and what the average reaches on the documents kept out."""
    options = _options()
    import torch

    from training.names.annotated import KEPT_OUT, documents
    from training.names.ship import averaged, ship
    from training.names.train import Settings, train
    from training.names.unlabelled import agreed

    torch.set_num_threads(os.cpu_count() or 1)
    options.out.mkdir(parents=True, exist_ok=True)
    every = documents(options.people)
    marked = [each for each in every if each.name not in KEPT_OUT]
    print(f"{len(marked)} documents to learn from, {len(every) - len(marked)} kept out", flush=True)
    missing = [seed for seed in options.seeds if not (options.out / f"names-{seed}.done").exists()]
    reports = agreed(options.reports, at_most=AGREED) if missing else []
    for seed in missing:
        train(reports, marked, settings=Settings(), seed=seed, out=options.out)
        (options.out / f"names-{seed}.done").touch()
    ship(averaged(options.seeds, options.out), [each for each in every if each.name in KEPT_OUT])


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m training.names", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("people", type=Path, help="folder with text/ and mentions.tsv")
    parser.add_argument("reports", type=Path, help="folder of reports")
    parser.add_argument("out", type=Path, help="folder for checkpoints")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
