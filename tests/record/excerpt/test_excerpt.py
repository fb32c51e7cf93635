"""A page of a case holds what was asked for and no more, and as of a day nothing that only a later report says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from retold.model import Actor, Claim, ClaimMention, Member, Original, Reading, Trace
from retold.record import Case, excerpt
from retold.record.as_of import NOW, AsOf, as_of
from retold.record.excerpt import Page

Make = Callable[..., Reading]


def _published(reading: Reading, day: str | None) -> Reading:
    return replace(reading, report=replace(reading.report, published=day, published_from="metadata" if day else None))


@pytest.fixture
def affair(case: Case, reading: Make, trace: Callable[..., Trace]) -> Case:
    """The fine is told by the gull on 4 May, by the tide on 6 May with another sum; the buoy has no day."""
    gull, tide = _published(reading("gull.txt"), "2031-05-04"), _published(reading("tide.txt"), "2031-05-06")
    whole = trace(gull, tide, _published(reading("buoy.txt"), None))
    kin = tuple(replace(t, family="w1" if t.report != "buoy.txt" else None, original=None) for t in whole.tellings)
    case.keep_trace(replace(whole, tellings=kin))
    return case


MAY_4, MAY_6 = as_of("2031-05-04"), as_of("2031-05-06")


def test_as_of_a_day_a_claim_has_the_mentions_of_reports_published_until_then(affair: Case) -> None:
    (then,) = excerpt.claims(affair, MAY_4).trace.claims
    (now,) = excerpt.claims(affair).trace.claims
    assert ([m.report for m in then.mentions], then.reports, then.origins) == (["gull.txt"], 1, 1)
    assert ([m.report for m in now.mentions], now.reports) == (["gull.txt", "tide.txt"], 2)
    assert then.drift == ()
    assert len(now.drift) == 1


def test_a_report_without_a_day_is_left_out_and_counted(affair: Case) -> None:
    told = excerpt.counts(affair, MAY_4)
    assert (told.reports, told.undated, told.later) == (1, 1, 1)
    assert excerpt.counts(affair).undated == 0
    assert excerpt.report(affair, MAY_6, "buoy.txt") is None


def test_before_the_first_report_nothing_was_known(affair: Case) -> None:
    before = as_of("2031-05-03")
    assert excerpt.claims(affair, before).total == 0
    assert excerpt.whole(affair, before).claims == ()
    assert excerpt.overview(affair, before).counts.reports == 0


def test_the_overview_tells_one_change_of_each_kind_once_both_reports_are_known(affair: Case) -> None:
    ((kind, change),) = excerpt.overview(affair).changed.items()
    (claim,) = excerpt.claims(affair).trace.claims
    (drift,) = claim.drift
    assert (kind, change.times, change.earlier, change.later) == (drift.kind, 1, drift.earlier.report, drift.later.report)
    assert change.earlier_words
    assert excerpt.overview(affair, MAY_4).changed == {}


@pytest.mark.parametrize("day", ["2031-05-03", "2031-05-04", "2031-05-06"])
def test_pages_and_the_whole_say_the_same(affair: Case, day: str) -> None:
    asked = as_of(day)
    whole = excerpt.whole(affair, asked)
    assert excerpt.claims(affair, asked).trace.claims == whole.claims
    assert excerpt.actors(affair, asked).trace.actors == whole.actors
    assert excerpt.families(affair, asked).trace.families == whole.families
    assert tuple(r.report.name for r in excerpt.reports(affair, asked).trace.readings) == tuple(
        r.report.name for r in whole.readings
    )


def test_what_the_case_holds_now_comes_back_as_the_trace_has_it(affair: Case) -> None:
    kept = affair.trace()
    assert excerpt.whole(affair) == kept
    assert excerpt.claims(affair).trace.claims == kept.claims
    assert excerpt.actors(affair).trace.actors == kept.actors


def test_a_report_is_given_with_its_text_its_place_and_what_it_states(affair: Case) -> None:
    held = excerpt.report(affair, NOW, "tide.txt")
    assert held
    assert (held.version, held.reading.report.text[:7]) == (1, "Harbour")
    assert [m.report for c in held.claims for m in c.mentions] == ["tide.txt"]
    assert [a.name for a in held.actors] == ["Ilse Marrow"]
    assert excerpt.report(affair, NOW, "none.txt") is None


def test_what_the_case_held_before_a_step_can_be_asked_after_it(case: Case, reading: Make, trace: Callable[..., Trace]) -> None:
    case.keep_trace(trace(reading("gull.txt")))
    ((before,),) = case.select("SELECT max(at) FROM changes")
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    case.keep_trace(trace(reading("tide.txt")))
    then = as_of(held=before)
    assert excerpt.whole(case, then) == trace(reading("gull.txt"))
    assert [r.report.name for r in excerpt.whole(case).readings] == ["tide.txt"]
    assert excerpt.whole(case, AsOf(held=datetime(2031, 5, 1, tzinfo=UTC))) == Trace()


def test_a_version_that_was_replaced_is_what_the_case_held_then(case: Case, reading: Make, trace: Callable[..., Trace]) -> None:
    case.keep_trace(trace(reading("gull.txt")))
    ((before,),) = case.select("SELECT max(at) FROM changes")
    case.keep_trace(trace(reading("gull.txt", "All is withdrawn.")))
    then, now = (excerpt.report(case, asked, "gull.txt") for asked in (as_of(held=before), NOW))
    assert then and now
    assert (then.version, now.version) == (1, 2)
    assert "fined" in then.reading.report.text
    assert [number for number, _, _ in now.versions] == [1, 2]
    assert [number for number, _, _ in then.versions] == [1]


# ---------------------------------------------------------------------------- nothing shines through


def _renamed(whole: Trace) -> Trace:
    """Let only the tide give the full name, and the original be the tide's own report."""
    (actor,) = whole.actors
    (claim,) = whole.claims
    (family,) = whole.families
    original = Original(name="Tide", held=True, report="tide.txt", published="2031-05-06")
    return replace(
        whole,
        actors=(replace(actor, name="Ilse Marrow-Quay", aliases=("Ilse Marrow", "the Quay Queen")),),
        claims=(replace(claim, mentions=claim.mentions[::-1], text="was fined 60,000", object="Ilse Marrow-Quay"),),
        families=(replace(family, original=original, reason="2 of 2 reports credit Tide, which published this report"),),
    )


