"""A page is a template filled with what was asked of the case; every word is escaped unless this program wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from importlib.metadata import version
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from retold.show.brief.lines import number
from retold.show.marks import marked
from retold.show.pages import words
from retold.show.pages.addresses import Addresses
from retold.show.pages.asked import page_of, spot
from retold.tables import table

LISTED = 8
"""Rulings that are told by their numbers."""
ASSETS = {"style.css": "text/css", "icon.svg": "image/svg+xml"}


@cache
def environment() -> Environment:
    """Return the templates with what they may call."""
    made = Environment(
        loader=PackageLoader("retold.show.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for each in (words.said, words.plain, words.name, words.raw, words.day, words.when, words.pieces, words.called):
        made.filters[each.__name__] = each
    made.filters["count"] = number
    made.filters["numbered"] = numbered
    made.filters["marked"] = lambda marks: list(marked(marks))
    made.filters["spot"] = spot
    made.globals["page_of"] = page_of
    made.globals["labels"] = table("retold.show", "labels.toml")
    made.globals["retold"] = version("retold")
    return made


def render(template: str, at: Addresses, **given: Any) -> str:
    """Return a page as HTML; `given` is what its template shows."""
    return environment().get_template(f"{template}.html").render(at=at, **given)


def numbered(rulings: Sequence[int]) -> str:
    """Return which rulings these are: by their numbers, or, of more than are read, how many."""
    if len(rulings) > LISTED:
        return f"{len(rulings):,} rulings"
    return f"ruling{'s' if len(rulings) > 1 else ''} {', '.join(map(str, rulings))}"


def asset(name: str) -> bytes | None:
    """Return a file that belongs to all pages, None if there is none of this name."""
    return resources.files("retold.show.pages").joinpath(name).read_bytes() if name in ASSETS else None
