"""What a report brings is text, whatever it looks like: nothing of it runs, leads away, or makes a page too large."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser

from retold.record import Case
from retold.show.pages.asked import WINDOW
from tests.once import once
from tests.running import ran
from tests.show.pages import attacks
from tests.show.pages.browser import visit
from tests.show.pages.site import HERE, TOKEN, Site, client, crawled, kind_of, links, parsed, serving

JUDGING = ("judge", "found", "move", "day", "same", "other", "sort", "doubts")
LARGEST = 300_000
"""Bytes of a page."""
TAGS = re.compile(
    "html|head|meta|title|link|body|a|header|div|form|label|input|button|nav|ul|ol|li|main|h[1-4]|p|span|bdi|q|b|br|dl|dt|dd|fieldset|"
    "legend|article|mark|sup|section|table|thead|tbody|tr|th|td|caption|blockquote|fig(ure|caption)|footer|textarea|datalist|option|select|del|ins|"
    "svg|g|path|text|tspan|line|circle|defs|lineargradient|stop|rect"
)
"""What the templates and the pictures are made of."""
SEND = """fields => {
  const form = document.createElement('form');
  form.method = 'post'; form.action = '/judge';
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    field.type = 'hidden'; field.name = name; field.value = value; form.append(field);
  }
  document.body.append(form); form.submit();
}"""
STEERING = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "attacks", attacks.traced) / "attacks.case"


@pytest.fixture(scope="session")
def pages(attacked: Path) -> dict[str, str]:
    """Every page of the attacks."""
    with client(attacked, read_only=False) as asked:
        found = crawled(asked, "/")
        for words in ("alert", "script", "onerror", "7", "wrong"):
            found |= crawled(asked, f"/search?q={words}", lambda _link: False)
        return found


@pytest.fixture(scope="module")
def danger(attacked: Path) -> Iterator[Site]:
    with serving(attacked) as site:
        yield site


def test_there_are_pages_of_every_kind_and_the_attacks_are_on_them(pages: dict[str, str]) -> None:
    kinds = {kind_of(address) for address in pages}
    assert {"case", "claim", "report", "actor", "search", "people", "reports", "timeline", "about", *JUDGING} <= kinds
    for attack in (attacks.SCRIPT, "onerror=alert(2)", attacks.TEMPLATE):
        on = {kind_of(address) for address, page in pages.items() if attack in parsed(page).text_content()}
        assert {"report", "reports"} <= on, attack


def test_no_element_and_no_attribute_comes_from_a_report(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        for element in parsed(page).iter():
            assert isinstance(element.tag, str) and TAGS.fullmatch(element.tag), (address, element.tag)
            assert not [name for name in element.attrib if name.lower().startswith("on") or name.lower() in ("style", "src")], (
                address
            )
    assert not [address for address, page in pages.items() if "<script" in page.lower()]


def test_no_link_leads_anywhere_but_to_the_case(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        assert [link for link in links(parsed(page)) if not link.startswith(("/", "#")) or link.startswith("//")] == [], address
        assert all(action.startswith("/") for action in parsed(page).xpath("//@action"))


def test_a_template_within_a_text_is_text(pages: dict[str, str]) -> None:
    shown = [page for address, page in pages.items() if kind_of(address) == "report" and "{{ 7*7 }}" in page]
    assert shown and not [page for page in shown if re.search(r"\b49\b", parsed(page).xpath("string(//main)"))]


def test_nothing_turns_or_hides_what_stands_on_a_page(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        shown = [*parsed(page).itertext(), *parsed(page).xpath("//@aria-label | //@title | //input[@type != 'hidden']/@value")]
        assert [each for each in shown if STEERING.search(each)] == [], address


def test_no_page_is_too_large(pages: dict[str, str]) -> None:
    assert [(address, len(page.encode())) for address, page in pages.items() if len(page.encode()) > LARGEST] == []


def test_a_line_of_five_million_letters_is_shown_a_page_at_a_time(tmp_path_factory: pytest.TempPathFactory) -> None:
    case = once(tmp_path_factory, "giant", attacks.long) / "giant.case"
    with client(case) as asked:
        (address,) = (link for link in links(parsed(asked.get("/reports").text)) if attacks.GIANT in link)
        for page in ("", "&page=2", "&page=100"):
            started = time.process_time()
            answer = asked.get(address + page)
            assert time.process_time() - started < 2
            assert answer.status_code == 200 and len(answer.content) < LARGEST
            assert parsed(answer.text).xpath("string(//article)").strip().count(attacks.WORD) >= WINDOW // len(attacks.WORD) - 1


@pytest.mark.parametrize(
    "kind", ["case", "claim", "report", "actor", "people", "reports", "timeline", "family", "search", "about", *JUDGING]
)
def test_nothing_runs_even_where_a_page_might(browser: Browser, danger: Site, pages: dict[str, str], kind: str) -> None:
    alike = [address for address in pages if kind_of(address) == kind]
    with visit(browser, danger.base, width=360, unguarded=True) as seen:
        for address in sorted(alike, key=lambda each: -len(pages[each]))[:2]:
            seen.page.goto(address)
            assert not seen.wide(), address
        assert seen.did == []


def test_what_a_reader_types_is_text_too(attacked: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.case"
    own.write_bytes(attacked.read_bytes())
    with client(own, read_only=False) as asked, Case(own, readonly=True) as opened:
        claim = next(c for c in opened.trace().claims if c.mentions and c.mentions[0].fact)
        place = claim.mentions[0]
        form = {"token": TOKEN, "verdict": "rejected", "report": place.report, "by": attacks.HANDLER, "reason": attacks.SCRIPT}
        form |= {"start": str(place.span.start), "end": str(place.span.end), 'other"><script>': attacks.SCRIPT}
        trial = asked.post("/judge", data=form, headers={"origin": HERE})
        assert trial.status_code == 200
        kept = asked.post("/judge", data=form | {"agreed": "yes"}, headers={"origin": HERE})
        assert kept.status_code == 303
        for page in (trial.text, asked.get("/about").text, asked.get(f"/search?{urlencode({'q': attacks.SCRIPT})}").text):
            assert "<script" not in page and "<img" not in page
        assert attacks.SCRIPT in parsed(asked.get("/about").text).text_content()


def forms(case: Path) -> dict[str, dict[str, str]]:
    """Return a form of each kind of ruling on what the attacks say."""
    with Case(case, readonly=True) as opened:
        trace = opened.trace()
    place = next(c for c in trace.claims if c.kind == "measure" and c.mentions[0].fact).mentions[0]
    spot = {"report": place.report, "start": str(place.span.start), "end": str(place.span.end)}
    other = next(t.report for t in trace.tellings if t.report != place.report)
    one, two = [a for a in trace.actors if a.kind == "person"][:2]
    return {
        "confirmed": spot,
        "rejected": spot,
        "dated": spot | {"time": "2031-05-02"},
        "party": spot | {"side": "subject", "who": attacks.SCRIPT, "new": "person"},
        "alone": {"report": other},
        "retells": {"report": place.report, "other": other},
        "same": {"actor": one.id, "other_actor": two.id},
    }


@pytest.mark.parametrize("verdict", ["confirmed", "rejected", "dated", "party", "alone", "retells", "same"])
def test_nothing_runs_where_a_ruling_is_tried_kept_and_told(
    browser: Browser, attacked: Path, tmp_path: Path, verdict: str
) -> None:
    own = tmp_path / "own.case"
    own.write_bytes(attacked.read_bytes())
    typed = {"verdict": verdict, "reason": f"{attacks.SCRIPT}{attacks.OVERRIDE}", "by": attacks.HANDLER, "back": attacks.LINK}
    with serving(own) as site, visit(browser, site.base, width=360, unguarded=True) as seen:
        seen.page.goto("/about")
        seen.page.evaluate(SEND, typed | forms(own)[verdict] | {"token": site.token})
        seen.page.wait_for_selector("h1:text-is('What it would change')")
        assert attacks.SCRIPT in seen.page.locator("main").inner_text() and not seen.wide()
        seen.follow(seen.page.get_by_role("button", name="Agree and keep it"))
        assert attacks.SCRIPT in seen.page.locator("main").inner_text() and not seen.wide()
        seen.follow(seen.page.get_by_role("link", name="Back to what you judged"))
        assert kind_of(seen.page.url) == "report"
        assert seen.did == []


def test_attacks_are_written_as_text(attacked: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.case"
    own.write_bytes(attacked.read_bytes())
    assert ran("pages", own, tmp_path / "written").status == 0
    for path in (tmp_path / "written").rglob("*.html"):
        assert re.fullmatch(r"[a-z0-9-]+\.html", path.name)
        assert "<script" not in path.read_text(encoding="utf-8").lower()
