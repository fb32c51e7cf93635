"""An outlet whose report is at hand is known by name to all the others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from retold.compare import held
from retold.compare.fingerprints import fingerprints
from retold.compare.held import aliases, called, key, publishes
from retold.compare.retellings import retellings
from retold.model import Credit, Reading, Report, Span
from tests.work import grows_in_proportion

STORY = "The harbour fund of Velmora has lost 14.6 million crowns, the auditor Ida Holmgren told the council of the port."


def reading(name: str, text: str, *credits: Credit, **known: str | None) -> Reading:
    body, at = [], 0
    for line in text.split("\n"):
        body.append(Span(at, at + len(line)))
        at += len(line) + 1
    fields: dict[str, str | None] = {"language": "en", **known}
    return Reading(report=Report(name=name, text=text, digest=name, body=tuple(body), **fields), credits=credits)  # type: ignore[arg-type]


def with_held(readings: Sequence[Reading]) -> list[Reading]:
    return [each.reading for each in held.with_held(fingerprints(readings))]


def credit(name: str, start: int = 0) -> Credit:
    return Credit(span=Span(start, start + len(name)), name=name, agency=False, place="lead", score=0.8, reason="“told”")


@pytest.mark.parametrize(
    "text",
    [
        "Holm Bay has lost a harbour fund, according to Skerry and its readers.",
        "The fund is lost, Skerry reports.",
        "El fondo del puerto se ha perdido, según Skerry.",
        "Der Fonds ist weg, schreibt Skerry am Montag.",
        "VELMORA (Skerry) - The fund is lost.",
        "The clerk told Skerry that the fund is lost.",
    ],
)
def test_a_held_outlets_name_beside_a_cue_is_a_credit(text: str) -> None:
    _, other = with_held((reading("a", STORY, outlet="Skerry"), reading("b", text, outlet="Holm Bay Herald")))
    (found,) = other.credits
    assert found.name == "Skerry"
    assert text[slice(*found.span)] == "Skerry"
    assert found.score > 0.5
    assert "at hand" in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "Skerry has ninety desks.",
        "It is lost, according to a Skerry poll.",
        "Upper Skerry reports a loss.",
        "A boat called the Skerrys Bay, Holm reports.",
    ],
)
def test_a_mere_mention_is_none(text: str) -> None:
    _, other = with_held((reading("a", STORY, outlet="Skerry"), reading("b", text, outlet="Holm Bay Herald")))
    assert other.credits == ()


def test_without_a_held_report_the_name_is_nobodys() -> None:
    (one,) = with_held((reading("b", "The fund is lost, Skerry reports."),))
    assert one.credits == ()


def test_nobody_credits_itself() -> None:
    (one,) = with_held((reading("a", "The fund is lost, Skerry reports.", outlet="Skerry"),))
    assert one.credits == ()


def test_what_another_report_credits_is_an_outlet_and_has_one_name() -> None:
    given = reading("a", STORY, credit("Skerry News Agency")), reading("b", "The fund is lost, according to Skerry.")
    one, other = with_held(given)
    assert one.credits[0].name == other.credits[0].name


def test_the_held_report_of_the_credited_outlet_is_the_origin() -> None:
    """Though the other was read first, and no table knows the outlet."""
    retold = reading("b", STORY + "\nSo Skerry reports.", outlet="Holm Bay Herald", published="2031-03-01")
    tellings, (family,) = retellings((retold, reading("a", STORY, outlet="Skerry", published="2031-03-01")))
    assert family.original.held
    assert (family.original.name, family.original.report) == ("Skerry", "a")
    assert {t.report: t.role for t in tellings}["a"] == "origin"
    assert {t.report: t.retells for t in tellings}["b"] == "a"
    assert {t.report: t.credits for t in tellings}["b"] == ("Skerry",)


def test_who_credits_a_middleman_only_belongs_and_the_reason_says_so() -> None:
    origin = reading("a", STORY, outlet="Skerry", published="2031-03-01")
    middle = reading("b", STORY + "\nSo Skerry reports.", outlet="Holm Bay Herald", published="2031-03-01")
    text = "El fondo del puerto de Velmora perdió 14,6 millones, según la auditora Ida Holmgren, informa el Holm Bay Herald."
    last = reading("c", text, credit("Holm Bay Herald", text.index("Holm Bay")), language="es", published="2031-03-02")
    tellings, (family,) = retellings((origin, middle, last))
    assert family.reports == ("a", "b", "c")
    told = {t.report: t for t in tellings}["c"]
    assert told.retells == "b"
    assert "Holm Bay Herald only, not Skerry" in told.reason


def test_addresses_and_other_forms_of_a_name() -> None:
    assert publishes(Report(name="r", text="", digest="d", body=(), outlet="apnews.com"), "Associated Press")
    assert not publishes(Report(name="r", text="", digest="d", body=()), "Associated Press")
    assert key("The Skerry News Agency") == "skerry"
    assert not aliases("The Skerry").isdisjoint(called("Skerry News Agency"))


@pytest.mark.parametrize("text", ["The clerk told Skerry that Skerry reports it. ", "Skerry reports it.\n"])
def test_one_line_or_many_lines_cost_in_proportion(text: str) -> None:
    outlet = reading("a", STORY, outlet="Skerry")
    assert grows_in_proportion(lambda size: with_held((outlet, reading("b", text * size))), 2_000)
