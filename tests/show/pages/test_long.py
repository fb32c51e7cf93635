"""What is long is told a page at a time: a report's claims with the text that makes them, a person's by kind."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from retold.model import (
    Actor,
    Claim,
    ClaimMention,
    Drift,
    Family,
    Member,
    Original,
    Passage,
    Reading,
    Report,
    Span,
    Telling,
    Trace,
)
from retold.record import Case
from retold.show.pages.asked import WINDOW
from retold.show.pages.content import actor, reports, timeline
from retold.show.pages.content import claim as claim_page
from tests.show.pages.site import client, links, parsed, words

REPORTS = 130
LONG, FIRST = "long.txt", "r000.txt"
ORIGINAL = Original(name="Tarn Wire", held=True, report=FIRST)


def reading(name: str, text: str) -> Reading:
    report = Report(
        name=name, text=text, digest=sha256(name.encode()).hexdigest(), body=(Span(0, len(text)),), published="2031-05-04"
    )
    return Reading(report=report, sentences=(Span(0, len(text)),))


def claim(id_: str, report: str, start: int) -> Claim:
    place = Span(start, start + 4)
    mention = ClaimMention(report=report, span=place, fact=None, stance="asserted", certainty="certain", chain=(report,))
    return Claim(
        id=id_,
        kind="measure" if start else "statement",
        text=f"said {id_}",
        subject="Ida Holm",
        object=None,
        subject_actor="ida",
        object_actor=None,
        period=None,
        mentions=(mention,),
        reports=1,
        origins=1,
    )


def telling(report: str) -> Telling:
    """A rewrite of the first report, which it changed in more ways than a page has room for."""
    if report == FIRST:
        return Telling(report=report, role="origin", family="kin", original=ORIGINAL)
    earlier, later = Passage(report=FIRST, span=Span(0, 4)), Passage(report=report, span=Span(0, 4))
    drift = tuple(Drift(kind="number changed", earlier=earlier, later=later, reason=f"{n} became more") for n in range(20))
    return Telling(report=report, role="rewrite", family="kin", original=ORIGINAL, retells=FIRST, drift=drift)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of a long report that makes many claims, and of many that each make one; all name one person."""
    long = reading(LONG, "word " * (WINDOW // 4))
    others = [reading(f"r{n:03}.txt", "word") for n in range(REPORTS)]
    claims = [claim(f"k{n:03}", LONG, 5 * n + 5) for n in range(reports.STATED + 5)]
    claims += [claim("late", LONG, WINDOW + 5), *(claim(f"s{n:03}", f"r{n:03}.txt", 0) for n in range(REPORTS))]
    readings = (long, *others)
    members = tuple(Member(report=each.report.name, chain="c1") for each in readings)
    made = tmp_path_factory.mktemp("long") / "long.case"
    with Case(made) as case:
        case.keep_trace(
            Trace(
                readings=readings,
                tellings=(Telling(report=LONG, role="independent"), *(telling(each.report.name) for each in others)),
                families=(Family(id="kin", original=ORIGINAL, reports=tuple(r.report.name for r in others), reason="credit"),),
                actors=(Actor(id="ida", kind="person", name="Ida Holm", members=members),),
                claims=tuple(claims),
            )
        )
    return made


def test_the_claims_of_a_long_report_stand_with_the_text_that_makes_them(path: Path) -> None:
    with client(path) as asked:
        first, second = (parsed(asked.get(f"/report?name={LONG}{page}").text) for page in ("", "&page=2"))
    assert len(first.xpath("//h2[.='What it claims on this page']/following-sibling::ol/li")) == reports.STATED
    assert "and 5 more claims, marked in the text" in words(first)
    assert "said late" in words(second) and "said k000" not in words(second)


def test_of_somebody_the_first_of_each_kind_is_told_and_the_rest_a_page_at_a_time(path: Path) -> None:
    with client(path) as asked:
        first = parsed(asked.get("/actor?id=ida").text)
        assert len(first.xpath("//section[.//h2[.='Statements']]//li")) == actor.FIRST
        assert "All 130 claims of this kind" in words(first)
        pages = [parsed(asked.get(f"/actor?id=ida&part=statement{page}").text) for page in ("", "&page=2", "&page=3")]
        assert [len(page.xpath("//section//li")) for page in pages] == [50, 50, 30]
        assert asked.get("/actor?id=ida&part=statement&page=4").status_code == 404
        assert asked.get("/actor?id=ida&part=tie").status_code == 404


@pytest.mark.parametrize(("page", "rows", "joined"), [(1, 40, 39), (2, 40, 40), (4, 10, 10)])
def test_a_large_family_is_told_and_drawn_a_page_at_a_time(path: Path, page: int, rows: int, joined: int) -> None:
    with client(path, read_only=False) as asked:
        answer = asked.get(f"/family?id=kin&page={page}")
    assert len(answer.content) < 300_000
    told = parsed(answer.text)
    assert len(told.xpath("//tbody/tr")) == (40 if page < 4 else 10)
    assert len(told.xpath("//*[name()='svg']//*[@aria-roledescription='retelling']")) == (
        39 if page == 1 else 40 if page < 4 else 10
    )
    assert "and 17 more: all of them" in words(told)


def test_where_somebody_is_named_is_told_whole(path: Path) -> None:
    with client(path) as asked:
        found = [
            link
            for page in ("", "&page=2")
            for link in links(parsed(asked.get(f"/actor?id=ida&part=named{page}").text))
            if link.startswith("/report?")
        ]
        assert len(set(found)) == REPORTS + 1
        assert "131" in words(parsed(asked.get("/people").text)), "the list says in how many reports, however many it looked at"


def test_a_case_says_how_many_of_its_reports_have_no_day(tmp_path: Path) -> None:
    dated, undated = reading("a.txt", "word"), reading("b.txt", "word")
    undated = replace(undated, report=replace(undated.report, published=None))
    with Case(tmp_path / "days.case") as case:
        tellings = tuple(Telling(report=name, role="independent") for name in ("a.txt", "b.txt"))
        case.keep_trace(Trace(readings=(dated, undated), tellings=tellings))
    with client(tmp_path / "days.case") as asked:
        now, then = (words(parsed(asked.get(address).text)) for address in ("/", "/?asof=2031-05-04"))
    assert "2 reports, 1 of them undated, the other published 2031-05-04." in now
    assert "1 report, published 2031-05-04." in then


def test_a_short_wording_is_shown_with_what_stands_beside_it(path: Path) -> None:
    with client(path) as asked:
        page = parsed(asked.get("/claim?id=k010").text)
    (quoted,) = page.xpath("//blockquote")
    before, behind = quoted.xpath(".//span[@class='aside']")
    assert quoted.text_content().strip("… ").replace("word", "").strip() == ""
    assert before.text_content().endswith("word ") and len(behind.text_content()) > claim_page.BESIDE - 10


def test_of_each_kind_of_claims_the_first_are_told_and_lead_to_the_rest(path: Path) -> None:
    with client(path) as asked:
        first = parsed(asked.get("/claims").text)
        (section,) = first.xpath("//section[.//h2[.='Statements']]")
        assert len(section.xpath(".//li")) == claim_page.FIRST
        (link,) = section.xpath(".//p/a/@href")
        assert asked.get(link).status_code == 200
        assert asked.get("/claims?page=2").status_code == 404


def test_a_timeline_leads_closer_to_all_times_within_it() -> None:
    months = ("1998-01", "2003-05", "2011-02", "2011-03", "2019-08")
    assert timeline.zoom("", months) == ["1990s", "2000s", "2010s"]
    assert timeline.zoom("2010s", months) == ["2011", "2019"]
    assert timeline.zoom("2011", months) == ["2011-02", "2011-03"]
    assert timeline.zoom("2011-02", months) == []


def test_claims_without_a_time_stand_below_the_timeline_and_go_on(path: Path) -> None:
    with client(path) as asked:
        first, second = (parsed(asked.get(f"/timeline{page}").text) for page in ("", "?untold=2"))
        assert "0 claims with a time" in words(first) and "Time not told" in words(first)
        shown = [len(page.xpath("//section[@aria-labelledby='untold']//li")) for page in (first, second)]
        assert shown == [timeline.UNTOLD, timeline.UNTOLD]
        assert asked.get("/timeline?untold=99").status_code == 404
        (link,) = [each for each in links(second) if "untold=3" in each]
        assert asked.get(link).status_code == 200


def test_a_line_says_how_many_more_reports_there_are_than_it_names(path: Path) -> None:
    with client(path) as asked:
        assert "more" not in words(parsed(asked.get("/claims?kind=statement").text)).replace("Reports", "")
