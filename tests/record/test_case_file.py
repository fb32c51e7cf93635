"""docs/case-file.md tells of every table, view and column, and its questions can be asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.model import Reading, Trace
from retold.record import Case
from retold.record.store import APPLICATION, VERSION

PAGE = (Path(__file__).parents[2] / "docs" / "case-file.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


def test_every_table_view_and_column_is_told(case: Case) -> None:
    told = set(re.findall(r"`([a-z_]+)`", PAGE))
    own = "type <> 'shadow' AND schema = 'main' AND name NOT LIKE 'sqlite%'"  # an index keeps tables of its own
    names = {name for (name,) in case.select(f"SELECT name FROM pragma_table_list WHERE {own}")}
    tables = {name for name in names if not name.startswith("current_")}
    columns = {row[0] for name in tables for row in case.select("SELECT name FROM pragma_table_info(?)", name)}
    assert (names | columns) - told == set()


def test_what_datasette_is_told_of_is_there(case: Case) -> None:
    told = json.loads((Path(__file__).parents[2] / "docs" / "datasette.json").read_text(encoding="utf-8"))["databases"]["CASE"][
        "tables"
    ]
    for name, how in told.items():
        columns = {row[0] for row in case.select("SELECT name FROM pragma_table_info(?)", name)}
        used = {how.get(each) for each in ("fts_pk", "sort", "sort_desc", "label_column")} - {None}
        assert columns or name.startswith("shelf"), name
        assert used | set(how.get("facets", ())) <= columns
        assert "fts_table" not in how or case.select(f"SELECT count(*) FROM {how['fts_table']}")


def test_the_page_tells_the_numbers_of_the_format() -> None:
    assert f"`PRAGMA application_id` is {APPLICATION} " in PAGE
    assert f"now {VERSION}." in PAGE


@pytest.mark.parametrize("number", range(3))
def test_the_questions_are_answered(
    case: Case, reading: Callable[..., Reading], trace: Callable[..., Trace], number: int
) -> None:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    rows = case.select(QUERIES[number])
    assert rows[0][0] in ("Ilse Marrow was fined", "Ilse Marrow")


def test_what_was_held_before_is_not_what_is_held_now(
    case: Case, reading: Callable[..., Reading], trace: Callable[..., Trace]
) -> None:
    """The last question: the clock of the test case ticks a minute a look, from midnight."""
    case.keep_trace(trace(reading("gull.txt")))
    for _ in range(13 * 60):
        case._clock()
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    assert [row[1] for row in case.select(QUERIES[2])] == [1]
    assert case.select("SELECT reports FROM current_claims") == [(2,)]
