"""What a person ruled governs, whatever names and scores say, and goes on governing when reports are added."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Actor, Chain, Mention, Passage, Reading, Report, Ruling, Span, Verdict
from retold.resolve.actors.across import actors
from retold.resolve.actors.ruled import force, mention_at, verdicts

SPAN = Span(0, 4)


def reading(name: str, who: str, before: str = "", words: str = "Name") -> Reading:
    span = Span(len(before), len(before) + len(words))
    mention = Mention(span=span, head=span, kind="person", form="name", sentence=0, grammar="subject", chain="c1", name=who)
    report = Report(name=name, text=f"{before}{words} spoke.", digest="", body=())
    return Reading(report=report, mentions=(mention,), chains=(Chain(id="c1", kind="person", name=who),))


def ruling(number: int, verdict: Verdict, one: str, other: str) -> Ruling:
    at = Passage(report=one, span=SPAN), Passage(report=other, span=SPAN)
    return Ruling(id=number, verdict=verdict, one=at[0], other=at[1], words=("Name", "Name"), reason="seen in person")


def parted(found: tuple[Actor, ...]) -> list[set[str]]:
    return sorted(({m.report for m in actor.members} for actor in found), key=sorted)


ANNA, ANJA, SAME = reading("a", "Anna Kolreuter"), reading("b", "Wilma Dorsch"), reading("c", "Anna Kolreuter")


def test_a_ruling_joins_what_no_name_joins_and_says_why() -> None:
    (actor,) = actors([ANNA, ANJA], [ruling(1, "same", "a", "b")])
    assert parted((actor,)) == [{"a", "b"}]
    assert {m.report: (m.score, m.reason) for m in actor.members}["b"] == (1.0, "the same by ruling 1: seen in person")


def test_a_ruling_parts_two_of_one_name_and_their_ids() -> None:
    found = actors([ANNA, SAME], [ruling(1, "different", "a", "c")])
    assert parted(found) == [{"a"}, {"c"}]
    assert len({actor.id for actor in found}) == 2


def test_what_was_ruled_on_whom_is_told_and_of_nobody_else() -> None:
    rulings = [ruling(1, "different", "a", "c"), ruling(2, "same", "b", "a")]
    readings = [ANNA, ANJA, SAME, reading("d", "Otto Brenn")]
    found = actors(readings, rulings)
    told = {
        frozenset(m.report for m in a.members): set(said) for a in found if (said := verdicts(found, rulings, readings).get(a.id))
    }
    assert told == {frozenset("ab"): {"same", "different"}, frozenset("c"): {"different"}}
    assert verdicts(found, (), readings) == {}


def test_what_a_ruling_tied_goes_along_and_the_rest_stays() -> None:
    more = reading("d", "Anna Kolreuter")
    rulings = [ruling(1, "same", "c", "b"), ruling(2, "different", "a", "c")]
    assert parted(actors([ANNA, ANJA, SAME, more], rulings)) == [{"a", "d"}, {"b", "c"}]


def test_a_split_breaks_no_ruling_that_can_hold_whichever_place_comes_first() -> None:
    tied = [ruling(1, "same", "a", "b"), ruling(2, "same", "c", "b")]
    assert parted(actors([ANNA, ANJA, SAME], [*tied, ruling(3, "different", "a", "b")])) == [{"a"}, {"b", "c"}]
    assert parted(actors([ANNA, ANJA, SAME], [*tied, ruling(3, "different", "b", "a")])) == [{"a"}, {"b", "c"}]


def test_where_a_report_has_changed_the_words_are_meant_not_the_place() -> None:
    rulings = [ruling(1, "same", "a", "b")]
    moved = reading("a", "Anna Kolreuter", before="Wilma Holm met her. ")
    assert parted(actors([moved, ANJA], rulings)) == [{"a", "b"}]
    gone = reading("a", "Anna Kolreuter", words="Oduin")
    assert parted(actors([gone, ANJA], rulings)) == [{"a"}, {"b"}]
    assert force(rulings, [gone, ANJA]).waiting == {1}


def test_the_later_ruling_goes_over_the_earlier() -> None:
    rulings = [ruling(1, "same", "a", "b"), ruling(2, "different", "a", "b")]
    assert parted(actors([ANNA, ANJA], rulings)) == [{"a"}, {"b"}]
    assert parted(actors([ANNA, ANJA], [*rulings, ruling(3, "same", "b", "a")])) == [{"a", "b"}]


def test_a_report_that_is_gone_rules_nothing() -> None:
    assert parted(actors([ANNA, ANJA], [ruling(1, "same", "a", "gone")])) == [{"a"}, {"b"}]


def test_who_stands_within_a_place_is_meant_by_his_name_and_not_by_the_word_for_whose_he_is() -> None:
    told = reading("a", "Anna Kolreuter", before="His wife ")
    owner = replace(told.mentions[0], span=Span(0, 3), head=Span(0, 3), form="pronoun", chain="c2")
    both = replace(told, mentions=(owner, *told.mentions))
    found = mention_at(Passage(report="a", span=Span(0, 13)), both)
    assert found is not None and found.chain == "c1"
    at_owner = mention_at(Passage(report="a", span=Span(1, 3)), both)
    assert at_owner is owner
