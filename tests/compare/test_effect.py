"""What a ruling did: claims are one where they share a mention, whatever their ids; what is told alike is no change."""

from __future__ import annotations

from dataclasses import replace

from retold.compare.effect import effect
from retold.model import Claim, ClaimMention, Relation, Span, Telling, Trace


def _mention(report: str, start: int = 0) -> ClaimMention:
    span = Span(start, start + 5)
    return ClaimMention(report=report, span=span, fact=f"{report}-{start}", stance="asserted", certainty="certain")


def _claim(id_: str, *mentions: ClaimMention, origins: int = 1) -> Claim:
    return Claim(
        id=id_,
        kind="measure",
        text="Orvane charged Brask",
        subject="Orvane",
        object="Brask",
        subject_actor=None,
        object_actor=None,
        period=None,
        mentions=mentions,
        reports=len({m.report for m in mentions}),
        origins=origins,
    )


def test_a_claim_that_goes_by_another_id_stays_the_same() -> None:
    found = effect(Trace(claims=(_claim("a", _mention("one")),)), Trace(claims=(_claim("b", _mention("one")),)))
    assert (found.gone, found.new, found.changed) == ((), (), ())


def test_a_mention_that_moves_to_another_claim_changes_both() -> None:
    before = _claim("a", _mention("one"), _mention("two")), _claim("b", _mention("three"))
    after = _claim("a", _mention("one")), _claim("b", _mention("three"), _mention("two"))
    found = effect(Trace(claims=before), Trace(claims=after))
    assert [(one.id, other.id) for one, other in found.changed] == [("a", "a"), ("b", "b")]
    assert not found.gone and not found.new


def test_a_claim_that_falls_in_two_leaves_one_and_adds_one() -> None:
    whole = _claim("a", _mention("one"), _mention("two"))
    found = effect(Trace(claims=(whole,)), Trace(claims=(_claim("a", _mention("one")), _claim("c", _mention("two")))))
    assert [c.id for c in found.new] == ["c"]
    assert not found.gone


def test_a_claim_that_nobody_states_any_more_is_gone() -> None:
    found = effect(Trace(claims=(_claim("a", _mention("one")),)), Trace())
    assert [c.id for c in found.gone] == ["a"]


def test_ids_and_scores_of_relations_are_no_change_and_their_reasons_are() -> None:
    one = _claim("a", _mention("one"))
    related = [replace(one, relations=(Relation(kind="updates", claim=c, score=s, reason=why),)) for c, s, why in _RELATED]
    assert not effect(Trace(claims=(related[0],)), Trace(claims=(related[1],))).changed
    assert effect(Trace(claims=(related[0],)), Trace(claims=(related[2],))).changed


_RELATED = (("x", 0.5, "later"), ("y", 0.6, "later"), ("x", 0.5, "raised"))


def test_a_report_that_stands_elsewhere_is_moved() -> None:
    alone, told = Telling(report="one", role="independent"), Telling(report="one", role="rewrite", retells="two")
    (moved,) = effect(Trace(tellings=(alone,)), Trace(tellings=(told,))).moved
    assert (moved[0].role, moved[1].role) == ("independent", "rewrite")
    assert not effect(Trace(tellings=(alone,)), Trace(tellings=(alone,))).moved
