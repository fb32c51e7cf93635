"""A word with a hyphen is one name, two names, or nobody's."""

from __future__ import annotations

from tests.find.names.test_mentions import found


def names(text: str) -> list[tuple[str, str]]:
    return [(words, mention.kind) for words, mention in found(text) if mention.form == "name"]


def test_two_whom_the_report_names_elsewhere_are_two_at_a_hyphen() -> None:
    text = "Ada Holm spoke first. Peter Brask spoke last. The Holm-Brask talks lasted two hours."
    assert names(text)[-2:] == [("Holm", "person"), ("Brask", "person")]


def test_a_surname_with_a_hyphen_stays_one() -> None:
    rows = names("Ada Holm-Brask spoke first. Holm-Brask, who is 40, said that Peter Dorn had left.")
    assert ("Ada Holm-Brask", "person") in rows
    assert ("Holm-Brask", "person") in rows


def test_what_stands_only_before_a_noun_is_no_person() -> None:
    rows = names("Ada Holm wants to repeal the Corvin-Taske law. Critics say the Corvin-Taske rules work.")
    assert [words for words, kind in rows if kind == "person"] == ["Ada Holm"]


def test_two_bodies_that_ask_together_are_two() -> None:
    rows = names("Ada Holm leads in a Selm Post-Vale Bay News poll, the Selm Post said.")
    assert ("Selm Post", "body") in rows
    assert not any("-" in words for words, _ in rows)
