"""Pages: the visible text, the article in it, and what the page says of itself."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from retold.errors import ReportError
from retold.model import Report
from retold.read.encoding import decode
from retold.read.html import report_of_page
from retold.read.text import Source
from retold.read.visible import parsed, visible_text

PARAGRAPHS = [
    "The harbour authority of Port Selm will close the old quay in May, three people familiar with the plan said on Monday.",
    "Its director, Ilse Varn, declined to comment on the date, which the town council has to confirm next week.",
    "Fishermen “had heard nothing of it”, one of them said, and the new quay has room for half of their boats.",
]
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Port Selm closes its old quay - Selm Gazette</title>
<meta property="og:site_name" content="Selm Gazette"><meta property="og:title" content="Port Selm closes its old quay">
<meta property="article:published_time" content="2021-03-12T08:30:00+00:00"><meta name="author" content="Jonas Reet">
<script>var hidden = "words of a script";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">The sea</a></li></ul></nav>
<article><h1>Port Selm closes its old quay</h1><p class="byline">By Jonas Reet</p>
<p>{PARAGRAPHS[0].replace("plan said", "<a href='/plan'>plan</a>   said")}</p>
<div style="display:none">Words that no reader sees.</div>
<p>{PARAGRAPHS[1]}</p><p>Read more: <a href="/f">Ferry line sold</a></p><p>{PARAGRAPHS[2].replace("“", "&ldquo;")}</p></article>
<aside><h3>Most read</h3><a href="/1">Minister opens new lighthouse</a></aside>
<footer>&copy; 2021 Selm Gazette</footer></body></html>"""
FLOOR = 0.95
"""F1 over 4-word shingles on the sample of pages below; raise it, never lower it."""


def read(page: str) -> Report:
    return report_of_page(page, Source(name="a.html", digest=""))


def body(report: Report) -> list[str]:
    return [report.text[slice(*span)] for span in report.body]


def test_the_body_is_the_article_within_the_visible_text() -> None:
    assert body(read(PAGE)) == PARAGRAPHS


def test_the_visible_text_has_menus_but_nothing_hidden() -> None:
    text = read(PAGE).text
    assert "Home\nThe sea\n" in text
    assert "script" not in text
    assert "no reader" not in text


def test_the_page_says_what_the_report_is() -> None:
    report = read(PAGE)
    assert (report.title, report.outlet, report.byline) == ("Port Selm closes its old quay", "Selm Gazette", "Jonas Reet")
    assert (report.published, report.published_from) == ("2021-03-12T08:30:00+00:00", "metadata")
    assert report.headline is not None
    assert report.text[slice(*report.headline)] == report.title


def test_what_is_not_the_article_is_chrome() -> None:
    report = read(PAGE)
    chrome = {report.text[slice(*item.span)] for item in report.chrome}
    assert {"Home", "Minister opens new lighthouse", "By Jonas Reet", "Read more: Ferry line sold"} <= chrome
    spans = sorted([*report.body, *(item.span for item in report.chrome), *([report.headline] if report.headline else [])])
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_inline_elements_do_not_break_words_and_blocks_do() -> None:
    tree = parsed("<div>over<b>ta</b>ken<p>next</p>last <span>words</span></div>")
    assert visible_text(tree) == "overtaken\nnext\nlast words"


@pytest.mark.parametrize(
    "page", ["<html></html>", "<p>Too short.</p>", "<script>1</script>", "<", "<html><body><a href=x>Home</a>"]
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ReportError, match="no article"):
        read(page)


@pytest.mark.parametrize(
    "opening",
    ["<div>" * 10_000, "<b>" * 10_000, "<x-y>" * 5_000, "<div " + " ".join(f"a{n}=1" for n in range(20_000)) + ">", "<" * 50_000],
    ids=["nested", "nested inline", "nested unknown", "attributes", "brackets"],
)
def test_hostile_markup_is_read_in_time(opening: str) -> None:
    report = read(f"<html><body>{opening}" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS))
    assert PARAGRAPHS[1] in report.text


def test_no_external_entity_is_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret words")
    entity = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    report = read(entity + PAGE.replace(PARAGRAPHS[1], PARAGRAPHS[1] + " &x;"))
    assert "secret words" not in report.text


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3)))


@pytest.mark.corpus
def test_bodies_of_real_pages_agree_with_the_ground_truth(shared: Callable[[str], Path]) -> None:
    folder = shared("data/pages")
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    precisions, recalls = [], []
    for path in sorted(folder.glob("html/*.html.gz"))[::6]:
        page = decode(gzip.decompress(path.read_bytes()), declares=True).text
        found = shingles("\n".join(body(read(page))))
        wanted = shingles(truth[path.name.removesuffix(".html.gz")]["articleBody"])
        common = (found & wanted).total()
        precisions.append(common / found.total())
        recalls.append(common / wanted.total())
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    assert 2 * precision * recall / (precision + recall) >= FLOOR
