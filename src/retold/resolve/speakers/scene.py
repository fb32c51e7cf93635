"""A report arranged for looking up who stands behind a source phrase: its mention, its chain, its outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from retold.model import Attribution, Chain, Credit, Findings, Mention, Span
from retold.resolve.speakers.source import WORD, Source, policy, singular
from retold.tables import table

LONGEST = 400
"""Code points of a source phrase that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A report with its mentions, chains and credits, arranged for look-up."""

    text: str
    outlet: str | None
    mentions: tuple[Mention, ...]
    by_head: dict[int, Mention]
    chains: dict[str, Chain]
    credits: tuple[Credit, ...]
    sentences: tuple[Span, ...]
    outlets: dict[str, str]

    @classmethod
    def of(cls, findings: Findings, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Scene:
        """Arrange one report's findings."""
        by_head: dict[int, Mention] = {}
        for mention in mentions:
            known = by_head.get(mention.head.start)
            if known is None or (known.chain is None and mention.chain is not None):
                by_head[mention.head.start] = mention
        return cls(
            text=findings.report.text,
            outlet=findings.report.outlet,
            mentions=tuple(sorted(mentions, key=lambda m: m.span)),
            by_head=by_head,
            chains={chain.id: chain for chain in chains},
            credits=findings.credits,
            sentences=findings.sentences,
            outlets=outlet_table() | {name.lower(): name for name in (findings.report.outlet, *_credited(findings)) if name},
        )

    def source(self, attribution: Attribution) -> Source | None:
        """Return the source phrase of an attribution, or None where it has none."""
        if not attribution.source:
            return None
        span = Span(attribution.source[0].start, min(attribution.source[-1].end, attribution.source[0].start + LONGEST))
        words = " ".join(self.text[span.start : span.end].split()).strip(" ,;:")
        cited = self._cited(span)
        through = None
        if cited is not None:
            through = self._publication(
                words, self.text[attribution.source_head.start : attribution.source_head.end] if attribution.source_head else ""
            )
            through = through or self.outlet_name(words)
            span = Span(cited.span.start, span.end)
            words = " ".join(self.text[span.start : span.end].split()).strip(" ,;:")
        head = self._handed_by(span, cited.head if cited is not None else attribution.source_head)
        if cited is None and head != attribution.source_head and head is not None:
            # "information from four sources": the four sources speak.
            giver = self.by_head[head.start].span
            span = Span(giver.start, max(giver.end, span.end))
            words = " ".join(self.text[span.start : span.end].split()).strip(" ,;:")
        mention = self._apposed(span, head) or (self.by_head.get(head.start) if head else None)
        if mention is None:
            mention = self._first_inside(span, head)
        chain = self.chains.get(mention.chain) if mention and mention.chain else None
        shown = self.text[head.start : head.end] if head else self._last_word(words, mention)
        return Source(
            span=span,
            words=words,
            head=shown,
            mention=mention,
            chain=chain,
            publication=self._publication(words, shown),
            through=through,
        )

    def _cited(self, span: Span) -> Mention | None:
        """Who is cited within a source phrase: the words are his, and the one who cites stands between."""
        words = "|".join(re.escape(word) for word in table("retold.resolve.speakers", "speakers.toml")["via"]["citing"])
        match = re.search(rf"\b(?:{words})\s+", self.text[span.start : span.end])
        if match is None:
            return None
        place = span.start + match.end()
        inner = next((m for m in self._mentions_from(place) if m.kind in ("person", "body")), None)
        return inner if inner is not None and inner.span.start <= min(place + 4, span.end) else None

    def _handed_by(self, span: Span, head: Span | None) -> Span | None:
        """The head of who gave what the phrase names, where the head is a thing that is handed on."""
        if head is None or singular(self.text[head.start : head.end]) not in policy("documents", "handed"):
            return head
        rest = self.text[head.end : span.end]
        match = re.match(r"\s+(?:from|by|of)\s+", rest)
        if match is None:
            return head
        place = head.end + match.end()
        inner = next((m for m in self._mentions_from(place) if m.span.start <= place + 4 and m.kind in ("person", "body")), None)
        return inner.head if inner is not None and inner.span.start < span.end else head

    def _apposed(self, span: Span, head: Span | None) -> Mention | None:
        """ "the authority's director, Ada Holm": the name beside a description says who it is."""
        if head is None:
            return None
        own = self.by_head.get(head.start)
        chain = self.chains.get(own.chain) if own is not None and own.chain else None
        if own is None or own.form != "description" or (chain is not None and chain.name is not None):
            return None
        for mention in self._mentions_from(head.end):
            between = self.text[head.end : mention.span.start]
            if mention.span.start >= span.end or len(between) > LONGEST:
                return None
            if mention.form == "name" and mention.kind == "person" and between.strip() in ("", ","):
                return mention
        return None

    def _first_inside(self, span: Span, head: Span | None) -> Mention | None:
        """A name that covers the head, else (without a head) the first mention of the phrase."""
        for mention in self._mentions_from(span.start):
            if mention.span.start >= span.end:
                return None
            if head is None or mention.span.start <= head.start < mention.span.end:
                return mention
        return None

    def _mentions_from(self, start: int) -> Sequence[Mention]:
        low, high = 0, len(self.mentions)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.mentions[middle].span.start < start else (low, middle)
        return self.mentions[low : low + 40]

    def mentions_near(self, place: int) -> Sequence[Mention]:
        """Return some dozens of mentions from a place on."""
        return self._mentions_from(place)

    def _last_word(self, words: str, mention: Mention | None) -> str:
        if mention is not None:
            return self.text[mention.head.start : mention.head.end]
        found = WORD.findall(words)
        return found[-1] if found else words

    def _publication(self, words: str, head: str) -> str | None:
        if singular(head) not in policy("documents", "publications"):
            return None
        for match in re.finditer(r"\b(?:from|by|in|on)\s+", words):
            name = self.outlet_name(words[match.end() : match.end() + 80])
            if name:
                return name
        before = words[: max(0, words.lower().rfind(head.lower()))]
        return self.outlet_name(before)

    def outlet_name(self, words: str) -> str | None:
        """Return the outlet that a phrase begins with, as the tables call it, else as written; None where it is none."""
        clean = re.sub(r"^(?:the|a|an)\s+", "", words.strip(), flags=re.I)
        lowered = clean.lower()
        run = WORD.findall(lowered)
        for size in range(min(5, len(run)), 0, -1):
            name = self.outlets.get(" ".join(run[:size]))
            if name and (size > 1 or clean[:1].isupper()):
                return name
        match = re.match(r"(?:[A-Z][\w’'.&-]*)(?:\s+(?:of\s+)?[A-Z][\w’'.&-]*){0,4}", clean)
        if match and any(word in _outlet_words() for word in match.group().split()) and " " in match.group():
            part = next(part for part in match.group().split(" of ")[::-1] if any(w in _outlet_words() for w in part.split()))
            return part.removesuffix("’s").removesuffix("'s")
        return None


def _credited(findings: Findings) -> list[str]:
    return [credit.name for credit in findings.credits]


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(table("retold.resolve.speakers", "speakers.toml")["outlets"]["words"])


@cache
def outlet_table() -> dict[str, str]:
    """Return every name and alias of the outlets' table in lower case, with the name it stands for."""
    found: dict[str, str] = {}
    for row in table("retold.find", "agencies.toml")["outlet"]:
        for alias in (row["name"], *row.get("aliases", []), *row.get("short", [])):
            found[alias.lower().removeprefix("the ")] = row["name"]
    return found
