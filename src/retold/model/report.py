"""A report as it was read, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

DateSource = Literal["metadata", "text", "argument", "original"]


class Span(NamedTuple):
    """Half-open [start, end) in code points of a report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """Words of the page that are not the article's own. `kind`: menu, caption, photo credit, byline, dateline, date,
    follow, comments, related, notice, other."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published article as read. `name` is the path as given; `body` its paragraphs in order, without headline and chrome."""

    name: str
    text: str
    digest: str
    """SHA-256 of the file's bytes, hex."""
    body: tuple[Span, ...]
    headline: Span | None = None
    chrome: tuple[Chrome, ...] = ()
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code."""
    published: str | None = None
    """ISO date or date-time, as precise as it is known."""
    published_from: DateSource | None = None
    notes: tuple[str, ...] = ()
    """What a user should know of how it was read ("decoded as windows-1251", "publication date lies in the future")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A report, a row or a passage that could not be used; the run went on without it."""

    where: str
    why: str
