"""What a reader asks for, and what all pages make of it: which of many items, whose words, and where in a long report."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from retold.model import Passage, Reading, Trace
from retold.record.case import Case
from retold.record.excerpt import Page, published
from retold.show.pages.addresses import Addresses


class NoSuchPage(Exception):  # noqa: N818 - a reader may ask for anything
    """What an address asks for is not in the case, or not as of then."""


WINDOW = 20_000
"""Code points of a report's text on one page."""
STEP = 100
"""Code points between two places of a text to which an address can lead; a page holds a whole number of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a reader asks for: a page of a case, what it is to be about, and as of when."""

    case: Case
    at: Addresses
    token: str | None = None
    """What a form must carry to rule; None where pages are only read."""

    def told(self, name: str) -> str:
        """Return what an address says of `name`, "" if nothing."""
        return self.at.about.get(name, "")

    def number(self, name: str, otherwise: int = 1) -> int:
        """Return the number that an address gives, or `otherwise` where it gives none."""
        given = self.told(name)
        return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else otherwise

    def page(self, most: int, name: str = "page") -> Page:
        """Return which of many items are asked for, `most` on a page; `name` is what the address calls the page."""
        return Page(first=(max(self.number(name), 1) - 1) * most + 1, most=most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How many pages a list has, and which of them this is."""

    number: int
    last: int

    @property
    def before(self) -> int | None:
        """Return the page before, None for the first, whose address names no page."""
        return self.number - 1 if self.number > 2 else None

    @property
    def after(self) -> int:
        """Return the page behind."""
        return self.number + 1


def pages(asked: Asked, total: int, most: int, name: str = "page") -> Pages:
    """Return the pages of a list of so many items, `most` on each. Raises `NoSuchPage` for one that is not among them."""
    found = Pages(number=asked.number(name), last=max(1, -(-total // most)))
    if not 1 <= found.number <= found.last:
        raise NoSuchPage
    return found


class Head(NamedTuple):
    """How a reader knows a report."""

    outlet: str | None
    published: str | None
    title: str | None


def heads(case: Case, trace: Trace, names: Iterable[str] = ()) -> dict[str, Head]:
    """Return how the reports are known that a trace speaks of, and those of these `names`: outlet, day and title."""
    told = {r.report.name: Head(r.report.outlet, r.report.published, r.report.title) for r in trace.readings}
    spoken = {m.report for claim in trace.claims for m in claim.mentions} | {t.report for t in trace.tellings}
    missing = sorted({*spoken, *names, *(m.report for a in trace.actors for m in a.members)} - told.keys())
    query = "SELECT name, outlet, published, title FROM reports WHERE name IN (SELECT value FROM json_each(?)) ORDER BY version"
    return told | {name: Head(*rest) for name, *rest in case.select(query, json.dumps(missing))}


def known_then(asked: Asked) -> Callable[[str], bool]:
    """Return what tells whether a report, held or removed, was published by the day as of which the case is read."""
    known = published(asked.case, asked.at.as_of)
    return (lambda _report: True) if known is None else known.__contains__


def texts(readings: Iterable[Reading]) -> Callable[[Passage], str]:
    """Return what gives the words of a passage, "" where its report is not at hand."""
    return words({reading.report.name: reading.report.text for reading in readings})


def words(held: Mapping[str, str]) -> Callable[[Passage], str]:
    """Return what gives the words of a passage, "" where its report's text is not at hand."""

    def of(passage: Passage) -> str:
        return held.get(passage.report, "")[slice(*passage.span)]

    return of


def spot(start: int) -> str:
    """Return the fragment that leads next to any place of a report's text: its page has one at every `STEP` code points."""
    return f"p{start - start % STEP}"


def page_of(start: int | None) -> int | None:
    """Return on which page of a report's text a place stands; None for the first, whose address names no page."""
    return start // WINDOW + 1 if start is not None and start >= WINDOW else None
