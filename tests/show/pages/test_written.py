"""Pages that are written say what the served ones say, lead nowhere but to each other, and are the same each time."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml.html import HtmlElement
from playwright.sync_api import Browser

from retold.show.pages.addresses import file_name
from retold.show.pages.catalogue import KINDS
from tests.once import once
from tests.running import ran
from tests.show.pages.browser import visit
from tests.show.pages.site import about, client, crawled, kind_of, links, parsed, words

DAY = "2023-03-16"
LATER = ("Calder Post", "Gulfside", "stenbote", "Eastern Lantern", "12-calder", "14-gulfside")
"""What is only in reports of later days."""


def wrote(case: Path, folder: Path, *options: str) -> Path:
    done = ran("pages", case, folder, *options)
    assert (done.status, done.err) == (0, "")
    return folder


@pytest.fixture(scope="session")
def written(case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "written", lambda folder: wrote(case, folder / "of affair")) / "of affair"


@pytest.fixture(scope="session")
def earlier(case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "earlier", lambda folder: wrote(case, folder / "of affair", "--asof", DAY)) / "of affair"


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def pages(folder: Path) -> dict[Path, HtmlElement]:
    return {path.resolve(): parsed(path.read_bytes()) for path in folder.rglob("*.html")}


def test_every_link_leads_to_a_file_and_every_fragment_to_a_place(written: Path) -> None:
    found = pages(written)
    places = {path: set(map(str, page.xpath("//@id"))) for path, page in found.items()}
    assert len(found) > 200
    wrong = []
    for path, page in found.items():
        for link in map(urlsplit, links(page)):
            led = Path(os.path.normpath(path.parent / unquote(link.path))) if link.path else path
            if link.scheme or link.netloc or not led.is_file() or (link.fragment and link.fragment not in places[led]):
                wrong.append((path.name, link.geturl()))
    assert wrong == []


def test_every_page_is_reached_from_the_first(written: Path) -> None:
    found, seen = pages(written), set[Path]()
    waiting = [(written / "index.html").resolve()]
    while waiting:
        path = waiting.pop()
        if path in found and path not in seen:
            seen.add(path)
            waiting += [Path(os.path.normpath(path.parent / unquote(urlsplit(link).path))) for link in links(found[path])]
    assert seen == found.keys()


@pytest.mark.parametrize("day", [None, DAY])
def test_what_is_written_is_what_is_served(case: Path, request: pytest.FixtureRequest, day: str | None) -> None:
    folder: Path = request.getfixturevalue("earlier" if day else "written")
    with client(case) as asked:
        served = crawled(asked, f"/?asof={day}" if day else "/", lambda link: _written(link) and (not day or "asof=" in link))
    named = {file_name(kind_of(address), about(address)): page for address, page in served.items()}
    assert named.keys() == {str(path.relative_to(folder)) for path in folder.rglob("*.html")}
    differ = [
        name
        for name, page in named.items()
        if words(_without_what_is_only_served(parsed(page))) != words(parsed((folder / name).read_bytes()))
    ]
    assert differ == []


def _without_what_is_only_served(page: HtmlElement) -> HtmlElement:
    """Return a served page without links to pages that are never written."""
    for link in page.xpath("//main//a[@href]"):
        if link.get("href").startswith("/") and not _written(link.get("href")):
            link.drop_tree()
    return page


def _written(link: str) -> bool:
    return kind_of(link) in KINDS and KINDS[kind_of(link)].written


def test_a_second_writing_is_the_same_to_the_byte(case: Path, earlier: Path, tmp_path: Path) -> None:
    assert digests(wrote(case, tmp_path / "again", "--asof", DAY)) == digests(earlier)


def test_writing_over_an_earlier_writing_leaves_no_page_that_this_one_has_not(case: Path, tmp_path: Path) -> None:
    folder = tmp_path / "over"
    wrote(case, folder, "--asof", DAY)
    (folder / "claim" / "note.html").write_text("a reader's own", encoding="utf-8")
    wrote(case, folder, "--asof", "2023-03-14")
    assert (folder / "claim" / "note.html").read_text(encoding="utf-8") == "a reader's own"
    (folder / "claim" / "note.html").unlink()
    assert digests(folder) == digests(wrote(case, tmp_path / "new", "--asof", "2023-03-14"))


def test_nothing_of_a_later_report_shines_through(earlier: Path) -> None:
    told = {path: path.read_text(encoding="utf-8") for path in earlier.rglob("*.html")}
    assert [(path.name, name) for path, text in told.items() for name in LATER if name in text] == []


@pytest.mark.parametrize("kind", ["index.html", "claim", "report", "family", "timeline.html"])
def test_a_written_page_opens_from_its_file_without_a_complaint(browser: Browser, written: Path, kind: str) -> None:
    path = written / kind
    path = path if path.is_file() else min(path.glob("*.html"))
    with visit(browser, "file://") as seen:
        seen.page.goto(path.as_uri())
        assert seen.page.locator("h1").count() == 1
        assert seen.page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") == "1024px"
        assert seen.did == []