def test_no_later_name_correction_or_original_shines_through(case: Case, reading: Make, trace: Callable[..., Trace]) -> None:
    gull, tide = _published(reading("gull.txt"), "2031-05-04"), _published(reading("tide.txt"), "2031-05-06")
    whole = trace(gull, tide)
    whole = replace(whole, tellings=tuple(replace(t, family="w1", retells=None) for t in whole.tellings))
    case.keep_trace(_renamed(whole))
    then = excerpt.whole(case, MAY_4)
    (actor,), (claim,) = then.actors, then.claims
    assert (actor.name, actor.aliases) == ("Ilse Marrow", ("Marrow",))
    assert (claim.text, claim.object) == ("Ilse Marrow was fined", "Ilse Marrow")
    assert then.families == ()
    assert [(t.role, t.family, t.original) for t in then.tellings] == [("independent", None, None)]


# ---------------------------------------------------------------------------- many


def _wide(many: int, reading: Make) -> Trace:
    """One claim that many reports tell, and as many that one report tells."""
    readings = [
        _published(reading(f"r{n:04}.txt", f"Nobody knows what number {n} is."), f"2031-{n % 12 + 1:02}-01") for n in range(many)
    ]
    mentions = tuple(_mention(r.report.name) for r in readings)
    wide = _claim("wide", mentions, origins=many)
    single = [_claim(f"k{n:04}", (m,), origins=1) for n, m in enumerate(mentions)]
    members = tuple(Member(report=r.report.name, chain="c1") for r in readings)
    return Trace(
        readings=tuple(readings),
        actors=(Actor(id="p", kind="person", name="Ida Holm", members=members),),
        claims=(wide, *single),
    )


def _mention(report: str) -> ClaimMention:
    from retold.model import Span

    return ClaimMention(report=report, span=Span(0, 6), fact=None, stance="asserted", certainty="certain", chain=(report,))


def _claim(id_: str, mentions: tuple[ClaimMention, ...], *, origins: int) -> Claim:
    names = {m.report for m in mentions}
    return Claim(
        id=id_,
        kind="contact",
        text=id_,
        subject=None,
        object=None,
        subject_actor="p",
        object_actor=None,
        period=None,
        mentions=mentions,
        reports=len(names),
        origins=origins,
    )


@pytest.fixture
def wide(tmp_path: Path, reading: Make) -> Case:
    from retold.model import Telling

    whole = _wide(60, reading)
    tellings = tuple(Telling(report=r.report.name, role="independent") for r in whole.readings)
    case = Case(tmp_path / "wide.case")
    case.keep_trace(replace(whole, tellings=tellings))
    return case


def test_a_page_holds_what_was_asked_for_and_says_how_many_there_are(wide: Case) -> None:
    found = excerpt.claims(wide, kind="contact", page=Page(first=11, most=5))
    assert [c.id for c in found.trace.claims] == [f"k{n:04}" for n in range(9, 14)]
    assert (found.total, found.first) == (61, 11)
    assert found.ranks == {f"k{n:04}": n + 2 for n in range(9, 14)}


def test_a_page_that_nobody_can_mean_is_empty_and_a_huge_one_is_bounded(wide: Case) -> None:
    assert excerpt.claims(wide, page=Page(first=1000)).trace.claims == ()
    assert excerpt.claims(wide, page=Page(first=-5, most=-1)).trace.claims == ()
    assert Page(most=10**9).bounds == (0, 500)


def test_of_a_claim_that_many_tell_a_list_gives_the_first_mentions_and_the_count(wide: Case) -> None:
    (first, *_) = excerpt.claims(wide, mentions=3).trace.claims
    assert (len(first.mentions), first.reports) == (3, 60)
    assert excerpt.claims(wide, mentions=3).mentions["wide"] == 60
    whole = excerpt.claim(wide, NOW, "wide", page=Page(first=21, most=10))
    assert whole
    assert [m.report for m in whole.trace.claims[0].mentions[1:]] == [f"r{n:04}.txt" for n in range(20, 30)]
    assert whole.total == 60


