"""The brief: five sections, and every line that states something gives report and place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from retold.model import Claim, Period, Trace
from retold.show.brief import brief
from retold.show.brief.lines import quoted, support
from retold.show.brief.summary import DATED_AHEAD
from tests.show.test_contract import _trace


def _lines(heading: str) -> list[str]:
    section = next(s for s in brief(_trace()) if s.heading == heading)
    return [f"{line.text} [{line.place}]" if line.place else line.text for line in section.lines]


def test_the_sections_stand_in_the_order_in_which_a_reader_asks() -> None:
    assert [s.heading for s in brief(Trace())] == [
        "In short",
        "Where it comes from",
        "What is claimed",
        "When",
        "Who",
        "Not known",
    ]


def test_the_first_screen_counts_originals_not_reports() -> None:
    assert _lines("In short")[0] == "1 report: 1 original, Orvane Press (named, not held); 0 standing alone."


def test_an_original_that_is_only_named_is_said_not_to_be_held() -> None:
    lines = _lines("Where it comes from")
    assert lines[0] == "Orvane Press (not seen): 1 report"
    told = "Port Sel Post, 2031-04-01: carried on from Orvane Press, how closely cannot be told; credits Orvane Press [one.txt:"
    assert told in lines[1]


def test_a_claim_stands_with_its_number_its_chain_and_its_place() -> None:
    lines = _lines("What is claimed")
    assert lines[:2] == ["Measures", "[1] Orvane – Renko: “charged Dalia Renko” — Port Sel Post < two officials [one.txt:7-26]"]


def test_people_point_at_the_claims_that_they_are_part_of() -> None:
    lines = _lines("Who")
    assert lines == ["Orvane (person)", "Measures [1]", "Renko (person)", "Measures [1]"]


def test_long_words_are_cut_and_kept_on_one_line() -> None:
    shown = quoted("a\nb " * 400)
    assert "\n" not in shown
    assert len(shown) < 270
    assert shown.endswith("…”")


def test_a_report_that_says_it_twice_in_the_same_way_has_one_line() -> None:
    trace = _trace()
    claim = trace.claims[0]
    again = replace(claim, mentions=(*claim.mentions, replace(claim.mentions[0], fact="f2")))
    section = next(s for s in brief(replace(trace, claims=(again,))) if s.heading == "What is claimed")
    assert len(section.lines) == len(_lines("What is claimed"))


def test_the_weakest_and_the_strongest_wording_stand_under_their_claim_where_stance_or_hedge_parts_them() -> None:
    from retold.model import Wording

    trace = _trace()
    claim = trace.claims[0]
    planned = replace(claim.mentions[0], fact="f2", stance="planned")
    least, most = Wording(mention=1, reason="planned"), Wording(mention=0, reason="in the report's own voice")
    parted = replace(claim, mentions=(*claim.mentions, planned), weakest=least, strongest=most)
    section = next(s for s in brief(replace(trace, claims=(parted,))) if s.heading == "What is claimed")
    assert [line.text for line in section.lines if line.text.startswith(("weakest", "strongest"))] == [
        "weakest: planned",
        "strongest: in the report's own voice",
    ]
    alike = replace(parted, mentions=(claim.mentions[0], replace(planned, stance="asserted")))
    section = next(s for s in brief(replace(trace, claims=(alike,))) if s.heading == "What is claimed")
    assert not [line for line in section.lines if line.text.startswith(("weakest", "strongest"))]


def _denied(kind: str = "contact") -> Claim:
    trace = _trace()
    claim, period = trace.claims[0], Period(earliest=datetime(2021, 5, 28, tzinfo=UTC), latest=datetime(2021, 5, 28, tzinfo=UTC))
    denial = replace(claim.mentions[0], stance="denied")
    return replace(claim, kind=kind, mentions=(denial,), asserted_by=(), denied_by=("Renko",), period=period, reports=2)


def test_a_claim_that_is_only_denied_says_so_wherever_it_is_listed() -> None:
    trace = replace(_trace(), claims=(_denied(),))
    told = {s.heading: [line.text for line in s.lines] for s in brief(trace)}
    widely = told["In short"].index("Most widely told:") + 1
    assert told["In short"][widely].endswith("(only denied; 2 reports, 1 origin)")
    assert told["When"][0].endswith("(only denied; 2 reports, 1 origin)")


def test_a_statement_that_says_not_has_no_mark_nor_has_what_is_asserted() -> None:
    says_not = _denied("statement")
    denies = replace(says_not, mentions=(replace(says_not.mentions[0], fact=None),))
    assert support(denies) == " (only denied; 2 reports, 1 origin)"
    assert "denied" not in support(says_not) + support(_trace().claims[0])


def test_a_report_dated_after_today_is_told_to_leave_times_open() -> None:
    trace = _trace()
    late = replace(trace.readings[0].report, published="9000-01-01")
    ahead = replace(trace, readings=(replace(trace.readings[0], report=late),))
    past = replace(trace, readings=(replace(trace.readings[0], report=replace(late, published="2021-06-01")),))
    assert any(line.text.startswith(DATED_AHEAD) for line in brief(ahead)[0].lines)
    assert not any(line.text.startswith(DATED_AHEAD) for line in brief(past)[0].lines)
