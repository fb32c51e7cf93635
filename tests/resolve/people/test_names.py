"""Names of one report that name the same, and those that do not though they look it."""

from __future__ import annotations

from retold.find.encoder.cut import passages
from retold.find.names.learned.network import read as read_names
from retold.find.names.mentions import mentions
from retold.find.syntax import parse
from retold.model import Findings, Report, Span
from retold.resolve.people.within import people


def chains(text: str) -> dict[str, set[str]]:
    made = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), headline=None, language="en")
    ((_, parses),) = parse([made])
    rows, _ = people(Findings(report=made, mentions=mentions(made, parses, read_names(passages(parses))), attributions=()))
    found: dict[str, set[str]] = {}
    for row in rows:
        if row.form == "name":
            found.setdefault(row.chain or "", set()).add(text[row.span.start : row.span.end])
    return {name: names for names in found.values() for name in names}


def test_a_regions_part_of_a_party_is_not_the_party() -> None:
    made = chains("Ada Holm leads the Ohio Harbour Party. The Harbour Party will meet in May. The Ohio Harbour Party agreed.")
    assert "Harbour Party" not in made["Ohio Harbour Party"]


def test_a_newspaper_is_called_without_its_town() -> None:
    made = chains("Ada Holm told the Ohio Tribune that she would run. The Tribune wrote that she had asked for help.")
    assert made["Tribune"] == made["Ohio Tribune"]


def test_a_surname_is_not_his_whom_the_report_calls_by_his_first_name() -> None:
    made = chains(
        "Tobias Holm, 6, was found in Varn. His father, Carl Holm, wept. Tobias slept. Tobias ate. Tobias sang. Holm went home."
    )
    assert made["Holm"] == made["Carl Holm"]


def test_a_surname_is_not_his_who_is_named_to_say_who_another_is() -> None:
    made = chains("Tobias Holm was lost. Greta Holm, mother of Tobias Holm, objected. Holm wrote to the council.")
    assert made["Holm"] == made["Greta Holm"]


def test_somebody_is_called_by_his_first_name_in_full() -> None:
    text = "Laurence Dahl spoke in Varn. Mr. Dahl runs L.H. Dahl."
    made = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), headline=None, language="en")
    ((_, parses),) = parse([made])
    _, rows = people(Findings(report=made, mentions=mentions(made, parses, read_names(passages(parses))), attributions=()))
    assert [row.name for row in rows if row.kind == "person"] == ["Laurence Dahl"]
