"""`python -m training.attributions CORPUS OUT`: train a network a seed, measure them, ship the best.

CORPUS holds train/ and dev/, each with text/ and attributions/ as PolNeAR gives them; OUT takes checkpoints and exports.
A seed that is already trained there is not trained again.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

HELD_OUT = 0.07
"""Share of the articles of train that are not learned from: they choose the threshold and the seed."""


def main() -> None:
    """Do it all; prints loss and measures after each epoch."""
    options = _options()
    import torch

    from training.attributions.corpus import articles, held_out
    from training.attributions.examples import example
    from training.attributions.ship import measured, ship
    from training.attributions.train import Settings, train

    torch.set_num_threads(os.cpu_count() or 1)
    options.out.mkdir(parents=True, exist_ok=True)
    every = [example(each) for each in articles(options.corpus / "train")]
    kept = [each for each in every if held_out(each.article.name, HELD_OUT)]
    learned = [each for each in every if not held_out(each.article.name, HELD_OUT)]
    print(f"{len(learned)} articles to learn from, {len(kept)} held out", flush=True)
    for seed in options.seeds:
        if not (options.out / f"seed-{seed}.done").exists():
            train(learned, kept, settings=Settings(), seed=seed, out=options.out)
            (options.out / f"seed-{seed}.done").touch()
    dev = [example(each) for each in articles(options.corpus / "dev")]
    ship(measured(options.seeds, options.out, kept=kept, dev=dev), options.out, chosen=options.ship)


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m training.attributions", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, help="folder with train/ and dev/")
    parser.add_argument("out", type=Path, help="folder for checkpoints and exports")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--ship", help="ship this seed's network, or the 'average', in place of the best on held-out articles")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
