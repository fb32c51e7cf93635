"""The pages of a case: what each is called, what it is about, what it asks of the case, and how it is set.

Served and written pages come from these rows alone, so they agree; a new page is a row, a file under `content/` and a
template of the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from retold.show.pages.addresses import FRONT
from retold.show.pages.asked import Asked
from retold.show.pages.content import (
    about,
    actor,
    case_page,
    claim,
    comparison,
    doubts,
    judge,
    move,
    reports,
    search,
    sort,
    sources,
    timeline,
    unknown,
    versions,
    who,
)

Content = Callable[[Asked], Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of page; `content` returns what its template shows, and raises `NoSuchPage`."""

    name: str
    content: Content
    about: tuple[str, ...] = ()
    """What an address may say, beside as of when the case is read."""
    menu: str | None = None
    """What the menu of every page calls it."""
    written: bool = True
    """Whether it can be written, too: a search answers only where it is asked."""
    judging: bool = False
    """Whether it is there to judge on, and so only for who may."""
    set_as: str | None = None
    """The template, where it is called otherwise than the page."""

    @property
    def template(self) -> str:
        """Return the name of its template."""
        return self.set_as or self.name


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(name=FRONT, content=case_page.content, menu="Case"),
        Kind(name="sources", content=sources.content, about=("page",), menu="Where it comes from"),
        Kind(name="family", content=sources.one, about=("id", "page")),
        Kind(name="claims", content=claim.listed, about=("kind", "page"), menu="Claims"),
        Kind(name="claim", content=claim.content, about=("id", "page")),
        Kind(name="timeline", content=timeline.content, about=("span", "page", "untold"), menu="Timeline"),
        Kind(name="people", content=actor.listed, about=("page",), menu="Who"),
        Kind(name="actor", content=actor.content, about=("id", "part", "page")),
        Kind(name="doubts", content=doubts.content, about=("page",), written=False),
        Kind(name="reports", content=reports.listed, about=("page",), menu="Reports"),
        Kind(name="report", content=reports.content, about=("name", "page")),
        Kind(name="versions", content=versions.content, about=("name", "older", "newer", "page")),
        Kind(name="compare", content=comparison.content, about=("one", "two", "page")),
        Kind(name="unknown", content=unknown.content, about=("page",), menu="Not known"),
        Kind(name="search", content=search.content, about=("q", "page"), menu="Search", written=False),
        Kind(
            name="judge",
            content=judge.content,
            about=("report", "start", "end", "kind", "how", "back"),
            written=False,
            judging=True,
        ),
        Kind(name="found", content=judge.found, about=("name", "start", "end", "page", "back"), written=False, judging=True),
        Kind(name="move", content=move.content, about=("report", "back"), written=False, judging=True),
        Kind(name="day", content=move.day, about=("report", "back"), written=False, judging=True),
        Kind(name="same", content=who.same, about=("id", "q", "back"), written=False, judging=True),
        Kind(name="other", content=who.other, about=("id", "report", "chain", "back"), written=False, judging=True),
        Kind(name="sort", content=sort.content, about=("id", "report", "start", "end", "back"), written=False, judging=True),
        Kind(name="about", content=about.content, about=("page", "ruled", "undone", "back"), menu="About this case"),
    )
}
