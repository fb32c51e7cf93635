"""So and not so: whose word the denial is decides whether a claim is denied or contradicted."""

from __future__ import annotations

from typing import Any

from retold.compare.denials import flat
from retold.compare.related import Related, Told
from retold.compare.slots import slots
from retold.compare.who import who_is
from retold.model import Reading
from tests.compare.build import actors, fact, party, reading, report, said

SO, NOT_SO = "Orvane charged Brask.", "Orvane has not charged Brask, Renko said."


def _reading(name: str, text: str, words: str, day: str | None, **more: Any) -> Reading:
    voices = (said(text, "a1", "said", kind="person", name="Renko"),) if more.get("attribution") else ()
    made = fact(text, "measure", words, subject=party("Orvane"), object=party("Brask"), **more)
    return reading(report(name, text, published=day), made, attributions=voices)


def _flat(one: Reading, two: Reading) -> Related | None:
    told = [
        Told(id=s.report, slot=s, families=frozenset({s.report}), own=s.report)
        for s in slots([one, two], who_is(actors(one, two)))
    ]
    return flat(told[0], told[1])


def test_a_speaker_who_says_that_it_is_not_so_denies_it() -> None:
    found = _flat(
        _reading("one", SO, SO[:-1], "2031-05-02"),
        _reading("two", NOT_SO, "Orvane has not charged Brask", "2031-05-03", stance="denied", attribution="a1"),
    )
    assert found and (found.kinds, found.by) == (("denied by", "denies"), "Renko")


def test_what_is_asked_is_not_denied() -> None:
    asked = _reading("one", SO, SO[:-1], "2031-05-02", stance="unknown")
    assert _flat(asked, _reading("two", NOT_SO, "Orvane has not charged Brask", "2031-05-03", stance="denied")) is None


def test_two_who_say_that_it_is_not_so_agree() -> None:
    one = _reading("one", NOT_SO, "Orvane has not charged Brask", "2031-05-02", stance="denied")
    two = _reading("two", NOT_SO, "Orvane has not charged Brask", "2031-05-02", stance="denied")
    assert _flat(one, two) is None
