"""A picture is SVG within its page: it takes the page's colours and type, its links lead on, and each mark says what it is.

It is set by a template as the page is, in a millisecond or two: a page of ten families has ten of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from retold.show.pages.render import environment
from retold.show.terminal import one_line

Rows = Sequence[Mapping[str, Any]]


def svg(name: str, title: str, size: tuple[float, float], **given: Rows) -> Markup:
    """Return a picture of so many pixels, in its own size, so that a wide one scrolls; `given` are the marks of its template,
    whose words may come from anywhere."""
    marks = {each: [_plain(row) for row in rows] for each, rows in given.items()}
    width, height = (round(side) for side in size)
    template = environment().get_template(f"pictures/{name}.svg")
    return Markup(template.render(title=one_line(title), width=width, height=height, **marks))  # noqa: S704 - it escapes


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is drawn of one item: words without what steers a screen, numbers without what nobody can see."""
    return {name: one_line(each) if isinstance(each, str) else _short(each) for name, each in row.items()}


def _short(value: object) -> object:
    return round(value, 1) if isinstance(value, float) else value
