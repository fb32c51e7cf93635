"""Values are read once, as far as they are asked for, and no more of a report than is shown of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Reading, Trace
from retold.record import Case
from retold.record.as_of import NOW, as_of
from retold.record.excerpt.fetch import Fetch
from retold.record.excerpt.selected import selected

Make = Callable[..., Reading]


@pytest.fixture
def kept(case: Case, reading: Make, trace: Callable[..., Trace]) -> Case:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    return case


def test_of_a_reading_only_the_findings_that_are_named_are_given(kept: Case) -> None:
    whole = kept.trace().readings[0]
    fetch = Fetch(selected(kept, NOW))
    (some,) = fetch.readings(["gull.txt"], ("facts",))
    assert (some.report, some.facts) == (whole.report, whole.facts)
    assert (some.mentions, some.attributions, some.sentences) == ((), (), ())
    assert fetch.readings(["gull.txt"]) == [whole]
    assert fetch.reading("gull.txt", ()).facts == ()


def test_what_is_not_known_is_left_out_and_the_order_is_that_asked_for(kept: Case) -> None:
    fetch = Fetch(selected(kept, NOW))
    assert [r.report.name for r in fetch.heads(["tide.txt", "none.txt", "gull.txt"])] == ["tide.txt", "gull.txt"]
    assert fetch.heads(["gull.txt"])[0].report.text == ""
    assert fetch.claims(["none", "k1"])[0][0].id == "k1"
    assert Fetch(selected(kept, as_of("2031-05-03"))).readings(["gull.txt"]) == []


def test_a_claim_that_was_shown_is_not_read_again(kept: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Fetch(selected(kept, NOW)).claims(["k1"], most=1)
    monkeypatch.setattr("retold.record.excerpt.fetch.first_told", None)
    assert Fetch(selected(kept, NOW)).claims(["k1"], most=1) == first
    assert len(first[0][0].mentions) == 1
    assert first[0][1] == 2
