"""A page -> Report: the text is what a reader of the page sees; the article within it is what trafilatura judges it to be.

trafilatura leads the public benchmarks of article extraction (Barbaresi, ACL 2021); its paragraphs are looked up in the
visible text, so that offsets point into the page and everything else on it is masked. Nothing is fetched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from retold.errors import ReportError
from retold.model import Chrome, Report, Span
from retold.read.blocks import Block
from retold.read.chrome import ENDS, alone
from retold.read.dateline import dateline
from retold.read.dates import iso
from retold.read.language import language
from retold.read.lines import byline
from retold.read.locate import Page, locate
from retold.read.outlets import outlet_named, outlet_of_url
from retold.read.shapes import Mark, masthead
from retold.read.text import Source
from retold.read.visible import parsed, visible_text

KEPT = ("byline", "caption", "other")
"""Kinds of chrome that are left in the body where the extractor took them for the article's."""
IS_A = re.compile(r" (?:is|was) (?:an?|the) .*")
SUFFIX = re.compile(r"\s+[|–—-]\s+([^|]{2,60})$")
RIGHTS = re.compile(r"(?:©|\([Cc]\)|[Cc]opyright)[^\n]{0,60}")
"""What stands before the site's name where it keeps its rights."""
LEAST = 60
"""Letters below which what was extracted is no article."""
MOST_NODES = 60_000
"""Elements of the largest page that is given to the extractor, which takes its time with each."""
FOUND = 0.6
"""Share of the article's letters that must stand in the visible text; else what style hides is read too."""
BELOW = 5_000
"""Characters below the start of the article in which its headline is still looked for."""
PUBLISHED = ("//meta[@property='article:published_time']/@content", "//meta[@itemprop='datePublished']/@content",
             "//time[@itemprop='datePublished']/@datetime")  # fmt: skip


def report_of_page(page: str, source: Source) -> Report:
    """Return the report on `page`. Raises `ReportError` where it holds no article."""
    tree = parsed(page)
    if tree is None:
        raise ReportError(source.name, "no article found in this page: it cannot be parsed as HTML")
    stated = _stated_time(tree)
    found = _extracted(tree, source)
    text, placed = _placed(tree, found.text or "")
    body = _without_chrome(text, placed)
    if not body:
        raise ReportError(source.name, "no article found in this page")
    title = _title(found)
    headline = _headline(title, text, body)
    body = [span for span in body if span != headline]
    published = _published(found.date, stated)
    chrome = tuple(_chrome(text, [*body, *([headline] if headline else [])]))
    return Report(
        name=source.name,
        text=text,
        digest=source.digest,
        body=tuple(body),
        headline=headline,
        chrome=chrome,
        outlet=outlet_of_url(found.url) or outlet_named(found.sitename or "") or _clean(found.sitename) or _site(text, body[0]),
        title=title,
        byline=_byline(found.author, chrome, text),
        dateline=dateline(text[slice(*body[0])]),
        url=_clean(found.url),
        language=language("\n".join(text[slice(*span)] for span in body[:12])),
        published=published,
        published_from="metadata" if published else None,
        notes=source.notes,
    )


def _extracted(tree: Any, source: Source) -> Any:
    """Return trafilatura's document. It is asked for the article alone, and for a date that the page states, not guesses."""
    if sum(1 for _ in tree.iter()) > MOST_NODES:
        raise ReportError(source.name, f"no article found in this page: it has more than {MOST_NODES:,} elements")
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    dates = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
    try:
        found: Any = bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=dates)
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise ReportError(source.name, f"no article found in this page ({type(error).__name__} in its markup)") from error
    if found is None or sum(char.isalnum() for char in found.text or "") < LEAST:
        raise ReportError(source.name, "no article found in this page")
    return found


def _placed(tree: Any, article: str) -> tuple[str, list[Span]]:
    paragraphs = [line for line in article.split("\n") if line.strip()]
    text = visible_text(tree)
    body = locate(paragraphs, text)
    if sum(end - start for start, end in body) < FOUND * len(article):
        unfolded = visible_text(tree, hidden=True)
        more = locate(paragraphs, unfolded)
        if sum(map(_length, more)) > sum(map(_length, body)):
            return unfolded, more
    return text, body


