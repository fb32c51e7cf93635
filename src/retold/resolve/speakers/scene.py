"""A report arranged for looking up who stands behind a source phrase: its mentions, its chains, its outlets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from retold.model import Chain, Credit, Findings, Mention, Span
from retold.resolve.speakers.policy import rules
from retold.resolve.speakers.source import WORD
from retold.tables import table

LEAD = 2
"""How many times more often than the next a body is mentioned that is meant among several."""
BODIES = 200
"""Named bodies of a report among which a described one is sought."""
NEAR = 40
"""Mentions from a place on that are looked at."""
LONGEST_NAME = 5
"""Words of an outlet's name."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w’'.&-]*)(?:\s+(?:of\s+)?[A-Z][\w’'.&-]*){0,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A report with its mentions, chains and credits, arranged for look-up."""

    findings: Findings
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
    outlets: dict[str, str]
    full: dict[str, str]
    """The first full name that ends with a word of outlets' names, by that word: what "the Times" stands for."""
    often: Counter[str | None]
    """How many mentions each chain has."""
    bodies: dict[str, list[Chain]]
    """The first named bodies by each lower-case word of their names."""
    surnames: dict[str, Chain]
    """Named persons by the last word of their names in lower case."""
    main: Chain | None
    """The named person of whom the report speaks most."""

    @classmethod
    def of(cls, findings: Findings, mentions: Sequence[Mention], chains: Sequence[Chain]) -> Scene:
        """Arrange one report's findings."""
        often = Counter(mention.chain for mention in mentions)
        rows = tuple(sorted(mentions, key=lambda m: m.span))
        return cls(
            findings=findings,
            mentions=rows,
            by_head=_by_head(mentions),
            by_end={m.span.end: m for m in reversed(rows) if m.form != "pronoun"},
            by_clause={m.clause: m for m in reversed(rows) if m.clause is not None and m.grammar == "subject"},
            starts=tuple(m.span.start for m in rows),
            chains={chain.id: chain for chain in chains},
            first={m.chain: m for m in reversed(rows) if m.chain and m.form == "description"},
            bodies=_by_word(chains),
            often=often,
            surnames={c.name.lower().rsplit(" ", 1)[-1]: c for c in chains if c.kind == "person" and c.name and " " in c.name},
            main=_main(chains, often),
            full=_full(findings, chains),
            outlets=outlet_table() | {name.lower(): name for name in (findings.report.outlet, *_credited(findings)) if name},
        )

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.findings.report.text

    @property
    def outlet(self) -> str | None:
        """The outlet that published the report."""
        return self.findings.report.outlet

    @property
    def credits(self) -> tuple[Credit, ...]:
        """Where the report says it got its story."""
        return self.findings.credits

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the report, in order."""
        return self.findings.sentences

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

    def sentences_between(self, first: int, second: int) -> int:
        """Return how many sentences a place stands after another, 0 in the same one."""
        return bisect_left(self.sentences, (second + 1,)) - bisect_left(self.sentences, (first + 1,))

    def body_called(self, noun: str) -> Chain | None:
        """Return the one named body, or by far the most mentioned, with a word of what may be called so ("bloc", a union)."""
        rows = table("retold.resolve.people", "people.toml")["bodies"]["called"]
        words = {noun, *rows.get(noun, ()), *table("retold.find.names", "bodies.toml")["called"].get(noun, ())}
        fits = {chain.id: chain for word in words for chain in self.bodies.get(word, ())}.values()
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
        clean = _ARTICLE.sub("", words.strip())
        first = clean.partition(" ")[0]
        known = self._listed(clean)
        if known is None and first in rules().outlets.openers:
            clean = _ARTICLE.sub("", clean[len(first) :].strip())
            known = self._listed(clean)
        return known or _by_its_words(clean)

    def _listed(self, words: str) -> str | None:
        """The outlet of the tables or the credits with whose name some words begin, a short name made full."""
        run = WORD.findall(words.lower())
        for size in range(min(LONGEST_NAME, len(run)), 0, -1):
            name = self.outlets.get(" ".join(run[:size]))
            if name and (size > 1 or words[:1].isupper()):
                return self.full.get(name.removeprefix("The "), name) if size == 1 else name
        return None


def _by_its_words(words: str) -> str | None:
    """The name in capitals that some words begin with, where one of its words is one of outlets' names."""
    match = _NAME.match(words)
    name = match[0].rstrip(".") if match is not None else ""
    if " " not in name or outlet_words().isdisjoint(name.split()):
        return None
    part = next(part for part in name.split(" of ")[::-1] if not outlet_words().isdisjoint(part.split()))
    return part.removesuffix("’s").removesuffix("'s").rstrip(".")


def _by_head(mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Mentions by where their head starts; of two with one head the one that belongs to somebody."""
    found: dict[int, Mention] = {}
    for mention in mentions:
        known = found.get(mention.head.start)
        if known is None or (known.chain is None and mention.chain is not None):
            found[mention.head.start] = mention
    return found


def _main(chains: Sequence[Chain], often: Counter[str | None]) -> Chain | None:
    persons = (c for c in chains if c.kind == "person" and c.name and not c.plural)
    return max(persons, key=lambda c: often[c.id], default=None)


def _by_word(chains: Sequence[Chain]) -> dict[str, list[Chain]]:
    found: dict[str, list[Chain]] = {}
    for chain in [c for c in chains if c.kind != "person" and c.name][:BODIES]:
        for word in {word.lower() for word in WORD.findall(chain.name or "")}:
            found.setdefault(word, []).append(chain)
    return found


def _full(findings: Findings, chains: Sequence[Chain]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in (findings.report.outlet, *_credited(findings), *(c.name for c in chains if c.kind != "person")):
        before, _, last = (name or "").rpartition(" ")
        if before.lower() not in ("", "the") and last in outlet_words():
            found.setdefault(last, name or "")
    return found


def _credited(findings: Findings) -> list[str]:
    return [credit.name for credit in findings.credits]


@cache
def outlet_words() -> frozenset[str]:
    """Return the words that stand in outlets' own names, as they are written there."""
    return rules().outlets.words


@cache
def outlet_table() -> dict[str, str]:
    """Return every name and alias of the outlets' table in lower case, with the name it stands for."""
    found: dict[str, str] = {}
    for row in table("retold.find", "agencies.toml")["outlet"]:
        for alias in (row["name"], *row.get("aliases", []), *row.get("short", [])):
            found[alias.lower().removeprefix("the ")] = row["name"]
    return found
