"""A case as its readers meet it: asked for by address, over a real port or without one, and its pages taken apart."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import uvicorn
from fastapi.testclient import TestClient
from lxml import html
from lxml.html import HtmlElement

from retold.show.pages.catalogue import KINDS
from retold.show.pages.guard import Guard
from retold.show.pages.server import server

PORT = 8765
TOKEN = "of-this-session"  # noqa: S105 - it opens nothing
HERE = f"http://127.0.0.1:{PORT}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A case that is served."""

    case: Path
    base: str
    token: str


@contextlib.contextmanager
def serving(case: Path) -> Iterator[Site]:
    """Serve a case at a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        guard = Guard(host="127.0.0.1", port=listening.getsockname()[1])
        config = uvicorn.Config(server(case, guard, read_only=False), log_level="warning", access_log=False)
        served = uvicorn.Server(config)
        thread = threading.Thread(target=served.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not served.started:
            time.sleep(0.01)
        yield Site(case=case, base=f"http://127.0.0.1:{guard.port}", token=guard.token)
        served.should_exit = True
        thread.join(10)


def client(case: Path, *, read_only: bool = True) -> TestClient:
    """Return what asks for pages of a case without a port."""
    app = server(case, Guard(host="127.0.0.1", port=PORT, token=TOKEN), read_only=read_only)
    return TestClient(app, base_url=HERE, follow_redirects=False, raise_server_exceptions=True)


def parsed(page: str | bytes) -> HtmlElement:
    """Return a page taken apart."""
    return html.document_fromstring(page if isinstance(page, bytes) else page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def links(page: HtmlElement) -> list[str]:
    """Return where a page leads, links in pictures too."""
    return [str(link) for link in page.xpath("//@href")]


def words(page: HtmlElement) -> str:
    """Return what stands in the main part of a page."""
    return " ".join(page.xpath("string(//main)").split())


def kind_of(address: str) -> str:
    """Return the kind of page that an address asks for."""
    return urlsplit(address).path.strip("/") or "case"


def about(address: str) -> dict[str, str]:
    """Return what an address asks for, as of when left out."""
    return {name: value for name, value in parse_qsl(urlsplit(address).query) if name not in ("asof", "held")}


def crawled(asked: TestClient, start: str, follow: Callable[[str], bool] = lambda _address: True) -> dict[str, str]:
    """Return every page that is reached from a first one, by its address; `follow` says which links are gone after."""
    waiting, found = [start], dict[str, str]()
    while waiting:
        address = waiting.pop(0)
        if address in found:
            continue
        answer = asked.get(address)
        assert answer.status_code == 200, address
        found[address] = answer.text
        led = (link.partition("#")[0] for link in links(parsed(answer.text)))
        waiting += [link for link in dict.fromkeys(led) if link not in found and link.startswith("/") and follow(link)]
    return found


def one_of_each(asked: TestClient) -> dict[str, str]:
    """Return an address of each kind of page: the first that is met, but of a claim and of a report those with most on them."""
    found = {kind_of(link): link for link in reversed(links(parsed(asked.get("/").text))) if link.startswith("/")}
    for menu in [link for kind, link in found.items() if kind in ("sources", "people", "reports", "claims")]:
        for link in reversed(links(parsed(asked.get(menu).text))):
            if link.startswith("/") and kind_of(link) not in (
                "case",
                "sources",
                "people",
                "reports",
                "claims",
                "search",
                "about",
            ):
                found[kind_of(link)] = link.partition("#")[0]
    found["search"], found["versions"] = "/search?q=port", "/versions"
    judging = (link for kind in ("claim", "report", "actor") for link in links(parsed(asked.get(found[kind]).text)))
    return {kind_of(link): link for link in judging if kind_of(link) in KINDS and KINDS[kind_of(link)].judging} | found
