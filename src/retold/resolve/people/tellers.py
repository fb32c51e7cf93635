"""Who spoke last is who most likely speaks next: the sources of a report's attributions, in the order of the text.

A source that stands inside what somebody else is reported to say is the go-between or the one spoken of, not the one who
goes on speaking; so is whoever is only named within a quotation.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from retold.model import Attribution, Mention, Span
from retold.tables import table

OUTER = 12
"""Sources before a place that are looked at."""
CONTENTS = 8
"""Contents that begin before a place among which those that hold it are sought."""


class Tellers:
    """Tells which mentions of a report are sources of attributions, and who told what before."""

    def __init__(self, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...], text: str = "") -> None:
        self.heads = {m.head.start: n for n, m in reversed(list(enumerate(mentions)))}
        self.starts = [m.span.start for m in mentions]
        self.mentions = mentions
        self.contents = sorted((c.start, c.end, a.id) for a in attributions for c in a.content)
        self.by_source: dict[int, list[Attribution]] = {}
        for each in attributions:
            if each.source and (n := self._mention(each)) is not None:
                self.by_source.setdefault(n, []).append(each)
        self.sources = {each.id: n for n, told in self.by_source.items() for each in told}
        documents = [each for each in attributions if each.source and each.source_head and self._written(each.source_head, text)]
        self.documents = {each.id: Span(each.source[0].start, each.source[-1].end) for each in documents}
        """The phrases of sources that are something written."""
        known = {each.id for told in self.by_source.values() for each in told}
        self.unmentioned = frozenset(each.id for each in attributions if each.source and each.id not in known)
        self.ordered = sorted(n for n in self.by_source if not self._inside(n))
        self.outer = frozenset(self.ordered)

    def _mention(self, each: Attribution) -> int | None:
        """The mention that a source is headed by, else the first one in it."""
        if each.source_head is not None and (n := self.heads.get(each.source_head.start)) is not None:
            return n
        first, last = each.source[0].start, each.source[-1].end
        n = bisect_left(self.starts, first)
        return n if n < len(self.starts) and self.starts[n] < min(last, first + 80) else None

    @staticmethod
    def _written(head: Span, text: str) -> bool:
        rows: dict[str, list[str]] = table("retold.resolve.speakers", "speakers.toml")["documents"]
        return text[head.start : head.end].lower() in rows["nouns"]

    def _inside(self, n: int) -> bool:
        """Whether a source stands in the words of another source."""
        own = {each.id for each in self.by_source[n]}
        return any(key not in own for key in self.around(self.starts[n]))

    def around(self, place: int) -> Iterator[str]:
        """Yield the attributions whose content holds a place, the innermost first."""
        at = bisect_right(self.contents, place, key=lambda row: row[0])
        for _, end, key in reversed(self.contents[max(0, at - CONTENTS) : at]):
            if end > place:
                yield key

    def tells(self, n: int) -> bool:
        """Whether mention n is the source of an attribution."""
        return n in self.by_source

    def of_others(self, place: int) -> bool:
        """Whether a place stands in words whose source is no mention ("most of those asked said they ...")."""
        return next(self.around(place), None) in self.unmentioned

    def quoted(self, n: int) -> bool:
        """Whether mention n is the source of words in quotation marks."""
        return any(each.quoted for each in self.by_source.get(n, ()))

    def quoting(self, place: int) -> Iterator[int]:
        """Yield the sources of the words in quotation marks that hold a place, the innermost first."""
        for key in self.around(place):
            n = self.sources.get(key)
            if n is not None and any(each.quoted for each in self.by_source[n] if each.id == key):
                yield n

    def before(self, n: int) -> Iterator[int]:
        """Yield the mentions before mention n that are sources and stand in nobody's words, the last first."""
        at = bisect_left(self.ordered, n)
        yield from reversed(self.ordered[max(0, at - OUTER) : at])

    def told_by(self, n: int, place: Span) -> bool:
        """Whether a place lies in what mention n is the source of: those spoken of are not the one who speaks."""
        rows = self.by_source.get(n, ())
        return any(c.start <= place.start < c.end for each in rows for c in each.content)
