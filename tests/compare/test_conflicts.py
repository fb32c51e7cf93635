"""Retellings of one original that cannot both be right contradict each other; accounts of one dealing support each other."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from retold.compare.claims import claims
from retold.model import Period, Reading, Span, Telling, When
from tests.compare.build import actors, alone, at, fact, family, party, reading, report

TEXT = "Orvane charged Brask with smuggling silver."


def _reading(name: str, day: str | None = None, **more: Any) -> Reading:
    text = more.pop("text", TEXT)
    made = fact(text, more.pop("kind", "measure"), text[:-1], subject=party("Orvane"), object=party("Brask"), **more)
    return reading(report(name, text, published=day), made)


def _on(day: int) -> When:
    moment = datetime(2031, 5, day, tzinfo=UTC)
    return When(span=Span(0, 4), period=Period(earliest=moment, latest=moment))


def _kinds(made: tuple[Reading, ...], tellings: list[Telling]) -> set[str]:
    return {r.kind for c in claims(made, actors(*made), tellings) for r in c.relations}


def test_retellings_that_put_one_event_on_two_days_contradict_each_other() -> None:
    made = _reading("one", when=_on(2)), _reading("two", when=_on(3))
    assert _kinds(made, family(*made)) == {"contradicts"}


def test_accounts_that_stand_apart_may_tell_of_two_events() -> None:
    made = _reading("one", when=_on(2)), _reading("two", when=_on(3))
    assert _kinds(made, alone(*made)) == set()


def test_one_report_does_not_contradict_itself_by_days() -> None:
    text = f"{TEXT} In Osk Orvane later charged Brask with smuggling silver."
    one = fact(text, "measure", TEXT[:-1], subject=party("Orvane"), object=party("Brask"), when=_on(2))
    again = "Orvane later charged Brask with smuggling silver"
    two = fact(text, "measure", again, subject=party("Orvane"), object=party("Brask"), when=_on(3))
    made = (reading(report("one", text), one, two),)
    assert "contradicts" not in _kinds(made, alone(*made))


def _talks(name: str, day: str, text: str = "Orvane held talks with Brask.") -> Reading:
    return _reading(name, day, text=text, kind="contact", trigger=at(text, "talks"))


def test_dealings_of_the_same_two_within_days_support_each_other() -> None:
    made = _talks("one", "2031-05-02"), _talks("two", "2031-05-05", "In Selm Brask was in talks.")
    assert _kinds(made, alone(*made)) == {"corroborates"}


def test_dealings_months_apart_do_not() -> None:
    made = _talks("one", "2031-05-02"), _talks("two", "2031-09-05", "In Selm Brask was in talks.")
    assert _kinds(made, alone(*made)) == set()


def test_two_sums_in_two_reports_of_one_family_contradict_each_other_and_not_because_a_third_tells_both() -> None:
    """A claim that a report of the family carries too does not make the other telling a retelling."""
    text = "Orvane froze 2 million of Brask."
    one = _reading("one", "2031-05-02", text=text, amount=2e6, trigger=at(text, "froze"))
    two = _reading("two", "2031-05-09", text=text.replace("2", "5"), amount=5e6, trigger=at(text, "froze"))
    assert _kinds((one, two), family(one, two)) == {"contradicts"}
    both = "Orvane froze 2 million of Brask. Orvane froze 5 million of Brask."
    facts = [
        fact(both, "measure", words, subject=party("Orvane"), object=party("Brask"), amount=sum_, trigger=at(both, words))
        for words, sum_ in (("Orvane froze 2 million of Brask", 2e6), ("Orvane froze 5 million of Brask", 5e6))
    ]
    carried = reading(report("two", both, published="2031-05-09"), *facts)
    assert "contradicts" not in _kinds((one, carried), alone(one, carried))
