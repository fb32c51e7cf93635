"""What one passage is against another: by the claims of both where these meet, else by signs and fitted weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from retold.compare.against import Beside
from retold.compare.against_weighed import weights
from retold.compare.claims import claims
from retold.compare.scales import scales
from retold.model import Fact, Passage, Reading, Span, Telling, Trace
from tests.compare.build import actors, alone, at, fact, family, party, reading, report

CHARGED = "Orvane charged Brask with smuggling cigarettes."


def _held(text: str, name: str, *facts: Fact) -> Reading:
    made = reading(report(name, text, language="en", published="2031-05-02"), *facts)
    return Reading(report=made.report, sentences=(Span(0, len(text)),), chains=made.chains, facts=made.facts)


def _charge(text: str, name: str, words: str, **more: object) -> Reading:
    made = fact(
        text,
        "measure",
        words,
        subject=party("Orvane"),
        object=party("Brask"),
        pattern="measure/charge",
        trigger=at(text, "charge"),
        **more,
    )
    return _held(text, name, made)


def _beside(told: Sequence[Telling], *made: Reading) -> Beside:
    who = tuple(actors(*made))
    return Beside(trace=Trace(readings=made, tellings=tuple(told), actors=who, claims=claims(made, who, told)))


def _whole(made: Reading) -> Passage:
    return Passage(report=made.report.name, span=Span(0, len(made.report.text)))


def test_a_plan_retold_as_a_deed_is_the_same_claim_told_more_strongly() -> None:
    plan = _charge(
        "Orvane will charge Brask with smuggling cigarettes.", "one", "Orvane will charge Brask with smuggling", stance="planned"
    )
    deed = _charge(CHARGED, "two", "Orvane charged Brask with smuggling")
    beside = _beside(family(plan, deed), plan, deed)
    found = beside.against(_whole(plan), _whole(deed))
    assert (found.kind, beside.against(_whole(deed), _whole(plan)).kind) == ("stronger", "weaker")
    assert "planned" in found.reason


def test_so_and_not_so_is_a_contradiction_by_the_claims() -> None:
    so = _charge(CHARGED, "one", "Orvane charged Brask with smuggling")
    not_so = _charge(
        "Orvane did not charge Brask with smuggling.", "two", "Orvane did not charge Brask with smuggling", stance="denied"
    )
    assert _beside(alone(so, not_so), so, not_so).against(_whole(so), _whole(not_so)).kind == "contradicts"


def test_the_same_words_are_the_same_without_any_claim() -> None:
    one, two = (_held("The ferry of Port Sel sank near the old mole with nine people.", n) for n in ("one", "two"))
    found = _beside(alone(one, two), one, two).against(_whole(one), _whole(two))
    assert found.kind == "same"
    assert 0 < found.score <= 1
    assert found.reason


def test_what_nothing_turns_round_is_no_contradiction() -> None:
    one = _held("The ferry of Port Sel sank near the old mole.", "one")
    two = _held("A baker in Tarn won a prize for bread.", "two")
    assert _beside(alone(one, two), one, two).against(_whole(one), _whole(two)).kind != "contradicts"


def test_a_report_that_is_not_held_is_an_error() -> None:
    one = _held(CHARGED, "one")
    with pytest.raises(KeyError):
        _beside(alone(one), one).against(_whole(one), Passage(report="none", span=Span(0, 3)))


def test_every_sign_that_is_told_has_a_weight_and_what_turns_and_changes_is_known() -> None:
    rules, known = scales(), set(weights().usual)
    assert set(rules.turns) | set(rules.changes) <= known
    one = _held("Brask never sold 40 ships, it is unclear why; the ministry denied it.", "one")
    two = _held("Brask may have sold 90 ships, another official said later.", "two")
    assert set(_beside(alone(one, two), one, two).signs(_whole(one), _whole(two))) <= known


def _called(one: str, two: str) -> str:
    a, b = _held(one, "one"), _held(two, "two")
    return _beside(alone(a, b), a, b).against(_whole(a), _whole(b)).kind


def test_a_denial_of_the_same_matter_is_a_contradiction() -> None:
    assert _called("Orvane paid the harbour guild for its silence.", "Orvane never paid the harbour guild; it denied all.") == (
        "contradicts"
    )


def test_a_hedge_makes_a_telling_weaker_and_its_loss_a_stronger_one() -> None:
    plain, hedged = "The ferry of Port Sel sank near the old mole.", "The ferry of Port Sel may have sunk near the old mole."
    assert (_called(plain, hedged), _called(hedged, plain)) == ("weaker", "stronger")


def test_a_curled_apostrophe_negates_too() -> None:
    for words in ("The ferry wasn’t overladen.", "The ferry wasn't overladen."):
        one, two = _held("The ferry was overladen.", "one"), _held(words, "two")
        assert _beside(alone(one, two), one, two).signs(_whole(one), _whole(two))["one negated"] == 1.0


def test_a_year_is_no_number_of_the_matter() -> None:
    one, two = _held("In 2031 the mill made 40 carts.", "one"), _held("In 2033 the mill made 40 carts.", "two")
    found = _beside(alone(one, two), one, two).signs(_whole(one), _whole(two))
    assert found["same number"] == 1.0
    assert "other number" not in found


def test_a_quotation_told_again_is_a_sign_of_one_matter() -> None:
    one = _held('Brask said: "The grey ledger was burnt at noon."', "one")
    two = _held("The grey ledger was burnt at noon, Brask told them.", "two")
    assert _beside(alone(one, two), one, two).signs(_whole(one), _whole(two))["same quotation"] == 1.0


def _signs(one: str, two: str) -> Mapping[str, float]:
    a, b = _held(one, "one"), _held(two, "two")
    return _beside(alone(a, b), a, b).signs(_whole(a), _whole(b))


def test_a_denial_by_any_word_for_one_is_a_sign_and_two_of_them_agree() -> None:
    assert _signs("The guild was paid.", "The ministry disputes the account.")["one denies"] == 1.0
    both = _signs("The ministry denies the account.", "The account is false, the ministry says.")
    assert both["both deny"] == 1.0
    assert "one denies" not in both


def test_what_was_to_come_and_what_was_done_are_told_apart_by_their_order() -> None:
    plan, deed = "The guild plans to close the mill.", "The guild closed the mill."
    assert _signs(plan, deed)["told as done"] == 1.0
    assert _signs(plan, deed)["told as to come"] == -1.0
    assert "told as done" not in _signs(deed, plan)


def test_names_that_one_passage_alone_has_make_it_tell_more() -> None:
    found = _signs("The guild sold the mill.", "The guild sold the mill to Orvane and Brask.")
    assert found["more names"] == 1.0
    assert found["longer list"] > 0


def test_a_negation_and_a_denial_are_two_signs_of_other_words() -> None:
    """One word may not count for both: two turns are what a contradiction needs."""
    words = scales().words
    assert not set(words["negation"]["en"]) & set(words["denial"]["en"])
