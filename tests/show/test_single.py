"""What stands in one report, line by line or as JSON."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import replace

import jsonschema

from retold.model import Credit, Mention, TimeExpression
from retold.record import Case
from retold.show.single import print_reading
from tests.affair import Affair
from tests.compare.build import at, fact, party, reading, report, said
from tests.show.test_contract import schema

TEXT = "Orvane charged Dalia Renko in March, two officials\nsaid."


def test_the_json_of_every_report_of_the_affair_is_a_line_that_holds_to_its_schema(affair: Affair) -> None:
    with Case(affair.case, readonly=True) as case:
        readings = case.readings()
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        for each in readings:
            print_reading(each, as_json=True)
    lines = out.getvalue().splitlines()
    assert len(lines) == len(readings) == 19
    validator = jsonschema.Draft202012Validator(schema("find"))
    for line, each in zip(lines, readings, strict=True):
        shown = json.loads(line)
        validator.validate(shown)
        assert shown["text"] == each.report.text


def test_each_line_gives_what_is_told_in_which_words_and_where() -> None:
    made = reading(
        report("one.txt", TEXT, outlet="Port Sel Post"),
        fact(TEXT, "measure", "charged Dalia Renko", subject=party("Orvane"), object=party("Renko")),
        attributions=(said(TEXT, "a1", "said", kind="unnamed", described="two officials", count=2),),
    )
    name = Mention(span=at(TEXT, "Dalia Renko"), kind="person", form="name", head=at(TEXT, "Renko"), sentence=0, chain="Renko")
    again = replace(name, span=at(TEXT, "Renko"))
    time = TimeExpression(span=at(TEXT, "March"), type="DATE", value=None)
    credit = Credit(span=at(TEXT, "Orvane"), name="Orvane Press", agency=True, place="lead", score=0.9, reason="cue")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        print_reading(replace(made, mentions=(name, again), times=(time,), credits=(credit,)), as_json=False)
    lines = out.getvalue().splitlines()
    assert lines[0] == "one.txt: Port Sel Post, undated, ?"
    assert lines[1].startswith("  said   two officials (asserted, certain): “")
    assert lines[2:] == [
        "  person Renko: “Dalia Renko”  [one.txt:15-26]",
        "  fact   measure Orvane – Renko (asserted): “charged Dalia Renko”  [one.txt:7-26]",
        "  time   DATE open: “March”  [one.txt:30-35]",
        "  credit Orvane Press (cue): “Orvane”  [one.txt:0-6]",
    ]
