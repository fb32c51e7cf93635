"""The labelled pairs of claims are whole: passages lie in their texts, there are enough of each kind, no pair stands twice."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.quality.claim_pairs import BUILDING, COLUMNS, CORPORA, KEPT, LABELS, MORE, Pair, Passage, pairs

LANGUAGES = {
    "pt": ("F1-05",),
    "it": ("F1-06", "F1-13"),
    "es": ("F1-07", "F1-08", "F1-09", "F1-10", "F3-06", "N-F1-04", "N-F1-06"),
    "de": ("F3-02",),
    "fr": ("F3-07",),
    "zh": ("F3-08",),
}
"""Reports that are not in English, by how their names begin."""

CUT = re.compile(r"[a-zà-ÿ0-9]{2}", re.IGNORECASE)
"""Two letters of one word, in scripts that put spaces between words."""


def language(report: str) -> str:
    return next((code for code, starts in LANGUAGES.items() if report.startswith(starts)), "en")


def both_ways(pair: Pair) -> frozenset[tuple[str, int, int]]:
    return frozenset((passage.report, passage.span.start, passage.span.end) for passage in (pair.a, pair.b))


def meet(one: Passage, other: Passage) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


@pytest.fixture
def every(shared: Callable[[str], Path]) -> list[Pair]:
    return pairs(BUILDING, shared) + pairs(MORE, shared) + pairs(KEPT, shared)


@pytest.mark.corpus
def test_every_passage_lies_in_its_text_and_no_word_is_cut(every: list[Pair], shared: Callable[[str], Path]) -> None:
    """The loader raises where one does not; a passage that opens or closes within a word was cut by a wrong offset."""
    for pair in every:
        for passage in (pair.a, pair.b):
            with (shared(CORPORA[pair.corpus]) / passage.report).open(encoding="utf-8", newline="") as file:
                text = f" {file.read()} "
            start, end = passage.span.start + 1, passage.span.end + 1
            assert text[start:end] == passage.text
            assert not CUT.match(text[start - 1 : start + 1]) and not CUT.match(text[end - 1 : end + 1]), passage


@pytest.mark.corpus
def test_no_passage_is_compared_with_itself(every: list[Pair]) -> None:
    assert [pair for pair in every if len(both_ways(pair)) < 2] == []


@pytest.mark.corpus
def test_there_are_enough_pairs_of_every_kind(every: list[Pair]) -> None:
    count = Counter(pair.label for pair in every)
    assert len(every) >= 150
    assert count["unrelated"] >= 30
    assert all(count[label] >= 12 for label in LABELS)
    assert sum(language(pair.a.report) != language(pair.b.report) for pair in every) >= 40


@pytest.mark.corpus
def test_no_pair_stands_in_both_files_or_twice(every: list[Pair]) -> None:
    assert [pair for pair, times in Counter(map(both_ways, every)).items() if times > 1] == []


@pytest.mark.corpus
def test_two_reports_are_compared_in_one_half_only(shared: Callable[[str], Path]) -> None:
    """What was read of two reports while building says nothing of the pairs that are kept."""
    built, more, kept = ({frozenset((p.a.report, p.b.report)) for p in pairs(path, shared)} for path in (BUILDING, MORE, KEPT))
    assert (built | more) & kept == set()


@pytest.mark.corpus
def test_no_passage_of_an_article_stands_in_both_halves(shared: Callable[[str], Path]) -> None:
    """Retellings are too few for that: theirs are kept apart by pairs of reports alone."""
    built, kept = ([q for p in pairs(path, shared) if p.corpus == "polnear-dev" for q in (p.a, p.b)] for path in (BUILDING, KEPT))
    assert [(a, b) for a in built for b in kept if a.report == b.report and meet(a, b)] == []


@pytest.mark.parametrize("path", [BUILDING, MORE, KEPT], ids=lambda path: path.name)
def test_the_tables_are_sorted_and_hold_offsets_only(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    keys = [(r["corpus"], r["report_a"], int(r["start_a"]), int(r["end_a"]), r["report_b"], int(r["start_b"])) for r in rows]
    assert keys == sorted(keys)
    assert all(len(row["why"]) <= 60 for row in rows)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"label": "denies"}, "is no corpus, label and reason"),
        ({"corpus": "elsewhere"}, "is no corpus, label and reason"),
        ({"end_b": "99"}, "is no passage of"),
        ({"start_a": "3"}, "opens or closes with a space"),
    ],
)
def test_a_row_that_is_wrong_is_not_skipped(changed: dict[str, str], says: str, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The mill closed in May. The mill may close.", encoding="utf-8")
    row = dict(zip(COLUMNS, ["retellings", "one.txt", "0", "23", "one.txt", "24", "43", "weaker", "may"], strict=True)) | changed
    table = tmp_path / "table.tsv"
    table.write_text("\t".join(COLUMNS) + "\n" + "\t".join(row.values()) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=says):
        pairs(table, lambda name: tmp_path)
