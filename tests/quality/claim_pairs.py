"""Pairs of passages labelled by hand: what the second claims against the first; offsets only, the texts lie elsewhere.

`claim_pairs.tsv` and `claim_pairs_more.tsv` may be looked at while the comparison of claims is built; `claim_pairs_kept.tsv`
is only measured. What each label means is in README.md beside them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from retold.model import Span

HERE = Path(__file__).parent
BUILDING = HERE / "claim_pairs.tsv"
MORE = HERE / "claim_pairs_more.tsv"
KEPT = HERE / "claim_pairs_kept.tsv"

LABELS = ("same", "weaker", "stronger", "contradicts", "updates", "unrelated")
CORPORA = {
    "retellings": "data/retellings/text",
    "polnear-dev": "data/polnear/dev/text",
    "polnear-train": "data/polnear/train/text",
    "census": "data/families/census/text",
    "spotify": "data/families/spotify/text",
    "timebank": "data/times/timebank/text",
    "aquaint": "data/times/aquaint/text",
}
COLUMNS = ["corpus", "report_a", "start_a", "end_a", "report_b", "start_b", "end_b", "label", "why"]
LONGEST = 300
"""Code points a passage may have: it states one claim and is no paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The clause or sentence of a report that states one claim."""

    report: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two passages and what `b` is against `a`; `why` says in a few words what decided."""

    corpus: str
    a: Passage
    b: Passage
    label: str
    why: str


def pairs(path: Path, shared: Callable[[str], Path]) -> list[Pair]:
    """Return all pairs of the table at `path`, in its order.

    `shared` finds the measuring data. Raises ValueError with the line where a row has an unknown corpus or label, no
    reason, or a span that does not lie in its text or is empty or too long; OSError where a report is missing.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if reader.fieldnames != COLUMNS:
            raise ValueError(f"{path.name}: the columns are {reader.fieldnames}, not {COLUMNS}")
        return [_pair(row, shared, f"{path.name}, line {reader.line_num}") for row in reader]


def _pair(row: dict[str, str], shared: Callable[[str], Path], where: str) -> Pair:
    if None in row or None in row.values():
        raise ValueError(f"{where}: a row has {len(COLUMNS)} fields")
    if row["corpus"] not in CORPORA or row["label"] not in LABELS or not row["why"]:
        raise ValueError(f"{where}: {row['corpus']!r}, {row['label']!r}, {row['why']!r} is no corpus, label and reason")
    folder = shared(CORPORA[row["corpus"]])
    a, b = (_passage(row, side, folder, where) for side in "ab")
    return Pair(corpus=row["corpus"], a=a, b=b, label=row["label"], why=row["why"])


def _passage(row: dict[str, str], side: str, folder: Path, where: str) -> Passage:
    report, start, end = row[f"report_{side}"], int(row[f"start_{side}"]), int(row[f"end_{side}"])
    text = _text(folder / report)
    if not 0 <= start < end <= len(text) or end - start > LONGEST:
        raise ValueError(f"{where}: {start}-{end} is no passage of {report}, which has {len(text)} characters")
    said = text[start:end]
    if said != said.strip():
        raise ValueError(f"{where}: the passage {start}-{end} of {report} opens or closes with a space")
    return Passage(report=report, span=Span(start, end), text=said)


@cache
def _text(path: Path) -> str:
    """The report as it is stored: line ends are not touched, so offsets are those of the decoded file."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()
