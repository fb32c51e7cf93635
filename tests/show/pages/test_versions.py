"""A report that its outlet changed shows its versions side by side, as far as they were there then."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from retold.model import Reading, Report, Span, Telling, Trace
from retold.record import Case
from tests.show.pages.site import client, parsed, words

FIRST = "The board fined the ferry 40 crowns.\nThe captain of it stayed ashore all week.\nNobody was hurt."
SECOND = "The board fined the ferry 60 crowns.\nNobody was hurt.\nA clerk of the court wrote the bill."


def reading(text: str, outlet: str = "The Pier") -> Reading:
    spans = [Span(match.start(), match.end()) for match in re.finditer("[^\n]+", text)]
    report = Report(
        name="in/pier & co.txt", text=text, digest=sha256(text.encode()).hexdigest(), body=(Span(0, len(text)),), outlet=outlet
    )
    return Reading(report=report, sentences=tuple(spans))


def trace(one: Reading) -> Trace:
    return Trace(readings=(one,), tellings=(Telling(report=one.report.name, role="independent"),))


@pytest.fixture
def replaced(tmp_path: Path) -> tuple[Path, str]:
    """A case of a report that was replaced, and the moment before it was."""
    path = tmp_path / "pier.case"
    with Case(path) as case:
        case.keep_trace(trace(reading(FIRST)))
        ((before,),) = case.select("SELECT max(at) FROM changes")
        case.keep_trace(trace(reading(SECOND, "The Quay")))
    return path, before


def test_versions_are_led_to_from_the_report_and_from_the_page_on_the_case(replaced: tuple[Path, str]) -> None:
    with client(replaced[0]) as asked:
        report = parsed(asked.get("/report?name=in%2Fpier+%26+co.txt").text).xpath("//a[contains(@href, 'versions')]/@href")
        about = parsed(asked.get("/about").text).xpath("//a[contains(@href, 'versions')]/@href")
        listed = parsed(asked.get(about[0]).text).xpath("//main//th/a/@href")
        assert report == listed
        assert asked.get(report[0]).status_code == 200


def test_two_versions_stand_side_by_side_with_what_changed_marked(replaced: tuple[Path, str]) -> None:
    with client(replaced[0]) as asked:
        page = parsed(asked.get("/versions?name=in%2Fpier+%26+co.txt").text)
    assert [mark.text_content() for mark in page.xpath("//li//del | //li//ins")] == ["40", "60"]
    assert "(struck)" in words(page) and "(put in later)" in words(page)
    assert "1 passage the same, 1 changed, 1 struck, 1 put in" in words(page)
    assert "outlet The Pier → The Quay" in words(page)


def test_any_two_versions_can_be_asked_for_but_none_that_never_was(replaced: tuple[Path, str]) -> None:
    with client(replaced[0]) as asked:
        back = parsed(asked.get("/versions?name=in%2Fpier+%26+co.txt&older=2&newer=1").text)
        assert [mark.text_content() for mark in back.xpath("//li//del | //li//ins")] == ["60", "40"]
        assert asked.get("/versions?name=in%2Fpier+%26+co.txt&older=1&newer=7").status_code == 404
        assert asked.get("/versions?name=other.txt").status_code == 404


def test_before_it_was_replaced_it_had_one_version(replaced: tuple[Path, str]) -> None:
    path, before = replaced
    with client(path) as asked:
        page = words(parsed(asked.get(f"/versions?name=in%2Fpier+%26+co.txt&held={before}").text))
        assert "Version 1" in page and "Version 2" not in page and "beside" not in page and "60 crowns" not in page
        assert "No report was replaced" in asked.get(f"/versions?held={before}").text


def test_as_of_a_day_before_it_was_published_there_is_none(replaced: tuple[Path, str]) -> None:
    with client(replaced[0]) as asked:
        assert asked.get("/versions?name=in%2Fpier+%26+co.txt&asof=2001-01-01").status_code == 404


def test_giant_passages_do_not_make_a_giant_page(tmp_path: Path) -> None:
    with Case(tmp_path / "giant.case") as case:
        for word in ("old", "new"):
            case.keep_trace(trace(reading("\n".join(f"{word} {n} " + "<&>" * 3_000 for n in range(75)))))
    with client(tmp_path / "giant.case") as asked:
        for page in (1, 2, 3):
            answer = asked.get(f"/versions?name=in%2Fpier+%26+co.txt&older=1&newer=2&page={page}")
            assert (answer.status_code, len(answer.content) < 300_000) == (200, True)
