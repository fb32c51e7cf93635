"""Where a person puts a report, there it stands; origins, originals and roles follow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.compare.retellings import retellings
from retold.compare.ruled import judged, moves, placed
from retold.model import Drift, Passage, Reading, Report, Ruling, Span, Telling, Verdict

WHOLE = Span(0, 0)
STORY = (
    "The harbour of Selm was shut on Monday after a crane fell on the quay. Nobody was hurt, the keeper Oda Rell said. "
    "Eleven barges wait outside the bar. The crane had been due for repair since March, she said. It weighs ninety tonnes."
)
OTHER = "Wheat in Orvane cost nine marks a sack on Friday, two more than a week before. The mills of Tarn bought 400 sacks."


def reading(name: str, text: str, day: str) -> Reading:
    body = (Span(0, len(text)),)
    report = Report(
        name=name,
        text=text,
        digest=name * 10,
        body=body,
        outlet=name.title(),
        published=day,
        published_from="metadata",
        language="en",
    )
    return Reading(report=report, sentences=body)


READINGS = [
    reading("gull", STORY, "2031-05-01"),
    reading("tide", STORY, "2031-05-02"),
    reading("buoy", STORY, "2031-05-03"),
    reading("mill", OTHER, "2031-05-03"),
]
NAMES = [r.report.name for r in READINGS]


def move(number: int, report: str, verdict: Verdict, other: str | None = None, reason: str = "seen") -> Ruling:
    target = Passage(report=other, span=WHOLE) if other else None
    words = ("", "") if other else ("",)
    return Ruling(
        id=number,
        verdict=verdict,
        one=Passage(report=report, span=WHOLE),
        other=target,
        words=words,
        reason=reason,
        by="A. Clerk",
    )


def told(*rulings: Ruling) -> tuple[dict[str, Telling], list[tuple[str, ...]]]:
    where = moves(rulings, NAMES)
    tellings, families = placed(READINGS, retellings(READINGS, where.regrouped), where)
    named = {t.family for t in tellings if t.family}
    assert named == {f.id for f in families}
    return {t.report: t for t in tellings}, sorted(f.reports for f in families)


def test_without_rulings_a_family_is_what_it_is() -> None:
    tellings, families = told()
    assert families == [("gull", "tide", "buoy")]
    assert tellings["gull"].role == "origin"


def test_a_report_that_stands_alone_leaves_its_family_and_says_by_whom() -> None:
    tellings, families = told(move(1, "tide", "alone"))
    assert families == [("gull", "buoy")]
    assert (tellings["tide"].role, tellings["tide"].family, tellings["tide"].retells) == ("independent", None, None)
    assert tellings["tide"].reason == "stands alone by ruling 1 of A. Clerk: seen"
    assert [(m.ruling, m.did, m.by) for m in tellings["tide"].ruled] == [(1, "moved: stands alone", "A. Clerk")]
    assert all(t.retells != "tide" for t in tellings.values())


def test_a_family_without_its_origin_has_another() -> None:
    tellings, families = told(move(1, "gull", "alone"))
    assert families == [("tide", "buoy")]
    assert (tellings["tide"].role, tellings["gull"].role) == ("origin", "independent")


def test_the_last_two_part_and_no_family_is_left() -> None:
    _, families = told(move(1, "gull", "alone"), move(2, "tide", "alone"))
    assert families == []


def test_a_report_moves_to_the_family_of_another() -> None:
    tellings, families = told(move(1, "mill", "with", "tide"))
    assert families == [("gull", "tide", "buoy", "mill")]
    assert tellings["mill"].reason.startswith("of one original with tide by ruling 1 of A. Clerk: seen; ")


def test_two_that_are_moved_to_each_other_are_together_wherever_they_were() -> None:
    _, families = told(move(1, "mill", "with", "tide"), move(2, "tide", "with", "mill"))
    assert families == [("gull", "buoy"), ("tide", "mill")]


def test_a_report_that_retells_another_is_not_its_origin() -> None:
    tellings, _ = told(move(1, "gull", "retells", "buoy"))
    assert (tellings["gull"].role, tellings["gull"].retells) == ("rewrite", "buoy")
    assert (tellings["buoy"].role, tellings["buoy"].retells) == ("origin", None)
    assert {t.original.report for t in tellings.values() if t.original} == {"buoy"}


def test_the_later_move_goes_over_the_earlier() -> None:
    rulings = [move(1, "tide", "alone"), move(2, "tide", "with", "mill")]
    assert moves(rulings, NAMES).states == {1: "overruled", 2: "governs"}
    assert told(*rulings)[1] == [("gull", "buoy"), ("tide", "mill")]


def test_nobody_is_with_one_that_stands_alone() -> None:
    rulings = [move(1, "mill", "with", "tide"), move(2, "tide", "alone")]
    assert moves(rulings, NAMES).states == {1: "overruled", 2: "governs"}
    assert moves([*rulings, move(3, "mill", "with", "tide")], NAMES).states == {1: "overruled", 2: "overruled", 3: "governs"}


def test_nobody_retells_what_retells_him() -> None:
    rulings = [move(1, "gull", "retells", "tide"), move(2, "tide", "retells", "buoy"), move(3, "buoy", "retells", "gull")]
    assert moves(rulings, NAMES).states == {1: "overruled", 2: "governs", 3: "governs"}


def test_a_move_to_a_report_that_is_gone_waits() -> None:
    rulings = [move(1, "tide", "with", "gone"), move(2, "gone", "alone")]
    assert moves(rulings, NAMES).states == {1: "waits", 2: "waits"}
    assert told(*rulings)[1] == told()[1]


MOVES = st.tuples(st.sampled_from(["alone", "with", "retells"]), st.sampled_from(NAMES), st.sampled_from(NAMES))
GROUPS = st.lists(st.integers(0, 2), min_size=4, max_size=4)


@given(st.lists(MOVES, max_size=6), GROUPS)
def test_every_report_is_in_one_group_and_every_move_that_governs_holds(
    wanted: list[tuple[Verdict, str, str]], at: list[int]
) -> None:
    groups = [[n for n, g in zip(NAMES, at, strict=True) if g == each] for each in sorted(set(at))]
    rulings = [move(n, a, v, None if v == "alone" else b) for n, (v, a, b) in enumerate(wanted, 1) if v == "alone" or a != b]
    where = moves(rulings, NAMES)
    done = where.regrouped(groups)
    assert sorted(name for group in done for name in group) == sorted(NAMES)
    group_of = {name: tuple(group) for group in done for name in group}
    for name, ruling in where.governing.items():
        if ruling.other:
            assert group_of[name] == group_of[ruling.other.report]
        else:
            assert group_of[name] == (name,)
    for group in groups:
        left = {group_of[name] for name in group if name not in where.governing}
        assert len(left) <= 1


def test_a_change_that_was_rejected_is_not_told_and_one_that_was_confirmed_says_so() -> None:
    one, two = (
        Drift(kind=kind, earlier=_at("gull"), later=_at("tide"), reason=kind) for kind in ("hedge dropped", "number changed")
    )
    telling = Telling(report="tide", role="rewrite", drift=(one, two))
    wanted: list[tuple[int, Verdict, str]] = [(1, "rejected", "hedge dropped"), (2, "confirmed", "number changed")]
    rulings = [Ruling(id=n, verdict=v, one=_at("tide"), words=("x",), what="drift", kind=k, about=k) for n, v, k in wanted]
    (found,) = judged([telling], rulings, {1: Span(0, 5), 2: Span(0, 5)})
    assert found.drift == (two,)
    assert [m.did for m in found.ruled] == ["hedge dropped rejected", "number changed confirmed"]
    assert judged([telling], rulings, {}) == (telling,)


def _at(report: str) -> Passage:
    return Passage(report=report, span=Span(0, 5))
