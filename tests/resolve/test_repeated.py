"""A post told again is no news; a meeting told again by its verb neither; what names nobody is no fact."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Fact, Party, Span
from retold.resolve.repeated import news


def party(name: str) -> Party:
    return Party(described=name, name=name, chain=name.casefold(), kind="person")


def post(at: int, detail: str, *, body: str | None = None, **more: object) -> Fact:
    fact = Fact(
        id=f"f{at}",
        kind="office",
        span=Span(at, at + 5),
        trigger=Span(at, at + 5),
        pattern="office/government",
        subject=party("Ana Brod"),
        object=party(body) if body else None,
        detail=detail,
    )
    return replace(fact, **more)  # type: ignore[arg-type]


def test_a_title_told_again_is_no_news() -> None:
    facts = [post(1, "Morland Sen.", body="Morland"), post(9, "Senator"), post(20, "a senator", attribution="a1")]
    assert news(facts) == facts[:1]


def test_a_body_a_lower_post_an_end_or_another_post_is_news() -> None:
    facts = [
        post(1, "vice president"),
        post(9, "president"),
        post(20, "president", body="Morland"),
        post(30, "former president", body="Morland", ended=True),
        post(40, "interior minister"),
        post(50, "health minister"),
    ]
    assert news(facts) == facts


def test_what_took_up_or_lost_a_post_is_news() -> None:
    facts = [post(1, "mayor"), post(9, "resigned", pattern="office/leave", ended=True)]
    assert news(facts) == facts


def test_when_they_met_is_the_meeting_told_before() -> None:
    first = post(1, "talks", body="Ivo Lenk", kind="contact", pattern="contact/meeting")
    again = post(9, "meeting", body="Ivo Lenk", kind="contact", pattern="contact/meet")
    assert news([first, again]) == [first]
    further = replace(first, id="f3", detail="contacts")
    assert news([first, further]) == [first, further]


def test_what_names_nobody_is_no_fact() -> None:
    assert news([post(1, "its release", kind="measure", pattern="measure/releases", subject=None)]) == []
    assert news([post(1, "the greatest", kind="rank", pattern="rank/most powerful", subject=None, body="the world")]) == []


def test_a_warning_that_nobody_gave_is_no_contact_a_dinner_with_somebody_is() -> None:
    warned = post(1, "warned", body="Ivo Lenk", kind="contact", pattern="contact/warn", subject=None)
    dinner = post(9, "two dinners", body="Ivo Lenk", kind="contact", pattern="contact/meeting", subject=None)
    one = post(20, "a tense breakfast", body="Ivo Lenk", kind="contact", pattern="contact/meeting", subject=None)
    met = post(30, "meeting", body="Ivo Lenk", kind="contact", pattern="contact/meet", subject=None)
    assert news([warned, dinner, one, met]) == [dinner]


def test_words_said_again_are_no_news_other_words_are() -> None:
    said = "the ferry will stop at the old pier next week"
    first = post(1, said, kind="statement", pattern="statement/attribution")
    again = post(50, f"that {said}", kind="statement", pattern="statement/attribution", object=party("Ivo Lenk"))
    other = post(90, "the dues of the pier will rise twice in a year", kind="statement", pattern="statement/attribution")
    assert news([first, again, other]) == [first, other]
    assert news([first, replace(again, stance="denied")]) == [first, replace(again, stance="denied")]