def test_as_of_a_day_the_counts_of_a_wide_claim_follow_from_all_its_reports(wide: Case) -> None:
    (first, *_) = excerpt.claims(wide, as_of("2031-06-30"), mentions=3).trace.claims
    assert (len(first.mentions), first.reports, first.origins) == (3, 30, 30)


def test_of_a_claim_that_very_many_tell_the_page_has_all_who_are_known_by_a_day(
    wide: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = excerpt.claim(wide, as_of("2031-06-30"), "wide", page=Page(most=50))
    monkeypatch.setattr("retold.record.excerpt.left.STATED", 20)
    many = excerpt.claim(wide, as_of("2031-06-30"), "wide", page=Page(most=50))
    assert few == many
    assert many and (many.total, many.trace.claims[0].reports, many.trace.claims[0].origins) == (30, 30, 30)


def test_the_claims_about_somebody_are_counted_by_kind(wide: Case) -> None:
    told = excerpt.about(wide, NOW, ["p"], most=2)["p"]["contact"]
    assert ([c.id for c in told.claims], told.total) == (["wide", "k0000"], 61)
    found = excerpt.actor(wide, NOW, "p", page=Page(most=3))
    assert found
    assert ([c.id for c in found.trace.claims], found.total) == (["wide", "k0000", "k0001"], 61)


def test_the_months_of_claims_are_those_told_by_then(affair: Case) -> None:
    (claim,) = excerpt.timeline(affair).trace.claims
    assert claim.period and claim.period.earliest
    assert excerpt.months(affair) == excerpt.months(affair, MAY_4) == (f"{claim.period.earliest:%Y-%m}",)
    assert excerpt.months(affair, as_of("2031-05-03")) == ()


def test_what_was_done_stands_before_what_lasts_however_many_carry_it(
    case: Case, reading: Make, trace: Callable[..., Trace]
) -> None:
    names = ("gull.txt", "tide.txt", "buoy.txt")
    whole = trace(*(_published(reading(name), f"2031-05-0{n}") for n, name in enumerate(names, 4)))
    (fine,) = whole.claims
    tie = replace(fine, id="tie", kind="tie", origins=fine.origins + 1, reports=fine.reports + 1)
    case.keep_trace(replace(whole, claims=(tie, replace(fine, origins=2, reports=2))))
    found = excerpt.overview(case)
    assert [c.kind for c in (*found.widest.trace.claims, *found.single.trace.claims)][-1] == "tie"


def test_claims_of_which_no_time_is_told_are_given_apart(wide: Case, affair: Case) -> None:
    assert (excerpt.timeline(wide).total, excerpt.untimed(wide).total) == (0, 61)
    assert [c.id for c in excerpt.untimed(wide, page=Page(first=2, most=2)).trace.claims] == ["k0000", "k0001"]
    assert excerpt.untimed(wide, as_of("2031-06-30")).total == 31
    assert (excerpt.timeline(affair).total, excerpt.untimed(affair).total) == (1, 0)


def test_a_claim_whose_time_only_a_later_report_tells_stands_beside_the_timeline_until_then(
    case: Case, reading: Make, trace: Callable[..., Trace]
) -> None:
    gull, tide = _published(reading("gull.txt"), "2031-05-04"), _published(reading("tide.txt"), "2031-05-06")
    case.keep_trace(trace(replace(gull, facts=tuple(replace(fact, when=None) for fact in gull.facts)), tide))
    then, now = excerpt.timeline(case, MAY_4), excerpt.timeline(case, MAY_6)
    assert ([c.id for c in then.trace.claims], [c.id for c in then.beside]) == ([], ["k1"])
    assert ([c.id for c in now.trace.claims], [c.id for c in now.beside]) == (["k1"], [])


def test_the_claims_of_one_kind_about_somebody_are_paged(wide: Case) -> None:
    found = excerpt.actor(wide, NOW, "p", kind="contact", page=Page(first=3, most=1))
    assert found and ([c.id for c in found.trace.claims], found.total) == (["k0001"], 61)
    none = excerpt.actor(wide, NOW, "p", kind="measure")
    assert none and none.total == 0


def test_where_somebody_is_named_is_told_by_day_and_as_of_a_day(affair: Case) -> None:
    (who,) = excerpt.actors(affair).trace.actors
    now, then = (excerpt.named(affair, asked, who.id) for asked in (NOW, MAY_4))
    assert now is not None and [m.report for m in now.trace.actors[0].members] == ["gull.txt", "tide.txt"]
    assert then is not None and ([m.report for m in then.trace.actors[0].members], then.total) == (["gull.txt"], 1)
    second = excerpt.named(affair, NOW, who.id, page=Page(first=2, most=1))
    assert second is not None and ([m.report for m in second.trace.actors[0].members], second.total) == (["tide.txt"], 2)
    assert excerpt.named(affair, NOW, "nobody") is None
