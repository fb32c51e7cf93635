"""Where a reader is led once a ruling is kept, and what is told of somebody whom no words of a report name any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from retold.model import Actor, Chain, Member, Mention, Reading, Report, Span, Telling, Trace
from retold.record import Case
from retold.show.pages import server
from retold.show.pages.judging import Judged
from tests.show.pages.site import HERE, TOKEN, client, parsed

TEXT = "Ida Brandt met the board."
NAME = "in/a & b.txt"


def reading(name: str, mentions: Sequence[Mention] = ()) -> Reading:
    report = Report(name=name, text=TEXT, digest=sha256(name.encode()).hexdigest(), body=(Span(0, len(TEXT)),))
    chains = (Chain(id="c1", kind="person", name="Ida Brandt"),)
    return Reading(report=report, sentences=(Span(0, len(TEXT)),), mentions=tuple(mentions), chains=chains)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case of two people: one is named in a report; of the other the record has a chain that no words of a report name."""
    named = Mention(span=Span(0, 10), head=Span(4, 10), sentence=0, kind="person", chain="c1", name="Ida Brandt", form="name")
    readings = (reading(NAME, [named]), reading("b.txt"))
    actors = (
        Actor(id="ida", kind="person", name="Ida Brandt", members=(Member(report=NAME, chain="c1"),)),
        Actor(id="ghost", kind="person", name="Ida Brandt-Lund", members=(Member(report="b.txt", chain="c1"),)),
    )
    with Case(tmp_path / "a.case") as case:
        tellings = tuple(Telling(report=each.report.name, role="independent") for each in readings)
        case.keep_trace(Trace(readings=readings, tellings=tellings, actors=actors))
    return tmp_path / "a.case"


def led(path: Path, back: str, monkeypatch: pytest.MonkeyPatch, **form: str) -> tuple[str, dict[str, list[str]]]:
    """Return the page that a reader is led to once a form is kept, and what its address tells."""
    monkeypatch.setattr(server, "judged", lambda _case, _form: Judged(rulings=(7, 8), report=NAME, shown=None))
    with client(path, read_only=False) as asked:
        answer = asked.post("/judge", data={"token": TOKEN, "back": back, **form}, headers={"origin": HERE})
    assert answer.status_code == 303
    parts = urlsplit(answer.headers["location"])
    return parts.path, parse_qs(parts.query)


REPORT = f"/report?{urlencode({'name': NAME})}"


@pytest.mark.parametrize(
    ("back", "way"),
    [
        ("/actor?id=ida", "/actor?id=ida"),
        ("/actor?id=nobody-of-this-id", REPORT),
        ("/claim?id=gone", REPORT),
        ("/family?id=gone", REPORT),
        ("/timeline?span=2031", "/timeline?span=2031"),
        ("/", "/"),
        ("", REPORT),
        ("https://x.example/actor?id=ida", REPORT),
        ("/judge?report=x&start=0&end=1", REPORT),
        ("/about?ruled=1&back=%2Fclaims", "/about"),
    ],
)
def test_the_way_back_leads_to_where_it_was_judged_or_to_the_report_if_that_is_no_more(
    path: Path, back: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, told = led(path, back, monkeypatch)
    assert (kind, told["ruled"], told["back"]) == ("/about", ["7,8"], [way])


def test_what_is_taken_back_is_told_as_taken_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, told = led(path, "/actor?id=ida", monkeypatch, undo="7,8")
    assert told["undone"] == ["7,8"] and "ruled" not in told


def test_a_kept_ruling_is_told_as_kept_though_the_case_cannot_be_asked_any_more(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_asked: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(Case, "select", fails)
    _, told = led(path, "/actor?id=ida", monkeypatch)
    assert told["ruled"] == ["7,8"] and told["back"] == [REPORT]


def test_somebody_whom_no_words_name_has_a_page_and_cannot_be_told_from_others(path: Path) -> None:
    with client(path, read_only=False) as asked:
        assert asked.get("/actor?id=ghost").status_code == 200
        assert asked.get("/other?id=ghost&report=b.txt&chain=c1").status_code == 404
        assert asked.get("/other?id=ghost&report=b.txt&chain=none").status_code == 404


def test_who_is_made_one_with_somebody_whom_no_words_name_is_told_so_on_the_form(path: Path) -> None:
    with client(path, read_only=False) as asked:
        page = parsed(asked.get("/same?id=ida").text)
        (form,) = page.xpath("//form[@class='judge']")
        sent = dict(form.form_values()) | {"other_actor": "ghost", "reason": "one", "by": "N. Brandt"}
        answer = asked.post("/judge", data=sent)
    assert answer.status_code == 422
    assert "names nobody so any more" in parsed(answer.text).xpath("string(//*[@id='wrong-other_actor'])")


def test_words_are_looked_for_in_what_was_published_by_a_day_alone(case: Path) -> None:
    def found(asked: str) -> tuple[set[str], int]:
        page = parsed(asked)
        reports = {str(link).partition("&asof")[0] for link in page.xpath("//main//li/a/@href") if "/report?" in link}
        return reports, int(page.xpath("count(//main//li)"))

    with client(case) as asked:
        now, then, before = (asked.get(f"/search?q=talks{day}").text for day in ("", "&asof=2023-03-14", "&asof=1999-01-01"))
        (all_, _), (some, _), (none, lines) = found(now), found(then), found(before)
        assert some and not none and not lines
        assert len(some) < len(all_)
        links = [link for link in parsed(then).xpath("//main//li/a/@href") if link.startswith("/")]
        assert links and all("asof=2023-03-14" in link for link in links)
        assert {asked.get(link.partition("#")[0]).status_code for link in links} == {200}
