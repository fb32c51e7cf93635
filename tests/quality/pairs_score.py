"""What one passage is against another, held to labelled pairs: `python -m tests.quality.pairs_score FILE ... CASES`.

FILE is a table of `claim_pairs.py`, each measured by itself; CASES a folder that keeps what was read, one case a corpus, so
that only the first run reads.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from retold import pipeline
from retold.compare import against_weighed
from retold.compare.against import Against, Beside
from retold.model import Passage
from retold.record import Case
from tests.conftest import SHARED
from tests.quality.claim_pairs import CORPORA, LABELS, Pair, pairs
from tests.quality.pairs_fit import Example, as_table, fit, out_of_fold

WEIGHTS = Path(against_weighed.__file__).with_name("against_weights.toml")
HEAD = """\
# How much each sign speaks, beyond what is usual of it, for two passages going together and for each kind of it. Fitted
# to labelled pairs of passages (tests/quality/README.md tells how); compare/against_weighed.py reads it. What each sign is,
# compare/signs.py and compare/against_measures.py say. A row can be corrected: what is below nothing speaks against."""
"""What the table of weights opens with."""
SAME = ("same", "weaker", "stronger")
"""Labels of passages about one matter that do not part over it."""


def main() -> None:
    """Print the measures of tables of pairs; with --show what is wrong, with --fit what weights fitted to others reach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("cases", type=Path)
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    parser.add_argument("--fit", action="store_true", help="print what weights reach on reports kept out of their fitting")
    parser.add_argument("--write", action="store_true", help="put weights fitted to these pairs into the package")
    chosen = parser.parse_args()
    tables = [pairs(file, shared) for file in chosen.files]
    given = [pair for table in tables for pair in table]
    chosen.cases.mkdir(parents=True, exist_ok=True)
    records = {corpus: record(corpus, given, chosen.cases) for corpus in sorted({p.corpus for p in given})}
    found = [records[p.corpus].against(*places(p)) for p in given]
    each_table(tables, [f.kind for f in found])
    if chosen.show:
        wrong(given, found)
    if chosen.fit or chosen.write:
        refit(records, tables, write=chosen.write)


def each_table(tables: Sequence[Sequence[Pair]], called: Sequence[str]) -> None:
    """Print the measures of each table, whose pairs were called so, one table after the other."""
    start = 0
    for table in tables:
        report([p.label for p in table], called[start : start + len(table)])
        start += len(table)


def refit(records: Mapping[str, Beside], tables: Sequence[Sequence[Pair]], *, write: bool) -> None:
    """Print what weights reach on reports kept out of their fitting, several times anew, or write those fitted to all."""
    given = [pair for table in tables for pair in table]
    examples = [example(records[p.corpus], p) for p in given]
    if write:
        WEIGHTS.write_text("\n".join([HEAD, *as_table(fit(examples)), ""]), encoding="utf-8")
        return
    for called in out_of_fold(examples, stories(given)):
        print("on reports kept out of fitting:")
        each_table(tables, called)


def example(record: Beside, pair: Pair) -> Example:
    """Return the signs of a pair both ways round, with its label."""
    a, b = places(pair)
    return Example(signs=record.signs(a, b), exchanged=record.signs(b, a), label=pair.label)


def stories(given: Sequence[Pair]) -> list[str]:
    """Return for each pair one name of all reports that pairs join to its own: none of them is in two groups."""
    heads: dict[str, str] = {}

    def head(report: str) -> str:
        while heads.setdefault(report, report) != report:
            report = heads[report]
        return report

    sides = [(f"{p.corpus}/{p.a.report}", f"{p.corpus}/{p.b.report}") for p in given]
    for one, other in sides:
        heads[head(one)] = head(other)
    return [head(one) for one, _ in sides]


def shared(part: str) -> Path:
    """Return where a part of the measuring data lies."""
    return SHARED / part


def record(corpus: str, given: Sequence[Pair], cases: Path) -> Beside:
    """Return the record of the reports of a corpus that the pairs name; its case is made where it is not there."""
    folder = shared(CORPORA[corpus])
    names = sorted({side.report for p in given if p.corpus == corpus for side in (p.a, p.b)})
    if corpus == "retellings":
        names = sorted(path.name for path in folder.iterdir())
    with Case(cases / f"{corpus}.case") as case:
        trace = pipeline.trace([folder / name for name in names], case=case, metadata=_metadata(folder, cases / f"{corpus}.tsv"))
    return Beside(trace=trace)


def _metadata(folder: Path, made: Path) -> Path:
    """Return a metadata table; one of the attribution corpus is put into the form that retold reads."""
    table = folder.parent / "metadata.tsv"
    table = table if table.exists() else folder.parent.parent / "metadata.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if "report" in rows[0]:
        return table
    lines = [f"{r['filename']}.txt\t{r['publication_date']}\t{r['publisher']}" for r in rows]
    made.write_text("\n".join(["report\tpublished\toutlet", *lines, ""]), encoding="utf-8")
    return made


def places(pair: Pair) -> tuple[Passage, Passage]:
    """Return both passages as the record names them."""
    folder = shared(CORPORA[pair.corpus])
    one, two = (Passage(report=str(folder / side.report), span=side.span) for side in (pair.a, pair.b))
    return one, two


def report(wanted: Sequence[str], found: Sequence[str]) -> None:
    """Print accuracy of same-or-not, F1 of each kind and their mean, and the unrelated that are called contradictions."""
    alike = sum((w in SAME) == (f in SAME) for w, f in zip(wanted, found, strict=True))
    print(f"pairs {len(wanted)}  same or not {alike / len(wanted):.3f}")
    scores = [f1(kind, wanted, found) for kind in LABELS]
    print("  ".join(f"{kind} {score:.2f}" for kind, score in zip(LABELS, scores, strict=True)))
    wrongly = sum(w == "unrelated" and f == "contradicts" for w, f in zip(wanted, found, strict=True))
    print(f"macro F1 {sum(scores) / len(scores):.3f}  unrelated called contradicts {wrongly}")


def f1(kind: str, wanted: Sequence[str], found: Sequence[str]) -> float:
    """Return the F1 of one kind, 0 where nothing of it is right."""
    right = sum(w == f == kind for w, f in zip(wanted, found, strict=True))
    return 2 * right / (wanted.count(kind) + found.count(kind)) if right else 0.0


def wrong(given: Sequence[Pair], found: Sequence[Against]) -> None:
    """Print each pair that is not what it was labelled."""
    for pair, each in zip(given, found, strict=True):
        if pair.label != each.kind:
            print(f"\n{pair.label} called {each.kind} ({each.score}: {each.reason}); {pair.why}")
            for side in (pair.a, pair.b):
                print(f"    {side.report[:24]}: {' '.join(side.text.split())}")


if __name__ == "__main__":
    main()
