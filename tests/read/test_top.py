"""The head of a page: site's name, sections, headline, byline and date, in the orders that sites put them."""

from __future__ import annotations

import pytest

from retold.model import Report
from retold.read.blocks import Block
from retold.read.shapes import masthead, menu_row
from retold.read.text import Source, report_of_text

LEAD = "The harbour authority of Port Selm will close the old quay in May, three people familiar with the plan said on Monday."
SECOND = "Its director, Ilse Varn, declined to comment on the date, which the town council has to confirm next week."


def read(*top: str) -> Report:
    return report_of_text("\n".join(top) + f"\n\n{LEAD}\n\n{SECOND}\n", Source(name="a.txt", digest=""))


def block(text: str) -> Block:
    return Block(0, len(text), text, True)


@pytest.mark.parametrize(
    "row",
    [
        "News | Sport | Lost & Found",
        "Front   City   Harbour   Letters",
        "Portada · Mundo · Mar · Deportes",
        "Home » World » Norland",
        "Top stories / Gulf / Beach cam",
        "Home News Sport Weather",
        "Startseite Politik Wirtschaft Kultur",
    ],
)
def test_a_row_of_sections_is_no_headline(row: str) -> None:
    assert menu_row(block(row))
    report = read("THE SELM POST", row, "", "Old quay to close in May after all", "By Ann Vale")
    assert report.title == "Old quay to close in May after all"
    assert report.outlet == "The Selm Post"
    assert row in [report.text[slice(*chrome.span)] for chrome in report.chrome]


@pytest.mark.parametrize(
    "line",
    [
        "Old quay to close in May after all",
        "Norland and Selm sign pact on herring, cod and eels",
        "Il dit « non » et « peut-être » au port",
        "Quay closes. Town sleeps. Nobody asks.",
        "Home news is bad for Selm",
    ],
)
def test_a_headline_is_no_row_of_sections(line: str) -> None:
    assert not menu_row(block(line))


def test_a_sites_motto_goes_with_its_name() -> None:
    report = read("SELM DAILY - the coast, every morning", "News | Sport | Jobs", "", "Old quay to close in May", "3 May 2031")
    assert (report.title, report.outlet) == ("Old quay to close in May", "Selm Daily")
    report = read("Selm & Sons", "Freight. Rates. Rumours.", "News | Ports | Jobs", "", "Old quay to close in May")
    assert (report.title, report.outlet) == ("Old quay to close in May", "Selm & Sons")


def test_the_path_of_a_page_below_its_headline_takes_no_headline_away() -> None:
    assert read("Ann Vale Wins Selm Cup", "Home > Sport > Cup").title == "Ann Vale Wins Selm Cup"


def test_a_phrase_of_menus_is_no_sites_name() -> None:
    assert masthead(block("Top stories")) is None
    assert masthead(block("Politics")) is None
    assert masthead(block("The Selm Post")) == "The Selm Post"


@pytest.mark.parametrize(
    ("line", "outlet", "byline", "published"),
    [
        ("Selm Radio newsroom, 15 March 2031, 18:00", "Selm Radio", None, "2031-03-15T18:00"),
        ("15-03-2031 11:48 | Selm Now Desk", "Selm Now", None, "2031-03-15T11:48"),
        ("15 March 2021 by admin", None, None, "2021-03-15"),
        ("posted by Barnaby, 15.03.21", None, "Barnaby", "2021-03-15"),
        ("Posted by Ann Vale on 15 March 2021", None, "Ann Vale", "2021-03-15"),
        ("Ann Vale, 15 March 2021", None, "Ann Vale", "2021-03-15"),
        ("Redacción / 15 de marzo de 2021, 13:20", None, None, "2021-03-15T13:20"),
    ],
)
def test_a_date_may_stand_beside_who_signs(line: str, outlet: str | None, byline: str | None, published: str) -> None:
    report = read("Old quay to close in May after all", line)
    assert (report.outlet, report.byline, report.published) == (outlet, byline, published)
    assert report.text[slice(*report.body[0])] == LEAD