def _without_chrome(text: str, body: list[Span]) -> list[Span]:
    """Drop the lines that the extractor kept and whose words say that they are the page's: "Read more: ...", share buttons."""
    inner = range(ENDS, len(body) - ENDS)
    found = [Mark() if n in inner else alone(Block(*span, text[slice(*span)], False)) for n, span in enumerate(body)]
    kept = [n for n, mark in enumerate(found) if not _is_chrome(mark)]
    last = max((n for n in kept if not found[n].tail), default=-1)
    return [body[n] for n in kept if n <= last]


def _is_chrome(mark: Mark) -> bool:
    return mark.part == "chrome" and not (mark.near or mark.tail) and mark.kind not in KEPT


def _length(span: Span) -> int:
    return span.end - span.start


def _title(found: Any) -> str | None:
    """Return the page's title without the site's name after it."""
    title = _clean(found.title)
    suffix = SUFFIX.search(title) if title else None
    site = (found.sitename or "").casefold()
    named = suffix and (suffix[1].casefold() in site or outlet_named(suffix[1]) is not None)
    return title[: suffix.start()] if title and suffix and named else title


def _headline(title: str | None, text: str, body: list[Span]) -> Span | None:
    """Return the line of the page that carries its title: the first of the body, or one apart from it."""
    if not title:
        return None
    wanted = title.split(" | ")[0]
    first = next((span for span in body[:2] if " ".join(text[slice(*span)].split()).casefold() == wanted.casefold()), None)
    page = Page(text[: 0 if first else body[0].start + BELOW])
    found = page.find(wanted, 0)
    span = first or (page.span(*found[0]) if found else None)
    apart = span is not None and all(span.end <= start or span.start >= end for start, end in body)
    return span if span and (first or apart) and "\n" not in text[slice(*span)] and len(body) > bool(first) else None


def _byline(author: str | None, chrome: Sequence[Chrome], text: str) -> str | None:
    """Return the writer whom the page's metadata names, without the "By" that some pages put there, or a byline's."""
    stated = _clean(IS_A.sub("", (author or "").replace("; ", ", ")))
    if stated:
        return byline(stated) or stated
    lines = (text[slice(*item.span)] for item in chrome if item.kind == "byline")
    return next((name for line in lines if (name := byline(line))), None)


def _site(text: str, lead: Span) -> str | None:
    """Return the name that the page's first line gives the site, where another line below the article has it again."""
    first = next((line for line in text[: lead.start].split("\n") if line.strip()), "")
    name = masthead(Block(0, len(first), first, True)) if first else None
    again = RIGHTS.pattern + re.escape(name) if name else ""
    return name if name and re.search(again, text[lead.end :]) else None


def _chrome(text: str, taken: list[Span]) -> list[Chrome]:
    """Return every stretch of a line that is neither body nor headline, with what its words say that it is."""
    found = []
    start = 0
    for span in [*sorted(taken), Span(len(text), len(text))]:
        for block in _lines(text, start, span.start):
            mark = alone(block)
            found.append(Chrome(span=block.span, kind=mark.kind if mark.part == "chrome" else "menu"))
        start = span.end
    return found


def _lines(text: str, start: int, end: int) -> list[Block]:
    pieces = []
    for line in text[start:end].split("\n"):
        inner = line.strip()
        if inner:
            at = start + line.index(inner)
            pieces.append(Block(at, at + len(inner), inner, False))
        start += len(line) + 1
    return pieces


def _stated_time(tree: Any) -> str | None:
    """Return the moment of publication that the page's own metadata states."""
    for path in PUBLISHED:
        for value in tree.xpath(path)[:1]:
            if stamp := iso(str(value)[:40]):
                return stamp
    return None


def _published(day: str | None, stated: str | None) -> str | None:
    """Return the day that htmldate finds, with the hour where the page states one for the same day."""
    if stated and (not day or stated[:10] == day):
        return stated
    return iso(day) if day else None


def _clean(value: str | None) -> str | None:
    text = " ".join((value or "").split())
    return text or None
