"""A page of many, and what stands on it: model values as the trace has them, and how many there are in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retold.model import Actor, Claim, Drift, Family, Reading, Telling, Trace

MOST = 500
"""Items that a page holds at most, however many are asked for."""
MENTIONS = 20
"""Mentions of a claim that a list of claims gives, unless another number is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which of many: from the one of this number on (1 is the first), so many at most."""

    first: int = 1
    most: int = 50

    @property
    def bounds(self) -> tuple[int, int]:
        """Return start and end as a slice takes them, within what is allowed."""
        start = max(self.first, 1) - 1
        return start, start + min(max(self.most, 0), MOST)


PAGE = Page()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """What was asked for, as a trace that holds no more than that."""

    trace: Trace
    total: int
    """How many there are in all, of which `trace` holds one page."""
    first: int = 1
    """The number of the first of them."""
    ranks: Mapping[str, int] = field(default_factory=dict)
    """Claim -> its place among the claims of its kind, from 1; of the claims in `trace` and those that they point at."""
    beside: tuple[Claim, ...] = ()
    """Claims that those in `trace` are related to; without their own relations and with the first mention only. Of a timeline,
    claims that stand in its order though their time was not told by then."""
    mentions: Mapping[str, int] = field(default_factory=dict)
    """Claim -> how many mentions it has in all, and actor -> in how many reports it is named; `trace` holds only some."""
    claimed: frozenset[Drift] = frozenset()
    """Of the changes that the tellings in `trace` made, those in words that state a claim: they are told with the claim too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a record holds as of then, in numbers."""

    reports: int
    undated: int
    """Reports that are left out since their day is not known; 0 where no day was asked for."""
    later: int
    """Reports that are left out since they were published later, or may have been."""
    held: int
    """Originals that the case holds."""
    named: int
    """Originals that are only named."""
    alone: int
    """Reports that stand alone."""
    actors: int
    claims: Mapping[str, int]
    """Kind -> how many claims."""
    first: str | None
    """The earliest and the latest known day of publication."""
    last: str | None
    ahead: int = 0
    """Reports that are dated after today, so that no time is told from their day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """How often retellings changed claims in one way, and the first of these changes."""

    times: int
    earlier: str
    """The report that was retold."""
    earlier_words: str
    later: str
    later_words: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The question a reporter comes with, answered: so many reports, so many originals, and what they carry."""

    counts: Counts
    families: Excerpt
    """The originals with most reports first."""
    widest: Excerpt
    """Claims that several origins carry, those of most origins first; statements and offices left out."""
    single: Excerpt
    """Claims that several reports carry on the word of one origin alone, those of most reports first."""
    denied: Excerpt
    changed: Mapping[str, Changed]
    """Kind of change -> how often it was made in what claims state, and the first such change."""
    unknown: Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A version of a report."""

    version: int
    versions: tuple[tuple[int, str, str | None], ...]
    """Every version that was ever held: its number, when it was recorded, when it was retracted."""
    reading: Reading
    telling: Telling | None
    family: Family | None
    claims: tuple[Claim, ...]
    """What it states, in the order of its text; each with its own mentions only."""
    actors: tuple[Actor, ...]
