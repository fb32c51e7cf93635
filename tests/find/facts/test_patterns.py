"""The tables of facts: every row can be read, and a malformed one is named."""

from __future__ import annotations

import pytest

from retold.errors import TableError
from retold.find.facts import patterns


def test_every_kind_has_rows_and_no_id_stands_twice() -> None:
    names = [row.name for row in patterns.rows()]
    kinds = {row.kind for row in patterns.rows()}
    assert kinds == {"contact", "measure", "office", "rank", "tie", "control", "allegation", "statement"}
    assert len(names) == len(set(names))


def test_a_row_with_a_strange_key_is_refused_by_name() -> None:
    with pytest.raises(TableError, match=r"merger\.toml.*colour"):
        patterns._read("merger.toml", {"kind": "merger", "act": [{"id": "merge", "verbs": ["merge"], "colour": "red"}]})


def test_a_row_without_triggers_is_refused() -> None:
    with pytest.raises(TableError, match="triggers"):
        patterns._read("merger.toml", {"kind": "merger", "act": [{"id": "merge"}]})


def test_a_new_kind_needs_a_table_only() -> None:
    (row,) = patterns._read("merger.toml", {"kind": "merger", "act": [{"id": "merge", "verbs": ["merge"], "object": ["with"]}]})
    assert (row.name, row.object) == ("merger/merge", ("with",))
