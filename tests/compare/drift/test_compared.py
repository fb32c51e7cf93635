"""What a retelling changed, found in two texts by all that stands between them; each kind once, and what is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from retold import pipeline
from retold.compare.drift.compared import Comparison, compared
from retold.model import Reading

LEAD = "The Harbour Bureau of Orvane opened an inquiry into Tarvik Lines over the ferry Brenna. "
TAIL = " The ferry Brenna carries pilgrims from Selm to the islands. Tarvik Lines has owned the ferry since it was built."

CHANGES = [
    ("hedge dropped", "Inspectors may have found forged tickets on board.", "Inspectors found forged tickets on board."),
    ("hedge added", "Inspectors have found forged tickets on board.", "Inspectors have possibly found forged tickets on board."),
    ("number changed", "Inspectors found 28 forged tickets on board.", "Inspectors found 82 forged tickets on board."),
    ("time moved", "Inspectors searched the cabins on Monday.", "Inspectors searched the cabins on Friday."),
    ("place changed", "Inspectors searched a depot in Norway for weeks.", "Inspectors searched a depot in Canada for weeks."),
    ("role changed", "A senior diplomat met the envoy of Orvane there.", "A senior lawyer met the envoy of Orvane there."),
    (
        "strengthened",
        "The captain resigned after the search of the cabins.",
        "The captain was ousted after the search of the cabins.",
    ),
    ("weakened", "Soldiers raided the cabins of the crew at night.", "Soldiers searched the cabins of the crew at night."),
    (
        "attribution dropped",
        "Forged tickets were sold on board for years, two inspectors said.",
        "Forged tickets were sold on board for years.",
    ),
    (
        "source count changed",
        "Two officials said that forged tickets were sold on board.",
        "Officials said that forged tickets were sold on board.",
    ),
    (
        "actor swapped",
        "Wilma Ostrand told the inspectors about the forged tickets.",
        "Jorel Vandak told the inspectors about the forged tickets.",
    ),
    (
        "denial dropped",
        "Tarvik Lines sold forged tickets on the Brenna. Tarvik Lines denied that it sold forged tickets.",
        "Tarvik Lines sold forged tickets on the Brenna.",
    ),
    (
        "added",
        "The captain kept the tickets in a tin.",
        "The captain kept the tickets in a tin. A widow from Osk found 412 silver spoons beside the old lighthouse.",
    ),
]
REWRITTEN = [
    (
        "role changed",
        "Dalia Renko met a person with close ties to the ministry in Selm, an official said.",
        "In Selm Dalia Renko met an envoy of the ministry, the official said.",
    ),
    (
        "strengthened",
        "The letter to the board of Tarvik Lines was one factor in the removal of Dalia Renko.",
        "The letter to the board caused the removal of Dalia Renko from Tarvik Lines.",
    ),
    (
        "strengthened",
        "Dalia Renko met the director of the Bureau. It is not clear whether she offered a settlement of the case.",
        "Dalia Renko met the director of the Bureau and offered a settlement of the case.",
    ),
    (
        "place changed",
        "Inspectors searched two offices of Tarvik Lines at the quay in March.",
        "In March inspectors searched the headquarters of Tarvik Lines at the quay.",
    ),
]
SIBLINGS = [
    (
        "source count changed",
        "Inspectors detained twelve sailors on Sunday, the Orvane Press reported, citing three people familiar with the inquiry.",
        "One person familiar with the inquiry told the Orvane Press that inspectors had detained twelve sailors on Sunday.",
    ),
    (
        "source count changed",
        "Inspectors detained twelve sailors on Sunday, the Orvane Press reported, citing three people familiar with the inquiry.",
        "Twelve sailors were detained on Sunday, the Orvane Press reported, citing several people familiar with the inquiry.",
    ),
    (
        "number changed",
        "Inspectors detained 12 sailors on Sunday, three people familiar with the inquiry told the Orvane Press.",
        "Inspectors on Sunday detained 15 sailors, the Orvane Press reported, citing three people familiar with the inquiry.",
    ),
]
"""Two that retell a third: each tells its sources through it."""
ABROAD = [
    (
        "strengthened",
        "es",
        "Dalia Renko of Tarvik Lines met the Bureau in Selm. Another meeting is being prepared but has not happened so far.",
        "Dalia Renko, de Tarvik Lines, vio al director en Selm y habrá un segundo encuentro en las próximas semanas.",
    ),
    (
        "role changed",
        "it",
        "Dalia Renko met a person with close ties to the government of Orvane in Selm.",
        "Dalia Renko ha visto a Selm un emissario del governo di Orvane.",
    ),
    (
        "source count changed",
        "de",
        "Two sources told the Orvane Post that Dalia Renko had left Tarvik Lines.",
        "Drei Quellen sagten der Orvane Post, dass Dalia Renko Tarvik Lines verlassen habe.",
    ),
]
FAITHFUL = [
    ("Inspectors found more than 700 tickets.", "Inspectors found 712 tickets on board of the ferry Brenna."),
    ("The captain kept the tickets in a tin.", "The captain kept all the tickets in a tin, as it was."),
    ("Two officials said that tickets were sold.", "The officials, of whom there were two, said that tickets were sold."),
    ("The ferry left in May.", "In May the ferry left."),
]


Compare = Callable[[str, str], Comparison]


@pytest.fixture(scope="module")
def compare(tmp_path_factory: pytest.TempPathFactory) -> Compare:
    """Compare two texts, each found once."""
    folder = tmp_path_factory.mktemp("texts")
    held: dict[str, Reading] = {}

    def reading(text: str) -> Reading:
        if text not in held:
            path = Path(folder / f"{len(held)}.txt")
            path.write_text(text, encoding="utf-8")
            found = next(pipeline.find(pipeline.read(path)))
            assert isinstance(found, Reading)
            held[text] = found
        return held[text]

    return lambda one, two: compared(reading(one), reading(two))


def kinds(found: Comparison) -> list[str]:
    return [d.kind for d in found.drift]


@pytest.mark.parametrize(("kind", "before", "after"), CHANGES)
def test_a_change_in_a_copied_passage_has_its_kind_and_nothing_else_is_told(
    compare: Compare, kind: str, before: str, after: str
) -> None:
    assert kinds(compare(LEAD + before + TAIL, LEAD + after + TAIL)) == [kind]


@pytest.mark.parametrize("text", sorted({text for _, one, two in CHANGES for text in (one, two)}))
def test_a_copy_in_which_nothing_was_changed_has_no_drift(compare: Compare, text: str) -> None:
    found = compare(LEAD + text + TAIL, LEAD + text + TAIL)
    assert found.drift == ()
    assert len(found.aligned) >= len(found.passages[1]) > 2


@pytest.mark.parametrize(("kind", "before", "after"), REWRITTEN)
def test_a_change_is_seen_in_other_words_too(compare: Compare, kind: str, before: str, after: str) -> None:
    assert kind in kinds(compare(LEAD + before + TAIL, after))


@pytest.mark.parametrize(("kind", "before", "after"), SIBLINGS)
def test_a_change_is_seen_between_two_that_retell_a_third(compare: Compare, kind: str, before: str, after: str) -> None:
    assert kinds(compare(LEAD + before + TAIL, LEAD + after + TAIL)) == [kind]


@pytest.mark.parametrize(("kind", "language", "before", "after"), ABROAD)
def test_a_change_is_seen_in_another_language_by_what_its_words_belong_to(
    compare: Compare, kind: str, language: str, before: str, after: str
) -> None:
    assert kind in kinds(compare(LEAD + before + TAIL, after)), language


@pytest.mark.parametrize(("before", "after"), FAITHFUL)
def test_rounding_order_and_words_that_take_up_others_are_no_drift(compare: Compare, before: str, after: str) -> None:
    assert kinds(compare(LEAD + before + TAIL, LEAD + after + TAIL)) == []


def test_both_passages_of_a_drift_are_given(compare: Compare) -> None:
    one, two = LEAD + CHANGES[2][1] + TAIL, LEAD + CHANGES[2][2] + TAIL
    drift = compare(one, two).drift[0]
    assert one[slice(*drift.earlier.span)] == CHANGES[2][1]
    assert two[slice(*drift.later.span)] == CHANGES[2][2]
    assert drift.reason == "“28” becomes “82”"


def test_that_an_outlet_was_told_it_is_shown_by_the_passage_that_names_the_outlet(compare: Compare) -> None:
    said = "Three inspectors told Reuters that the captain sold forged tickets on the Brenna for years."
    more = " The forged tickets were printed in a cellar in Selm, the three inspectors said."
    after = "Insiders say that forged tickets of the Brenna were printed in a cellar in Selm. The captain sold them for years."
    one = LEAD + said + more + TAIL
    (drift,) = (d for d in compare(one, after + TAIL).drift if "told to Reuters" in d.reason)
    assert "Reuters" in one[slice(*drift.earlier.span)]


def test_a_credit_that_is_gone_is_shown_by_the_passage_that_had_it(compare: Compare) -> None:
    one = "VELM (Reuters) - " + LEAD + "Inspectors found 28 forged tickets on board." + TAIL
    (drift,) = compare(one, LEAD + "Inspectors found 28 forged tickets on board." + TAIL).drift
    assert drift.kind == "credit dropped"
    assert "Reuters" in one[slice(*drift.earlier.span)]


def test_a_refusal_is_held_against_the_passage_that_draws_on_what_stands_nearest_before_it(compare: Compare) -> None:
    story = ["Inspectors found 28 forged tickets on board.", "The captain kept the tickets in a tin.", "He sold them in Selm."]
    one = LEAD + " ".join([*story, "Tarvik Lines declined to comment."]) + TAIL
    two = LEAD + " ".join(story) + TAIL
    (drift,) = compare(one, two).drift
    assert drift.kind == "denial dropped"
    assert two[slice(*drift.later.span)] == story[-1]


ACCUSED = "The Harbour Bureau has accused Teo Brenk, the head of Tarvik Lines, of selling forged tickets to pilgrims. "
FARES = (
    "Tarvik Lines, which is led by Teo Brenk, will raise its fares by 12 percent in May. "
    "Brenk said that coal had become too dear. The union of stokers has called a strike for Friday. "
)


@pytest.mark.parametrize(
    "words",
    [
        "Brenk called the accusation a lie.",
        "Brenk insists that he never sold a forged ticket.",
        "“I have never sold a forged ticket,” said Brenk.",
        "Brenk has maintained his innocence.",
        "He said that no forged tickets had been sold.",
        "There was no truth in it, Brenk said.",
    ],
)
def test_a_denial_in_other_words_is_not_dropped(compare: Compare, words: str) -> None:
    story = ACCUSED + "Inspectors found 28 forged tickets in a cabin on Monday. "
    later = "Teo Brenk, who heads Tarvik Lines, sold forged tickets to pilgrims, the bureau says. " + words + TAIL
    assert "denial dropped" not in kinds(compare(story + "Brenk denied the accusation." + TAIL, later))


def test_a_denial_is_dropped_though_he_says_no_to_another_thing(compare: Compare) -> None:
    one = ACCUSED + "Brenk denied the accusation. Brenk said that no date had been set for the new pier." + TAIL
    two = "Teo Brenk, the head of Tarvik Lines, sold forged tickets to pilgrims, the bureau says. "
    assert "denial dropped" in kinds(compare(one, two + "No date had been set for the new pier, Brenk said." + TAIL))


@pytest.mark.parametrize("denial", ["Brenk denied the accusation. ", "Brenk denied that he had sold forged tickets to anybody. "])
def test_no_denial_is_dropped_where_what_is_denied_is_not_told_either(compare: Compare, denial: str) -> None:
    one = FARES + "A former purser has accused Brenk of selling forged tickets to pilgrims. " + denial + TAIL
    two = (
        "Fares of Tarvik Lines, the company of Teo Brenk, will rise by 12 percent in May. Coal has become too dear, Brenk said. "
        "The stokers' union has called a strike for Friday. "
    )
    assert "denial dropped" not in kinds(compare(one, two))
    assert "denial dropped" in kinds(compare(one, two + "A former purser says that Brenk sold forged tickets to pilgrims."))


def test_a_report_that_breaks_off_before_a_denial_has_not_dropped_it(compare: Compare) -> None:
    story = LEAD + "Tarvik Lines sold forged tickets on the Brenna. "
    denial = "Tarvik Lines denied that it sold forged tickets."
    assert kinds(compare(story + denial, story + "The company told the insp")) == []


OFTEN = [
    ("Inspectors searched the ferry twice in May.", "Inspectors searched the ferry three times in May."),
    ("The captain had called the envoy several times.", "The captain had called the envoy dozens of times."),
]
STANDINGS = [
    ("Teo Brenk was questioned as a witness on Monday.", "Teo Brenk was questioned as a suspect on Monday."),
    ("The bureau called Teo Brenk a person of interest.", "The bureau called Teo Brenk a suspect."),
    (
        "Inspectors questioned Teo Brenk, the purser, as a witness on Monday about forged tickets.",
        "The purser Teo Brenk was questioned on Monday about forged tickets as a suspect.",
    ),
]
TURNED = [
    ("The minister would attend the hearing, her office said.", "The minister would not attend the hearing, her office said."),
    ("Tarvik Lines agreed to pay the fine in May.", "Tarvik Lines did not agree to pay the fine in May."),
    ("Tarvik Lines agreed to hand over the log.", "Tarvik Lines refused to hand over the log."),
    ("The captain did not know of the forged tickets.", "The captain knew of the forged tickets."),
    ("No forged tickets were found on board.", "Forged tickets were found on board."),
    (
        "Tarvik Lines has agreed to pay the fine of 3 million crowns, the bureau said.",
        "The bureau said that Tarvik Lines had not agreed to pay the 3 million crown fine.",
    ),
]
SAME = [
    ("Inspectors searched the ferry twice in May.", "In May inspectors searched the ferry on two occasions."),
    ("Tarvik Lines refused to hand over the log.", "Tarvik Lines did not agree to hand over the log."),
    ("The captain wasn't on board that night.", "The captain was not on board that night."),
    ("The captain met the envoy.", "The captain not only met the envoy but wrote to him."),
    (
        "The bureau did not find any forged tickets in the cabin of the captain, an official said.",
        "An official said that no forged tickets were found by the bureau in the captain's cabin.",
    ),
]


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        (*pair, kind)
        for kind, pairs in (("number changed", OFTEN), ("role changed", STANDINGS), ("reversed", TURNED))
        for pair in pairs
    ],
)
def test_how_often_who_in_a_case_and_a_turned_negation_are_changes(compare: Compare, one: str, two: str, kind: str) -> None:
    assert kinds(compare(LEAD + one + TAIL, LEAD + two + TAIL)) == [kind]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_the_same_in_other_words_is_no_change(compare: Compare, one: str, two: str) -> None:
    assert not {"reversed", "number changed"} & set(kinds(compare(LEAD + one + TAIL, LEAD + two + TAIL)))


def test_two_reports_on_two_things_tell_nothing_of_each_other(compare: Compare) -> None:
    other = "Snow fell on the northern hills overnight. Two officials said that schools would stay shut until Friday."
    found = compare(LEAD + TAIL, other)
    assert (found.aligned, found.drift) == ((), ())


def test_the_sets_of_changes_cover_the_kinds() -> None:
    covered: Mapping[str, str] = {kind: before for kind, before, _ in CHANGES}
    assert len(covered) == 13
