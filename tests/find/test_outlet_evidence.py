"""Made-up agencies and papers, which no table knows, are credited where the words around their names show what they are."""

from __future__ import annotations

import pytest

from retold.find.credits import credits
from retold.find.outlet_evidence import key
from retold.model import Credit, Report, Span
from tests.work import grows_in_proportion

REST = "\n" + "\n".join("The harbour council of Velmora met again and nothing else was said that day." for _ in range(9))


def found(text: str, **known: object) -> dict[str, Credit]:
    body, at = [], 0
    for line in text.split("\n"):
        body.append(Span(at, at + len(line)))
        at += len(line) + 1
    report = Report(name="r", text=text, digest="d", **({"body": tuple(body)} | known))  # type: ignore[arg-type]
    best: dict[str, Credit] = {}
    for credit in sorted(credits(report), key=lambda c: c.score):
        best[credit.name] = credit
    return best


@pytest.mark.parametrize(
    "lead",
    [
        "VELMORA (Nordwick) - The harbour fund is empty, the council said.",
        "VELMORA, May 3 (Nordwick) — The harbour fund is empty, the council said.",
        "The harbour fund is empty, three officials with knowledge of the books told Nordwick.",
        "The harbour fund is empty, the news agency Nordwick reports.",
        "The harbour fund is empty, the Nordwick agency reports, citing three officials.",
        "El fondo del puerto está vacío, según la agencia Nordwick.",
        "El fondo del puerto está vacío. Así lo revela la agencia Nordwick, que cita a funcionarios.",
        "Segundo a agência Nordwick, o fundo do porto está vazio.",
        "Le fonds du port est vide, rapporte l'agence Nordwick.",
        "Der Hafenfonds ist nach Angaben der Nachrichtenagentur Nordwick leer.",
        "Der Hafenfonds ist leer. Das berichtet die Nachrichtenagentur Nordwick unter Berufung auf drei Beamte.",
        "Il fondo del porto è vuoto, riferisce l'agenzia Nordwick.",
        "Reported by Nordwick and several foreign papers, the story of the empty fund is beyond doubt by now.",
        "The harbour fund is empty, the newspaper Nordwick reported on Monday.",
        "El fondo está vacío, según publicó The Velmora Bay Courier, que cita a tres funcionarios.",
    ],
)
def test_the_cue_shows_an_outlet_that_no_table_knows(lead: str) -> None:
    credit = found(lead + REST)["Velmora Bay Courier" if "Courier" in lead else "Nordwick"]
    assert credit.place in ("dateline", "lead")
    assert credit.score >= 0.55
    assert list(found(lead + REST)) == [credit.name]


def test_what_is_shown_once_is_an_outlet_wherever_it_stands() -> None:
    """The byline and the last line name the agency that the dateline shows, in its longer form."""
    text = "Fund is empty\nNordwick News Agency\nVELMORA (Nordwick) - The fund is empty." + REST + "\n© Nordwick News Agency"
    report = Report(name="r", text=text, digest="d", body=(Span(text.index("VELMORA"), text.rindex("\n")),))
    assert {(c.name, c.place) for c in credits(report)} == {
        ("Nordwick", "byline"),
        ("Nordwick", "dateline"),
        ("Nordwick", "tail"),
    }


def test_a_byline_may_end_in_its_agency() -> None:
    assert found("Fund is empty\nBy Ida Holm and Per Lund, Nordwick\nThe fund is empty." + REST)["Nordwick"].place == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Das berichtet die Polizei am Montag.",
        "Das berichtet das Amt.",
        "Der Fonds ist leer, berichtet Holm.",
        "Así informó el consejo el lunes.",
        "The fund is empty, Ida Holm told Lund. Aksel Lund reports to the council.",
        "The fund is empty, three officials told Paris.",
        "By Ida Holm, Editor",
        "The fund (Nordwick) is empty.",
        "© 2031 Courier Press, 4 Mole Street",
    ],
)
def test_what_only_looks_like_an_outlet_is_none(line: str) -> None:
    assert found("The fund is empty." + REST + "\n" + line) == {}


def test_an_agency_that_speaks_of_itself_is_no_source() -> None:
    text = (
        'The council rejected a claim by the news agency Nordwick as "air".'
        + REST
        + "\nNordwick said that it stood by its story."
    )
    assert found(text) == {}


def test_the_forms_of_a_name_have_one_key() -> None:
    assert key("Nordwick") == key("The Nordwick News Agency") == "nordwick"
    assert key("News") == "news"


def test_likely_names_in_one_line_cost_in_proportion() -> None:
    text = "By Ida Holm, Nordwick told Skerry, three officials told Brook, the news agency Velm reports. "
    assert grows_in_proportion(lambda size: found(text * size), 1_000)


def test_who_is_told_something_with_a_capital_article_is_an_outlet() -> None:
    assert "Spindle-Record" in found("A clerk told The Spindle-Record that the fund is empty.")
    assert "Harbour Board" not in found("A clerk told the Harbour Board that the fund is empty.")
