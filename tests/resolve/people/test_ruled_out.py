"""Whom the words around a pronoun, a surname or "the agency" rule out or settle."""

from __future__ import annotations

import re

import pytest

from retold.model import Attribution, Span
from tests.resolve.people.test_within import chains


def told(text: str, source: str, cue: str, content: str, number: int = 1, **more: Span) -> Attribution:
    """Return words in quotation marks as somebody's."""
    spans = [Span(at, at + len(words)) for words in (source, cue, content) for at in (text.index(words),)]
    return Attribution(id=f"a{number}", source=spans[:1], cue=spans[1:2], content=spans[2:], quoted=True, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Tomas Veldran voted. In his first speech, Ivo Sund attacked the bank.", "his", "Ivo Sund"),
        ("Tomas Veldran voted. Discussing her plan on Friday, Maria Sole smiled.", "her", "Maria Sole"),
        ("Tomas Veldran voted. Asked whether he would run, Ivo Sund smiled.", "he", "Ivo Sund"),
        # the subject is a pronoun: it goes on about the one before
        ("Tomas Veldran voted. In his first speech, he named Ivo Sund.", "his", "Tomas Veldran"),
        # an apposition, no clause in front
        ("Tomas Veldran voted. His brother, Ivo Sund, smiled.", "His", "Tomas Veldran"),
    ],
)
def test_a_pronoun_in_front_of_the_subject_is_the_subject(text: str, pronoun: str, name: str) -> None:
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^ ][^.]*\.", text))
    assert pronoun in chains(text, sentences=sentences)[name]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Maria Sole runs the port. Robin Ast, a broker who was once her business partner, was charged.", "her", "Maria Sole"),
        ("Tomas Veldran runs the port. Ivo Sund is also his lawyer.", "his", "Tomas Veldran"),
        ("Tomas Veldran runs the port. Ivo Sund, an aide of Paul Merz, was his lawyer.", "his", "Paul Merz"),
        # what he is himself, and what he has
        ("Tomas Veldran runs the port. Ivo Sund was his own lawyer.", "his", "Ivo Sund"),
        ("Tomas Veldran runs the port. Ivo Sund, who sold his house, left.", "his", "Ivo Sund"),
    ],
)
def test_who_is_told_to_be_somebodys_partner_is_not_that_somebody(text: str, pronoun: str, name: str) -> None:
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^ ][^.]*\.", text))
    assert pronoun in chains(text, sentences=sentences)[name]


def test_he_in_somebodys_quotation_is_somebody_else() -> None:
    text = "Tomas Veldran resigned. Ivo Sund was glad. \u201cHe was a poor mayor,\u201d Ivo Sund told reporters."
    rows = chains(text, attributions=(told(text, "Ivo Sund told"[:8], "told", "He was a poor mayor"),))
    assert "He" in rows["Tomas Veldran"]


def test_he_in_a_quotation_is_rather_whom_the_report_is_about() -> None:
    about = "Tomas Veldran resigned. " + "Veldran left Varn on Monday. " * 9
    text = about + "Ivo Sund smiled. Ivo Sund sat. \u201cHe was a poor mayor,\u201d Maria Sole said."
    rows = chains(text, attributions=(told(text, "Maria Sole", "said", "He was a poor mayor"),))
    assert "He" in rows["Tomas Veldran"]


def test_she_in_reported_words_is_rather_who_says_them() -> None:
    text = "To Jane Dorn, and to Jane Dorn alone, Maria Sole said she would resign."
    content = text.index("she would")
    source = text.index("Maria Sole")
    spans = {"source": (Span(source, source + 10),), "cue": (), "content": (Span(content, len(text) - 1),)}
    assert "she" in chains(text, attributions=(Attribution(id="a1", **spans),))["Maria Sole"]  # type: ignore[arg-type]


def test_you_is_who_is_asked_in_a_whole_line_that_ends_in_a_question() -> None:
    answers = "I wrote. I read. I slept. I sang. I left.\n"
    text = f"An interview with Tomas Veldran.\nYou sailed for years. Why?\n{answers}You went home.\n"
    assert chains(text)["Tomas Veldran"].count("You") == 1


def test_he_beside_i_is_not_who_says_i() -> None:
    text = "Tomas Veldran spoke. \u201cI met Ivo Sund there. I asked, and he left,\u201d Veldran said."
    assert "he" in chains(text)["Ivo Sund"]


def test_you_in_a_quotation_is_whom_it_is_told() -> None:
    text = "\u201cYou lied to us,\u201d Maria Sole told Ivo Sund. Tomas Veldran left."
    rows = chains(text, attributions=(told(text, "Maria Sole", "told", "You lied to us"),))
    assert "You" in rows["Ivo Sund"]


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        ("Paul Merz, a judge, met Clara Merz, a senator. It rained. Senator Merz smiled.", "Senator Merz", "Clara Merz"),
        ("Mr. Paul Merz met Mrs. Clara Merz. Merz voted. He left at once.", "Merz", "Paul Merz"),
        ("Mr. Paul Merz met Mrs. Clara Merz. Merz voted. She left at once.", "Merz", "Clara Merz"),
    ],
)
def test_whose_a_surname_of_two_is_an_apposition_or_the_next_pronoun_tells(text: str, surname: str, name: str) -> None:
    assert surname in chains(text)[name]


def test_a_surname_after_somebodys_kin_is_not_the_kins() -> None:
    rows = chains("Clara Merz is an architect. Her father, Paul Merz, was a dyer in Varn. Merz went to school in Selm.")
    assert "Merz" in rows["Clara Merz"]


def test_who_spoke_before_by_his_post_speaks_on() -> None:
    text = "President Paul Merz came for his wife Clara Merz. The president said it rained. \u201cSo it did,\u201d Merz said."
    said = [
        told(text, "The president", "said", "it rained"),
        told(text, "Merz said"[:4], "Merz said", "So it did", number=2),
    ]
    last = text.index("Merz said")
    said[1] = Attribution(id="a2", source=(Span(last, last + 4),), cue=(), content=said[1].content, quoted=True)
    assert "Merz" in chains(text, attributions=tuple(said))["Paul Merz"]


def test_a_child_named_after_her_father_is_not_he() -> None:
    rows = chains("Tarn Lo Ada Mei leads the party. The daughter of Tarn Lo, she lives in Varn. Tarn Lo led the army.")
    assert rows["Tarn Lo"].count("Tarn Lo") == 2
    assert "Tarn Lo" not in rows["Tarn Lo Ada Mei"]


def test_the_agency_is_not_the_one_behind_a_body_that_may_be_one() -> None:
    text = "The Harbour Inspection Office filed a report. Coast Security Investigations was concerned. The agency left."
    assert "The agency" not in chains(text)["Harbour Inspection Office"]
    assert "The agency" in chains("The Harbour Inspection Office filed a report. The agency left.")["Harbour Inspection Office"]


def test_a_president_of_one_country_is_no_president_of_another() -> None:
    rows = chains("French President Luc Darel met ministers. The U.S. president was glad.")
    assert "The U.S. president" not in rows["Luc Darel"]


def test_the_letter_of_a_party_with_a_seat_is_nobody() -> None:
    assert set(chains("Maria Sole (D-Selby) met Jim Tarn (R-S.C.) in the port.")) <= {"Maria Sole", "Jim Tarn", "port"}
