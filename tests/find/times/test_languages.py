"""What news in seven other languages says of time, as `said.tsv` has it: a sentence a line, with what it says on a Friday.

The table is for speakers to extend: the values are those of the expressions in text order, seen from 6 March 2015.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from retold.find.times.expressions import times
from retold.model import Report, Span
from retold.resolve.periods.intervals import periods

FRIDAY = "2015-03-06"
TABLE = Path(__file__).with_name("said.tsv")


def said() -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return [(r["language"], r["sentence"], r["values"]) for r in csv.DictReader(file, delimiter="\t")]


def report(text: str, language: str) -> Report:
    return Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), language=language)


@pytest.mark.parametrize(("language", "sentence", "values"), said())
def test_what_a_sentence_says_on_a_friday(language: str, sentence: str, values: str) -> None:
    found = periods(times(report(sentence, language), ()), published=FRIDAY)
    assert " ".join(str(t.value) for t in found) == values


@pytest.mark.parametrize("language", ["es", "pt", "fr", "de", "it", "ru", "bg"])
def test_every_language_has_at_least_ten_sentences(language: str) -> None:
    assert sum(row[0] == language for row in said()) >= 10


def test_a_language_without_a_table_has_dates_in_figures() -> None:
    assert [t.value for t in times(report("12.5.2014 and 2014-05-13", "xx"), ())] == ["2014-05-12", "2014-05-13"]


def test_spanish_morning_is_not_tomorrow() -> None:
    assert times(report("Habló por la mañana.", "es"), ()) == ()
