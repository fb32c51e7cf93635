"""What happened is the day to reckon from, not the day on which somebody told it."""

from __future__ import annotations

from retold.model import Attribution, Span, TimeExpression, When
from retold.resolve.periods.intervals import periods
from retold.resolve.periods.spoken import spoken

EVENT = TimeExpression(span=Span(20, 26), type="DATE", value="2021-05-28")
SAID = TimeExpression(span=Span(45, 52), type="DATE", value="2021-06-01")
BEFORE = TimeExpression(
    span=Span(60, 78), type="DATE", value="XXXX-WXX", unit="week", shift=-3, anchor="previous", direction="past"
)
SENTENCES = (Span(0, 54), Span(55, 120))
CITED = Attribution(id="a1", source=(), cue=(), content=(), when=When(span=SAID.span))


def test_weeks_before_go_back_from_the_event_not_from_the_day_on_which_it_was_told() -> None:
    times = (EVENT, SAID, BEFORE)
    done = periods(times, published="2021-06-03", spoken=spoken(times, [CITED], SENTENCES))
    assert done[-1].value == "2021-W18"


def test_a_speech_is_what_is_reckoned_from_where_nothing_else_has_a_day() -> None:
    times = (SAID, BEFORE)
    assert not spoken(times, [CITED], SENTENCES)
    assert periods(times, published="2021-06-03")[-1].value == "2021-W19"


def test_what_has_no_day_to_go_back_from_is_not_reckoned_from_the_report() -> None:
    (done,) = periods([BEFORE], published="2021-06-03")
    assert (done.value, done.period) == ("XXXX-WXX", None)
