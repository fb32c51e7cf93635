"""The brief: five sections, and every line that states something gives report and place."""

from __future__ import annotations

from retold.model import Trace
from retold.show.brief import brief, quoted
from tests.show.test_contract import _trace


def _lines(heading: str) -> list[str]:
    section = next(s for s in brief(_trace()) if s.heading == heading)
    return [f"{line.text} [{line.place}]" if line.place else line.text for line in section.lines]


def test_the_sections_stand_in_the_order_in_which_a_reader_asks() -> None:
    assert [s.heading for s in brief(Trace())] == ["Where it comes from", "What is claimed", "When", "Who", "Not known"]


def test_an_original_that_is_only_named_is_said_not_to_be_held() -> None:
    lines = _lines("Where it comes from")
    assert lines[0].startswith("1 report: 1 family of retellings (0 with the original held, 1 whose original is only named)")
    assert lines[1] == "Orvane Press (original named, not held): 1 report"
    assert "Port Sel Post, 2031-04-01: rewrite; credits Orvane Press [one.txt:" in lines[2]


def test_a_claim_stands_with_its_chain_stance_and_place() -> None:
    lines = _lines("What is claimed")
    assert lines[:3] == [
        "Measures",
        "Orvane – Renko: “charged Dalia Renko” (1 report, 1 origin)",
        "Port Sel Post < two officials: asserted [one.txt:7-26]",
    ]


def test_people_stand_with_what_is_told_of_them() -> None:
    lines = _lines("Who")
    assert "Measures: “charged Dalia Renko” [one.txt:7-26]" in lines
    assert "Measures: Orvane → “charged Dalia Renko” [one.txt:7-26]" in lines


def test_long_words_are_cut_and_kept_on_one_line() -> None:
    shown = quoted("a\nb " * 400)
    assert "\n" not in shown
    assert len(shown) < 270
    assert shown.endswith("…”")


def test_a_report_that_says_it_twice_in_the_same_way_has_one_line() -> None:
    from dataclasses import replace

    trace = _trace()
    claim = trace.claims[0]
    again = replace(claim, mentions=(*claim.mentions, replace(claim.mentions[0], fact="f2")))
    section = next(s for s in brief(replace(trace, claims=(again,))) if s.heading == "What is claimed")
    assert len(section.lines) == len(_lines("What is claimed"))
