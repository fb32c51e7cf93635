"""What a name is, as the whole report shows it."""

from __future__ import annotations

from retold.model import Kind, Mention, Span
from retold.resolve.people.kinds import mended


def named(text: str, *rows: tuple[str, Kind]) -> tuple[Mention, ...]:
    found, at = [], 0
    for words, kind in rows:
        at = text.index(words, at)
        span = Span(at, at + len(words))
        found.append(Mention(span=span, head=span, kind=kind, form="name", sentence=0))
        at += len(words)
    return mended(found, text)


def test_a_first_name_makes_a_person_of_what_was_taken_for_a_body() -> None:
    rows = named("Peter Vale spoke. The Vale platform fell.", ("Peter Vale", "body"), ("Vale", "body"))
    assert [(m.kind, m.sex) for m in rows] == [("person", "male"), ("person", None)]


def test_words_of_bodies_and_places_keep_a_name_from_being_a_persons() -> None:
    rows = named("The Peter Vale Foundation is in Peter Bay.", ("Peter Vale Foundation", "body"), ("Peter Bay", "place"))
    assert [m.kind for m in rows] == ["body", "place"]


def test_the_end_of_a_persons_full_name_is_that_person() -> None:
    rows = named("Jan de Holm came. De Holm left.", ("Jan de Holm", "person"), ("De Holm", "body"))
    assert [m.kind for m in rows] == ["person", "person"]


def test_a_town_that_ends_a_name_stays_a_town() -> None:
    rows = named("Madame Orvel Selby came to Selby.", ("Orvel Selby", "person"), ("Selby", "place"))
    assert [m.kind for m in rows] == ["person", "place"]


def test_a_people_is_many() -> None:
    rows = named("Mexican-Americans came, and Paul French.", ("Mexican-Americans", "person"), ("Paul French", "person"))
    assert [m.plural for m in rows] == [True, False]
