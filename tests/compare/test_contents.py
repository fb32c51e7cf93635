"""What is attributed and no typed fact states is a claim of its speaker; what a fact states is not told twice."""

from __future__ import annotations

from dataclasses import replace

from retold.compare.claims import claims
from retold.model import Attribution, Reading, Speaker
from tests.compare.build import actors, alone, at, fact, party, reading, report

TEXT = "The harbour is full of old ships and rusting cranes, Dalia Renko said."
OTHER = "Renko said that rusting cranes and old ships fill the harbour."


def _said(name: str, text: str, content: str, **more: object) -> Reading:
    speaker = Speaker(kind="person", name="Renko", chain="Renko")
    made = Attribution(id="a1", source=(), cue=(at(text, "said"),), content=(at(text, content),), speaker=speaker)
    who = fact(text, "rank", "Renko", subject=party("Renko"))  # a chain for the speaker
    return reading(report(name, text), who, attributions=(replace(made, **more),))  # type: ignore[arg-type]


def test_one_speakers_content_in_two_reports_is_one_claim() -> None:
    one = _said("one", TEXT, "The harbour is full of old ships and rusting cranes")
    two = _said("two", OTHER, "rusting cranes and old ships fill the harbour")
    (found,) = (c for c in claims([one, two], actors(one, two), alone(one, two)) if c.kind == "statement")
    assert [(m.fact, m.attribution) for m in found.mentions] == [(None, "a1"), (None, "a1")]
    assert found.asserted_by == ("Renko",)


def test_what_a_fact_states_is_no_claim_beside_it() -> None:
    made = _said("one", TEXT, "The harbour is full of old ships and rusting cranes")
    stated = fact(TEXT, "control", "The harbour is full of old ships", subject=party("Renko"))
    both = replace(made, facts=(*made.facts, stated))
    assert not [c for c in claims([both], actors(both), alone(both)) if c.kind == "statement"]


def test_a_question_states_nothing() -> None:
    made = _said("one", TEXT, "The harbour is full of old ships and rusting cranes", stance="asked")
    assert not [c for c in claims([made], actors(made), alone(made)) if c.kind == "statement"]


def test_one_speaker_of_two_matters_makes_two_claims_in_reports_of_different_origin() -> None:
    content = "rusting cranes and old ships fill the harbour"
    one = _said("one", f"Renko said that {content}.", content)
    other = "rusting cranes will be sold to a scrap dealer in Tarn before winter"
    two = _said("two", f"Renko said that {other}.", other)
    statements = [c for c in claims([one, two], actors(one, two), alone(one, two)) if c.kind == "statement"]
    assert [c.reports for c in statements] == [1, 1]


def test_what_an_act_of_speech_adds_belongs_to_the_fact_of_the_act() -> None:
    """In "a court charged him with ..." the charge is the fact."""
    text = "Renko charged the guild with filling the harbour with rusting cranes and old ships."
    said = _said("one", text.replace("charged", "said"), "filling the harbour with rusting cranes and old ships")
    cue = at(text.replace("charged", "said"), "said")
    act = replace(fact(said.report.text, "measure", "said", subject=party("Renko")), trigger=cue)
    both = replace(said, facts=(*said.facts, act))
    assert [c.kind for c in claims([said], actors(said), alone(said))].count("statement") == 1
    assert not [c for c in claims([both], actors(both), alone(both)) if c.kind == "statement"]
