"""Rows repeat what one sorts and counts by, so that a question as of a day needs no more than an index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from retold.model import Reading, Span, Trace
from retold.record import Case
from retold.record.check import check
from retold.record.trace_rows import on_shelf

Make = Callable[..., Reading]


def published(reading: Reading, day: str | None, origin: Any = "metadata") -> Reading:
    return replace(reading, report=replace(reading.report, published=day, published_from=origin if day else None))


@pytest.mark.parametrize(
    ("given", "origin", "day"),
    [
        ("2031-05-04T23:30:00-02:00", "metadata", "2031-05-05"),
        ("2031-02", "text", "2031-02-28"),
        ("2031-05-04", "original", None),
        (None, "metadata", None),
    ],
)
def test_the_day_of_a_report_is_the_last_on_which_it_may_have_appeared_by_its_own_word(
    reading: Make, given: str | None, origin: Any, day: str | None
) -> None:
    assert on_shelf(1, published(reading("gull.txt"), given, origin)).day == day


def test_the_reports_and_origins_that_told_a_claim_until_a_day_are_sums_over_its_mentions(
    case: Case, reading: Callable[..., Reading], trace: Callable[..., Trace]
) -> None:
    gull, tide, buoy = (
        published(reading(name), day) for name, day in (("gull.txt", "2031-05-04"), ("tide.txt", "2031-05"), ("buoy.txt", None))
    )
    whole = trace(gull, tide, buoy)
    (claim,) = whole.claims
    mentions = tuple(replace(claim.mentions[0], report=r.report.name, span=Span(0, 4), fact=None) for r in (tide, buoy, gull))
    families = {"gull.txt": "w1", "tide.txt": "w1", "buoy.txt": None}
    kin = tuple(replace(t, family=families[t.report]) for t in whole.tellings)
    told = replace(claim, mentions=(*mentions, replace(mentions[0], span=Span(4, 6))), drift=(), relations=())
    case.keep_trace(replace(whole, claims=(told,), tellings=kin))
    query = "SELECT sum(new_report), sum(new_origin) FROM claim_mentions WHERE published <= ? AND retracted_at IS NULL"
    assert [case.select(query, day)[0] for day in ("2031-05-04", "2031-05-30", "2031-05-31")] == [(1, 1), (1, 1), (2, 1)]
    assert case.select(query.replace("published <= ?", "1"))[0] == (3, 2)
    assert case.select("SELECT first_published, last_published FROM claims") == [("2031-05-04", None)]
    assert check(case) == ()
