"""The JSON holds to its schema, and the document names every field of it."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from retold.compare.claims import claims
from retold.model import Credit, Family, Original, Span, Telling, Trace
from retold.show.contract import reading_json, trace_json
from tests.compare.build import actors, at, fact, party, reading, report, said

TEXT = "Orvane charged Dalia Renko in March, two officials said."
DOC = Path(__file__).parents[2] / "docs" / "json.md"


def schema(name: str) -> dict[str, Any]:
    text = resources.files("retold.show").joinpath(f"schemas/{name}.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _trace() -> Trace:
    made = reading(
        report("one.txt", TEXT, outlet="Port Sel Post", published="2031-04-01"),
        fact(TEXT, "measure", "charged Dalia Renko", subject=party("Orvane"), object=party("Renko"), attribution="a1"),
        attributions=(said(TEXT, "a1", "said", kind="unnamed", described="two officials", count=2),),
    )
    original = Original(name="Orvane Press", held=False)
    telling = Telling(report="one.txt", role="rewrite", family="f1", original=original, credits=("Orvane Press",))
    who = actors(made)
    return Trace(
        readings=(made,),
        tellings=(telling,),
        families=(Family(id="f1", original=original, reports=("one.txt",), reason="credits Orvane Press"),),
        actors=tuple(who),
        claims=claims([made], who, [telling]),
    )


def test_a_trace_holds_to_its_schema() -> None:
    jsonschema.validate(json.loads(json.dumps(trace_json(_trace()))), schema("trace"))


def test_a_reading_holds_to_its_schema() -> None:
    made = _trace().readings[0]
    jsonschema.validate(json.loads(json.dumps(reading_json(made))), schema("find"))


def test_an_empty_record_holds_to_its_schema() -> None:
    jsonschema.validate(trace_json(Trace()), schema("trace"))


def test_a_chain_runs_from_this_outlet_outward() -> None:
    mention = trace_json(_trace())["claims"][0]["mentions"][0]
    assert mention["chain"] == ["Port Sel Post", "two officials"]
    assert mention["speaker"]["count"] == 2


def test_an_actor_lists_the_measures_it_takes_part_in() -> None:
    record = trace_json(_trace())
    assert {a["name"]: a["measures"] for a in record["actors"]} == {n: [record["claims"][0]["id"]] for n in ("Orvane", "Renko")}


@pytest.mark.parametrize("name", ["find", "trace"])
def test_the_document_names_every_field(name: str) -> None:
    section = DOC.read_text(encoding="utf-8").split(f"## `retold {name} --json`")[1].split("\n## ")[0]
    named = set(re.findall(r"`(\w+)`", section))
    assert set(schema(name)["properties"]) <= named


def test_the_name_of_a_credit_and_its_place_are_kept() -> None:
    made = _trace().readings[0]
    credit = Credit(span=at(TEXT, "Orvane"), name="Orvane Press", agency=True, place="lead", score=0.9, reason="cue")
    from dataclasses import replace

    shown = reading_json(replace(made, credits=(credit,)))["credits"]
    assert shown == [{"span": list(Span(0, 6)), "name": "Orvane Press", "takes": "story", "by": None}]
