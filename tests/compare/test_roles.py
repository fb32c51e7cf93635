"""What a report is among the retellings of its family, and whom it follows, where anything tells."""

from __future__ import annotations

from dataclasses import replace

from retold.compare.retellings import retellings
from retold.model import Reading, Telling
from tests.compare.test_retellings import OTHER, REWRITE, STORY, credit, reading


def placed(*given: Reading) -> dict[str, Telling]:
    return {t.report: t for t in retellings(given)[0]}


def test_a_longer_report_that_holds_most_of_another_is_an_edited_copy() -> None:
    wire = (credit("Coastal Wire"),)
    told = placed(
        reading("short", *STORY[:2], credits=wire, published="2031-03-01"),
        reading(
            "long",
            *STORY[:2],
            *OTHER,
            *(f"{line} And so it went on for a while." for line in OTHER),
            credits=wire,
            published="2031-03-02",
        ),
    )
    assert told["short"].family == told["long"].family is not None
    assert told["long"].role == "edited copy"


def test_a_rewrite_of_an_original_not_held_follows_no_sibling_for_its_date_alone() -> None:
    wire = (credit("Coastal Wire"),)
    told = placed(
        reading("a", *STORY, credits=wire, published="2031-03-01"),
        reading("b", *REWRITE, credits=wire, published="2031-03-02"),
    )
    assert told["a"].family == told["b"].family is not None
    assert (told["b"].role, told["b"].retells) == ("rewrite", None)
    assert "Coastal Wire itself" in told["b"].reason


def test_a_copy_follows_the_earlier_report_whose_words_it_has() -> None:
    told = placed(reading("a", *STORY, published="2031-03-01"), reading("b", *STORY[:4], published="2031-03-02"))
    assert told["b"].retells == "a"


def test_two_copies_of_an_agency_follow_it_and_not_each_other() -> None:
    wire = (credit("Coastal Wire"),)
    told = placed(
        reading("a", *STORY, credits=wire, published="2031-03-01"), reading("b", *STORY[:4], credits=wire, published="2031-03-02")
    )
    assert (told["b"].family, told["b"].retells) == (told["a"].family, None)


def test_what_is_told_after_news_of_its_own_is_a_brief_mention() -> None:
    part = replace(credit("Coastal Wire", 0.85), takes="part")
    told = placed(
        reading("a", *STORY, credits=(credit("Coastal Wire"),), published="2031-03-01"),
        reading("b", *REWRITE, credits=(part,), published="2031-03-01"),
    )
    assert told["a"].family == told["b"].family is not None
    assert told["b"].role == "brief mention"


def test_an_outlet_named_for_an_old_story_makes_no_family_of_one() -> None:
    part = replace(credit("Coastal Wire", 0.85), takes="part")
    assert placed(reading("a", *STORY, credits=(part,)))["a"].family is None
    assert placed(reading("a", *STORY, credits=(credit("Coastal Wire", 0.85),)))["a"].family is not None


def test_words_of_another_name_do_not_make_a_mention_of_a_copy() -> None:
    """A copy that names a third outlet in passing is a copy all the same."""
    told = placed(
        reading("a", *STORY, credits=(credit("Coastal Wire"),), published="2031-03-01"),
        reading("b", *STORY[:4], credits=(credit("Skerry Post", 0.3, place="text"),), published="2031-03-02"),
    )
    assert told["b"].role in ("verbatim copy", "edited copy")


def test_an_outlets_editions_of_its_own_story_are_not_the_agencys_whom_it_credits_for_a_part() -> None:
    wire = (credit("Coastal Wire", 0.85),)
    told = placed(
        reading("a", *STORY, credits=wire, outlet="Velmora Post", published="2031-03-01"),
        reading("b", *STORY[:5], credits=wire, outlet="Velmora Post", published="2031-03-02"),
    )
    assert told["b"].original is not None
    assert (told["a"].role, told["b"].original.report) == ("origin", "a")
    byline = (credit("Coastal Wire", 0.92, place="byline"),)
    told = placed(
        reading("a", *STORY, credits=byline, outlet="Velmora Post", published="2031-03-01"),
        reading("b", *STORY[:5], credits=byline, outlet="Velmora Post", published="2031-03-02"),
    )
    assert {t.original.name for t in told.values() if t.original} == {"Coastal Wire"}
