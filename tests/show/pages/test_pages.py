"""Each page of the example affair, as readers meet it: on a wide screen and a narrow one, by light and in the dark, with the
keyboard alone, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser

from retold.show.pages.catalogue import KINDS
from tests.show.pages.browser import LAID_OUT, PRINTED, visit
from tests.show.pages.site import Site, about, client, kind_of, parsed

PAGES = [*KINDS, "nothing found", "as of"]
FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  const seen = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1;
  return [e.tagName.toLowerCase(), e.getAttribute('href') ?? e.getAttribute('name') ?? '', seen, r.width > 0 && r.left > -50];
}"""
REACHED = """[...document.querySelectorAll('a[href], input:not([type=hidden]), button, textarea, select, [tabindex="0"]')]
  .filter(e => e.type !== 'radio' || e.checked).length"""
KINDS_OF_LONG_LISTS = ("claims", "case", "report", "timeline", "actor")


def address(addresses: dict[str, str], kind: str) -> str:
    special = {"nothing found": "/search?q=zyzzyva", "as of": "/?asof=2023-03-16"}
    return special.get(kind) or addresses[kind]


@pytest.fixture(scope="module")
def asked(case: Path) -> Iterator[TestClient]:
    with client(case, read_only=False) as opened:
        yield opened


def test_there_is_an_example_of_each_page(addresses: dict[str, str]) -> None:
    assert {kind_of(each) for each in addresses.values()} >= set(KINDS)


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_opens_on_a_wide_screen_without_a_complaint(
    browser: Browser, site: Site, addresses: dict[str, str], kind: str
) -> None:
    with visit(browser, site.base) as seen:
        answer = seen.page.goto(address(addresses, kind))
        assert answer is not None and answer.status == 200
        assert seen.page.locator("h1").count() == 1
        assert seen.page.title().endswith(" · affair") and len(seen.page.title()) > len(" · affair")
        assert not seen.wide()
        assert seen.barriers() == []
        assert seen.did == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_a_narrow_screen_and_is_read_in_the_dark_and_on_paper(
    browser: Browser, site: Site, addresses: dict[str, str], kind: str
) -> None:
    with visit(browser, site.base, width=360, scheme="dark") as seen:
        seen.page.goto(address(addresses, kind))
        assert not seen.wide()
        assert seen.barriers(LAID_OUT) == []
        seen.page.emulate_media(media="print")
        assert seen.barriers(PRINTED) == []
        assert seen.did == []


@pytest.mark.parametrize("kind", PAGES)
def test_headings_go_down_a_level_at_a_time_and_tables_and_pictures_have_names(
    asked: TestClient, addresses: dict[str, str], kind: str
) -> None:
    page = parsed(asked.get(address(addresses, kind)).text)
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    assert page.xpath("//table[not(.//thead//th[@scope='col'])]") == []
    assert page.xpath("//figure//svg[not(@aria-label) or not(.//title)]") == []
    assert page.xpath("//svg//a[not(.//*[@aria-label])]") == []


def test_a_layer_is_switched_with_the_keyboard(browser: Browser, site: Site, addresses: dict[str, str]) -> None:
    with visit(browser, site.base) as seen:
        seen.page.goto(addresses["report"])
        for id_ in ("l-attributions", "l-facts", "l-times", "l-passages"):
            seen.page.focus(f"#{id_}")
            before = seen.page.locator(f"#{id_}").is_checked()
            seen.page.keyboard.press("Space")
            assert seen.page.locator(f"#{id_}").is_checked() is not before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_can_be_read_with_every_layer_switched_on(
    browser: Browser, site: Site, addresses: dict[str, str], scheme: str
) -> None:
    with visit(browser, site.base, scheme="dark" if scheme == "dark" else "light") as seen:
        seen.page.goto(f"/report?{urlencode({'name': about(addresses['compare'])['two']})}")
        for box in seen.page.locator("input.layer").all():
            box.check()
        shown = seen.page.eval_on_selector_all("mark", "all => all.map(e => getComputedStyle(e).backgroundColor)")
        assert len(set(shown)) >= 3
        assert seen.barriers(LAID_OUT) == []


