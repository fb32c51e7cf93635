"""Numbers are compared where they count the same; years and days count nothing."""

from __future__ import annotations

import pytest

from retold.compare.quantities import alike, other, quantities
from tests.compare.build import at


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a reward of $2.5 million", [(2.5e6, "USD", True)]),
        ("62 million crowns", [(62e6, "crown", True)]),
        ("40 million dollars in fines", [(4e7, "USD", True)]),
        ("some 700 employees", [(700, "emplo", False)]),
        ("in 2019", []),
        ("nothing of the kind", []),
    ],
)
def test_a_number_has_what_it_counts(words: str, told: list[tuple[float, str, bool]]) -> None:
    assert [(q.value, q.unit, q.money) for q in quantities(words, "en")] == told


def test_a_day_is_no_number() -> None:
    words = "on 12 March members of the crew left"
    assert quantities(words, "en", [at(words, "12 March")]) == ()


def test_two_numbers_of_one_unit_are_others_unless_one_is_rounded() -> None:
    one = quantities("40 million crowns and 3 ships", "en")
    changed = other(one, quantities("62 million crowns", "en"))
    assert changed is not None
    assert [q.value for q in changed] == [4e7, 6.2e7]
    assert other(one, quantities("40.2 million crowns", "en")) is None
    assert other(one, quantities("62 million dollars", "en")) is None
    assert alike(300, 302)
    assert not alike(300, 400)


def test_the_first_of_two_units_that_changed_is_told_whatever_the_order_of_a_set() -> None:
    for words in ("3 ships, 40 sailors, 50 lamps, 60 doors", "60 doors, 50 lamps, 40 sailors, 3 ships"):
        one, two = quantities(words, "en"), quantities("900 ships, 800 sailors, 700 lamps, 500 doors", "en")
        changed = other(one, two)
        assert changed is not None
        assert changed[0] == one[0]


@pytest.mark.parametrize(
    "words",
    [
        "62 million crowns, not 40 million",
        "not 40 million but 62 million crowns",
        "62 million crowns instead of the 40 million",
        "62 million crowns, up from about 40 million crowns",
    ],
)
def test_a_number_told_as_what_it_is_not_counts_what_the_other_counts(words: str) -> None:
    told = {(q.value, q.unit, q.rejected) for q in quantities(words, "en")}
    assert told == {(62e6, "crown", False), (40e6, "crown", True)}


def test_a_number_that_is_only_denied_has_none_in_its_stead() -> None:
    assert [q.rejected for q in quantities("It was not 40 million crowns", "en")] == [False]
