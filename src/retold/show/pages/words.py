"""What reports say goes onto a page as text, whatever it holds: escaped, in its own direction, without marks that turn lines.

Overrides of direction would show other words than those that stand there; they are left out of quotations and shown as a
sign in the text of a report.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePath
from typing import Protocol
from unicodedata import category

from markupsafe import Markup, escape

from retold.model import Period
from retold.record.search import ReportHit
from retold.show.periods import in_words
from retold.show.terminal import one_line, safe


class Published(Protocol):
    """What is known of a report."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def published(self) -> str | None:
        """When."""

    @property
    def title(self) -> str | None:
        """What it is called."""


LONGEST = 260
"""Code points of a quotation in a list."""
LINE, BESIDE = 90, 50
"""Code points of a title that stands for an outlet, and of one beside it."""
WORD = 16
"""Code points at the end of a line that are given up so that no word is cut."""
OPENS, CLOSES = "\u201c", "\u201d"
INNER = {OPENS: "\u2018", CLOSES: "\u2019"}
"""Quotation marks, and what they are within others."""
TURNED = str.maketrans(INNER)
STRAIGHT = re.compile(
    r"""(?P<opens>(?<![^\s(\[\u2014\u2013-])"(?=[^\s"]))|(?P<closes>(?<!\d)"(?=[\s.,;:!?)\]\u2014\u2013-]|$))"""
)
"""Straight quotation marks that open, or close; those within a word, or of inches, are none."""
LEFT = re.compile(r"^[\u201d\u2019\"',.;:]+\s+(?=\S)")
"""The end of another sentence before what is quoted."""
DAY = re.compile(r"\d{4}(?:-\d{2}){1,2}")
FAR = 60
"""Code points between what was looked for and the end of its passage from which on the passage may have been cut there."""
NAME = 2_000
"""Code points of a name, a title or a reason, which seldom have a tenth of it."""


def said(text: str | None, longest: int = LONGEST) -> Markup:
    """Return words of a report in quotation marks, isolated from the direction of what stands around them."""
    return Markup(f"{OPENS}<bdi>{escape(within(plain(text, longest)))}</bdi>{CLOSES}")  # noqa: S704 - escaped here, which is much faster


def within(words: str) -> str:
    """Return words as they stand within quotation marks: their own are single ones, and those that stand outside are put in."""
    turned = STRAIGHT.sub(lambda found: OPENS if found["opens"] else CLOSES, words)
    depth, missing = 0, False
    for mark in filter(INNER.__contains__, turned):
        depth += 1 if mark == OPENS else -1
        missing, depth = missing or depth < 0, max(depth, 0)
    opening, closing = INNER[OPENS] if missing else "", INNER[CLOSES] if depth and not words.endswith("…") else ""
    return f"{opening}{turned.translate(TURNED)}{closing}"


def plain(text: str | None, longest: int = 80) -> str:
    """Return words on one line where no element may stand: in the title of a page, in a picture. What is too long is cut behind
    a word, unless one is very long."""
    line = LEFT.sub("", " ".join(one_line(text or "").split()))
    if len(line) <= longest:
        return line
    gap = line.rfind(" ", longest - 1 - WORD, longest)
    return f"{line[: gap if gap > 0 else longest - 1].rstrip()}…"


def name(text: str | None) -> Markup:
    """Return a name as it is, isolated likewise."""
    return Markup(f"<bdi>{escape(plain(text, NAME))}</bdi>")  # noqa: S704


def called(head: Published | None, report: str) -> Markup:
    """Return how a reader knows a report: its outlet and day; its title where one of them is not known, else its file."""
    title = plain(head.title, LINE) if head and head.title else None
    outlet, published = (head.outlet, head.published) if head else (None, None)
    title = plain(title, BESIDE) if title and outlet else title
    known = (outlet,) if outlet and published else (outlet, title) if outlet or title else (PurePath(report).name,)
    shown = ": ".join(each for each in known if each)
    return Markup(f'{name(shown)}, <span class="day">{escape(day(published))}</span>')  # noqa: S704


def raw(text: str) -> Markup:
    """Return text of a report of the same length; what steers a reader's screen becomes a sign that can be seen."""
    return escape("".join("\N{REPLACEMENT CHARACTER}" if steers(c) else c for c in text))


def steers(char: str) -> bool:
    """Return whether a character is none, but turns, hides or moves others."""
    return category(char) in ("Cc", "Cf", "Cs") and char not in "\n\t\u200c\u200d\u00ad"


def day(moment: str | datetime | None) -> str:
    """Return a day, "undated" where none is known."""
    if isinstance(moment, datetime):
        return f"{moment:%Y-%m-%d}"
    return safe(moment)[:10] if moment else "undated"


def when(period: Period | None) -> Markup:
    """Return a period in words, none of its days on two lines; nothing where none is known."""
    return Markup(DAY.sub(r'<span class="day">\g<0></span>', in_words(period) if period else ""))  # noqa: S704 - of no report


def pieces(hit: ReportHit) -> list[tuple[str, bool]]:
    """Return the passage of a hit in pieces, each with whether it is what was looked for; with dots where it seems to be cut."""
    if hit.span is None:
        return [(hit.words, False)]
    before, behind = hit.hits[0].start - hit.span.start, hit.span.end - hit.hits[-1].end
    found = [("… ", False)] if before >= FAR and hit.words[0].islower() else []
    dots = [(" …", False)] if behind >= FAR and (hit.words[-1].isalnum() or hit.words[-1] in ",;:") else []
    at = 0
    for start, end in ((h.start - hit.span.start, h.end - hit.span.start) for h in hit.hits):
        found += [(hit.words[at:start], False), (hit.words[start:end], True)]
        at = end
    return [piece for piece in (*found, (hit.words[at:], False), *dots) if piece[0]]
