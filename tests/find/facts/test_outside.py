"""A newsroom adds a kind of fact by a table in a folder of its own, and what it finds becomes claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.errors import TableError
from retold.find.facts import patterns

STRIKE = """
kind = "strike"

[[act]]
id = "walk out"
verbs = ["strike", "walk out"]
nouns = ["walkout", "stoppage", "strike"]
subject = ["doer", "by", "of", "poss"]
object = ["at", "against"]
needs = "both"
places = true
"""

MERGER = """
kind = "merger"

[defaults]
amount = true

[[act]]
id = "merge"
verbs = ["merge", "team up"]
object = ["with", "undergoer"]
mutual = true
needs = "both"

[[act]]
id = "buy"
verbs = ["buy", "acquire", "take over"]
nouns = ["takeover", "acquisition"]
object = ["undergoer", "of"]
needs = "both"

[[post]]
id = "bidder"
nouns = ["bidder", "suitor"]
object = ["for"]
needs = "both"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of tables that the environment names, forgotten after the test."""
    tables = tmp_path / "tables"
    tables.mkdir()
    monkeypatch.setenv(patterns.FOLDER, str(tables))
    _forget()
    yield tables
    monkeypatch.delenv(patterns.FOLDER)
    _forget()


def _forget() -> None:
    patterns.rows.cache_clear()
    patterns.index.cache_clear()


def test_a_strike_is_found_and_becomes_one_claim_of_two_reports(folder: Path, tmp_path: Path) -> None:
    from retold import pipeline

    (folder / "strike.toml").write_text(STRIKE, encoding="utf-8")
    reports = tmp_path / "reports"
    reports.mkdir()
    one = "Port shut\n\nThe Dockers Guild struck at Varn Harbour on 5 May 2021, and ships had to wait in the rain.\n"
    two = "Ships wait\n\nA walkout by the Dockers Guild against Varn Harbour began on 5 May 2021. Nobody unloaded anything.\n"
    for name, text in (("a.txt", one), ("b.txt", two)):
        (reports / name).write_text(text, encoding="utf-8")
    trace = pipeline.trace([str(reports)])
    facts = [f for r in trace.readings for f in r.facts if f.kind == "strike"]
    assert [(f.subject.name, f.object.name) for f in facts if f.subject and f.object] == [("Dockers Guild", "Varn Harbour")] * 2
    (claim,) = [c for c in trace.claims if c.kind == "strike"]
    assert {m.report for m in claim.mentions} == {r.report.name for r in trace.readings}


def test_a_merger_has_its_guises(folder: Path) -> None:
    from retold import pipeline
    from retold.model import Reading, Report, Span

    (folder / "merger.toml").write_text(MERGER, encoding="utf-8")
    text = (
        "Vale Shipping and Brod Lines merged in May. Brod Lines was acquired by the Morland Trust for 20 million euros. "
        "The takeover of Brod Lines by the Morland Trust is over."
    )
    report = Report(name="m.txt", text=text, digest="", body=(Span(0, len(text)),), language="en")
    (reading,) = pipeline.find(report)
    assert isinstance(reading, Reading)
    found = [(f.pattern, f.subject and f.subject.name, f.object and f.object.name) for f in reading.facts if f.kind == "merger"]
    assert found[0] == ("merger/merge", "Vale Shipping", "Brod Lines")
    assert {row[1:] for row in found[1:]} == {("Morland Trust", "Brod Lines")}
    assert [f.amount.value for f in reading.facts if f.amount] == [20e6]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind = strike", "strike.toml"),
        ("[[act]]\nid = 'a'\nverbs = ['strike']", "opens with its kind"),
        ("kind = 'strike'\n[[acts]]\nid = 'a'\nverbs = ['strike']", "acts"),
        ("kind = 'strike'\n[[act]]\nid = 'a'\nverbs = 'strike'", "verbs must be a list of words"),
        ("kind = 'strike'\n[[act]]\nid = 'a'\nverbs = ['strike']\nneeds = 'subjects'", "needs"),
        ("kind = 'strike'\n[[act]]\nid = 'a'\nverbs = ['strike']\nmutual = 'yes'", "true or false"),
        ("kind = 'strike'\n[[act]]\nid = 'a'\nverbs = [' ']", "verbs"),
    ],
)
def test_a_malformed_table_is_refused_with_its_name(folder: Path, text: str, said: str) -> None:
    (folder / "strike.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=said):
        patterns.rows()


def test_a_folder_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(patterns.FOLDER, "/nowhere/at/all")
    _forget()
    with pytest.raises(TableError, match="no such folder"):
        patterns.rows()
    monkeypatch.delenv(patterns.FOLDER)
    _forget()


def test_rows_may_be_added_to_a_kind_that_exists(folder: Path) -> None:
    (folder / "mine.toml").write_text("kind = 'measure'\n[[act]]\nid = 'tow'\nverbs = ['tow']", encoding="utf-8")
    assert "measure/tow" in {row.name for row in patterns.rows()}
    assert "measure/arrest" in {row.name for row in patterns.rows()}