def test_a_layer_is_seen_only_while_it_is_switched_on(browser: Browser, site: Site, addresses: dict[str, str]) -> None:
    painted = "e => getComputedStyle(e).backgroundColor"
    with visit(browser, site.base) as seen:
        seen.page.goto(addresses["report"])
        fact = seen.page.locator("mark.fact").first
        before = fact.evaluate(painted)
        seen.page.locator("#l-facts").uncheck()
        assert before != "rgba(0, 0, 0, 0)" and fact.evaluate(painted) == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in KINDS_OF_LONG_LISTS] + ["case"])
def test_every_link_and_field_is_reached_by_keyboard_and_seen_to_be(
    browser: Browser, site: Site, addresses: dict[str, str], kind: str
) -> None:
    with visit(browser, site.base) as seen:
        seen.page.goto(addresses[kind])
        wanted = seen.page.evaluate(REACHED)
        stops = []
        for _ in range(min(wanted, 150)):
            seen.page.keyboard.press("Tab")
            stops.append(seen.page.evaluate(FOCUS))
        assert stops[0][:2] == ["a", "#content"]
        seen_at = {(tag, name) for tag, name, outlined, shown in stops if outlined and shown}  # a date has several stops
        assert [stop for stop in stops if (stop[0], stop[1]) not in seen_at] == []
        assert "body" not in [stop[0] for stop in stops]


def test_the_skip_link_leads_past_the_menu(browser: Browser, site: Site) -> None:
    with visit(browser, site.base) as seen:
        seen.page.goto("/")
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Enter")
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("kind", ["case", "claim", "report", "family", "timeline", "about"])
def test_paper_has_all_that_the_screen_has_but_what_is_pressed(
    browser: Browser, site: Site, addresses: dict[str, str], kind: str
) -> None:
    hidden = """() => [...document.querySelectorAll('main h1, main h2, main p, main li, main td, main dd, main svg, main mark')]
      .filter(e => !e.closest('form') && !e.closest('.pager') && e.textContent.trim() && !e.getClientRects().length).length"""
    with visit(browser, site.base) as seen:
        seen.page.goto(addresses[kind])
        seen.page.emulate_media(media="print")
        assert seen.page.evaluate(hidden) == 0
        assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert not seen.page.locator("header nav").is_visible()


def test_a_picture_leads_from_a_report_to_its_page(browser: Browser, site: Site, addresses: dict[str, str]) -> None:
    with visit(browser, site.base) as seen:
        seen.page.goto(addresses["family"])
        seen.follow(seen.page.locator("svg a:has(text)").first)
        assert kind_of(seen.page.url) == "report"
        assert seen.did == []


def test_a_link_to_a_place_in_a_report_shows_the_place(browser: Browser, site: Site) -> None:
    with visit(browser, site.base) as seen:
        seen.page.goto("/search?q=transmitter")
        seen.follow(seen.page.locator("main li a").first)
        target = seen.page.locator(":target")
        assert target.count() == 1
        box = target.bounding_box()
        assert box is not None and 0 <= box["y"] < 800


def test_a_middleman_whose_report_is_held_is_drawn_as_that_report(case: Path) -> None:
    with client(case) as asked:
        page = asked.get("/sources").text
    assert "The Port Wessel Courier, 2023-" in page
    assert "not held: The Port Wessel Courier" not in page


def test_a_passage_that_was_kept_word_for_word_stands_pale_and_once_on_a_small_screen(
    browser: Browser, site: Site, addresses: dict[str, str]
) -> None:
    with visit(browser, site.base, width=360) as seen:
        seen.page.goto(addresses["compare"])
        for pair in seen.page.locator("li > .pair").all():
            one, two = (side.text_content() for side in pair.locator("> div").all())
            assert pair.locator("> div").first.is_visible() == (one != two)
