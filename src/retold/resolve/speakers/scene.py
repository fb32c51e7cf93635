"""A report arranged for looking up who stands behind a source phrase: its mentions, its chains, its outlets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from retold.model import Chain, Credit, Findings, Mention, Span
from retold.resolve.speakers.source import WORD
from retold.tables import table

LEAD = 2
"""How many times more often than the next a body is mentioned that is meant among several."""
BODIES = 200
"""Named bodies of a report among which a described one is sought."""
NEAR = 40
"""Mentions from a place on that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A report with its mentions, chains and credits, arranged for look-up."""

    text: str
    outlet: str | None
    mentions: tuple[Mention, ...]
    by_head: dict[int, Mention]
    by_end: dict[int, Mention]
    """Mentions by where they end: what "who" and "which" follow upon."""
    by_clause: dict[int, Mention]
    """The subjects of verbs, by where the verb starts."""
    starts: tuple[int, ...]
    chains: dict[str, Chain]
    first: dict[str, Mention]
    """The first description of each chain."""
    credits: tuple[Credit, ...]
    sentences: tuple[Span, ...]
    outlets: dict[str, str]
    often: Counter[str | None]
    """How many mentions each chain has."""
    bodies: tuple[Chain, ...]
    main: Chain | None
    """The named person of whom the report speaks most."""

    @classmethod
    def of(cls, findings: Findings, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Scene:
        """Arrange one report's findings."""
        persons = [c for c in chains if c.kind == "person" and c.name and not c.plural]
        often = Counter(mention.chain for mention in mentions)
        rows = tuple(sorted(mentions, key=lambda m: m.span))
        by_head: dict[int, Mention] = {}
        for mention in mentions:
            known = by_head.get(mention.head.start)
            if known is None or (known.chain is None and mention.chain is not None):
                by_head[mention.head.start] = mention
        return cls(
            text=findings.report.text,
            outlet=findings.report.outlet,
            mentions=rows,
            by_head=by_head,
            by_end={m.span.end: m for m in reversed(rows) if m.form != "pronoun"},
            by_clause={m.clause: m for m in reversed(rows) if m.clause is not None and m.grammar == "subject"},
            starts=tuple(m.span.start for m in rows),
            chains={chain.id: chain for chain in chains},
            first={m.chain: m for m in reversed(rows) if m.chain and m.form == "description"},
            credits=findings.credits,
            sentences=findings.sentences,
            bodies=tuple(islice((c for c in chains if c.kind != "person" and c.name), BODIES)),
            often=often,
            main=max(persons, key=lambda c: often[c.id], default=None),
            outlets=outlet_table() | {name.lower(): name for name in (findings.report.outlet, *_credited(findings)) if name},
        )

    def words(self, span: Span) -> str:
        """Return the words of a span, white space made single spaces."""
        return " ".join(self.text[span.start : span.end].split())

    def chain(self, mention: Mention | None) -> Chain | None:
        """Return the chain that a mention belongs to."""
        return self.chains.get(mention.chain) if mention is not None and mention.chain else None

    def mentions_near(self, place: int) -> Sequence[Mention]:
        """Return some dozens of mentions from a place on."""
        at = bisect_left(self.starts, place)
        return self.mentions[at : at + NEAR]

    def sentence(self, place: int) -> Span | None:
        """Return the sentence that holds a place."""
        at = bisect_left(self.sentences, (place + 1,)) - 1
        return self.sentences[at] if at >= 0 and place < self.sentences[at].end else None

    def body_called(self, noun: str) -> Chain | None:
        """Return the one named body, or by far the most mentioned, with a word of what may be called so ("bloc", a union)."""
        rows = table("retold.resolve.people", "people.toml")["bodies"]["called"]
        words = {noun, *rows.get(noun, ()), *table("retold.find.names", "bodies.toml")["called"].get(noun, ())}
        fits = [c for c in self.bodies if not words.isdisjoint(word.lower() for word in WORD.findall(c.name or ""))]
        ranked = sorted(fits, key=lambda c: -self.often[c.id])
        clear = len(ranked) == 1 or (len(ranked) > 1 and self.often[ranked[0].id] > LEAD * self.often[ranked[1].id])
        return ranked[0] if clear else None

    def land_before(self, place: int) -> Chain | None:
        """Return the place last named before a place in the text."""
        at = bisect_left(self.starts, place)
        chains = (self.chain(m) for m in reversed(self.mentions[max(0, at - NEAR) : at]) if m.form == "name")
        return next((c for c in chains if c is not None and c.kind == "place"), None)

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
        if match and any(word in outlet_words() for word in match.group().split()) and " " in match.group():
            part = next(part for part in match.group().split(" of ")[::-1] if any(w in outlet_words() for w in part.split()))
            return part.removesuffix("’s").removesuffix("'s")
        return None


def _credited(findings: Findings) -> list[str]:
    return [credit.name for credit in findings.credits]


@cache
def outlet_words() -> frozenset[str]:
    """Return the words that stand in outlets' own names, as they are written there."""
    return frozenset(table("retold.resolve.speakers", "speakers.toml")["outlets"]["words"])


@cache
def outlet_table() -> dict[str, str]:
    """Return every name and alias of the outlets' table in lower case, with the name it stands for."""
    found: dict[str, str] = {}
    for row in table("retold.find", "agencies.toml")["outlet"]:
        for alias in (row["name"], *row.get("aliases", []), *row.get("short", [])):
            found[alias.lower().removeprefix("the ")] = row["name"]
    return found
