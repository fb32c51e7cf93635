"""How claims of one matter stand to each other: so and not so, planned and done, held and over, an act and what came of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from retold.compare.claims import claims
from retold.model import Claim, Period, Reading, Span, When
from tests.compare.build import actors, alone, at, fact, family, party, reading, report, said

CHARGED = "Orvane charged Brask with smuggling."
NOT = "Orvane has not charged Brask with smuggling, Renko said."


def _made(name: str, text: str, words: str, *, published: str | None = None, **more: Any) -> Reading:
    more.setdefault("pattern", "measure/charge")
    trigger = more.pop("by", "charged")
    kind = more.pop("kind", "measure")
    source = more.pop("speaker", None)
    made = fact(
        text,
        kind,
        words,
        subject=more.pop("subject", party("Orvane")),
        object=party("Brask"),
        trigger=at(text, trigger),
        attribution="a1" if source else None,
        **more,
    )
    voices = (said(text, "a1", "said", kind="person", name=source),) if source else ()
    return reading(report(name, text, published=published, outlet=name.title()), made, attributions=voices)


def _between(one: Reading, two: Reading) -> tuple[set[str], tuple[Claim, ...]]:
    found = claims([one, two], actors(one, two), alone(one, two))
    return {r.kind for c in found for r in c.relations}, found


def test_what_is_so_and_what_is_not_so_is_not_one_claim() -> None:
    kinds, found = _between(
        _made("one", CHARGED, "Orvane charged Brask", published="2031-05-02"),
        _made("two", NOT, "Orvane has not charged Brask", published="2031-05-02", stance="denied", speaker="Renko"),
    )
    assert len(found) == 2
    assert kinds == {"denied by", "denies"}
    assert next(c.denied_by for c in found if c.text.startswith("Orvane charged")) == ("Renko",)


def test_so_and_not_so_on_one_day_in_the_reports_own_words_contradict_each_other() -> None:
    kinds, found = _between(
        _made("one", CHARGED, "Orvane charged Brask", published="2031-05-02"),
        _made("two", NOT, "Orvane has not charged Brask", published="2031-05-02", stance="denied"),
    )
    assert kinds == {"contradicts"}
    relation = found[0].relations[0]
    assert relation.here and relation.there
    assert relation.here.report != relation.there.report


def test_not_yet_so_and_later_so_is_an_update() -> None:
    kinds, _ = _between(
        _made("one", CHARGED, "Orvane charged Brask", published="2031-06-02"),
        _made("two", NOT, "Orvane has not charged Brask", published="2031-05-02", stance="denied"),
    )
    assert kinds == {"updates", "updated by"}


def test_so_and_not_so_of_unknown_days_is_not_established() -> None:
    kinds, _ = _between(
        _made("one", CHARGED, "Orvane charged Brask"),
        _made("two", NOT, "Orvane has not charged Brask", stance="denied"),
    )
    assert kinds == {"not established"}


def test_what_was_planned_and_then_done_is_an_update() -> None:
    plan, deed = "Orvane will charge Brask.", CHARGED
    kinds, found = _between(
        _made("one", plan, "Orvane will charge Brask", published="2031-05-02", stance="planned", by="charge"),
        _made("two", deed, "Orvane charged Brask", published="2031-05-09"),
    )
    assert len(found) == 2
    assert kinds == {"updates", "updated by"}


def test_a_retelling_that_makes_a_deed_of_a_plan_tells_the_same_claim() -> None:
    plan = _made("one", "Orvane will charge Brask.", "Orvane will charge Brask", stance="planned", by="charge")
    deed = _made("two", CHARGED, "Orvane charged Brask")
    (found,) = claims([plan, deed], actors(plan, deed), family(plan, deed))
    assert found.weakest and found.strongest
    assert found.mentions[found.weakest.mention].stance == "planned"
    assert found.mentions[found.strongest.mention].stance == "asserted"


def test_a_sanction_in_force_and_then_lifted_is_an_update() -> None:
    lifted = "Orvane lifted its sanctions on Brask."
    kinds, _ = _between(
        _made(
            "one",
            "Orvane imposed sanctions on Brask.",
            "Orvane imposed sanctions on Brask",
            by="sanctions",
            published="2031-05-02",
        ),
        _made("two", lifted, "Orvane lifted its sanctions on Brask", by="sanctions", ended=True, published="2032-05-02"),
    )
    assert kinds == {"updates", "updated by"}


def test_a_release_is_not_the_arrest_but_what_came_of_it() -> None:
    kinds, found = _between(
        _made(
            "one",
            "Orvane arrested Brask.",
            "Orvane arrested Brask",
            by="arrested",
            pattern="measure/arrests",
            published="2031-05-02",
        ),
        _made(
            "two",
            "Orvane released Brask.",
            "Orvane released Brask",
            by="released",
            pattern="measure/arrests",
            published="2031-05-09",
        ),
    )
    assert len(found) == 2
    assert kinds == {"updates", "updated by"}


def test_an_arrest_and_a_detention_are_one_act() -> None:
    _, found = _between(
        _made("one", "Orvane arrested Brask.", "Orvane arrested Brask", by="arrested", pattern="measure/arrest"),
        _made(
            "two",
            "The detention of Brask by Orvane.",
            "The detention of Brask by Orvane",
            by="detention",
            pattern="measure/arrests",
        ),
    )
    assert [c.reports for c in found] == [2]


def test_dealings_told_by_two_origins_in_one_week_support_each_other() -> None:
    one, two = (
        _made(
            n, f"Orvane met Brask {w}.", f"Orvane met Brask {w}", by="met", kind="contact", pattern="contact/meet", published=day
        )
        for n, w, day in (("one", "over fishing rights", "2031-05-02"), ("two", "at the old customs house", "2031-05-04"))
    )
    assert _between(one, two)[0] == {"corroborates"}
    kin = claims([one, two], actors(one, two), family(one, two))
    assert not any(c.relations for c in kin)


def test_retellings_that_put_one_event_on_two_days_contradict_each_other() -> None:
    def on(name: str, day: int) -> Reading:
        text = "Orvane charged Brask with smuggling cigarettes through the port of Sel."
        period = Period(earliest=datetime(2031, 3, day, tzinfo=UTC), latest=datetime(2031, 3, day, 23, 59, 59, tzinfo=UTC))
        return _made(name, text, text, when=When(span=Span(0, 4), period=period))

    one, two = on("one", 3), on("two", 9)
    found = claims([one, two], actors(one, two), family(one, two))
    assert {r.kind for c in found for r in c.relations} == {"contradicts"}
    assert not any(c.relations for c in claims([one, two], actors(one, two), alone(one, two)))


def test_who_asserts_is_told_once_however_the_name_is_written() -> None:
    text = "Orvane charged Brask, said Renko."
    one = _made("one", text, "Orvane charged Brask", speaker="the official")
    two = _made("two", text, "Orvane charged Brask", speaker="The official")
    three = _made("three", CHARGED, "Orvane charged Brask")
    (found,) = claims([one, two, three], actors(one, two, three), family(one, two, three))
    assert found.asserted_by == ("the official", "Three")
    assert found.strongest and found.strongest.reason == "in the report's own voice"


def _fined(name: str, sum_: float, published: str, **more: Any) -> Reading:
    text = "Orvane fined Brask heavily."
    return _made(
        name, text, "Orvane fined Brask heavily", by="fined", pattern="measure/fine", amount=sum_, published=published, **more
    )


def test_two_sums_of_one_fine_are_not_established_unless_one_was_planned() -> None:
    first, second = _fined("one", 28e6, "2031-05-02"), _fined("two", 82e6, "2031-05-09")
    assert _between(first, second)[0] == {"not established"}
    planned = _fined("one", 40e6, "2031-05-02", stance="planned")
    assert _between(planned, second)[0] == {"updates", "updated by"}


def test_two_sums_in_retellings_of_one_original_contradict_each_other() -> None:
    first, second = _fined("one", 28e6, "2031-05-02"), _fined("two", 82e6, "2031-05-09")
    found = claims([first, second], actors(first, second), family(first, second))
    assert {r.kind for c in found for r in c.relations} == {"contradicts"}


def test_a_former_engineer_is_no_later_state_of_an_engineer_of_no_known_body() -> None:
    def engineer(name: str, words: str, published: str, *, ended: bool) -> Reading:
        text = f"{words}, Brask, spoke."
        made = fact(text, "office", f"{words}, Brask", subject=party("Brask"), detail="engineer", ended=ended)
        return reading(report(name, text, published=published), made)

    kinds, _ = _between(
        engineer("one", "An engineer", "2031-05-02", ended=False), engineer("two", "A former engineer", "2031-05-03", ended=True)
    )
    assert kinds == set()
