"""A number that is told instead of another updates whoever told that before."""

from __future__ import annotations

from retold.compare.claims import claims
from retold.model import Party, Reading
from tests.compare.build import actors, alone, fact, reading, report

PAID = "The ministry paid Dask Mining 40 million crowns in May, officials said."
CORRECTED = "The trade ministry paid Dask Mining 52 million crowns, not 40 million, a spokesman said."


def _said(name: str, text: str, day: str, who: str) -> Reading:
    made = fact(text, "statement", text[:-1], subject=Party(described=who), detail=text[:-1])
    return reading(report(name, text, published=day), made)


def _updates(*readings: Reading) -> list[tuple[str, str]]:
    found = claims(readings, actors(*readings), alone(*readings))
    by_id = {c.id: c.mentions[0].report for c in found}
    return [(by_id[c.id], by_id[r.claim]) for c in found for r in c.relations if r.kind == "updates"]


def test_a_later_report_that_says_not_the_number_told_before_updates_it_whosever_word_it_is() -> None:
    one, two = _said("one", PAID, "2021-06-03", "officials"), _said("two", CORRECTED, "2021-06-10", "a spokesman")
    assert _updates(one, two) == [("two", "one")]


def test_a_report_of_an_earlier_day_corrects_nothing() -> None:
    one, two = _said("one", PAID, "2021-06-13", "officials"), _said("two", CORRECTED, "2021-06-10", "a spokesman")
    assert _updates(one, two) == []


def test_another_number_than_the_one_rejected_is_not_updated() -> None:
    other = PAID.replace("40 million", "44 million")
    assert _updates(_said("one", other, "2021-06-03", "officials"), _said("two", CORRECTED, "2021-06-10", "a spokesman")) == []


def test_the_same_number_of_another_matter_is_not_updated() -> None:
    other = "A flood in Port Selm cost farmers 40 million crowns, officials said."
    assert _updates(_said("one", other, "2021-06-03", "officials"), _said("two", CORRECTED, "2021-06-10", "a spokesman")) == []
