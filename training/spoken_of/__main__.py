"""python -m training.spoken_of [--write] LABELS REPORT ...: fit the weights of `resolve/spoken_of.toml`, print what they reach.

LABELS is a table with a line a statement: the report's file name, where the statement's fact starts and ends (code points), and
whom it is about, best first, separated by " | ": a name, "described: the words" for somebody without one, "-" for nobody.
"""

from __future__ import annotations

import csv
import sys
from importlib.resources import files
from pathlib import Path

from training.spoken_of.fit import LIKED, across, fitted
from training.spoken_of.labels import Labelled, labelled

HEAD = """\
# Whom words are about: what each piece of evidence is worth (docs/decisions/spoken-of-fitted.md). Fitted by training/spoken_of.

[weights]
"""


def main() -> None:
    """Fit, print, and with `--write` put the weights into the package."""
    arguments = [a for a in sys.argv[1:] if a != "--write"]
    with Path(arguments[0]).open(encoding="utf-8", newline="") as table:
        rows = {(r[0], int(r[1]), int(r[2])): r[3].split(" | ") for r in csv.reader(table, delimiter="\t")}
    found = labelled(arguments[1:], rows)
    before, after = across(found)
    print(f"{len(found)} statements; of grammar alone right {before:.3f}, weighed, each report kept out of fitting, {after:.3f}")
    if "--write" in sys.argv:
        _write(found)


def _write(found: list[Labelled]) -> None:
    weights = fitted(found)
    for name in LIKED:
        weights[name] = weights.get(name, 0.0) + LIKED[name]
    lines = (f'"{name}" = {value:.2f}\n' for name, value in sorted(weights.items()))
    Path(str(files("retold.resolve") / "spoken_of.toml")).write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
