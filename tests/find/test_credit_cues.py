"""Cues touch the name, or stand apart from it by small words only."""

from __future__ import annotations

from retold.find.credit_cues import ENDS, STARTS, bounded, has, list_of, shorter, touching


def test_a_cue_that_ends_where_the_name_begins_is_found_whole() -> None:
    assert touching("the fund is empty, according to", ENDS, "before", "report") == "according to"
    assert touching("the fund is empty, disaccording to", ENDS, "before", "report") is None


def test_small_words_between_cue_and_name_are_taken_off() -> None:
    rests = shorter("according to a report by the news agency", "before", ENDS)
    assert any(r.endswith("report by") for r in rests)


def test_a_year_before_the_name_is_taken_off() -> None:
    assert touching(shorter("copyright 2031", "before", ENDS)[0], ENDS, "before", "rights") == "copyright"


def test_a_cue_after_the_name_is_found_whole() -> None:
    assert touching("reports that the fund is empty", STARTS, "after", "report") == "reports"
    assert touching("reportsman", STARTS, "after", "report") is None


def test_scripts_without_spaces_need_no_bounds() -> None:
    assert bounded("据路透社报道", 1, 4)
    assert has("他说这是谎言", "谎言")
    assert not has("belief", "lie")


def test_lists_are_lower_case_and_longest_first() -> None:
    cues = list_of("before", "report")
    assert list(cues) == sorted(cues, key=len, reverse=True)
    assert all(c == c.lower() for c in cues)
