"""What a report changed in words that state no claim is told under it; nothing is told twice, and not without end."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Drift, Passage, Reading, Report, Span, Telling, Trace
from retold.show.brief import brief
from retold.show.brief.drifts import MOST
from retold.show.brief.lines import Line
from tests.show.test_contract import _trace

EARLIER, LATER = "Inspectors took 28 tickets.", "Inspectors took 82 tickets."


def drift(at: int = 0, kind: str = "number changed") -> Drift:
    place = Passage(report="new.txt", span=Span(at, len(LATER)))
    earlier = Passage(report="old.txt", span=Span(0, len(EARLIER)))
    return Drift(kind=kind, earlier=earlier, later=place, reason="“28” becomes “82”")


def traced(*drifts: Drift) -> Trace:
    made = _trace()
    texts = {"old.txt": EARLIER, "new.txt": LATER}
    reports = [Report(name=n, text=t, digest=n, body=(Span(0, len(t)),), outlet=n[:3].title()) for n, t in texts.items()]
    readings = tuple(Reading(report=r) for r in reports)
    telling = Telling(report="new.txt", role="independent", drift=drifts)
    old = Telling(report="old.txt", role="independent")
    return replace(made, readings=(*made.readings, *readings), tellings=(*made.tellings, old, telling))


def lines(trace: Trace, heading: str) -> tuple[Line, ...]:
    return next(s.lines for s in brief(trace) if s.heading == heading)


def test_a_change_that_concerns_no_claim_stands_under_its_report_with_both_passages() -> None:
    shown = lines(traced(drift()), "Where it comes from")
    at = next(n for n, line in enumerate(shown) if line.text.startswith("New, undated"))
    assert [(line.text, line.place) for line in shown[at + 1 : at + 4]] == [
        ("! number changed: “28” becomes “82”", "new.txt:0-27"),
        ("before: “Inspectors took 28 tickets.” — Old, undated", "old.txt:0-27"),
        ("now: “Inspectors took 82 tickets.”", "new.txt:0-27"),
    ]


def test_a_change_that_stands_with_its_claim_is_not_told_again() -> None:
    trace = traced(drift())
    claim = replace(trace.claims[0], drift=(*trace.claims[0].drift, drift()))
    everywhere = [line.text for s in brief(replace(trace, claims=(claim,))) for line in s.lines]
    assert sum(text.startswith("! number changed") for text in everywhere) == 1


def test_of_many_changes_some_are_told_and_the_others_counted() -> None:
    shown = [line.text for line in lines(traced(*(drift(at) for at in range(MOST + 3)), drift()), "Where it comes from")]
    assert sum(text.startswith("! ") for text in shown) == MOST
    assert "and 3 more" in shown


def test_the_summary_counts_them_and_says_where_they_are_told() -> None:
    shown = [line.text for line in lines(traced(drift()), "In short")]
    assert "Changed in the retelling: number changed (1): 1 change under “Where it comes from”" in shown
