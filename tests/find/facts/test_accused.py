"""What somebody says of another's wrong is an accusation of the one who did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Ivo Lenk said Ana Brod caused many deaths.", "Ana Brod"),
        ("The lawsuit contends that the deaths were directly caused by the negligent actions of Ana Brod.", "Ana Brod"),
        ("The lawsuit also alleges defamation by Ana Brod over her public statements.", "Ana Brod"),
        ("The children believed the manager was trying to spread negative stories about Ana Brod.", "the manager"),
        ("Ivo Lenk said Ana Brod was part of the effort to discredit these women.", "Ana Brod"),
        ("He holds Ana Brod responsible for the deaths of the guards.", "Ana Brod"),
        ("The inspectors issued a report that cited the ministry for security lapses.", "the ministry"),
    ],
)
def test_the_one_who_did_it_is_accused(found: Finder, text: str, accused: str) -> None:
    facts = [f for f in found(text) if f.kind in ("allegation", "statement")]
    assert [(f.kind, f.stance, f.object and f.object.described) for f in facts] == [("allegation", "alleged", accused)]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lenk said Ana Brod was part of the effort to build a school.",
        "Ivo Lenk said Ana Brod is responsible for the higher turnout.",
        "She will spend the winter plotting a strategy with advisers.",
        "Ivo Lenk said the storm caused many delays.",
        "Ivo Lenk said Ana Brod had attacked the plan.",
    ],
)
def test_no_wrong_accuses_nobody(found: Finder, text: str) -> None:
    assert not found(text, "allegation")


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Ana Brod said that hackers have targeted the registry.", "hackers"),
        ("The panel found the mayor was in breach of the treaty.", "the mayor"),
        ("Ivo Lenk said Ana Brod had personally attacked his wife.", "Ana Brod"),
        ("The truth, Ivo Lenk said then, was that Ana Brod had personally attacked his wife and his father.", "Ana Brod"),
        ("Ivo Lenk said Ana Brod had squeezed the clerks to the breaking point.", "Ana Brod"),
        ("Ivo Lenk claims that Ana Brod had a conflict of interest in the sale.", "Ana Brod"),
        ("The tenants said the clerks testified falsely in the case.", "the clerks"),
        ('"The witnesses misrepresented the purpose of the dam," Ana Brod said.', "The witnesses"),
        ("Ivo Lenk said that Ana Brod played a large role in hiding the letters.", "Ana Brod"),
        ("Morland has often claimed that Orvand was undermining efforts at peace.", "Orvand"),
        ("Ana Brod labelled the guild a fraud.", "the guild"),
    ],
)
def test_what_wrongdoers_did_a_breach_and_harm_to_people_are_accusations(found: Finder, text: str, accused: str) -> None:
    (fact,) = found(text, "allegation")
    assert fact.object is not None
    assert (fact.object.name or fact.object.described) == accused
    assert fact.stance == "alleged"


def test_who_condemns_accuses_not_who_reports_it(found: Finder) -> None:
    facts = found("There was a major vote condemning Brazil for human rights abuses, Ana Brod said.", "allegation")
    assert all(f.subject is None or f.subject.described != "Ana Brod" for f in facts)


def test_something_is_blamed_on_whom_stands_behind_on(found: Finder) -> None:
    (fact,) = found("Authorities blame a big fire that hit a mill in Varn on the Lorn Gang.", "allegation")
    assert fact.object is not None
    assert fact.object.described == "the Lorn Gang"


def test_to_call_somebody_unfaithful_accuses(found: Finder) -> None:
    text = "Ana Brod wrote: “In the last years of my marriage, Ivo Lenk was unfaithful to me.”"
    assert [f.kind for f in found(text)] == ["allegation"]


@pytest.mark.parametrize(
    "text",
    ["Ivo Lenk has pocketed four of the last nine races.", "Ana Brod pleaded guilty to a charge of mishandling letters."],
)
def test_a_win_and_a_plea_accuse_nobody(found: Finder, text: str) -> None:
    assert not found(text, "allegation")


def test_who_pockets_money_does_wrong(found: Finder) -> None:
    assert found("Mara Quist said Ivo Lenk pocketed the money.", "allegation")


def test_who_calls_somebody_a_crook_is_the_accuser(found: Finder) -> None:
    (fact,) = found("Ana Brod said Ivo Lenk is a crook.", "allegation")
    assert fact.subject is not None
    assert (fact.subject.described, fact.object and fact.object.described) == ("Ana Brod", "Ivo Lenk")


def test_the_report_itself_is_no_accuser(found: Finder) -> None:
    (fact,) = found("Ana Brod, a crook, left Varn.", "allegation")
    assert fact.subject is None


def test_nobody_accuses_himself_of_what_he_believes(found: Finder) -> None:
    assert not found("He survived what many sailors believed to be a ferry killer.", "allegation")
