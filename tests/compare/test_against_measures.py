"""Two passages are measured both ways: what one has of the other, what is negated in it, how far apart they are told."""

from __future__ import annotations

import pytest

from retold.compare.against_measures import joined, measures
from retold.compare.drift.passages import text_of
from retold.compare.sides import MarkedPassage, side
from retold.model import Reading, Span
from tests.compare.build import report


def _side(text: str, name: str, published: str = "2031-05-02", part: Span | None = None) -> MarkedPassage:
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."] or [len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    made = Reading(report=report(name, text, language="en", published=published), sentences=tuple(map(Span, starts, ends)))
    return side(text_of(made), part or Span(0, len(text)))


LONG = _side("The ferry of Port Sel sank near the old mole with nine people.", "one")
SHORT = _side("The ferry sank near the mole.", "two")


def test_a_shorter_telling_is_wholly_in_the_longer_one_and_not_the_other_way_round() -> None:
    found = measures(LONG, SHORT)
    assert found["second in first"] == pytest.approx(1.0)
    assert found["first in second"] < 1.0
    assert joined(found)["one has more"] > 0


def test_exchanged_passages_exchange_what_one_has_of_the_other() -> None:
    one, other = measures(LONG, SHORT), measures(SHORT, LONG)
    assert one["first in second"] == other["second in first"]
    assert one["length of the first"] == other["length of the second"]
    assert one["letters alike"] == other["letters alike"]


def test_a_negation_before_a_shared_word_is_told_from_one_elsewhere() -> None:
    plain = _side("The guild sold the mill in May.", "one")
    denied = _side("The guild did not sell or sold the mill in May.", "two")
    elsewhere = _side("The guild sold the mill in May but never told its heirs why.", "three")
    assert measures(plain, denied)["shared word negated"] == 1.0
    assert measures(plain, elsewhere)["shared word negated"] == 0.0


def test_numbers_are_compared_where_they_count_the_same() -> None:
    nine, ten, days = (_side(words, words) for words in ("It lost 9 boats.", "It lost 10 boats.", "It lost 10 days."))
    assert measures(nine, ten)["other amount"] == 1.0
    assert measures(nine, days)["one thing counted"] == 0.0


def test_sentences_of_one_report_are_told_by_how_far_apart_they_stand() -> None:
    text = "The mill closed. It will open again. Nobody came."
    first, second, third = (_side(text, "one", part=part) for part in (Span(0, 16), Span(17, 36), Span(37, 49)))
    assert measures(first, second)["next sentence"] == 1.0
    assert measures(first, third)["sentences apart"] > measures(first, second)["sentences apart"] > 0
    assert measures(third, first)["later in the report"] == 0.0
    assert measures(LONG, SHORT)["sentences apart"] == 0.0


def test_days_between_reports_count_with_their_direction() -> None:
    early, late = _side("The mill closed.", "one", "2031-05-02"), _side("The mill closed.", "two", "2031-06-02")
    assert measures(early, late)["days between"] == -measures(late, early)["days between"] > 0


def test_words_that_say_nothing_are_measured_too() -> None:
    found = measures(_side("so it is.", "one"), _side("he did.", "two"))
    assert found["names of the first in the second"] == 0.5
    assert found["first in second"] == 0.0
