"""Whom words are about: weighed among all whom they name or take up, once it is known who that is."""

from __future__ import annotations

import pytest

from retold.find.findings import findings
from retold.model import Fact, Party, Report, Span
from retold.resolve.reading import reading
from retold.resolve.spoken_of import Candidate, worth
from retold.tables import table


def statement(text: str) -> Fact:
    """Return the one statement of a text."""
    (found,) = findings([Report(name="made-up.txt", text=text, digest="", body=(Span(0, len(text)),), language="en")])
    (fact,) = (f for f in reading(found).facts if f.kind == "statement")
    return fact


HOLM = "Ada Holm runs the Varn ferry company. "


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (f"{HOLM}Ivo Lenk said Holm had saved the harbour of Oster.", "Ada Holm"),
        (f'{HOLM}"She should go back to Oster," Ivo Lenk said.', "Ada Holm"),
        ("Ada Holm spoke after the vote. She said the loss had hurt her.", None),
        ("Ivo Lenk said prices had fallen for years.", None),
    ],
)
def test_words_are_about_whom_they_name_or_take_up(text: str, about: str | None) -> None:
    found = statement(text)
    assert (found.object.name if found.object else None) == about


def test_whom_a_promise_is_made_to_is_left_as_its_verb_has_it() -> None:
    promise = statement("Ada Holm promised to repay the ferrymen by June.")
    assert promise.stance == "planned" and promise.object is not None and "ferrymen" in promise.object.described


def test_of_himself_nobody_is_said_to_speak() -> None:
    own = statement('Ivo Lenk spoke. "I was happy in the old town hall," said Lenk.')
    assert own.subject is not None and own.subject.name == "Ivo Lenk" and own.object is None


def test_evidence_adds_up_and_what_no_weight_knows_counts_nothing() -> None:
    candidate = Candidate(party=Party(described="Holm"), evidence={"within": 2.0, "never heard of": 9.0})
    assert worth(candidate, {"within": 1.5}) == 3.0


def test_nobody_is_ever_a_candidate_with_weights_of_its_own() -> None:
    weights = table("retold.resolve", "spoken_of.toml")["weights"]
    assert {"nobody", "chosen", "within"} <= set(weights) and all(isinstance(each, float) for each in weights.values())
