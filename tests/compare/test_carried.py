"""A report that tells its own story, or two others', says which passages it carries, and whose they are."""

from __future__ import annotations

from dataclasses import replace

from retold.compare.retellings import retellings
from retold.model import Carried, Reading, Span, Telling
from tests.compare.test_retellings import OTHER, STORY, credit, reading

NEWS = (
    "Fishermen blocked the mole of Velmora on Friday to protest against new quotas for cod, the coast guard said.",
    "Some forty boats lay side by side for three hours, and nobody was arrested, according to the coast guard.",
    "A ferry to the outer islands turned back, and its passengers were taken to the station by bus in the evening.",
    "The minister of fisheries, Knut Halvar, meets the crews on Monday and has asked them to keep the channel open.",
)


def carried(*given: Reading) -> tuple[dict[str, Telling], dict[str, Reading]]:
    return {t.report: t for t in retellings(given)[0]}, {r.report.name: r for r in given}


def words(each: Carried, of: str, given: dict[str, Reading]) -> tuple[str, str]:
    here, there = given[of].report.text, given[each.source.report].report.text
    return here[slice(*each.span)], there[slice(*each.source.span)]


def test_a_digest_of_two_stories_is_of_neither_and_names_the_passages_of_both() -> None:
    told, given = carried(
        reading("a1", *STORY),
        reading("a2", *STORY, "More on this tomorrow."),
        reading("b1", *OTHER),
        reading("b2", *OTHER, "The house has been open since 1911."),
        reading("digest", *STORY[:4], *OTHER[:4]),
    )
    digest = told["digest"]
    assert (digest.role, digest.family) == ("independent", None)
    assert told["a1"].family == told["a2"].family != told["b1"].family == told["b2"].family
    assert {c.family for c in digest.carries} == {told["a1"].family, told["b1"].family}
    for each in digest.carries:
        here, there = words(each, "digest", given)
        assert here == there
    assert " ".join(words(digest.carries[0], "digest", given)[0].split()).startswith(STORY[0][:60])


def test_what_is_the_fullest_and_first_of_all_is_no_digest_of_those_who_copied_its_halves() -> None:
    told, _ = carried(
        reading("full", *STORY, *OTHER, published="2031-03-01"),
        reading("one", *STORY, published="2031-03-02"),
        reading("two", *OTHER, published="2031-03-02"),
    )
    assert told["full"].role != "independent"


def test_an_own_story_with_a_familys_paragraph_behind_it_stands_alone_and_names_the_paragraph() -> None:
    told, given = carried(
        reading("a1", *STORY, published="2031-03-01"),
        reading("a2", *STORY, "More on this tomorrow.", published="2031-03-01"),
        reading("own", *NEWS, *NEWS[1:3], STORY[1], published="2031-03-05"),
    )
    (each,) = told["own"].carries
    assert (told["own"].role, each.family) == ("independent", told["a1"].family)
    assert words(each, "own", given) == (STORY[1].rstrip("."), STORY[1].rstrip("."))


def test_what_somebody_said_in_quotation_marks_is_no_passage_of_a_family() -> None:
    said = f"“{STORY[1].rstrip('.')}.”"
    told, _ = carried(
        reading("a1", STORY[0], said, *STORY[2:]),
        reading("a2", STORY[0], said, *STORY[2:], "More on this tomorrow."),
        reading("own", *NEWS, *NEWS[1:3], said),
    )
    assert told["own"].carries == ()


def test_a_report_published_before_carries_nothing_of_those_that_came_after() -> None:
    told, _ = carried(
        reading("a1", *STORY, published="2031-03-05"),
        reading("a2", *STORY, "More on this tomorrow.", published="2031-03-05"),
        reading("own", *NEWS, *NEWS[1:3], STORY[1], published="2031-03-01"),
    )
    assert told["own"].carries == ()


def test_a_passage_credited_to_the_original_of_a_family_is_told_though_no_words_are_shared() -> None:
    wire = credit("Coastal Wire")
    sentence = "Coastal Wire wrote on Tuesday that 14.6 million crowns of the harbour fund went to relatives of Otto Brandvik."
    own = reading("own", *NEWS, sentence)
    start = own.report.text.index("Coastal Wire")
    part = replace(credit("Coastal Wire", 0.4, place="text"), span=Span(start, start + 12), takes="part")
    told, given = carried(
        reading("a1", *STORY, credits=(wire,)),
        reading("a2", *STORY[:5], credits=(wire,)),
        replace(own, credits=(part,)),
    )
    (each,) = told["own"].carries
    assert (told["own"].role, each.family) == ("independent", told["a1"].family)
    assert "relatives of the harbour master" in words(each, "own", given)[1]
