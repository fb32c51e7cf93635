"""A deed that is denied in other words: by parties, kind of act and time; where two may be meant, none is denied."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from retold.compare.claims import claims
from retold.model import Period, Reading, Span, When
from tests.compare.build import actors, alone, at, fact, party, reading, report, said

MET = "Anton Reyl met Viktor Dask at a hotel in Port Selm on 28 May."
NOT_MET = "Anton Reyl did not sit down with Viktor Dask, his lawyer said."
DAYS = {"May": (28, 5), "June": (9, 6)}


def _when(month: str | None) -> When | None:
    if month is None:
        return None
    day, number = DAYS[month]
    on = datetime(2021, number, day, tzinfo=UTC)
    return When(span=Span(0, 1), period=Period(earliest=on, latest=on.replace(hour=23)))


def _told(name: str, text: str, word: str, day: str, **more: Any) -> Reading:
    voices = (said(text, "a1", "said", kind="person", name="Edda Kroll"),) if more.get("attribution") else ()
    more.setdefault("subject", party("Anton Reyl"))
    more.setdefault("object", party("Viktor Dask"))
    more["when"] = _when(more.pop("on", None))
    made = fact(text, "contact", text[:-1], pattern="contact/meet", trigger=at(text, word), **more)
    return reading(report(name, text, published=day), made, attributions=voices)


def _met(name: str = "one", day: str = "2021-06-03", *, text: str = MET, on: str | None = "May") -> Reading:
    return _told(name, text, "met", day, on=on)


def _denied(day: str = "2021-06-04", **more: Any) -> Reading:
    return _told("denial", NOT_MET, "sit", day, stance="denied", attribution="a1", **more)


def _denials(*readings: Reading) -> list[tuple[str, str | None]]:
    found = claims(readings, actors(*readings), alone(*readings))
    return sorted((m.report, r.by) for c in found for m in c.mentions for r in c.relations if r.kind == "denied by")


def test_a_denial_of_no_day_in_other_words_denies_the_one_meeting() -> None:
    assert _denials(_met(), _denied()) == [("one", "Edda Kroll")]


def test_of_two_meetings_on_two_days_none_is_denied() -> None:
    later = _met("two", "2021-06-10", text=MET.replace("28 May", "9 June"), on="June")
    assert _denials(_met(), later, _denied("2021-06-11")) == []


def test_two_accounts_that_may_be_of_one_meeting_are_both_denied() -> None:
    other = _met("two", "2021-06-04", text="Anton Reyl met with the financier Viktor Dask in secret.", on=None)
    assert _denials(_met(), other, _denied()) == [("one", "Edda Kroll"), ("two", "Edda Kroll")]


def test_a_denial_of_another_day_is_of_another_meeting() -> None:
    assert _denials(_met(), _denied("2021-06-10", on="June")) == []


def test_a_meeting_that_is_planned_is_not_denied_by_who_says_that_there_was_none() -> None:
    planned = _told("one", MET, "met", "2021-06-03", stance="planned")
    assert _denials(planned, _denied()) == []


def test_a_meeting_with_somebody_else_is_not_denied() -> None:
    assert _denials(_met(), _denied(object=party("Orel Brask"))) == []


def test_another_kind_of_act_is_not_denied() -> None:
    text = "Anton Reyl warned Viktor Dask on 28 May."
    warned = reading(
        report("one", text, published="2021-06-03"),
        fact(
            text,
            "contact",
            text[:-1],
            subject=party("Anton Reyl"),
            object=party("Viktor Dask"),
            pattern="contact/warn",
            trigger=at(text, "warned"),
        ),
    )
    assert _denials(warned, _denied()) == []


def test_a_denial_months_later_is_of_something_else() -> None:
    assert _denials(_met(), _denied("2021-11-04")) == []


def test_what_an_outlet_says_is_not_so_leaves_open_whether_it_is_the_same() -> None:
    own = _told("denial", "Anton Reyl did not sit down with Viktor Dask.", "sit", "2021-06-04", stance="denied")
    found = claims([_met(), own], actors(_met(), own), alone(_met(), own))
    assert {r.kind for c in found for r in c.relations} == {"not established"}
    assert [c.asserted_by for c in found if c.mentions[0].stance == "denied"] == [()]


def test_a_headline_that_says_who_denies_is_his_denial() -> None:
    text = "Reyl denies talks with Dask."
    made = _told("denial", text, "talks", "2021-06-04", stance="denied")
    assert _denials(_met(), made) == [("one", "Anton Reyl")]
    denied = next(c for c in claims([made], actors(made), alone(made)))
    assert (denied.asserted_by, denied.denied_by) == ((), ("Anton Reyl",))
