"""`python -m tests.quality CORPUS [--show MEASURE] [--half seen|unseen]`: print the measures, and what is wrong."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.quality.labels import Judged, Label, judged, measures, seen_while_building

NAMES = ("kind", "short", "described", "count", "stance", "certainty")


def main() -> None:
    """Print the measures of a half of the labels, or of all; with --show the attributions that a measure has wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with text/ and attributions/ of the articles that are labelled")
    parser.add_argument("--half", choices=("seen", "unseen"), help="articles looked at while building, or the others")
    parser.add_argument("--show", choices=NAMES)
    options = parser.parse_args()

    def wanted(label: Label) -> bool:
        return options.half is None or seen_while_building(label) is (options.half == "seen")

    every = list(judged(options.corpus, wanted))
    found = measures(every)
    print(f"{len(every)} attributions  " + "  ".join(f"{name} {getattr(found, name):.3f}" for name in NAMES))
    for each in found.wrong.get(options.show, ()):
        print(_line(each))


def _line(each: Judged) -> str:
    label, found, speaker = each.label, each.found, each.found.speaker
    start = min(s.start for s in (*found.source, *found.cue, *found.content))
    words = " ".join(each.text[start : max(s.end for s in (*found.source, *found.cue, *found.content))].split())[:300]
    source = " ".join(each.text[s.start : s.end] for s in found.source)
    meant = each.text[label.antecedent.start : label.antecedent.end] if label.antecedent else ""
    wanted = f"{label.kind} {label.form} {meant!r} {label.count} {label.stance} {label.certainty}"
    got = f"{speaker.kind} {speaker.name!r} {speaker.described!r} {speaker.count}" if speaker else "nobody"
    cue = each.text[found.cue[0].start : found.cue[0].end]
    head = f"\n{label.article}:{label.cue} [{source} | {cue}] {words}"
    return f"{head}\n    wanted: {wanted}\n    found:  {got} {found.stance} {found.certainty}"


if __name__ == "__main__":
    main()
