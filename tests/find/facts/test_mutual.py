"""Who deals with whom, where both are told together, by a pronoun of the verb before, or as the people of a body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact, Party

Finder = Callable[..., tuple[Fact, ...]]


def told(fact: Fact) -> tuple[str | None, str | None]:
    def words(party: Party | None) -> str | None:
        return party.described if party else None

    return words(fact.subject), words(fact.object)


def test_who_negotiate_a_thing_together_do_not_deal_with_each_other(found: Finder) -> None:
    assert found("Ana Brod and Ivo Lenk are negotiating a loan.", "contact") == ()
    assert [told(f) for f in found("Ana Brod and Ivo Lenk exchanged letters.", "contact")] == [("Ana Brod", "Ivo Lenk")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ana Brod called the clerks and asked them to vote again.", ("Ana Brod", "the clerks")),
        ("Ana Brod is in close touch with Ivo Lenk.", ("Ana Brod", "Ivo Lenk")),
        ("The harbour board is in contact with people from the Brod administration.", None),
        ("A number of researchers sent the board a letter.", ("researchers", "the board")),
        ("The guild's number two is in contact with Orvandi officials.", ("The guild's number two", "Orvandi officials")),
    ],
)
def test_parties_of_a_contact(found: Finder, text: str, parties: tuple[str, str] | None) -> None:
    expected = parties or ("The harbour board", "people from the Brod administration")
    assert [told(f) for f in found(text, "contact")] == [expected]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Vale Mills owns 72 percent of Harbour Freight's shares.", ("Vale Mills", "Harbour Freight")),
        ("Ana Brod is a heavyweight in Varn whose hold on the guard has grown.", ("Ana Brod", "the guard")),
    ],
)
def test_parties_of_control(found: Finder, text: str, parties: tuple[str, str]) -> None:
    assert [told(f) for f in found(text, "control")] == [parties]


def test_a_lawyer_whose_client_did_not_answer_is_still_his_lawyer(found: Finder) -> None:
    assert [f.stance for f in found("Brod's lawyer Ivo Lenk did not return calls.", "tie")] == ["asserted"]
