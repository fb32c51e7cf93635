"""What was filled in is never lost: a form that cannot be taken is shown again, with what is wrong beside its field."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement
from playwright.sync_api import Browser

from retold.record import Case
from retold.show.pages.guard import Guard
from retold.show.pages.server import server
from tests.show.pages.browser import visit
from tests.show.pages.site import client, parsed, serving

SIGNED = {"reason": "the file says <otherwise>", "by": "N. Brandt"}
FILLED = {"verdict": "dated", "time": "next Tuesday-ish", "side": "object", "who": "Somebody", "new": "body", "everywhere": "yes"}


def form(page: HtmlElement) -> dict[str, str]:
    """What a browser would send of the last form to judge with, as it stands."""
    (sent,) = page.xpath("//form[@class='judge']")[-1:]
    return {name: str(value) for name, value in sent.form_values()}


def place(case: Path) -> str:
    """The page for judging a fact that has a time."""
    with Case(case, readonly=True) as opened:
        claims = opened.trace().claims
    one = next(c for c in claims if c.mentions[0].fact and c.period and c.kind in ("measure", "contact")).mentions[0]
    return f"/judge?{urlencode({'report': one.report, 'start': one.span.start, 'end': one.span.end, 'back': '/claims'})}"


@pytest.mark.parametrize(
    ("wrong", "field", "why"),
    [
        ({"time": "next Tuesday-ish", "verdict": "dated"}, "time", "no such date"),
        ({"time": "2019-05-07..2019-05-03", "verdict": "dated"}, "time", "ends before it begins"),
        ({"who": "Nobody Of That Name At All", "new": "", "verdict": "party"}, "who", "nobody is called"),
        ({"who": " ", "verdict": "party"}, "who", "say who it is"),
        ({"reason": "   "}, "reason", "say why"),
        ({"by": "\t"}, "by", "say who rules"),
        ({"verdict": "nosuch"}, "verdict", "say how"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_the_rest_as_it_was(
    case: Path, wrong: dict[str, str], field: str, why: str
) -> None:
    before = case.read_bytes()
    with client(case, read_only=False) as asked:
        sent = form(parsed(asked.get(place(case)).text)) | SIGNED | FILLED | wrong
        answer = asked.post("/judge", data=sent)
    page = parsed(answer.text)
    assert answer.status_code == 422
    (told,) = page.xpath(f"//*[@id='wrong-{field}']")
    assert why in told.text_content()
    (focused,) = page.xpath("//*[@autofocus]")
    assert focused.get("name") == field and f"wrong-{field}" in focused.get("aria-describedby").split()
    again = form(page)
    kept = {name: value for name, value in sent.items() if name not in ("verdict", field)}
    assert {name: again.get(name) for name in kept} == kept
    assert case.read_bytes() == before


def test_what_is_mended_on_the_form_that_is_shown_again_is_tried(case: Path) -> None:
    with client(case, read_only=False) as asked:
        sent = form(parsed(asked.get(place(case)).text)) | SIGNED | {"verdict": "dated", "time": "never mind"}
        again = form(parsed(asked.post("/judge", data=sent).text))
        answer = asked.post("/judge", data=again | {"time": "2019-04-05"})
    assert answer.status_code == 200 and "What it would change" in answer.text and "2019-04-05" in answer.text


def test_what_concerns_no_field_alone_is_told_above_the_form(case: Path) -> None:
    with client(case, read_only=False) as asked:
        sent = (
            form(parsed(asked.get(place(case)).text)) | SIGNED | {"verdict": "confirmed", "start": "1", "end": "2", "which": "0"}
        )
        answer = asked.post("/judge", data=sent)
    page = parsed(answer.text)
    assert answer.status_code == 422
    assert page.xpath("//*[@role='alert'][@autofocus]") and form(page)["reason"] == SIGNED["reason"]


def test_what_changed_meanwhile_is_told_on_the_form_as_it_is_now(case: Path) -> None:
    with client(case, read_only=False) as asked:
        sent = form(parsed(asked.get(place(case)).text)) | SIGNED | {"verdict": "confirmed"}
        answer = asked.post("/judge", data=sent | {"which": "0:of-something-else"})
    page = parsed(answer.text)
    assert answer.status_code == 409 and "changed meanwhile" in page.xpath("string(//*[@role='alert'])")
    assert form(page)["which"] == sent["which"] and form(page)["by"] == SIGNED["by"]


@pytest.mark.parametrize(("other", "why"), [("no-such-report.txt", "no report"), ("", "name the other report")])
def test_a_report_that_is_moved_to_none_is_asked_for_again(case: Path, other: str, why: str) -> None:
    with Case(case, readonly=True) as opened:
        name = opened.trace().tellings[0].report
    with client(case, read_only=False) as asked:
        sent = form(parsed(asked.get(f"/move?{urlencode({'report': name})}").text)) | SIGNED
        answer = asked.post("/judge", data=sent | {"verdict": "with", "other": other})
    page = parsed(answer.text)
    assert answer.status_code == 422 and why in page.xpath("string(//*[@id='wrong-other'])")
    assert form(page)["verdict"] == "with"


def test_of_several_forms_on_a_page_the_one_that_was_sent_is_shown_as_it_was(case: Path) -> None:
    with client(case, read_only=False) as asked:
        page = parsed(asked.get("/doubts").text)
        forms = page.xpath("//form[@class='judge']")
        if not forms:
            pytest.skip("no doubtful pair in the example affair")
        sent = dict(forms[0].form_values()) | SIGNED | {"verdict": "different", "by": " "}
        again = parsed(asked.post("/judge", data=sent).text).xpath("//form[@class='judge']")
    assert [dict(each.form_values())["reason"] == SIGNED["reason"] for each in again] == [True, *[False] * (len(forms) - 1)]
    assert again[0].xpath(".//*[@id='wrong1-by']")


@pytest.mark.parametrize(
    "told", ["", "/claims", "//x.example/judge", "/judge?report=none&start=0&end=1", "x", "/judge?" + "x" * 9_000]
)
def test_a_form_of_no_page_is_told_so_on_a_page_of_its_own(case: Path, told: str) -> None:
    with client(case, read_only=False) as asked:
        sent = form(parsed(asked.get(place(case)).text)) | SIGNED | {"verdict": "nosuch", "form": told}
        answer = asked.post("/judge", data=sent)
    assert answer.status_code == 400 and "Not ruled" in answer.text and "say how it is judged" in answer.text


def test_the_field_that_is_wrong_has_the_focus_and_reads_out_why(browser: Browser, case: Path) -> None:
    with serving(case) as site, visit(browser, site.base) as seen:
        seen.page.goto(place(case))
        seen.page.locator("input[name=verdict][value=dated]").check()
        seen.page.locator("[name=time]").fill("whenever")
        seen.page.locator("[name=reason]").fill("so")
        seen.page.locator("[name=by]").fill("N. Brandt")
        seen.follow(seen.page.get_by_role("button", name="See what it would change"))
        assert seen.page.evaluate("document.activeElement.name") == "time"
        assert seen.page.locator("[name=time]").input_value() == "whenever"
        assert seen.barriers() == []


@pytest.mark.parametrize(("host", "filled"), [("127.0.0.1", True), ("::1", True), ("0.0.0.0", False), ("192.0.2.1", False)])  # noqa: S104
def test_a_name_is_filled_in_only_for_who_sits_at_the_machine(
    case: Path, host: str, filled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "login-of-the-server")
    app = server(case, Guard(host=host, port=8765, names=frozenset(["desk.example"])), read_only=False)
    with TestClient(app, base_url="http://desk.example:8765") as asked:
        page = asked.get(place(case)).text
    assert ("login-of-the-server" in page) == filled


def test_what_somebody_is_cannot_be_left_open_nor_be_what_he_is(case: Path) -> None:
    with Case(case, readonly=True) as opened:
        one = next(a for a in opened.trace().actors if a.kind == "body")
    with client(case, read_only=False) as asked:
        page = asked.get(f"/sort?id={one.id}&back=/people").text
        sent = form(parsed(page)) | SIGNED | {"where": "0"}
        for sort, field, why in (
            ("", "sort", "say what it is"),
            ("body", "sort", "as a body already"),
            ("fish", "sort", "say what"),
        ):
            answer = asked.post("/judge", data=sent | {"sort": sort})
            assert answer.status_code == 422
            assert why in parsed(answer.text).xpath(f"string(//*[@id='wrong-{field}'])")
        answer = asked.post("/judge", data=sent | {"sort": "person", "where": "99"})
        assert "choose one of the places" in parsed(answer.text).xpath("string(//*[@id='wrong-where'])")


def test_no_more_is_ruled_at_once_than_can_be_taken_back_at_once(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.show.pages.judging.TOGETHER", 1)
    with Case(case, readonly=True) as opened:
        one = next(a for a in opened.trace().actors if a.kind == "body" and len({m.report for m in a.members}) > 2)
    with client(case, read_only=False) as asked:
        sent = form(parsed(asked.get(f"/sort?id={one.id}").text)) | SIGNED | {"where": "all", "sort": "person"}
        answer = asked.post("/judge", data=sent)
    assert answer.status_code == 422 and "retold rule kind" in parsed(answer.text).xpath("string(//*[@id='wrong-where'])")
