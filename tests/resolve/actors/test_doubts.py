"""Who may be one and was not taken for one is asked, with both passages and all dates."""

from __future__ import annotations

import time

from retold.model import Reading, Ruling
from retold.resolve.actors.across import actors
from retold.resolve.actors.doubts import Doubt, doubts
from tests.resolve.actors.made import office, ruling, told


def asked(*readings: Reading, rulings: tuple[Ruling, ...] = ()) -> tuple[Doubt, ...]:
    return doubts(readings, actors(readings, rulings), rulings)


OLD = told("a", ("Karl Steiner", ", 85, spoke."), published="2016-09-10")
YOUNG = told("b", ("Karl Steiner", ", 31, spoke."), published="2016-09-12")


def test_one_name_with_ages_that_differ_is_two_and_is_asked() -> None:
    (doubt,) = asked(OLD, YOUNG)
    assert doubt.reason == "the same full name, but born 1930/1931 and 1984/1985"
    assert {doubt.one.told, doubt.other.told} == {("born 1930/1931",), ("born 1984/1985",)}
    assert {doubt.one.published, doubt.other.published} == {("2016-09-10",), ("2016-09-12",)}
    for side in (doubt.one, doubt.other):
        text = {"a": OLD, "b": YOUNG}[side.passage.report].report.text
        assert text[slice(*side.passage.span)].startswith("Karl Steiner, ")
        assert text[slice(*side.mention.span)] == "Karl Steiner"


def test_a_report_that_tells_nothing_goes_with_the_one_of_whom_most_is_told() -> None:
    more = [told(name, ("Karl Steiner", ", 85, spoke."), published="2016-09-10") for name in ("c", "d")]
    plain = told("e", ("Karl Steiner", " spoke."))
    found = actors([YOUNG, OLD, *more, plain])
    assert sorted(sorted(m.report for m in a.members) for a in found) == [["a", "c", "d", "e"], ["b"]]


def test_a_surname_that_several_have_is_asked_for_each() -> None:
    rows = [told(n, (who, " spoke.")) for n, who in (("a", "Karl Steiner"), ("b", "Anna Steiner"), ("c", "Steiner"))]
    assert [(d.one.name, d.other.name, d.reason) for d in asked(*rows)] == [
        ("Steiner", "Anna Steiner", "a surname alone"),
        ("Steiner", "Karl Steiner", "a surname alone"),
    ]


def test_a_surname_with_the_same_office_is_the_one_who_holds_it() -> None:
    karl = told("a", ("Karl Steiner", " spoke."), facts=[office("mayor", "Quendale")])
    alone = told("c", ("Steiner", " spoke."), facts=[office("mayor", "Quendale")])
    found = actors([karl, told("b", ("Anna Steiner", " spoke.")), alone])
    (holder,) = [a for a in found if a.name == "Karl Steiner"]
    assert [(m.report, m.reason) for m in holder.members][1] == ("c", "the surname, and the same office: mayor of quendale")


def test_an_initial_that_fits_two_is_asked() -> None:
    rows = [told(n, (who, " spoke.")) for n, who in (("a", "Karl Steiner"), ("b", "Kurt Steiner"), ("c", "K. Steiner"))]
    assert {(d.one.name, d.other.name) for d in asked(*rows)} == {("K. Steiner", "Karl Steiner"), ("K. Steiner", "Kurt Steiner")}


def test_offices_held_at_once_keep_two_apart() -> None:
    rows = [
        told(n, ("Karl Steiner", " of Quendale and so on spoke."), facts=[office("mayor", of)])
        for n, of in (("a", "Quendale"), ("b", "Selmar"))
    ]
    (doubt,) = asked(*rows)
    assert doubt.reason == "the same full name, but mayor of quendale and of selmar at one time"


def test_what_was_ruled_is_not_asked_again() -> None:
    (doubt,) = asked(OLD, YOUNG)
    places = doubt.one.mention, doubt.other.mention
    assert asked(OLD, YOUNG, rulings=(ruling("different", *places, words=("Karl Steiner", "Karl Steiner")),)) == ()
    assert asked(OLD, YOUNG, rulings=(ruling("same", *places, words=("Karl Steiner", "Karl Steiner")),)) == ()


def test_an_acronym_that_fits_two_bodies_is_asked() -> None:
    names = "Northern Fisheries Board", "National Football Body", "NFB"
    rows = [told(name, (name, " spoke."), kind="body") for name in names]
    assert {(d.one.name, d.other.name) for d in asked(*rows)} == {("NFB", name) for name in names[:2]}


def test_who_has_nothing_in_common_is_not_asked() -> None:
    assert asked(told("a", ("Karl Steiner", " spoke.")), told("b", ("Anna Brandt", " spoke."))) == ()


def test_many_of_one_name_take_no_long_time() -> None:
    """Four thousand reports make somebody mayor of as many places on one day: no pair of them is compared with all others."""
    rows = [told(str(n), ("Karl Steiner", " of Quendale spoke."), facts=[office("mayor", f"Place {n}")]) for n in range(4000)]
    start = time.process_time()
    assert len(actors(rows)) == len(rows)
    assert time.process_time() - start < 20
