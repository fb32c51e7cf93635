"""Drift: what a retelling changed, against the family's earliest telling; independent reports do not drift."""

from __future__ import annotations

from typing import Any

import pytest

from retold.compare.claims import claims
from retold.model import Reading, Speaker
from tests.compare.build import actors, alone, at, fact, family, party, reading, report

TEXT = "Officials warned Dalia Renko over the harbour, a person said, and fined Renko."


def _telling(name: str, speaker: dict[str, Any] | None = None, **more: Any) -> Reading:
    from retold.model import Attribution

    made = fact(
        TEXT,
        "contact",
        "warned Dalia Renko over the harbour",
        subject=party("Officials"),
        object=party("Renko"),
        attribution="a1" if speaker else None,
        **more,
    )
    says = (Attribution(id="a1", source=(), cue=(at(TEXT, "said"),), content=(), speaker=Speaker(**speaker)),) if speaker else ()
    return reading(report(name, TEXT), made, attributions=says)


def _kinds(one: Reading, two: Reading) -> list[str]:
    found = claims([one, two], actors(one, two), family(one, two))
    return [d.kind for c in found for d in c.drift]


FOUR = {"kind": "unnamed", "described": "four officials", "count": 4}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ({"certainty": "possible"}, {}, "hedge dropped"),
        ({}, {"certainty": "probable"}, "hedge added"),
        ({"stance": "planned"}, {}, "strengthened"),
        ({}, {"stance": "planned"}, "weakened"),
        ({"speaker": FOUR}, {}, "attribution dropped"),
        ({"speaker": FOUR}, {"speaker": {"kind": "unnamed", "described": "officials"}}, "source count changed"),
        (
            {"speaker": {"kind": "unnamed", "described": "officials"}},
            {"speaker": {"kind": "unnamed", "described": "diplomats"}},
            "role changed",
        ),
    ],
)
def test_each_change_has_its_kind(before: dict[str, Any], after: dict[str, Any], kind: str) -> None:
    assert _kinds(_telling("a", **before), _telling("b", **after)) == [kind]


def test_the_same_words_do_not_drift() -> None:
    assert _kinds(_telling("a", speaker=FOUR), _telling("b", speaker=FOUR)) == []


def test_independent_reports_do_not_drift_from_each_other() -> None:
    one, two = _telling("a", certainty="possible"), _telling("b")
    found = claims([one, two], actors(one, two), alone(one, two))
    assert not [d for c in found for d in c.drift]


def test_a_changed_sum_is_a_drift_though_it_makes_another_claim() -> None:
    def fined(name: str, sum_: float) -> Reading:
        made = fact(TEXT, "measure", "fined Renko", subject=party("Officials"), object=party("Renko"), amount=sum_)
        return reading(report(name, TEXT), made)

    assert _kinds(fined("a", 28e6), fined("b", 82e6)) == ["number changed"]


def test_what_a_headline_has_no_room_for_is_no_drift() -> None:
    from dataclasses import replace

    one, two = _telling("a", speaker=FOUR), _telling("b")
    two = replace(two, report=replace(two.report, headline=at(TEXT, "Officials warned Dalia Renko over the harbour")))
    assert _kinds(one, two) == []


def test_a_source_that_changes_does_not_hide_the_hedge_that_goes_with_it() -> None:
    def told(name: str, text: str, source: str, **more: Any) -> Reading:
        from retold.model import Attribution, Party

        words = text.split(" said ")[1]
        said_it = Attribution(
            id="a1", source=(), cue=(at(text, "said"),), content=(), speaker=Speaker(kind="unnamed", described=source)
        )
        made = fact(text, "statement", text, subject=Party(described=source), detail=words, attribution="a1", **more)
        return reading(report(name, text), made, attributions=(said_it,))

    one = told("a", "An official said the Guard may have seized the radio station at night", "an official", certainty="possible")
    two = told("b", "Diplomats said the Guard seized the radio station at night", "diplomats")
    assert _kinds(one, two) == ["hedge dropped", "role changed"]
    found = claims([one, two], actors(one, two), alone(one, two))
    assert [c.reports for c in found] == [1, 1]
