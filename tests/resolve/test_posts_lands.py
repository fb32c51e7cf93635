"""Of which country or town a bare post is, by what the report names and where it was sent from."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Chain, Mention, Span
from tests.resolve.posts_told import BROD, LENK, at, body, said, told, whose


def country(text: str, name: str, code: str) -> tuple[Chain, tuple[Mention, ...]]:
    chain = body(name, kind="place", country=code)
    places = [n for n in range(len(text)) if text.startswith(name, n)]
    spans = [Span(n, n + len(name)) for n in places]
    return chain, tuple(
        Mention(span=s, kind="place", form="name", head=s, sentence=0, chain=chain.id, name=name, country=code) for s in spans
    )


def test_a_president_is_of_the_country_that_a_report_names_far_more_than_others() -> None:
    text = "Peru paid. Peru, which owes Chile, said President Ana Brod would lead Peru on."
    peru, of_peru = country(text, "Peru", "PE")
    chile, of_chile = country(text, "Chile", "CL")
    fact = told(text, "President", "Ana Brod")
    assert whose(text, fact, mentions=(*of_peru, *of_chile), chains=(peru, chile)) == ["Peru"]


def test_of_two_countries_close_together_none_is_taken() -> None:
    text = "Peru paid Chile. Peru and Chile said that President Ana Brod would lead Peru and Chile on."
    peru, of_peru = country(text, "Peru", "PE")
    chile, of_chile = country(text, "Chile", "CL")
    fact = told(text, "President", "Ana Brod")
    assert whose(text, fact, mentions=(*of_peru, *of_chile), chains=(peru, chile)) == [None]


def test_who_is_president_of_the_state_whose_regions_a_report_takes_to_be_known_is_not_of_the_one_it_writes_of() -> None:
    text = "Peru paid. Peru said in Peru that President Ana Brod had left the United States and Ohio for Peru."
    peru, of_peru = country(text, "Peru", "PE")
    america, of_america = country(text, "United States", "US")
    ohio = body("Ohio", kind="place")
    mentions = (*of_peru, *of_america, said(text, "Ohio", ohio))
    assert whose(text, told(text, "President", "Ana Brod"), mentions=mentions, chains=(peru, america, ohio)) == [None]


def test_a_kingdom_has_no_president() -> None:
    text = "Norway paid. Norway said that President Ana Brod would come to Norway from Peru."
    norway, of_norway = country(text, "Norway", "NO")
    assert whose(text, told(text, "President", "Ana Brod"), mentions=of_norway, chains=(norway,)) == [None]


def test_the_seat_that_a_report_is_sent_from_speaks_for_its_country() -> None:
    text = "LIMA (XY) -- President Ana Brod said on Monday that Peru owes Chile, and Chile agreed."
    peru, of_peru = country(text, "Peru", "PE")
    chile, of_chile = country(text, "Chile", "CL")
    fact = told(text, "President", "Ana Brod")
    assert whose(text, fact, mentions=(*of_peru, *of_chile), chains=(peru, chile)) == ["Peru"]


def test_two_do_not_hold_one_post_of_a_country() -> None:
    text = "LIMA (XY) -- Peru's leader, President Ana Brod, met President Ivo Lenk in Peru."
    peru, of_peru = country(text, "Peru", "PE")
    second = replace(
        told(text, "President", "Ivo Lenk", LENK), id="f99", trigger=Span(at(text, "Ivo").start - 10, at(text, "Ivo").start - 1)
    )
    mentions = (*of_peru, said(text, "Ana Brod", BROD))
    assert whose(text, told(text, "President", "Ana Brod"), second, mentions=mentions, chains=(peru,)) == ["Peru", None]


def test_a_mayor_is_of_the_town_that_the_report_is_sent_from() -> None:
    text = "VARN (XY) -- Mayor Ana Brod said so in Varn."
    varn = body("Varn", kind="place")
    assert whose(text, told(text, "Mayor", "Ana Brod"), mentions=(said(text, "Varn", varn),), chains=(varn,)) == ["Varn"]
