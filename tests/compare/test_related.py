"""A relation is told from both ends, with the words of either, and who denies only where it is denied."""

from __future__ import annotations

from retold.compare.related import Told, alike_both, days_of, order, update
from retold.compare.slots import slots
from retold.compare.who import who_is
from tests.compare.build import actors, fact, party, reading, report

TEXT = "Orvane charged Brask."


def _told(name: str, day: str | None) -> Told:
    made = reading(report(name, TEXT, published=day), fact(TEXT, "measure", TEXT[:-1], object=party("Brask")))
    (slot,) = slots([made], who_is(actors(made)))
    return Told(id=f"id-{name}", slot=slot, families=frozenset({name}), own=name)


def test_both_ends_carry_it_with_their_own_words_first() -> None:
    (one, forth), (two, back) = update(_told("one", "2031-05-02"), _told("two", "2031-05-03"), 0.5, "later").ends
    assert (one, forth.kind, forth.claim) == ("id-two", "updates", "id-one")
    assert (two, back.kind, back.claim) == ("id-one", "updated by", "id-two")
    assert forth.here == back.there and forth.there == back.here
    assert forth.here and forth.here.report == "two"
    assert forth.by is None and back.by is None


def test_what_is_the_same_from_both_ends_is_called_alike() -> None:
    (_, forth), (_, back) = alike_both(_told("one", None), _told("two", None), "contradicts", 0.5, "why").ends
    assert forth.kind == back.kind == "contradicts"


def test_what_was_told_first_comes_first_and_unknown_days_last() -> None:
    one, two, unknown = _told("one", "2031-05-02"), _told("two", "2031-05-03"), _told("three", None)
    assert sorted([unknown, two, one], key=lambda t: order(t.slot)) == [one, two, unknown]
    assert days_of(one, two) == "as told on 2031-05-02, then as told on 2031-05-03"
