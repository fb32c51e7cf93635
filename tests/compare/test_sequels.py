"""A later state of one thing: a number counted anew, a sum in other words, a post left; what only differs is left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from retold.compare.claims import claims
from retold.model import Chain, Party, Period, Reading, When
from tests.compare.build import actors, alone, at, fact, party, reading, report


def _kinds(*readings: Reading) -> set[str]:
    found = claims(readings, actors(*readings), alone(*readings))
    return {r.kind for c in found for r in c.relations}


def _told(name: str, text: str, day: str, **more: Any) -> Reading:
    more.setdefault("subject", party("Dalia Renko"))
    made = fact(text, more.pop("kind", "statement"), text[:-1], detail=text[:-1], **more)
    return reading(report(name, text, published=day), made)


def test_what_is_counted_from_day_to_day_and_grows_is_an_update() -> None:
    one = _told("one", "The flood in Selm killed 40 people.", "2031-05-02")
    two = _told("two", "By Friday 62 people were killed in the flood of Selm.", "2031-05-06")
    assert _kinds(one, two) == {"updates", "updated by"}


def test_another_number_of_another_matter_is_nothing_to_it() -> None:
    one = _told("one", "The flood in Selm killed 40 people.", "2031-05-02")
    two = _told("two", "A train that left the rails near Osk killed 62 people.", "2031-05-06")
    assert _kinds(one, two) == set()


def test_another_number_that_nothing_explains_is_not_established() -> None:
    one = _told("one", "The bridge in Selm takes 40 carriages.", "2031-05-02")
    two = _told("two", "The bridge in Selm takes 62 carriages.", "2031-05-06")
    assert _kinds(one, two) == {"not established"}


def test_a_later_report_that_tells_the_earlier_number_too_updates_it() -> None:
    one = _told("one", "The bridge in Selm takes 40 carriages.", "2031-05-02")
    text = "The bridge in Selm takes 62 carriages, up from 40 carriages in spring."
    words = "The bridge in Selm takes 62 carriages"
    made = fact(text, "statement", words, detail=words, subject=party("Dalia Renko"))
    assert _kinds(one, reading(report("two", text, published="2031-05-06"), made)) == {"updates", "updated by"}


def test_retellings_of_one_claim_may_differ_in_a_number_and_accounts_that_stand_apart_are_two_claims() -> None:
    one = _told("one", "The bridge in Selm takes 40 carriages a day, she said.", "2031-05-02")
    two = _told("two", "The bridge in Selm takes 62 carriages a day, she said.", "2031-05-06")
    assert len(claims((one, two), actors(one, two), alone(one, two))) == 2


FROZEN = "Orvane froze 40 million crowns of Tarvik Lines."
BLOCKED = "Orvane blocked accounts of Tarvik Lines that hold 62 million crowns."


def _frozen() -> Reading:
    held = Party(described="40 million crowns of Tarvik Lines")
    made = fact(FROZEN, "measure", FROZEN[:-1], subject=party("Orvane"), object=held, trigger=at(FROZEN, "froze"), amount=4e7)
    made = replace(made, amount=replace(made.amount, currency="crown") if made.amount else None)
    found = reading(report("one", FROZEN, published="2031-05-02"), made)
    return replace(found, chains=(*found.chains, Chain(id="Tarvik Lines", kind="body", name="Tarvik Lines")))


def _blocked(day: str = "2031-05-20") -> Reading:
    made = fact(
        BLOCKED,
        "measure",
        "Orvane blocked accounts of Tarvik Lines",
        subject=party("Orvane"),
        object=party("Tarvik Lines"),
        trigger=at(BLOCKED, "blocked"),
    )
    return reading(report("two", BLOCKED, published=day), made)


def test_a_sum_that_somebody_holds_and_a_sum_elsewhere_in_the_sentence_are_sums_of_one_measure() -> None:
    assert _kinds(_frozen(), _blocked()) == {"updates", "updated by"}


def test_the_holder_of_a_sum_is_whom_the_measure_hits() -> None:
    (found,) = claims([_frozen()], actors(_frozen()), alone(_frozen()))
    assert found.object_actor == "Tarvik Lines"


def _post(name: str, text: str, words: str, day: str, detail: str, *, ended: bool) -> Reading:
    made = fact(text, "office", words, subject=party("Edda Kol"), detail=detail, ended=ended)
    return reading(report(name, text, published=day), made)


def test_a_post_is_left_by_who_held_it_though_no_body_is_told() -> None:
    who = "Transport Minister Edda Kol"
    held = _post("one", f"{who} spoke.", who, "2031-05-02", "Transport Minister", ended=False)
    left = _post("two", f"{who} resigned.", f"{who} resigned", "2031-05-09", "resigned", ended=True)
    assert _kinds(held, left) == {"updates", "updated by"}


def _lifted(day: str, stance: str, when: datetime | None = None) -> Reading:
    text = "Orvane to lift the sanctions on Dalia Renko."
    time = When(span=at(text, "Orvane"), period=Period(earliest=when, latest=when)) if when else None
    made = fact(
        text,
        "measure",
        "lift the sanctions on Dalia Renko",
        object=party("Dalia Renko"),
        trigger=at(text, "sanctions"),
        ended=True,
        stance=stance,
        when=time,
    )
    return reading(report("lifted", text, published=day), made)


def _imposed(when: datetime | None = None) -> Reading:
    text = "Orvane imposed sanctions on Dalia Renko."
    time = When(span=at(text, "Orvane"), period=Period(earliest=when, latest=when)) if when else None
    made = fact(text, "measure", text[7:-1], object=party("Dalia Renko"), trigger=at(text, "sanctions"), when=time)
    return reading(report("imposed", text, published="2031-05-02"), made)


def test_an_offer_to_lift_a_measure_leaves_it_as_it_is() -> None:
    assert _kinds(_imposed(), _lifted("2031-06-02", "planned")) == set()
    assert _kinds(_imposed(), _lifted("2031-06-02", "asserted")) == {"updates", "updated by"}


def test_what_began_on_one_day_is_over_on_a_later_one_and_not_on_one_before() -> None:
    began, over = datetime(2031, 5, 1, tzinfo=UTC), datetime(2031, 6, 1, tzinfo=UTC)
    assert _kinds(_imposed(began), _lifted("2031-06-02", "asserted", over)) == {"updates", "updated by"}
    assert _kinds(_imposed(over), _lifted("2031-06-02", "asserted", began)) == set()


def test_a_sum_that_is_only_proposed_updates_none() -> None:
    def reward(name: str, text: str, amount: float, stance: str, day: str) -> Reading:
        made = fact(
            text, "measure", text[:-1], object=party("Dalia Renko"), amount=amount, stance=stance, trigger=at(text, "reward")
        )
        return reading(report(name, text, published=day), made)

    first = reward("one", "A reward of 2 million for Dalia Renko.", 2e6, "asserted", "2031-05-02")
    text = "To raise the reward to 5 million for Dalia Renko."
    assert _kinds(first, reward("two", text, 5e6, "planned", "2031-06-02")) == set()
    assert _kinds(first, reward("two", text, 5e6, "asserted", "2031-06-02")) == {"updates", "updated by"}
