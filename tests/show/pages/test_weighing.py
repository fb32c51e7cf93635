"""What takes long to weigh says that it is at work, goes on without the reader, and leads on to the answer when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser

from retold.record import Case
from retold.show.pages import server, weighing
from retold.show.pages.judging import Form, Judged
from tests.show.pages.browser import visit
from tests.show.pages.site import HERE, TOKEN, client, serving

FORM = {"token": TOKEN, "verdict": "alone", "report": "one.txt", "reason": "seen", "by": "N. Brandt"}
REFRESHED = '<meta http-equiv="refresh" content="0; url='


@pytest.fixture
def asked(case: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(weighing, "PATIENCE", 0.05)
    monkeypatch.setattr(weighing, "LOOKED", 0.01)
    with client(case, read_only=False) as made:
        yield made


def weighed_until(done: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a ruling be kept no sooner than that."""

    def judged(_case: Case, _form: object) -> Judged:
        assert done.wait(20)
        return Judged(rulings=(7,), report="one.txt", shown=None)

    monkeypatch.setattr(server, "judged", judged)


def sent(asked: TestClient, **form: str) -> str:
    answer = asked.post("/judge", data={**FORM, **form}, headers={"origin": HERE})
    assert answer.status_code == 303
    return answer.headers["location"]


def later(seconds: float, done: Event) -> Callable[[], Iterator[int]]:
    """Moments at which a line is told, at the last of which it is done."""

    def moments() -> Iterator[int]:
        yield 0
        yield 0
        done.set()
        yield int(seconds)

    return moments


def test_a_page_tells_line_by_line_that_it_is_at_work_and_then_leads_on(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Event()
    weighed_until(done, monkeypatch)
    where = sent(asked, agreed="yes")
    assert where.startswith("/weighing?job=")
    monkeypatch.setattr(weighing, "_moments", later(60, done))
    page = asked.get(where)
    assert page.status_code == 200 and "19 reports of this case" in page.text and "kept all the same" in page.text
    assert page.text.count("At work for") == 2
    assert page.text.index("At work for") < page.text.index(REFRESHED) and page.text.rstrip().endswith("</html>")
    assert f'<a href="{where}">' in page.text
    answer = asked.get(where)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/about?ruled=7")
    assert asked.get(where).headers["location"] == answer.headers["location"]  # to ask again rules on nothing again


def test_what_is_soon_weighed_is_answered_at_once(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "PATIENCE", 20.0)
    done = Event()
    done.set()
    weighed_until(done, monkeypatch)
    assert sent(asked, agreed="yes").startswith("/about?ruled=7")


def test_a_form_that_cannot_be_taken_is_told_so_when_that_is_known(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    done = Event()

    def judged(_case: Case, _form: object) -> Judged:
        assert done.wait(20)
        raise ValueError("no such <thing>")

    monkeypatch.setattr(server, "judged", judged)
    where = sent(asked)
    done.set()
    asked.get(where)
    answer = asked.get(where)
    assert answer.status_code == 400 and "no such &lt;thing&gt;" in answer.text


def test_one_is_weighed_after_the_other_and_the_next_is_told_how_long_the_last_one_took(
    asked: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, begun = Event(), list[str]()

    def judged(_case: Case, form: Form) -> Judged:
        begun.append(form.told("reason"))
        assert first.wait(20)
        return Judged(rulings=(7,), report="one.txt", shown=None)

    monkeypatch.setattr(server, "judged", judged)
    monkeypatch.setattr(server, "warm", lambda _path: begun.append("made ready"))
    one, other = sent(asked, agreed="yes", reason="one"), sent(asked, agreed="yes", reason="other")
    assert begun == ["one"]
    first.set()
    for where in (one, other):
        asked.get(where)
        assert asked.get(where).status_code == 303
    assert begun[:3] == ["one", "made ready", "other"]
    first.clear()
    third = sent(asked, reason="third")
    monkeypatch.setattr(weighing, "_moments", later(0, first))
    assert "The last one took" in asked.get(third).text


def test_nothing_is_told_of_what_was_never_sent_or_long_ago(asked: TestClient) -> None:
    for address in ("/weighing", "/weighing?job=", "/weighing?job=x"):
        answer = asked.get(address)
        assert answer.status_code == 404 and "About this case tells whether a ruling was kept" in answer.text


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "no second"), (1, "1 second"), (60, "1 minute"), (125.4, "2 minutes 5 seconds")]
)
def test_how_long_it_took_is_told_in_words(seconds: float, words: str) -> None:
    assert weighing.lasting(seconds) == words


def test_a_reader_without_scripts_is_led_from_the_form_to_what_it_would_change(
    own: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighing, "PATIENCE", 0.0)
    monkeypatch.setattr(weighing, "FIRST", (0, 0, 0))
    with Case(own, readonly=True) as opened:
        report = next(t.report for t in opened.trace().tellings if t.role == "verbatim copy")
    with serving(own) as site, visit(browser, site.base) as seen:
        seen.page.goto(f"/move?report={report}")
        seen.page.locator("input[name=verdict][value=alone]").check()
        seen.page.locator("[name=reason]").fill("seen")
        seen.page.locator("[name=by]").fill("N. Brandt")
        seen.page.get_by_role("button", name="See what it would change").click()
        seen.page.get_by_role("heading", name="What it would change", exact=True).wait_for()
        seen.page.get_by_role("button", name="Agree and keep it").click()
        seen.page.get_by_role("heading", name="About this case").wait_for()
        assert "Kept as ruling" in seen.page.get_by_role("status").inner_text()
        assert seen.did == []


def test_the_page_that_tells_that_it_is_at_work_has_no_barriers(
    own: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Event()
    monkeypatch.setattr(weighing, "PATIENCE", 0.0)
    monkeypatch.setattr(weighing, "FIRST", (0, 1))
    weighed_until(done, monkeypatch)
    with serving(own) as site, visit(browser, site.base, width=360, unguarded=True) as seen:
        seen.page.goto(f"/move?report={next(iter(reports(own)))}")
        seen.page.locator("input[name=verdict][value=alone]").check()
        seen.page.locator("[name=reason]").fill("seen")
        seen.page.locator("[name=by]").fill("N. Brandt")
        seen.page.get_by_role("button", name="See what it would change").click(no_wait_after=True)
        seen.page.get_by_text("At work for 1 second.").wait_for()
        assert not seen.wide()
        assert seen.barriers() == []
        done.set()


def reports(case: Path) -> list[str]:
    with Case(case, readonly=True) as opened:
        return [t.report for t in opened.trace().tellings]
