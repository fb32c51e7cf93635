"""`retold asof`: an earlier record is printed as any other, and a large one is printed in part, with the way to the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.record import Case, excerpt
from retold.record.as_of import NOW
from retold.show.brief.long import FIRST, Long
from tests.affair import Affair
from tests.running import ran


def _run(*words: str | Path) -> str:
    done = ran(*words)
    assert done.status == 0, done.err
    return done.out


def test_as_of_a_day_only_what_was_out_is_told_and_the_rest_counted(affair: Affair) -> None:
    told = _run("asof", affair.case, "2023-03-14")
    assert told.startswith("Who says what in 2 reports published until 2023-03-14")
    assert "Left out, as published later: 17 reports." in told
    assert "2025" not in told


def test_as_of_the_last_day_all_is_told_as_the_brief_tells_it(affair: Affair) -> None:
    brief = _run("brief", affair.case).splitlines()
    assert _run("asof", affair.case, "2030-01-01").splitlines()[1:] == brief[1:]


def test_before_the_case_was_made_it_held_nothing(affair: Affair) -> None:
    (told,) = _run("asof", affair.case, "--held", "2020-01-01").splitlines()
    assert "held nothing yet at 2020-01-01 23:59 UTC; it holds reports since 2" in told
    assert json.loads(_run("asof", affair.case, "--held", "2020-01-01", "--json"))["reports"] == []


def test_the_json_is_that_of_a_trace_over_what_was_out(affair: Affair) -> None:
    found = json.loads(_run("asof", affair.case, "2023-03-15", "--json"))
    names = {row["report"] for row in found["reports"]}
    assert len(names) == 9
    assert all(mention["report"] in names for claim in found["claims"] for mention in claim["mentions"])
    assert {relation["claim"] for claim in found["claims"] for relation in claim["relations"]} <= {
        c["id"] for c in found["claims"]
    }


def test_a_section_is_gone_on_with_under_the_same_numbers(affair: Affair) -> None:
    brief = _run("brief", affair.case)
    lines = [line for line in _run("brief", affair.case, "--section", "contact:3").splitlines() if line.startswith("  [")]
    assert lines[0].startswith("  [3] ")
    assert all(line in brief for line in lines)


@pytest.mark.parametrize(
    "words", [("tomorrow",), (), ("--held", "noon"), ("2023-03-14", "--section", "gossip"), ("2023-03-14", "--section", "who:0")]
)
def test_what_cannot_be_meant_is_wrong_usage(affair: Affair, words: tuple[str, ...]) -> None:
    done = ran("asof", affair.case, *words)
    assert (done.status, done.out) == (2, "")


def test_a_section_may_be_asked_for_in_the_plural(affair: Affair) -> None:
    for one, many in (("office", "offices"), ("allegation", "Allegations")):
        assert _run("brief", affair.case, "--section", one) == _run("brief", affair.case, "--section", many)


def test_a_large_case_shows_the_first_of_each_section_and_how_to_see_more(affair: Affair) -> None:
    with Case(affair.case, create=False, readonly=True) as case:
        long = Long(case=case, as_of=NOW, counts=excerpt.counts(case), again="retold brief affair.case")
        sections = {section.heading: [line.text for line in section.lines] for section in long.sections()}
    assert list(sections) == ["In short", "Where it comes from", "What is claimed", "When", "Who", "Not known"]
    claims = sections["What is claimed"]
    assert f"retold brief affair.case --section statement:{FIRST + 1}" in " ".join(claims)
    assert sum(text.startswith("[") for text in claims) == sum(min(FIRST, n) for n in _numbers(affair.case).values())


def _numbers(path: Path) -> dict[str, int]:
    from retold.show.brief.claims import numbered

    with Case(path, create=False, readonly=True) as case:
        trace = case.trace()
    shown = numbered(trace)
    kinds = [c.kind for c in trace.claims if c.id in shown]
    return {kind: kinds.count(kind) for kind in set(kinds)}
