"""A passage of a retelling joins the claim that its original's passage states, in another language or without a fact."""

from __future__ import annotations

from retold.compare.claims import claims
from retold.model import Claim, Reading, Span, Telling
from tests.compare.build import actors, at, fact, party, reading, report

ENGLISH = (
    "Orvane fined the shipowner Dalia Renko 40,000 crowns in Port Sel. The harbour was quiet that day.",
    "The harbour was quiet that day.",
)
SPANISH = "Orvane multó en Port Sel a la naviera Dalia Renko con 40.000 coronas. El puerto estaba tranquilo."


def _original() -> Reading:
    text = ENGLISH[0]
    words = "Orvane fined the shipowner Dalia Renko 40,000 crowns in Port Sel"
    made = fact(
        text, "measure", words, subject=party("Orvane"), object=party("Dalia Renko"), trigger=at(text, "fined"), amount=40_000.0
    )
    return _cut(reading(report("one", text, language="en", outlet="Sel Post"), made))


def _cut(made: Reading) -> Reading:
    """The reading with its sentences."""
    text = made.report.text
    end = text.index(". ") + 1
    return Reading(
        report=made.report,
        sentences=(Span(0, end), Span(end + 1, len(text))),
        chains=made.chains,
        facts=made.facts,
        attributions=made.attributions,
    )


def _claim(text: str, language: str, *, kin: bool = True) -> Claim:
    one, two = _original(), _cut(reading(report("two", text, language=language, outlet="Diario")))
    told = [
        Telling(report="one", role="origin", family="f1"),
        Telling(report="two", role="translation", family="f1" if kin else None),
    ]
    (found,) = claims([one, two], actors(one, two), told)
    return found


def test_a_translation_is_among_the_mentions_without_a_fact() -> None:
    found = _claim(SPANISH, "es")
    assert [(m.report, m.fact is None) for m in found.mentions] == [("one", False), ("two", True)]
    assert SPANISH[slice(*found.mentions[1].span)].startswith("Orvane multó")
    assert (found.reports, found.origins) == (2, 1)
    assert "another language" in found.mentions[1].reason


def test_another_sum_is_not_the_same_claim() -> None:
    assert len(_claim(SPANISH.replace("40.000", "90.000"), "es").mentions) == 1


def test_a_passage_that_denies_it_does_not_state_it() -> None:
    assert len(_claim(SPANISH.replace("Orvane multó", "Orvane niega que multó"), "es").mentions) == 1


def test_passages_of_another_family_are_not_looked_at() -> None:
    assert len(_claim(SPANISH, "es", kin=False).mentions) == 1
