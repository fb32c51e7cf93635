"""Who reads judges: what a ruling would change is shown first, is kept once agreed to, and is taken back without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser

from retold.model import Claim
from retold.record import Case
from retold.show.contract import trace_json
from tests.show.pages.browser import Visit, visit
from tests.show.pages.site import kind_of, serving

BY, WHY = "N. Brandt <nb>", "the court's file says “otherwise” & more"


@pytest.fixture
def desk(own: Path, browser: Browser) -> Iterator[Visit]:
    """A page of a case that may be ruled in."""
    with serving(own) as site, visit(browser, site.base) as seen:
        yield seen
        assert seen.did == []


def record(case: Path) -> object:
    with Case(case, readonly=True) as opened:
        return trace_json(opened.trace())


def alone(case: Path) -> Claim:
    """A claim that one fact of one report makes, which no other finding shares its place with."""
    with Case(case, readonly=True) as opened:
        trace = opened.trace()
    return next(c for c in trace.claims if len(c.mentions) == 1 and c.mentions[0].fact and c.period and c.kind == "measure")


def agree(desk: Visit) -> None:
    assert desk.page.locator("h1").inner_text() == "What it would change"
    desk.page.get_by_role("button", name="Agree and keep it").click()
    assert kind_of(desk.page.url) == "about"


def judge(desk: Visit, claim: Claim, verdict: str, **fields: str) -> None:
    desk.page.goto(f"/claim?id={claim.id}")
    desk.page.get_by_role("link", name="Judge this").first.click()
    form = desk.page.locator(f"form:has(input[name=verdict][value={verdict}])")
    for name, value in ({"reason": WHY, "by": BY} | fields).items():
        form.locator(f"[name={name}]").fill(value)
    form.get_by_role("button").click()


def undo(desk: Visit) -> None:
    desk.page.goto("/about")
    desk.page.get_by_role("button", name="See what taking it back would change").first.click()
    assert "Taking back" in desk.page.locator("main").inner_text()
    agree(desk)


def test_what_is_rejected_is_gone_and_what_is_taken_back_is_there_again(desk: Visit, own: Path) -> None:
    before, claim = record(own), alone(own)
    judge(desk, claim, "rejected")
    assert record(own) == before  # a trial keeps nothing
    assert "gone" in desk.page.locator("main").inner_text().lower()
    agree(desk)
    told = desk.page.locator("main").inner_text()
    assert WHY in told and BY in told
    with Case(own, readonly=True) as opened:
        assert claim.id not in [c.id for c in opened.trace().claims]
    desk.page.get_by_role("button", name="See what taking it back would change").first.click()
    agree(desk)
    assert "Nobody has ruled" in desk.page.locator("main").inner_text()
    assert record(own) == before
    desk.page.goto(f"/claim?id={claim.id}")
    assert desk.page.locator("h1 q").count() == 1


def test_a_time_that_is_corrected_stands_on_the_claim_and_one_that_is_none_is_told(desk: Visit, own: Path) -> None:
    claim = alone(own)
    judge(desk, claim, "dated", time="next Tuesday-ish")
    assert desk.page.locator("h1").inner_text() == "Not ruled"
    assert "no such date" in desk.page.locator("main").inner_text()
    desk.did.clear()  # the browser notes that the answer was 400
    judge(desk, claim, "dated", time="2019-04-05..2019-04-07")
    agree(desk)
    with Case(own, readonly=True) as opened:
        dated = next(
            c for c in opened.trace().claims if c.text == claim.text and c.mentions[0].report == claim.mentions[0].report
        )
    desk.page.goto(f"/claim?id={dated.id}")
    when = desk.page.locator("dt:text-is('When') + dd").inner_text()
    assert "2019" in when and "5" in when and "7" in when
    assert desk.page.locator("dt:text-is('Ruled') + dd .tag").count() == 1


def test_a_report_is_moved_from_its_family(desk: Visit, own: Path) -> None:
    before = record(own)
    with Case(own, readonly=True) as opened:
        family = max(opened.trace().families, key=lambda f: len(f.reports))
        telling = next(t for t in opened.trace().tellings if t.report in family.reports and t.role == "verbatim copy")
    desk.page.goto(f"/judge?{urlencode({'report': telling.report})}")
    desk.page.locator("[name=reason]").fill(WHY)
    desk.page.get_by_role("button", name="See what it would change").click()
    agree(desk)
    with Case(own, readonly=True) as opened:
        assert telling.report not in next(f for f in opened.trace().families if family.original.name in f.original.name).reports
    undo(desk)
    assert record(own) == before


def test_leaving_it_as_it_is_changes_nothing(desk: Visit, own: Path) -> None:
    before = own.read_bytes()
    judge(desk, alone(own), "rejected")
    desk.page.get_by_role("link", name="Leave it as it is").click()
    assert kind_of(desk.page.url) == "case"
    assert own.read_bytes() == before
