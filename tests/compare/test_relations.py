"""Relations: a later sum updates, a second holder succeeds, a denial points at what it denies; nothing is overwritten."""

from __future__ import annotations

from typing import Any

from retold.compare.claims import claims
from retold.model import Claim, Fact, Reading, Span
from tests.compare.build import actors, alone, fact, party, reading, report
from tests.work import grows_in_proportion


def _claims(*made: Reading) -> tuple[Claim, ...]:
    return claims(made, actors(*made), alone(*made))


def _kinds(claim: Claim) -> list[str]:
    return [r.kind for r in claim.relations]


def test_another_sum_for_the_same_measure_is_an_update_of_it() -> None:
    text = "Orvane offered a reward of 2 million for Brask. It was raised to 5 million for Brask."
    made = reading(
        report("one", text),
        fact(text, "measure", "offered a reward of 2 million", subject=party("Orvane"), object=party("Brask"), amount=2e6),
        fact(text, "measure", "raised to 5 million", subject=party("Orvane"), object=party("Brask"), amount=5e6),
    )
    first, second = sorted(_claims(made), key=lambda c: c.mentions[0].span)
    assert _kinds(first) == ["updated by"]
    assert _kinds(second) == ["updates"]
    assert "2,000,000" in second.relations[0].reason


def test_a_sum_of_another_act_against_the_same_party_updates_nothing() -> None:
    text = "Orvane fined Brask 2 million. Orvane offered a reward of 5 million for Brask."
    made = reading(
        report("one", text),
        fact(
            text,
            "measure",
            "fined Brask 2 million",
            pattern="measure/fine",
            subject=party("Orvane"),
            object=party("Brask"),
            amount=2e6,
        ),
        fact(
            text,
            "measure",
            "offered a reward of 5 million",
            pattern="measure/reward",
            subject=party("Orvane"),
            object=party("Brask"),
            amount=5e6,
        ),
    )
    assert [_kinds(c) for c in _claims(made)] == [[], []]


def _holder(name: str, published: str | None, person: str) -> Reading:
    text = f"{person} is interior minister of Orvane."
    made = fact(
        text,
        "office",
        f"{person} is interior minister",
        subject=party(person),
        object=party("Orvane"),
        detail="interior minister",
    )
    return reading(report(name, text, published=published), made)


def test_a_second_holder_of_a_post_at_a_later_time_is_a_change_of_holder() -> None:
    found = _claims(_holder("old", "2031-05-02", "Brask"), _holder("new", "2033-01-09", "Renko"))
    kinds = {c.subject: _kinds(c) for c in found}
    assert kinds == {"Brask": ["earlier holder than"], "Renko": ["later holder than"]}


def test_where_no_time_is_known_who_held_a_post_when_is_not_established() -> None:
    found = _claims(_holder("one", None, "Brask"), _holder("two", None, "Renko"))
    assert {k for c in found for k in _kinds(c)} == {"not established"}


def test_a_denial_in_the_same_sentence_denies_the_allegation() -> None:
    text = "Brask is accused of running a smuggling ring, which Brask denies."
    made = reading(
        report("one", text),
        fact(text, "allegation", "accused of running a smuggling ring", object=party("Brask"), stance="alleged"),
        fact(text, "statement", "Brask denies", subject=party("Brask"), stance="denied"),
    )
    accused = next(c for c in _claims(made) if c.kind == "allegation")
    assert accused.denied_by == ("Brask",)


def test_the_accused_denies_the_accusation_not_the_sanctions() -> None:
    text = "Orvane sanctioned Brask, whom it accused of smuggling, which Brask denies."
    made = reading(
        report("one", text),
        fact(text, "measure", "Orvane sanctioned Brask", subject=party("Orvane"), object=party("Brask")),
        fact(text, "allegation", "accused of smuggling", subject=party("Orvane"), object=party("Brask"), stance="alleged"),
        fact(text, "statement", "Brask denies", subject=party("Brask"), stance="denied"),
    )
    denied = {c.kind: c.denied_by for c in _claims(made)}
    assert denied["allegation"] == ("Brask",)
    assert denied["measure"] == ()


def test_many_denials_of_many_charges_take_no_more_than_linear_time() -> None:
    given = {times: _denied(times) for times in (30, 120, 240)}
    assert grows_in_proportion(lambda times: _claims(given[times]), 120, slack=1.2)


def _denied(times: int) -> Reading:
    text = "Brask is accused of smuggling. Brask denies it. " * times
    facts = [
        each
        for n in range(times)
        for each in (
            _placed("allegation", n * 48, 29, object=party("Brask"), stance="alleged", detail=f"smuggling {n:05}"),
            _placed("statement", n * 48 + 31, 15, subject=party("Brask"), stance="denied", detail=f"nothing {n:05}"),
        )
    ]
    return reading(report("one", text), *facts)


def _placed(kind: str, start: int, length: int, **more: Any) -> Fact:
    span = Span(start, start + length)
    return Fact(id=f"{kind}-{start}", kind=kind, span=span, trigger=Span(start, start + 5), pattern=kind, **more)
