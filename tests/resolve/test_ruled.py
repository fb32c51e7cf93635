"""What a person ruled on findings and times governs what is made of a reading; taken back, nothing of it is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import (
    Attribution,
    Chain,
    Credit,
    Fact,
    Mention,
    Party,
    Passage,
    Period,
    Reading,
    Report,
    Ruling,
    Span,
    Speaker,
    TimeExpression,
    Verdict,
    What,
    When,
)
from retold.record.references import reading_problems
from retold.resolve.pointed import findings, meant, pointed
from retold.resolve.ruled import retimed, ruled

TEXT = "Nova Wire: On 3 May the harbour court fined Ilse Marrow, the clerk said. Marrow left Selm in June. She was fined before."
DAY = Period(earliest=datetime(2031, 5, 3, tzinfo=UTC), latest=datetime(2031, 5, 3, 23, 59, 59, tzinfo=UTC))
MONTH = Period(earliest=datetime(2030, 5, 1, tzinfo=UTC), latest=None)


def at(words: str, text: str = TEXT, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(words: str, chain: str, *, form: Any = "name", nth: int = 0) -> Mention:
    span = at(words, nth=nth)
    return Mention(span=span, head=span, kind="person", form=form, sentence=0, chain=chain, name="Ilse Marrow")


def fact(number: int, kind: str, words: str, *, who: Span, chain: str = "c1", **more: Any) -> Fact:
    party = Party(described=TEXT[slice(*who)], span=who, chain=chain, name="Ilse Marrow", kind="person")
    more = {"pattern": kind, **more}
    return Fact(id=f"f{number}", kind=kind, span=at(words), trigger=at(words), object=party, **more)


def reading(name: str = "gull.txt") -> Reading:
    said = at("the clerk said")
    return Reading(
        report=Report(name=name, text=TEXT, digest="", body=(Span(0, len(TEXT)),)),
        mentions=(mention("Ilse Marrow", "c1"), mention("Marrow left", "c1"), mention("She", "c1", form="pronoun")),
        chains=(Chain(id="c1", kind="person", name="Ilse Marrow", aliases=("Marrow left",)),),
        times=(TimeExpression(span=at("On 3 May"), type="DATE", value="2031-05-03", period=DAY),),
        attributions=(
            Attribution(
                id="a1",
                source=(at("the clerk"),),
                cue=(at("said"),),
                content=(Span(at("On 3 May").start, at("Ilse Marrow").end),),
                speaker=Speaker(kind="person", described="the clerk"),
            ),
        ),
        facts=(
            fact(
                1,
                "measure",
                "fined Ilse Marrow",
                who=at("Ilse Marrow"),
                when=When(span=at("On 3 May"), period=DAY),
                attribution="a1",
            ),
            fact(2, "statement", "the clerk said", who=said, chain="c1", attribution="a1"),
            fact(3, "measure", "She was fined", who=at("She")),
        ),
        credits=(Credit(span=at("Nova Wire"), name="Nova Wire", agency=True, place="lead", score=1.0, reason=""),),
    )


def ruling(number: int, verdict: Verdict, words: str, what: What | None = None, **more: Any) -> Ruling:
    found = [f for f in findings(reading()) if TEXT[slice(*f.span)] == words and what in (None, f.what)]
    kind = {"kind": found[0].kind, "about": found[0].about, "what": found[0].what} if found else {"what": what}
    return Ruling(id=number, verdict=verdict, one=Passage(report="gull.txt", span=at(words)), words=(words,), **{**kind, **more})


FINED = "fined Ilse Marrow"


def made(*rulings: Ruling, given: Reading | None = None) -> Reading:
    (found,) = ruled([given or reading()], rulings).readings
    assert list(reading_problems(found)) == []
    return found


def test_a_rejected_fact_is_gone_and_the_others_stay() -> None:
    assert [f.id for f in made(ruling(1, "rejected", FINED)).facts] == ["f2", "f3"]


def test_a_rejected_attribution_leaves_facts_in_the_reports_own_voice_and_takes_its_statement_along() -> None:
    found = made(ruling(1, "rejected", TEXT[slice(*reading().attributions[0].content[0])], "attribution"))
    assert found.attributions == ()
    assert [(f.id, f.attribution) for f in found.facts] == [("f1", None), ("f3", None)]


def test_a_rejected_credit_is_gone() -> None:
    assert made(ruling(1, "rejected", "Nova Wire", "credit")).credits == ()


def test_a_rejected_time_leaves_its_facts_undated() -> None:
    found = made(ruling(1, "rejected", "On 3 May", "time"))
    assert (found.times, found.facts[0].when) == ((), None)


def test_a_name_off_its_chain_is_somebody_else_and_takes_its_fact_along() -> None:
    found = made(ruling(1, "rejected", "Ilse Marrow", "mention"))
    assert [(m.chain, m.name) for m in found.mentions[:2]] == [("ruled-1", "Ilse Marrow"), ("c1", "Ilse Marrow")]
    assert [(c.id, c.name) for c in found.chains] == [("c1", "Marrow left"), ("ruled-1", "Ilse Marrow")]
    assert [f.object.chain for f in found.facts if f.object] == ["ruled-1", "c1", "c1"]


def test_a_pronoun_off_its_chain_stands_for_nobody() -> None:
    found = made(ruling(1, "rejected", "She", "mention"))
    assert (found.mentions[2].chain, found.mentions[2].name) == (None, None)
    party = found.facts[2].object
    assert party is not None
    assert (party.chain, party.name, party.described) == (None, None, "She")


def test_a_corrected_time_moves_all_that_hangs_on_it() -> None:
    found = made(ruling(1, "dated", "On 3 May", "time", period=MONTH))
    assert (found.times[0].period, found.times[0].value) == (MONTH, "2030-05-01..")
    assert found.facts[0].when == When(span=at("On 3 May"), period=MONTH)


def test_a_facts_own_time_is_corrected_alone() -> None:
    found = made(ruling(1, "dated", FINED, period=MONTH))
    assert (found.times[0].period, found.facts[0].when) == (DAY, When(span=at("On 3 May"), period=MONTH))
    undated = made(ruling(1, "dated", "She was fined", period=MONTH))
    assert undated.facts[2].when == When(span=at("She was fined"), period=MONTH)


def test_a_time_reckoned_anew_does_not_go_over_a_corrected_one() -> None:
    rulings = [ruling(1, "dated", FINED, period=MONTH)]
    found = ruled([reading()], rulings)
    (again,) = retimed([reading()], rulings, found.governing)
    assert again.facts[0].when == found.readings[0].facts[0].when


@pytest.mark.parametrize(
    ("earlier", "later", "overruled"),
    [
        (ruling(1, "confirmed", FINED), ruling(2, "rejected", FINED), True),
        (ruling(1, "rejected", FINED), ruling(2, "confirmed", FINED), True),
        (ruling(1, "rejected", FINED), ruling(2, "dated", FINED, period=MONTH), True),
        (ruling(1, "dated", FINED, period=DAY), ruling(2, "dated", FINED, period=MONTH), True),
        (ruling(1, "dated", FINED, period=DAY), ruling(2, "dated", "On 3 May", "time", period=MONTH), True),
        (ruling(1, "dated", "On 3 May", "time", period=DAY), ruling(2, "dated", FINED, period=MONTH), False),
        (ruling(1, "confirmed", FINED), ruling(2, "dated", FINED, period=MONTH), False),
        (ruling(1, "rejected", FINED), ruling(2, "rejected", "She was fined"), False),
    ],
)
def test_the_later_ruling_goes_over_the_earlier_where_both_cannot_hold(earlier: Ruling, later: Ruling, overruled: bool) -> None:
    found = ruled([reading()], [earlier, later])
    assert found.states == {1: "overruled" if overruled else "governs", 2: "governs"}
    if overruled:
        assert found.readings == ruled([reading()], [later]).readings


def test_marks_tell_by_whom_and_why_on_each_fact_that_rests_on_what_was_ruled() -> None:
    said: dict[str, Any] = {"by": "N. Brandt", "reason": "seen"}
    rulings = [
        ruling(1, "confirmed", FINED, **said),
        ruling(2, "dated", "On 3 May", "time", period=MONTH, **said),
        ruling(3, "confirmed", "Nova Wire", "credit"),
    ]
    marks = ruled([reading()], rulings).marks
    assert [(m.ruling, m.did, m.by, m.reason) for m in marks["gull.txt", "f1"]] == [
        (1, "confirmed", "N. Brandt", "seen"),
        (2, "time corrected", "N. Brandt", "seen"),
    ]
    assert ("gull.txt", "f3") not in marks


def test_where_the_report_has_changed_the_same_words_nearest_to_the_place_are_meant() -> None:
    before = reading()
    shift = len("Update. ")
    text = "Update. " + TEXT
    moved = replace(
        before,
        report=replace(before.report, text=text),
        facts=tuple(replace(f, span=Span(f.span.start + shift, f.span.end + shift)) for f in before.facts),
    )
    (found,) = meant(ruling(1, "rejected", FINED), moved)
    assert text[slice(*found.span)] == FINED
    assert ruled([replace(before, facts=())], [ruling(1, "rejected", FINED)]).states == {1: "waits"}
    assert ruled([reading("tide.txt")], [ruling(1, "rejected", FINED)]).states == {1: "waits"}


def test_of_two_facts_in_one_place_the_one_of_these_parties_is_meant() -> None:
    one, two = (
        reading().facts[0],
        replace(reading().facts[0], id="f9", object=Party(described="his brother", span=at("the clerk"))),
    )
    both = replace(reading(), facts=(one, two))
    (found,) = [f for f in pointed(one.span, list(findings(both))) if f.about == "his brother"]
    wanted = replace(ruling(1, "rejected", FINED), about=found.about)
    assert [f.id for f in ruled([both], [wanted]).readings[0].facts] == ["f1"]


def test_a_place_means_what_stands_exactly_there_else_the_shortest_around_it_else_the_longest_within() -> None:
    among = list(findings(reading()))
    assert [f.id for f in pointed(at(FINED), among)] == ["f1"]
    assert [f.what for f in pointed(at("Ilse"), among)] == ["mention"]
    assert {f.id for f in pointed(Span(0, len(TEXT)), among)} == {"a1"}
    assert pointed(at("Selm"), among) == []


VERDICTS = st.sampled_from(["rejected", "confirmed", "dated"])
FOUND = st.sampled_from([(TEXT[slice(*f.span)], f.what) for f in findings(reading())])


@given(st.lists(st.tuples(VERDICTS, FOUND), max_size=6))
def test_whatever_is_ruled_nothing_points_at_what_is_gone_and_all_is_restored_when_it_is_taken_back(
    wanted: list[tuple[Verdict, tuple[str, What]]],
) -> None:
    rulings = [ruling(n, v, words, what, period=MONTH) for n, (v, (words, what)) in enumerate(wanted, 1)]
    found = ruled([reading()], rulings)
    assert list(reading_problems(found.readings[0])) == []
    assert set(found.states.values()) <= {"governs", "overruled"}
    assert not rulings or found.states[len(rulings)] == "governs"
    assert ruled([reading()], [r for r in rulings if r.verdict == "confirmed"]).readings == (reading(),)
