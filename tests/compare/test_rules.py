"""The tables of comparison are held to what they may say, and a row that says something else is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from retold import tables
from retold.compare.rules import Claims, claim_rules, relation_rules, rule_of
from retold.errors import TableError
from retold.tables import typed


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    """The content that every table has while the test runs."""
    content: dict[str, object] = {}
    monkeypatch.setattr(tables, "table", lambda _package, _name: content)
    monkeypatch.setattr(tables, "_TYPED", {})
    yield content


def test_every_kind_of_fact_has_its_rule_and_a_new_kind_the_default() -> None:
    kinds = {"contact", "measure", "office", "rank", "tie", "control", "allegation", "statement", "unknown"}
    assert set(claim_rules().kinds) == kinds
    assert rule_of("harvest") == claim_rules().default


def test_what_relations_speak_of_are_kinds_of_claims() -> None:
    rules = relation_rules()
    named = {*rules.update.kinds, *rules.succession.kinds, *rules.denial.kinds}
    assert named <= set(claim_rules().kinds)


def test_a_row_that_lacks_a_value_is_named(shelf: dict[str, object]) -> None:
    shelf["kinds"] = {"contact": {"parties": "either"}}
    with pytest.raises(TableError, match=r"claims\.toml: .*missing required field `needs` - at `\$\.kinds"):
        typed(Claims, "retold.compare", "claims.toml")


def test_a_word_that_a_row_may_not_hold_is_refused(shelf: dict[str, object]) -> None:
    rule = {
        "parties": "neither",
        "needs": "any",
        "detail": "words",
        "words": 0.4,
        "lasting": False,
        "recurs": False,
        "of": "detail",
    }
    shelf["kinds"] = {"contact": rule}
    with pytest.raises(TableError, match="neither"):
        typed(Claims, "retold.compare", "claims.toml")
