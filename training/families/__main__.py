"""Fit the weights of families: `python -m training.families [--apart PATTERN] [--write] FOLDER ...`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import retold.compare
from training.families.affairs import Affair, affairs
from training.families.fit import fitted
from training.families.measure import agreement

TABLE = Path(retold.compare.__path__[0]) / "weights.toml"


def main() -> None:
    """Print how weights carry over from affair to affair and what all of them together give; write these where asked to."""
    options = _options()
    pattern = re.compile(options.apart) if options.apart else None
    held = [affair for folder in options.folders for affair in affairs(folder, pattern)]
    _crossed(held)
    weighed = {name: round(value, 2) for name, value in fitted(held).items()}
    print("\nfitted on all    " + "  ".join(f"{a.name} {agreement(a, weighed)}" for a in held))
    for name, value in weighed.items():
        print(f"  {name:10} {value:6.2f}")
    if options.write:
        TABLE.write_text(_rewritten(TABLE.read_text(encoding="utf-8"), weighed), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.families", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="text/, metadata.tsv and families.tsv")
    parser.add_argument("--apart", help="what in a report's name or family tells its affair, where a folder holds several")
    parser.add_argument("--write", action="store_true", help="put the weights into compare/weights.toml")
    return parser.parse_args()


def _crossed(held: Sequence[Affair]) -> None:
    """Print B-cubed F1 and, in brackets, the precision of pairs, on affairs that the weights were not fitted on."""
    for affair in held:
        others = [a for a in held if a is not affair]
        print(f"{affair.name}, fitted on all others: {agreement(affair, fitted(others))}")
        for other in others:
            print(f"    fitted on {other.name} alone: {agreement(affair, fitted([other]))}")


def _rewritten(table: str, weighed: Mapping[str, float]) -> str:
    """Return the table with other weights, its comments kept."""
    before, head, rest = table.partition("\n[weights]\n")
    rows, foot, after = rest.partition("\n[")
    for name, value in weighed.items():
        rows = re.sub(rf"(?m)^({name} = )\S+", rf"\g<1>{value:.2f}", rows)
    return before + head + rows + foot + after


if __name__ == "__main__":
    main()
