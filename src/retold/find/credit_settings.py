"""What surrounds a name says whether it is credited: the words on either side, its line, its paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retold.find.credit_cues import policy
from retold.find.outlet_names import Outlet
from retold.model import Report, Span

NO_CREDIT = frozenset({"menu", "caption", "photo credit", "follow", "comments", "related"})
"""Kinds of chrome in which an outlet's name says nothing about the report."""

_REPORTER = re.compile(r"^['’]s?,? (?:[A-Z][\w.'’-]{0,30},? (?:and (?=[A-Z]))?){1,6}")
"""The name of an outlet's reporter behind the outlet's: "NAME's Ida Holm reported"."""
_SPACE = re.compile(r"[\s\u00a0]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A mention with its surroundings, lower case, whitespace made plain."""

    outlet: Outlet
    before: str
    after: str
    line: str
    paragraph: Span
    in_article: bool


def setting_of(report: Report, outlet: Outlet) -> Setting | None:
    """Return a mention with its surroundings; None among chrome in which a name says nothing."""
    text, (start, end), width = report.text, outlet.span, policy()["bounds"]["window"]
    if any(c.span.start <= start < c.span.end and c.kind in NO_CREDIT for c in report.chrome):
        return None
    line = line_of(text, outlet.span)
    body = next((s for s in report.body if s.start <= start < s.end), None)
    paragraph = body or line
    return Setting(
        outlet=outlet,
        before=plain(text[max(paragraph.start, start - width) : start]),
        after=plain(_REPORTER.sub("'s ", text[end : min(paragraph.end, end + width)])),
        line=plain(text[line.start : line.end]).strip(),
        paragraph=paragraph,
        in_article=body is not None or inside(report.headline, start),
    )


def line_of(text: str, span: Span) -> Span:
    """Return the line around a name, at most 400 characters either side; some archives write breaks as marks."""
    breaks = policy()["bounds"]["breaks"]
    start, end = max(0, span.start - 400), min(len(text), span.end + 400)
    left = max(at + len(b) if (at := text.rfind(b, start, span.start)) >= 0 else start for b in breaks)
    right = min(at if (at := text.find(b, span.end, end)) >= 0 else end for b in breaks)
    return Span(left, right)


def plain(text: str) -> str:
    """Return text in lower case with plain spaces, as long as it was for all but a few letters."""
    return _SPACE.sub(" ", text).lower()


def inside(span: Span | None, at: int) -> bool:
    """Return whether a place lies in a span."""
    return span is not None and span.start <= at < span.end
