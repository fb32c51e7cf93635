"""Whose "I" a report is that speaks in the first person: the byline's, else whoever signs or is introduced at its end.

Letters to an outlet stand one after the other, each with a line of its own for who wrote it; a guest's column ends with
a line that says who its writer is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from retold.model import Findings, Mention
from retold.resolve.speakers.policy import literally, rules
from retold.tables import table

LAST = 500
"""Code points at the end of a report in which its writer is introduced."""
SIGNATURE = 60
"""Code points of a line that is no more than a name and a town."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writers:
    """Who wrote a report, or which part of it."""

    byline: str | None
    places: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    """Who signs at each of the places."""

    @classmethod
    def of(cls, findings: Findings, mentions: Sequence[Mention]) -> Writers:
        """Look for the signatures of a report that says "I"; a byline needs none."""
        text, byline = findings.report.text, findings.report.byline
        says = (
            text[m.span.start : m.span.end].lower() in rules().pronouns.alone for m in findings.mentions if m.form == "pronoun"
        )
        if byline or not any(says):
            return cls(byline=byline)
        first: dict[str | None, int] = {}
        for mention in mentions:
            first.setdefault(mention.chain, mention.span.start)
        rows = [m for m in mentions if m.form == "name" and m.kind == "person" and first[m.chain] == m.span.start]
        signed = sorted((m.span.start, text[m.span.start : m.span.end]) for m in rows if _signs(m, text))
        return cls(byline=None, places=tuple(p for p, _ in signed), names=tuple(n for _, n in signed))

    def at(self, place: int) -> str | None:
        """Return who wrote what stands at a place."""
        after = bisect_left(self.places, place)
        return self.byline or (self.names[after] if after < len(self.names) else None)


@cache
def _told() -> re.Pattern[str]:
    """How verbs of saying begin: a line that has one tells of somebody."""
    return re.compile(rf"\b{literally(table('retold.resolve.people', 'people.toml')['saying'])}[a-z]*\b")


def _signs(mention: Mention, text: str) -> bool:
    """Whether a name opens a line that is no more than a signature, or one of the last lines."""
    start, end = mention.span.start, text.find("\n", mention.span.end)
    line = text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(text)]
    signed = not _told().search(line) and not line.rstrip().endswith(":")
    opens = not text[text.rfind("\n", 0, start) + 1 : start].strip(" -–—*_") and start > 0
    return opens and " " in text[start : mention.span.end] and ((len(line) <= SIGNATURE and signed) or start >= len(text) - LAST)
