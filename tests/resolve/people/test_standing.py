"""What speaks for a person as the one whom "he" or "she" means, beside his single mentions."""

from __future__ import annotations

import re

from retold.model import Span
from tests.resolve.people.test_within import chains


def told(text: str) -> dict[str, list[str]]:
    """The words of each chain, the sentences of the text cut at full stops."""
    return chains(text, sentences=tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^ \n][^.\n]*\.", text)))


REPORT = "The port of Varn reopened on Monday. Rain fell. Ships came. Fog rose. "


def test_he_is_rather_somebody_of_the_same_paragraph() -> None:
    parted = REPORT + "Tomas Veldran met Ivo Sund.\nOn Friday the council praised Ivo Sund. He smiled."
    assert "He" in told(parted)["Ivo Sund"]
    across = (
        REPORT + "Ivo Sund came to the hall, and the council praised Tomas Veldran.\nOn Friday the clerk saw Ivo Sund. He smiled."
    )
    assert "He" in told(across)["Ivo Sund"]


def test_he_is_rather_whom_the_report_is_about_than_the_nearest_subject() -> None:
    about = "Tomas Veldran resigned. " + "Veldran left Varn on Monday. " * 6
    text = about + "Ivo Sund praised Veldran. He had run the port for years."
    assert "He" in told(text)["Tomas Veldran"]


def test_who_is_often_named_elsewhere_is_not_meant_where_he_was_not_named_lately() -> None:
    about = "Tomas Veldran resigned. " + "Veldran left Varn on Monday. " * 6
    text = about + "\nThe port of Varn reopened. Rain fell. Ivo Sund sang. He was glad."
    assert "He" in told(text)["Ivo Sund"]


def test_her_house_is_rather_hers_who_sells_it() -> None:
    text = "Maria Sole resigned. Sole left Varn. Jane Dorn sold her house."
    assert "her" in told(text)["Jane Dorn"]


def test_a_regime_that_is_called_after_somebody_does_not_name_him() -> None:
    text = (
        "Tomas Veldran resigned. Veldran left Varn. Rain fell. Ivo Sund praised the clerk. "
        "Officials spoke of the Veldran regime and praised him."
    )
    assert "him" in told(text)["Ivo Sund"]


def test_the_nominee_is_rather_whom_the_report_is_about_than_the_one_who_has_a_campaign() -> None:
    text = (
        "Tomas Veldran won the vote in Varn. " + "Veldran thanked the town. " * 3 + "Ivo Sund's campaign sent a letter to Varn. "
        "The letter scolds the nominee."
    )
    assert "the nominee" in told(text)["Tomas Veldran"]


def test_a_post_that_somebody_is_after_is_nobody() -> None:
    rows = told("President Tomas Veldran spoke in Varn. Rain fell. Ivo Sund entered the race for president on Monday.")
    assert "president" not in rows["Tomas Veldran"]
