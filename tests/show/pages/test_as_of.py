"""As of when a case is read stands in the address of each page, and goes along with every link of it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from retold.show.pages.catalogue import KINDS
from tests.show.pages.site import client, links, one_of_each, parsed, words

FILTER = {"asof": ["2025-06-10"], "held": ["2999-01-01T00:00:00+00:00"]}


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS.values() if not kind.judging])
def test_every_link_of_a_page_keeps_as_of_when_it_is_read(case: Path, addresses: dict[str, str], kind: str) -> None:
    address = addresses[kind]
    with client(case) as asked:
        answer = asked.get(f"{address}{'&' if '?' in address else '?'}asof=2025-06-10&held=2999-01-01T00:00:00%2B00:00")
    assert answer.status_code == 200
    page = parsed(answer.text)
    led = [link for link in links(page) if link.startswith("/") and not link.startswith("/assets/")]
    lost = [link for link in led if {n: v for n, v in parse_qs(urlsplit(link).query).items() if n in FILTER} != FILTER]
    now = [str(link) for link in page.xpath("//a[.='everything, now']/@href")]
    assert lost == now != []
    for form in page.xpath("//form"):
        fields = {str(field.get("name")): field.get("value") for field in form.xpath(".//input[@name]")}
        assert {name: [fields.get(name)] for name in FILTER} == FILTER


def test_a_page_says_as_of_when_it_is_read(case: Path) -> None:
    with client(case) as asked:
        assert "published until 2023-03-16" in words(parsed(asked.get("/?asof=2023-03-16").text))
        assert "published until" not in asked.get("/").text


def test_before_anything_was_published_every_page_of_the_menu_stands_and_is_empty(case: Path) -> None:
    with client(case) as asked:
        for kind in (kind for kind in KINDS.values() if kind.menu):
            answer = asked.get(f"/{'' if kind.name == 'case' else kind.name}?asof=1999-01-01")
            assert (kind.name, answer.status_code) == (kind.name, 200)


def test_what_is_only_told_of_now_is_not_told_of_an_earlier_day(case: Path) -> None:
    with client(case) as asked:
        now, then = (words(parsed(asked.get("/doubts?" + day).text)) for day in ("", "held=2999-01-01"))
    assert "in what the case holds now" in then
    assert "in what the case holds now" not in now


def test_words_are_looked_for_in_what_the_case_held_then(case: Path) -> None:
    with client(case) as asked:
        now, later, before = (asked.get(f"/search?q=port{day}").text for day in ("", "&held=2999-01-01", "&held=1999-01-01"))
    assert parsed(now).xpath("count(//main//li)") == parsed(later).xpath("count(//main//li)") > 3
    assert parsed(before).xpath("count(//main//li)") == 0
    assert "No report has these words." in words(parsed(before))


def test_what_is_only_in_later_reports_is_not_there_yet(case: Path) -> None:
    with client(case) as asked:
        now, then = one_of_each(asked), "asof=2023-03-16"
        later = [link for link in links(parsed(asked.get("/reports").text)) if "12-calder" in link]
        assert asked.get(later[0]).status_code == 200
        assert asked.get(f"{later[0]}&{then}").status_code == 404
        assert "Calder" not in asked.get(f"/search?q=calder&{then}").text.replace("calder", "")
        assert asked.get(f"{now['report']}&{then}").status_code == 200
