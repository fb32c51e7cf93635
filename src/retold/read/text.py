"""A `.txt` report is the page as someone scraped it: text stays as it is, chrome is masked by spans, never cut out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retold.model import Chrome, Report
from retold.read.blocks import Block, blocks
from retold.read.chrome import marks
from retold.read.dateline import dateline, dateline_date
from retold.read.language import language
from retold.read.outlets import is_agency, outlet_in, outlet_named, outlet_signed
from retold.read.phrases import plain
from retold.read.shapes import Mark
from retold.tables import table

SUFFIX = re.compile(r"\s+[|–—-]\s+")
SHORT = 40
"""Characters of a line of chrome that may be an outlet's name and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a text comes from: its path as given, the SHA-256 of its bytes, and what is to be noted of its decoding."""

    name: str
    digest: str
    notes: tuple[str, ...] = ()


def report_of_text(text: str, source: Source) -> Report:
    """Return `text` as a report: body and chrome are spans into it, in order and disjoint."""
    pieces = blocks(text)
    found = marks(pieces)
    pairs = list(zip(pieces, found, strict=True))
    body = tuple(block.span for block, mark in pairs if mark.part == "body")
    headline = next((block for block, mark in pairs if mark.part == "headline"), None)
    lead = text[slice(*body[0])] if body else ""
    title, site = _title(headline.text if headline else None)
    published = _published(found) or dateline_date(lead)
    return Report(
        name=source.name,
        text=text,
        digest=source.digest,
        body=body,
        headline=headline.span if headline else None,
        chrome=tuple(Chrome(span=block.span, kind=mark.kind) for block, mark in pairs if mark.part == "chrome"),
        outlet=site or _outlet(pairs),
        title=title,
        byline=_byline(pairs),
        dateline=dateline(lead) or next((mark.said for mark in found if mark.kind == "dateline"), None),
        language=language("\n".join(text[slice(*span)] for span in body[:12])),
        published=published,
        published_from="text" if published else None,
        notes=source.notes,
    )


def _title(headline: str | None) -> tuple[str | None, str | None]:
    """Return the headline without the site's name after it, and that name: "Bridge closed | Selm Gazette"."""
    title = " ".join(headline.split()) if headline else None
    parts = SUFFIX.split(title) if title else []
    site = outlet_named(parts[-1]) if title and len(parts) > 1 else None
    return (title[: title.rindex(parts[-1])].rstrip(" |–—-"), site) if title and site else (title, None)


def _published(found: Sequence[Mark]) -> str | None:
    """Return the date of publication: one so labelled before an unlabelled one before one of an update."""
    label = None
    ranked: list[tuple[int, str]] = []
    for mark in found:
        if mark.date is None:
            label = None
        elif mark.date.stamp is None:
            label = mark.date.label
        else:
            ranked.append(({"published": 0, None: 1, "updated": 2}[mark.date.label or label], mark.date.stamp))
            label = None
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _byline(pairs: Sequence[tuple[Block, Mark]]) -> str | None:
    named = next((mark.said for _, mark in pairs if mark.kind == "byline" and mark.said), None)
    named = named or next((mark.writer for _, mark in pairs if mark.writer), None)
    if named:
        return " ".join(named.split()).strip(" /|")
    follows = (block.text for block, mark in pairs if mark.part == "chrome" and mark.kind == "follow")
    return next((name for line in follows if (name := _told_name(line))), None)


def _told_name(line: str) -> str | None:
    """Return the writer whom "Follow Ann Vale on Twitter" names."""
    for phrase in table("retold.read", "chrome.toml")["byline"]["tells"]:
        before, after = phrase.split("*")
        low = plain(line)
        if low.startswith(plain(before)) and (end := low.find(plain(after))) > 0:
            words = line.split()[len(before.split()) : len(low[:end].split())]
            if 1 < len(words) <= 5 and all(word[:1].isupper() for word in words):
                return " ".join(words)
    return None


def _outlet(pairs: Sequence[tuple[Block, Mark]]) -> str | None:
    """Return the outlet that the chrome names: beside the date, by an address, after the writer's name, or in the menu."""
    beside = (mark.said for _, mark in pairs if mark.kind == "date" and mark.said)
    for said in beside:
        if not is_agency(said):
            return outlet_named(said) or (said if len(said.split()) > 1 else None)
    chrome = [block.text for block, mark in pairs if mark.part == "chrome"]
    if found := outlet_in(chrome):
        return found
    ends = (part for _, mark in pairs if mark.kind == "byline" and mark.said for part in mark.said.split(",")[1:])
    signed = next((name for part in ends if (name := outlet_signed(part.strip()))), None)
    named = (outlet_named(line) for line in chrome if len(line) < SHORT)
    found = signed or next((name for name in named if name and not is_agency(name)), None)
    site = next((mark.said for _, mark in pairs if mark.kind == "menu" and mark.said), None)
    return found or (_spelled(site) if site and not is_agency(site) else None)


def _spelled(site: str) -> str | None:
    """Return a site's name as it is written in a sentence: "THE SELM POST" is "The Selm Post". One word alone is too little."""
    words = site.split()
    if len(words) == 1:
        return outlet_named(site)
    capitals = site == site.upper()
    return " ".join(word.capitalize() if capitals and len(word) > 2 else word for word in words)
