"""How often names, chains and pronouns agree with annotated documents: floors that may only be raised.

The documents of `KEPT_OUT` taught no network and are looked at by nobody who writes rules for names; all others may be.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from training.names.annotated import KEPT_OUT

from retold.find.attributions.attributions import attributions
from retold.find.encoder.cut import passages
from retold.find.names.learned.network import read as read_names
from retold.find.names.mentions import mentions
from retold.find.syntax import parse
from retold.model import Findings, Report, Span
from retold.resolve.people.within import people

FLOOR_NAMES, FLOOR_PRONOUNS = 0.77, 0.62
"""Share of the named mentions that are found with their kind, and of the pronouns whose chain holds a name of theirs."""
KINDS = {"person": "person", "organization": "body"}
Row = dict[str, str]


def _paragraphs(text: str) -> tuple[Span, ...]:
    spans, at = list[Span](), 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


def _tally(text: str, gold: list[Row]) -> tuple[int, int, int, int]:
    """Names found and in all, pronouns right and in all, of one document."""
    report = Report(name="d", text=text, digest="", body=_paragraphs(text), language="en")
    ((_, parses),) = parse([report])
    cut = passages(parses)
    findings = Findings(
        report=report, mentions=mentions(report, parses, read_names(cut)), attributions=attributions(report, parses, cut)
    )
    rows, _ = people(findings)
    named = [r for r in gold if r["pos"].startswith("NNP")]
    found = sum(any(_covers(m.span, r) and m.kind == KINDS[r["type"]] for m in rows) for r in named)
    homes = {m.chain: set[str]() for m in rows}
    for mention in rows:
        homes[mention.chain] |= {r["chain"] for r in named if _covers(mention.span, r) and mention.form == "name"}
    said = [r for r in gold if r["pos"] in ("PRP", "PRP$", "WP", "WP$") and r["chain"] in {n["chain"] for n in named}]
    right = sum(any(_covers(m.span, r) and m.form == "pronoun" and r["chain"] in homes[m.chain] for m in rows) for r in said)
    return found, len(named), right, len(said)


def _covers(span: Span, row: Row) -> bool:
    start, end = int(row["head_start"]), int(row["head_end"])
    return span.start <= start and end <= span.end and span.end - span.start <= 3 * (int(row["end"]) - int(row["start"]))


@pytest.mark.corpus
def test_names_and_pronouns_of_documents_that_no_rule_was_made_on(shared: Callable[[str], Path]) -> None:
    folder = shared("data/people")
    with (folder / "mentions.tsv").open(encoding="utf-8") as file:
        gold = [r for r in csv.DictReader(file, delimiter="\t") if r["type"] in KINDS]
    sums = [0, 0, 0, 0]
    for name in sorted(KEPT_OUT):
        mine = [r for r in gold if r["report"] == name]
        text = (folder / "text" / name).read_bytes().decode()
        sums = [a + b for a, b in zip(sums, _tally(text, mine), strict=True)]
    assert sums[0] / sums[1] >= FLOOR_NAMES
    assert sums[2] / sums[3] >= FLOOR_PRONOUNS
