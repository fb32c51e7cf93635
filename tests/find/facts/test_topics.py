"""Whom a statement is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Ana Brod said Ivo Lenk was calm.", "Ivo Lenk"),
        ("Ana Brod said on Friday the crowd was louder than Ivo Lenk.", None),
        ("“He was calm when Ivo Lenk shouted,” Ana Brod said.", "He"),
        ("Ana Brod said the fair was pleasant at the Harbour Court.", None),
    ],
)
def test_a_statement_is_about_whom_its_clause_is_of_not_who_stands_beside(found: Finder, text: str, about: str | None) -> None:
    (fact,) = found(text, "statement")
    told = fact.object and (fact.object.name or fact.object.described)
    assert told == about


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Ana Brod predicted that northern towns, which include Oster and Morland, will grow next year.", "Oster"),
        ("Ana Brod said the lamps failed during the debate with Ivo Lenk.", "Ivo Lenk"),
        ("Ana Brod said: “God help the harbour.”", "God"),
        ("Ana Brod said: “Your schools are cold.”", "Your schools"),
        ("Ana Brod denounced what Ivo Lenk called a reckless sale.", "Ivo Lenk"),
        ("The Harbour Post reports that the mayor has won, according to the Reed Institute.", "The Harbour Post"),
        ("Ana Brod said the fund, run by the Harbour Court, has brought much money to the coast.", "the Harbour Court"),
        ("Ana Brod said the dues had some effect, in contrast with Oster and Brazil.", "Brazil"),
        ("Teo Wend said that revelations about GOP mayoral nominee Ivo Lenk's dues show the need for reform.", "GOP"),
        ("“Mr. Mayor, will you promise not to sell the quay?” Ana Brod asked.", "Mr. Mayor"),
        ("Ana Brod spoke of the worth of a country that borders Brazil, adding that such a country has many ports.", "Brazil"),
        ("Ana Brod said the price of tin, among Brazilians, was no matter.", "Brazilians"),
    ],
)
def test_a_list_a_companion_an_exclamation_or_the_reader_is_not_whom_it_is_about(found: Finder, text: str, never: str) -> None:
    told = found(text, "statement")
    assert told
    assert all(f.object is None or never not in (f.object.name, f.object.described) for f in told)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Ana Brod welcomed the move.", None),
        ("Ana Brod mocked Ivo Lenk's story about a lamp.", "Ivo Lenk"),
        ("Ana Brod condemned the closing of the Harbour Court.", "the Harbour Court"),
        ("Ana Brod criticised Ivo Lenk's wife.", "Ivo Lenk's wife"),
    ],
)
def test_who_speaks_of_a_thing_speaks_of_whose_it_is(found: Finder, text: str, about: str | None) -> None:
    (fact,) = found(text, "statement")
    assert (fact.object and (fact.object.name or fact.object.described)) == about
