"""What stands beside a name tells of a life: ages, years of birth and death."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.model import Span
from retold.resolve.actors.lives import lives
from retold.resolve.actors.told import NOTHING, Told
from tests.resolve.actors.made import told

AGED = Told(born=(1967, 1968), alive=2020)


@pytest.mark.parametrize(
    ("rest", "life"),
    [
        (", 52, said so.", AGED),
        (", 52.", AGED),
        (" (52) said so.", AGED),
        (", aged 52, said so.", AGED),
        (", 52 years old, said so.", AGED),
        (" (born 12 March 1968) said so.", Told(born=(1968, 1968))),
        (", born in 1968, said so.", Told(born=(1968, 1968))),
        (" was born on March 12, 1968.", Told(born=(1968, 1968))),
        (" (1931\u20132004) said so.", Told(born=(1931, 1931), died=(2004, 2004))),
        (", who died in 2004, said so.", Told(died=(2004, 2004))),
        (", 52 percent of it, went.", NOTHING),
        (", 52,000 of them, went.", NOTHING),
        (", 150, said so.", NOTHING),
        (" won 52 to 48.", NOTHING),
        (" came in 1968.", NOTHING),
    ],
)
def test_a_life_beside_a_name(rest: str, life: Told) -> None:
    assert lives(told("a", ("Karl Steiner", rest))).get("c1", NOTHING) == life


def test_an_age_before_the_name() -> None:
    reading = told("a", ("Karl Steiner", " met the 52-year-old Anna Brandt."))
    at = reading.report.text.index("Anna")
    anna = replace(reading.mentions[0], span=Span(at, at + len("Anna Brandt")), head=Span(at, at + len("Anna Brandt")))
    assert lives(replace(reading, mentions=(anna,)))["c1"] == AGED


def test_an_age_without_a_day_of_publication_tells_nothing() -> None:
    assert lives(told("a", ("Karl Steiner", ", 52, said so."), published=None)) == {}
